//! `password`: setting, resetting, checking and making passwords.

pub(crate) mod check;
pub(crate) mod generate;
pub(crate) mod redeem;
pub(crate) mod reset;
pub(crate) mod set;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::domain::password::Policy;

/// Set, reset, check and make passwords
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Set(set::Args),
    Reset(reset::Args),
    Redeem(redeem::Args),
    Check(check::Args),
    Generate(generate::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Set(args) => set::run(args, ctx),
            Self::Reset(args) => reset::run(args, ctx),
            Self::Redeem(args) => redeem::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
            Self::Generate(args) => generate::run(args, ctx),
        }
    }
}

/// The rules that the configuration asks for.
pub(crate) fn policy(ctx: &Context) -> Result<Policy> {
    let profile = ctx.settings.text("password.profile");
    Policy::new(
        profile.unwrap_or("nist-63b-4"),
        ctx.settings.list("password.context_words"),
    )
}

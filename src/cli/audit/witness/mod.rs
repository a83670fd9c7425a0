//! `audit witness`: four eyes on the log without a network: files go there and back.

pub(crate) mod add;
pub(crate) mod init;
pub(crate) mod list;
pub(crate) mod sign;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::domain::audit::witness::Policy;

/// Have others sign what the log holds, and take their signatures in
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Init(init::Args),
    Sign(sign::Args),
    Add(add::Args),
    List(list::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Init(args) => init::run(args, ctx),
            Self::Sign(args) => sign::run(args, ctx),
            Self::Add(args) => add::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
        }
    }
}

/// Whose cosignatures the configuration counts.
pub(crate) fn policy(ctx: &Context) -> Result<Policy> {
    let quorum = ctx.settings.number("audit.quorum").unwrap_or(1);
    Policy::new(ctx.settings.list("audit.witness"), quorum)
}

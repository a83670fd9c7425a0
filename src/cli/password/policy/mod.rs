//! `password policy`: the rules in use, and how real passwords would fare.

pub(crate) mod show;
pub(crate) mod test;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// See the rules for new passwords, and try them on a list
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Show(show::Args),
    Test(test::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(args, ctx),
            Self::Test(args) => test::run(args, ctx),
        }
    }
}

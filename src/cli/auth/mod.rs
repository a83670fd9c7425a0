//! `auth`: sign-ins checked for other programs. Answers are bare protocol objects, not the envelope.

pub(crate) mod check;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Check sign-ins for other programs
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Check(check::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Check(args) => check::run(args, ctx),
        }
    }
}

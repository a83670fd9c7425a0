//! `auth`: sign-ins checked for other programs. Answers are bare protocol objects, not the envelope.

pub(crate) mod check;
pub(crate) mod checkpassword;
mod door;
pub(crate) mod pam;
pub(crate) mod serve_batch;

pub(crate) use door::Door;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Check sign-ins for other programs
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Check(check::Args),
    Checkpassword(checkpassword::Args),
    Pam(pam::Args),
    ServeBatch(serve_batch::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Check(args) => check::run(args, ctx),
            Self::Checkpassword(args) => checkpassword::run(args, ctx),
            Self::Pam(args) => pam::run(args, ctx),
            Self::ServeBatch(args) => serve_batch::run(args, ctx),
        }
    }
}

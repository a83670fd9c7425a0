//! `2fa recovery`: codes for the day on which the phone is gone.

pub(crate) mod new;
pub(crate) mod status;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Make recovery codes, and see how many are left
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    New(new::Args),
    Status(status::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::New(args) => new::run(args, ctx),
            Self::Status(args) => status::run(args, ctx),
        }
    }
}

//! `calendar`: the public holidays by which statutory dates are counted.

pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// See the public holidays that statutory dates are counted by
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Show(show::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(args, ctx),
        }
    }
}

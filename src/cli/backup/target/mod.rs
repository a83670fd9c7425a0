//! `backup target`: the places that backups go to, by their names in the configuration.

pub(crate) mod check;
pub(crate) mod list;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// The places that backups go to
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    List(list::Args),
    Check(check::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
        }
    }
}

//! `store`: the database itself.

pub(crate) mod check;
pub(crate) mod compact;
pub(crate) mod migrate;
pub(crate) mod stats;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Check, measure, compact and migrate the database
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Check(check::Args),
    Stats(stats::Args),
    Compact(compact::Args),
    Migrate(migrate::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Check(args) => check::run(args, ctx),
            Self::Stats(args) => stats::run(args, ctx),
            Self::Compact(args) => compact::run(args, ctx),
            Self::Migrate(args) => migrate::run(args, ctx),
        }
    }
}

//! `audit`: the log read, counted, verified, proven, added to and exported.

pub(crate) mod checkpoint;
pub(crate) mod count;
pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod list;
pub(crate) mod prove;
pub(crate) mod record;
pub(crate) mod show;
pub(crate) mod verify;
pub(crate) mod verify_file;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Read, verify, prove and export the audit log
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    List(list::Args),
    Show(show::Args),
    Count(count::Args),
    Verify(verify::Args),
    Checkpoint(checkpoint::Args),
    Prove(prove::Args),
    Record(record::Args),
    Export(export::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Count(args) => count::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Checkpoint(args) => checkpoint::run(args, ctx),
            Self::Prove(args) => prove::run(args, ctx),
            Self::Record(args) => record::run(args, ctx),
            Self::Export(args) => export::run(args, ctx),
        }
    }
}

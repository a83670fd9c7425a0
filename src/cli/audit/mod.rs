//! `audit`: the log read, followed, counted, verified, proven, added to, exported, and relieved of what must go.

pub(crate) mod anchor;
pub(crate) mod checkpoint;
pub(crate) mod count;
pub(crate) mod expire;
mod explain;
pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod follow;
pub(crate) mod ingest;
pub(crate) mod list;
pub(crate) mod prove;
pub(crate) mod prune;
pub(crate) mod record;
pub(crate) mod redact;
pub(crate) mod show;
pub(crate) mod verify;
pub(crate) mod verify_file;
pub(crate) mod witness;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Read, verify, prove and export the audit log
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    List(list::Args),
    Follow(follow::Args),
    Show(show::Args),
    Count(count::Args),
    Verify(verify::Args),
    Checkpoint(checkpoint::Args),
    Prove(prove::Args),
    #[command(subcommand)]
    Witness(witness::Command),
    #[command(subcommand)]
    Anchor(anchor::Command),
    Record(record::Args),
    Ingest(ingest::Args),
    Export(export::Args),
    Redact(redact::Args),
    Expire(expire::Args),
    Prune(prune::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(args, ctx),
            Self::Follow(args) => follow::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Count(args) => count::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Checkpoint(args) => checkpoint::run(args, ctx),
            Self::Prove(args) => prove::run(args, ctx),
            Self::Witness(command) => command.run(ctx),
            Self::Anchor(command) => command.run(ctx),
            Self::Record(args) => record::run(args, ctx),
            Self::Ingest(args) => ingest::run(args, ctx),
            Self::Export(args) => export::run(args, ctx),
            Self::Redact(args) => redact::run(args, ctx),
            Self::Expire(args) => expire::run(args, ctx),
            Self::Prune(args) => prune::run(args, ctx),
        }
    }
}

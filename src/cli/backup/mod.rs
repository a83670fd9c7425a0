//! `backup`: make backups, see what there is, prove that they open, restore them.

pub(crate) mod create;
pub(crate) mod discard_replaced;
pub(crate) mod list;
pub(crate) mod pin;
pub(crate) mod prune;
pub(crate) mod report;
pub(crate) mod restore;
mod restore_over;
pub(crate) mod rewrap;
mod rights;
pub(crate) mod schedule;
mod shared;
pub(crate) mod show;
pub(crate) mod target;
pub(crate) mod unpin;
pub(crate) mod verify;
pub(crate) mod watch;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Make backups, prove that they open, restore them
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    List(list::Args),
    Show(show::Args),
    Verify(verify::Args),
    Restore(restore::Args),
    Schedule(schedule::Args),
    Watch(watch::Args),
    Rewrap(rewrap::Args),
    Pin(pin::Args),
    Unpin(unpin::Args),
    Prune(prune::Args),
    #[command(subcommand)]
    Target(target::Command),
    DiscardReplaced(discard_replaced::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => {
                report::reported("create", &args.reporting, ctx, |ctx| create::run(args, ctx))
            }
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Verify(args) => {
                report::reported("verify", &args.reporting, ctx, |ctx| verify::run(args, ctx))
            }
            Self::Restore(args) => restore::run(args, ctx),
            Self::Schedule(args) => schedule::run(args, ctx),
            Self::Watch(args) => {
                report::reported("watch", &args.reporting, ctx, |ctx| watch::run(args, ctx))
            }
            Self::Rewrap(args) => rewrap::run(args, ctx),
            Self::Pin(args) => pin::run(args, ctx),
            Self::Unpin(args) => unpin::run(args, ctx),
            Self::Prune(args) => {
                report::reported("prune", &args.reporting, ctx, |ctx| prune::run(args, ctx))
            }
            Self::Target(command) => command.run(ctx),
            Self::DiscardReplaced(args) => discard_replaced::run(args, ctx),
        }
    }
}

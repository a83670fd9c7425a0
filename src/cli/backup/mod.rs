//! `backup`: make backups, see what there is, prove that they open, restore them.

pub(crate) mod create;
pub(crate) mod discard_replaced;
pub(crate) mod list;
pub(crate) mod restore;
mod restore_over;
mod shared;
pub(crate) mod show;
pub(crate) mod verify;

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
    DiscardReplaced(discard_replaced::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Restore(args) => restore::run(args, ctx),
            Self::DiscardReplaced(args) => discard_replaced::run(args, ctx),
        }
    }
}

//! `backup`: make backups, see what there is, prove that they open, restore them.

pub(crate) mod copy;
pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod restore;
mod shared;
pub(crate) mod show;
pub(crate) mod verify;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Make backups, prove that they open, restore them
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    Copy(copy::Args),
    List(list::Args),
    Show(show::Args),
    Verify(verify::Args),
    Restore(restore::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::Copy(args) => copy::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Restore(args) => restore::run(args, ctx),
        }
    }
}

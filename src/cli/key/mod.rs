//! `key`: who opens the store, and the keys behind it.

pub(crate) mod add;
pub(crate) mod kit;
pub(crate) mod list;
pub(crate) mod remove;
pub(crate) mod retire;
pub(crate) mod rotate;
pub(crate) mod verify;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// See and change who opens the store, and rotate its keys
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    List(list::Args),
    Add(add::Args),
    Remove(remove::Args),
    Rotate(rotate::Args),
    Retire(retire::Args),
    Verify(verify::Args),
    Kit(kit::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(args, ctx),
            Self::Add(args) => add::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Rotate(args) => rotate::run(args, ctx),
            Self::Retire(args) => retire::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Kit(args) => kit::run(args, ctx),
        }
    }
}

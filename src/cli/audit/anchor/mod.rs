//! `audit anchor`: checkpoints in forms that leave this machine, and the time-stamps that come back.

pub(crate) mod add;
pub(crate) mod create;
pub(crate) mod list;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Put the log's state where nobody here can change it
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    Add(add::Args),
    List(list::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::Add(args) => add::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
        }
    }
}

//! `group`: sets of accounts that hold roles together.

pub(crate) mod add;
pub(crate) mod create;
pub(crate) mod drop;
pub(crate) mod list;
pub(crate) mod remove;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Put accounts into groups that hold roles
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    List(list::Args),
    Show(show::Args),
    Remove(remove::Args),
    Add(add::Args),
    Drop(drop::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Add(args) => add::run(args, ctx),
            Self::Drop(args) => drop::run(args, ctx),
        }
    }
}

//! `retention rule`: a period and a basis for a class of data.

pub(crate) mod add;
pub(crate) mod list;
pub(crate) mod remove;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Say how long a class of data is kept, and why
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Add(add::Args),
    List(list::Args),
    Remove(remove::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Add(args) => add::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
        }
    }
}

//! `notice`: what accounts are to be told about how they sign in.

pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// See what accounts are to be told, and note what was sent
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    List(list::Args),
    Show(show::Args),
    Mark(mark::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Mark(args) => mark::run(args, ctx),
        }
    }
}

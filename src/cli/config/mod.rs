//! `config`: what is set, and a file to start from.

pub(crate) mod show;
pub(crate) mod template;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// See what is set and where, or start a configuration file
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Show(show::Args),
    Template(template::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(args, ctx),
            Self::Template(args) => template::run(args, ctx),
        }
    }
}

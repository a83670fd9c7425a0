//! `calendar`: the public holidays by which statutory dates are counted.

pub(crate) mod check;
pub(crate) mod import;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// See, import and check the public holidays that statutory dates are counted by
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Show(show::Args),
    Import(import::Args),
    Check(check::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(args, ctx),
            Self::Import(args) => import::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
        }
    }
}

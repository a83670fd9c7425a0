//! `2fa policy`: which roles require a second factor, and by when.

pub(crate) mod deadline;
pub(crate) mod enforce;
pub(crate) mod remove;
pub(crate) mod report;
pub(crate) mod set;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Require second factors of roles, with time to comply
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Set(set::Args),
    Show(show::Args),
    Remove(remove::Args),
    Deadline(deadline::Args),
    Report(report::Args),
    Enforce(enforce::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Set(args) => set::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Deadline(args) => deadline::run(args, ctx),
            Self::Report(args) => report::run(args, ctx),
            Self::Enforce(args) => enforce::run(args, ctx),
        }
    }
}

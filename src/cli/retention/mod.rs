//! `retention`: how long each class of data is kept, and the runs that delete what is older.

pub(crate) mod report;
pub(crate) mod rule;
pub(crate) mod run;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Keep each class of data as long as its rule says, and no longer
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    #[command(subcommand)]
    Rule(rule::Command),
    Run(run::Args),
    Report(report::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Rule(command) => command.run(ctx),
            Self::Run(args) => run::run(args, ctx),
            Self::Report(args) => report::run(args, ctx),
        }
    }
}

//! `restriction`: accounts whose data are only stored.

pub(crate) mod lift;
pub(crate) mod list;
pub(crate) mod set;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Store an account's data and do nothing else with them (GDPR Art. 18)
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Set(set::Args),
    Lift(lift::Args),
    List(list::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Set(args) => set::run(args, ctx),
            Self::Lift(args) => lift::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
        }
    }
}

//! `account`: who can sign in, and who is kept out.

pub(crate) mod change;
pub(crate) mod create;
pub(crate) mod disable;
pub(crate) mod enable;
pub(crate) mod export;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod lock;
pub(crate) mod remove;
pub(crate) mod restore;
pub(crate) mod review;
pub(crate) mod show;
pub(crate) mod sweep;
pub(crate) mod unlock;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Create, look at, change, bar and remove accounts
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(Box<create::Args>),
    List(list::Args),
    Show(show::Args),
    Change(change::Args),
    Disable(disable::Args),
    Enable(enable::Args),
    Lock(lock::Args),
    Unlock(unlock::Args),
    Remove(remove::Args),
    Restore(restore::Args),
    Export(export::Args),
    History(history::Args),
    Import(Box<import::Args>),
    Sweep(sweep::Args),
    Review(review::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Change(args) => change::run(args, ctx),
            Self::Disable(args) => disable::run(args, ctx),
            Self::Enable(args) => enable::run(args, ctx),
            Self::Lock(args) => lock::run(args, ctx),
            Self::Unlock(args) => unlock::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Restore(args) => restore::run(args, ctx),
            Self::Export(args) => export::run(args, ctx),
            Self::History(args) => history::run(args, ctx),
            Self::Import(args) => import::run(args, ctx),
            Self::Sweep(args) => sweep::run(args, ctx),
            Self::Review(args) => review::run(args, ctx),
        }
    }
}

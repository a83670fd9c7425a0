//! `role`: what may be done, and by whom.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod grant;
pub(crate) mod list;
pub(crate) mod permit;
pub(crate) mod remove;
pub(crate) mod revoke;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::domain::role::Permission;

/// Say what may be done, and by whom
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    List(list::Args),
    Show(show::Args),
    Remove(remove::Args),
    Grant(grant::Args),
    Revoke(revoke::Args),
    Permit(permit::Args),
    Check(check::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Grant(args) => grant::run(args, ctx),
            Self::Revoke(args) => revoke::run(args, ctx),
            Self::Permit(args) => permit::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
        }
    }
}

fn permissions(typed: &[String]) -> Result<Vec<Permission>> {
    typed.iter().map(|typed| Permission::new(typed)).collect()
}

//! `role revoke`: takes a role from accounts.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Take a role from an account",
        line: "optimactl role revoke support zoe --yes",
    },
    Example {
        what: "Take it from everybody who does not use it",
        line: "optimactl role revoke support --filter 'last_sign_in=none' --yes",
    },
];

/// Take a role from accounts
///
/// The last account that can administer the store keeps the role that lets it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role grant", "optimactl role show"],
))]
pub(crate) struct Args {
    /// The role
    #[arg(value_name = "ROLE")]
    role: String,
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let role = &args.role;
    let what = |subject: &str| format!("This takes the role `{role}` from {subject}");
    let picked = args
        .select
        .pick(ctx, Danger::Moderate, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::revoke(&core, role, &picked.who)?;
    let words = Words {
        schema: "role-revoke",
        did: &format!("Revoked `{role}` from"),
        would: &format!("Would revoke `{role}` from"),
        already: &format!("does not hold `{role}`"),
        undo: None,
    };
    done::answer(ctx, &picked, &words, &done, |_| String::new())
}

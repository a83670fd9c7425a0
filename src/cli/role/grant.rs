//! `role grant`: gives a role to accounts.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Make somebody an administrator",
        line: "optimactl role grant admin tom",
    },
    Example {
        what: "Give a role to every service account",
        line: "optimactl role grant support --filter kind=service --yes",
    },
];

/// Give a role to accounts
///
/// The role comes first, then the accounts.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role revoke", "optimactl role check"],
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
    let what = |subject: &str| format!("This grants the role `{role}` to {subject}");
    let picked = args.select.pick(ctx, Danger::Mild, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::grant(&core, role, &picked.who)?;
    let words = Words {
        schema: "role-grant",
        did: &format!("Granted `{role}` to"),
        would: &format!("Would grant `{role}` to"),
        already: &format!("holds `{role}` already"),
        undo: None,
    };
    done::answer(ctx, &picked, &words, &done, |_| String::new())
}

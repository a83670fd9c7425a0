//! `role grant`: gives a role to accounts or to a group.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};
use crate::domain::group;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Make somebody an administrator",
        line: "optimactl role grant admin tom",
    },
    Example {
        what: "Give a role to every service account",
        line: "optimactl role grant support --filter kind=service --yes",
    },
    Example {
        what: "Give a role to a group: all its members hold it",
        line: "optimactl role grant support --group helpdesk",
    },
];

/// Give a role to accounts, or to a group
///
/// The role comes first, then the accounts. A role of a group is held by every account in it, and by those who
/// are added later.
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
    /// Give it to this group instead of single accounts
    #[arg(long, value_name = "GROUP", conflicts_with_all = ["accounts", "filter", "names_from", "all", "max"])]
    group: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if let Some(group) = &args.group {
        return to_group(ctx, &args.role, group);
    }
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

fn to_group(ctx: &mut Context, role: &str, group: &str) -> Result<Exit> {
    let core = ctx.open()?;
    let done = group::grant(&core, role, group)?;
    let sentence = match (done.value, ctx.flags.dry_run) {
        (false, _) => format!("The group `{group}` holds `{role}` already"),
        (true, false) => format!("Granted `{role}` to the group `{group}`"),
        (true, true) => format!("Would grant `{role}` to the group `{group}`"),
    };
    let change = ctx
        .change("role-grant", sentence)
        .id(group)
        .event(done.event)
        .with("changed", done.value);
    ctx.answer(&change)
}

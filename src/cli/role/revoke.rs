//! `role revoke`: takes a role from accounts or from a group.

use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Did, Removed};
use crate::domain::group;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Take a role from an account",
        line: "optimactl role revoke support zoe --yes",
    },
    Example {
        what: "Take it from everybody who does not use it",
        line: "optimactl role revoke support --filter 'last_sign_in=none' --yes",
    },
    Example {
        what: "Take a role from a group",
        line: "optimactl role grant support --group helpdesk && optimactl role revoke support --group helpdesk --yes",
    },
];

/// Take a role from accounts, or from a group
///
/// What an account holds through a group is taken from the group, or the account from the group.
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
    /// Take it from this group instead of single accounts
    #[arg(long, value_name = "GROUP", conflicts_with_all = ["accounts", "filter", "names_from", "all", "max"])]
    group: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if let Some(group) = &args.group {
        return from_group(ctx, &args.role, group);
    }
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
    done::answer(ctx, &picked, &words, &done, |did| tail(did, role))
}

/// A role that is still there through a group is said to be.
fn tail(did: &Did, role: &str) -> String {
    if did.roles.iter().any(|held| held == role) {
        return format!("; `{role}` is still held through a group");
    }
    String::new()
}

fn from_group(ctx: &mut Context, role: &str, name: &str) -> Result<Exit> {
    let row = ctx.open()?.store.read(|tx| group::find(tx, name))?;
    let members = count(row.members, "account");
    ask::confirm(
        ctx,
        &format!("This takes the role `{role}` from the group `{name}`, which has {members}"),
    )?;
    let core = ctx.open()?;
    let done = group::revoke(&core, role, name)?;
    let sentence = match (done.value, ctx.flags.dry_run) {
        (false, _) => format!("The group `{name}` does not hold `{role}`"),
        (true, false) => format!("Revoked `{role}` from the group `{name}`"),
        (true, true) => format!("Would revoke `{role}` from the group `{name}`"),
    };
    let change = ctx
        .change("role-revoke", sentence)
        .id(name)
        .event(done.event)
        .with("changed", done.value);
    ctx.answer(&change)
}

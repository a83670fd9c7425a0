//! `role remove`: takes a role away, also from those who hold it.

use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::role;

const EXAMPLES: [Example; 1] = [Example {
    what: "Remove a role",
    line: "optimactl role remove support --yes",
}];

/// Remove a role, also from the accounts that hold it
///
/// The last role that lets somebody administer the store cannot be removed.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role create", "optimactl role revoke"],
))]
pub(crate) struct Args {
    /// The role
    #[arg(value_name = "ROLE")]
    role: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let (row, holders) = ctx.open()?.store.read(|tx| {
        let row = role::find(tx, &args.role)?;
        let holders = tx.count_holders(&row.name)?;
        Ok((row, holders))
    })?;
    let held = count(holders, "account");
    ask::confirm(
        ctx,
        &format!(
            "This removes the role `{}`, which {held} hold{}",
            row.name,
            also(&row.groups)
        ),
    )?;
    let core = ctx.open()?;
    let removed = role::remove(&core, &args.role)?;
    let held = count(u64::try_from(removed.value).unwrap_or(u64::MAX), "account");
    let verb = if ctx.flags.dry_run {
        "Would remove"
    } else {
        "Removed"
    };
    let change = ctx
        .change(
            "role-remove",
            format!("{verb} the role `{}` from {held}", row.name),
        )
        .id(row.name.as_str())
        .event(removed.event)
        .with("accounts", removed.value);
    ctx.answer(&change)
}

fn also(groups: &[String]) -> String {
    if groups.is_empty() {
        return String::new();
    }
    format!(", and the groups {}", groups.join(", "))
}

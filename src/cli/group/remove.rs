//! `group remove`: takes a group away; its members stay.

use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::group;
use crate::store::group::GroupRow;

const EXAMPLES: [Example; 1] = [Example {
    what: "Remove a group; its members lose the roles that it gave",
    line: "optimactl group remove helpdesk --yes",
}];

/// Remove a group
///
/// Its members stay, and lose the roles that they held only through it. A group that makes the last
/// administrator cannot be removed. An empty one goes without a question.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl group drop", "optimactl role revoke"],
))]
pub(crate) struct Args {
    /// The group
    #[arg(value_name = "GROUP")]
    group: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let row = ctx.open()?.store.read(|tx| group::find(tx, &args.group))?;
    if row.members > 0 {
        let what = format!(
            "This removes the group `{}`: {}",
            row.name,
            consequence(&row)
        );
        ask::confirm(ctx, &what)?;
    }
    let core = ctx.open()?;
    let removed = group::remove(&core, &args.group)?;
    let verb = if ctx.flags.dry_run {
        "Would remove"
    } else {
        "Removed"
    };
    let gone = removed.value;
    let tail = if gone.members > 0 {
        format!(": {}", consequence(&gone))
    } else {
        String::new()
    };
    let change = ctx
        .change(
            "group-remove",
            format!("{verb} the group `{}`{tail}", gone.name),
        )
        .id(gone.name.as_str())
        .event(removed.event)
        .with("accounts", gone.members)
        .with("roles", gone.roles);
    ctx.answer(&change)
}

/// `3 accounts lose the roles support, keeper that they hold through it`.
fn consequence(row: &GroupRow) -> String {
    let members = count(row.members, "account");
    if row.roles.is_empty() {
        return format!("{members} in it, no role lost");
    }
    format!(
        "{members} in it, without what it gave: {}",
        row.roles.join(", ")
    )
}

//! `group add`: put accounts into a group.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::Removed;
use crate::domain::group;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Put somebody into a group",
        line: "optimactl group add helpdesk tom",
    },
    Example {
        what: "Put everybody into it who holds a role",
        line: "optimactl group add helpdesk --filter role=support --yes",
    },
];

/// Put accounts into a group
///
/// They hold its roles from then on. The group comes first, then the accounts.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl group show", "optimactl role grant"],
))]
pub(crate) struct Args {
    /// The group
    #[arg(value_name = "GROUP")]
    group: String,
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let group = &args.group;
    let what = |subject: &str| format!("This puts {subject} into the group `{group}`");
    let picked = args.select.pick(ctx, Danger::Mild, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = group::add(&core, group, &picked.who)?;
    let words = Words {
        schema: "group-add",
        did: &format!("Put into `{group}`:"),
        would: &format!("Would put into `{group}`:"),
        already: &format!("is in `{group}` already"),
        undo: None,
    };
    done::answer(ctx, &picked, &words, &done, |_| String::new())
}

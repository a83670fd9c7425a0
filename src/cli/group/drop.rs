//! `group drop`: take accounts out of a group.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::Removed;
use crate::domain::group;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Take somebody out of a group",
        line: "optimactl group drop helpdesk zoe --yes",
    },
    Example {
        what: "Take out everybody who is disabled",
        line: "optimactl group drop helpdesk --filter state=disabled --yes",
    },
];

/// Take accounts out of a group
///
/// They lose the roles that they held only through it. The last administrator stays in the group that makes it one.
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
    let what = |subject: &str| format!("This takes {subject} out of the group `{group}`");
    let picked = args
        .select
        .pick(ctx, Danger::Moderate, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = group::drop_members(&core, group, &picked.who)?;
    let words = Words {
        schema: "group-drop",
        did: &format!("Taken out of `{group}`:"),
        would: &format!("Would take out of `{group}`:"),
        already: &format!("is not in `{group}`"),
        undo: None,
    };
    done::answer(ctx, &picked, &words, &done, |_| String::new())
}

//! `account remove`: takes accounts away, softly for thirty days.

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Did, KEPT_DAYS, Removed};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Remove an account",
        line: "optimactl account remove tom --yes",
    },
    Example {
        what: "See what a filter would remove",
        line: "optimactl account remove --filter 'kind=service and expires<30d' --dry-run",
    },
];

const WORDS: Words<'_> = Words {
    schema: "account-remove",
    did: "Removed",
    would: "Would remove",
    already: "is removed already",
    undo: Some("optimactl account restore"),
};

/// Remove accounts; they can be restored for 30 days
///
/// A removed account cannot sign in and keeps its name, so that it can be restored. After 30 days `retention run` may
/// purge it, where a rule for `identity` says so. To erase a person as the law asks, open a request instead. The last
/// account that can administer the store cannot be removed.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account restore", "optimactl account disable"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = |subject: &str| format!("This removes {subject}");
    let picked = args
        .select
        .pick(ctx, Danger::Moderate, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::remove(&core, &picked.who)?;
    done::answer(ctx, &picked, &WORDS, &done, tail)
}

/// Until when it can come back.
fn tail(did: &Did) -> String {
    let until = did
        .removed
        .map(|since| Period::of_days(KEPT_DAYS).after(since));
    until.map_or_else(String::new, |until| {
        format!("; it can be restored until {}", seconds_text(until))
    })
}

//! `account restore`: brings removed accounts back.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Restore an account",
        line: "optimactl account restore old-bot",
    },
    Example {
        what: "See which accounts are removed",
        line: "optimactl account list --removed --filter state=removed",
    },
];

const WORDS: Words<'_> = Words {
    schema: "account-restore",
    did: "Restored",
    would: "Would restore",
    already: "is not removed",
    undo: None,
};

/// Bring removed accounts back
///
/// They come back as they were, with roles and credentials. It works for 30 days after the removal.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account remove", "optimactl account list"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = |subject: &str| format!("This restores {subject}");
    let picked = args
        .select
        .pick(ctx, Danger::Mild, Removed::Included, what)?;
    let core = ctx.open()?;
    let done = account::restore(&core, &picked.who)?;
    done::answer(ctx, &picked, &WORDS, &done, |_| String::new())
}

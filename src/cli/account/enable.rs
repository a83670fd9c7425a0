//! `account enable`: lets disabled accounts sign in again.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};

const EXAMPLES: [Example; 1] = [Example {
    what: "Enable an account",
    line: "optimactl account enable tom",
}];

const WORDS: Words<'_> = Words {
    schema: "account-enable",
    did: "Enabled",
    would: "Would enable",
    already: "is enabled already",
    undo: None,
};

/// Let disabled accounts sign in again
///
/// A lock or an expiry is not touched by it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account disable", "optimactl account unlock"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = |subject: &str| format!("This enables {subject}");
    let picked = args.select.pick(ctx, Danger::Mild, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::enable(&core, &picked.who)?;
    done::answer(ctx, &picked, &WORDS, &done, |_| String::new())
}

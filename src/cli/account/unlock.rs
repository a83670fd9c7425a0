//! `account unlock`: ends locks before their time.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};

const EXAMPLES: [Example; 1] = [Example {
    what: "Unlock an account",
    line: "optimactl account unlock zoe",
}];

const WORDS: Words<'_> = Words {
    schema: "account-unlock",
    did: "Unlocked",
    would: "Would unlock",
    already: "is not locked",
    undo: None,
};

/// End the lock of accounts before its time
///
/// A disabled or expired account stays so.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account lock", "optimactl account enable"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = |subject: &str| format!("This unlocks {subject}");
    let picked = args.select.pick(ctx, Danger::Mild, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::unlock(&core, &picked.who)?;
    done::answer(ctx, &picked, &WORDS, &done, |_| String::new())
}

//! `account disable`: keeps accounts out until they are enabled again.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::{self, Removed};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Disable an account",
        line: "optimactl account disable tom",
    },
    Example {
        what: "Disable everybody who has not signed in for a year",
        line: "optimactl account disable --filter 'last_sign_in<1y' --max 50 --yes",
    },
];

const WORDS: Words<'_> = Words {
    schema: "account-disable",
    did: "Disabled",
    would: "Would disable",
    already: "is disabled already",
    undo: Some("optimactl account enable"),
};

/// Keep accounts from signing in until they are enabled again
///
/// A disabled account keeps everything it has. The last account that can administer the store cannot be
/// disabled.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account enable", "optimactl account lock", "optimactl account remove"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = |subject: &str| format!("This disables {subject}");
    let picked = args.select.pick(ctx, Danger::Mild, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::disable(&core, &picked.who)?;
    done::answer(ctx, &picked, &WORDS, &done, |_| String::new())
}

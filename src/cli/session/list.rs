//! `session list`: who is signed in, from where and since when.

use crate::base::error::Result;
use crate::cli::belongings::{ListArgs, Words};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::session::FIELDS;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "See who is signed in",
        line: "optimactl session list",
    },
    Example {
        what: "Every session of an account, also those that ended",
        line: "optimactl session list mira --all --format json",
    },
    Example {
        what: "Open sessions from one address that nobody used for two days",
        line: "optimactl session list --filter 'ip=203.0.113.* and seen<2d'",
    },
];

/// List sessions, the newest first
///
/// Only open ones, unless `--all` is given. Filters are as in `account list`; the fields are `id`, `account`,
/// `account_id`, `state` (`open`, `expired`, `revoked`), `ip`, `user_agent`, `created`, `seen`, `expires`,
/// `revoked`, `why`. An account that is barred has no session that holds, whatever its state here. Addresses
/// and programs are personal data: the look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl session revoke", "optimactl account list"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    list: ListArgs,
}

/// What a table shows if no fields are named.
const USUAL: [&str; 6] = ["id", "account", "ip", "user_agent", "created", "seen"];
const USUAL_ALL: [&str; 7] = ["id", "account", "state", "why", "ip", "created", "seen"];

const WORDS: Words = Words {
    schema: "session-list",
    empty: "no session",
    live: "open sessions",
};

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let usual: &[&str] = if args.list.all { &USUAL_ALL } else { &USUAL };
    args.list.show(ctx, &WORDS, (FIELDS, usual))
}

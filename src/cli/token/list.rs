//! `token list`: which tokens there are, and which end soon.

use crate::base::error::Result;
use crate::cli::belongings::{ListArgs, Words};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::token::FIELDS;

const EXAMPLES: [Example; 4] = [
    Example {
        what: "See every working token",
        line: "optimactl token list",
    },
    Example {
        what: "From cron: what ends within two weeks and has no fresh one in its place",
        line: "optimactl token list --filter 'expires<+14d and state=active' --format csv",
    },
    Example {
        what: "Tokens that nobody used for a quarter, or ever",
        line: "optimactl token list --filter 'last_used<90d or last_used=none'",
    },
    Example {
        what: "Ended ones that somebody still tries",
        line: "optimactl token list --all --filter 'refused>=7d'",
    },
];

/// List tokens, the newest first
///
/// Only those that work, unless `--all` is given. Filters are as in `account list`; the fields are `id`,
/// `account`, `account_id`, `kind` (of the account), `name`, `scopes`, `state` (`active`, `rotated`, `expired`,
/// `revoked`), `created`, `expires`, `last_used` and `refused` (to the day), `replaced_by`, `revoked`, `why`. A
/// rotated one works until its overlap ends. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl token show", "optimactl token rotate", "optimactl account list"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    list: ListArgs,
}

/// What a table shows if no fields are named.
const USUAL: [&str; 7] = [
    "id",
    "account",
    "name",
    "scopes",
    "state",
    "expires",
    "last_used",
];

const WORDS: Words = Words {
    schema: "token-list",
    empty: "no token",
    live: "working tokens",
};

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    args.list.show(ctx, &WORDS, (FIELDS, &USUAL))
}

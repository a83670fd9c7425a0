//! `token list`: which tokens there are, and which end soon.

use crate::base::error::Result;
use crate::cli::columns::{self, Columns};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::filter::Filter;
use crate::domain::token::{self, FIELDS, Query};

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
    /// Only of this account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// Only tokens that match: `expires<+14d and state=active`
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Also tokens that expired or were revoked
    #[arg(long)]
    all: bool,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Begin behind this token
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    /// Which fields, in this order
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    fields: Vec<String>,
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

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let format = ctx.ui.format();
    let columns = Columns::new("token-list", (FIELDS, &USUAL), &args.fields, format)?;
    let query = query(args, ctx)?;
    let core = ctx.open()?;
    let mut last = None;
    let seen = columns::show(ctx, &columns, core.now(), "no token", |see| {
        token::each(&core, &query, |row| {
            last = Some(row.id.clone());
            see(row)
        })
    })?;
    if seen == 0 && !args.all {
        ctx.ui
            .note("only working tokens were looked at; `--all` shows the others, too");
    }
    if let Some(last) = last.filter(|_| Some(seen) == args.limit) {
        ctx.ui.hint(&format!("more may follow: `--after {last}`"));
    }
    Ok(Exit::OK)
}

fn query(args: &Args, ctx: &Context) -> Result<Query> {
    let filter = args
        .filter
        .as_deref()
        .map(|typed| Filter::parse(typed, FIELDS, ctx.clock.now(), &zone(ctx)?));
    Ok(Query {
        account: args.account.clone(),
        filter: filter.transpose()?,
        typed: args.filter.clone(),
        ended: args.all,
        after: args.after.clone(),
        limit: args.limit,
    })
}

//! `session list`: who is signed in, from where and since when.

use crate::base::error::Result;
use crate::cli::columns::{self, Columns};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::filter::Filter;
use crate::domain::session::{self, FIELDS, Query};

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
    /// Only of this account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// Only sessions that match: `ip=203.0.113.* and seen<2d`
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Also sessions that expired or were revoked
    #[arg(long)]
    all: bool,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Begin behind this session
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    /// Which fields, in this order
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    fields: Vec<String>,
}

/// What a table shows if no fields are named.
const USUAL: [&str; 6] = ["id", "account", "ip", "user_agent", "created", "seen"];
const USUAL_ALL: [&str; 7] = ["id", "account", "state", "why", "ip", "created", "seen"];

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let usual: &[&str] = if args.all { &USUAL_ALL } else { &USUAL };
    let format = ctx.ui.format();
    let columns = Columns::new("session-list", (FIELDS, usual), &args.fields, format)?;
    let query = query(args, ctx)?;
    let core = ctx.open()?;
    let mut last = None;
    let seen = columns::show(ctx, &columns, core.now(), "no session", |see| {
        session::each(&core, &query, |row| {
            last = Some(row.id.clone());
            see(row)
        })
    })?;
    if seen == 0 && !args.all {
        ctx.ui
            .note("only open sessions were looked at; `--all` shows the others, too");
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

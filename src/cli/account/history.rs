//! `account history`: what happened to an account and what it did.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::base::period::parse_when;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, Table, View};
use crate::cli::select::zone;
use crate::cli::ui::Sink;
use crate::domain::account::{self, Happened};
use crate::store::account::Going;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what happened to an account",
        line: "optimactl account history mira",
    },
    Example {
        what: "Read the last month into a program",
        line: "optimactl account history mira --since 30d --format jsonl",
    },
];

/// The column that a screen leaves out.
const TARGET: usize = 5;
const SCHEMA: &str = "account-history";
const HEADER: [&str; 7] = [
    "event", "time", "action", "outcome", "actor", "target", "details",
];

/// Show what happened to an account and what it did, newest first
///
/// These are the audit events whose target or actor is the account. Values that were erased are gone from them.
/// The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl account show"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// Only from then on: a date, RFC 3339, or a period back from now
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// At most this many, the newest
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
}

#[derive(Serialize)]
struct Item {
    event: u64,
    time: String,
    action: String,
    outcome: String,
    severity: String,
    actor: String,
    target: Option<String>,
    values: Map<String, Value>,
}

#[derive(Serialize)]
struct Listed {
    #[serde(skip)]
    table: Table,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        SCHEMA
    }

    fn view(&self) -> View {
        View::Table(self.table.clone())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let since = match &args.since {
        Some(typed) => parse_when(typed, ctx.clock.now(), &zone(ctx)?)?,
        None => Time::UNIX_EPOCH,
    };
    let core = ctx.open()?;
    let on_terminal = matches!(ctx.ui.sink(), Sink::Terminal { .. });
    if ctx.ui.format() == Format::Text && on_terminal {
        let mut table = Table::new(&["event", "time", "action", "outcome", "actor", "details"]);
        account::history(&core, &args.account, since, args.limit, |happened| {
            // Nearly every event has the account as its target: a screen has no room to repeat it.
            let mut row = cells(&item(happened));
            row.remove(TARGET);
            table.row(row);
            Ok(Going::On)
        })?;
        return ctx.answer(&Listed { table });
    }
    // Opened with the first event: where the account is not found, nothing is written.
    let mut stream = None;
    account::history(&core, &args.account, since, args.limit, |happened| {
        let item = item(happened);
        let stream = match &mut stream {
            Some(stream) => stream,
            None => stream.insert(ctx.stream(SCHEMA, &HEADER)?),
        };
        stream.item(&item, &cells(&item))?;
        Ok(if stream.is_closed() {
            Going::Enough
        } else {
            Going::On
        })
    })?;
    match stream {
        Some(stream) => stream.finish()?,
        None => ctx.stream(SCHEMA, &HEADER)?.finish()?,
    }
    Ok(Exit::OK)
}

fn item(happened: Happened) -> Item {
    Item {
        event: happened.seq,
        time: seconds_text(happened.time),
        action: happened.action,
        outcome: happened.outcome,
        severity: happened.severity,
        actor: happened.actor,
        target: happened.target,
        values: happened.values,
    }
}

fn cells(item: &Item) -> Vec<String> {
    let details: Vec<String> = item.values.iter().map(detail).collect();
    vec![
        item.event.to_string(),
        item.time.clone(),
        item.action.clone(),
        item.outcome.clone(),
        item.actor.clone(),
        item.target.clone().unwrap_or_default(),
        details.join(", "),
    ]
}

fn detail((key, value): (&String, &Value)) -> String {
    match value {
        Value::String(text) => format!("{key}={text}"),
        other => format!("{key}={other}"),
    }
}

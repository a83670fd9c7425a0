//! `optout list`: who opted out of what.

use serde::Serialize;

use super::Person;
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::optout::{self, Which};
use crate::store::optout::OptoutRow;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "May this address be written to?",
        line: "optimactl optout list --email kim@example.org --what direct-marketing",
    },
    Example {
        what: "Everybody who opted out of the sale of data, for another system",
        line: "optimactl optout list --what sale-sharing --format jsonl",
    },
];

/// List opt-outs and objections, the newest first
///
/// Of everybody, of an account, or of an address; only those in force, unless `--all` is given. People without an account
/// are shown without their address: it is kept only as a keyed digest. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl optout set", "optimactl optout clear"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    person: Person,
    /// Only this kind
    #[arg(long, value_name = "WHAT", value_parser = super::whats())]
    what: Option<String>,
    /// Also those that were taken back
    #[arg(long)]
    all: bool,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Row>);

#[derive(Serialize)]
struct Row {
    id: String,
    account_id: Option<String>,
    account: Option<String>,
    what: String,
    source: String,
    channel: String,
    received: String,
    honored: String,
    ask_again: String,
    cleared: Option<String>,
}

impl Row {
    fn of(row: OptoutRow) -> Self {
        Self {
            ask_again: seconds_text(optout::ask_again(&row)),
            id: row.id,
            account_id: row.account,
            account: row.name,
            what: row.what,
            source: row.source,
            channel: row.channel,
            received: seconds_text(row.received),
            honored: seconds_text(row.honored),
            cleared: row.cleared.map(seconds_text),
        }
    }
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "optout-list"
    }

    fn view(&self) -> View {
        let header = ["id", "account", "what", "source", "received", "cleared"];
        let mut table = Table::new(&header).or_say("There is no such opt-out or objection");
        for row in &self.0 {
            table.row([
                row.id.clone(),
                row.account
                    .clone()
                    .unwrap_or_else(|| "(no account)".to_owned()),
                row.what.clone(),
                row.source.clone(),
                row.received.clone(),
                row.cleared.clone().unwrap_or_default(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let whose = args.person.named()?;
    let which = if args.all { Which::All } else { Which::InForce };
    let core = ctx.open()?;
    let mut rows = optout::list(&core, whose.as_ref(), which)?;
    drop(core);
    if let Some(what) = &args.what {
        rows.retain(|row| row.what == *what);
    }
    ctx.answer(&Listed(rows.into_iter().map(Row::of).collect()))
}

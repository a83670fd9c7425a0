//! `request list`: what is open, and by when.

use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::shared;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::request::clocks::read_zone;
use crate::domain::request::list::Overdue;
use crate::domain::request::words::{Law, Type};
use crate::domain::request::{self, Filter, Request, State, Which};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "See what is open",
        line: "optimactl request list",
    },
    Example {
        what: "See closed ones, too, for a spreadsheet",
        line: "optimactl request list --all --format csv",
    },
    Example {
        what: "Requests under the GDPR to act on this week",
        line: "optimactl request list --law gdpr --due-within 7d",
    },
];

/// List requests with their states and dates
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request due", "optimactl request show"],
))]
pub(crate) struct Args {
    /// Closed ones, too
    #[arg(long)]
    all: bool,
    /// Only open ones, which is what is shown anyhow
    #[arg(long, conflicts_with = "all")]
    open: bool,
    /// Only this type
    #[arg(long = "type", value_name = "TYPE", value_parser = shared::types())]
    kind: Option<String>,
    /// Only this law; `gdpr` and `ccpa` include requests under both
    #[arg(long, value_name = "LAW", value_parser = shared::laws())]
    law: Option<String>,
    /// Only this state; a final one looks among the closed
    #[arg(long, value_name = "STATE", value_parser = states(), conflicts_with = "open")]
    state: Option<String>,
    /// Only what must be acted on within this time, or is past it
    #[arg(long, value_name = "PERIOD")]
    due_within: Option<String>,
    /// Only what is past its last day
    #[arg(long)]
    overdue: bool,
}

fn states() -> PossibleValuesParser {
    PossibleValuesParser::new(State::ALL.map(State::as_str))
}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Item>);

#[derive(Serialize)]
pub(super) struct Item {
    pub(super) reference: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) law: String,
    pub(super) state: String,
    pub(super) account: Option<String>,
    pub(super) name: Option<String>,
    pub(super) received: String,
    /// The civil date of receipt, by which the law counts.
    pub(super) received_local: String,
    /// The next duty: to act by, due, whether the day has passed.
    pub(super) act_by: Option<String>,
    pub(super) due: Option<String>,
    pub(super) days_left: Option<i64>,
    pub(super) overdue: bool,
    pub(super) closed: Option<String>,
    pub(super) flags: Vec<String>,
}

pub(super) fn item(request: &Request, now: Time) -> Result<Item> {
    let (row, zone) = (&request.row, read_zone(&request.row.zone)?);
    let next = request.duties.first();
    Ok(Item {
        reference: row.reference.clone(),
        kind: row.kind.clone(),
        law: row.law.clone(),
        state: row.state.clone(),
        account: row.account.clone(),
        name: request.name.clone(),
        received: seconds_text(row.received),
        received_local: row.received.with_timezone(&zone).date_naive().to_string(),
        act_by: next.map(|duty| duty.act_by.to_string()),
        due: next.map(|duty| duty.due.to_string()),
        days_left: next.map(|duty| duty.days_left(now, zone)),
        overdue: request.duties.iter().any(|duty| duty.is_overdue(now, zone)),
        closed: row.closed.map(seconds_text),
        flags: shared::flags(row),
    })
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "request-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&[
            "reference",
            "type",
            "law",
            "state",
            "subject",
            "act by",
            "due",
            "notes",
        ])
        .or_say("No request");
        for item in &self.0 {
            let subject = item.name.as_ref().or(item.account.as_ref()).cloned();
            let mut notes = item.flags.clone();
            if item.overdue {
                notes.push("OVERDUE".to_owned());
            }
            table.row([
                item.reference.clone(),
                item.kind.clone(),
                item.law.clone(),
                item.state.clone(),
                subject.unwrap_or_else(|| "(no account)".to_owned()),
                item.act_by.clone().unwrap_or_default(),
                item.due.clone().unwrap_or_default(),
                notes.join(" "),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let filter = filter(args)?;
    let core = ctx.open()?;
    let requests = request::list(&core, &filter)?;
    let now = core.now();
    drop(core);
    let items = requests.iter().map(|request| item(request, now));
    ctx.answer(&Listed(items.collect::<Result<_>>()?))
}

fn filter(args: &Args) -> Result<Filter> {
    let state = args.state.as_deref().map(State::read).transpose()?;
    let all = args.all || state.is_some_and(State::is_final);
    Ok(Filter {
        which: if all { Which::All } else { Which::Open },
        kind: args.kind.as_deref().map(Type::parse).transpose()?,
        law: args.law.as_deref().map(Law::parse).transpose()?,
        state,
        due_within: args.due_within.as_deref().map(str::parse).transpose()?,
        overdue: args.overdue.then_some(Overdue),
    })
}

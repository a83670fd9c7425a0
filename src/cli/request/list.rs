//! `request list`: what is open, and by when.

use serde::Serialize;

use super::shared;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::request::clocks::read_zone;
use crate::domain::request::{self, Request, Which};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what is open",
        line: "optimactl request list",
    },
    Example {
        what: "See closed ones, too, for a spreadsheet",
        line: "optimactl request list --all --format csv",
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
        ]);
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
    let core = ctx.open()?;
    let which = if args.all { Which::All } else { Which::Open };
    let requests = request::list(&core, which)?;
    let now = core.now();
    drop(core);
    let items = requests.iter().map(|request| item(request, now));
    ctx.answer(&Listed(items.collect::<Result<_>>()?))
}

//! `request due`: what must be done soon, for cron. Shows nothing personal.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::shared;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::request::clocks::read_zone;
use crate::domain::request::keeping::{self, Stale};
use crate::domain::request::{self, Request};
use crate::store::file;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Every morning from cron: mail comes only when something must be done",
        line: "optimactl request due --within 3d",
    },
    Example {
        what: "See what the next two months bring",
        line: "optimactl request due --within 2mo # ends with 4",
    },
    Example {
        what: "Keep a calendar file up to date for the team's calendars",
        line: "optimactl request due --within 3d --ics due.ics --overwrite",
    },
];

/// Show what is overdue or must be done soon
///
/// Ends with 4 when there is something, also when the file of a bundle should have been deleted. The day to act by is never later than the statutory one: weekends and
/// holidays shorten it and never lengthen it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Findings]].concat(),
    &["optimactl request list", "optimactl request show"],
))]
pub(crate) struct Args {
    /// How far ahead to look
    #[arg(long, value_name = "PERIOD", default_value = "7d")]
    within: String,
    /// Write all open duties as a calendar file (RFC 5545), however far ahead: references and dates, nobody's name
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed {
    items: Vec<Item>,
    #[serde(skip)]
    within: String,
}

#[derive(Serialize)]
struct Item {
    reference: String,
    #[serde(rename = "type")]
    kind: String,
    state: String,
    law: String,
    what: &'static str,
    act_by: String,
    due: String,
    days_left: i64,
    overdue: bool,
    next: Option<String>,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "request-due"
    }

    fn view(&self) -> View {
        let header = ["reference", "law", "what", "act by", "due", "left", "next"];
        let mut table =
            Table::new(&header).or_say(format!("Nothing is due in the next {}", self.within));
        for item in &self.items {
            let left = match item.days_left {
                _ if item.overdue => "OVERDUE".to_owned(),
                days if days < 0 => "act now".to_owned(),
                0 => "today".to_owned(),
                days => count(days, "day"),
            };
            table.row([
                item.reference.clone(),
                item.law.clone(),
                item.what.to_owned(),
                item.act_by.clone(),
                item.due.clone(),
                left,
                item.next.clone().unwrap_or_default(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let within: Period = args.within.parse()?;
    let core = ctx.open()?;
    let requests = request::waiting(&core)?;
    let stale = keeping::stale(&core, &shared::keep(ctx)?)?;
    let now = core.now();
    let store = core.store.keyring.store_id.clone();
    drop(core);
    if let Some(path) = &args.ics {
        keep(ctx, path, &request::ics::calendar(&requests, &store, now))?;
    }
    let mut items = vec![];
    for request in &requests {
        let zone = read_zone(&request.row.zone)?;
        let until = within.after(now).with_timezone(&zone).date_naive();
        for duty in request.duties.iter().filter(|duty| duty.act_by <= until) {
            items.push(Item {
                days_left: duty.days_left(now, zone),
                overdue: duty.is_overdue(now, zone),
                ..blank(request, duty)
            });
        }
    }
    for file in stale {
        items.push(left(file, now)?);
    }
    items.sort_by(|a, b| (&a.act_by, &a.reference).cmp(&(&b.act_by, &b.reference)));
    let found = (!items.is_empty()).then_some(Kind::Findings);
    let listed = Listed {
        items,
        within: spoken(&within.to_string()),
    };
    ctx.answer_with(&listed, found)
}

/// A file of a bundle that nobody needs any more.
fn left(file: Stale, now: Time) -> Result<Item> {
    let zone = read_zone(&file.zone)?;
    let day = file.delete_by.with_timezone(&zone).date_naive();
    Ok(Item {
        days_left: (day - now.with_timezone(&zone).date_naive()).num_days(),
        overdue: true,
        next: Some(shared::line("discard", &file.reference)),
        reference: file.reference,
        kind: file.kind,
        state: file.state,
        law: file.law,
        what: "delete the file of the bundle",
        act_by: day.to_string(),
        due: day.to_string(),
    })
}

/// Written whole or not at all: whoever reads it every hour never sees a part.
fn keep(ctx: &Context, path: &Path, text: &str) -> Result<()> {
    if path.as_os_str() == "-" {
        return Err(
            Error::usage("standard output holds the list of what is due")
                .hint("name a file: `--ics due.ics`"),
        );
    }
    if ctx.flags.dry_run {
        ctx.ui.note(&format!("would write `{}`", path.display()));
        return Ok(());
    }
    file::write_output(path, text.as_bytes(), ctx.existing())
}

/// `7d` as `7 days`.
fn spoken(period: &str) -> String {
    let number = period.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match period.strip_prefix(number) {
        Some("d") => "day",
        Some("h") => "hour",
        Some("m") => "minute",
        Some("s") => "second",
        Some("mo") => "month",
        _ => "year",
    };
    count(number.parse::<u64>().unwrap_or_default(), unit)
}

fn blank(request: &Request, duty: &request::Duty) -> Item {
    let row = &request.row;
    let next = match duty.what {
        "acknowledge" => Some("ack"),
        _ => shared::next(row),
    };
    Item {
        reference: row.reference.clone(),
        kind: row.kind.clone(),
        state: row.state.clone(),
        law: duty.law.to_owned(),
        what: duty.what,
        act_by: duty.act_by.to_string(),
        due: duty.due.to_string(),
        days_left: 0,
        overdue: false,
        next: next.map(|next| shared::line(next, &row.reference)),
    }
}

//! `audit anchor list`: what left this store to vouch for it.

use data_encoding::BASE64;
use serde::Serialize;

use crate::base::clock::{days_between, seconds_text};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::audit::anchor::list;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what vouches for the log, and since when",
        line: "optimactl audit anchor list",
    },
    Example {
        what: "With the checkpoints and time-stamps themselves",
        line: "optimactl audit anchor list --format json",
    },
];

/// List the anchors
///
/// Whether a mail or a file still exists outside only its keeper knows; a time-stamp is kept here, too.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit anchor create", "optimactl audit verify"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Shown {
    anchor: u64,
    kind: String,
    events: u64,
    epoch: String,
    made: String,
    age_days: i64,
    stamped: Option<String>,
    checkpoint: String,
    /// RFC 3161, base64.
    request: Option<String>,
    response: Option<String>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Answered(Vec<Shown>);

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "audit-anchor-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["anchor", "kind", "events", "made", "age", "stamped"])
            .or_say("Nothing ever left this store to vouch for its log");
        for shown in &self.0 {
            let waiting = match shown.kind.as_str() {
                "rfc3161" => "not answered",
                _ => "",
            };
            table.row([
                shown.anchor.to_string(),
                shown.kind.clone(),
                shown.events.to_string(),
                shown.made.clone(),
                format!("{} d", shown.age_days),
                shown.stamped.clone().unwrap_or_else(|| waiting.to_owned()),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let core = ctx.open()?;
    let mut rows = vec![];
    list(&core, &mut |row| {
        rows.push(Shown {
            anchor: row.seq,
            kind: row.kind,
            events: row.size,
            epoch: row.epoch,
            age_days: days_between(row.made, now),
            made: seconds_text(row.made),
            stamped: row.stamped.map(seconds_text),
            checkpoint: row.note,
            request: row.query.map(|bytes| BASE64.encode(&bytes)),
            response: row.response.map(|bytes| BASE64.encode(&bytes)),
        });
        Ok(())
    })?;
    ctx.answer(&Answered(rows))
}

//! `audit witness list`: who vouches for how much.

use serde::Serialize;

use super::policy;
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::audit::witness::newest;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See who vouches for how much",
        line: "optimactl audit witness list",
    },
    Example {
        what: "The same for a script",
        line: "optimactl audit witness list --format json",
    },
];

/// List the witnesses and what they signed last
///
/// Shows the witnesses of the configuration, those that never signed among them, and those that signed once and are
/// not configured any more: their cosignatures count for nothing.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit witness add", "optimactl audit verify"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Shown {
    witness: String,
    key: String,
    counts: bool,
    events: Option<u64>,
    signed: Option<String>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Answered(Vec<Shown>);

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "audit-witness-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["witness", "counts", "events", "signed", "key"])
            .or_say("No witness is configured, and none ever signed");
        for shown in &self.0 {
            let events = shown.events.map(|events| events.to_string());
            table.row([
                shown.witness.as_str(),
                if shown.counts { "yes" } else { "no" },
                events.as_deref().unwrap_or(""),
                shown.signed.as_deref().unwrap_or("never"),
                &shown.key,
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let policy = policy(ctx)?;
    let core = ctx.open()?;
    let mut last = newest(&core)?;
    let mut rows: Vec<Shown> = vec![];
    for witness in &policy.witnesses {
        let key = witness.to_string();
        let row = last.remove(&key);
        rows.push(Shown {
            witness: witness.name().to_owned(),
            counts: true,
            events: row.as_ref().map(|row| row.size),
            signed: row.map(|row| seconds_text(row.signed)),
            key,
        });
    }
    rows.extend(last.into_iter().map(|(key, row)| Shown {
        witness: key.split('+').next().unwrap_or_default().to_owned(),
        counts: false,
        events: Some(row.size),
        signed: Some(seconds_text(row.signed)),
        key,
    }));
    ctx.answer(&Answered(rows))
}

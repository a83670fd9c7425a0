//! `request metrics`: how many requests came in a year, how they were answered and how fast.

use chrono::Datelike as _;
use serde::Serialize;

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::request::metrics::{self, Line, Span};
use crate::domain::request::words::Law;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See how requests of a year were answered",
        line: "optimactl request metrics --year 2026",
    },
    Example {
        what: "The figures that 11 CCR §7102 wants published",
        line: "optimactl request metrics --year 2026 --law ccpa --format csv",
    },
];

/// Count the requests of a year by type and answer
///
/// Numbers only: received, complied with in whole or in part, denied by reason, and the median and mean of calendar days
/// until the answer. A request counts in the year in which it was received. Who handles the data of 10 million Californians
/// publishes them by 1 July (11 CCR §7102).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request list", "optimactl request due"],
))]
pub(crate) struct Args {
    /// The year; the last whole one if not given
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=9999))]
    year: Option<i32>,
    /// Only this law; `gdpr` and `ccpa` include requests under both
    #[arg(long, value_name = "LAW", value_parser = shared::laws())]
    law: Option<String>,
}

#[derive(Serialize)]
struct Counted {
    year: i32,
    law: Option<&'static str>,
    types: Vec<Line>,
}

impl Answer for Counted {
    fn schema(&self) -> &'static str {
        "request-metrics"
    }

    fn items(&self) -> Option<&'static str> {
        Some("types")
    }

    fn view(&self) -> View {
        let header = [
            "type",
            "received",
            "complied",
            "in part",
            "denied",
            "not verifiable",
            "not a consumer",
            "exempt",
            "other",
            "withdrawn",
            "dismissed",
            "open",
            "late",
            "extended",
            "median days",
            "mean days",
        ];
        let mut table =
            Table::new(&header).or_say(format!("No request was received in {}", self.year));
        for line in &self.types {
            let days =
                |days: Option<f64>| days.map(|days| format!("{days:.1}")).unwrap_or_default();
            let numbers = [
                line.received,
                line.complied,
                line.complied_in_part,
                line.denied,
                line.denied_not_verifiable,
                line.denied_not_a_consumer,
                line.denied_exempt,
                line.denied_other,
                line.withdrawn,
                line.dismissed,
                line.open,
                line.late,
                line.extended,
            ];
            let mut cells = vec![line.kind.to_owned()];
            cells.extend(numbers.map(|number| number.to_string()));
            cells.extend([days(line.median_days), days(line.mean_days)]);
            table.row(cells);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let law = args.law.as_deref().map(Law::parse).transpose()?;
    let last = ctx.clock.now().year().saturating_sub(1);
    let span = Span {
        year: args.year.unwrap_or(last),
        law,
    };
    let core = ctx.open()?;
    let types = metrics::metrics(&core, span)?;
    drop(core);
    ctx.answer(&Counted {
        year: span.year,
        law: law.map(Law::as_str),
        types,
    })
}

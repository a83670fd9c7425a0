//! `audit list`: events, the newest first.

use std::ops::ControlFlow;

use crate::base::clock;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::audit::Severity;
use crate::domain::audit::query;
use crate::domain::audit::shown::Shown;
use crate::store::audit::Order;

use super::filter::Filter;

const EXAMPLES: [Example; 5] = [
    Example {
        what: "See the newest events",
        line: "optimactl audit list",
    },
    Example {
        what: "See what failed or was refused in the last week",
        line: "optimactl audit list --outcome failure --outcome refused --since 7d",
    },
    Example {
        what: "See what matters most",
        line: "optimactl audit list --severity '>=high' --limit 10",
    },
    Example {
        what: "See what one program or person failed at, in one expression",
        line: "optimactl audit list --filter 'outcome!=success and (via=cron or severity>=medium)'",
    },
    Example {
        what: "See the first events of the log",
        line: "optimactl audit list --seq 0..9 --reverse --format json",
    },
];

/// List events, the newest first
///
/// Shows the newest 50 unless `--limit` says otherwise. Personal values are shown where they still exist;
/// those that were erased show as `(erased)`. Looking is itself an event.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit show", "optimactl audit count", "optimactl audit export"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    filter: Filter,
}

/// A page that fits on a few screens.
const PAGE: u64 = 50;

#[derive(serde::Serialize)]
#[serde(transparent)]
struct Listed(Vec<Shown>);

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "audit-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&[
            "seq", "time", "action", "outcome", "actor", "target", "details",
        ]);
        for event in &self.0 {
            table.row([
                event.seq.to_string(),
                whole_seconds(&event.ts),
                event.action.clone(),
                event.outcome.clone(),
                event.actor_shown().to_owned(),
                event.target_shown().to_owned(),
                details(event),
            ]);
        }
        View::Table(table)
    }
}

/// The fraction stays in JSON and in `audit show`: here it would only take room.
fn whole_seconds(time: &str) -> String {
    clock::parse(time).map_or_else(|_| time.to_owned(), clock::seconds_text)
}

/// The severity only where it says something, then every other field.
fn details(event: &Shown) -> String {
    let notable = (event.severity != Severity::Info.as_str())
        .then(|| ("severity".to_owned(), event.severity.clone()));
    let pairs = notable.into_iter().chain(event.details());
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key}={value}")).collect();
    pairs.join(" ")
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let mut wanted = args.filter.query(ctx, Order::NewestFirst)?;
    wanted.limit.get_or_insert(PAGE);
    let core = ctx.open()?;
    let end = query::record_reading(&core, "list")?;
    let mut found = vec![];
    core.store.read(|tx| {
        query::each_shown(&core, tx, &wanted, end, &mut |shown| {
            found.push(shown);
            Ok(ControlFlow::Continue(()))
        })
    })?;
    ctx.answer(&Listed(found))
}

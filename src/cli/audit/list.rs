//! `audit list`: events, the newest first.

use std::ops::ControlFlow;

use crate::base::clock;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::audit::Severity;
use crate::domain::audit::query::{self, Query};
use crate::domain::audit::shown::Shown;
use crate::store::audit::Order;

use super::explain;
use super::filter::Filter;

const EXAMPLES: [Example; 6] = [
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
    Example {
        what: "See how a search would go about it",
        line: "optimactl audit list --action 'account.*' --since 7d --explain",
    },
];

/// List events, the newest first
///
/// Shows the newest 50 unless `--limit` says otherwise, and how to see the next page. Personal values are shown
/// where they still exist; those that were erased show as `(erased)`. Looking is itself an event.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit show", "optimactl audit follow", "optimactl audit count", "optimactl audit export"],
))]
pub(crate) struct Args {
    /// Tell how the log would be searched, and do not search it
    #[arg(long)]
    explain: bool,
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
        let mut table = Table::new(&HEADER);
        for event in &self.0 {
            table.row(cells(event));
        }
        View::Table(table)
    }
}

pub(super) const HEADER: [&str; 7] = [
    "seq", "time", "action", "outcome", "actor", "target", "details",
];

/// An event as a row.
pub(super) fn cells(event: &Shown) -> [String; 7] {
    [
        event.seq.to_string(),
        whole_seconds(&event.ts),
        event.action.clone(),
        event.outcome.clone(),
        event.actor_shown().to_owned(),
        event.target_shown().to_owned(),
        details(event),
    ]
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
    if args.explain {
        return explain::run(ctx, &wanted, None);
    }
    let limit = *wanted.limit.get_or_insert(PAGE);
    let core = ctx.open()?;
    let end = query::record_reading(&core, "list")?;
    let mut found = vec![];
    let mut more = false;
    // One more than the page holds tells whether there is another.
    wanted.limit = Some(limit.saturating_add(1));
    core.store.read(|tx| {
        query::each_shown(&core, tx, &wanted, end, &mut |shown| {
            more = u64::try_from(found.len()).is_ok_and(|shown| shown == limit);
            if !more {
                found.push(shown);
            }
            Ok(ControlFlow::Continue(()))
        })
    })?;
    let next = found.last().filter(|_| more).map(|last| last.seq);
    let kept = core.store.read(|tx| tx.first_kept())?;
    let exit = ctx.answer(&Listed(found))?;
    if wanted.numbers.is_some_and(|(first, _)| first < kept) {
        ctx.ui.hint(&format!(
            "events before {kept} were pruned: `optimactl audit show SEQ` names the archive of one"
        ));
    }
    if let Some(last) = next {
        ctx.ui
            .hint(&format!("more follow: `--seq {}`", behind(&wanted, last)));
    }
    Ok(exit)
}

/// The numbers that are left behind this one, in the order that is shown.
fn behind(query: &Query, last: u64) -> String {
    let (first, end) = query.numbers.unwrap_or((0, u64::MAX));
    let bound = |number: u64, none: u64| match number {
        number if number == none => String::new(),
        number => number.to_string(),
    };
    match query.order {
        Order::NewestFirst => format!("{}..{}", bound(first, 0), last.saturating_sub(1)),
        Order::OldestFirst => {
            let end = if end == u64::MAX { end } else { end - 1 };
            format!("{}..{}", last.saturating_add(1), bound(end, u64::MAX))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_the_other_end() {
        let of = |numbers, order| Query {
            numbers,
            order,
            ..Query::default()
        };
        assert_eq!(behind(&of(None, Order::NewestFirst), 17), "..16");
        assert_eq!(behind(&of(Some((5, 100)), Order::NewestFirst), 17), "5..16");
        assert_eq!(behind(&of(None, Order::OldestFirst), 17), "18..");
        assert_eq!(
            behind(&of(Some((5, 100)), Order::OldestFirst), 17),
            "18..99"
        );
        assert_eq!(
            behind(&of(Some((5, u64::MAX)), Order::OldestFirst), 17),
            "18.."
        );
    }
}

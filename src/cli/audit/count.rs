//! `audit count`: how many, by what, and when.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, Table, View};
use crate::cli::ui::Sink;
use crate::domain::audit::count::{By, Group, Grouping, count};
use crate::domain::audit::query;
use crate::store::audit::Order;

use super::filter::Filter;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Count all events",
        line: "optimactl audit count",
    },
    Example {
        what: "See who did what how often",
        line: "optimactl audit count --by actor,action",
    },
    Example {
        what: "Draw the last day by the hour",
        line: "optimactl audit count --per 1h --since 24h",
    },
];

/// Count events, also by what they have in common and over time
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl audit list"]))]
pub(crate) struct Args {
    /// Count by these: action, actor, target, source, outcome, severity
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    by: Vec<String>,
    /// Count per interval: `1h`, `1d`
    #[arg(long, value_name = "PERIOD")]
    per: Option<String>,
    #[command(flatten)]
    filter: Filter,
}

/// The longest bar.
const WIDTH: u64 = 40;

struct Counted {
    by: Vec<String>,
    timed: bool,
    bars: bool,
    groups: Vec<Group>,
}

impl Serialize for Counted {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.groups.iter().map(|group| {
            let mut map = Map::new();
            if let Some(from) = group.from {
                map.insert("from".to_owned(), seconds_text(from).into());
            }
            for (name, word) in self.by.iter().zip(&group.words) {
                map.insert(name.clone(), word.as_str().into());
            }
            map.insert("count".to_owned(), group.count.into());
            Value::Object(map)
        }))
    }
}

impl Answer for Counted {
    fn schema(&self) -> &'static str {
        "audit-count"
    }

    fn view(&self) -> View {
        let mut header: Vec<&str> = vec![];
        if self.timed {
            header.push("from");
        }
        header.extend(self.by.iter().map(String::as_str));
        header.push("count");
        if self.bars {
            header.push("");
        }
        let most = self
            .groups
            .iter()
            .map(|group| group.count)
            .max()
            .unwrap_or(0);
        let mut table = Table::new(&header);
        for group in &self.groups {
            let mut cells = vec![];
            cells.extend(group.from.map(seconds_text));
            cells.extend(group.words.iter().cloned());
            cells.push(group.count.to_string());
            if self.bars {
                cells.push(bar(group.count, most));
            }
            table.row(cells);
        }
        View::Table(table)
    }
}

/// At least a sliver for anything that happened at all.
fn bar(count: u64, most: u64) -> String {
    if count == 0 || most == 0 {
        return String::new();
    }
    let length = (u128::from(count) * u128::from(WIDTH)).div_ceil(u128::from(most));
    "█".repeat(usize::try_from(length).unwrap_or(1))
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let wanted = args.filter.query(ctx, Order::OldestFirst)?;
    let by = args
        .by
        .iter()
        .map(|typed| By::parse(typed))
        .collect::<Result<_>>()?;
    let per = args.per.as_deref().map(interval).transpose()?;
    let grouping = Grouping { by, per };
    let core = ctx.open()?;
    // Counting by columns shows no personal value; comparing with values, or naming actors, does.
    let reads = wanted.looks_at_values() || !grouping.by.is_empty();
    let end = if reads {
        query::record_reading(&core, "count")?
    } else {
        u64::MAX
    };
    let groups = core.store.read(|tx| {
        let end = end.min(tx.tree()?.size());
        count(&core, tx, &wanted, end, &grouping)
    })?;
    let grouped = per.is_some() || !args.by.is_empty();
    let on_terminal = matches!(ctx.ui.sink(), Sink::Terminal { .. });
    ctx.answer(&Counted {
        by: args.by.clone(),
        timed: per.is_some(),
        bars: grouped && on_terminal && ctx.ui.format() == Format::Text,
        groups,
    })
}

/// An interval in microseconds.
fn interval(typed: &str) -> Result<i64> {
    let period: Period = typed.parse()?;
    let micros = period.as_duration().map(|length| length.as_micros());
    match micros.map(i64::try_from) {
        Some(Ok(micros)) if micros > 0 => Ok(micros),
        _ => Err(
            Error::usage(format!("`--per {typed}` is no interval of fixed length"))
                .hint("give minutes, hours, days or weeks: `--per 1h`"),
        ),
    }
}

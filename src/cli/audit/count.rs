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

use super::explain;
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
    /// Tell how the log would be searched, and do not search it
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    filter: Filter,
}

/// The longest bar.
const WIDTH: u64 = 40;
/// A shorter one compares nothing.
const SHORTEST: u64 = 5;
/// Columns of an instant, and blanks around a column.
const TIME: usize = 19;
const PADDING: usize = 2;

struct Counted {
    by: Vec<String>,
    timed: bool,
    /// Columns of the terminal that bars are drawn on.
    bars: Option<u16>,
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
        let most = self
            .groups
            .iter()
            .map(|group| group.count)
            .max()
            .unwrap_or(0);
        let longest = self.room(&header);
        if longest > 0 {
            header.push("");
        }
        let mut table = Table::new(&header);
        for group in &self.groups {
            let mut cells = vec![];
            cells.extend(group.from.map(seconds_text));
            cells.extend(group.words.iter().cloned());
            cells.push(group.count.to_string());
            if longest > 0 {
                cells.push(bar(group.count, most, longest));
            }
            table.row(cells);
        }
        View::Table(table)
    }
}

impl Counted {
    /// How long a bar may be beside the other columns; none where that would be too short to compare.
    fn room(&self, header: &[&str]) -> u64 {
        let Some(width) = self.bars else { return 0 };
        let cells = |group: &Group| -> usize {
            let words: usize = group.words.iter().map(|word| word.chars().count()).sum();
            words + group.count.to_string().len() + if self.timed { TIME } else { 0 }
        };
        let named: usize = header.iter().map(|name| name.len() + PADDING).sum();
        // The widest row, or the header where that is wider: a little too much is harmless.
        let widest = self.groups.iter().map(cells).max().unwrap_or(0);
        let left =
            u64::from(width).saturating_sub(u64::try_from(named + widest).unwrap_or(u64::MAX));
        let longest = left
            .saturating_sub(u64::try_from(PADDING).unwrap_or(0))
            .min(WIDTH);
        if longest < SHORTEST { 0 } else { longest }
    }
}

/// At least a sliver for anything that happened at all.
fn bar(count: u64, most: u64, longest: u64) -> String {
    if count == 0 || most == 0 {
        return String::new();
    }
    let length = (u128::from(count) * u128::from(longest)).div_ceil(u128::from(most));
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
    if args.explain {
        return explain::run(ctx, &wanted, Some(&grouping));
    }
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
    let bars = match ctx.ui.sink() {
        Sink::Terminal { width } if grouped && ctx.ui.format() == Format::Text => Some(width),
        _ => None,
    };
    ctx.answer(&Counted {
        by: args.by.clone(),
        timed: per.is_some(),
        bars,
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

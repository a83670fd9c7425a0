//! `--explain` of `audit list` and `audit count`: how the question would be answered.

use serde_json::{Value, json};

use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::render::{Answer, View};
use crate::domain::audit::count::Grouping;
use crate::domain::audit::explain::{Explanation, explain};
use crate::domain::audit::query::Query;

struct Told(Explanation);

impl serde::Serialize for Told {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let told = &self.0;
        let index = told.plan.index.as_ref().map_or(Value::Null, |index| {
            json!({
                "column": index.column,
                "values": index.values,
                "events": index.events,
                "more": index.more,
            })
        });
        let told = json!({
            "events": told.events,
            "instead": told.instead,
            "index": index,
            "stretches": told.plan.stretches,
            "span": told.plan.span,
            "columns": told.columns,
            "values": told.values,
        });
        told.serialize(serializer)
    }
}

impl Answer for Told {
    fn schema(&self) -> &'static str {
        "audit-explain"
    }

    fn view(&self) -> View {
        let told = &self.0;
        let lines = match told.instead {
            Some("numbers") => vec!["looks at no event: their numbers have no gap".to_owned()],
            Some(column) => vec![format!(
                "looks at no event: counts in the index of `{column}` alone"
            )],
            None => searched(told),
        };
        View::Lines(lines)
    }
}

fn searched(told: &Explanation) -> Vec<String> {
    let walked = match &told.plan.index {
        None => "walks the events".to_owned(),
        Some(index) => format!(
            "walks the index of `{}`: {}, {}{}",
            index.column,
            many(index.values, "value"),
            count(index.events, "event"),
            if index.more { " or more" } else { "" },
        ),
    };
    let mut lines = vec![
        walked,
        format!(
            "looks at {} of the log, which span {} of {}",
            many(told.plan.stretches, "part"),
            told.plan.span,
            count(told.events, "event"),
        ),
    ];
    if !told.columns.is_empty() {
        lines.push(format!("compares the columns {}", told.columns.join(", ")));
    }
    if !told.values.is_empty() {
        lines.push(format!(
            "reads the entries and values of what is left, for `--{}`",
            told.values.join("`, `--")
        ));
    }
    lines
}

fn many(number: usize, noun: &str) -> String {
    count(i128::try_from(number).unwrap_or(i128::MAX), noun)
}

/// Answers with the way to the answer. Nothing is read, so nothing is recorded.
pub(super) fn run(ctx: &mut Context, query: &Query, counted: Option<&Grouping>) -> Result<Exit> {
    let core = ctx.open()?;
    let told = Told(explain(&core, query, counted)?);
    ctx.answer(&told)
}

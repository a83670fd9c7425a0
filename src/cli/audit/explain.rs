//! `--explain` of `audit list` and `audit count`: how the question would be answered.

use serde_json::{Value, json};

use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::render::{Answer, View};
use crate::domain::audit::explain::{Explanation, explain};
use crate::domain::audit::query::Query;

struct Told(Explanation);

impl serde::Serialize for Told {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Explanation {
            events,
            plan,
            columns,
            values,
        } = &self.0;
        let index = plan.index.as_ref().map_or(Value::Null, |index| {
            json!({
                "column": index.column,
                "values": index.values,
                "events": index.events,
                "more": index.more,
            })
        });
        let told = json!({
            "events": events,
            "index": index,
            "stretches": plan.stretches,
            "span": plan.span,
            "columns": columns,
            "values": values,
        });
        told.serialize(serializer)
    }
}

impl Answer for Told {
    fn schema(&self) -> &'static str {
        "audit-explain"
    }

    fn view(&self) -> View {
        let Explanation {
            events,
            plan,
            columns,
            values,
        } = &self.0;
        let walked = match &plan.index {
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
                many(plan.stretches, "part"),
                plan.span,
                count(*events, "event"),
            ),
        ];
        if !columns.is_empty() {
            lines.push(format!("compares the columns {}", columns.join(", ")));
        }
        if !values.is_empty() {
            lines.push(format!(
                "reads the entries and values of what is left, for `--{}`",
                values.join("`, `--")
            ));
        }
        View::Lines(lines)
    }
}

fn many(number: usize, noun: &str) -> String {
    count(i128::try_from(number).unwrap_or(i128::MAX), noun)
}

/// Answers with the way to the answer. Nothing is read, so nothing is recorded.
pub(super) fn run(query: &Query, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let told = Told(explain(&core, query)?);
    ctx.answer(&told)
}

//! Lists whose columns are the fields of a filter.

use serde_json::{Map, Value};

use super::context::Context;
use super::global::Format;
use super::rows::Rows;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::domain::filter::{self, Field, Found};
use crate::store::account::Going;

/// Which list, and which of its fields.
pub(crate) struct Columns<R: 'static> {
    pub(crate) schema: &'static str,
    pub(crate) fields: Vec<&'static Field<R>>,
}

impl<R> Columns<R> {
    /// The named fields; else the usual ones for people and all of them for programs.
    pub(crate) fn new(
        schema: &'static str,
        (all, usual): (&'static [Field<R>], &[&str]),
        named: &[String],
        format: Format,
    ) -> Result<Self> {
        let fields: Result<Vec<_>> = match (named, format) {
            ([], Format::Text) => usual.iter().map(|name| filter::field(name, all)).collect(),
            ([], _) => Ok(all.iter().collect()),
            (named, _) => named
                .iter()
                .map(|name| filter::field(name.trim(), all))
                .collect(),
        };
        Ok(Self {
            schema,
            fields: fields?,
        })
    }

    fn cells(&self, row: &R, now: Time) -> Vec<String> {
        let shown = |field: &&Field<R>| (field.get)(row, now).shown();
        self.fields.iter().map(shown).collect()
    }

    fn data(&self, row: &R, now: Time) -> Map<String, Value> {
        let pair = |field: &&Field<R>| (field.name.to_owned(), value((field.get)(row, now)));
        self.fields.iter().map(pair).collect()
    }
}

fn value(found: Found) -> Value {
    match found {
        Found::Nothing => Value::Null,
        Found::Text(text) => text.into(),
        Found::Many(texts) => texts.into(),
        Found::Number(number) => number.into(),
        Found::Time(time) => seconds_text(time).into(),
    }
}

/// Shows what `each` hands over, and gives how many rows that were. A terminal says `empty` where there is none.
pub(crate) fn show<R>(
    ctx: &Context,
    columns: &Columns<R>,
    now: Time,
    empty: &str,
    each: impl FnOnce(&mut dyn FnMut(&R) -> Result<Going>) -> Result<()>,
) -> Result<u64> {
    let names: Vec<&'static str> = columns.fields.iter().map(|field| field.name).collect();
    let mut seen = 0;
    let mut rows = Rows::new(ctx, columns.schema, &names).or_say(empty);
    each(&mut |row| {
        seen += 1;
        rows.row(ctx, &columns.data(row, now), columns.cells(row, now))
    })?;
    rows.finish(ctx)?;
    Ok(seen)
}

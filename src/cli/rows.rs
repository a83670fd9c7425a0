//! A list of any length, row by row: a table on a terminal, otherwise a stream that holds one row at a time.

use serde::Serialize;

use crate::base::error::Result;
use crate::store::account::Going;

use super::context::{Context, Exit};
use super::global::Format;
use super::render::{Answer, Table, View};
use super::stream::Stream;
use super::ui::Sink;

/// A list in the making. Nothing is written before the first row: where the list fails early, nothing is.
pub(crate) struct Rows {
    schema: &'static str,
    header: Vec<&'static str>,
    to: To,
}

enum To {
    Table(Table),
    Stream(Option<Stream>),
}

#[derive(Serialize)]
struct Listed {
    #[serde(skip)]
    schema: &'static str,
    #[serde(skip)]
    table: Table,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        self.schema
    }

    fn view(&self) -> View {
        View::Table(self.table.clone())
    }
}

impl Rows {
    pub(crate) fn new(ctx: &Context, schema: &'static str, header: &[&'static str]) -> Self {
        let on_terminal = matches!(ctx.ui.sink(), Sink::Terminal { .. });
        Self {
            schema,
            header: header.to_vec(),
            to: if ctx.ui.format() == Format::Text && on_terminal {
                To::Table(Table::new(header))
            } else {
                To::Stream(None)
            },
        }
    }

    /// What a terminal says in place of no rows.
    pub(crate) fn or_say(mut self, empty: &str) -> Self {
        if let To::Table(table) = &mut self.to {
            table.empty = Some(empty.to_owned());
        }
        self
    }

    /// Adds one row: `data` for programs, `cells` for people and CSV. Whether more are wanted.
    pub(crate) fn row<T: Serialize>(
        &mut self,
        ctx: &Context,
        data: &T,
        cells: Vec<String>,
    ) -> Result<Going> {
        let stream = match &mut self.to {
            To::Table(table) => {
                table.row(cells);
                return Ok(Going::On);
            }
            To::Stream(Some(stream)) => stream,
            To::Stream(none) => none.insert(ctx.stream(self.schema, &self.header)?),
        };
        stream.item(data, &cells)?;
        Ok(if stream.is_closed() {
            Going::Enough
        } else {
            Going::On
        })
    }

    pub(crate) fn finish(self, ctx: &Context) -> Result<Exit> {
        match self.to {
            To::Table(table) => {
                return ctx.answer(&Listed {
                    schema: self.schema,
                    table,
                });
            }
            To::Stream(Some(stream)) => stream.finish()?,
            To::Stream(None) => ctx.stream(self.schema, &self.header)?.finish()?,
        }
        Ok(Exit::OK)
    }
}

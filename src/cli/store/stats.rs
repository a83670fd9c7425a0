//! `store stats`: how large the database is, and what fills it.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::maintenance;

const EXAMPLES: [Example; 1] = [Example {
    what: "See what fills the store",
    line: "optimactl store stats",
}];

/// Show sizes and counts of the database
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl store compact"]))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Answered {
    file_bytes: u64,
    page_bytes: u64,
    pages: u64,
    free_pages: u64,
    schema: u64,
    tables: Vec<TableShown>,
}

#[derive(Serialize)]
struct TableShown {
    name: String,
    rows: u64,
    bytes: u64,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "store-stats"
    }

    fn view(&self) -> View {
        let size = |bytes| indicatif::HumanBytes(bytes).to_string();
        let mut table = Table::new(&["table", "rows", "bytes"]);
        for row in &self.tables {
            table.row([row.name.clone(), row.rows.to_string(), size(row.bytes)]);
        }
        let record = vec![
            ("size".to_owned(), size(self.file_bytes)),
            (
                "pages".to_owned(),
                format!("{} of {}", self.pages, size(self.page_bytes)),
            ),
            ("free pages".to_owned(), self.free_pages.to_string()),
            ("schema".to_owned(), self.schema.to_string()),
        ];
        View::Parts(vec![View::Record(record), View::Table(table)])
    }
}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let stats = maintenance::stats(&core)?;
    drop(core);
    let tables = stats.tables.into_iter();
    ctx.answer(&Answered {
        file_bytes: stats.file_bytes,
        page_bytes: stats.page_bytes,
        pages: stats.pages,
        free_pages: stats.free_pages,
        schema: stats.schema,
        tables: tables
            .map(|table| TableShown {
                name: table.name,
                rows: table.rows,
                bytes: table.bytes,
            })
            .collect(),
    })
}

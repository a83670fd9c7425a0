//! The log for other programs: lines of JSON or CSV, or the tree as files that any mirror can serve. Streams;
//! memory does not grow with the log.

mod csv;
mod jsonl;
mod tiles;

use std::io::Write;
use std::ops::ControlFlow;

pub use tiles::{Exported, export_tiles};

use super::disclosure::reveal;
use super::query::{Query, each_row};
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::DisclosureRow;
use serde_json::Value;

/// The form of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Jsonl,
    Csv,
}

/// Whether personal values are put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    PutBack,
    LeftOut,
}

/// What to export.
pub struct Wanted<'a> {
    pub query: &'a Query,
    pub form: Form,
    pub values: Values,
    /// Events from this number on are left out.
    pub end: u64,
}

/// Writes every event that fits and returns how many.
pub fn export_lines(
    ctx: &Context,
    wanted: &Wanted<'_>,
    out: &mut dyn Write,
    report: &mut Report<'_>,
) -> Result<u64> {
    ctx.store.read(|tx| {
        let end = wanted.end.min(tx.tree()?.size());
        let mut written = 0;
        let mut line = Vec::with_capacity(4096);
        if wanted.form == Form::Csv {
            put(out, csv::HEADER.as_bytes())?;
        }
        let mut values = Window::default();
        each_row(ctx, tx, wanted.query, end, &mut |row| {
            line.clear();
            let personal = match wanted.values {
                Values::LeftOut => vec![],
                Values::PutBack => values.of(tx, row.seq)?,
            };
            match wanted.form {
                Form::Jsonl => jsonl::line(row.entry, wanted.values, &personal, &mut line)?,
                Form::Csv => csv::line(row.seq, row.entry, &personal, &mut line)?,
            }
            put(out, &line)?;
            written += 1;
            if written % 4096 == 0 {
                report(Progress::open(written));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        out.flush().map_err(|error| unwritable(&error))?;
        Ok(written)
    })
}

fn put(out: &mut dyn Write, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes).map_err(|error| unwritable(&error))
}

fn unwritable(error: &std::io::Error) -> Error {
    let kind = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            crate::base::error::Kind::NoSpace
        }
        _ => crate::base::error::Kind::Failed,
    };
    Error::new(kind, "the export cannot be written").because(error)
}

/// Personal values read for many events at once: neighbors are asked for next.
#[derive(Default)]
struct Window {
    first: u64,
    end: u64,
    rows: Vec<DisclosureRow>,
}

/// Events whose values are read together.
const WINDOW: u64 = 256;

impl Window {
    fn of(&mut self, tx: &Tx<'_>, seq: u64) -> Result<Vec<(String, Value)>> {
        if seq < self.first || seq >= self.end {
            self.first = seq - seq % WINDOW;
            self.end = self.first + WINDOW;
            self.rows = tx.disclosures(self.first, self.end)?;
        }
        let from = self.rows.partition_point(|row| row.seq < seq);
        self.rows
            .iter()
            .skip(from)
            .take_while(|row| row.seq == seq)
            .map(|row| reveal(&row.text))
            .collect()
    }
}

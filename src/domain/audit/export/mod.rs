//! The log for other programs: lines of many forms, the tree as files that any mirror can serve, or a folder of
//! evidence for an outsider. Streams; memory does not grow with the log.

mod cef;
mod csv;
pub mod cursor;
mod ecs;
pub mod evidence;
mod evidence_files;
mod jsonl;
mod kinds;
mod ocsf;
mod syslog;
#[cfg(test)]
mod tests;
mod tiles;
mod told;

use std::io::Write;
use std::ops::ControlFlow;

pub(super) use tiles::Site;
pub use tiles::{Exported, export_tiles};
pub use told::Teller;

use super::disclosure::reveal;
use super::query::{Query, each_row};
use super::shown::{Names, Shown};
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{DisclosureRow, FoundRow};
use serde_json::Value;

/// The source of the program's own events.
const OURS: &str = "optimactl";

/// The form of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Jsonl,
    Csv,
    Ocsf,
    Ecs,
    Cef,
    Syslog,
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
    pub teller: Teller,
    /// Whether CSV begins with the names of its columns: what goes on from a cursor is appended to rows.
    pub header: bool,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub events: u64,
    /// The number after the last event that was looked at: where the next export begins.
    pub next: u64,
}

/// Writes every event that fits, in order.
pub fn export_lines(
    ctx: &Context,
    wanted: &Wanted<'_>,
    out: &mut dyn Write,
    report: &mut Report<'_>,
) -> Result<Written> {
    ctx.store.read(|tx| {
        let end = wanted.end.min(tx.tree()?.size());
        let mut written = Written::default();
        let mut writer = Writer::new(wanted);
        if wanted.form == Form::Csv && wanted.header {
            put(out, csv::HEADER.as_bytes())?;
        }
        let first = wanted.query.numbers.map_or(0, |(first, _)| first);
        let mut next = first;
        each_row(ctx, tx, wanted.query, end, &mut |row| {
            put(out, writer.line(tx, row)?)?;
            written.events += 1;
            next = row.seq + 1;
            if written.events % 4096 == 0 {
                report(Progress::open(written.events));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        out.flush().map_err(|error| unwritable(&error))?;
        // With a limit the rest is left for the next time, with a limit of none all of it.
        let cut = wanted
            .query
            .limit
            .is_some_and(|limit| written.events >= limit);
        written.next = if cut { next } else { end };
        Ok(written)
    })
}

/// Makes lines in one buffer.
struct Writer<'a> {
    wanted: &'a Wanted<'a>,
    line: Vec<u8>,
    values: Window,
    names: Names,
}

impl<'a> Writer<'a> {
    fn new(wanted: &'a Wanted<'a>) -> Self {
        Self {
            wanted,
            line: Vec::with_capacity(4096),
            values: Window::default(),
            names: Names::default(),
        }
    }

    fn line(&mut self, tx: &Tx<'_>, row: &FoundRow<'_>) -> Result<&[u8]> {
        self.line.clear();
        let line = &mut self.line;
        let (values, form) = (self.wanted.values, self.wanted.form);
        let personal = match values {
            Values::LeftOut => vec![],
            Values::PutBack => self.values.of(tx, row.seq)?,
        };
        match form {
            Form::Jsonl => jsonl::line(row.entry, values, &personal, line)?,
            Form::Csv => csv::line(row.seq, row.entry, &personal, line)?,
            Form::Ocsf | Form::Ecs | Form::Cef | Form::Syslog => {
                let mut event = Shown::closed(row.seq, row.entry)?;
                if values == Values::PutBack {
                    event.put_back(personal);
                    event.name(tx, &mut self.names)?;
                }
                foreign(&event, form, &self.wanted.teller, line)?;
            }
        }
        Ok(line)
    }
}

fn foreign(event: &Shown, form: Form, teller: &Teller, line: &mut Vec<u8>) -> Result<()> {
    match form {
        Form::Ocsf => ocsf::line(event, teller, line),
        Form::Ecs => ecs::line(event, teller, line),
        Form::Cef => cef::line(event, teller, line),
        Form::Syslog => {
            syslog::line(event, teller, line);
            Ok(())
        }
        Form::Jsonl | Form::Csv => Err(Error::bug("this form has lines of its own")),
    }
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
        self.rows(tx, seq)?.map(|row| reveal(&row.text)).collect()
    }

    fn rows(&mut self, tx: &Tx<'_>, seq: u64) -> Result<impl Iterator<Item = &DisclosureRow>> {
        if seq < self.first || seq >= self.end {
            self.first = seq - seq % WINDOW;
            self.end = self.first + WINDOW;
            self.rows = tx.disclosures(self.first, self.end)?;
        }
        let from = self.rows.partition_point(|row| row.seq < seq);
        let rest = self.rows.iter().skip(from);
        Ok(rest.take_while(move |row| row.seq == seq))
    }
}

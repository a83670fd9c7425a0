//! CSV and JSON lines of other programs: found, read and erased; lines that are not meant stay as they are, byte for
//! byte.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use serde_json::Value;

use super::rewrite::{Change, Rewrite, leftovers};
use super::{Fate, Gone, Meant, Record, See};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::store::file;

/// A longer line is refused.
const LONGEST: u64 = 1 << 20;

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// RFC 4180, the first line names the columns.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

impl Form {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
        }
    }
}

/// A file of such lines.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    pub path: &'a Path,
    pub form: Form,
}

/// A line with the place where it stands in the file.
struct Line {
    at: Range<u64>,
    number: u64,
    record: Record,
}

type Look<'a> = dyn FnMut(Line) -> Result<()> + 'a;

impl Lines<'_> {
    /// The names of its columns: of CSV those of the first line, of JSON lines those of all lines.
    pub fn columns(&self) -> Result<Vec<String>> {
        let file = self.open()?;
        if self.form == Form::Csv {
            return self.header(&mut reader(&file));
        }
        let mut columns = std::collections::BTreeSet::new();
        self.walk(&file, &mut |line| {
            columns.extend(line.record.into_iter().map(|(name, _)| name));
            Ok(())
        })?;
        Ok(columns.into_iter().collect())
    }

    pub fn count(&self, meant: &Meant<'_>) -> Result<u64> {
        let mut count = 0;
        self.walk(&self.open()?, &mut |line| {
            count += u64::from(self.is_meant(&line, meant)?);
            Ok(())
        })?;
        Ok(count)
    }

    /// Hands over these columns of every line that is meant.
    pub fn each(&self, meant: &Meant<'_>, columns: &[String], see: &mut See<'_>) -> Result<()> {
        self.walk(&self.open()?, &mut |mut line| {
            if !self.is_meant(&line, meant)? {
                return Ok(());
            }
            let mut record = Record::new();
            for name in columns {
                let value = line.record.remove(name).unwrap_or(Value::Null);
                record.insert(name.clone(), value);
            }
            see(record)
        })
    }

    /// Whether the file can be replaced at all: its folder can be written to.
    pub fn require_replaceable(&self) -> Result<()> {
        let folder = self.path.parent().unwrap_or(self.path);
        rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).map_err(|errno| {
            Error::io("write to", folder, &errno.into())
                .hint("let this program write there, or declare a command that erases")
        })
    }

    /// Erases the lines that are meant. A file that somebody else writes to is left as it is.
    pub fn erase(&self, meant: &Meant<'_>, fate: Fate<'_>) -> Result<Gone> {
        // Nobody is kept from writing to a file in which nothing is meant.
        if self.count(meant)? == 0 && leftovers(self.path)?.is_empty() {
            return Ok(Gone::default());
        }
        let rewrite = Rewrite::begin(self.path)?;
        let header = match self.form {
            Form::Csv => self.header(&mut reader(&rewrite.file))?,
            Form::Jsonl => vec![],
        };
        let mut changes: Vec<Change> = vec![];
        self.walk(&rewrite.file, &mut |line| {
            if !self.is_meant(&line, meant)? {
                return Ok(());
            }
            let instead = match fate {
                Fate::Deleted => vec![],
                Fate::Emptied(columns) => {
                    let Some(record) = emptied(&line.record, columns) else {
                        return Ok(());
                    };
                    self.written(&header, &record)?
                }
            };
            let at = whole(&rewrite.file, line.at)
                .map_err(|error| Error::io("read", self.path, &error))?;
            changes.push((at, instead));
            Ok(())
        })?;
        let rows = u64::try_from(changes.len()).unwrap_or(u64::MAX);
        if rows > 0 {
            rewrite.put(changes)?;
        }
        Ok(Gone {
            rows,
            ..Gone::default()
        })
    }

    /// Whether a line is about the person. One that names several people, or something else than a text, cannot be told.
    fn is_meant(&self, line: &Line, meant: &Meant<'_>) -> Result<bool> {
        match line.record.get(meant.column) {
            None | Some(Value::Null) => Ok(false),
            Some(Value::String(text)) => Ok(meant.is(text)),
            Some(number @ Value::Number(_)) => Ok(meant.is(&number.to_string())),
            Some(_) => Err(self.wrong(
                line.number,
                "what should name the person is neither a text nor a number",
            )),
        }
    }

    fn written(&self, header: &[String], record: &Record) -> Result<Vec<u8>> {
        let broken = |error: String| Error::bug("a line cannot be written again").because(error);
        match self.form {
            Form::Jsonl => {
                let mut bytes =
                    serde_json::to_vec(record).map_err(|error| broken(error.to_string()))?;
                bytes.push(b'\n');
                Ok(bytes)
            }
            Form::Csv => {
                let mut writer = csv::Writer::from_writer(vec![]);
                let cells = header
                    .iter()
                    .map(|name| record.get(name).and_then(Value::as_str).unwrap_or_default());
                writer
                    .write_record(cells)
                    .map_err(|error| broken(error.to_string()))?;
                writer
                    .into_inner()
                    .map_err(|error| broken(error.to_string()))
            }
        }
    }

    fn walk(&self, mut file: &File, look: &mut Look<'_>) -> Result<()> {
        file.seek(SeekFrom::Start(0))
            .map_err(|error| Error::io("read", self.path, &error))?;
        match self.form {
            Form::Csv => self.walk_csv(file, look),
            Form::Jsonl => self.walk_jsonl(file, look),
        }
    }

    fn walk_csv(&self, file: &File, look: &mut Look<'_>) -> Result<()> {
        let mut reader = reader(file);
        let header = self.header(&mut reader)?;
        let mut row = csv::StringRecord::new();
        loop {
            let start = reader.position().byte();
            let number = reader.position().line();
            let is_there = reader.read_record(&mut row).map_err(|error| {
                let at = error.position().map_or(number, csv::Position::line);
                self.wrong(at, error)
            })?;
            if !is_there {
                return Ok(());
            }
            let at = start..reader.position().byte();
            if at.end - at.start > LONGEST {
                return Err(self.wrong(number, "the line is longer than 1 MiB"));
            }
            let cells = header.iter().zip(row.iter());
            let record = cells.map(|(name, cell)| (name.clone(), cell.into()));
            look(Line {
                at,
                number,
                record: record.collect(),
            })?;
        }
    }

    fn walk_jsonl(&self, file: &File, look: &mut Look<'_>) -> Result<()> {
        let mut reader = BufReader::new(file);
        let (mut start, mut number) = (0, 0);
        let mut bytes = vec![];
        loop {
            bytes.clear();
            let read = (&mut reader)
                .take(LONGEST + 1)
                .read_until(b'\n', &mut bytes)
                .map_err(|error| Error::io("read", self.path, &error))?;
            let read = u64::try_from(read).unwrap_or(u64::MAX);
            number += 1;
            if read == 0 {
                return Ok(());
            }
            if read > LONGEST {
                return Err(self.wrong(number, "the line is longer than 1 MiB"));
            }
            let at = start..start + read;
            start = at.end;
            let line = if number == 1 {
                bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)
            } else {
                &bytes
            };
            if line.trim_ascii().is_empty() {
                continue;
            }
            let record = serde_json::from_slice(line).map_err(|_| {
                // What the parser says could quote what stands there.
                self.wrong(number, "it is no JSON object")
            })?;
            look(Line { at, number, record })?;
        }
    }

    fn header(&self, reader: &mut csv::Reader<BufReader<&File>>) -> Result<Vec<String>> {
        let header = reader.headers().map_err(|error| self.wrong(1, error))?;
        let names: Vec<String> = header.iter().map(str::to_owned).collect();
        let mut seen = std::collections::BTreeSet::new();
        if let Some(twice) = names.iter().find(|name| !seen.insert(*name)) {
            return Err(self.wrong(
                1,
                format!("the column `{}` stands there twice", safe(twice)),
            ));
        }
        Ok(names)
    }

    fn open(&self) -> Result<File> {
        file::open_regular(OpenOptions::new().read(true), self.path)
    }

    fn wrong(&self, number: u64, why: impl std::fmt::Display) -> Error {
        Error::new(
            Kind::Remote,
            format!("line {number} of `{}` cannot be read", self.path.display()),
        )
        .because(safe(&why.to_string()))
        .hint("mend the file; nothing in it was changed")
    }
}

fn reader(file: &File) -> csv::Reader<BufReader<&File>> {
    csv::ReaderBuilder::new().from_reader(BufReader::new(file))
}

/// The CSV reader counts the line feed behind a carriage return to the next line.
fn whole(file: &File, at: Range<u64>) -> io::Result<Range<u64>> {
    let behind = |place: u64| -> io::Result<u64> {
        let Some(before) = place.checked_sub(1) else {
            return Ok(place);
        };
        let mut pair = [0; 2];
        let read = file.read_at(&mut pair, before)?;
        Ok(place + u64::from(read == 2 && pair == *b"\r\n"))
    };
    Ok(behind(at.start)?..behind(at.end)?)
}

/// The record without these values; none where nothing stood in them.
fn emptied(record: &Record, columns: &[String]) -> Option<Record> {
    let mut changed = record.clone();
    for name in columns {
        if let Some(value) = changed.get_mut(name) {
            *value = Value::Null;
        }
    }
    let is_empty = |value: &Value| value.is_null() || value.as_str() == Some("");
    let lost = columns
        .iter()
        .any(|name| record.get(name).is_some_and(|value| !is_empty(value)));
    lost.then_some(changed)
}

#[cfg(test)]
mod tests;

//! CSV (RFC 4180) with a header: separated by commas, or by the semicolons and tabs that spreadsheets write.

use std::io::BufRead;
use std::ops::Range;

use super::draft::Draft;
use super::fault::Fault;
use super::field::{Field, listed};
use super::lines::Lines;
use super::{LONGEST, Options, See, hand};
use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, safe};

/// More columns than that is no list of accounts.
const MOST_COLUMNS: usize = 1000;

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let mut records = Records::new(reader);
    let columns = columns(&mut records, options)?;
    loop {
        match records.next()? {
            None => return Ok(()),
            Some(Err(fault)) => see(super::Item::Fault(fault))?,
            Some(Ok(record)) if record.is_blank() => {}
            Some(Ok(record)) => hand(row(&record, &columns, options), see)?,
        }
    }
}

/// A column: its name in the file, and what it holds.
struct Column {
    name: String,
    field: Field,
}

fn row(
    record: &Record<'_>,
    columns: &[Column],
    options: &Options,
) -> Result<super::Row, Box<Fault>> {
    if record.cells.len() != columns.len() {
        let problem = format!(
            "the row has {} cells, the header {}; a cell that holds the separator stands in quotes",
            record.cells.len(),
            columns.len()
        );
        return Err(Box::new(Fault::new(record.line, problem)));
    }
    let mut draft = Draft::new(record.line, options.now);
    for (column, cell) in columns.iter().zip(record.cells()) {
        draft.put(&column.name, column.field, cell);
    }
    draft.finish()
}

fn columns(records: &mut Records<'_>, options: &Options) -> Result<Vec<Column>> {
    let header = loop {
        match records.next()? {
            None => {
                return Err(Error::usage("the file has no header")
                    .hint("its first line names the columns: `name,email,hash`"));
            }
            Some(Err(fault)) => {
                return Err(Error::usage("the header cannot be read").detail(fault.told("line")));
            }
            Some(Ok(record)) if record.is_blank() => {}
            Some(Ok(record)) => break record,
        }
    };
    if header.cells.len() > MOST_COLUMNS {
        return Err(Error::usage(format!(
            "the header has more than {MOST_COLUMNS} columns"
        )));
    }
    let names: Vec<&str> = header.cells().map(str::trim).collect();
    options.mapping.require_in(&names)?;
    let mut columns: Vec<Column> = vec![];
    for name in &names {
        let field = options.mapping.field(name).or_else(|| Field::known(name));
        let field = field.ok_or_else(|| unknown_column(name))?;
        let single = field != Field::Ignored && field != Field::Roles && field != Field::Groups;
        if let Some(first) = columns
            .iter()
            .find(|column| single && column.field == field)
        {
            return Err(Error::usage(format!(
                "the columns `{}` and `{}` both hold the field `{}`",
                safe(&first.name),
                safe(name),
                field.as_str()
            ))
            .hint(format!("leave one of them out: `--map '{}=-'`", safe(name))));
        }
        columns.push(Column {
            name: (*name).to_owned(),
            field,
        });
    }
    if !columns.iter().any(|column| column.field == Field::Name) {
        return Err(
            Error::usage("no column holds the account's name").hint(format!(
                "say which one does: `--map COLUMN=name`; the file has {}",
                listed(&names)
            )),
        );
    }
    Ok(columns)
}

fn unknown_column(name: &str) -> Error {
    let names = Field::names();
    let near = did_you_mean(name, names.iter().copied()).unwrap_or_default();
    let shown = super::fault::shown(name);
    Error::usage(format!("the column `{shown}` is not known"))
        .detail(format!("known: {}", listed(&names)))
        .hint(format!(
            "{near}{}say what it holds with `--map '{shown}=FIELD'`, or leave it out with `--map '{shown}=-'`",
            if near.is_empty() { "" } else { " " }
        ))
}

/// The header's fields, if it is one: for guessing.
pub(super) fn is_header(line: &str) -> bool {
    let separator = separator(line);
    line.split(separator)
        .map(|cell| cell.trim().trim_matches('"'))
        .filter_map(Field::known)
        .any(|field| field == Field::Name || field == Field::Email)
}

/// What stands between the cells: the one of comma, semicolon and tab that the header has most of.
fn separator(header: &str) -> char {
    let count = |separator: char| header.chars().filter(|c| *c == separator).count();
    let mut best = ',';
    for other in [';', '\t'] {
        if count(other) > count(best) {
            best = other;
        }
    }
    best
}

/// Records, each of one or, where a cell holds line ends, several lines.
struct Records<'a> {
    lines: Lines<'a>,
    text: String,
    cells: Vec<Range<usize>>,
    separator: Option<char>,
}

struct Record<'a> {
    line: u64,
    text: &'a str,
    cells: &'a [Range<usize>],
}

impl<'a> Record<'a> {
    fn cells(&self) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        self.cells
            .iter()
            .map(move |range| text.get(range.clone()).unwrap_or_default())
    }

    fn is_blank(&self) -> bool {
        self.text.is_empty() && self.cells.len() <= 1
    }
}

impl<'a> Records<'a> {
    const fn new(reader: &'a mut dyn BufRead) -> Self {
        Self {
            lines: Lines::new(reader),
            text: String::new(),
            cells: vec![],
            separator: None,
        }
    }

    fn next(&mut self) -> Result<Option<Result<Record<'_>, Box<Fault>>>> {
        self.text.clear();
        self.cells.clear();
        let Some(line) = self.lines.next()? else {
            return Ok(None);
        };
        let line = match line {
            Ok(line) => line,
            Err(fault) => return Ok(Some(Err(fault))),
        };
        let separator = *self.separator.get_or_insert_with(|| separator(line));
        if !line.contains('"') {
            self.text.push_str(line);
            split(line, separator, &mut self.cells);
            let line = self.lines.number();
            return Ok(Some(Ok(self.record(line))));
        }
        let mut quoted = Quoted {
            state: State::Start,
            start: 0,
            separator,
        };
        let mut problem = quoted.line(line, &mut self.text, &mut self.cells);
        let first = self.lines.number();
        while problem.is_none() && quoted.state == State::Inside {
            self.text.push('\n');
            problem = match self.lines.next()? {
                None => Some("a quote is not closed"),
                Some(Err(_)) => Some("a quoted cell holds a line that cannot be read"),
                Some(Ok(line)) if self.text.len() + line.len() > LONGEST => {
                    Some("the record is longer than 1 MiB; is a quote not closed?")
                }
                Some(Ok(line)) => quoted.line(line, &mut self.text, &mut self.cells),
            };
        }
        match problem {
            Some(problem) => Ok(Some(Err(Box::new(Fault::new(first, problem))))),
            None => Ok(Some(Ok(self.record(first)))),
        }
    }

    fn record(&self, line: u64) -> Record<'_> {
        Record {
            line,
            text: &self.text,
            cells: &self.cells,
        }
    }
}

fn split(line: &str, separator: char, cells: &mut Vec<Range<usize>>) {
    let mut start = 0;
    for (end, _) in line.match_indices(separator) {
        cells.push(start..end);
        start = end + 1;
    }
    cells.push(start..line.len());
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Of a cell.
    Start,
    Plain,
    /// Between quotes.
    Inside,
    /// Behind a quote that closes, or is the first of two.
    Closed,
}

/// Takes a record with quotes apart; the cells' clear text is appended to one string.
struct Quoted {
    state: State,
    start: usize,
    separator: char,
}

impl Quoted {
    /// Gives what is wrong with the line.
    fn line(
        &mut self,
        line: &str,
        text: &mut String,
        cells: &mut Vec<Range<usize>>,
    ) -> Option<&'static str> {
        for c in line.chars() {
            match (self.state, c) {
                (State::Start, '"') => self.state = State::Inside,
                (State::Inside, '"') => self.state = State::Closed,
                (State::Closed, '"') => {
                    text.push('"');
                    self.state = State::Inside;
                }
                (State::Inside, c) => text.push(c),
                (_, c) if c == self.separator => self.end(text, cells),
                (State::Closed, _) => return Some("text follows a closing quote"),
                (State::Plain, '"') => {
                    return Some("a quote stands inside a cell that does not begin with one");
                }
                (_, c) => {
                    text.push(c);
                    self.state = State::Plain;
                }
            }
        }
        if self.state != State::Inside {
            self.end(text, cells);
        }
        None
    }

    fn end(&mut self, text: &str, cells: &mut Vec<Range<usize>>) {
        cells.push(self.start..text.len());
        self.start = text.len();
        self.state = State::Start;
    }
}

//! Answers and errors as text, tables, JSON, JSON lines and CSV. Makes strings; `ui` prints them.
//!
//! Text from outside passes `base::text::safe` here and nowhere later, so no command can forget it.

use chrono::{Local, SecondsFormat};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::error::{Error, Result};
use crate::base::{clock, text};

use super::global::Format;
use super::ui::{Sink, Ui};

/// What a command answers: data for programs, a view for people.
pub(crate) trait Answer: Serialize {
    /// `account-list` becomes `optimactl/account-list/1`.
    fn schema(&self) -> &'static str;
    /// Times in it are RFC 3339 UTC, each alone in its cell; a terminal shows them in local time.
    fn view(&self) -> View;
}

/// The same data as a person reads it. Cells are raw; they are made safe when they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Table(Table),
    Record(Vec<(String, String)>),
    Lines(Vec<String>),
    Parts(Vec<Self>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(header: &[&str]) -> Self {
        Self {
            header: header.iter().map(|name| (*name).to_owned()).collect(),
            rows: vec![],
        }
    }

    pub(crate) fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }
}

/// What a changing command answers: what changed, its id and the event that recorded it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Change {
    #[serde(skip)]
    pub(crate) schema: &'static str,
    /// The sentence for people, without a final period.
    pub(crate) what: String,
    pub(crate) id: Option<String>,
    pub(crate) event: Option<u64>,
    pub(crate) dry_run: bool,
    #[serde(flatten)]
    pub(crate) extra: Map<String, Value>,
}

impl Change {
    pub(crate) fn new(schema: &'static str, what: impl Into<String>) -> Self {
        Self {
            schema,
            what: what.into(),
            id: None,
            event: None,
            dry_run: false,
            extra: Map::new(),
        }
    }

    pub(crate) fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The event's number; a dry run has none.
    pub(crate) fn event(mut self, sequence: impl Into<Option<u64>>) -> Self {
        self.event = sequence.into();
        self
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.extra.insert(key.to_owned(), value.into());
        self
    }
}

impl Answer for Change {
    fn schema(&self) -> &'static str {
        self.schema
    }

    fn view(&self) -> View {
        let event = self
            .event
            .map(|event| format!(" (event {event})"))
            .unwrap_or_default();
        View::Lines(vec![format!("{}{event}", self.what)])
    }
}

/// Several changes of one command, each with its own sentence.
impl Answer for Vec<Change> {
    fn schema(&self) -> &'static str {
        self.first().map_or("change-list", |change| change.schema)
    }

    fn view(&self) -> View {
        View::Parts(self.iter().map(Answer::view).collect())
    }
}

/// One answer in JSON; the order of its keys is the order here.
#[derive(Serialize)]
struct Envelope<'a, A> {
    schema: String,
    data: &'a A,
}

#[derive(Serialize)]
struct ErrorObject<'a> {
    error: ErrorBody<'a>,
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    code: &'a str,
    exit: u8,
    message: &'a str,
    cause: Option<String>,
    hint: Option<&'a str>,
    details: &'a [String],
}

/// The answer in the format that was asked for, ending in a newline (or empty).
pub(crate) fn answer<A: Answer>(answer: &A, ui: &Ui) -> Result<String> {
    match ui.format() {
        Format::Text => Ok(view_text(&answer.view(), ui)),
        Format::Json => json_line(&Envelope {
            schema: schema(answer.schema()),
            data: answer,
        }),
        Format::Jsonl => match value(answer)? {
            Value::Array(items) => items.iter().map(json_line).collect(),
            single => json_line(&single),
        },
        Format::Csv => view_csv(&answer.view(), ui.sink()),
    }
}

pub(crate) fn schema(name: &str) -> String {
    format!("optimactl/{name}/1")
}

fn value<T: Serialize + ?Sized>(data: &T) -> Result<Value> {
    serde_json::to_value(data)
        .map_err(|error| Error::bug("an answer does not fit into JSON").because(error))
}

pub(crate) fn json_line<T: Serialize + ?Sized>(data: &T) -> Result<String> {
    serde_json::to_string(data)
        .map(|line| line + "\n")
        .map_err(|error| Error::bug("an answer does not fit into JSON").because(error))
}

fn view_text(view: &View, ui: &Ui) -> String {
    match (view, ui.sink()) {
        (View::Parts(parts), _) => {
            let shown: Vec<String> = parts.iter().map(|part| view_text(part, ui)).collect();
            let dense = parts.iter().all(|part| matches!(part, View::Lines(_)));
            shown.join(if dense { "" } else { "\n" })
        }
        (View::Lines(lines), _) => lines.iter().map(|line| text::safe(line) + "\n").collect(),
        (View::Table(table), Sink::Pipe) => table.rows.iter().map(|row| tab_line(row)).collect(),
        (View::Record(fields), Sink::Pipe) => fields
            .iter()
            .map(|(key, value)| tab_line(&[key, value]))
            .collect(),
        (View::Table(table), Sink::Terminal { width }) => drawn(table, width, ui),
        (View::Record(fields), Sink::Terminal { .. }) => aligned(fields, ui),
    }
}

/// Full width, one record a line: what `cut` and `awk` read. Tabs in a value are escaped like other controls.
pub(crate) fn tab_line<S: AsRef<str>>(cells: &[S]) -> String {
    let safe: Vec<String> = cells.iter().map(|cell| text::safe(cell.as_ref())).collect();
    safe.join("\t") + "\n"
}

fn drawn(table: &Table, width: u16, ui: &Ui) -> String {
    if table.rows.is_empty() {
        return "nothing to show\n".to_owned();
    }
    let style = comfy_table::TableStyle::new()
        .header_separator(comfy_table::LineStyle::none().fill('─').junction('─'));
    let mut drawing = comfy_table::Table::new();
    drawing
        .load_style(style)
        .set_content_arrangement(comfy_table::ContentArrangement::Dynamic)
        .set_width(width)
        .set_header(table.header.iter().map(|name| text::safe(name)));
    for row in &table.rows {
        drawing.add_row(row.iter().map(|cell| text::safe(&local(cell, ui))));
    }
    drawing.trim_fmt() + "\n"
}

fn aligned(fields: &[(String, String)], ui: &Ui) -> String {
    let widest = fields
        .iter()
        .map(|(key, _)| key.chars().count())
        .max()
        .unwrap_or(0)
        + 1;
    let line = |(key, value): &(String, String)| {
        let key = format!("{key}:");
        format!("{key:<widest$} {}\n", text::safe(&local(value, ui)))
    };
    fields.iter().map(line).collect()
}

/// A cell that is an instant, in local time with its offset, unless UTC was asked for.
fn local(cell: &str, ui: &Ui) -> String {
    let is_instant = cell.ends_with('Z') && cell.len() >= 20 && !ui.is_utc();
    match clock::parse(cell) {
        Ok(time) if is_instant => time
            .with_timezone(&Local)
            .to_rfc3339_opts(SecondsFormat::Secs, false),
        _ => cell.to_owned(),
    }
}

fn view_csv(view: &View, sink: Sink) -> Result<String> {
    match view {
        View::Table(table) => csv_text(&table.header, &table.rows, sink),
        View::Record(fields) => {
            let (header, row): (Vec<_>, Vec<_>) = fields.iter().cloned().unzip();
            csv_text(&header, &[row], sink)
        }
        View::Lines(lines) => {
            let rows: Vec<_> = lines.iter().map(|line| vec![line.clone()]).collect();
            csv_text(&["line".to_owned()], &rows, sink)
        }
        View::Parts(parts) => csv_of_parts(parts, sink),
    }
}

/// CSV holds one table: the first of several parts; where all are sentences, all of them.
fn csv_of_parts(parts: &[View], sink: Sink) -> Result<String> {
    if let Some(table) = parts.iter().find(|part| matches!(part, View::Table(_))) {
        return view_csv(table, sink);
    }
    let lines = parts.iter().filter_map(|part| match part {
        View::Lines(lines) => Some(lines.clone()),
        _ => None,
    });
    let lines: Vec<String> = lines.flatten().collect();
    match parts.iter().find(|part| matches!(part, View::Record(_))) {
        Some(record) if lines.is_empty() => view_csv(record, sink),
        _ => view_csv(&View::Lines(lines), sink),
    }
}

fn csv_text(header: &[String], rows: &[Vec<String>], sink: Sink) -> Result<String> {
    std::iter::once(header)
        .chain(rows.iter().map(Vec::as_slice))
        .map(|cells| csv_line(cells, sink))
        .collect()
}

/// One row as RFC 4180 wants it, cells neutralized; on a terminal nothing in them may steer it.
pub(crate) fn csv_line<S: AsRef<str>>(cells: &[S], sink: Sink) -> Result<String> {
    let broken = |cause: String| Error::bug("a row does not fit into CSV").because(cause);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![]);
    let shown = |cell: &str| match sink {
        Sink::Terminal { .. } => text::safe(&harmless(cell)),
        Sink::Pipe => harmless(cell),
    };
    writer
        .write_record(cells.iter().map(|cell| shown(cell.as_ref())))
        .map_err(|error| broken(error.to_string()))?;
    let bytes = writer
        .into_inner()
        .map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

/// A cell that a spreadsheet would run as a formula, defused by an apostrophe (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// `error: …`, `  cause: …`, `  hint: …`.
pub(crate) fn error_text(error: &Error, label: &str) -> String {
    let mut lines = vec![format!("{label}: {}", safe_lines(&error.message))];
    lines.extend(
        error
            .details
            .iter()
            .map(|detail| format!("  {}", safe_lines(detail))),
    );
    lines.extend(
        error
            .causes
            .iter()
            .map(|cause| format!("  cause: {}", safe_lines(cause))),
    );
    lines.extend(
        error
            .hint
            .iter()
            .map(|hint| format!("  hint: {}", safe_lines(hint))),
    );
    lines.join("\n") + "\n"
}

/// The error object; a field without a value is null, so that its place is known.
pub(crate) fn error_json(error: &Error) -> String {
    let body = ErrorBody {
        code: error.kind.code(),
        exit: error.kind.exit(),
        message: &error.message,
        cause: (!error.causes.is_empty()).then(|| error.causes.join(": ")),
        hint: error.hint.as_deref(),
        details: &error.details,
    };
    json_line(&ErrorObject { error: body }).unwrap_or_default()
}

/// Text of several lines, each made safe.
pub(crate) fn safe_lines(lines: &str) -> String {
    lines
        .lines()
        .map(text::safe)
        .collect::<Vec<_>>()
        .join("\n  ")
}

#[cfg(test)]
mod tests;

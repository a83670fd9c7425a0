//! Answers and errors as text, tables, JSON, JSON lines and CSV. Makes strings; `ui` prints them.
//!
//! Text from outside passes `base::text::safe` here and nowhere later, so no command can forget it.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::error::{Error, Result};
use crate::base::json;
use crate::base::text;

use super::global::Format;
use super::ui::{Sink, Ui};

/// What a command answers: data for programs, a view for people.
pub(crate) trait Answer: Serialize {
    /// `account-list` becomes `optimactl/account-list/1`.
    fn schema(&self) -> &'static str;
    /// The key of the list in its data, where the data is more than the list: JSON lines are its items.
    fn items(&self) -> Option<&'static str> {
        None
    }
    /// Times in it are RFC 3339 UTC; a terminal shows them short, in one zone.
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
    /// What a terminal says in place of no rows.
    pub(crate) empty: Option<String>,
}

impl Table {
    pub(crate) fn new(header: &[&str]) -> Self {
        Self {
            header: header.iter().map(|name| (*name).to_owned()).collect(),
            ..Self::default()
        }
    }

    pub(crate) fn or_say(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
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
        Format::Jsonl => match listed(value(answer)?, answer.items()) {
            Value::Array(items) => items.iter().map(json_line).collect(),
            single => json_line(&single),
        },
        Format::Csv => csv::of(&answer.view(), &value(answer)?),
    }
}

/// The object that `--format json` shows, as a value.
pub(crate) fn enveloped<A: Answer>(answer: &A) -> Result<Value> {
    value(&Envelope {
        schema: schema(answer.schema()),
        data: answer,
    })
}

pub(crate) fn schema(name: &str) -> String {
    format!("optimactl/{name}/1")
}

/// The list that the data is about, or all of it.
fn listed(data: Value, items: Option<&str>) -> Value {
    match (data, items) {
        (Value::Object(mut fields), Some(key)) => fields.remove(key).unwrap_or(Value::Null),
        (data, _) => data,
    }
}

fn value<T: Serialize + ?Sized>(data: &T) -> Result<Value> {
    serde_json::to_value(data)
        .map_err(|error| Error::bug("an answer does not fit into JSON").because(error))
}

pub(crate) fn json_line<T: Serialize + ?Sized>(data: &T) -> Result<String> {
    serde_json::to_string(data)
        .map(|line| json::harmless(&line) + "\n")
        .map_err(|error| Error::bug("an answer does not fit into JSON").because(error))
}

fn view_text(view: &View, ui: &Ui) -> String {
    match ui.sink() {
        Sink::Terminal { width } => terminal::drawn(view, width, ui.is_utc()),
        Sink::Pipe => piped(view),
    }
}

fn piped(view: &View) -> String {
    match view {
        View::Parts(parts) => {
            let shown: Vec<String> = parts.iter().map(piped).collect();
            let dense = parts.iter().all(|part| matches!(part, View::Lines(_)));
            shown.join(if dense { "" } else { "\n" })
        }
        View::Lines(lines) => lines.iter().map(|line| text::safe(line) + "\n").collect(),
        View::Table(table) => table.rows.iter().map(|row| tab_line(row)).collect(),
        View::Record(fields) => fields
            .iter()
            .map(|(key, value)| tab_line(&[key, value]))
            .collect(),
    }
}

/// Full width, one record a line: what `cut` and `awk` read. Tabs in a value are escaped like other controls.
pub(crate) fn tab_line<S: AsRef<str>>(cells: &[S]) -> String {
    let safe: Vec<String> = cells.iter().map(|cell| text::safe(cell.as_ref())).collect();
    safe.join("\t") + "\n"
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

pub(crate) use csv::csv_line;

mod csv;
mod terminal;
pub(super) mod times;

#[cfg(test)]
mod tests;

//! Answers as CSV: one table with a header, cells that no spreadsheet runs.

use serde_json::{Map, Value};

use crate::base::error::{Error, Result};

use super::View;
use crate::base::text;

/// A view of sentences has no columns: there the data's own fields are the columns.
pub(super) fn of(view: &View, data: &Value) -> Result<String> {
    let records = match data {
        Value::Object(fields) => vec![fields],
        Value::Array(items) => items.iter().filter_map(Value::as_object).collect(),
        _ => vec![],
    };
    if is_told(view) && !records.is_empty() {
        return records_text(&records);
    }
    view_csv(view)
}

fn is_told(view: &View) -> bool {
    match view {
        View::Lines(_) => true,
        View::Parts(parts) => parts.iter().all(is_told),
        View::Table(_) | View::Record(_) => false,
    }
}

/// Records of one kind; the columns are the fields of all of them, in the order in which they come.
fn records_text(records: &[&Map<String, Value>]) -> Result<String> {
    let mut header: Vec<String> = vec![];
    for name in records.iter().flat_map(|record| record.keys()) {
        if !header.contains(name) {
            header.push(name.clone());
        }
    }
    let cell = |value: Option<&Value>| match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let row = |record: &&Map<String, Value>| -> Vec<String> {
        header.iter().map(|name| cell(record.get(name))).collect()
    };
    let rows: Vec<Vec<String>> = records.iter().map(row).collect();
    csv_text(&header, &rows)
}

fn view_csv(view: &View) -> Result<String> {
    match view {
        View::Table(table) => csv_text(&table.header, &table.rows),
        View::Record(fields) => {
            let (header, row): (Vec<_>, Vec<_>) = fields.iter().cloned().unzip();
            csv_text(&header, &[row])
        }
        View::Lines(lines) => {
            let rows: Vec<_> = lines.iter().map(|line| vec![line.clone()]).collect();
            csv_text(&["line".to_owned()], &rows)
        }
        View::Parts(parts) => csv_of_parts(parts),
    }
}

/// CSV holds one table: the first of several parts; where all are sentences, all of them.
fn csv_of_parts(parts: &[View]) -> Result<String> {
    if let Some(table) = parts.iter().find(|part| matches!(part, View::Table(_))) {
        return view_csv(table);
    }
    let lines = parts.iter().filter_map(|part| match part {
        View::Lines(lines) => Some(lines.clone()),
        _ => None,
    });
    let lines: Vec<String> = lines.flatten().collect();
    match parts.iter().find(|part| matches!(part, View::Record(_))) {
        Some(record) if lines.is_empty() => view_csv(record),
        _ => view_csv(&View::Lines(lines)),
    }
}

fn csv_text(header: &[String], rows: &[Vec<String>]) -> Result<String> {
    let header: Vec<String> = header.iter().map(|name| column(name)).collect();
    std::iter::once(header.as_slice())
        .chain(rows.iter().map(Vec::as_slice))
        .map(csv_line)
        .collect()
}

/// A column's name without blanks: `act by` is `act_by`.
fn column(name: &str) -> String {
    match name {
        "" => "level".to_owned(),
        name => name.replace(' ', "_"),
    }
}

/// One row as RFC 4180 wants it, cells neutralized: what goes into a pipe is read on a
/// terminal in the end, and nothing in it may steer that one.
pub(crate) fn csv_line<S: AsRef<str>>(cells: &[S]) -> Result<String> {
    let broken = |cause: String| Error::bug("a row does not fit into CSV").because(cause);
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(vec![]);
    let shown = |cell: &str| text::safe(&harmless(cell));
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

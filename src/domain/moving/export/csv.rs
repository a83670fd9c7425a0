//! A table for spreadsheets: RFC 4180, and no cell that a spreadsheet would run.

use super::{Leaving, Secrets};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};

const COLUMNS: [&str; 14] = [
    "id",
    "name",
    "email",
    "display_name",
    "kind",
    "region",
    "created",
    "expires",
    "disabled",
    "locked_until",
    "lock_reason",
    "last_sign_in",
    "roles",
    "groups",
];
const SECRET: [&str; 2] = ["hash", "require_change"];

pub(super) fn header(secrets: Secrets) -> String {
    let mut columns = COLUMNS.to_vec();
    if secrets == Secrets::Taken {
        columns.extend(SECRET);
    }
    columns.join(",") + "\r\n"
}

pub(super) fn line(leaving: &Leaving, secrets: Secrets) -> Result<String> {
    let row = &leaving.row;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let time = |time: Option<Time>| time.map(seconds_text).unwrap_or_default();
    let mut cells = vec![
        row.id.clone(),
        row.name.clone(),
        text(&row.email),
        text(&row.display_name),
        row.kind.as_str().to_owned(),
        text(&row.region),
        seconds_text(row.created),
        time(row.expires),
        time(row.disabled),
        time(row.locked_until),
        text(&row.lock_reason),
        time(row.last_sign_in),
        row.roles.join(" "),
        row.groups.join(" "),
    ];
    if secrets == Secrets::Taken {
        cells.push(text(&leaving.hash));
        cells.push(text(&leaving.require_change));
    }
    let broken = |cause: String| Error::bug("an account does not fit into CSV").because(cause);
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(vec![]);
    writer
        .write_record(cells.iter().map(|cell| harmless(cell)))
        .map_err(|error| broken(error.to_string()))?;
    let bytes = writer
        .into_inner()
        .map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

/// A cell that a spreadsheet would run as a formula, defused by an apostrophe (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{cell}");
    }
    cell.to_owned()
}

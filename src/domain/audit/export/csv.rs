//! A CSV row per event (RFC 4180); what a spreadsheet would run as a formula is defused.

use serde_json::Value;

use super::super::query::text_of;
use super::told::visible;
use crate::base::error::{Error, Result};

pub(super) const HEADER: &str = "seq,ts,rts,action,actor,target,source,via,outcome,severity,request,ticket,data,personal,digests\r\n";

const COLUMNS: [&str; 11] = [
    "ts", "rts", "action", "actor", "target", "source", "via", "outcome", "severity", "request",
    "ticket",
];

pub(super) fn line(
    seq: u64,
    entry: &[u8],
    personal: &[(String, Value)],
    out: &mut Vec<u8>,
) -> Result<()> {
    let value: Value = serde_json::from_slice(entry)
        .map_err(|_| Error::integrity(format!("event {seq} is damaged")))?;
    cell(&seq.to_string(), out);
    for column in COLUMNS {
        out.push(b',');
        cell(&value.get(column).map(text_of).unwrap_or_default(), out);
    }
    out.push(b',');
    cell(&value.get("data").map(text_of).unwrap_or_default(), out);
    out.push(b',');
    if !personal.is_empty() {
        let map: serde_json::Map<_, _> = personal.iter().cloned().collect();
        cell(&Value::Object(map).to_string(), out);
    }
    out.push(b',');
    cell(&value.get("_sd").map(text_of).unwrap_or_default(), out);
    out.extend_from_slice(b"\r\n");
    Ok(())
}

/// Quoted wherever a reader could split it: at tabs and semicolons, too, because spreadsheets guess. Line ends
/// stay inside quotes; every other control character is shown and not written.
pub(super) fn cell(text: &str, out: &mut Vec<u8>) {
    let quoted = text.contains([',', '"', '\n', '\r', '\t', ';']);
    if quoted {
        out.push(b'"');
    }
    if is_formula(text) {
        out.push(b'\'');
    }
    visible(text, out, |c, out| match c {
        '"' => {
            out.extend_from_slice(b"\"\"");
            true
        }
        '\n' | '\t' => {
            out.extend(u8::try_from(c));
            true
        }
        _ => false,
    });
    if quoted {
        out.push(b'"');
    }
}

/// Spreadsheets look past blanks, and some take the wide forms of East Asian keyboards for the signs themselves.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with([
            '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
        ])
}

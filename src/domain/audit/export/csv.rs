//! A CSV row per event (RFC 4180); what a spreadsheet would run as a formula is defused.

use serde_json::Value;

use super::super::query::text_of;
use crate::base::error::{Error, Result};

pub(super) const HEADER: &str =
    "seq,ts,rts,action,actor,target,source,via,outcome,severity,request,ticket,data,personal\r\n";

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
    out.extend_from_slice(b"\r\n");
    Ok(())
}

fn cell(text: &str, out: &mut Vec<u8>) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.contains([',', '"', '\n', '\r']);
    if quoted {
        out.push(b'"');
    }
    if formula {
        out.push(b'\'');
    }
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    if quoted {
        out.push(b'"');
    }
}

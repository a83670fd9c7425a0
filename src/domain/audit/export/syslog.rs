//! Syslog lines (RFC 5424), one event a line. Line ends and other control characters in values are shown, never
//! written: a reader of lines must not see an event that nobody recorded.

use serde_json::{Map, Value};

use super::super::query::text_of;
use super::super::shown::Shown;
use super::told::{Teller, VERSION, sentence, visible};

/// RFC 5424 §6.2.1, table 1: the facility "log audit".
const FACILITY: u8 = 13;
/// RFC 5612 keeps this enterprise number for uses without one of their own.
const ENTERPRISE: &str = "32473";
/// RFC 5424 §7.3.1: a `sequenceId` is at most 2³¹−1.
const LARGEST: u64 = 2_147_483_647;

pub(super) fn line(event: &Shown, teller: &Teller, out: &mut Vec<u8>) {
    let priority = FACILITY * 8 + severity(&event.severity);
    out.extend_from_slice(format!("<{priority}>1 ").as_bytes());
    // §6.2.3 allows what RFC 3339 does, with at most six decimals: just how times are kept.
    name(&event.ts, 64, out);
    out.push(b' ');
    name(&teller.host, 255, out);
    out.push(b' ');
    name(&event.source, 48, out);
    out.extend_from_slice(b" - ");
    name(&event.action, 32, out);
    out.push(b' ');
    structured(event, teller, out);
    out.push(b' ');
    let said = sentence(event);
    // §6.4: a text in UTF-8 begins with the mark; one in ASCII needs none, and many readers show the mark.
    if !said.is_ascii() {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    visible(&said, out, |_, _| false);
    out.push(b'\n');
}

/// §6.2.1, table 2.
fn severity(word: &str) -> u8 {
    match word {
        "critical" => 2,
        "high" => 3,
        "medium" => 4,
        "low" => 5,
        _ => 6,
    }
}

/// A field of the header: visible ASCII, at most so many characters, `-` for nothing.
fn name(text: &str, most: usize, out: &mut Vec<u8>) {
    if text.is_empty() {
        out.push(b'-');
    }
    let graphic = |c: char| if c.is_ascii_graphic() { c } else { '_' };
    out.extend(
        text.chars()
            .take(most)
            .flat_map(|c| u8::try_from(graphic(c))),
    );
}

fn structured(event: &Shown, teller: &Teller, out: &mut Vec<u8>) {
    out.extend_from_slice(b"[origin");
    parameter("software", "optimactl", out);
    parameter("swVersion", VERSION, out);
    out.push(b']');
    // §7.3.1 numbers from 1 on.
    if event.seq < LARGEST {
        out.extend_from_slice(b"[meta");
        parameter("sequenceId", &(event.seq + 1).to_string(), out);
        out.push(b']');
    }
    element("audit", out);
    parameter("log", &teller.origin, out);
    parameter("seq", &event.seq.to_string(), out);
    parameter("rts", &event.rts, out);
    parameter("action", &event.action, out);
    parameter("outcome", &event.outcome, out);
    parameter("severity", &event.severity, out);
    parameter("actor", &event.actor, out);
    let intent = event.intent.map(|seq| seq.to_string());
    let optional = [
        ("actor_name", event.actor_name.as_deref()),
        ("target", event.target.as_deref()),
        ("target_name", event.target_name.as_deref()),
        ("source", Some(event.source.as_str())),
        ("via", Some(event.via.as_str())),
        ("request", event.request.as_deref()),
        ("ticket", event.ticket.as_deref()),
        ("intent", intent.as_deref()),
    ];
    for (key, value) in optional {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            parameter(key, value, out);
        }
    }
    out.push(b']');
    map("data", &event.data, out);
    map("personal", &event.personal, out);
    map("digest", &event.digests, out);
}

fn element(kind: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(format!("[{kind}@{ENTERPRISE}").as_bytes());
}

fn map(kind: &str, map: &Map<String, Value>, out: &mut Vec<u8>) {
    if map.is_empty() {
        return;
    }
    element(kind, out);
    for (key, value) in map {
        parameter(key, &text_of(value), out);
    }
    out.push(b']');
}

/// §6.3.2 and §6.3.3: names of at most 32 visible ASCII characters; in values three characters are escaped.
fn parameter(key: &str, value: &str, out: &mut Vec<u8>) {
    out.push(b' ');
    let key: String = key
        .chars()
        .map(|c| if matches!(c, '=' | ']' | '"') { '_' } else { c })
        .collect();
    name(if key.is_empty() { "_" } else { &key }, 32, out);
    out.extend_from_slice(b"=\"");
    visible(value, out, |c, out| match c {
        '"' | '\\' | ']' => {
            out.push(b'\\');
            out.extend(u8::try_from(c));
            true
        }
        _ => false,
    });
    out.push(b'"');
}

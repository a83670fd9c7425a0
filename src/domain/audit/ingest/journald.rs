//! The journal as `journalctl -o json` prints it: one object a line, every value a text, a list of bytes, or several.

use serde_json::{Map, Value};

use super::draft::{Draft, Identity};
use super::programs;
use super::stamp::Stamp;
use crate::base::clock;

/// Fields of the journal worth keeping beside what the message tells.
const KEPT: [(&str, &str); 5] = [
    ("_HOSTNAME", "host"),
    ("_PID", "pid"),
    ("_UID", "uid"),
    ("_SYSTEMD_UNIT", "unit"),
    ("_EXE", "exe"),
];

pub fn is_entry(object: &Map<String, Value>) -> bool {
    object.contains_key("__REALTIME_TIMESTAMP")
}

/// The draft of an entry; `None` if it has no readable time.
pub fn read(object: &Map<String, Value>) -> Option<Draft> {
    let text = |key: &str| object.get(key).map(text).unwrap_or_default();
    let stamped = [
        text("_SOURCE_REALTIME_TIMESTAMP"),
        text("__REALTIME_TIMESTAMP"),
    ];
    let micros = stamped.iter().find_map(|micros| micros.parse().ok())?;
    let time = clock::from_micros(micros).ok()?;
    let named = [text("SYSLOG_IDENTIFIER"), text("_COMM")];
    let program = named
        .iter()
        .find(|name| !name.is_empty())
        .map_or("", String::as_str);
    let level = text("PRIORITY").parse().ok().filter(|level| *level < 8);
    let mut draft = programs::read(program, &text("MESSAGE"), level);
    draft.stamp = Stamp::Exact(time);
    for (theirs, ours) in KEPT {
        draft.put(ours, &text(theirs));
    }
    let cursor = text("__CURSOR");
    if !cursor.is_empty() {
        draft.identity = Identity::Cursor(cursor);
    }
    Some(draft)
}

/// A text; bytes that are no text come as numbers, several values as a list.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => {
            let byte = |item: &Value| item.as_u64().and_then(|byte| u8::try_from(byte).ok());
            let bytes: Option<Vec<u8>> = items.iter().map(byte).collect();
            match bytes {
                Some(bytes) => String::from_utf8_lossy(&bytes).replace('\0', "\u{fffd}"),
                None => items
                    .first()
                    .and_then(Value::as_str)
                    .unwrap_or("")
                    .to_owned(),
            }
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn draft(value: &Value) -> Option<Draft> {
        read(value.as_object().unwrap())
    }

    #[test]
    fn an_entry_tells_time_program_and_cursor() {
        let entry = json!({"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":"1735689600000000","PRIORITY":"6",
            "SYSLOG_IDENTIFIER":"sshd-session","_HOSTNAME":"h","MESSAGE":"Failed password for root from 192.0.2.1 port 5 ssh2"});
        let found = draft(&entry).unwrap();
        assert_eq!(found.identity, Identity::Cursor("s=1;i=2".into()));
        assert_eq!(
            (found.actor.as_deref(), found.field("host")),
            (Some("root"), Some("h"))
        );
        assert_eq!(
            found.stamp,
            Stamp::Exact(clock::parse("2025-01-01T00:00:00Z").unwrap())
        );
    }

    #[test]
    fn bytes_lists_and_nothing_are_taken() {
        let entry = json!({"__REALTIME_TIMESTAMP":"1","MESSAGE":[104, 105, 255],"_COMM":["x","y"],"_PID":null});
        let found = draft(&entry).unwrap();
        assert_eq!(
            (found.field("message"), found.field("program")),
            (Some("hi\u{fffd}"), Some("x"))
        );
        assert!(draft(&json!({"__REALTIME_TIMESTAMP":"no"})).is_none());
    }
}

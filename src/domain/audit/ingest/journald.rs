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
    let message = text("MESSAGE");
    let mut draft = if is_proven(object, program) {
        programs::read(program, &message, level)
    } else {
        programs::unproven(program, &message, level)
    };
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

/// Whether the journal itself shows that this program wrote the entry: by the user's id or the executable, which it
/// takes from the kernel, not by the name, which anybody can choose (`logger -t sshd`). Entries without either are
/// believed as lines of a file are.
fn is_proven(object: &Map<String, Value>, program: &str) -> bool {
    let told = |key: &str| object.get(key).map(text).filter(|text| !text.is_empty());
    match (told("_UID").as_deref(), told("_EXE").as_deref()) {
        (Some("0"), _) | (None, None) => true,
        (_, Some(exe)) => programs::is_of(exe, program),
        _ => false,
    }
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
    fn nobody_speaks_as_sshd_by_its_name_alone() {
        let entry = |uid: &str, exe: &str, name: &str| {
            let entry = json!({"__REALTIME_TIMESTAMP":"1735689600000000","SYSLOG_IDENTIFIER":name,"_UID":uid,"_EXE":exe,
                "MESSAGE":"Accepted password for root from 192.0.2.1 port 5 ssh2"});
            draft(&entry).unwrap()
        };
        let forged = entry("1000", "/usr/bin/logger", "sshd");
        assert_eq!(
            (forged.action.as_str(), forged.actor),
            ("syslog.message", None)
        );
        assert_eq!(forged.source.as_deref(), Some("syslog"));
        assert_eq!(entry("1000", "/tmp/sshd", "sshd").action, "syslog.message");
        for (uid, exe, name) in [
            ("0", "/usr/lib/openssh/sshd-session", "sshd-session"),
            ("110", "/usr/sbin/sshd", "sshd"),
        ] {
            assert_eq!(entry(uid, exe, name).actor.as_deref(), Some("root"));
        }
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

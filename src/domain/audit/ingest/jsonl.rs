//! JSON lines with the keys of `audit record --stdin`. A key that is not known is a personal field.

use serde_json::{Map, Value};

use super::draft::{Draft, Identity};
use super::stamp::{Stamp, iso};
use crate::domain::audit::record::is_word;
use crate::domain::audit::{Outcome, Severity};

pub fn is_event(object: &Map<String, Value>) -> bool {
    object.get("action").is_some_and(Value::is_string)
}

/// Names of the time in other logs.
const TIMES: [&str; 4] = ["timestamp", "@timestamp", "ts", "datetime"];

/// The draft of an event; `None` where a known key has a value that it cannot have.
pub fn read(object: Map<String, Value>) -> Option<Draft> {
    let mut draft = Draft::new(object.get("action")?.as_str()?);
    // Without `time`, what others call it: the present would be a wrong time.
    let other = |name: &&str| object.get(*name).and_then(time);
    if !object.contains_key("time") {
        draft.stamp = TIMES.iter().find_map(other).unwrap_or(Stamp::None);
    }
    for (key, value) in object {
        if value.is_null() {
            continue;
        }
        match key.as_str() {
            "action" => {}
            "fields" => {
                let Value::Object(fields) = value else {
                    return None;
                };
                for (field, value) in fields {
                    draft.put_value(&field, value);
                }
            }
            "time" => draft.stamp = time(&value)?,
            "actor" => draft.actor = Some(value.as_str()?.to_owned()),
            "target" => draft.target = Some(value.as_str()?.to_owned()),
            "source" => {
                draft.source = Some(value.as_str().filter(|name| is_word(name))?.to_owned());
            }
            "outcome" => draft.outcome = outcome(value.as_str()?)?,
            "severity" => draft.severity = severity(value.as_str()?)?,
            "count" => draft.count = Some(value.as_u64().filter(|count| *count > 0)?),
            "id" => draft.identity = Identity::Told(key_of(value)?),
            "ip" => draft.put_ip(value.as_str()?),
            _ => draft.put_value(&key, value),
        }
    }
    Some(draft)
}

fn key_of(value: Value) -> Option<String> {
    match value {
        Value::String(key) if !key.is_empty() && key.len() <= 256 => Some(key),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// RFC 3339, or seconds since 1970, with a fraction or as milliseconds or microseconds.
fn time(value: &Value) -> Option<Stamp> {
    match value {
        Value::String(text) => iso(text),
        Value::Number(_) => super::stamp::unix(&value.to_string()),
        _ => None,
    }
}

/// An announcement is never told by others: nothing would conclude it.
pub fn outcome(text: &str) -> Option<Outcome> {
    let known = [Outcome::Success, Outcome::Failure, Outcome::Refused];
    known.into_iter().find(|outcome| outcome.as_str() == text)
}

pub fn severity(text: &str) -> Option<Severity> {
    Severity::ALL
        .into_iter()
        .find(|severity| severity.as_str() == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn draft(value: &Value) -> Option<Draft> {
        read(value.as_object().unwrap().clone())
    }

    #[test]
    fn the_keys_of_record_and_unknown_ones() {
        let found = draft(&json!({"action":"vpn.connect","outcome":"failure","severity":"high","actor":"mira",
            "source":"vpn","time":"2026-11-20T10:00:00Z","ip":"::ffff:192.0.2.1","user_agent":"x","note":"n",
            "fields":{"gate":7},"id":"k1","Unknown Key":true}))
        .unwrap();
        assert_eq!(
            (found.outcome, found.severity),
            (Outcome::Failure, Severity::High)
        );
        assert_eq!(
            (found.field("ip"), found.field("note")),
            (Some("192.0.2.1"), Some("n"))
        );
        assert_eq!(found.identity, Identity::Told("k1".into()));
        let foreign = found.foreign("vpn");
        let more = ("more".into(), json!({"Unknown Key":true}));
        assert!(foreign.fields.contains(&more));
        assert!(foreign.fields.contains(&("gate".into(), 7.into())));
    }

    #[test]
    fn the_time_has_other_names() {
        let noon = Stamp::Exact(crate::base::clock::parse("2026-11-20T12:00:00Z").unwrap());
        for name in ["time", "timestamp", "@timestamp", "ts"] {
            let found = draft(&json!({"action":"a.b",name:"2026-11-20T12:00:00Z"})).unwrap();
            assert_eq!(found.stamp, noon, "{name}");
        }
        let none = draft(&json!({"action":"a.b","ts":"soon"})).unwrap();
        assert_eq!((none.stamp, none.field("ts")), (Stamp::None, Some("soon")));
    }

    #[test]
    fn a_known_key_with_a_wrong_value_is_no_event() {
        for wrong in [
            json!({"action":7}),
            json!({"action":"a.b","outcome":"maybe"}),
            json!({"action":"a.b","outcome":"intent"}),
            json!({"action":"a.b","time":"soon"}),
            json!({"action":"a.b","fields":[]}),
            json!({"action":"a.b","source":"Not A Word"}),
            json!({"action":"a.b","count":0}),
            json!({"action":"a.b","id":""}),
        ] {
            assert!(draft(&wrong).is_none(), "{wrong}");
        }
    }
}

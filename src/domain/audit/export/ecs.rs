//! The Elastic Common Schema, one event a line: its own fields where it has them, the rest under `optimactl`.

use serde_json::{Map, Value, json};

use super::super::query::text_of;
use super::super::shown::Shown;
use super::kinds::elastic;
use super::told::{Teller, VERSION, ip, json_line, personal_text, sentence};
use crate::base::error::Result;

/// The version of the schema whose fields these are.
const SCHEMA: &str = "8.17.0";

pub(super) fn line(event: &Shown, teller: &Teller, out: &mut Vec<u8>) -> Result<()> {
    json_line(&value(event, teller), out)
}

fn value(event: &Shown, teller: &Teller) -> Value {
    let kind = elastic(event);
    let mut map = Map::new();
    let mut set = |key: &str, value: Value| map.insert(key.to_owned(), value);
    set("@timestamp", event.ts.as_str().into());
    set("ecs", json!({"version": SCHEMA}));
    set("message", sentence(event).into());
    set(
        "event",
        described(event, teller, (kind.category, kind.kind)),
    );
    set("user", user(event));
    set(
        "observer",
        json!({
            "vendor": "optimactl", "product": "optimactl", "version": VERSION, "hostname": teller.host,
        }),
    );
    set("service", json!({"name": event.source}));
    if let Some(ip) = ip(event) {
        set("source", json!({"ip": ip.to_string()}));
    }
    if let Some(agent) = personal_text(event, "user_agent") {
        set("user_agent", json!({"original": agent}));
    }
    if let Some(error) = event.data.get("error") {
        set("error", json!({"code": text_of(error)}));
    }
    set("related", related(event));
    set("optimactl", rest(event, teller));
    map.into()
}

fn described(event: &Shown, teller: &Teller, (category, kind): (&str, &str)) -> Value {
    let (outcome, denied) = match event.outcome.as_str() {
        "success" => ("success", false),
        "failure" => ("failure", false),
        "refused" => ("failure", true),
        _ => ("unknown", false),
    };
    let mut described = json!({
        "kind": "event",
        "category": [category],
        "type": [kind],
        "action": event.action,
        "outcome": outcome,
        "severity": severity(&event.severity),
        "sequence": event.seq,
        "id": format!("{}/{}", teller.origin, event.seq),
        "created": event.rts,
        "provider": event.source,
        "dataset": "optimactl.audit",
        "module": "optimactl",
    });
    if let (true, Some(map)) = (denied, described.as_object_mut()) {
        map.insert("reason".to_owned(), "refused by a rule".into());
    }
    described
}

fn user(event: &Shown) -> Value {
    let mut user = person(&event.actor, event.actor_name.as_deref());
    if let Some(target) = &event.target {
        let target = person(target, event.target_name.as_deref());
        user.insert("target".to_owned(), target.into());
    }
    user.into()
}

fn person(id: &str, name: Option<&str>) -> Map<String, Value> {
    let mut person = Map::new();
    person.insert("id".to_owned(), id.into());
    if let Some(name) = name {
        person.insert("name".to_owned(), name.into());
    }
    person
}

/// Everybody and every address in the event, so that one search finds them in any role.
fn related(event: &Shown) -> Value {
    let everybody = [
        Some(&event.actor),
        event.actor_name.as_ref(),
        event.target.as_ref(),
        event.target_name.as_ref(),
    ];
    let mut people: Vec<&String> = everybody.into_iter().flatten().collect();
    people.dedup();
    let mut related = json!({"user": people});
    if let (Some(ip), Some(map)) = (ip(event), related.as_object_mut()) {
        map.insert("ip".to_owned(), json!([ip.to_string()]));
    }
    related
}

/// Texts, because an index gives a field one type for ever, and values of one name differ between events.
fn rest(event: &Shown, teller: &Teller) -> Value {
    let mut rest = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            rest.insert(key.to_owned(), value);
        }
    };
    set("log", Some(teller.origin.as_str().into()));
    set("outcome", Some(event.outcome.as_str().into()));
    set("severity", Some(event.severity.as_str().into()));
    set("via", Some(event.via.as_str().into()));
    set("request", event.request.as_deref().map(Value::from));
    set("ticket", event.ticket.as_deref().map(Value::from));
    set("intent", event.intent.map(Value::from));
    set("data", texts(&event.data));
    set("personal", texts(&event.personal));
    set("digests", texts(&event.digests));
    rest.into()
}

fn texts(map: &Map<String, Value>) -> Option<Value> {
    let texts = map
        .iter()
        // An index reads a dot as a path, and refuses a document in which `a` and `a.b` both have values.
        .map(|(key, value)| (key.replace('.', "_"), text_of(value).into()));
    (!map.is_empty()).then(|| Value::Object(texts.collect()))
}

/// ECS leaves the numbers to the source; these are those of CEF, so that both exports sort alike.
pub(super) fn severity(word: &str) -> u8 {
    match word {
        "low" => 3,
        "medium" => 5,
        "high" => 8,
        "critical" => 10,
        _ => 1,
    }
}

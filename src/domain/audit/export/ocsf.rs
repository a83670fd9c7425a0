//! The Open Cybersecurity Schema Framework, one event a line: the attributes that its classes require, all else
//! under `unmapped`, so that nothing is lost.

use serde_json::{Map, Value, json};

use super::super::query::text_of;
use super::super::shown::Shown;
use super::kinds::{self, Class};
use super::told::{Teller, VERSION, ip, json_line, millis, sentence};
use crate::base::error::Result;

/// The newest released version that has every number used here.
const SCHEMA: &str = "1.8.0";

pub(super) fn line(event: &Shown, teller: &Teller, out: &mut Vec<u8>) -> Result<()> {
    json_line(&value(event, teller)?, out)
}

fn value(event: &Shown, teller: &Teller) -> Result<Value> {
    let (class, activity) = kinds::ocsf(event);
    let category = class.uid() / 1000;
    let (severity, severity_name) = severity(&event.severity);
    let (status, status_name) = status(&event.outcome);
    let mut map = Map::new();
    let mut set = |key: &str, value: Value| map.insert(key.to_owned(), value);
    set("category_uid", category.into());
    set("class_uid", class.uid().into());
    set("class_name", class.name().into());
    set("activity_id", activity.into());
    set("type_uid", (class.uid() * 100 + activity).into());
    set("time", millis(&event.ts)?.into());
    set("timezone_offset", 0.into());
    set("severity_id", severity.into());
    set("severity", severity_name.into());
    set("status_id", status.into());
    set("status", status_name.into());
    set("message", sentence(event).into());
    set("metadata", metadata(event, teller)?);
    if activity == 99 {
        // The schema asks for the source's own name where it has no number.
        set("activity_name", event.action.as_str().into());
    }
    if let Some(code) = event.data.get("error") {
        set("status_code", text_of(code).into());
    }
    if status == 99 {
        set("status_detail", event.outcome.as_str().into());
    }
    set(
        "actor",
        json!({"user": user(event), "app_name": event.source}),
    );
    if let Some(endpoint) = endpoint(event, class) {
        set("src_endpoint", endpoint);
    }
    about(event, teller, class, &mut map);
    map.insert("unmapped".to_owned(), unmapped(event));
    Ok(map.into())
}

/// What the class is about: somebody, or something.
fn about(event: &Shown, teller: &Teller, class: Class, map: &mut Map<String, Value>) {
    let target = event.target.as_deref();
    let mut set = |key: &str, value: Value| map.insert(key.to_owned(), value);
    match class {
        Class::Authentication => {
            set("user", user(event));
            // The class demands a service or an endpoint that was signed in to.
            set("service", json!({"name": event.source}));
        }
        Class::AccountChange | Class::UserAccess => {
            set(
                "user",
                person(target.unwrap_or(&event.actor), event.target_name.as_deref()),
            );
            if class == Class::UserAccess {
                let role = event.data.get("role").map(text_of);
                set("privileges", json!(role.into_iter().collect::<Vec<_>>()));
            }
        }
        Class::GroupManagement => {
            let group = event.data.get("group").map(text_of);
            let group = group.or_else(|| event.target.clone()).unwrap_or_default();
            if target != Some(group.as_str()) {
                set(
                    "user",
                    person(target.unwrap_or(&event.actor), event.target_name.as_deref()),
                );
            }
            set("group", json!({"name": group}));
        }
        Class::EntityManagement => {
            let noun = event.action.split('.').next().unwrap_or_default();
            let mut entity = json!({"uid": target.unwrap_or(&teller.origin), "type": noun});
            if let (Some(name), Some(entity)) = (&event.target_name, entity.as_object_mut()) {
                entity.insert("name".to_owned(), name.as_str().into());
            }
            set("entity", entity);
        }
        Class::ApiActivity => {
            set(
                "api",
                json!({"operation": event.action, "service": {"name": event.source}}),
            );
            if let Some(target) = target {
                let name = event.target_shown();
                set("resources", json!([{"uid": target, "name": name}]));
            }
        }
    }
}

fn user(event: &Shown) -> Value {
    person(&event.actor, event.actor_name.as_deref())
}

fn person(id: &str, name: Option<&str>) -> Value {
    match name {
        Some(name) => json!({"uid": id, "name": name}),
        None => json!({"uid": id}),
    }
}

/// Where it came from; a call needs one, even if only the program is known.
fn endpoint(event: &Shown, class: Class) -> Option<Value> {
    match ip(event) {
        Some(ip) => Some(json!({"ip": ip.to_string()})),
        None if class == Class::ApiActivity => Some(json!({"svc_name": event.source})),
        None => None,
    }
}

fn metadata(event: &Shown, teller: &Teller) -> Result<Value> {
    let mut metadata = json!({
        "version": SCHEMA,
        "product": {"name": "optimactl", "vendor_name": "optimactl", "version": VERSION},
        "log_name": teller.origin,
        "uid": format!("{}/{}", teller.origin, event.seq),
        "sequence": event.seq,
        "event_code": event.action,
        "original_time": event.ts,
        "logged_time": millis(&event.rts)?,
    });
    if let (Some(request), Some(map)) = (&event.request, metadata.as_object_mut()) {
        map.insert("correlation_uid".to_owned(), request.as_str().into());
    }
    Ok(metadata)
}

fn unmapped(event: &Shown) -> Value {
    let mut rest = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            rest.insert(key.to_owned(), value);
        }
    };
    let filled = |map: &Map<String, Value>| (!map.is_empty()).then(|| Value::Object(map.clone()));
    if let Some(target) = &event.target {
        set("target", Some(person(target, event.target_name.as_deref())));
    }
    set("via", Some(event.via.as_str().into()));
    set("intent", event.intent.map(Value::from));
    set("ticket", event.ticket.as_deref().map(Value::from));
    set("data", filled(&event.data));
    set("personal", filled(&event.personal));
    set("digests", filled(&event.digests));
    rest.into()
}

fn severity(word: &str) -> (u64, &'static str) {
    match word {
        "info" => (1, "Informational"),
        "low" => (2, "Low"),
        "medium" => (3, "Medium"),
        "high" => (4, "High"),
        "critical" => (5, "Critical"),
        _ => (0, "Unknown"),
    }
}

fn status(outcome: &str) -> (u64, &'static str) {
    match outcome {
        "success" => (1, "Success"),
        "failure" | "refused" => (2, "Failure"),
        // Announced: how it ended stands in another event.
        _ => (99, "Other"),
    }
}

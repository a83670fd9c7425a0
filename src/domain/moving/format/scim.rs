//! SCIM users (RFC 7643 §4.1): a `ListResponse` (RFC 7644 §3.4.2), or a list of them.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::document::{Shape, Top, elements};
use super::draft::Draft;
use super::fault::Fault;
use super::field::Field;
use super::{Item, Options, See, hand, jsonl, strict};
use crate::base::error::Result;

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let shape = Shape {
        key: Some("Resources"),
        top: Top::Rows,
    };
    elements(reader, &shape, see, &mut |line, bytes, see| {
        let user = match strict::value(bytes) {
            Ok(Value::Object(user)) => user,
            Ok(_) => {
                return see(Item::Fault(Box::new(Fault::new(
                    line,
                    "the element is not an object",
                ))));
            }
            Err(error) => return see(Item::Fault(Box::new(Fault::of(line, &error)))),
        };
        if get(&user, "userName").is_none() && get(&user, "members").is_some() {
            return see(Item::Passed {
                line,
                what: "groups".to_owned(),
            });
        }
        hand(row(&user, line, options), see)
    })
}

/// Attribute names do not differ by case (RFC 7643 §2.1).
fn get<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let found = object.get(name);
    found.or_else(|| {
        let mut keys = object.iter();
        keys.find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    })
}

fn row(user: &Map<String, Value>, line: u64, options: &Options) -> Result<super::Row, Box<Fault>> {
    let mut draft = Draft::new(line, options.now);
    let usual = [
        ("userName", Field::Name),
        ("displayName", Field::DisplayName),
        ("active", Field::Enabled),
        ("password", Field::Hash),
    ];
    for (key, field) in usual {
        if options.mapping.field(key).is_none()
            && let Some(value) = get(user, key)
        {
            jsonl::put(&mut draft, key, field, value);
        }
    }
    for (key, value) in user {
        match options.mapping.field(key) {
            Some(field @ (Field::Roles | Field::Groups)) => several(&mut draft, key, field, value),
            Some(field) => jsonl::put(&mut draft, key, field, value),
            None => {}
        }
    }
    if let Some(Value::Object(name)) = get(user, "name") {
        name_of(&mut draft, name);
    }
    if let Some(email) = get(user, "emails").and_then(primary) {
        draft.put("emails", Field::Email, email);
    }
    if let Some(Value::Object(meta)) = get(user, "meta")
        && let Some(created) = get(meta, "created")
    {
        jsonl::put(&mut draft, "meta.created", Field::Created, created);
    }
    draft.finish()
}

fn name_of(draft: &mut Draft, name: &Map<String, Value>) {
    if draft.has_display_name() {
        return;
    }
    let parts = [
        ("formatted", Field::DisplayName),
        ("givenName", Field::FirstName),
        ("familyName", Field::LastName),
    ];
    for (key, field) in parts {
        if let Some(Value::String(text)) = get(name, key) {
            draft.put(key, field, text);
        }
    }
}

/// The primary address, else the first.
fn primary(emails: &Value) -> Option<&str> {
    let emails = emails.as_array()?;
    let is_primary = |email: &&Value| email.get("primary").and_then(Value::as_bool) == Some(true);
    let email = emails.iter().find(is_primary).or(emails.first())?;
    email
        .get("value")
        .and_then(Value::as_str)
        .or_else(|| email.as_str())
}

/// `[{"value":…,"display":…}]` or a list of texts.
fn several(draft: &mut Draft, key: &str, field: Field, value: &Value) {
    for item in value.as_array().into_iter().flatten() {
        let text = ["display", "value"]
            .iter()
            .find_map(|part| item.get(part)?.as_str());
        if let Some(text) = text.or_else(|| item.as_str()) {
            draft.put(key, field, text);
        }
    }
}

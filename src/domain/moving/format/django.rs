//! What Django's `dumpdata auth.User` writes: a list of objects with `model`, `pk` and `fields`, or one a line.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::document::{Shape, Top, elements};
use super::draft::Draft;
use super::fault::Fault;
use super::field::Field;
use super::{Item, Options, See, hand, jsonl, strict};
use crate::base::error::Result;

/// What is taken under which key.
const KEYS: [(&str, Field); 9] = [
    ("username", Field::Name),
    ("email", Field::Email),
    ("first_name", Field::FirstName),
    ("last_name", Field::LastName),
    ("password", Field::Hash),
    ("is_active", Field::Enabled),
    ("last_login", Field::LastSignIn),
    ("date_joined", Field::Created),
    ("is_staff", Field::Ignored),
];

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let shape = Shape {
        key: None,
        top: Top::Rows,
    };
    elements(reader, &shape, see, &mut |line, bytes, see| {
        let object = match strict::value(bytes) {
            Ok(object) => object,
            Err(error) => return see(Item::Fault(Box::new(Fault::of(line, &error)))),
        };
        let model = object.get("model").and_then(Value::as_str);
        let fields = object.get("fields").and_then(Value::as_object);
        match (model, fields) {
            (Some(model), Some(fields)) if is_user(model, fields) => {
                hand(row(fields, line, options), see)
            }
            (Some(model), Some(_)) => see(Item::Passed {
                line,
                what: format!("objects of `{}`", super::fault::shown(model)),
            }),
            _ => see(Item::Fault(Box::new(Fault::new(
                line,
                "the element has no `model` and `fields`",
            )))),
        }
    })
}

/// `auth.user`, or a model of one's own that signs in likewise.
fn is_user(model: &str, fields: &Map<String, Value>) -> bool {
    model.eq_ignore_ascii_case("auth.user")
        || fields.contains_key("password")
            && (fields.contains_key("username") || fields.contains_key("email"))
}

fn row(
    fields: &Map<String, Value>,
    line: u64,
    options: &Options,
) -> Result<super::Row, Box<Fault>> {
    let mut draft = Draft::new(line, options.now);
    for (key, value) in fields {
        let usual = KEYS
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, field)| *field);
        if let Some(field) = options.mapping.field(key).or(usual) {
            jsonl::put(&mut draft, key, field, value);
        }
    }
    // A model whose people sign in by their address has no other name.
    if !draft.has_name()
        && let Some(Value::String(email)) = fields.get("email")
    {
        draft.put("email", Field::Name, email);
    }
    draft.finish()
}

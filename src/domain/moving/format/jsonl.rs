//! One JSON object a line: the program's own form, which `account export` writes.

use std::io::BufRead;

use serde_json::{Map, Value};

use super::draft::Draft;
use super::fault::Fault;
use super::field::{Field, listed};
use super::lines::Lines;
use super::otp::Otp;
use super::{Item, Options, See, hand, strict};
use crate::base::error::{Error, Result};
use crate::base::text::did_you_mean;

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let mut lines = Lines::new(reader);
    while let Some(line) = lines.next()? {
        let read = match line {
            Err(fault) => {
                see(Item::Fault(fault))?;
                continue;
            }
            Ok(line) if line.trim().is_empty() => continue,
            Ok(line) => strict::value(line.as_bytes()),
        };
        let number = lines.number();
        match read {
            Ok(Value::Object(fields)) => hand(row(&fields, number, options), see)?,
            Ok(_) => see(Item::Fault(Box::new(Fault::new(
                number,
                "the line is not a JSON object",
            ))))?,
            Err(error) => see(Item::Fault(Box::new(Fault::of(number, &error))))?,
        }
    }
    Ok(())
}

fn row(
    fields: &Map<String, Value>,
    line: u64,
    options: &Options,
) -> Result<super::Row, Box<Fault>> {
    let mut draft = Draft::new(line, options.now);
    for (key, value) in fields {
        match options.mapping.field(key).or_else(|| Field::known(key)) {
            Some(Field::Otp) => factors(&mut draft, key, value),
            Some(field) => put(&mut draft, key, field, value),
            None => draft.fail(key, &unknown(key)),
        }
    }
    draft.finish()
}

fn unknown(key: &str) -> Error {
    let names = Field::names();
    let near = did_you_mean(key, names.iter().copied());
    Error::usage("the key is not known")
        .hint(near.unwrap_or_else(|| format!("known: {}", listed(&names))))
}

/// A value, or several where the field holds several.
pub(super) fn put(draft: &mut Draft, key: &str, field: Field, value: &Value) {
    match (value, field) {
        (Value::Null, _) => {}
        (Value::Array(items), Field::Roles | Field::Groups) => {
            for item in items {
                match item {
                    Value::String(text) => draft.put(key, field, text),
                    _ => draft.fail(
                        key,
                        &Error::usage("the list holds something else than texts"),
                    ),
                }
            }
        }
        _ => match strict::plain(value) {
            Some(text) => draft.put(key, field, &text),
            None if field == Field::Ignored => {}
            None => draft.fail(key, &Error::usage("the value is neither text nor number")),
        },
    }
}

/// `[{"secret":"…","algorithm":"SHA1","digits":6,"period":30}]`.
fn factors(draft: &mut Draft, key: &str, value: &Value) {
    let Value::Array(items) = value else {
        if !value.is_null() {
            draft.fail(key, &Error::usage("second factors stand in a list"));
        }
        return;
    };
    for item in items {
        let text = |key: &str| item.get(key).and_then(Value::as_str);
        let number = |key: &str, usual| item.get(key).map_or(Some(usual), Value::as_u64);
        let read = || {
            let secret =
                text("secret").ok_or_else(|| Error::usage("a second factor has no secret"))?;
            let (digits, period) = (number("digits", 6), number("period", 30));
            let (Some(digits), Some(period)) = (digits, period) else {
                return Err(Error::usage(
                    "the digits or the period of a second factor are no numbers",
                ));
            };
            Otp::new(
                Otp::base32(secret)?,
                text("algorithm").unwrap_or("SHA1"),
                digits,
                period,
            )
        };
        draft.otp(key, read());
    }
}

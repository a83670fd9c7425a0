//! `response.json` held against its schema while it is read: every value is looked at once and none is kept, so that the
//! longest answer takes no more memory than a short one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, BufReader, Read};

use regex::Regex;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::damaged;
use crate::base::clock;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::bundle::SCHEMA;

/// The longest text in an answer, in bytes: only one is in memory.
const LONGEST: usize = 16 << 20;

/// Reads the answer to its end; gives the texts of its outermost level.
pub(super) fn check(input: &mut dyn Read) -> Result<BTreeMap<String, String>> {
    let schema: Value = serde_json::from_str(SCHEMA)
        .map_err(|error| Error::bug("the schema of an answer is no JSON").because(error))?;
    let bounded = Bounded {
        input,
        length: 0,
        place: Place::Outside,
    };
    let mut told = BTreeMap::new();
    let mut reader = serde_json::Deserializer::from_reader(BufReader::new(bounded));
    let shape = Shape {
        schema: &schema,
        path: "",
        told: &mut told,
    };
    let wrong = |error: serde_json::Error| {
        damaged("`data/response.json` is not an answer").because(safe(&error.to_string()))
    };
    shape.deserialize(&mut reader).map_err(wrong)?;
    reader.end().map_err(wrong)?;
    Ok(told)
}

/// A part of the schema, and where in the answer it holds.
struct Shape<'s, 't> {
    schema: &'s Value,
    path: &'s str,
    told: &'t mut BTreeMap<String, String>,
}

impl Shape<'_, '_> {
    fn wrong<E: serde::de::Error>(&self, why: &str) -> E {
        let at = if self.path.is_empty() {
            "the answer"
        } else {
            self.path
        };
        E::custom(format!("{at}: {why}"))
    }

    fn require_kind<E: serde::de::Error>(&self, kind: &str) -> Result<(), E> {
        let fits = match self.schema.get("type") {
            Some(Value::Array(kinds)) => kinds.iter().any(|known| known == kind),
            Some(known) => known == kind,
            None => true,
        };
        if fits {
            Ok(())
        } else {
            Err(self.wrong(&format!("no {kind} belongs here")))
        }
    }

    fn require_one<E: serde::de::Error>(&self, value: &Value) -> Result<(), E> {
        let same = self.schema.get("const").is_none_or(|only| only == value);
        let known = self.schema.get("enum").and_then(Value::as_array);
        if same && known.is_none_or(|known| known.contains(value)) {
            return Ok(());
        }
        Err(self.wrong("another value belongs here"))
    }

    fn text<E: serde::de::Error>(&mut self, text: &str) -> Result<(), E> {
        self.require_kind("string")?;
        if self.schema.get("const").is_some() || self.schema.get("enum").is_some() {
            self.require_one(&Value::from(text))?;
        }
        if let Some(pattern) = self.schema.get("pattern").and_then(Value::as_str) {
            let pattern = Regex::new(pattern).map_err(E::custom)?;
            if !pattern.is_match(text) {
                return Err(self.wrong("the text has another form"));
            }
        }
        let is_time = self
            .schema
            .get("format")
            .is_some_and(|format| format == "date-time");
        if is_time && clock::parse(text).is_err() {
            return Err(self.wrong("this is no time"));
        }
        let name = self
            .path
            .strip_prefix('/')
            .filter(|name| !name.contains('/'));
        if let Some(name) = name.filter(|_| text.len() <= 64) {
            self.told.insert(name.to_owned(), text.to_owned());
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Shape<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Shape<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of the answer")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.require_kind("null")?;
        self.require_one(&Value::Null)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.require_kind("boolean")?;
        self.require_one(&Value::from(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.require_kind("integer")?;
        self.require_one(&Value::from(value))
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<(), E> {
        Err(self.wrong("nothing here is below zero"))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<(), E> {
        Err(self.wrong("nothing here has fractions"))
    }

    fn visit_str<E: serde::de::Error>(mut self, text: &str) -> Result<(), E> {
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.require_kind("array")?;
        let schema = self.schema.get("items").unwrap_or(&Value::Null);
        let path = format!("{}/*", self.path);
        while items
            .next_element_seed(Shape {
                schema,
                path: &path,
                told: self.told,
            })?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.require_kind("object")?;
        let known = self.schema.get("properties");
        let mut seen = BTreeSet::new();
        while let Some(name) = members.next_key::<String>()? {
            let schema = known.and_then(|known| known.get(&name));
            let Some(schema) = schema else {
                if self.schema.get("additionalProperties") != Some(&Value::Bool(true)) {
                    return Err(self.wrong("it has a member that the schema does not know"));
                }
                // Fields of the platform's own data: any value, whatever it is called.
                members.next_value::<serde::de::IgnoredAny>()?;
                continue;
            };
            let path = format!("{}/{name}", self.path);
            members.next_value_seed(Shape {
                schema,
                path: &path,
                told: self.told,
            })?;
            if !seen.insert(name) {
                return Err(A::Error::custom(format!("{path}: it is there twice")));
            }
        }
        let required = self.schema.get("required").and_then(Value::as_array);
        let mut names = required.into_iter().flatten().filter_map(Value::as_str);
        match names.find(|name| !seen.contains(*name)) {
            None => Ok(()),
            Some(name) => Err(self.wrong(&format!("`{name}` is missing"))),
        }
    }
}

/// Where in the text of a JSON document a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Inside,
    Escaped,
}

/// A reader that gives up at a text, number or blank that is too long to be one of an answer.
struct Bounded<'a> {
    input: &'a mut dyn Read,
    length: usize,
    place: Place,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        for byte in buffer.get(..count).unwrap_or_default() {
            let next = match (self.place, byte) {
                (Place::Inside, b'"') => Place::Outside,
                (Place::Inside, b'\\') => Place::Escaped,
                (Place::Outside, b'"') | (Place::Escaped, _) => Place::Inside,
                (place, _) => place,
            };
            let ends = matches!(byte, b',' | b':' | b'[' | b']' | b'{' | b'}');
            let is_new = next == Place::Outside && (ends || self.place == Place::Inside);
            self.length = if is_new { 0 } else { self.length + 1 };
            self.place = next;
            if self.length > LONGEST {
                return Err(io::Error::other("a text of the answer is too long"));
            }
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keywords that say something about values; this program must look at each that the schema uses.
    const HELD: [&str; 11] = [
        "type",
        "const",
        "enum",
        "pattern",
        "format",
        "minimum",
        "properties",
        "required",
        "items",
        "additionalProperties",
        "$schema",
    ];

    fn walk(schema: &Value, path: &str) {
        for (keyword, value) in schema.as_object().unwrap() {
            assert!(
                HELD.contains(&keyword.as_str())
                    || ["$id", "title", "description"].contains(&keyword.as_str()),
                "{path}: {keyword}"
            );
            match keyword.as_str() {
                "properties" => {
                    for (name, inner) in value.as_object().unwrap() {
                        walk(inner, &format!("{path}/{name}"));
                    }
                    assert_eq!(schema["additionalProperties"], false, "{path}");
                }
                "items" => walk(value, &format!("{path}/*")),
                "minimum" => assert_eq!(value, 0, "{path}"),
                _ => {}
            }
        }
    }

    #[test]
    fn every_keyword_of_the_schema_is_held() {
        walk(&serde_json::from_str(SCHEMA).unwrap(), "");
    }

    #[test]
    fn a_text_without_end_takes_no_memory() {
        let begin = b"{\"reference\": \"".as_slice();
        let mut endless = begin.chain(io::repeat(b'a'));
        let error = check(&mut endless).unwrap_err();
        assert!(format!("{error:?}").contains("too long"), "{error:?}");
        let mut numbers = b"{\"reference\": ".as_slice().chain(io::repeat(b'1'));
        check(&mut numbers).unwrap_err();
        let mut deep = io::repeat(b'[');
        check(&mut deep).unwrap_err();
    }
}

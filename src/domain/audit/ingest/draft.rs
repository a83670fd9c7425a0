//! What a line tells, before it is an event: names cut to size, field names made ours, everything in it personal.

#[cfg(test)]
mod tests;

use std::net::{IpAddr, SocketAddr};

use serde_json::{Map, Value};

use super::names::is_known;
use super::stamp::Stamp;
use crate::domain::audit::record::{Foreign, MOST_NAME, MOST_VALUE, RESERVED, is_word};
use crate::domain::audit::{Outcome, Severity};

/// More fields than that go into one, `more`.
const MOST_FIELDS: usize = 32;
/// What is kept of a line that can be read in two ways.
const MOST_DOUBTFUL: usize = 2048;

/// By what a line is known when it comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Its bytes, and how many like it came before.
    Line,
    /// A key from the log's own keeper.
    Cursor(String),
    /// The key that the sender gave, as `audit record --id` takes it.
    Told(String),
}

#[derive(Clone, Debug)]
pub struct Draft {
    pub action: String,
    pub source: Option<String>,
    pub actor: Option<String>,
    pub target: Option<String>,
    pub outcome: Outcome,
    pub severity: Severity,
    pub stamp: Stamp,
    /// The line stands for so many alike.
    pub count: Option<u64>,
    pub identity: Identity,
    fields: Vec<(String, Value)>,
    more: Map<String, Value>,
    /// Of what is gathered, the addresses: they are kept for another time.
    more_ip: Map<String, Value>,
    /// The last number that a name which came again was given.
    again: u32,
}

/// An address as logs write it: in brackets, with a zone, with a port.
fn address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<SocketAddr>().ok().map(|place| place.ip());
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let bare = bare.split('%').next().unwrap_or(bare);
    let ip = bare.parse().ok().or_else(with_port)?;
    Some(ip.to_canonical())
}

impl Draft {
    pub fn new(action: &str) -> Self {
        Self {
            action: action.to_owned(),
            source: None,
            actor: None,
            target: None,
            outcome: Outcome::Success,
            severity: Severity::Info,
            stamp: Stamp::None,
            count: None,
            identity: Identity::Line,
            fields: vec![],
            more: Map::new(),
            more_ip: Map::new(),
            again: 1,
        }
    }

    #[must_use]
    pub fn actor(mut self, name: &str) -> Self {
        self.actor = some(name);
        self
    }

    #[must_use]
    pub fn target(mut self, name: &str) -> Self {
        self.target = some(name);
        self
    }

    #[must_use]
    pub const fn ended(mut self, outcome: Outcome, severity: Severity) -> Self {
        self.outcome = outcome;
        self.severity = severity;
        self
    }

    /// A personal field; an empty one says nothing and is left out.
    #[must_use]
    pub fn with(mut self, field: &str, value: &str) -> Self {
        self.put(field, value);
        self
    }

    #[must_use]
    pub fn at_ip(mut self, text: &str) -> Self {
        self.put_ip(text);
        self
    }

    /// An address under `ip`, also with a port behind it; a name where there should be one under `host_name`. What the
    /// line's own fields called `ip` gives way to it.
    pub fn put_ip(&mut self, text: &str) {
        let Some(ip) = address(text) else {
            return self.put("host_name", text);
        };
        self.put_first("ip", &ip.to_string());
    }

    /// A field that is not the line's to choose: its own one of that name gives way.
    pub fn put_first(&mut self, field: &str, value: &str) {
        let place = self.fields.iter().position(|(known, _)| known == field);
        if let Some((name, value)) = place.map(|place| self.fields.remove(place)) {
            self.gather(&name, value);
        }
        self.fields.insert(0, (field.to_owned(), value.into()));
    }

    pub fn put(&mut self, field: &str, value: &str) {
        if !value.is_empty() {
            self.put_value(field, value.into());
        }
    }

    /// A field of any kind under its name, if that is a known one; under another, one that is there already, or one
    /// too many, it goes into `more` together with its name.
    pub fn put_value(&mut self, field: &str, value: Value) {
        let name = field_name(field);
        if is_known(&name) {
            self.put_under(field, name, value);
        } else {
            self.gather(field, value);
        }
    }

    /// A field that the admin's map names.
    pub fn put_mapped(&mut self, field: &str, value: &str) {
        if !value.is_empty() {
            self.put_under(field, field_name(field), value.into());
        }
    }

    fn gather(&mut self, field: &str, value: Value) {
        // With its name it must fit one of the parts.
        let long = value.to_string().len() > MOST_VALUE - 2048;
        let value = match value {
            Value::String(text) if long => cut(&text, MOST_VALUE / 6 - 512).into(),
            other if long => cut(&other.to_string(), MOST_VALUE / 6 - 512).into(),
            short => short,
        };
        let is_address = value.as_str().is_some_and(holds_address) || address(field).is_some();
        let part = if is_address {
            &mut self.more_ip
        } else {
            &mut self.more
        };
        insert_beside(part, &mut self.again, cut(field, MOST_NAME), value);
    }

    fn put_under(&mut self, field: &str, name: String, value: Value) {
        let taken = self.fields.iter().any(|(known, _)| *known == name);
        let no_address = name == "ip" && value.as_str().is_none_or(|text| address(text).is_none());
        if taken || no_address || self.fields.len() >= MOST_FIELDS {
            return self.gather(field, value);
        }
        self.fields.push((name, bounded(value)));
    }

    /// What the line says can be read in two ways, because somebody chose a name in it so: it is kept whole, to be
    /// looked at by a person.
    #[must_use]
    pub fn doubtful(mut self, line: &str) -> Self {
        self.severity = self.severity.max(Severity::High);
        self.with("doubtful", "true")
            .with("message", cut(line, MOST_DOUBTFUL))
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(known, _)| known == name);
        let found = found.map(|(_, value)| value);
        let gathered = || self.more.get(name).or_else(|| self.more_ip.get(name));
        found.or_else(gathered)?.as_str()
    }

    /// The event without its time.
    pub fn foreign(mut self, source: &str) -> Foreign {
        let (more, more_ip) = (
            std::mem::take(&mut self.more),
            std::mem::take(&mut self.more_ip),
        );
        self.fields.extend(parts("more", more));
        self.fields.extend(parts("more_ip", more_ip));
        Foreign {
            action: self.action,
            source: source.to_owned(),
            actor: self.actor.as_deref().and_then(some),
            target: self.target.as_deref().and_then(some),
            outcome: self.outcome,
            severity: self.severity,
            time: None,
            key: None,
            count: self.count,
            fields: self.fields,
        }
    }
}

/// Whether a text is an address, or a list that begins with one, as proxies write.
fn holds_address(text: &str) -> bool {
    let first = text.split(',').next().unwrap_or(text);
    address(first.trim()).is_some()
}

/// A name that came before keeps its value: the next one is numbered. No number is tried twice, so that a line of
/// thousands of them costs no more than its length.
fn insert_beside(part: &mut Map<String, Value>, again: &mut u32, name: &str, value: Value) {
    if !part.contains_key(name) {
        part.insert(name.to_owned(), value);
        return;
    }
    loop {
        *again = again.saturating_add(1);
        let numbered = format!("{name} {again}");
        if *again == u32::MAX || !part.contains_key(&numbered) {
            part.insert(numbered, value);
            return;
        }
    }
}

/// What was gathered, in values that each fit: `more`, `more_2` and so on. Nothing of it is cut away.
fn parts(first: &str, more: Map<String, Value>) -> Vec<(String, Value)> {
    let mut parts: Vec<(usize, Map<String, Value>)> = vec![];
    for (name, value) in more {
        // With quotes, colon and comma, each name in escapes at most.
        let bytes = Value::from(name.as_str()).to_string().len() + value.to_string().len() + 4;
        match parts.last_mut() {
            Some((known, part)) if *known + bytes + 2 <= MOST_VALUE => {
                *known += bytes;
                part.insert(name, value);
            }
            _ => parts.push((bytes, Map::from_iter([(name, value)]))),
        }
    }
    let named = |number: usize| match number {
        1 => first.to_owned(),
        _ => format!("{first}_{number}"),
    };
    let parts = parts.into_iter().zip(1..);
    parts
        .map(|((_, part), number)| (named(number), bounded(Value::Object(part))))
        .collect()
}

fn some(name: &str) -> Option<String> {
    let name = cut(name.trim(), MOST_NAME);
    (!name.is_empty()).then(|| name.to_owned())
}

/// At most so many bytes, whole characters.
pub fn cut(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// A value that fits: what is longer is cut as text.
fn bounded(value: Value) -> Value {
    // Escapes make a character six bytes at most.
    let fits = |text: &str| {
        text.len() < MOST_VALUE / 6 || Value::from(text).to_string().len() <= MOST_VALUE
    };
    match value {
        Value::String(text) if fits(&text) => Value::String(text),
        Value::String(text) => cut(&text, MOST_VALUE / 6 - 8).into(),
        Value::Array(_) | Value::Object(_) => {
            let text = value.to_string();
            if text.len() <= MOST_VALUE {
                return value;
            }
            cut(&text, MOST_VALUE / 6 - 8).into()
        }
        short => short,
    }
}

/// Small letters, digits, `.`, `_`, `-`; never one of the names that the log keeps for itself.
fn field_name(field: &str) -> String {
    let usable = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    if is_word(field) && !RESERVED.contains(&field) && !field.starts_with("more") {
        return field.to_owned();
    }
    let mut name = String::from("x_");
    let mut before = false;
    for c in field.chars().take(48) {
        if c.is_ascii_uppercase() && before {
            name.push('_');
        }
        before = c.is_ascii_lowercase() || c.is_ascii_digit();
        let c = c.to_ascii_lowercase();
        name.push(if usable(c) { c } else { '_' });
    }
    match name.strip_prefix("x_") {
        Some(bare) if is_word(bare) && !RESERVED.contains(&bare) && !bare.starts_with("more") => {
            bare.to_owned()
        }
        _ => cut(&name, 64).to_owned(),
    }
}

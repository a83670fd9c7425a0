//! The one query grammar of every list: `role=admin and (2fa=none or last_login<90d)`. Each list brings a table
//! of its fields; nothing here knows what is listed.
//!
//! `=` `!=` `<` `<=` `>` `>=`, `~` (contains), `and`, `or`, `not`, parentheses; `*` in a value stands for
//! anything. A time is a date, RFC 3339, a period back from now (`90d`) or forward (`+30d`); `none` is absent.

mod parse;
#[cfg(test)]
mod tests;
mod value;

use chrono_tz::Tz;

use crate::base::clock::Time;
use crate::base::error::Result;
use value::Test;

/// One field of a list.
pub struct Field<R> {
    pub name: &'static str,
    pub form: Form,
    pub get: fn(&R, Time) -> Found,
}

/// What a field holds, and so what it can be compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    /// One of these words; another one is a usage error.
    Word(&'static [&'static str]),
    Number,
    Time,
}

/// What a field of one row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Text(String),
    /// Several texts: a comparison holds if it holds for one of them.
    Many(Vec<String>),
    Number(i64),
    Time(Time),
}

impl Found {
    pub fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.to_owned()))
    }

    pub fn time(time: Option<Time>) -> Self {
        time.map_or(Self::Nothing, Self::Time)
    }

    /// As a cell shows it.
    pub fn shown(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Many(texts) => texts.join(" "),
            Self::Number(number) => number.to_string(),
            Self::Time(time) => crate::base::clock::seconds_text(*time),
        }
    }
}

/// A filter that was understood.
pub struct Filter<R> {
    node: Node<R>,
    now: Time,
}

enum Node<R> {
    Any(Vec<Self>),
    All(Vec<Self>),
    Not(Box<Self>),
    Compare {
        get: fn(&R, Time) -> Found,
        test: Test,
    },
}

impl<R> Filter<R> {
    /// Reads `typed`; dates begin in `zone`, periods end at `now`.
    pub fn parse(typed: &str, fields: &[Field<R>], now: Time, zone: &Tz) -> Result<Self> {
        let node = parse::parse(typed, fields, now, *zone)?;
        Ok(Self { node, now })
    }

    pub fn matches(&self, row: &R) -> bool {
        self.holds(&self.node, row)
    }

    fn holds(&self, node: &Node<R>, row: &R) -> bool {
        match node {
            Node::Any(nodes) => nodes.iter().any(|node| self.holds(node, row)),
            Node::All(nodes) => nodes.iter().all(|node| self.holds(node, row)),
            Node::Not(node) => !self.holds(node, row),
            Node::Compare { get, test } => test.holds(&get(row, self.now)),
        }
    }
}

/// The field with this name; an unknown one is a usage error with close names.
pub fn field<'a, R>(name: &str, fields: &'a [Field<R>]) -> Result<&'a Field<R>> {
    let asked = name.to_lowercase().replace('-', "_");
    fields
        .iter()
        .find(|field| field.name == asked)
        .ok_or_else(|| parse::unknown_field(name, fields))
}

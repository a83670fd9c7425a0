//! The one query grammar of every list: `role=admin and (2fa=none or last_login<90d)`. Each list brings a table
//! of its fields; nothing here knows what is listed. A value is a text (`*` stands for anything), a word, a number,
//! or a time: a date, RFC 3339, a period back from now (`90d`) or forward (`+30d`); `none` is absent. What a
//! comparison means is decided here, also for lists that search by other means.

mod parse;
#[cfg(test)]
mod tests;
mod token;
mod value;

use chrono_tz::Tz;

use crate::base::clock::Time;
use crate::base::error::Result;
pub use value::{Sign, Test};

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
    /// One of these words, lowest first; a row holds the number of its word.
    Rank(&'static [&'static str]),
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
        name: &'static str,
        get: fn(&R, Time) -> Found,
        test: Test,
    },
}

/// A filter as others may read it, who find rows in their own way.
#[derive(Debug)]
pub enum Shape<'a> {
    Any(Vec<Self>),
    All(Vec<Self>),
    Not(Box<Self>),
    /// A field by its name, and what it is compared with.
    Compare(&'static str, &'a Test),
}

impl<R> Node<R> {
    fn shape(&self) -> Shape<'_> {
        match self {
            Self::Any(nodes) => Shape::Any(nodes.iter().map(Self::shape).collect()),
            Self::All(nodes) => Shape::All(nodes.iter().map(Self::shape).collect()),
            Self::Not(node) => Shape::Not(Box::new(node.shape())),
            Self::Compare { name, test, .. } => Shape::Compare(name, test),
        }
    }
}

impl<R> Filter<R> {
    /// Reads `typed`; dates begin in `zone`, periods end at `now`.
    pub fn parse(typed: &str, fields: &[Field<R>], now: Time, zone: &Tz) -> Result<Self> {
        let node = parse::parse(typed, fields, now, *zone)?;
        Ok(Self { node, now })
    }

    pub fn shape(&self) -> Shape<'_> {
        self.node.shape()
    }

    pub fn matches(&self, row: &R) -> bool {
        self.holds(&self.node, row)
    }

    fn holds(&self, node: &Node<R>, row: &R) -> bool {
        match node {
            Node::Any(nodes) => nodes.iter().any(|node| self.holds(node, row)),
            Node::All(nodes) => nodes.iter().all(|node| self.holds(node, row)),
            Node::Not(node) => !self.holds(node, row),
            Node::Compare { get, test, .. } => test.holds(&get(row, self.now)),
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

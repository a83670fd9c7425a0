//! A row that cannot be taken: where, which field, what stood there, and what is accepted.

use std::fmt::Write as _;

use crate::base::error::Error;
use crate::base::text::safe;

/// How much of a value is shown.
const SHOWN: usize = 60;

/// Why a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// What stands there is wrong.
    Value,
    /// It is there already, in the file or in the store.
    Taken,
    /// A rule forbids it.
    Rule,
}

/// What is wrong with a row. Never holds a hash or a password.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Of the line or element.
    pub line: u64,
    /// The account's name, as far as it is known; safe to show.
    pub name: Option<String>,
    pub field: Option<String>,
    pub problem: String,
    pub reason: Reason,
}

impl Fault {
    pub fn new(line: u64, problem: impl Into<String>) -> Self {
        Self {
            line,
            name: None,
            field: None,
            problem: problem.into(),
            reason: Reason::Value,
        }
    }

    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(shown(field));
        self
    }

    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = Some(shown(name));
        self
    }

    #[must_use]
    pub const fn because(mut self, reason: Reason) -> Self {
        self.reason = reason;
        self
    }

    /// The same words as an error of the types that check values, with what they accept.
    pub fn of(line: u64, error: &Error) -> Self {
        let hint = error.hint.iter().map(|hint| format!("; {hint}"));
        let problem: String = std::iter::once(error.message.clone()).chain(hint).collect();
        Self::new(line, problem)
    }
}

impl Fault {
    /// For people; `counts` says what the number counts.
    pub fn told(&self, counts: &str) -> String {
        let mut text = format!("{counts} {}", self.line);
        if let Some(name) = &self.name {
            write!(text, ", account `{name}`").ok();
        }
        if let Some(field) = &self.field {
            write!(text, ", field `{field}`").ok();
        }
        format!("{text}: {}", self.problem)
    }
}

/// The start of a foreign text, safe to show.
pub(super) fn shown(text: &str) -> String {
    let mut cut: String = text.chars().take(SHOWN).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    safe(&cut)
}

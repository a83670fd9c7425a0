//! A change that hands out a secret, once: the sentence, and lines with what nobody can read again later. And
//! how credentials' answers say that a password must be changed.

use serde::Serialize;

use crate::base::clock::{Time, seconds_text};

use super::render::{Answer, Change, View};

/// What stands in the place of a secret that a dry run did not make.
pub(crate) const GENERATED: &str = "(generated)";

#[derive(Serialize)]
pub(crate) struct Handout {
    #[serde(flatten)]
    pub(crate) change: Change,
    #[serde(skip)]
    pub(crate) lines: Vec<String>,
}

impl Answer for Handout {
    fn schema(&self) -> &'static str {
        self.change.schema
    }

    fn view(&self) -> View {
        View::Parts(vec![self.change.view(), View::Lines(self.lines.clone())])
    }
}

/// `; it must be changed within 24 hours, by …`, or nothing. Every such change is due within a day of the act
/// that asks for it: a first password (`domain::password`) as well as one that lost its second factor.
pub(crate) fn change_by(by: Option<Time>) -> String {
    by.map(|by| {
        format!(
            "; it must be changed within 24 hours, by {}",
            seconds_text(by)
        )
    })
    .unwrap_or_default()
}

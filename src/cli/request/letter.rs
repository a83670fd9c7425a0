//! Letters that a step obliges to: what the law wants the person to be told, around the operator's own words.

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::render::{Answer, Change, View};
use crate::domain::request::words::Law;

/// A step, and what the person must be told of it.
#[derive(Serialize)]
pub(super) struct Told {
    #[serde(flatten)]
    pub(super) change: Change,
    pub(super) letter: Vec<String>,
}

impl Answer for Told {
    fn schema(&self) -> &'static str {
        self.change.schema()
    }

    fn view(&self) -> View {
        let mut letter = vec![String::new(), "Tell the person:".to_owned()];
        letter.extend(self.letter.iter().map(|line| format!("  {line}")));
        View::Parts(vec![self.change.view(), View::Lines(letter)])
    }
}

/// A denial (GDPR Art. 12(4), 11 CCR §7024).
pub(super) fn denied(ctx: &Context, law: Law, reference: &str, text: &str) -> Vec<String> {
    let mut letter = vec![
        format!("We cannot meet your request {reference}."),
        text.to_owned(),
    ];
    if law.has_gdpr() {
        let authority = ctx.settings.text("controller.authority");
        let authority = authority.unwrap_or("a supervisory authority");
        letter.push(format!(
            "You can lodge a complaint with {authority} and seek a judicial remedy (Art. 12(4) GDPR)."
        ));
    }
    if law.has_ccpa() {
        letter.push("If you think this is wrong, tell us; you can also complain to the California Privacy Protection Agency.".to_owned());
    }
    letter
}

/// More time (GDPR Art. 12(3), 11 CCR §7021(b)): how much, and why.
pub(super) fn extended(reference: &str, reason: &str, due: &[(&str, NaiveDate)]) -> Vec<String> {
    // Where two laws run, the earlier day is what the person can count on.
    let day = due.iter().map(|(_, day)| *day).min();
    let by = day.map_or_else(String::new, |day| format!(" We will answer by {day}."));
    vec![
        format!("We need more time for your request {reference}.{by}"),
        reason.to_owned(),
    ]
}

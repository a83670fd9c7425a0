//! Letters that a step obliges to: what the law wants the person to be told, around the operator's own words.

use chrono::NaiveDate;
use serde::Serialize;

use crate::base::clock::Time;
use crate::base::error::Result;
use crate::cli::context::Context;
use crate::cli::render::{Answer, Change, View};
use crate::domain::request::State;
use crate::domain::request::words::{Code, Law, Type};
use crate::store::request::RequestRow;

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
        if self.letter.is_empty() {
            return self.change.view();
        }
        let mut letter = vec![String::new(), "Tell the person:".to_owned()];
        letter.extend(self.letter.iter().map(|line| format!("  {line}")));
        View::Parts(vec![self.change.view(), View::Lines(letter)])
    }
}

/// A denial (GDPR Art. 12(4), 11 CCR §7024), or the part that was withheld: the reason's own paragraph, the operator's
/// words, and where the person can turn.
pub(super) fn refused(ctx: &Context, row: &RequestRow) -> Result<Vec<String>> {
    let law = Law::read(&row.law)?;
    let reference = &row.reference;
    let mut letter = vec![if row.outcome.as_deref() == Some(State::Partial.as_str()) {
        format!("We met your request {reference} in part.")
    } else {
        format!("We cannot meet your request {reference}.")
    }];
    if let Some(code) = row.code.as_deref().map(Code::read).transpose()? {
        let laws = [Law::Gdpr, Law::Ccpa].into_iter();
        let runs = laws.filter(|one| law == *one || law == Law::Both);
        let kind = Type::read(&row.kind)?;
        letter.extend(runs.map(|one| code.paragraph(one, kind).to_owned()));
        letter.dedup();
    }
    letter.extend(row.text.clone());
    letter.extend(remedies(ctx, law));
    Ok(letter)
}

/// An answer in part: of an erasure also what becomes of the rest (11 CCR §7022(e), (f)(1) to (3)).
pub(super) fn partly(ctx: &Context, row: &RequestRow, gone_by: Time) -> Result<Vec<String>> {
    let mut letter = refused(ctx, row)?;
    if matches!(Type::read(&row.kind)?, Type::Erasure | Type::Delete) {
        letter.insert(
            1,
            "We erased your personal data but for what the following names; we use what stays for nothing else."
                .to_owned(),
        );
        letter.push(record(gone_by));
    }
    Ok(letter)
}

/// What stays of an erasure (11 CCR §7022(e)).
fn record(gone_by: Time) -> String {
    format!(
        "We keep a record of the request itself, so that your data stay erased. Backups that still hold them are not used, and are deleted by {}.",
        gone_by.format("%Y-%m-%d")
    )
}

/// The decision about an appeal.
pub(super) fn decided(ctx: &Context, row: &RequestRow, text: &str) -> Result<Vec<String>> {
    let reference = &row.reference;
    let stands = row.state == State::Upheld.as_str();
    let first = if stands {
        format!("We looked at our answer to your request {reference} again: it stands.")
    } else {
        format!(
            "We looked at our answer to your request {reference} again: you are right, and we take it up anew."
        )
    };
    let mut letter = vec![first, text.to_owned()];
    if stands {
        letter.extend(remedies(ctx, Law::read(&row.law)?));
    }
    Ok(letter)
}

/// What must be said of an answer in full: that an opt-out is honored (11 CCR §7026(g)), that something was erased and
/// what stays (11 CCR §7022(e)).
pub(super) fn done(row: &RequestRow, gone_by: Time, rectified: &[String]) -> Result<Vec<String>> {
    let reference = &row.reference;
    Ok(match Type::read(&row.kind)? {
        Type::OptOut => vec![format!(
            "Opt-Out Request Honored: we no longer sell or share your personal information ({reference})."
        )],
        Type::Limit => vec![format!(
            "We use your sensitive personal information only for what the law permits without your consent ({reference})."
        )],
        Type::Erasure | Type::Delete => vec![
            format!("We erased your personal data as you asked in your request {reference}."),
            record(gone_by),
        ],
        Type::Restriction => vec![format!(
            "We only store your personal data from now on, as you asked in your request {reference}. We tell you before that ends (Art. 18(3) GDPR)."
        )],
        Type::Objection => vec![format!(
            "We no longer process your personal data for what you objected to in your request {reference}."
        )],
        Type::WithdrawConsent => vec![format!(
            "Your consent has ended, as you asked in your request {reference}. What was done before stays lawful (Art. 7(3) GDPR)."
        )],
        Type::Rectification | Type::Correct => {
            let fields: Vec<&str> = rectified.iter().map(|field| called(field)).collect();
            let what = match fields.as_slice() {
                [] => String::new(),
                fields => format!(": {}", fields.join(", ")),
            };
            vec![
                format!(
                    "We corrected your personal data as you asked in your request {reference}{what}."
                ),
                "Who received the wrong data from us was told of it, where that is possible."
                    .to_owned(),
            ]
        }
        _ => vec![],
    })
}

/// How a field is called to whom it is about.
fn called(field: &str) -> &str {
    match field {
        "name" => "the name of your account",
        "email" => "your e-mail address",
        "display_name" => "your name",
        "region" => "where you live",
        other => other,
    }
}

/// What it costs, and why (GDPR Art. 12(5), Civ. Code §1798.145(h)(3)).
pub(super) fn fee(row: &RequestRow, reason: &str) -> Vec<String> {
    let amount = row.fee.as_deref().unwrap_or_default();
    vec![
        format!(
            "For your request {} we ask for a fee of {amount}, which covers what it costs to answer it.",
            row.reference
        ),
        reason.to_owned(),
    ]
}

fn remedies(ctx: &Context, law: Law) -> Vec<String> {
    let mut lines = vec![];
    if law.has_gdpr() {
        let authority = ctx.settings.text("controller.authority");
        let authority = authority.unwrap_or("a supervisory authority");
        lines.push(format!(
            "You can lodge a complaint with {authority} and seek a judicial remedy (Art. 12(4) GDPR)."
        ));
    }
    if law.has_ccpa() {
        lines.push("If you think this is wrong, tell us; you can also complain to the California Privacy Protection Agency.".to_owned());
    }
    lines
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

//! More time: two months more under GDPR Art. 12(3), 45 days more under 11 CCR §7021(b). Once, told to the person with
//! the reason before the first period ends, and counted from receipt.

use chrono::NaiveDate;

use super::clocks::read_zone;
use super::kind::Pace;
use super::state::Step;
use super::step::step;
use super::words::{Channel, Type};
use super::{Duty, add_flag, complete};
use crate::base::error::{Error, Result};
use crate::domain::audit::{Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::request::RequestRow;

/// What is told to the person, and how.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'a> {
    pub reason: &'a str,
    pub channel: Channel,
}

/// A request with more time.
#[derive(Clone, Debug)]
pub struct MoreTime {
    pub row: RequestRow,
    /// Under each law the last day for the answer.
    pub due: Vec<(&'static str, NaiveDate)>,
}

/// Records that the notice went out.
pub fn extend(ctx: &Context, named: &str, extension: Extension<'_>) -> Result<Changed<MoreTime>> {
    let reason = extension.reason.trim();
    if reason.is_empty() {
        return Err(Error::usage("the person must be told why it takes longer")
            .hint("say it in plain words with `--reason`"));
    }
    let event = Event::new("request.extend")
        .severity(Severity::Low)
        .field("channel", extension.channel.as_str())
        .personal("text", reason);
    let mut due = vec![];
    let changed = step(ctx, named, Step::Extend, event, |tx, row, event| {
        if Type::read(&row.kind)?.facts().pace == Pace::OptOut {
            return Err(Error::refused(format!(
                "the 15 business days of `{}` cannot be extended (11 CCR §§7026(f), 7027(g))",
                row.kind
            ))
            .hint("carry it out now; it needs nobody to be verified"));
        }
        if Type::read(&row.kind)? == Type::WithdrawConsent {
            return Err(Error::refused(
                "taking a consent back ends it at once: Art. 12(3) GDPR gives no more time for it",
            )
            .hint("record it with `optimactl consent withdraw`"));
        }
        if row.extended.is_some() {
            return Err(Error::refused(format!(
                "{} was extended already: there is one extension",
                row.reference
            ))
            .hint("answer what can be answered, and say what is missing and why"));
        }
        require_in_time(ctx, row, &complete(tx, row.clone())?.duties)?;
        row.extended = Some(ctx.now());
        add_flag(row, "extended");
        let after = complete(tx, row.clone())?.duties;
        due = answers(&after).map(|duty| (duty.law, duty.due)).collect();
        let days: Vec<String> = due.iter().map(|(_, day)| day.to_string()).collect();
        event.set("due", days.join(" "));
        Ok(Some(extension.channel.as_str()))
    })?;
    Ok(Changed {
        event: changed.event,
        value: MoreTime {
            row: changed.value,
            due,
        },
    })
}

fn answers(duties: &[Duty]) -> impl Iterator<Item = &Duty> {
    duties.iter().filter(|duty| duty.what != "acknowledge")
}

/// The notice goes out before the first period ends, under every law that runs; an open question adds nothing yet.
fn require_in_time(ctx: &Context, row: &RequestRow, duties: &[Duty]) -> Result<()> {
    let zone = read_zone(&row.zone)?;
    let Some(missed) = answers(duties).find(|duty| duty.is_overdue(ctx.now(), zone)) else {
        return Ok(());
    };
    let law = missed.law.to_uppercase();
    Err(Error::refused(format!(
        "the time to extend {} under the {law} ended with {}",
        row.reference, missed.due
    ))
    .hint("a notice that comes later gives no more time: answer now, and say why it is late"))
}

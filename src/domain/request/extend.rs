//! More time: two months more under GDPR Art. 12(3), 45 days more under 11 CCR §7021(b). Once, told to the person with
//! the reason before the first period ends, and counted from receipt.

use chrono::NaiveDate;

use super::clocks::read_zone;
use super::state::Step;
use super::step::step;
use super::words::Channel;
use super::{Duty, add_flag, complete, pause, with_clocks};
use crate::base::error::{Error, Result};
use crate::domain::audit::{Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::request::RequestRow;

/// What is told to the person, and how.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'a> {
    pub reason: &'a str,
    pub channel: Channel,
    pub lateness: Lateness,
}

/// Whether a notice that goes out too late is recorded all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    Refused,
    Recorded,
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
        if row.extended.is_some() {
            return Err(Error::refused(format!(
                "{} was extended already: there is one extension",
                row.reference
            ))
            .hint("answer what can be answered, and say what is missing and why"));
        }
        let today = pause::today(ctx, row)?;
        let before = with_clocks(tx, row.clone(), Some(today))?.duties;
        require_in_time(ctx, row, &before, extension.lateness)?;
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
    duties.iter().filter(|duty| duty.what == "answer")
}

/// The notice goes out before the first period ends, under every law that runs.
fn require_in_time(
    ctx: &Context,
    row: &mut RequestRow,
    duties: &[Duty],
    lateness: Lateness,
) -> Result<()> {
    let zone = read_zone(&row.zone)?;
    let missed = answers(duties).find(|duty| duty.is_overdue(ctx.now(), zone));
    match (missed, lateness) {
        (None, _) => Ok(()),
        (Some(_), Lateness::Recorded) => {
            add_flag(row, "late");
            Ok(())
        }
        (Some(duty), Lateness::Refused) => Err(Error::refused(format!(
            "the time to extend {} ended with {}",
            row.reference, duty.due
        ))
        .hint("answer now; to record a notice that goes out late all the same, add `--late`")),
    }
}

//! What erasing and expiring have in common: personal values are deleted, and events say where, with nothing
//! personal in them. Who decides what goes is in `redact` and `expire`.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde_json::json;

use super::append_all;
use super::event::Event;
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::domain::context::Context;
use crate::store::Tx;

/// Pairs of numbers that fit into one event beside everything else (an entry has at most 65,535 bytes).
const MOST_RANGES: usize = 1_000;
/// Bytes of field names in one event.
const MOST_FIELD_BYTES: usize = 8_192;

/// A log that nobody wrote into for so long is rarer than a wrong clock.
const MOST_QUIET_DAYS: i64 = 366;
/// Events of so many days may all be written by a clock that went wrong.
const SETTLED_DAYS: i64 = 30;

/// Per field the first and last numbers of what goes.
pub(super) type Ranges = BTreeMap<String, Vec<(u64, u64)>>;

/// Numbers in order become ranges without gaps.
pub(super) fn ranges(numbers: &[u64]) -> Vec<(u64, u64)> {
    let mut ranges: Vec<(u64, u64)> = vec![];
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    ranges
}

/// Appends the events that explain why these values are gone, and returns their numbers. Fields that lost the same
/// ranges share events.
pub(super) fn tell(ctx: &Context, tx: &Tx<'_>, event: &Event, gone: &Ranges) -> Result<Vec<u64>> {
    let mut alike: BTreeMap<&[(u64, u64)], Vec<&str>> = BTreeMap::new();
    for (field, ranges) in gone {
        alike.entry(ranges.as_slice()).or_default().push(field);
    }
    append_all(ctx, tx, |log| {
        let mut told = vec![];
        for (ranges, fields) in alike {
            for some in ranges.chunks(MOST_RANGES) {
                let numbers: u64 = some.iter().map(|(first, last)| last - first + 1).sum();
                for fields in portions(&fields) {
                    // Each tells how many values it explains itself.
                    let values = numbers.saturating_mul(u64::try_from(fields.len()).unwrap_or(0));
                    let event = event
                        .clone()
                        .field("count", values)
                        .field("ranges", json!(some))
                        .field("fields", json!(fields));
                    told.push(log.append(&event)?);
                }
            }
        }
        Ok(told)
    })
}

/// Why this clock is not to be believed when it says what is old: it stands far ahead of what the log holds. What
/// it would have deleted nobody brings back.
pub fn doubt(ctx: &Context) -> Result<Option<String>> {
    let now = ctx.now();
    let newest = ctx.store.read(|tx| {
        let settled = tx.first_recorded_at(now - TimeDelta::days(SETTLED_DAYS))?;
        tx.recorded_below(settled)
    })?;
    Ok(newest
        .filter(|newest| now - *newest > TimeDelta::days(MOST_QUIET_DAYS))
        .map(|newest| {
            format!(
                "the clock says {}, and the newest event but for the last 30 days is of {}",
                seconds_text(now),
                seconds_text(newest)
            )
        }))
}

/// What a run says that failed behind a part of its work: the last step speaks for itself alone.
pub(super) fn halfway(mut error: Error, before: &str) -> Error {
    let own = error.message.strip_suffix("; nothing was changed");
    if let Some(message) = own.map(str::to_owned) {
        error.message = message;
    }
    error
        .detail(format!("{before} before that"))
        .hint("run it again: it goes on with what is left")
}

/// Takes what is gone out of the write-ahead log, too. It is gone whatever becomes of this: why it may still be read
/// there is told, no more.
pub fn scrub(ctx: &Context) -> Option<String> {
    match ctx.store.scrub_log() {
        Ok(true) => None,
        Ok(false) => Some(
            "somebody reads an older state of the store: until that ends, its encrypted write-ahead log still holds \
             what went"
                .to_owned(),
        ),
        Err(error) => Some(format!(
            "the encrypted write-ahead log still holds what went: {error}"
        )),
    }
}

/// The names in portions that fit into an event each.
fn portions<'a>(fields: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut portions: Vec<Vec<&str>> = vec![];
    let mut bytes = MOST_FIELD_BYTES;
    for field in fields {
        if bytes + field.len() > MOST_FIELD_BYTES {
            portions.push(vec![]);
            bytes = 0;
        }
        bytes += field.len() + 3;
        if let Some(portion) = portions.last_mut() {
            portion.push(field);
        }
    }
    portions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_ranges_and_names_portions() {
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), [(1, 3), (7, 7), (9, 10)]);
        assert!(ranges(&[]).is_empty());
        let long = "x".repeat(5_000);
        assert_eq!(portions(&[&long, &long, "a"]).len(), 2);
    }
}

//! What erasing and expiring have in common: personal values are deleted, and events say where, with nothing
//! personal in them. Who decides what goes is in `redact` and `expire`.

use std::collections::BTreeMap;

use serde_json::json;

use super::append_all;
use super::event::Event;
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::Tx;

/// Pairs of numbers that fit into one event beside everything else (an entry has at most 65,535 bytes).
const MOST_RANGES: usize = 1_000;
/// Bytes of field names in one event.
const MOST_FIELD_BYTES: usize = 8_192;

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

/// Takes what is gone out of the write-ahead log, too. It is gone whatever becomes of this: why it may still be read
/// there is told, no more.
pub(super) fn scrub(ctx: &Context) -> Option<String> {
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

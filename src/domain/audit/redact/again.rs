//! Values that were erased stay so behind a restore: the rights journal says which they were, and how to tell them from
//! values of another history under the same numbers. It holds nothing personal.

use std::collections::BTreeMap;

use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::Value;

use super::super::erase;
use super::super::event::{Event, Severity};
use super::{BATCH, Lasting, Order, Redacted, each, forget, portion};
use crate::base::error::{Error, Result};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::Fate;

/// Values that one line of the journal names: far fewer than a line that can be read back has room for.
const TOGETHER: usize = 10_000;
/// Bytes of a digest that tell one value from another of the same event number and field.
const CHECK: usize = 4;

type Ranges = BTreeMap<String, Vec<(u64, u64)>>;

/// Whether a disclosure names the person.
type Named<'a> = dyn Fn(&str) -> bool + 'a;

/// Who is erased again.
pub struct Again<'a> {
    /// Whose events lose their values.
    pub parties: Vec<String>,
    /// What is looked for in events of others, if anything is known.
    pub named: Option<&'a Named<'a>>,
    /// Events when the erasure began: those behind them are not about this person.
    pub size: u64,
    /// What leads from names to the person, then.
    pub pseudonyms: &'a [String],
}

/// Erases again inside the caller's transaction: nobody else uses the store yet. Answers how many values went.
pub fn within(ctx: &Context, tx: &Tx<'_>, again: Again<'_>) -> Result<u64> {
    let order = Order {
        parties: again.parties,
        lasting: Lasting::ByPerson,
        ..Order::default()
    };
    let mut done = Redacted::default();
    let (mut from, size) = (0, tx.tree()?.size().min(again.size));
    while from < size {
        let mut portion = portion(tx, &order, (from, size), BATCH)?;
        if let Some(named) = again.named {
            each(tx, (from, portion.next), &mut |row| {
                if named(&row.text) {
                    portion.rows.push((row.seq, row.field));
                }
                Ok(())
            })?;
            portion.rows.sort_unstable();
            portion.rows.dedup();
        }
        forget(ctx, tx, &order, (&portion.rows, &mut done))?;
        from = portion.next;
    }
    for pseudonym in again.pseudonyms {
        tx.remove_pseudonym(pseudonym)?;
    }
    Ok(done.values)
}

/// Notes in the journal which values go, on as many lines as it takes.
pub(super) fn note(tx: &Tx<'_>, numbers: &BTreeMap<&str, Vec<u64>>) -> Result<()> {
    note_in(tx, numbers, TOGETHER)
}

pub(super) fn note_in(
    tx: &Tx<'_>,
    numbers: &BTreeMap<&str, Vec<u64>>,
    together: usize,
) -> Result<()> {
    let mut line = Noted::default();
    for (field, numbers) in numbers {
        let mut left = numbers.as_slice();
        while !left.is_empty() {
            let room = together.saturating_sub(line.values).max(1);
            let (here, behind) = left.split_at(room.min(left.len()));
            line.add(tx, field, here)?;
            left = behind;
            if line.values >= together {
                std::mem::take(&mut line).write(tx);
            }
        }
    }
    if line.values > 0 {
        line.write(tx);
    }
    Ok(())
}

/// A line of the journal as it is filled.
#[derive(Default)]
struct Noted {
    ranges: Ranges,
    checks: Vec<u8>,
    values: usize,
}

impl Noted {
    fn add(&mut self, tx: &Tx<'_>, field: &str, numbers: &[u64]) -> Result<()> {
        for seq in numbers {
            let check = check(tx, *seq, field)?.unwrap_or_default();
            self.checks.extend(check);
        }
        self.values += numbers.len();
        self.ranges.insert(field.to_owned(), erase::ranges(numbers));
        Ok(())
    }

    fn write(self, tx: &Tx<'_>) {
        tx.note_redaction(self.ranges, BASE64.encode(&self.checks));
    }
}

/// The first bytes of the digest in an entry, where this event is here and commits to the field.
fn check(tx: &Tx<'_>, seq: u64, field: &str) -> Result<Option<[u8; CHECK]>> {
    let Some(entry) = tx.entry(seq)? else {
        return Ok(None);
    };
    let entry: Value = serde_json::from_slice(&entry)
        .map_err(|_| Error::integrity(format!("event {seq} is damaged")))?;
    let digest = entry.get("_sd").and_then(|digests| digests.get(field));
    let digest = digest.and_then(Value::as_str).unwrap_or_default();
    let digest = BASE64URL_NOPAD
        .decode(digest.as_bytes())
        .unwrap_or_default();
    Ok(digest.first_chunk().copied())
}

/// Erases again what a line of the journal names, and tells of it; how many values went.
pub fn again(ctx: &Context, tx: &Tx<'_>, (ranges, checks): (&Ranges, &str)) -> Result<u64> {
    let damaged = || Error::integrity("a line of the rights journal does not fit together");
    let checks = BASE64.decode(checks.as_bytes()).map_err(|_| damaged())?;
    let mut checks = checks.chunks_exact(CHECK);
    let mut gone: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (field, ranges) in ranges {
        for (first, last) in ranges {
            for seq in *first..=*last {
                let known = checks.next().ok_or_else(damaged)?;
                let here = check(tx, seq, field)?;
                let is_same = here.is_some_and(|here| here == known);
                if is_same && tx.erase_disclosure(seq, field)? == Fate::Gone {
                    gone.entry(field.clone()).or_default().push(seq);
                }
            }
        }
    }
    let values: usize = gone.values().map(Vec::len).sum();
    let gone = gone
        .into_iter()
        .map(|(field, numbers)| (field, erase::ranges(&numbers)))
        .collect();
    let event = Event::new("audit.redact").severity(Severity::High);
    erase::tell(ctx, tx, &event, &gone)?;
    Ok(u64::try_from(values).unwrap_or(u64::MAX))
}

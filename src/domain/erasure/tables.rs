//! The tables of the store searched for a person, on all processors: the log in stretches of events, everything else
//! table by table.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;

use super::Residue;
use super::residue::VALUES;
use crate::base::error::Result;
use crate::base::progress::{Progress, Report};
use crate::domain::audit::reveal;
use crate::domain::context::Context;
use crate::domain::privacy::{DIGESTS, FREE_TEXT, Found, Needles};
use crate::store::Tx;
use crate::store::look_through::Shelf;

/// Tables that grow with the log, by the number of the event.
const LOG: [&str; 2] = ["event", "disclosure"];
/// Events that one processor takes at a time.
const STRETCH: u64 = 1 << 16;

/// Searches every column that can hold a text.
pub(super) fn search(
    ctx: &Context,
    needles: &Needles,
    residue: &mut Residue,
    report: &mut Report<'_>,
) -> Result<()> {
    let shelves = ctx.store.read(|tx| shelves(tx, residue))?;
    let total = shelves.iter().map(|(_, events)| events).sum();
    let next = AtomicUsize::new(0);
    let look = |tx: &Tx<'_>, telling: &Sender<u64>| {
        let mut found = Residue::default();
        while let Some((shelf, events)) = shelves.get(next.fetch_add(1, Ordering::Relaxed)) {
            shelve(tx, shelf, needles, &mut found)?;
            telling.send(*events).ok();
        }
        Ok(found)
    };
    let mut done = 0;
    let told = |events| {
        done += events;
        report(Progress::of(done, total));
    };
    for found in ctx.store.read_together(look, told)? {
        residue.join(found);
    }
    residue.values.sort_unstable();
    Ok(())
}

/// What is to be looked through, each part with how many events it has. What is not in stretches comes first: one of
/// them may be long, and the others are short.
fn shelves(tx: &Tx<'_>, residue: &mut Residue) -> Result<Vec<(Shelf, u64)>> {
    let size = tx.tree()?.size();
    let first = tx.first_kept()?.min(size);
    let (mut whole, mut parts) = (vec![], vec![]);
    for (table, mut columns) in tx.text_columns()? {
        columns.retain(|column| !DIGESTS.contains(&(table.as_str(), column.as_str())));
        residue.columns += u64::try_from(columns.len()).unwrap_or(0);
        if columns.is_empty() {
            continue;
        }
        let shelf = Shelf {
            table,
            columns,
            numbers: None,
        };
        if LOG.contains(&shelf.table.as_str()) {
            parts.extend(stretches(&shelf, (first, size)));
        } else {
            whole.push((shelf, 0));
        }
    }
    // Both tables of the log lie side by side in the file.
    parts.sort_by_key(|(shelf, _)| shelf.numbers);
    whole.extend(parts);
    Ok(whole)
}

/// A table of the log in parts; the outer ones have no end, so that no row is in none.
fn stretches(shelf: &Shelf, (first, size): (u64, u64)) -> Vec<(Shelf, u64)> {
    let mut parts = vec![];
    let (mut from, mut low) = (first, i64::MIN);
    loop {
        let end = from.saturating_add(STRETCH).min(size);
        let high = i64::try_from(end).ok().filter(|_| end < size);
        parts.push((
            Shelf {
                numbers: Some((low, high.map_or(i64::MAX, |high| high - 1))),
                ..shelf.clone()
            },
            end - from,
        ));
        let Some(high) = high else { return parts };
        (from, low) = (end, high);
    }
}

fn shelve(tx: &Tx<'_>, shelf: &Shelf, needles: &Needles, found: &mut Residue) -> Result<()> {
    let table = shelf.table.as_str();
    // By column: where it is, whether people write there, and whether values of the log stand there.
    let columns: Vec<(String, bool, bool)> = shelf
        .columns
        .iter()
        .map(|column| {
            let place = format!("{table}.{column}");
            let are_values = place == VALUES;
            let is_free = FREE_TEXT.contains(&(table, column.as_str()));
            (place, is_free, are_values)
        })
        .collect();
    let mut clear = vec![];
    tx.each_value(shelf, &mut |at, seq, bytes| {
        let Some((place, is_free, are_values)) = columns.get(at) else {
            return Ok(());
        };
        if *are_values {
            let value = (seq.unwrap_or_default(), bytes);
            return disclosed(needles, value, (&mut clear, found));
        }
        let is_meant = if *is_free {
            needles.find(bytes).is_some()
        } else {
            needles.find_address(bytes)
        };
        if is_meant {
            found.add(place.clone());
        }
        Ok(())
    })
}

/// A value of the log: one with an address goes, one with a name is looked at by people.
fn disclosed(
    needles: &Needles,
    (seq, bytes): (u64, &[u8]),
    (clear, residue): (&mut Vec<u8>, &mut Residue),
) -> Result<()> {
    let Some(found) = needles.find_disclosed(bytes, clear) else {
        return Ok(());
    };
    let field = reveal(std::str::from_utf8(bytes).unwrap_or_default())?.0;
    match found {
        Found::Name => residue.mention(seq, field),
        Found::Address => {
            residue.add(VALUES.to_owned());
            residue.values.push((seq, field));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::progress::silent;
    use crate::domain::fixture::Fixture;
    use crate::store::audit::tamper;

    #[test]
    fn stretches_leave_no_row_out() {
        let shelf = Shelf {
            table: "event".into(),
            columns: vec!["entry".into()],
            numbers: None,
        };
        for (first, size) in [
            (0, 0),
            (0, 1),
            (0, STRETCH),
            (0, STRETCH + 1),
            (7, 3 * STRETCH),
            (STRETCH, STRETCH),
        ] {
            let parts = stretches(&shelf, (first, size));
            assert_eq!(
                parts.iter().map(|(_, events)| events).sum::<u64>(),
                size - first
            );
            let mut next = Some(i64::MIN);
            for (part, _) in &parts {
                let (low, high) = part.numbers.unwrap();
                assert!(Some(low) == next && low <= high);
                next = high.checked_add(1);
            }
            assert_eq!(next, None, "{first} {size}");
        }
    }

    #[test]
    fn every_column_that_can_hold_a_text_is_looked_through() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let tables = ctx.store.read(|tx| Ok((tx.tables()?, tx.text_columns()?)));
        let (all, texts) = tables.unwrap();
        let count = |tables: &[(String, Vec<String>)]| -> usize {
            tables.iter().map(|(_, columns)| columns.len()).sum()
        };
        let has = |table: &str, column: &str| {
            let columns = texts.iter().find(|(name, _)| name == table);
            columns.is_some_and(|(_, columns)| columns.iter().any(|name| name == column))
        };
        assert!(count(&texts) < count(&all));
        assert!(has("event", "entry") && !has("event", "ts"));
        for (table, column) in FREE_TEXT.iter().chain(DIGESTS) {
            assert!(has(table, column), "{table}.{column}");
        }
        let needles = Needles::new(["kim@example.com"]).unwrap();
        let mut residue = Residue::default();
        search(&ctx, &needles, &mut residue, &mut silent).unwrap();
        let searched = usize::try_from(residue.columns).unwrap();
        assert_eq!(searched, count(&texts) - DIGESTS.len());
        assert_eq!(residue.total(), 0);
        // A row that no event has, and one of another table.
        tamper::run(
            &ctx.store,
            "INSERT INTO disclosure VALUES (-9, 'x', 'x'), (9000000000, 'kim@example.com', 'x');
             INSERT INTO meta VALUES ('x', 'of Kim@Example.com')",
        );
        search(&ctx, &needles, &mut residue, &mut silent).unwrap();
        let found: Vec<(&str, u64)> = residue
            .found
            .iter()
            .map(|(place, n)| (place.as_str(), *n))
            .collect();
        assert_eq!(found, [("disclosure.field", 1), ("meta.value", 1)]);
    }
}

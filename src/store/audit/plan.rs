//! How a search is answered: which index drives it, and which stretches of numbers the zones leave. Reads only
//! what decides that.

use rusqlite::Connection;

use super::query::Selection;
use super::{signed, unsigned};
use crate::base::error::Result;
use crate::crypto::merkle::TILE_WIDTH;
use crate::store::tx::Tx;

/// With more values than this an index is not worth the merging of its parts.
const MOST_ARMS: usize = 40;
/// How far a probe looks to tell a rare value from a common one.
const PROBE: u32 = 4_000;

/// How often an index is looked into: once for each of its values in each run.
const MOST_SEEKS: usize = 1_000;

/// A column with an index that begins with it.
pub(super) struct Driver<'a> {
    pub(super) column: &'static str,
    pub(super) index: &'static str,
    pub(super) ids: &'a [i64],
    /// Events that have one of the values, counted up to a limit for each.
    found: u64,
}

/// The way through the log for one selection.
pub(super) struct Plan<'a> {
    pub(super) driver: Option<Driver<'a>>,
    /// Numbers from the first to before the second, ascending.
    pub(super) runs: Vec<(u64, u64)>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(conn: &Connection, selection: &'a Selection) -> Result<Self> {
        let driver = best_driver(conn, selection)?;
        let mut runs = runs(conn, selection)?;
        if let Some(driver) = &driver {
            runs = gathered(runs, MOST_SEEKS / driver.ids.len().max(1));
        }
        Ok(Self { driver, runs })
    }
}

/// A plan as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The column whose index is walked; without one the events themselves are.
    pub index: Option<Indexed>,
    /// Stretches of neighboring numbers that are looked at, and how many events they span.
    pub stretches: usize,
    pub span: u64,
}

/// The index that a search walks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    pub column: &'static str,
    pub values: usize,
    /// Events with one of these values anywhere in the log.
    pub events: u64,
    /// Whether the counting stopped at its limit: there may be more.
    pub more: bool,
}

impl Tx<'_> {
    /// How [`Tx::find`] would answer, in a log of `size` events.
    pub fn explain_find(&self, selection: &Selection, size: u64) -> Result<Explained> {
        let plan = Plan::of(self.conn(), selection)?;
        let spans = plan
            .runs
            .iter()
            .filter(|(first, end)| *first < size.min(*end));
        let span = spans
            .clone()
            .map(|(first, end)| size.min(*end).saturating_sub(*first));
        Ok(Explained {
            index: plan.driver.map(|driver| Indexed {
                column: driver.column,
                values: driver.ids.len(),
                events: driver.found,
                more: driver.found >= u64::from(PROBE),
            }),
            stretches: spans.count(),
            span: span.sum(),
        })
    }
}

/// The index whose values are rarest. SQLite has no statistics here, so a short probe counts.
fn best_driver<'a>(conn: &Connection, selection: &'a Selection) -> Result<Option<Driver<'a>>> {
    let lists = [
        ("target", "event_target", &selection.targets),
        ("actor", "event_actor", &selection.actors),
        ("action", "event_action", &selection.actions),
        ("outcome", "event_trouble", &selection.outcomes),
    ];
    let mut best: Option<Driver<'_>> = None;
    for (column, index, ids) in lists {
        let Some(ids) = ids.as_deref() else { continue };
        let usable = !ids.is_empty() && ids.len() <= MOST_ARMS;
        // Successes are in no index of their own: most events are.
        if !usable || (column == "outcome" && ids.contains(&0)) {
            continue;
        }
        let found = probe(conn, (column, index), ids)?;
        if best.as_ref().is_none_or(|least| found < least.found) {
            best = Some(Driver {
                column,
                index,
                ids,
                found,
            });
        }
    }
    Ok(best)
}

fn probe(conn: &Connection, (column, index): (&str, &str), ids: &[i64]) -> Result<u64> {
    let mut count = 0;
    for id in ids {
        let partial = if column == "outcome" {
            " AND outcome <> 0"
        } else {
            ""
        };
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM event INDEXED BY {index} WHERE {column} = {id}{partial} LIMIT {PROBE})"
        );
        let found: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
        count += unsigned(found)?;
    }
    Ok(count)
}

/// The stretches of numbers that can hold a match, by the zones; the newest events have no zone yet.
fn runs(conn: &Connection, selection: &Selection) -> Result<Vec<(u64, u64)>> {
    let bits = |values: &Option<Vec<i64>>| match values {
        None => -1,
        Some(values) => values
            .iter()
            .fold(0, |bits, value| bits | (1_i64 << (value & 31))),
    };
    let bounded = selection.since.is_some()
        || selection.until.is_some()
        || selection.outcomes.is_some()
        || selection.severities.is_some();
    if !bounded {
        return Ok(vec![(selection.first, selection.end)]);
    }
    let mut statement = conn.prepare_cached(
        "SELECT number FROM zone WHERE number >= ?1 AND number <= ?2
           AND last_ts >= ?3 AND first_ts < ?4 AND outcomes & ?5 AND severities & ?6 ORDER BY number",
    )?;
    let zones = [
        signed(selection.first / TILE_WIDTH)?,
        signed(selection.end / TILE_WIDTH)?,
        selection.since.unwrap_or(i64::MIN),
        selection.until.unwrap_or(i64::MAX),
        bits(&selection.outcomes),
        bits(&selection.severities),
    ];
    let numbers = statement.query_map(zones, |row| row.get::<_, i64>(0))?;
    let mut runs: Vec<(u64, u64)> = vec![];
    let clip = |first: u64, end: u64| (first.max(selection.first), end.min(selection.end));
    for number in numbers {
        let first = unsigned(number?)? * TILE_WIDTH;
        add(&mut runs, clip(first, first + TILE_WIDTH));
    }
    let newest: i64 =
        conn.query_row("SELECT coalesce(max(number) + 1, 0) FROM zone", [], |row| {
            row.get(0)
        })?;
    add(&mut runs, clip(unsigned(newest)? * TILE_WIDTH, u64::MAX));
    Ok(runs)
}

fn add(runs: &mut Vec<(u64, u64)>, (first, end): (u64, u64)) {
    if first >= end {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.1 == first => last.1 = end,
        _ => runs.push((first, end)),
    }
}

/// At most so many runs: those that are close to each other become one, with what lies between them.
fn gathered(mut runs: Vec<(u64, u64)>, most: usize) -> Vec<(u64, u64)> {
    let mut gap = 16 * TILE_WIDTH;
    loop {
        let mut wider: Vec<(u64, u64)> = Vec::with_capacity(runs.len());
        for (first, end) in runs.drain(..) {
            match wider.last_mut() {
                Some(last) if first.saturating_sub(last.1) <= gap => last.1 = end,
                _ => wider.push((first, end)),
            }
        }
        if wider.len() <= most.max(1) {
            return wider;
        }
        runs = wider;
        gap = gap.saturating_mul(2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_gathered_to_as_many_as_may_be() {
        let runs: Vec<(u64, u64)> = (0..1_000)
            .map(|n| (n * 100_000, n * 100_000 + 256))
            .collect();
        for most in [0, 1, 7, 100, 999] {
            let gathered = gathered(runs.clone(), most);
            assert!(gathered.len() <= most.max(1));
            assert_eq!(gathered[0].0, 0);
            assert_eq!(gathered[gathered.len() - 1].1, 99_900_256);
            for (first, end) in &runs {
                let within = |run: &&(u64, u64)| run.0 <= *first && *end <= run.1;
                assert_eq!(gathered.iter().filter(within).count(), 1);
            }
        }
        let far = [(0, 256), (1_000_000, u64::MAX)];
        assert_eq!(gathered(far.to_vec(), 50), far);
        assert_eq!(gathered(vec![], 50), []);
        assert_eq!(gathered(vec![(0, 256), (512, 768)], 50), [(0, 768)]);
    }
}

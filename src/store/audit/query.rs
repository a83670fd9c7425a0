//! Searching the log by its integer columns: one index drives, the zones bound, the rest is compared.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::ControlFlow;

use rusqlite::{Connection, Statement};

use super::{Word, signed, unsigned};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::TILE_WIDTH;
use crate::store::tx::Tx;

/// With more values than this an index is not worth the merging of its parts.
const MOST_ARMS: usize = 40;
/// How far a probe looks to tell a rare value from a common one.
const PROBE: u32 = 4_000;

/// How often an index is looked into: once for each of its values in each run.
const MOST_SEEKS: usize = 1_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    OldestFirst,
    NewestFirst,
}

/// Whether the entries are read, or the search columns are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    Search,
    All,
}

/// A column that can be counted by without reading events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    Action,
    Actor,
}

/// Which events are wanted. An absent list means any value, an empty one none.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    pub first: u64,
    /// One past the last number.
    pub end: u64,
    /// Event time in microseconds: from `since`, before `until`.
    pub since: Option<i64>,
    pub until: Option<i64>,
    pub actions: Option<Vec<i64>>,
    pub actors: Option<Vec<i64>>,
    pub targets: Option<Vec<i64>>,
    pub sources: Option<Vec<i64>>,
    pub outcomes: Option<Vec<i64>>,
    pub severities: Option<Vec<i64>>,
    pub order: Order,
}

/// A found event; what was not asked for is empty.
pub struct FoundRow<'a> {
    pub seq: u64,
    pub ts: i64,
    pub action: i64,
    pub actor: i64,
    pub target: Option<i64>,
    pub source: i64,
    pub outcome: i64,
    pub severity: i64,
    pub entry: &'a [u8],
}

/// A column with an index that begins with it.
struct Driver<'a> {
    column: &'static str,
    index: &'static str,
    ids: &'a [i64],
}

type Each<'a> = dyn FnMut(&FoundRow<'_>) -> Result<ControlFlow<()>> + 'a;

impl Tx<'_> {
    /// Hands every selected event to `each`, in order, until it breaks off.
    pub fn find(&self, selection: &Selection, columns: Columns, each: &mut Each<'_>) -> Result<()> {
        let driver = best_driver(self.conn(), selection)?;
        let mut runs = runs(self.conn(), selection)?;
        if let Some(driver) = &driver {
            runs = gathered(runs, MOST_SEEKS / driver.ids.len().max(1));
        }
        if selection.order == Order::NewestFirst {
            runs.reverse();
        }
        let text = sql(selection, columns, driver.as_ref());
        let mut statement = self.conn().prepare(&text)?;
        for run in runs {
            if walk(&mut statement, run, each)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// How many of the selected events have each action, by its word.
    pub fn count_actions(&self, selection: &Selection) -> Result<BTreeMap<String, u64>> {
        let mut counts = BTreeMap::new();
        self.find(selection, Columns::Search, &mut |row| {
            *counts.entry(row.action).or_insert(0) += 1;
            Ok(ControlFlow::Continue(()))
        })?;
        let words = counts.into_iter().map(|(id, count)| {
            let word = self.word_of(Word::Action, id)?;
            let word = word.ok_or_else(|| Error::integrity("a word of the audit log is missing"));
            Ok((word?.0, count))
        });
        words.collect()
    }

    /// How many events of the numbers from `first` to before `end` have each id in a column whose index holds all
    /// of them: no event is read.
    pub fn tally(&self, column: Tally, (first, end): (u64, u64)) -> Result<Vec<(i64, u64)>> {
        let (column, index) = match column {
            Tally::Action => ("action", "event_action"),
            Tally::Actor => ("actor", "event_actor"),
        };
        let sql = format!(
            "SELECT {column}, count(*) FROM event INDEXED BY {index} WHERE seq >= ?1 AND seq < ?2 GROUP BY {column}"
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let rows = statement.query_map(bounds(first, end), |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (id, count): (i64, i64) = row?;
            Ok((id, unsigned(count)?))
        })
        .collect()
    }
}

/// Numbers end where SQLite's do.
fn bounds(first: u64, end: u64) -> [i64; 2] {
    [first, end].map(|number| i64::try_from(number).unwrap_or(i64::MAX))
}

fn walk(
    statement: &mut Statement<'_>,
    (first, end): (u64, u64),
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>> {
    let mut rows = statement.query(bounds(first, end))?;
    while let Some(row) = rows.next()? {
        let entry = row
            .get_ref(8)?
            .as_blob_or_null()
            .map_err(|_| Error::integrity("an audit event is not stored as bytes"))?;
        let found = FoundRow {
            seq: unsigned(row.get(0)?)?,
            ts: row.get(1)?,
            action: row.get(2)?,
            actor: row.get(3)?,
            target: row.get(4)?,
            source: row.get(5)?,
            outcome: row.get(6)?,
            severity: row.get(7)?,
            entry: entry.unwrap_or_default(),
        };
        if each(&found)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// One select per value of the driving column, merged by number; a plain walk along the numbers without one.
/// Only integers are ever written into the text.
fn sql(selection: &Selection, columns: Columns, driver: Option<&Driver<'_>>) -> String {
    let entry = match columns {
        Columns::Search => "NULL",
        Columns::All => "entry",
    };
    let select = format!(
        "SELECT seq, ts, action, actor, target, source, outcome, severity, {entry} FROM event"
    );
    let rest = conditions(selection, driver.map(|driver| driver.column));
    let arms: Vec<String> = match driver {
        None => vec![format!("{select} NOT INDEXED WHERE {rest}")],
        Some(driver) => driver
            .ids
            .iter()
            .map(|id| {
                let partial = if driver.column == "outcome" {
                    " AND outcome <> 0"
                } else {
                    ""
                };
                format!(
                    "{select} INDEXED BY {} WHERE {} = {id}{partial} AND {rest}",
                    driver.index, driver.column
                )
            })
            .collect(),
    };
    let direction = match selection.order {
        Order::OldestFirst => "",
        Order::NewestFirst => " DESC",
    };
    format!("{} ORDER BY seq{direction}", arms.join(" UNION ALL "))
}

fn conditions(selection: &Selection, driven: Option<&str>) -> String {
    let mut text = String::from("seq >= ?1 AND seq < ?2");
    if let Some(since) = selection.since {
        write!(text, " AND ts >= {since}").ok();
    }
    if let Some(until) = selection.until {
        write!(text, " AND ts < {until}").ok();
    }
    let lists = [
        ("action", &selection.actions),
        ("actor", &selection.actors),
        ("target", &selection.targets),
        ("source", &selection.sources),
        ("outcome", &selection.outcomes),
        ("severity", &selection.severities),
    ];
    for (column, ids) in lists {
        if let (Some(ids), false) = (ids, driven == Some(column)) {
            let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
            // The plus keeps SQLite from taking another index than the one chosen here.
            write!(text, " AND +{column} IN ({})", ids.join(",")).ok();
        }
    }
    text
}

/// The index whose values are rarest. SQLite has no statistics here, so a short probe counts.
fn best_driver<'a>(conn: &Connection, selection: &'a Selection) -> Result<Option<Driver<'a>>> {
    let lists = [
        ("target", "event_target", &selection.targets),
        ("actor", "event_actor", &selection.actors),
        ("action", "event_action", &selection.actions),
        ("outcome", "event_trouble", &selection.outcomes),
    ];
    let mut best: Option<(i64, Driver<'_>)> = None;
    for (column, index, ids) in lists {
        let Some(ids) = ids.as_deref() else { continue };
        let usable = !ids.is_empty() && ids.len() <= MOST_ARMS;
        // Successes are in no index of their own: most events are.
        if !usable || (column == "outcome" && ids.contains(&0)) {
            continue;
        }
        let driver = Driver { column, index, ids };
        let count = probe(conn, &driver)?;
        if best.as_ref().is_none_or(|(least, _)| count < *least) {
            best = Some((count, driver));
        }
    }
    Ok(best.map(|(_, driver)| driver))
}

fn probe(conn: &Connection, driver: &Driver<'_>) -> Result<i64> {
    let mut count = 0;
    for id in driver.ids {
        let partial = if driver.column == "outcome" {
            " AND outcome <> 0"
        } else {
            ""
        };
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM event INDEXED BY {} WHERE {} = {id}{partial} LIMIT {PROBE})",
            driver.index, driver.column
        );
        let found: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
        count += found;
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

impl Word {
    pub const ALL: [Self; 4] = [Self::Action, Self::Actor, Self::Target, Self::Source];
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

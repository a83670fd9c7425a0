//! Searching the log by its integer columns: one index drives, the zones bound, the rest is compared.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::ControlFlow;

use rusqlite::Statement;

use super::plan::{Driver, Plan};
use super::{Word, unsigned};
use crate::base::error::{Error, Result};
use crate::store::tx::Tx;

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

impl Selection {
    /// Whether a column is wanted to have one of no values.
    fn is_of_none(&self) -> bool {
        [
            &self.actions,
            &self.actors,
            &self.targets,
            &self.sources,
            &self.outcomes,
            &self.severities,
        ]
        .into_iter()
        .flatten()
        .any(Vec::is_empty)
    }
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

type Each<'a> = dyn FnMut(&FoundRow<'_>) -> Result<ControlFlow<()>> + 'a;

impl Tx<'_> {
    /// Hands every selected event to `each`, in order, until it breaks off.
    pub fn find(&self, selection: &Selection, columns: Columns, each: &mut Each<'_>) -> Result<()> {
        if selection.is_of_none() {
            return Ok(());
        }
        let mut plan = Plan::of(self.conn(), selection)?;
        if selection.order == Order::NewestFirst {
            plan.runs.reverse();
        }
        let text = sql(selection, columns, plan.driver.as_ref());
        let mut statement = self.conn().prepare(&text)?;
        for run in plan.runs {
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

impl Word {
    pub const ALL: [Self; 4] = [Self::Action, Self::Actor, Self::Target, Self::Source];
}

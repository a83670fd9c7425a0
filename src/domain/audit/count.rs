//! Counting events by what they have in common and by time. Memory grows with the groups, never with the log.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::query::{Query, each_columns};
use super::shown::Names;
use super::{Outcome, Severity};
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::text::did_you_mean;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{FoundRow, Tally, Word};

/// More groups than this are a mistake in the question.
const MOST_GROUPS: usize = 1_000_000;
/// The longest row of empty intervals that is filled in.
const MOST_EMPTY: i64 = 5_000;

/// What events are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Action,
    Actor,
    Target,
    Source,
    Outcome,
    Severity,
}

impl By {
    pub const ALL: [(&'static str, Self); 6] = [
        ("action", Self::Action),
        ("actor", Self::Actor),
        ("target", Self::Target),
        ("source", Self::Source),
        ("outcome", Self::Outcome),
        ("severity", Self::Severity),
    ];

    pub fn parse(typed: &str) -> Result<Self> {
        if let Some((_, by)) = Self::ALL.iter().find(|(name, _)| *name == typed) {
            return Ok(*by);
        }
        let names = Self::ALL.iter().map(|(name, _)| *name);
        let error = Error::usage(format!("`{typed}` is nothing that events are counted by"));
        Err(match did_you_mean(typed, names.clone()) {
            Some(near) => error.hint(near),
            None => error.hint(format!("one of {}", names.collect::<Vec<_>>().join(", "))),
        })
    }

    fn of(self, row: &FoundRow<'_>) -> i64 {
        match self {
            Self::Action => row.action,
            Self::Actor => row.actor,
            Self::Target => row.target.unwrap_or(0),
            Self::Source => row.source,
            Self::Outcome => row.outcome,
            Self::Severity => row.severity,
        }
    }

    fn word(self, tx: &Tx<'_>, names: &mut Names, value: i64) -> Result<String> {
        let numbered = |texts: &[&str]| {
            let text = usize::try_from(value)
                .ok()
                .and_then(|at| texts.get(at).copied());
            text.unwrap_or("?").to_owned()
        };
        let word = match self {
            Self::Outcome => return Ok(numbered(&Outcome::ALL.map(Outcome::as_str))),
            Self::Severity => return Ok(numbered(&Severity::ALL.map(Severity::as_str))),
            Self::Action => Word::Action,
            Self::Actor => Word::Actor,
            Self::Target => Word::Target,
            Self::Source => Word::Source,
        };
        if word == Word::Target && value == 0 {
            return Ok(String::new());
        }
        let text = tx.word_of(word, value)?.map(|(text, _)| text);
        let text = text.ok_or_else(|| Error::integrity("a word of the audit log is missing"))?;
        if matches!(word, Word::Actor | Word::Target) {
            return Ok(names.of(tx, &text)?.unwrap_or(text));
        }
        Ok(text)
    }
}

/// One row of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where the interval begins, if counted by time.
    pub from: Option<Time>,
    pub words: Vec<String>,
    pub count: u64,
}

/// What to count by.
#[derive(Clone, Debug, Default)]
pub struct Grouping {
    pub by: Vec<By>,
    /// The length of an interval in microseconds.
    pub per: Option<i64>,
}

type Key = (i64, Vec<i64>);

/// Counts the events that fit the query and end before `end`.
pub fn count(
    ctx: &Context,
    tx: &Tx<'_>,
    query: &Query,
    end: u64,
    grouping: &Grouping,
) -> Result<Vec<Group>> {
    let endless = Query {
        limit: None,
        ..query.clone()
    };
    let (first, last) = query.numbers.unwrap_or((0, u64::MAX));
    let numbers = (first.max(tx.first_kept()?), last.min(end));
    let groups = match tally(&endless, grouping) {
        Tallied::Numbers => {
            let count = numbers.1.saturating_sub(numbers.0);
            HashMap::from([((0, vec![]), count)])
        }
        Tallied::Index(column) => {
            let counts = tx.tally(column, numbers)?;
            let groups = counts.into_iter().map(|(id, count)| ((0, vec![id]), count));
            groups.collect()
        }
        Tallied::Events => gather(ctx, tx, (&endless, end), grouping)?,
    };
    let mut rows: Vec<(Key, u64)> = groups.into_iter().collect();
    rows.sort_by(|((time, words), count), ((other, others), least)| {
        time.cmp(other)
            .then(least.cmp(count))
            .then(words.cmp(others))
    });
    if query.order == crate::store::audit::Order::NewestFirst {
        rows.reverse();
    }
    rows.truncate(usize::try_from(query.limit.unwrap_or(u64::MAX)).unwrap_or(usize::MAX));
    named(tx, grouping, rows)
}

/// What has to be read to count.
pub(super) enum Tallied {
    /// Nothing: numbers have no gaps.
    Numbers,
    /// The index that answers alone.
    Index(Tally),
    Events,
}

pub(super) fn tally(query: &Query, grouping: &Grouping) -> Tallied {
    match (grouping.by.as_slice(), grouping.per) {
        _ if !query.asks_for_numbers_alone() => Tallied::Events,
        ([], None) => Tallied::Numbers,
        ([By::Action], None) => Tallied::Index(Tally::Action),
        ([By::Actor], None) => Tallied::Index(Tally::Actor),
        _ => Tallied::Events,
    }
}

/// Looks at every event that fits.
fn gather(
    ctx: &Context,
    tx: &Tx<'_>,
    (query, end): (&Query, u64),
    grouping: &Grouping,
) -> Result<HashMap<Key, u64>> {
    let mut groups: HashMap<Key, u64> = HashMap::new();
    let mut key: Key = (0, vec![]);
    each_columns(ctx, tx, query, end, &mut |row| {
        key.0 = grouping.per.map_or(0, |per| row.ts.div_euclid(per));
        key.1.clear();
        key.1.extend(grouping.by.iter().map(|by| by.of(row)));
        if let Some(count) = groups.get_mut(&key) {
            *count += 1;
        } else if groups.len() < MOST_GROUPS {
            groups.insert(key.clone(), 1);
        } else {
            return Err(Error::refused("there are more than a million groups")
                .hint("narrow it with `--since`, or count by fewer things"));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if grouping.by.is_empty() {
        fill(&mut groups, grouping);
    }
    Ok(groups)
}

/// Intervals without events belong to the picture, as long as they are not too many.
fn fill(groups: &mut HashMap<Key, u64>, grouping: &Grouping) {
    if grouping.per.is_none() {
        groups.entry((0, vec![])).or_insert(0);
        return;
    }
    let times = || groups.keys().map(|(time, _)| *time);
    let (Some(first), Some(last)) = (times().min(), times().max()) else {
        return;
    };
    if last - first > MOST_EMPTY {
        return;
    }
    for time in first..=last {
        groups.entry((time, vec![])).or_insert(0);
    }
}

fn named(tx: &Tx<'_>, grouping: &Grouping, rows: Vec<(Key, u64)>) -> Result<Vec<Group>> {
    let mut names = Names::default();
    rows.into_iter()
        .map(|((time, values), count)| {
            let from = grouping
                .per
                .map(|per| clock::from_micros(time.saturating_mul(per)))
                .transpose()?;
            let words = grouping
                .by
                .iter()
                .zip(values)
                .map(|(by, value)| by.word(tx, &mut names, value))
                .collect::<Result<_>>()?;
            Ok(Group { from, words, count })
        })
        .collect()
}

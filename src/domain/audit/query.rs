//! Which events somebody asks for: words as typed become ids of the search columns; what only the entries or
//! the personal values can tell is compared afterwards. Nothing is changed here.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::ops::ControlFlow;

use serde_json::Value;

use super::append;
use super::append::pseudonym_digest;
use super::event::{Event, Outcome, Severity};
use super::expression::Expression;
use super::network::Network;
use super::shown::{Names, Shown};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, folded, safe};
use crate::domain::context::Context;
use crate::store::audit::{Columns, FoundRow, Order, Selection, Word};
use crate::store::{Mode, Tx};

/// A question to the log. Empty lists ask for anything.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub since: Option<Time>,
    pub until: Option<Time>,
    /// Names, addresses or ids.
    pub actors: Vec<String>,
    pub targets: Vec<String>,
    /// `auth.check`, or every action with a beginning: `auth.*`.
    pub actions: Vec<String>,
    pub sources: Vec<String>,
    pub outcomes: Vec<Outcome>,
    pub severities: Vec<Severity>,
    /// First number, and one past the last.
    pub numbers: Option<(u64, u64)>,
    pub fields: Vec<(String, String)>,
    pub networks: Vec<Network>,
    pub grep: Option<String>,
    pub filter: Option<Expression>,
    pub limit: Option<u64>,
    pub order: Order,
    pub unheard: Unheard,
}

/// What becomes of a name that no event has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unheard {
    /// It was mistyped.
    #[default]
    Refuse,
    /// An event may come that has it.
    Await,
}

impl Query {
    /// Whether nothing but the numbers decides what is found.
    pub fn asks_for_numbers_alone(&self) -> bool {
        // A condition that is added must be thought of here.
        let Self {
            since,
            until,
            actors,
            targets,
            actions,
            sources,
            outcomes,
            severities,
            numbers: _,
            fields: _,
            networks: _,
            grep: _,
            filter: _,
            limit: _,
            order: _,
            unheard: _,
        } = self;
        let lists = [actors, targets, actions, sources];
        lists.into_iter().all(Vec::is_empty)
            && outcomes.is_empty()
            && severities.is_empty()
            && since.or(*until).is_none()
            && !self.looks_at_values()
    }

    /// Whether personal values decide what is found.
    pub const fn looks_at_values(&self) -> bool {
        !self.fields.is_empty()
            || !self.networks.is_empty()
            || self.grep.is_some()
            || self.filter.is_some()
    }
}

/// Records that somebody reads personal values of the log, and returns the number of that event: what is read
/// ends before it. Dry runs record it, too.
pub fn record_reading(ctx: &Context, what: &str) -> Result<u64> {
    let event = Event::new("audit.read").field("what", what);
    ctx.store.write(Mode::Commit, |tx| append(ctx, tx, &event))
}

/// The query in the terms of the store; numbers end before `end`.
pub fn select(ctx: &Context, tx: &Tx<'_>, query: &Query, end: u64) -> Result<Selection> {
    let (first, last) = query.numbers.unwrap_or((0, u64::MAX));
    let wanted = |empty: bool, ids: Result<Vec<i64>>| -> Result<Option<Vec<i64>>> {
        if empty { Ok(None) } else { ids.map(Some) }
    };
    Ok(Selection {
        first,
        end: last.min(end),
        since: query.since.map(|time| time.timestamp_micros()),
        until: query.until.map(|time| time.timestamp_micros()),
        actions: wanted(
            query.actions.is_empty(),
            patterns(tx, Word::Action, &query.actions, query.unheard),
        )?,
        sources: wanted(
            query.sources.is_empty(),
            patterns(tx, Word::Source, &query.sources, query.unheard),
        )?,
        actors: wanted(
            query.actors.is_empty(),
            parties(ctx, tx, (Word::Actor, query.unheard), &query.actors),
        )?,
        targets: wanted(
            query.targets.is_empty(),
            parties(ctx, tx, (Word::Target, query.unheard), &query.targets),
        )?,
        outcomes: (!query.outcomes.is_empty())
            .then(|| query.outcomes.iter().map(|o| o.number().into()).collect()),
        severities: (!query.severities.is_empty())
            .then(|| query.severities.iter().map(|s| s.number().into()).collect()),
        order: query.order,
    })
}

/// The ids of the words that the patterns match. A word that no event has is a mistake worth telling.
fn patterns(tx: &Tx<'_>, word: Word, patterns: &[String], unheard: Unheard) -> Result<Vec<i64>> {
    let mut ids = vec![];
    for pattern in patterns {
        let before = ids.len();
        match pattern.strip_suffix('*') {
            Some(start) => ids.extend(tx.words_from(word, start)?),
            None => ids.extend(tx.known_word(word, pattern)?),
        }
        if ids.len() == before && unheard == Unheard::Refuse {
            let noun = if word == Word::Action {
                "action"
            } else {
                "source"
            };
            let known = tx.some_words(word)?;
            let names = known.iter().map(String::as_str);
            return Err(unknown(noun, pattern, did_you_mean(pattern, names)));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn unknown(noun: &str, typed: &str, hint: Option<String>) -> Error {
    let error = Error::not_found(format!("no event has the {noun} `{}`", safe(typed)));
    match hint {
        Some(near) => error.hint(near),
        None => error.hint(format!("see `optimactl audit count --by {noun}` for all")),
    }
}

/// The ids of actors or targets: an id as it stands, an account by name or address, a pseudonym by its name.
fn parties(
    ctx: &Context,
    tx: &Tx<'_>,
    (word, unheard): (Word, Unheard),
    typed: &[String],
) -> Result<Vec<i64>> {
    let noun = if word == Word::Actor {
        "actor"
    } else {
        "target"
    };
    let mut ids = vec![];
    for name in typed {
        let folded = folded(name);
        let pseudonym = tx.pseudonym(&pseudonym_digest(ctx, name)?)?;
        let account = tx.account_party(&folded)?;
        let known = account.is_some() || pseudonym.is_some();
        let mut found = false;
        for party in [Some(name.clone()), account, pseudonym]
            .into_iter()
            .flatten()
        {
            if let Some(id) = tx.known_word(word, &party)? {
                ids.push(id);
                found = true;
            }
        }
        // Somebody who exists and did nothing has no events; somebody unknown was mistyped.
        if !found && !known && unheard == Unheard::Refuse {
            let names = tx.some_account_names()?;
            let near = did_you_mean(name, names.iter().map(String::as_str));
            return Err(unknown(noun, name, near));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Hands every event that fits to `each`, with its personal values.
pub fn each_shown(
    ctx: &Context,
    tx: &Tx<'_>,
    query: &Query,
    end: u64,
    each: &mut dyn FnMut(Shown) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let mut names = Names::default();
    each_row(ctx, tx, query, end, &mut |row| {
        let shown = Shown::of(tx, row.seq, row.entry, &mut names)?;
        each(shown)
    })
}

/// Hands every row that fits to `each`; entries are read where the query or the caller needs them.
pub fn each_row(
    ctx: &Context,
    tx: &Tx<'_>,
    query: &Query,
    end: u64,
    each: &mut dyn FnMut(&FoundRow<'_>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    walk(ctx, tx, (query, end, Columns::All), each)
}

/// The same for callers that need the search columns alone.
pub fn each_columns(
    ctx: &Context,
    tx: &Tx<'_>,
    query: &Query,
    end: u64,
    each: &mut dyn FnMut(&FoundRow<'_>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let columns = if query.looks_at_values() {
        Columns::All
    } else {
        Columns::Search
    };
    walk(ctx, tx, (query, end, columns), each)
}

fn walk(
    ctx: &Context,
    tx: &Tx<'_>,
    (query, end, columns): (&Query, u64, Columns),
    each: &mut dyn FnMut(&FoundRow<'_>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let selection = select(ctx, tx, query, end)?;
    let mut left = query.limit.unwrap_or(u64::MAX);
    let mut seen = Seen::default();
    if left == 0 {
        return Ok(());
    }
    tx.find(&selection, columns, &mut |row| {
        if query.looks_at_values() && !fits(tx, query, row, &mut seen)? {
            return Ok(ControlFlow::Continue(()));
        }
        left -= 1;
        let flow = each(row)?;
        Ok(if left == 0 {
            ControlFlow::Break(())
        } else {
            flow
        })
    })?;
    match query.unheard {
        Unheard::Refuse => seen.require(query),
        Unheard::Await => Ok(()),
    }
}

/// Names of fields that are remembered.
const MOST_FIELDS: usize = 500;

/// Which fields the events had that were looked at, to tell a mistyped name from a value that never occurs, and
/// whose names were asked for.
#[derive(Default)]
struct Seen {
    fields: BTreeSet<String>,
    names: Names,
}

impl Seen {
    fn add(&mut self, shown: &Shown) {
        for key in shown
            .data
            .keys()
            .chain(shown.personal.keys())
            .chain(&shown.erased)
            .chain(shown.gathered().map(|(key, _)| key))
        {
            if self.fields.len() < MOST_FIELDS && !self.fields.contains(key) {
                self.fields.insert(key.clone());
            }
        }
    }

    fn require(&self, query: &Query) -> Result<()> {
        // With more names than are kept nobody knows which there are.
        if self.fields.len() >= MOST_FIELDS {
            return Ok(());
        }
        for (field, _) in &query.fields {
            let plain = ["via", "request", "ticket", "intent"].contains(&field.as_str());
            if !plain && !self.fields.is_empty() && !self.fields.contains(field) {
                let near = did_you_mean(field, self.fields.iter().map(String::as_str));
                let error =
                    Error::not_found(format!("no event here has a field `{}`", safe(field)));
                return Err(match near {
                    Some(near) => error.hint(near),
                    None => {
                        error.hint("see the fields of an event with `optimactl audit show SEQ`")
                    }
                });
            }
        }
        Ok(())
    }
}

fn fits(tx: &Tx<'_>, query: &Query, row: &FoundRow<'_>, seen: &mut Seen) -> Result<bool> {
    let shown = match &query.filter {
        // A filter may ask for names.
        Some(_) => Shown::of(tx, row.seq, row.entry, &mut seen.names)?,
        None => Shown::bare(tx, row.seq, row.entry)?,
    };
    let filter = query.filter.as_ref();
    if !filter.is_none_or(|filter| filter.matches(&shown)) {
        return Ok(false);
    }
    if !query.fields.is_empty() {
        seen.add(&shown);
    }
    let fields = query
        .fields
        .iter()
        .all(|(field, value)| shown.field(field).is_some_and(|found| found == *value));
    let network = query.networks.is_empty()
        || shown
            .personal
            .get("ip")
            .and_then(Value::as_str)
            .and_then(|ip| ip.parse::<IpAddr>().ok())
            .is_some_and(|ip| query.networks.iter().any(|network| network.contains(ip)));
    let text = query.grep.as_ref().is_none_or(|needle| {
        let needle = needle.to_lowercase();
        let entry = String::from_utf8_lossy(row.entry).to_lowercase();
        let values = shown
            .personal
            .values()
            .map(|value| text_of(value).to_lowercase());
        entry.contains(&needle) || values.into_iter().any(|value| value.contains(&needle))
    });
    Ok(fields && network && text)
}

/// A value as a person writes it: texts without quotes.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

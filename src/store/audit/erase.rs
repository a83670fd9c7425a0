//! Personal values that go: found by whose events they stand in, deleted one by one. Entries and hashes are never
//! touched here; that an event tells of it is the caller's.

use std::time::Duration;

use rusqlite::{OptionalExtension as _, params};

use super::{Word, signed, unsigned};
use crate::base::error::{Error, Kind, Result};
use crate::store::open::Store;
use crate::store::tx::Tx;

/// How long a folding waits for those who still read.
const PATIENCE: Duration = Duration::from_secs(5);

/// What became of a value that was to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Gone,
    /// It was not there.
    Absent,
    /// A hold keeps it.
    Held,
}

impl Tx<'_> {
    /// The first `most` of a range of events that somebody caused (`Word::Actor`) or that were about them
    /// (`Word::Target`), by the number of their id.
    pub fn events_of_party(
        &self,
        (word, id): (Word, i64),
        (first, end): (u64, u64),
        most: usize,
    ) -> Result<Vec<u64>> {
        let sql = match word {
            Word::Target => {
                "SELECT seq FROM event INDEXED BY event_target
                 WHERE target = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq LIMIT ?4"
            }
            _ => {
                "SELECT seq FROM event INDEXED BY event_actor
                 WHERE actor = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq LIMIT ?4"
            }
        };
        let mut statement = self.conn().prepare_cached(sql)?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let range = params![id, signed(first)?, signed(end)?, most];
        let rows = statement.query_map(range, |row| row.get::<_, i64>(0))?;
        rows.map(|seq| unsigned(seq?)).collect()
    }

    /// Which personal values an event still has.
    pub fn disclosed_fields(&self, seq: u64) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT field FROM disclosure WHERE seq = ?1 ORDER BY field")?;
        let rows = statement.query_map([signed(seq)?], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whom or what an event is about.
    pub fn target_of(&self, seq: u64) -> Result<Option<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT d.value FROM event e JOIN dictionary d ON d.kind = 3 AND d.id = e.target WHERE e.seq = ?1",
        )?;
        let found = statement.query_row([signed(seq)?], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// How many events any of these caused, or were about.
    pub fn count_events_of(&self, parties: &[String]) -> Result<u64> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*) FROM (
                 SELECT seq FROM event INDEXED BY event_actor WHERE actor = ?1
                 UNION SELECT seq FROM event INDEXED BY event_target WHERE target = ?2)",
        )?;
        let mut count = 0;
        for party in parties {
            let sides = [Word::Actor, Word::Target].map(|word| self.known_word(word, party));
            let [actor, target] = sides;
            let one: i64 = statement.query_row(params![actor?, target?], |row| row.get(0))?;
            count += unsigned(one)?;
        }
        Ok(count)
    }

    /// Whether a pseudonym is still known by the digest of its name.
    pub fn has_pseudonym(&self, id: &str) -> Result<bool> {
        Ok(self
            .conn()
            .prepare_cached("SELECT 1 FROM pseudonym WHERE id = ?1")?
            .exists([id])?)
    }

    /// Deletes a personal value, unless activity of whom the event is about, or who caused it, is held; what a
    /// replaced name or address was stands here alone, and is held with what took its place. A pseudonym stays known by the keyed digest of its name: without it nobody would find what else stands there of the same
    /// person.
    pub fn erase_disclosure(&self, seq: u64, field: &str) -> Result<Fate> {
        let row = params![signed(seq)?, field];
        let gone = self
            .conn()
            .prepare_cached(
                "DELETE FROM disclosure WHERE seq = ?1 AND field = ?2 AND NOT EXISTS (
                     SELECT 1 FROM held WHERE class = 'activity' AND (subject IS NULL OR EXISTS (
                         SELECT 1 FROM event e JOIN dictionary d
                         ON d.kind = 2 AND d.id = e.actor OR d.kind = 3 AND d.id = e.target
                         WHERE e.seq = ?1 AND d.value = subject)))
                 AND NOT (?2 GLOB '*_before' AND EXISTS (
                     SELECT 1 FROM held WHERE class = iif(?2 = 'email_before', 'contact', 'identity')
                     AND (subject IS NULL OR EXISTS (
                         SELECT 1 FROM event e JOIN dictionary d ON d.kind = 3 AND d.id = e.target
                         WHERE e.seq = ?1 AND d.value = subject))))",
            )?
            .execute(row)?;
        if gone > 0 {
            return Ok(Fate::Gone);
        }
        let mut there = self
            .conn()
            .prepare_cached("SELECT 1 FROM disclosure WHERE seq = ?1 AND field = ?2")?;
        Ok(if there.exists(row)? {
            Fate::Held
        } else {
            Fate::Absent
        })
    }

    /// Which holds keep a personal value.
    pub fn holds_keeping(&self, seq: u64, field: &str) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT hold FROM held WHERE class = 'activity' AND (subject IS NULL OR EXISTS (
                 SELECT 1 FROM event e JOIN dictionary d
                 ON d.kind = 2 AND d.id = e.actor OR d.kind = 3 AND d.id = e.target
                 WHERE e.seq = ?1 AND d.value = subject))
             UNION
             SELECT hold FROM held WHERE ?2 GLOB '*_before'
                 AND class = iif(?2 = 'email_before', 'contact', 'identity')
                 AND (subject IS NULL OR EXISTS (
                     SELECT 1 FROM event e JOIN dictionary d ON d.kind = 3 AND d.id = e.target
                     WHERE e.seq = ?1 AND d.value = subject))",
        )?;
        let rows = statement.query_map(params![signed(seq)?, field], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether anything in the log is held: activity, somebody's or everybody's, or what a held name or address was.
    pub fn is_log_held(&self) -> Result<bool> {
        let mut statement = self.conn().prepare_cached(
            "SELECT 1 FROM held WHERE class = 'activity' OR class IN ('contact', 'identity') AND EXISTS (
                 SELECT 1 FROM event e JOIN disclosure f ON f.seq = e.seq
                 AND f.field GLOB '*_before' AND class = iif(f.field = 'email_before', 'contact', 'identity')
                 WHERE subject IS NULL
                 OR e.target = (SELECT id FROM dictionary WHERE kind = 3 AND value = subject))",
        )?;
        Ok(statement.exists([])?)
    }

    /// Forgets which name a pseudonym stands for.
    pub fn remove_pseudonym(&self, id: &str) -> Result<bool> {
        let gone = self
            .conn()
            .prepare_cached("DELETE FROM pseudonym WHERE id = ?1")?
            .execute([id])?;
        Ok(gone > 0)
    }

    /// The name and the address of an account as the log's callers may have typed them.
    pub fn account_words(&self, id: &str) -> Result<Option<(String, Option<String>)>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT name, email FROM account WHERE id = ?1")?;
        Ok(statement
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }
}

impl Store {
    /// Empties the write-ahead log, which still holds what was deleted. Answers whether it is empty: somebody who
    /// reads an older state keeps it.
    pub fn scrub_log(&self) -> Result<bool> {
        self.conn().busy_timeout(PATIENCE.min(self.holder.wait))?;
        let scrubbed: rusqlite::Result<i64> =
            self.conn()
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
        self.conn().busy_timeout(self.holder.wait)?;
        match scrubbed.map_err(Error::from) {
            Ok(busy) => Ok(busy == 0),
            Err(busy) if busy.kind == Kind::StoreLocked => Ok(false),
            Err(other) => Err(other),
        }
    }
}

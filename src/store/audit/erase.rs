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

impl Tx<'_> {
    /// Those of a range of events that somebody caused (`Word::Actor`) or that were about them (`Word::Target`).
    pub fn events_of_party(
        &self,
        word: Word,
        party: &str,
        (first, end): (u64, u64),
    ) -> Result<Vec<u64>> {
        let Some(id) = self.known_word(word, party)? else {
            return Ok(vec![]);
        };
        let sql = match word {
            Word::Target => {
                "SELECT seq FROM event INDEXED BY event_target
                 WHERE target = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq"
            }
            _ => {
                "SELECT seq FROM event INDEXED BY event_actor
                 WHERE actor = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq"
            }
        };
        let mut statement = self.conn().prepare_cached(sql)?;
        let range = params![id, signed(first)?, signed(end)?];
        let rows = statement.query_map(range, |row| row.get::<_, i64>(0))?;
        rows.map(|seq| unsigned(seq?)).collect()
    }

    /// Whether a pseudonym is still known by the digest of its name.
    pub fn has_pseudonym(&self, id: &str) -> Result<bool> {
        Ok(self
            .conn()
            .prepare_cached("SELECT 1 FROM pseudonym WHERE id = ?1")?
            .exists([id])?)
    }

    /// Deletes a personal value. A pseudonym stays known by the keyed digest of its name: without it nobody would
    /// find what else stands there of the same person.
    pub fn erase_disclosure(&self, seq: u64, field: &str) -> Result<bool> {
        let gone = self
            .conn()
            .prepare_cached("DELETE FROM disclosure WHERE seq = ?1 AND field = ?2")?
            .execute(params![signed(seq)?, field])?;
        Ok(gone > 0)
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

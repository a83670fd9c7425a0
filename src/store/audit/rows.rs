//! Rows that an append writes: events, words, disclosures, pseudonyms, keys of foreign events, intents.

use rusqlite::{OptionalExtension, params};

use super::{EventRow, Word, signed, unsigned};
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::store::tx::Tx;

impl Tx<'_> {
    /// When the last event was recorded.
    pub fn last_recorded(&self) -> Result<Option<Time>> {
        self.recorded_below(u64::MAX >> 1)
    }

    /// When the last event in front of this number was recorded, if it is kept.
    pub fn recorded_below(&self, end: u64) -> Result<Option<Time>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT rts FROM event WHERE seq < ?1 ORDER BY seq DESC LIMIT 1")?;
        let micros: Option<i64> = statement
            .query_row([signed(end)?], |row| row.get(0))
            .optional()?;
        micros.map(clock::from_micros).transpose()
    }

    /// The id of a word, given in order of first appearance.
    pub fn word(&self, word: Word, value: &str, seq: u64) -> Result<i64> {
        let kind = word.number();
        if let Some(id) = self.known_word(word, value)? {
            return Ok(id);
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO dictionary
                 SELECT ?1, coalesce(max(id), 0) + 1, ?2, ?3 FROM dictionary WHERE kind = ?1",
            )?
            .execute(params![kind, value, signed(seq)?])?;
        self.known_word(word, value)?
            .ok_or_else(|| Error::bug("a new word has no id"))
    }

    pub fn known_word(&self, word: Word, value: &str) -> Result<Option<i64>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id FROM dictionary WHERE kind = ?1 AND value = ?2")?;
        Ok(statement
            .query_row(params![word.number(), value], |row| row.get(0))
            .optional()?)
    }

    pub fn insert_event(&self, row: &EventRow<'_>) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO event VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?
            .execute(params![
                signed(row.seq)?,
                row.ts.timestamp_micros(),
                row.rts.timestamp_micros(),
                row.action,
                row.actor,
                row.target,
                row.source,
                row.outcome,
                row.severity,
                row.entry
            ])?;
        Ok(())
    }

    pub fn insert_disclosure(&self, seq: u64, field: &str, text: &str) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO disclosure VALUES (?1, ?2, ?3)")?
            .execute(params![signed(seq)?, field, text])?;
        Ok(())
    }

    /// The id behind a keyed digest of a name.
    pub fn pseudonym(&self, digest: &[u8]) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id FROM pseudonym WHERE digest = ?1")?;
        Ok(statement.query_row([digest], |row| row.get(0)).optional()?)
    }

    pub fn insert_pseudonym(&self, digest: &[u8], id: &str) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO pseudonym VALUES (?1, ?2)")?
            .execute(params![digest, id])?;
        Ok(())
    }

    /// The event that was told under this key before.
    pub fn event_told(&self, key: &[u8]) -> Result<Option<u64>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT seq FROM told_key WHERE key = ?1")?;
        let seq: Option<i64> = statement.query_row([key], |row| row.get(0)).optional()?;
        seq.map(unsigned).transpose()
    }

    /// Takes in the key of an event; whether it is new.
    pub fn insert_told_key(&self, key: &[u8], seq: u64) -> Result<bool> {
        let added = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO told_key VALUES (?1, ?2)")?
            .execute(params![key, signed(seq)?])?;
        Ok(added == 1)
    }

    /// The same of version 4 and before, where keys were texts.
    pub fn event_of_key(&self, source: &str, key: &str) -> Result<Option<u64>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT seq FROM event_key WHERE source = ?1 AND key = ?2")?;
        let seq: Option<i64> = statement
            .query_row([source, key], |row| row.get(0))
            .optional()?;
        seq.map(unsigned).transpose()
    }

    /// Whether there are keys of version 4 or before.
    pub fn has_event_keys(&self) -> Result<bool> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT 1 FROM event_key LIMIT 1")?;
        Ok(statement.exists([])?)
    }

    #[cfg(test)]
    pub(crate) fn insert_event_key(&self, source: &str, key: &str, seq: u64) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO event_key VALUES (?1, ?2, ?3)")?
            .execute(params![source, key, signed(seq)?])?;
        Ok(())
    }

    /// Takes in the key of a line; whether it is new.
    pub fn insert_ingest_key(&self, key: &[u8]) -> Result<bool> {
        let added = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO ingest_key VALUES (?1)")?
            .execute([key])?;
        Ok(added == 1)
    }

    /// Whether a line with this key became an event.
    pub fn has_ingest_key(&self, key: &[u8]) -> Result<bool> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT 1 FROM ingest_key WHERE key = ?1")?;
        Ok(statement.exists([key])?)
    }

    pub fn insert_intent(&self, seq: u64, action: &str) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO open_intent (seq, action) VALUES (?1, ?2)")?
            .execute(params![signed(seq)?, action])?;
        Ok(())
    }

    pub fn remove_intent(&self, seq: u64) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM open_intent WHERE seq = ?1")?
            .execute([signed(seq)?])?;
        Ok(())
    }

    /// Notes how far what was announced came; `false` where it was concluded meanwhile.
    pub fn note_progress(&self, seq: u64, written: u64) -> Result<bool> {
        let noted = self
            .conn()
            .prepare_cached("UPDATE open_intent SET written = ?2 WHERE seq = ?1")?
            .execute(params![signed(seq)?, signed(written)?])?;
        Ok(noted == 1)
    }

    /// How far what was announced came, as far as it noted it.
    pub fn progress_of(&self, seq: u64) -> Result<u64> {
        let written: i64 = self
            .conn()
            .prepare_cached("SELECT written FROM open_intent WHERE seq = ?1")?
            .query_row([signed(seq)?], |row| row.get(0))?;
        unsigned(written)
    }

    /// Effects that were announced and not concluded: seq, action, when.
    pub fn intents(&self) -> Result<Vec<(u64, String, Time)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT seq, open_intent.action, rts FROM open_intent JOIN event USING (seq) ORDER BY seq",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.map(|row| {
            let (seq, action, rts) = row?;
            Ok((unsigned(seq)?, action, clock::from_micros(rts)?))
        })
        .collect()
    }
}

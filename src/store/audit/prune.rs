//! Entries that go while their hashes stay: below a minimum the log is tiles alone. What may go, and that it was
//! archived and is told by an event, is decided above.

use rusqlite::OptionalExtension as _;

use super::{Word, signed, unsigned};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::{Hash, TILE_WIDTH};
use crate::store::tx::Tx;

/// The fact that holds the number of the first event whose entry is kept.
const PRUNED: &str = "pruned";

impl Tx<'_> {
    /// The number of the first event that was not pruned.
    pub fn first_kept(&self) -> Result<u64> {
        let Some(text) = self.meta(PRUNED)? else {
            return Ok(0);
        };
        let number = text.parse::<u64>().ok();
        number
            .filter(|number| number.is_multiple_of(TILE_WIDTH) && i64::try_from(*number).is_ok())
            .ok_or_else(|| Error::integrity("the store says something impossible about pruning"))
    }

    /// Removes entries and personal values below `end`; answers how many values went. Tiles, zones, words and the
    /// keys of foreign events stay.
    pub fn prune_events(&self, end: u64) -> Result<u64> {
        self.set_meta(PRUNED, &end.to_string())?;
        self.remove_events_below(end)
    }

    /// The triggers that keep events are gone for as long as this takes, inside the caller's transaction.
    pub(in crate::store) fn remove_events_below(&self, end: u64) -> Result<u64> {
        if end == 0 {
            return Ok(0);
        }
        let triggers = self.event_triggers()?;
        for (name, _) in &triggers {
            self.conn()
                .execute_batch(&format!("DROP TRIGGER main.{name}"))?;
        }
        let end = signed(end)?;
        self.conn()
            .execute("DELETE FROM main.event WHERE seq < ?1", [end])?;
        let values = self
            .conn()
            .execute("DELETE FROM main.disclosure WHERE seq < ?1", [end])?;
        for (_, sql) in &triggers {
            self.conn().execute_batch(sql)?;
        }
        Ok(u64::try_from(values).unwrap_or(u64::MAX))
    }

    fn event_triggers(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.conn().prepare(
            "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let triggers = rows.collect::<Result<Vec<(String, String)>, _>>()?;
        if triggers.len() == 2 {
            return Ok(triggers);
        }
        Err(Error::integrity(
            "what protects the audit events was changed",
        ))
    }

    /// The oldest effect that was announced and not concluded.
    pub fn oldest_intent(&self) -> Result<Option<u64>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT seq FROM open_intent ORDER BY seq LIMIT 1")?;
        let seq: Option<i64> = statement.query_row([], |row| row.get(0)).optional()?;
        seq.map(unsigned).transpose()
    }

    /// Pseudonyms whose name is disclosed below `end` (the disclosure), and whether events from `used` on use them.
    pub fn names_below(&self, end: u64, used: u64) -> Result<Vec<(String, String, bool)>> {
        let mut statement = self.conn().prepare_cached(
            "WITH told AS (
                 SELECT value AS id, text FROM disclosure JOIN event USING (seq)
                 JOIN dictionary ON kind = 2 AND dictionary.id = actor
                 WHERE disclosure.seq < ?1 AND field = 'actor_name' AND value LIKE 's\\_%' ESCAPE '\\'
                 UNION
                 SELECT value, text FROM disclosure JOIN event USING (seq)
                 JOIN dictionary ON kind = 3 AND dictionary.id = target
                 WHERE disclosure.seq < ?1 AND field = 'target_name' AND value LIKE 's\\_%' ESCAPE '\\')
             SELECT id, text,
                 EXISTS (SELECT 1 FROM event INDEXED BY event_actor WHERE seq >= ?2 AND actor =
                     (SELECT d.id FROM dictionary d WHERE d.kind = 2 AND d.value = told.id))
                 OR EXISTS (SELECT 1 FROM event INDEXED BY event_target WHERE seq >= ?2 AND target =
                     (SELECT d.id FROM dictionary d WHERE d.kind = 3 AND d.value = told.id))
             FROM told ORDER BY id",
        )?;
        let rows = statement.query_map([signed(end)?, signed(used)?], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Events and personal values below this number.
    pub fn rows_below(&self, end: u64) -> Result<(u64, u64)> {
        let mut statement = self.conn().prepare_cached(
            "SELECT (SELECT count(*) FROM event WHERE seq < ?1),
                    (SELECT count(*) FROM disclosure WHERE seq < ?1)",
        )?;
        let (events, values) =
            statement.query_row([signed(end)?], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((unsigned(events)?, unsigned(values)?))
    }

    /// How many words of a kind came up below this number, and the highest of their ids.
    pub fn words_below(&self, word: Word, end: u64) -> Result<(i64, i64)> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*), coalesce(max(id), 0) FROM dictionary WHERE kind = ?1 AND first < ?2",
        )?;
        Ok(statement.query_row((word.number(), signed(end)?), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?)
    }

    /// Leaf hashes inside one tile: of what was pruned as the tile keeps them.
    pub fn leaves_or_tile(&self, first: u64, count: u64) -> Result<Vec<Hash>> {
        if first >= self.first_kept()? {
            return self.leaves(first, count);
        }
        let tile = self.tile(0, first / TILE_WIDTH)?;
        tile.filter(|hashes| u64::try_from(hashes.len()) == Ok(count))
            .ok_or_else(|| Error::integrity("a tile of the audit log is missing"))
    }
}

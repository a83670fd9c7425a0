//! The log read whole, block by block, as verifying and exporting need it.

use rusqlite::{OptionalExtension, Row};

use super::{Word, Zone, signed, unsigned};
use crate::base::error::Result;
use crate::store::tx::Tx;

/// An event with its search columns.
#[derive(Clone, Debug)]
pub struct ScanRow {
    pub seq: u64,
    pub ts: i64,
    pub rts: i64,
    /// Ids of action, actor, target, source.
    pub words: [Option<i64>; 4],
    pub outcome: i64,
    pub severity: i64,
    pub entry: Vec<u8>,
}

/// A stored personal value.
#[derive(Clone, Debug)]
pub struct DisclosureRow {
    pub seq: u64,
    pub field: String,
    pub text: String,
}

impl Tx<'_> {
    /// The events from `first` up to, not including, `end`.
    pub fn scan_events(&self, first: u64, end: u64) -> Result<Vec<ScanRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT seq, ts, rts, action, actor, target, source, outcome, severity, entry
             FROM event WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
        )?;
        let mut rows = statement.query([signed(first)?, signed(end)?])?;
        let mut found = Vec::with_capacity(256);
        while let Some(row) = rows.next()? {
            found.push(ScanRow {
                seq: unsigned(row.get(0)?)?,
                ts: row.get(1)?,
                rts: row.get(2)?,
                words: [row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?],
                outcome: row.get(7)?,
                severity: row.get(8)?,
                entry: row.get(9)?,
            });
        }
        Ok(found)
    }

    /// The bytes of one event.
    pub fn entry(&self, seq: u64) -> Result<Option<Vec<u8>>> {
        // A number beyond what the store can hold is simply nobody's.
        let Ok(seq) = i64::try_from(seq) else {
            return Ok(None);
        };
        let mut statement = self
            .conn()
            .prepare_cached("SELECT entry FROM event WHERE seq = ?1")?;
        Ok(statement.query_row([seq], |row| row.get(0)).optional()?)
    }

    /// When an event was recorded, in microseconds since 1970; of one that was pruned about when.
    pub fn recorded_micros(&self, seq: u64) -> Result<Option<i64>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT coalesce((SELECT rts FROM event WHERE seq = ?1),
                             (SELECT last_ts FROM zone WHERE number = ?1 / 256))",
        )?;
        Ok(statement.query_row([signed(seq)?], |row| row.get(0))?)
    }

    /// The personal values of the events from `first` up to, not including, `end`.
    pub fn disclosures(&self, first: u64, end: u64) -> Result<Vec<DisclosureRow>> {
        self.each_disclosure((first, end), |row, column| row.get(column))
    }

    /// The same for who looks for damage: what is no UTF-8 begins as nothing does that was written here.
    pub fn disclosures_as_they_are(&self, first: u64, end: u64) -> Result<Vec<DisclosureRow>> {
        self.each_disclosure((first, end), |row, column| {
            let bytes = row.get_ref(column)?.as_bytes()?;
            Ok(match str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => format!("\u{fffd}{}", String::from_utf8_lossy(bytes)),
            })
        })
    }

    fn each_disclosure(
        &self,
        (first, end): (u64, u64),
        read: impl Fn(&Row<'_>, usize) -> rusqlite::Result<String>,
    ) -> Result<Vec<DisclosureRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT seq, field, text FROM disclosure WHERE seq >= ?1 AND seq < ?2
             ORDER BY seq, field",
        )?;
        let mut rows = statement.query([signed(first)?, signed(end)?])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(DisclosureRow {
                seq: unsigned(row.get(0)?)?,
                field: read(row, 1)?,
                text: read(row, 2)?,
            });
        }
        Ok(found)
    }

    /// Events and personal values numbered outside `0..size`, where none can be.
    pub fn rows_beyond(&self, size: u64) -> Result<(u64, u64)> {
        let mut statement = self.conn().prepare_cached(
            "SELECT (SELECT count(*) FROM event WHERE seq < 0 OR seq >= ?1),
                    (SELECT count(*) FROM disclosure WHERE seq < 0 OR seq >= ?1)",
        )?;
        let (events, disclosures) =
            statement.query_row([signed(size)?], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((unsigned(events)?, unsigned(disclosures)?))
    }

    pub fn zone(&self, number: u64) -> Result<Option<Zone>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT first_ts, last_ts, outcomes, severities FROM zone WHERE number = ?1",
        )?;
        Ok(statement
            .query_row([signed(number)?], |row| {
                Ok(Zone {
                    first_ts: row.get(0)?,
                    last_ts: row.get(1)?,
                    outcomes: row.get(2)?,
                    severities: row.get(3)?,
                })
            })
            .optional()?)
    }

    /// How many tiles and zones are kept.
    pub fn count_tiles(&self) -> Result<(u64, u64)> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT (SELECT count(*) FROM tile), (SELECT count(*) FROM zone)")?;
        let (tiles, zones) = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((unsigned(tiles)?, unsigned(zones)?))
    }

    /// How many tiles of leaf hashes are kept.
    pub fn count_lowest_tiles(&self) -> Result<u64> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT count(*) FROM tile WHERE level = 0")?;
        unsigned(statement.query_row([], |row| row.get(0))?)
    }

    /// How many words of a kind are numbered.
    pub fn count_words(&self, word: Word) -> Result<i64> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT count(*) FROM dictionary WHERE kind = ?1")?;
        Ok(statement.query_row([word.number()], |row| row.get(0))?)
    }

    /// The first event that a key of a foreign event points to though it has another source (keys of version 4 and
    /// before name it), or there can be none; one that was pruned is nobody's.
    pub fn misplaced_key(&self, size: u64) -> Result<Option<i64>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT min(seq) FROM (
                 SELECT k.seq FROM event_key k
                 LEFT JOIN event e ON e.seq = k.seq
                 LEFT JOIN dictionary d ON d.kind = 4 AND d.id = e.source
                 WHERE d.value IS NOT k.source
                   AND (e.seq IS NOT NULL OR k.seq < 0 OR k.seq >= (SELECT min(seq) FROM event))
                 UNION ALL
                 SELECT seq FROM told_key WHERE seq < 0 OR seq >= ?1)",
        )?;
        Ok(statement.query_row([signed(size)?], |row| row.get(0))?)
    }

    /// The number of the newest event that has a row.
    pub fn last_row(&self) -> Result<Option<u64>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT max(seq) FROM event WHERE seq >= 0")?;
        let newest: Option<i64> = statement.query_row([], |row| row.get(0))?;
        newest.map(unsigned).transpose()
    }

    /// How many checkpoints claim more events than there are, or fewer than none.
    pub fn checkpoints_beyond(&self, size: u64) -> Result<u64> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT count(*) FROM checkpoint WHERE size > ?1 OR size < 1")?;
        unsigned(statement.query_row([signed(size)?], |row| row.get(0))?)
    }
}

//! Rows of the audit log: events, words, disclosures, tree, tiles, zones, checkpoints. Nothing is decided here;
//! `domain::audit` composes them.

use rusqlite::{OptionalExtension, params};

use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::{Frontier, Hash, Nodes, TILE_WIDTH, leaf, subtree_root, tile_span};

/// Which words a dictionary numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Action,
    Actor,
    Target,
    Source,
}

impl Word {
    pub const fn number(self) -> i64 {
        match self {
            Self::Action => 1,
            Self::Actor => 2,
            Self::Target => 3,
            Self::Source => 4,
        }
    }
}

/// A row of `event`.
pub struct EventRow<'a> {
    pub seq: u64,
    pub ts: Time,
    pub rts: Time,
    pub action: i64,
    pub actor: i64,
    pub target: Option<i64>,
    pub source: i64,
    pub outcome: u8,
    pub severity: u8,
    pub entry: &'a [u8],
}

/// What 256 events have in common: where a search by time, outcome or severity may skip them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    pub first_ts: i64,
    pub last_ts: i64,
    pub outcomes: i64,
    pub severities: i64,
}

/// A signed checkpoint as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointRow {
    pub epoch: String,
    pub size: u64,
    pub note: String,
    pub made: Time,
    pub reason: String,
}

pub(crate) fn signed(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| Error::bug("a number is too large for the store"))
}

pub(crate) fn unsigned(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|_| Error::integrity("the store holds an impossible number"))
}

impl Tx<'_> {
    /// The tree as it stands in this transaction; another process may have appended since the last one.
    pub fn tree(&self) -> Result<Frontier> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT size, frontier FROM tree")?;
        let (size, bytes): (i64, Vec<u8>) =
            statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Frontier::from_parts(unsigned(size)?, &bytes)
    }

    pub fn set_tree(&self, tree: &Frontier) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR REPLACE INTO tree VALUES (0, ?1, ?2)")?
            .execute(params![signed(tree.size())?, tree.to_bytes()])?;
        Ok(())
    }

    /// When the last event was recorded.
    pub fn last_recorded(&self) -> Result<Option<Time>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT rts FROM event ORDER BY seq DESC LIMIT 1")?;
        let micros: Option<i64> = statement.query_row([], |row| row.get(0)).optional()?;
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

    /// The leaf hashes of `count` events from `first` on, hashed from the stored bytes.
    pub fn leaves(&self, first: u64, count: u64) -> Result<Vec<Hash>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT entry FROM event WHERE seq >= ?1 AND seq < ?2 ORDER BY seq")?;
        let rows = statement.query_map(params![signed(first)?, signed(first + count)?], |row| {
            Ok(leaf(row.get_ref(0)?.as_blob()?))
        })?;
        let hashes = rows.collect::<Result<Vec<_>, _>>()?;
        if u64::try_from(hashes.len()).ok() != Some(count) {
            return Err(Error::integrity("audit events are missing"));
        }
        Ok(hashes)
    }

    pub fn insert_tile(&self, level: u8, number: u64, hashes: &[Hash]) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO tile VALUES (?1, ?2, ?3)")?
            .execute(params![level, signed(number)?, hashes.concat()])?;
        Ok(())
    }

    /// A full tile, if it was stored.
    pub fn tile(&self, level: u8, number: u64) -> Result<Option<Vec<Hash>>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT hashes FROM tile WHERE level = ?1 AND number = ?2")?;
        let bytes: Option<Vec<u8>> = statement
            .query_row(params![level, signed(number)?], |row| row.get(0))
            .optional()?;
        bytes.map(|bytes| split_hashes(&bytes)).transpose()
    }

    pub fn insert_zone(&self, number: u64, zone: Zone) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO zone VALUES (?1,?2,?3,?4,?5)")?
            .execute(params![
                signed(number)?,
                zone.first_ts,
                zone.last_ts,
                zone.outcomes,
                zone.severities
            ])?;
        Ok(())
    }

    /// The zone of 256 events, computed from their columns.
    pub fn compute_zone(&self, number: u64) -> Result<Zone> {
        let first = signed(number * TILE_WIDTH)?;
        let mut statement = self.conn().prepare_cached(
            "SELECT ts, outcome, severity FROM event WHERE seq >= ?1 AND seq < ?1 + 256",
        )?;
        let mut rows = statement.query([first])?;
        let mut zone = Zone {
            first_ts: i64::MAX,
            last_ts: i64::MIN,
            outcomes: 0,
            severities: 0,
        };
        while let Some(row) = rows.next()? {
            let ts: i64 = row.get(0)?;
            zone.first_ts = zone.first_ts.min(ts);
            zone.last_ts = zone.last_ts.max(ts);
            zone.outcomes |= 1 << (row.get::<_, u8>(1)? & 31);
            zone.severities |= 1 << (row.get::<_, u8>(2)? & 31);
        }
        Ok(zone)
    }

    pub fn insert_checkpoint(&self, row: &CheckpointRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR REPLACE INTO checkpoint VALUES (?1,?2,?3,?4,?5)")?
            .execute(params![
                row.epoch,
                signed(row.size)?,
                row.note,
                row.made.timestamp_micros(),
                row.reason
            ])?;
        Ok(())
    }

    /// The checkpoint with the largest size of this epoch.
    pub fn newest_checkpoint(&self, epoch: &str) -> Result<Option<CheckpointRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT epoch, size, note, made, reason FROM checkpoint
             WHERE epoch = ?1 ORDER BY size DESC LIMIT 1",
        )?;
        let found = statement
            .query_row([epoch], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                ))
            })
            .optional()?;
        found
            .map(|(epoch, size, note, made, reason)| {
                let (size, made) = (unsigned(size)?, clock::from_micros(made)?);
                Ok(CheckpointRow {
                    epoch,
                    size,
                    note,
                    made,
                    reason,
                })
            })
            .transpose()
    }

    pub fn insert_intent(&self, seq: u64, action: &str) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO open_intent VALUES (?1, ?2)")?
            .execute(params![signed(seq)?, action])?;
        Ok(())
    }

    pub fn remove_intent(&self, seq: u64) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM open_intent WHERE seq = ?1")?
            .execute([signed(seq)?])?;
        Ok(())
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

fn split_hashes(bytes: &[u8]) -> Result<Vec<Hash>> {
    let (whole, rest) = bytes.as_chunks::<32>();
    if !rest.is_empty() {
        return Err(Error::integrity("a tile of the audit log is damaged"));
    }
    Ok(whole.to_vec())
}

/// The tree's nodes, answered from full tiles and, at the right edge, from the entries themselves.
pub struct TreeNodes<'a>(pub &'a Tx<'a>);

impl Nodes for TreeNodes<'_> {
    fn node(&self, level: u8, index: u64) -> Result<Hash> {
        let span = tile_span(level, index);
        if let Some(hashes) = self.0.tile(span.level, span.n)? {
            let (first, count) = (usize::from(span.first), usize::from(span.count));
            return hashes
                .get(first..first + count)
                .map(subtree_root)
                .ok_or_else(|| Error::integrity("a tile of the audit log is too short"));
        }
        let (first, count) = (index << (level % 8), u64::from(span.count));
        if span.level == 0 {
            return Ok(subtree_root(&self.0.leaves(first, count)?));
        }
        // This tile is not full yet: its hashes are the roots of full tiles one level below.
        let roots = (first..first + count)
            .map(|number| self.full_tile_root(span.level - 1, number))
            .collect::<Result<Vec<_>>>()?;
        Ok(subtree_root(&roots))
    }
}

impl TreeNodes<'_> {
    fn full_tile_root(&self, level: u8, number: u64) -> Result<Hash> {
        self.0
            .tile(level, number)?
            .map(|hashes| subtree_root(&hashes))
            .ok_or_else(|| Error::integrity("a tile of the audit log is missing"))
    }
}

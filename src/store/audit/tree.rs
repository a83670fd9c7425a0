//! The tree as it is kept: its edge, full tiles, and nodes answered from both.

use rusqlite::{OptionalExtension, params};

use super::{Zone, signed, unsigned};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::{Frontier, Hash, Nodes, TILE_WIDTH, leaf, subtree_root, tile_span};
use crate::store::tx::Tx;

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
        let mut zone = Zone::EMPTY;
        while let Some(row) = rows.next()? {
            zone.add(row.get(0)?, row.get(1)?, row.get(2)?);
        }
        Ok(zone)
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

//! Signed checkpoints as they are kept.

use rusqlite::{OptionalExtension, Row, params};

use super::{CheckpointRow, signed, unsigned};
use crate::base::clock;
use crate::base::error::{Error, Result};
use crate::store::tx::Tx;

/// A row before its numbers are checked.
type Raw = (String, i64, String, i64, String);

impl Tx<'_> {
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
        let found = statement.query_row([epoch], raw).optional()?;
        found.map(checked).transpose()
    }

    /// The newest checkpoint that left the store, asked for or carried by a backup: of this epoch, else of one
    /// before it.
    pub fn newest_handed_out(&self, epoch: &str) -> Result<Option<CheckpointRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT epoch, size, note, made, reason FROM checkpoint
             WHERE reason IN ('asked', 'backup') ORDER BY epoch <> ?1, size DESC LIMIT 1",
        )?;
        let found = statement.query_row([epoch], raw).optional()?;
        found.map(checked).transpose()
    }

    /// Checkpoints of every epoch whose size lies above `over` and not above `up_to`, smallest first, with their sizes:
    /// a row that cannot be read is not the end.
    pub fn each_checkpoint(
        &self,
        over: u64,
        up_to: u64,
        take: &mut dyn FnMut(u64, Result<CheckpointRow>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn().prepare_cached(
            "SELECT epoch, size, note, made, reason FROM checkpoint
             WHERE size > ?1 AND size <= ?2 ORDER BY size, epoch",
        )?;
        let mut rows = statement.query([signed(over)?, signed(up_to)?])?;
        while let Some(row) = rows.next()? {
            let read = raw(row).map_err(Error::from).and_then(checked);
            take(unsigned(row.get(1)?)?, read)?;
        }
        Ok(())
    }

    /// All of them.
    pub fn checkpoints_between(&self, over: u64, up_to: u64) -> Result<Vec<CheckpointRow>> {
        let mut found = vec![];
        self.each_checkpoint(over, up_to, &mut |_, row| {
            found.push(row?);
            Ok(())
        })?;
        Ok(found)
    }
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
    ))
}

fn checked((epoch, size, note, made, reason): Raw) -> Result<CheckpointRow> {
    Ok(CheckpointRow {
        epoch,
        size: unsigned(size)?,
        note,
        made: clock::from_micros(made)?,
        reason,
    })
}

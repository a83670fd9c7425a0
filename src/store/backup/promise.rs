//! Rows on the end of backups: which ones were really removed, and by when others were promised to be.

use rusqlite::params;

use super::BackupRow;
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::store::tx::Tx;

/// A row of `backup_promise`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseRow {
    /// Backups made before this instant
    pub made_before: Time,
    /// are gone by this one.
    pub gone_by: Time,
}

impl Tx<'_> {
    /// Remembers that a backup is really gone from a target.
    pub fn set_backup_gone(&self, id: &str, target: &str, at: Time) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR IGNORE INTO backup_gone VALUES (?1, ?2, ?3)")?
            .execute(params![id, target, at.timestamp_micros()])?;
        Ok(())
    }

    /// Remembers what was promised; the same twice is one promise.
    pub fn insert_backup_promise(&self, row: &PromiseRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR IGNORE INTO backup_promise VALUES (?1, ?2)")?
            .execute(params![
                row.made_before.timestamp_micros(),
                row.gone_by.timestamp_micros()
            ])?;
        Ok(())
    }

    pub fn backup_promises(&self) -> Result<Vec<PromiseRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT made_before, gone_by FROM backup_promise ORDER BY gone_by, made_before",
        )?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(PromiseRow {
                made_before: clock::from_micros(row.get(0)?)?,
                gone_by: clock::from_micros(row.get(1)?)?,
            });
        }
        Ok(found)
    }

    /// Backups that should be gone by now and, by the catalog, are not, each with the first date it missed.
    pub fn broken_promises(&self, now: Time) -> Result<Vec<(BackupRow, Time)>> {
        let due: Vec<PromiseRow> = self.backup_promises()?;
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id, target FROM backup_gone")?;
        let mut rows = statement.query([])?;
        let mut gone: Vec<(String, String)> = vec![];
        while let Some(row) = rows.next()? {
            gone.push((row.get(0)?, row.get(1)?));
        }
        let missed = |row: &BackupRow| {
            let mut due = due.iter();
            due.find(|promise| promise.gone_by <= now && row.created < promise.made_before)
                .map(|promise| promise.gone_by)
        };
        let rows = self.backups()?.into_iter().filter(|row| row.sequence > 0);
        let here = rows.filter(|row| {
            !gone
                .iter()
                .any(|(id, at)| *id == row.id && *at == row.target)
        });
        Ok(here
            .filter_map(|row| missed(&row).map(|by| (row, by)))
            .collect())
    }
}

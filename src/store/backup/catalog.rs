//! The catalog: what this store knows of its own backups. A cache; the manifests at the targets decide.

use rusqlite::{OptionalExtension, Row, params};

use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::store::audit::{signed, unsigned};
use crate::store::tx::Tx;

/// A row of `backup`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupRow {
    pub id: String,
    pub target: String,
    pub file: String,
    pub epoch: String,
    pub sequence: u64,
    pub manifest_sha256: String,
    pub created: Time,
    pub milliseconds: u64,
    pub bytes: u64,
    pub label: Option<String>,
    pub verified: Option<Time>,
    pub verified_how: Option<String>,
}

const COLUMNS: &str = "id, target, file, epoch, sequence, manifest_sha256, created, milliseconds, \
                       bytes, label, verified, verified_how";

impl Tx<'_> {
    pub fn insert_backup(&self, row: &BackupRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO backup VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)")?
            .execute(params![
                row.id,
                row.target,
                row.file,
                row.epoch,
                signed(row.sequence)?,
                row.manifest_sha256,
                row.created.timestamp_micros(),
                signed(row.milliseconds)?,
                signed(row.bytes)?,
                row.label,
                row.verified.map(|at| at.timestamp_micros()),
                row.verified_how,
            ])?;
        Ok(())
    }

    /// Every backup that this store made, newest first.
    pub fn backups(&self) -> Result<Vec<BackupRow>> {
        let mut statement = self.conn().prepare_cached(&format!(
            "SELECT {COLUMNS} FROM backup ORDER BY created DESC, id, target"
        ))?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// The last backup that went to a target in an epoch.
    pub fn last_backup(&self, target: &str, epoch: &str) -> Result<Option<BackupRow>> {
        let mut statement = self.conn().prepare_cached(&format!(
            "SELECT {COLUMNS} FROM backup WHERE target = ?1 AND epoch = ?2
             ORDER BY sequence DESC LIMIT 1"
        ))?;
        let found = statement
            .query_row([target, epoch], |row| Ok(read(row)))
            .optional()?;
        found.transpose()
    }

    /// Remembers a verification; a backup that the catalog does not know stays unknown.
    pub fn set_backup_verified(&self, id: &str, how: &str, at: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE backup SET verified = ?2, verified_how = ?3 WHERE id = ?1")?
            .execute(params![id, at.timestamp_micros(), how])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<BackupRow> {
    let verified: Option<i64> = row.get(10)?;
    Ok(BackupRow {
        id: row.get(0)?,
        target: row.get(1)?,
        file: row.get(2)?,
        epoch: row.get(3)?,
        sequence: unsigned(row.get(4)?)?,
        manifest_sha256: row.get(5)?,
        created: clock::from_micros(row.get(6)?)?,
        milliseconds: unsigned(row.get(7)?)?,
        bytes: unsigned(row.get(8)?)?,
        label: row.get(9)?,
        verified: verified.map(clock::from_micros).transpose()?,
        verified_how: row.get(11)?,
    })
}

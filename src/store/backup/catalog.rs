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
    /// The number that it was given at this place; 0 for a copy of one that is known at another, which was only
    /// verified here.
    pub sequence: u64,
    pub manifest_sha256: String,
    pub created: Time,
    pub milliseconds: u64,
    pub bytes: u64,
    pub label: Option<String>,
    pub verified: Verifications,
}

/// When a backup last passed each level: a quick look never hides that it was once restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verifications {
    pub quick: Option<Time>,
    pub full: Option<Time>,
    pub restore_test: Option<Time>,
    pub drill: Option<Time>,
}

/// A level of verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifiedHow {
    Quick,
    Full,
    RestoreTest,
    Drill,
}

const COLUMNS: &str = "id, target, file, epoch, sequence, manifest_sha256, created, milliseconds, \
                       bytes, label, verified_quick, verified_full, \
                       verified_restore_test, verified_drill";

impl Tx<'_> {
    pub fn insert_backup(&self, row: &BackupRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO backup VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)",
            )?
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
                micros(row.verified.quick),
                micros(row.verified.full),
                micros(row.verified.restore_test),
                micros(row.verified.drill),
            ])?;
        Ok(())
    }

    /// Keeps a row for a backup that is not known at its place yet. If it is known at another one, this is a copy
    /// that was only looked at.
    pub fn learn_backup(&self, row: &BackupRow) -> Result<()> {
        let (here, elsewhere): (bool, bool) = self
            .conn()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM backup WHERE id = ?1 AND target = ?2),
                        EXISTS (SELECT 1 FROM backup WHERE id = ?1)",
            )?
            .query_row([&row.id, &row.target], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if here {
            return Ok(());
        }
        self.insert_backup(&BackupRow {
            sequence: if elsewhere { 0 } else { row.sequence },
            ..row.clone()
        })
    }

    /// A backup's file was written anew at its place.
    pub fn set_backup_file(
        &self,
        id: &str,
        target: &str,
        (file, bytes): (&str, u64),
    ) -> Result<()> {
        self.conn()
            .prepare_cached(
                "UPDATE backup SET file = ?3, bytes = ?4 WHERE id = ?1 AND target = ?2",
            )?
            .execute(params![id, target, file, signed(bytes)?])?;
        Ok(())
    }

    /// The folders of this machine to which backups of an epoch went. A store that was restored beside the one that
    /// goes on has those of that one in its catalog, too, and must not write there.
    pub fn folder_targets(&self, epoch: &str) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT DISTINCT target FROM backup WHERE epoch = ?1 AND target GLOB '/*' AND sequence > 0
             ORDER BY target",
        )?;
        let rows = statement.query_map([epoch], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
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
            "SELECT {COLUMNS} FROM backup WHERE target = ?1 AND epoch = ?2 AND sequence > 0
             ORDER BY sequence DESC LIMIT 1"
        ))?;
        let found = statement
            .query_row([target, epoch], |row| Ok(read(row)))
            .optional()?;
        found.transpose()
    }

    /// Remembers that a backup was verified at one place; one that the catalog does not know there stays unknown,
    /// and a clock that was set back takes nothing back.
    pub fn set_backup_verified(
        &self,
        (id, target): (&str, &str),
        how: VerifiedHow,
        at: Time,
    ) -> Result<()> {
        let sql = match how {
            VerifiedHow::Quick => {
                "UPDATE backup SET verified_quick = max(?2, coalesce(verified_quick, ?2))
                 WHERE id = ?1 AND target = ?3"
            }
            VerifiedHow::Full => {
                "UPDATE backup SET verified_full = max(?2, coalesce(verified_full, ?2))
                 WHERE id = ?1 AND target = ?3"
            }
            VerifiedHow::RestoreTest => {
                "UPDATE backup
                 SET verified_restore_test = max(?2, coalesce(verified_restore_test, ?2))
                 WHERE id = ?1 AND target = ?3"
            }
            VerifiedHow::Drill => {
                "UPDATE backup SET verified_drill = max(?2, coalesce(verified_drill, ?2))
                 WHERE id = ?1 AND target = ?3"
            }
        };
        self.conn()
            .prepare_cached(sql)?
            .execute(params![id, at.timestamp_micros(), target])?;
        Ok(())
    }
}

fn micros(at: Option<Time>) -> Option<i64> {
    at.map(|at| at.timestamp_micros())
}

fn read(row: &Row<'_>) -> Result<BackupRow> {
    let time = |column| -> Result<Option<Time>> {
        let micros: Option<i64> = row.get(column)?;
        micros.map(clock::from_micros).transpose()
    };
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
        verified: Verifications {
            quick: time(10)?,
            full: time(11)?,
            restore_test: time(12)?,
            drill: time(13)?,
        },
    })
}

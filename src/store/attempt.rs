//! Rows that count failed sign-ins, one per authenticator and typed name. Names stand in them only as keyed
//! digests; what the numbers mean is decided above.

use rusqlite::{OptionalExtension, Row, params};

use super::audit::{signed, unsigned};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// The count of one authenticator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptRow {
    /// Consecutive tries that were looked at and not (yet) found right.
    pub failed: u64,
    /// Tries that were turned away without a look.
    pub held: u64,
    pub last: Time,
    /// No further try is looked at before then.
    pub free: Time,
}

impl Tx<'_> {
    pub fn attempt(&self, digest: &[u8; 32]) -> Result<Option<AttemptRow>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT failed, held, last, free FROM attempt WHERE digest = ?1")?;
        let row = statement
            .query_row([digest], |row| Ok(read(row)))
            .optional()?;
        row.transpose()
    }

    /// Writes a count down; `account` is whose authenticator it is, none for a name that nobody has.
    pub fn put_attempt(
        &self,
        digest: &[u8; 32],
        account: Option<&str>,
        row: &AttemptRow,
    ) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO attempt (digest, account, failed, held, last, free)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (digest) DO UPDATE SET
                 account = ?2, failed = ?3, held = ?4, last = ?5, free = ?6",
            )?
            .execute(params![
                digest,
                account,
                signed(row.failed)?,
                signed(row.held)?,
                row.last.timestamp_micros(),
                row.free.timestamp_micros(),
            ])?;
        Ok(())
    }

    pub fn remove_attempt(&self, digest: &[u8; 32]) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM attempt WHERE digest = ?1")?
            .execute([digest])?;
        Ok(())
    }

    /// Forgets names that nobody has, `before` or beyond the newest `keep`. Counts of accounts stay.
    pub fn forget_strangers(&self, before: Time, keep: u64) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM attempt WHERE account IS NULL AND last < ?1")?
            .execute([before.timestamp_micros()])?;
        self.conn()
            .prepare_cached(
                "DELETE FROM attempt WHERE account IS NULL AND last <
                 (SELECT last FROM attempt WHERE account IS NULL ORDER BY last DESC LIMIT 1 OFFSET ?1)",
            )?
            .execute([signed(keep)?])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<AttemptRow> {
    Ok(AttemptRow {
        failed: unsigned(row.get(0)?)?,
        held: unsigned(row.get(1)?)?,
        last: clock::from_micros(row.get(2)?)?,
        free: clock::from_micros(row.get(3)?)?,
    })
}

//! Rows of the single-use codes with which a holder binds a second factor. Holds digests, never a code.

use rusqlite::{OptionalExtension, params};

use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

impl Tx<'_> {
    /// Keeps a new code; codes of the account that were not used are void from now on.
    pub fn insert_enroll_code(
        &self,
        digest: &[u8; 32],
        account: &str,
        (created, expires): (Time, Time),
    ) -> Result<()> {
        self.void_enroll_codes(account)?;
        self.conn()
            .prepare_cached("INSERT INTO enroll_code VALUES (?1, ?2, ?3, ?4, NULL)")?
            .execute(params![
                digest,
                account,
                created.timestamp_micros(),
                expires.timestamp_micros()
            ])?;
        Ok(())
    }

    /// The account that a valid code is for.
    pub fn account_of_enroll_code(&self, digest: &[u8; 32], now: Time) -> Result<Option<String>> {
        Ok(self
            .conn()
            .prepare_cached(
                "SELECT account FROM enroll_code WHERE digest = ?1 AND used IS NULL AND expires > ?2",
            )?
            .query_row(params![digest, now.timestamp_micros()], |row| row.get(0))
            .optional()?)
    }

    /// Uses a code up; false when it is not valid or somebody else did.
    pub fn use_enroll_code(&self, digest: &[u8; 32], now: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE enroll_code SET used = ?2 WHERE digest = ?1 AND used IS NULL AND expires > ?2",
            )?
            .execute(params![digest, now.timestamp_micros()])?;
        Ok(changed == 1)
    }

    /// Makes every unused code of an account void.
    pub fn void_enroll_codes(&self, account: &str) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM enroll_code WHERE account = ?1 AND used IS NULL")?
            .execute([account])?;
        Ok(())
    }

    /// Until when an unused code of the account is valid.
    pub fn enroll_code_until(&self, account: &str) -> Result<Option<i64>> {
        Ok(self
            .conn()
            .prepare_cached(
                "SELECT max(expires) FROM enroll_code WHERE account = ?1 AND used IS NULL",
            )?
            .query_row([account], |row| row.get(0))?)
    }
}

//! Rows of second factors and recovery codes. The statements that use a code up are conditional, so that of
//! any number of processes exactly one wins.

use rusqlite::{OptionalExtension, Row, params};
use zeroize::Zeroizing;

use super::audit::{signed, unsigned};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// A second factor.
pub struct FactorRow {
    pub id: String,
    pub secret: Zeroizing<Vec<u8>>,
    pub created: Time,
    /// None while it is pending.
    pub confirmed: Option<Time>,
}

/// The factors of one account in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorCount {
    pub account: String,
    pub name: String,
    pub active: u64,
    pub pending: u64,
    /// Since when the oldest is confirmed.
    pub since: Option<Time>,
    pub recovery_left: u64,
    pub recovery_used: u64,
}

/// One code of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryRow {
    pub number: u64,
    pub created: Time,
    pub used: Option<Time>,
}

const COUNTS: &str = "SELECT a.id, a.name,
    (SELECT count(*) FROM factor f WHERE f.account = a.id AND f.confirmed IS NOT NULL),
    (SELECT count(*) FROM factor f WHERE f.account = a.id AND f.confirmed IS NULL),
    (SELECT min(confirmed) FROM factor f WHERE f.account = a.id),
    (SELECT count(*) FROM recovery_code r WHERE r.account = a.id AND r.used IS NULL),
    (SELECT count(*) FROM recovery_code r WHERE r.account = a.id AND r.used IS NOT NULL)
    FROM account a WHERE a.removed IS NULL AND (?1 IS NULL OR a.id = ?1) ORDER BY a.name_folded";

impl Tx<'_> {
    pub fn insert_factor(&self, account: &str, factor: &FactorRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO factor (id, account, kind, secret, created) VALUES (?1, ?2, 'totp', ?3, ?4)",
            )?
            .execute(params![
                factor.id,
                account,
                factor.secret.as_slice(),
                factor.created.timestamp_micros()
            ])?;
        Ok(())
    }

    /// Every factor of an account, oldest first.
    pub fn factors(&self, account: &str) -> Result<Vec<FactorRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT id, secret, created, confirmed FROM factor WHERE account = ?1 ORDER BY created, id",
        )?;
        let rows = statement.query_map([account], |row| Ok(read_factor(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Makes a pending factor active; the confirming code counts as used.
    pub fn confirm_factor(&self, id: &str, step: u64, now: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE factor SET confirmed = ?3, last_step = ?2 WHERE id = ?1 AND confirmed IS NULL",
            )?
            .execute(params![id, signed(step)?, now.timestamp_micros()])?;
        Ok(changed == 1)
    }

    /// Uses the code of `step` up (RFC 6238 §5.2); false when it or a newer one was used before.
    pub fn use_step(&self, id: &str, step: u64) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE factor SET last_step = ?2
                 WHERE id = ?1 AND confirmed IS NOT NULL AND last_step < ?2",
            )?
            .execute(params![id, signed(step)?])?;
        Ok(changed == 1)
    }

    pub fn remove_factor(&self, id: &str) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM factor WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    /// Puts a new set of recovery codes, numbered from 1, in the place of any old one.
    pub fn replace_recovery(&self, account: &str, digests: &[[u8; 32]], now: Time) -> Result<()> {
        self.remove_recovery(account)?;
        let mut statement = self.conn().prepare_cached(
            "INSERT INTO recovery_code (account, number, digest, created) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for (number, digest) in (1_i64..).zip(digests) {
            statement.execute(params![account, number, digest, now.timestamp_micros()])?;
        }
        Ok(())
    }

    pub fn remove_recovery(&self, account: &str) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM recovery_code WHERE account = ?1")?
            .execute([account])?;
        Ok(())
    }

    /// Uses a recovery code up; none when there is no such unused code.
    pub fn use_recovery(
        &self,
        account: &str,
        number: Option<u64>,
        digest: &[u8; 32],
        now: Time,
    ) -> Result<Option<u64>> {
        let number = number.map(signed).transpose()?;
        let used: Option<i64> = self
            .conn()
            .prepare_cached(
                "UPDATE recovery_code SET used = ?4
                 WHERE account = ?1 AND digest = ?3 AND used IS NULL AND (?2 IS NULL OR number = ?2)
                 RETURNING number",
            )?
            .query_row(
                params![account, number, digest, now.timestamp_micros()],
                |row| row.get(0),
            )
            .optional()?;
        used.map(unsigned).transpose()
    }

    pub fn recovery(&self, account: &str) -> Result<Vec<RecoveryRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, created, used FROM recovery_code WHERE account = ?1 ORDER BY number",
        )?;
        let rows = statement.query_map([account], |row| Ok(read_recovery(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Who has what: one account, or every one that is not removed.
    pub fn factor_counts(&self, account: Option<&str>) -> Result<Vec<FactorCount>> {
        let mut statement = self.conn().prepare_cached(COUNTS)?;
        let rows = statement.query_map([account], |row| Ok(read_count(row)))?;
        rows.map(|row| row?).collect()
    }
}

fn read_factor(row: &Row<'_>) -> Result<FactorRow> {
    let confirmed: Option<i64> = row.get(3)?;
    Ok(FactorRow {
        id: row.get(0)?,
        secret: Zeroizing::new(row.get(1)?),
        created: clock::from_micros(row.get(2)?)?,
        confirmed: confirmed.map(clock::from_micros).transpose()?,
    })
}

fn read_recovery(row: &Row<'_>) -> Result<RecoveryRow> {
    let used: Option<i64> = row.get(2)?;
    Ok(RecoveryRow {
        number: unsigned(row.get(0)?)?,
        created: clock::from_micros(row.get(1)?)?,
        used: used.map(clock::from_micros).transpose()?,
    })
}

fn read_count(row: &Row<'_>) -> Result<FactorCount> {
    let since: Option<i64> = row.get(4)?;
    Ok(FactorCount {
        account: row.get(0)?,
        name: row.get(1)?,
        active: unsigned(row.get(2)?)?,
        pending: unsigned(row.get(3)?)?,
        since: since.map(clock::from_micros).transpose()?,
        recovery_left: unsigned(row.get(5)?)?,
        recovery_used: unsigned(row.get(6)?)?,
    })
}

//! Rows of second factors and recovery codes. The statements that use a code up are conditional, so that of
//! any number of processes exactly one wins.

use rusqlite::{OptionalExtension, Row, params};
use zeroize::Zeroizing;

use super::audit::{signed, unsigned};
use super::journal::{Act, Factor};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::crypto::otp::{Hash, Scheme};

/// A second factor.
pub struct FactorRow {
    pub id: String,
    pub secret: Zeroizing<Vec<u8>>,
    pub created: Time,
    /// None while it is pending.
    pub confirmed: Option<Time>,
    /// The newest step whose code was used.
    pub last_step: Option<u64>,
    pub scheme: Scheme,
    pub label: Option<String>,
    /// Digest of the enrollment code that opened it.
    pub enroll_code: Option<[u8; 32]>,
}

impl FactorRow {
    /// A pending factor of the usual scheme.
    pub const fn pending(id: String, secret: Zeroizing<Vec<u8>>, created: Time) -> Self {
        Self {
            id,
            secret,
            created,
            confirmed: None,
            last_step: None,
            scheme: Scheme::STANDARD,
            label: None,
            enroll_code: None,
        }
    }
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

const COLUMNS: &str =
    "SELECT id, secret, created, confirmed, last_step, algorithm, digits, period, label,
    enroll_code FROM factor WHERE account = ?1 ORDER BY created, id";

const COUNTS: &str = "SELECT
    (SELECT count(*) FROM factor f WHERE f.account = ?1 AND f.confirmed IS NOT NULL),
    (SELECT count(*) FROM factor f WHERE f.account = ?1 AND f.confirmed IS NULL),
    (SELECT min(confirmed) FROM factor f WHERE f.account = ?1),
    (SELECT count(*) FROM recovery_code r WHERE r.account = ?1 AND r.used IS NULL),
    (SELECT count(*) FROM recovery_code r WHERE r.account = ?1 AND r.used IS NOT NULL)";

impl Tx<'_> {
    pub fn insert_factor(&self, account: &str, factor: &FactorRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO factor (id, account, kind, secret, created, confirmed, last_step, algorithm,
                 digits, period, label, enroll_code)
                 VALUES (?1, ?2, 'totp', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                factor.id,
                account,
                factor.secret.as_slice(),
                factor.created.timestamp_micros(),
                factor.confirmed.map(|time| time.timestamp_micros()),
                factor.last_step.map_or(Ok(-1), signed)?,
                factor.scheme.hash().as_str(),
                factor.scheme.digits(),
                factor.scheme.period(),
                factor.label,
                factor.enroll_code,
            ])?;
        if factor.confirmed.is_some() {
            self.note_factor(account, Factor::Bound, &factor.id);
        }
        Ok(())
    }

    /// Every factor of an account, oldest first.
    pub fn factors(&self, account: &str) -> Result<Vec<FactorRow>> {
        let mut statement = self.conn().prepare_cached(COLUMNS)?;
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
        if changed == 1
            && let Some(account) = self.holder_of_factor(id)?
        {
            self.note_factor(&account, Factor::Bound, id);
        }
        Ok(changed == 1)
    }

    fn note_factor(&self, account: &str, what: Factor, id: &str) {
        let factor = Some(id.to_owned());
        self.restrict(Some(account), Act::FactorChange { what, factor });
    }

    /// Whose factor it is, once it is confirmed.
    fn holder_of_factor(&self, id: &str) -> Result<Option<String>> {
        Ok(self
            .conn()
            .prepare_cached("SELECT account FROM factor WHERE id = ?1 AND confirmed IS NOT NULL")?
            .query_row([id], |row| row.get(0))
            .optional()?)
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
        if let Some(account) = self.holder_of_factor(id)? {
            self.note_factor(&account, Factor::Removed, id);
        }
        self.conn()
            .prepare_cached("DELETE FROM factor WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    /// Removes every factor that is pending since before `before`; gives how many there were.
    pub fn sweep_pending(&self, before: Time) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached("DELETE FROM factor WHERE confirmed IS NULL AND created < ?1")?
            .execute([before.timestamp_micros()])?)
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
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM recovery_code WHERE account = ?1")?
            .execute([account])?;
        if rows > 0 {
            let what = Factor::Recovery;
            self.restrict(Some(account), Act::FactorChange { what, factor: None });
        }
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

    /// The number of the code with this digest, and when it was used.
    pub fn recovery_with(
        &self,
        account: &str,
        digest: &[u8; 32],
    ) -> Result<Option<(u64, Option<Time>)>> {
        let found: Option<(i64, Option<i64>)> = self
            .conn()
            .prepare_cached(
                "SELECT number, used FROM recovery_code WHERE account = ?1 AND digest = ?2",
            )?
            .query_row(params![account, digest], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let Some((number, used)) = found else {
            return Ok(None);
        };
        let used = used.map(clock::from_micros).transpose()?;
        Ok(Some((unsigned(number)?, used)))
    }

    pub fn recovery(&self, account: &str) -> Result<Vec<RecoveryRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, created, used FROM recovery_code WHERE account = ?1 ORDER BY number",
        )?;
        let rows = statement.query_map([account], |row| Ok(read_recovery(row)))?;
        rows.map(|row| row?).collect()
    }

    /// The factors of one account in numbers.
    pub fn factor_count(&self, account: &str, name: &str) -> Result<FactorCount> {
        let mut statement = self.conn().prepare_cached(COUNTS)?;
        statement.query_row([account], |row| Ok(read_count(row, account, name)))?
    }
}

fn read_factor(row: &Row<'_>) -> Result<FactorRow> {
    let confirmed: Option<i64> = row.get(3)?;
    Ok(FactorRow {
        id: row.get(0)?,
        secret: Zeroizing::new(row.get(1)?),
        created: clock::from_micros(row.get(2)?)?,
        confirmed: confirmed.map(clock::from_micros).transpose()?,
        last_step: u64::try_from(row.get::<_, i64>(4)?).ok(),
        scheme: read_scheme(row)?,
        label: row.get(8)?,
        enroll_code: row.get(9)?,
    })
}

fn read_scheme(row: &Row<'_>) -> Result<Scheme> {
    let hash: String = row.get(5)?;
    let hash = Hash::read(&hash).ok_or_else(|| Error::integrity("a factor has an unknown hash"))?;
    Scheme::new(hash, unsigned(row.get(6)?)?, unsigned(row.get(7)?)?)
        .map_err(|error| Error::integrity("a factor's scheme is unusable").because(error))
}

fn read_recovery(row: &Row<'_>) -> Result<RecoveryRow> {
    let used: Option<i64> = row.get(2)?;
    Ok(RecoveryRow {
        number: unsigned(row.get(0)?)?,
        created: clock::from_micros(row.get(1)?)?,
        used: used.map(clock::from_micros).transpose()?,
    })
}

fn read_count(row: &Row<'_>, account: &str, name: &str) -> Result<FactorCount> {
    let since: Option<i64> = row.get(2)?;
    Ok(FactorCount {
        account: account.to_owned(),
        name: name.to_owned(),
        active: unsigned(row.get(0)?)?,
        pending: unsigned(row.get(1)?)?,
        since: since.map(clock::from_micros).transpose()?,
        recovery_left: unsigned(row.get(3)?)?,
        recovery_used: unsigned(row.get(4)?)?,
    })
}

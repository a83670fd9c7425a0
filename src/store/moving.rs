//! Rows written in bulk: accounts that come in from a file, a million in one transaction. Which of them are taken
//! is decided in `domain::moving`.

use rusqlite::{OptionalExtension, params};

use super::audit::signed;
use super::open::Store;
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};

/// A new account as a file told of it.
pub struct BulkRow<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub name_key: &'a str,
    pub email: Option<&'a str>,
    pub email_key: Option<&'a str>,
    pub display_name: Option<&'a str>,
    pub kind: &'static str,
    pub region: Option<&'a str>,
    pub created: Time,
    pub changed: Time,
    pub expires: Option<Time>,
    pub disabled: Option<Time>,
    pub locked_until: Option<Time>,
    pub lock_reason: Option<&'a str>,
    pub last_sign_in: Option<Time>,
    /// The number of the event that tells of the import.
    pub imported: u64,
}

/// A second factor that its holder has already.
pub struct BulkFactor<'a> {
    pub id: &'a str,
    pub secret: &'a [u8],
    pub algorithm: &'static str,
    pub digits: u8,
    pub period: u16,
}

/// A factor as it is exported.
pub struct FactorParts {
    pub secret: zeroize::Zeroizing<Vec<u8>>,
    pub algorithm: String,
    pub digits: i64,
    pub period: i64,
}

/// What an import keeps at hand, in KiB: the leaves of the two unique indices of a million accounts, which are
/// hit at random. More does not make it faster, less makes it read and write every page several times.
const BULK_CACHE: i64 = 112 * 1024;
const USUAL_CACHE: i64 = 2000;

impl Tx<'_> {
    /// Writes a new account; false when its name or address is taken, and then nothing is written.
    pub fn import_account(&self, row: &BulkRow<'_>) -> Result<bool> {
        let micros = |time: Option<Time>| time.map(|time| time.timestamp_micros());
        let written = self
            .conn()
            .prepare_cached(
                "INSERT INTO account (id, name, name_folded, email, email_folded, display_name, kind, region,
                 created, changed, expires, disabled, locked_until, lock_reason, last_sign_in, imported)
                 VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16) ON CONFLICT DO NOTHING",
            )?
            .execute(params![
                row.id,
                row.name,
                row.name_key,
                row.email,
                row.email_key,
                row.display_name,
                row.kind,
                row.region,
                row.created.timestamp_micros(),
                row.changed.timestamp_micros(),
                micros(row.expires),
                micros(row.disabled),
                micros(row.locked_until),
                row.lock_reason,
                micros(row.last_sign_in),
                signed(row.imported)?,
            ])?;
        Ok(written == 1)
    }

    /// Writes the password of an account that has none yet.
    pub fn import_password(
        &self,
        account: &str,
        hash: &str,
        require_change: Option<Time>,
        now: Time,
    ) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO password (account, hash, set_at, require_change, needs_factor, version)
                 VALUES (?1, ?2, ?3, ?4, 0, 1)",
            )?
            .execute(params![
                account,
                hash,
                now.timestamp_micros(),
                require_change.map(|time| time.timestamp_micros()),
            ])?;
        Ok(())
    }

    /// Writes a second factor that works already.
    pub fn import_factor(&self, account: &str, factor: &BulkFactor<'_>, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO factor (id, account, kind, secret, created, confirmed, algorithm, digits, period)
                 VALUES (?1, ?2, 'totp', ?3, ?4, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                factor.id,
                account,
                factor.secret,
                now.timestamp_micros(),
                factor.algorithm,
                factor.digits,
                factor.period,
            ])?;
        Ok(())
    }

    /// The confirmed factors of an account, oldest first, with what it takes to use them elsewhere.
    pub fn factors_to_export(&self, account: &str) -> Result<Vec<FactorParts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT secret, algorithm, digits, period FROM factor
             WHERE account = ?1 AND confirmed IS NOT NULL ORDER BY created, id",
        )?;
        let rows = statement.query_map([account], |row| {
            Ok(FactorParts {
                secret: zeroize::Zeroizing::new(row.get(0)?),
                algorithm: row.get(1)?,
                digits: row.get(2)?,
                period: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn group_is_there(&self, name: &str) -> Result<bool> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT 1 FROM account_group WHERE name = ?1")?;
        Ok(statement.exists([name])?)
    }

    /// Whether the account was not in the group before.
    pub fn import_member(&self, group: &str, account: &str, now: Time) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached(
                "INSERT INTO group_member (member, \"group\", added) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute(params![account, group, now.timestamp_micros()])?;
        Ok(rows > 0)
    }

    /// Whether any account is named like an address: only then can a name and an address be the same.
    pub fn has_names_like_addresses(&self) -> Result<bool> {
        let found: Option<i64> = self
            .conn()
            .prepare_cached("SELECT 1 FROM account WHERE instr(name_folded, '@') > 0 LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(found.is_some())
    }

    /// The id of the account with this address.
    pub fn id_with_email(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id FROM account WHERE email_folded = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// The id of the account with this name.
    pub fn id_named(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id FROM account WHERE name_folded = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    pub fn forget_meta(&self, key: &str) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM meta WHERE key = ?1")?
            .execute([key])?;
        Ok(())
    }
}

impl Store {
    /// Runs `act` with room for many pages. Afterwards the log that a large transaction grew is cut.
    pub fn in_bulk<T>(&self, act: impl FnOnce() -> Result<T>) -> Result<T> {
        self.with_room(BULK_CACHE, act)
    }

    /// The same with room for so many KiB of pages.
    pub fn with_room<T>(&self, kib: i64, act: impl FnOnce() -> Result<T>) -> Result<T> {
        self.conn()
            .execute_batch(&format!("PRAGMA cache_size=-{kib}"))?;
        let done = act();
        let tidied = self
            .conn()
            .execute_batch(&format!(
                "PRAGMA cache_size=-{USUAL_CACHE}; PRAGMA shrink_memory;"
            ))
            .map_err(Error::from)
            .and_then(|()| self.fold_log());
        // What went wrong with the work itself is what people must read.
        let done = done?;
        tidied?;
        Ok(done)
    }
}

//! Rows of passwords and of the single-use codes that set them. Holds hashes and digests, never a secret.

use rusqlite::{OptionalExtension, Row, params};

use super::audit::{signed, unsigned};
use super::journal::Act;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};

/// In front of a pepper's id: since which size of the log no hash was found to name it.
const UNNAMED: &str = "unnamed_";

/// A password as it is kept.
pub struct PasswordRow {
    /// PHC string.
    pub hash: String,
    pub set_at: Time,
    /// Change needed by then.
    pub require_change: Option<Time>,
    /// Its length was enough only because a second factor was there.
    pub needs_factor: bool,
    /// Counts the passwords of this account; codes are bound to it.
    pub version: u64,
}

/// A password that takes the place of the account's current one.
pub struct NewPassword<'a> {
    pub hash: &'a str,
    pub require_change: Option<Time>,
    pub needs_factor: bool,
}

/// What a code may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    Reset,
    Invite,
}

impl CodeKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Invite => "invite",
        }
    }
}

/// A single-use code that sets a password.
pub struct CodeRow {
    pub account: String,
    pub created: Time,
    pub expires: Time,
    pub used: Option<Time>,
    /// Of the password that it replaces; 0 when there was none.
    pub version: u64,
}

impl Tx<'_> {
    pub fn password(&self, account: &str) -> Result<Option<PasswordRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT hash, set_at, require_change, needs_factor, version FROM password WHERE account = ?1",
        )?;
        let row = statement
            .query_row([account], |row| Ok(read_password(row)))
            .optional()?;
        row.transpose()
    }

    /// Sets the password of an account, whether it had one or not.
    pub fn put_password(&self, account: &str, new: &NewPassword<'_>, now: Time) -> Result<()> {
        // A first password takes none away.
        if self.has_password(account)? {
            self.restrict(Some(account), Act::PasswordChange { until: None });
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO password (account, hash, set_at, require_change, needs_factor, version)
                 VALUES (?1, ?2, ?3, ?4, ?5, 1)
                 ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at,
                 require_change = excluded.require_change, needs_factor = excluded.needs_factor,
                 version = version + 1, checked = NULL, breached = NULL",
            )?
            .execute(params![
                account,
                new.hash,
                now.timestamp_micros(),
                new.require_change.map(|time| time.timestamp_micros()),
                new.needs_factor,
            ])?;
        Ok(())
    }

    /// Writes the same password down in a better form, unless it was changed meanwhile.
    pub fn swap_hash(&self, account: &str, old: &str, new: &str) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached("UPDATE password SET hash = ?3 WHERE account = ?1 AND hash = ?2")?
            .execute([account, old, new])?;
        Ok(changed == 1)
    }

    /// Hands over the hash of every password and when it was set, removed accounts' included.
    pub fn each_hash(&self, mut see: impl FnMut(&str, &str, Time) -> Result<()>) -> Result<()> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT account, hash, set_at FROM password")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (account, hash) = (text(row, 0)?, text(row, 1)?);
            see(account, hash, clock::from_micros(row.get(2)?)?)?;
        }
        Ok(())
    }

    /// How many hashes, of passwords that are used and of earlier ones, contain this text.
    pub fn hashes_with(&self, text: &str) -> Result<u64> {
        let mut statement = self.conn().prepare_cached(
            "SELECT (SELECT count(*) FROM password WHERE instr(hash, ?1) > 0)
                  + (SELECT count(*) FROM password_history WHERE instr(hash, ?1) > 0)",
        )?;
        unsigned(statement.query_row([text], |row| row.get(0))?)
    }

    /// The size of the log at which no hash named a pepper any more, if that was seen before.
    pub fn unnamed_since(&self, pepper: &str) -> Result<Option<u64>> {
        let mark = format!("{UNNAMED}{pepper}");
        let known = self.meta(&mark)?.map(|text| text.parse());
        known
            .transpose()
            .map_err(|_| Error::integrity("a mark of a pepper is damaged"))
    }

    pub fn set_unnamed_since(&self, pepper: &str, size: u64) -> Result<()> {
        self.set_meta(&format!("{UNNAMED}{pepper}"), &size.to_string())
    }

    /// Of one pepper, or of all: where a database comes back, hashes may come back with it.
    pub fn forget_unnamed(&self, pepper: Option<&str>) -> Result<()> {
        let marks = format!("{UNNAMED}{}", pepper.unwrap_or("*"));
        self.conn()
            .prepare_cached("DELETE FROM meta WHERE key GLOB ?1")?
            .execute([marks])?;
        Ok(())
    }

    /// How many accounts have no password, without the removed ones.
    pub fn count_without_password(&self) -> Result<u64> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*) FROM account WHERE removed IS NULL
             AND NOT EXISTS (SELECT 1 FROM password WHERE password.account = account.id)",
        )?;
        unsigned(statement.query_row([], |row| row.get(0))?)
    }

    /// Demands a change by `by`, unless an earlier one is demanded already.
    pub fn require_change(&self, account: &str, by: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE password SET require_change = ?2
                 WHERE account = ?1 AND (require_change IS NULL OR require_change > ?2)",
            )?
            .execute(params![account, by.timestamp_micros()])?;
        if changed == 1 {
            let until = Some(by.timestamp_micros());
            self.restrict(Some(account), Act::PasswordChange { until });
        }
        Ok(changed == 1)
    }

    pub fn has_password(&self, account: &str) -> Result<bool> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT 1 FROM password WHERE account = ?1")?;
        Ok(statement.exists([account])?)
    }

    /// The hashes of the present password and of earlier ones that were kept, at most `count`, newest first.
    pub fn newest_hashes(&self, account: &str, count: u32) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT hash FROM (SELECT version, hash FROM password WHERE account = ?1
             UNION ALL SELECT version, hash FROM password_history WHERE account = ?1)
             ORDER BY version DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![account, count], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts the present password among the earlier ones, and forgets all but the newest `count` of them.
    pub fn keep_hash(&self, account: &str, count: u32) -> Result<()> {
        if count > 0 {
            self.conn()
                .prepare_cached(
                    "INSERT OR REPLACE INTO password_history
                     SELECT account, version, hash FROM password WHERE account = ?1",
                )?
                .execute([account])?;
        }
        self.conn()
            .prepare_cached(
                "DELETE FROM password_history WHERE account = ?1 AND version NOT IN
                 (SELECT version FROM password_history WHERE account = ?1
                  ORDER BY version DESC LIMIT ?2)",
            )?
            .execute(params![account, count])?;
        Ok(())
    }

    /// Keeps a new code; codes of the account that were not used are void from now on.
    pub fn insert_code(&self, digest: &[u8; 32], kind: CodeKind, row: &CodeRow) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM password_code WHERE account = ?1 AND used IS NULL")?
            .execute([&row.account])?;
        self.conn()
            .prepare_cached(
                "INSERT INTO password_code (digest, account, kind, created, expires, version)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                digest,
                row.account,
                kind.as_str(),
                row.created.timestamp_micros(),
                row.expires.timestamp_micros(),
                signed(row.version)?,
            ])?;
        Ok(())
    }

    pub fn code(&self, digest: &[u8; 32]) -> Result<Option<CodeRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT account, created, expires, used, version FROM password_code WHERE digest = ?1",
        )?;
        let row = statement
            .query_row([digest], |row| Ok(read_code(row)))
            .optional()?;
        row.transpose()
    }

    /// Uses a code up; false when somebody else did.
    pub fn use_code(&self, digest: &[u8; 32], now: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE password_code SET used = ?2 WHERE digest = ?1 AND used IS NULL",
            )?
            .execute(params![digest, now.timestamp_micros()])?;
        Ok(changed == 1)
    }

    /// Remembers when an account was last signed in with.
    pub fn note_sign_in(&self, account: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE account SET last_sign_in = ?2 WHERE id = ?1")?
            .execute(params![account, now.timestamp_micros()])?;
        Ok(())
    }
}

/// A text without a copy.
fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    Ok(row
        .get_ref(column)?
        .as_str()
        .map_err(rusqlite::Error::from)?)
}

fn read_password(row: &Row<'_>) -> Result<PasswordRow> {
    let require_change: Option<i64> = row.get(2)?;
    Ok(PasswordRow {
        hash: row.get(0)?,
        set_at: clock::from_micros(row.get(1)?)?,
        require_change: require_change.map(clock::from_micros).transpose()?,
        needs_factor: row.get(3)?,
        version: unsigned(row.get(4)?)?,
    })
}

fn read_code(row: &Row<'_>) -> Result<CodeRow> {
    let used: Option<i64> = row.get(3)?;
    Ok(CodeRow {
        account: row.get(0)?,
        created: clock::from_micros(row.get(1)?)?,
        expires: clock::from_micros(row.get(2)?)?,
        used: used.map(clock::from_micros).transpose()?,
        version: unsigned(row.get(4)?)?,
    })
}

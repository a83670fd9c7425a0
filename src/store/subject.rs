//! What the store holds about one person, by an allow-list of columns: a new column is never handed out by
//! accident, and no secret (hash, factor secret, code digest) is ever selected.

use rusqlite::params;

use super::request::{time, time_if};
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

/// Columns of `account` that are the person's.
#[derive(Clone, Debug)]
pub struct AccountFacts {
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub display_name: Option<String>,
    pub kind: String,
    pub region: Option<String>,
    pub created: Time,
    pub changed: Time,
    pub expires: Option<Time>,
    pub disabled: Option<Time>,
    pub locked_until: Option<Time>,
    pub lock_reason: Option<String>,
    pub removed: Option<Time>,
    pub last_sign_in: Option<Time>,
}

/// A password without the password: which function hashed it, and when it was set.
#[derive(Clone, Debug)]
pub struct PasswordFacts {
    pub algorithm: String,
    pub set_at: Time,
    pub require_change: Option<Time>,
    /// When it was last held against a list of breached ones.
    pub checked: Option<Time>,
    /// When it was first found there.
    pub breached: Option<Time>,
}

/// A code that set or will set a password, without the code.
#[derive(Clone, Debug)]
pub struct CodeFacts {
    pub kind: String,
    pub created: Time,
    pub expires: Time,
    pub used: Option<Time>,
}

/// A second factor without its secret.
#[derive(Clone, Debug)]
pub struct FactorFacts {
    pub kind: String,
    pub label: Option<String>,
    pub algorithm: String,
    pub digits: u32,
    /// In seconds.
    pub period: u32,
    pub created: Time,
    pub confirmed: Option<Time>,
}

/// An audit event in which the person took part.
#[derive(Clone, Debug)]
pub struct EventFacts {
    pub entry: Vec<u8>,
    /// Stored disclosures of the event.
    pub disclosures: Vec<String>,
}

impl Tx<'_> {
    pub fn subject_account(&self, account: &str) -> Result<Option<AccountFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT id, name, email, display_name, kind, region, created, changed, expires, disabled,
                    locked_until, lock_reason, removed, last_sign_in
             FROM account WHERE id = ?1",
        )?;
        let mut rows = statement.query([account])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(AccountFacts {
            id: row.get("id")?,
            name: row.get("name")?,
            email: row.get("email")?,
            display_name: row.get("display_name")?,
            kind: row.get("kind")?,
            region: row.get("region")?,
            created: time(row, "created")?,
            changed: time(row, "changed")?,
            expires: time_if(row, "expires")?,
            disabled: time_if(row, "disabled")?,
            locked_until: time_if(row, "locked_until")?,
            lock_reason: row.get("lock_reason")?,
            removed: time_if(row, "removed")?,
            last_sign_in: time_if(row, "last_sign_in")?,
        }))
    }

    /// Roles with the day on which they were granted.
    pub fn subject_roles(&self, account: &str) -> Result<Vec<(String, Time)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT role, granted FROM account_role WHERE account = ?1 ORDER BY role",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push((row.get("role")?, time(row, "granted")?));
        }
        Ok(found)
    }

    /// Of the hash only the name of its function leaves the database.
    pub fn subject_password(&self, account: &str) -> Result<Option<PasswordFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT CASE WHEN hash LIKE '$argon2id$%' THEN 'argon2id' ELSE 'another function' END
                        AS algorithm, set_at, require_change, checked, breached
             FROM password WHERE account = ?1",
        )?;
        let mut rows = statement.query([account])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(PasswordFacts {
            algorithm: row.get("algorithm")?,
            set_at: time(row, "set_at")?,
            require_change: time_if(row, "require_change")?,
            checked: time_if(row, "checked")?,
            breached: time_if(row, "breached")?,
        }))
    }

    pub fn subject_codes(&self, account: &str) -> Result<Vec<CodeFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT kind, created, expires, used FROM password_code WHERE account = ?1 ORDER BY created",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(CodeFacts {
                kind: row.get("kind")?,
                created: time(row, "created")?,
                expires: time(row, "expires")?,
                used: time_if(row, "used")?,
            });
        }
        Ok(found)
    }

    pub fn subject_factors(&self, account: &str) -> Result<Vec<FactorFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT kind, label, algorithm, digits, period, created, confirmed FROM factor
             WHERE account = ?1 ORDER BY created",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(FactorFacts {
                kind: row.get("kind")?,
                label: row.get("label")?,
                algorithm: row.get("algorithm")?,
                digits: row.get("digits")?,
                period: row.get("period")?,
                created: time(row, "created")?,
                confirmed: time_if(row, "confirmed")?,
            });
        }
        Ok(found)
    }

    /// Recovery codes: how many were made and how many are left.
    pub fn subject_recovery(&self, account: &str) -> Result<(u32, u32)> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*), count(*) - count(used) FROM recovery_code WHERE account = ?1",
        )?;
        Ok(statement.query_row([account], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The ids of an account's requests, and of the one that is being answered.
    pub fn subject_requests(&self, account: Option<&str>, own: &str) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT id FROM request WHERE id = ?2 OR account = ?1 ORDER BY received, reference",
        )?;
        let rows = statement.query_map(params![account, own], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many hashes of earlier passwords are kept, so that none is taken again.
    pub fn subject_earlier_passwords(&self, account: &str) -> Result<u32> {
        let sql = "SELECT count(*) FROM password_history WHERE account = ?1";
        let mut statement = self.conn().prepare_cached(sql)?;
        Ok(statement.query_row([account], |row| row.get(0))?)
    }

    /// Codes with which a second factor could be enrolled, without the codes.
    pub fn subject_enroll_codes(&self, account: &str) -> Result<Vec<CodeFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT created, expires, used FROM enroll_code WHERE account = ?1 ORDER BY created",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(CodeFacts {
                kind: "enrol".to_owned(),
                created: time(row, "created")?,
                expires: time(row, "expires")?,
                used: time_if(row, "used")?,
            });
        }
        Ok(found)
    }

    /// Hands over the events that one of these caused or that were about them, the oldest first. Only their numbers
    /// are in memory together.
    pub fn each_subject_event(
        &self,
        parties: &[String],
        mut see: impl FnMut(EventFacts) -> Result<()>,
    ) -> Result<()> {
        let mut entry = self
            .conn()
            .prepare_cached("SELECT entry FROM event WHERE seq = ?1")?;
        let mut details = self
            .conn()
            .prepare_cached("SELECT text FROM disclosure WHERE seq = ?1 ORDER BY field")?;
        for seq in self.subject_events(parties)? {
            let texts = details.query_map([seq], |row| row.get(0))?;
            see(EventFacts {
                disclosures: texts.collect::<Result<_, _>>()?,
                entry: entry.query_row([seq], |row| row.get(0))?,
            })?;
        }
        Ok(())
    }

    fn subject_events(&self, parties: &[String]) -> Result<Vec<i64>> {
        let mut about = self.conn().prepare_cached(
            "SELECT seq FROM event
             WHERE target = (SELECT id FROM dictionary WHERE kind = 3 AND value = ?1)",
        )?;
        let mut by = self.conn().prepare_cached(
            "SELECT seq FROM event
             WHERE actor = (SELECT id FROM dictionary WHERE kind = 2 AND value = ?1)",
        )?;
        let mut found = vec![];
        for party in parties {
            for statement in [&mut about, &mut by] {
                let numbers = statement.query_map([party], |row| row.get::<_, i64>(0))?;
                found.extend(numbers.collect::<Result<Vec<_>, _>>()?);
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }
}

//! Rows of restrictions (GDPR Art. 18): whose data are only stored. Each stands in the rights journal; what may not
//! happen then is decided above.

use rusqlite::{OptionalExtension as _, params};

use super::journal::Act;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// A restricted account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestrictionRow {
    pub account: String,
    pub name: String,
    /// A word for Art. 18(1)(a) to (d).
    pub ground: String,
    pub since: Time,
}

const COLUMNS: &str = "SELECT r.account, a.name, r.ground, r.since FROM restriction r
    JOIN account a ON a.id = r.account";

impl Tx<'_> {
    /// Restricts an account, with its line of the journal; whether it was not so already.
    pub fn restrict_account(&self, account: &str, ground: &str, now: Time) -> Result<bool> {
        let changed = self.write_restriction(account, ground, now.timestamp_micros())?;
        if changed {
            let ground = ground.to_owned();
            self.restrict(Some(account), Act::Restriction { ground });
        }
        Ok(changed)
    }

    pub(super) fn write_restriction(
        &self,
        account: &str,
        ground: &str,
        since: i64,
    ) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO restriction VALUES (?1, ?2, ?3)")?
            .execute(params![account, ground, since])?;
        Ok(rows > 0)
    }

    /// Lifts a restriction, and its line; whether there was one.
    pub fn lift_restriction(&self, account: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM restriction WHERE account = ?1")?
            .execute([account])?;
        let ground = String::new();
        self.lift(Some(account), &Act::Restriction { ground })?;
        Ok(rows > 0)
    }

    /// Since when an account is restricted.
    pub fn restricted_since(&self, account: &str) -> Result<Option<Time>> {
        let since: Option<i64> = self
            .conn()
            .prepare_cached("SELECT since FROM restriction WHERE account = ?1")?
            .query_row([account], |row| row.get(0))
            .optional()?;
        since.map(clock::from_micros).transpose()
    }

    /// Every restricted account, the longest restricted first.
    pub fn restrictions(&self) -> Result<Vec<RestrictionRow>> {
        let sql = format!("{COLUMNS} ORDER BY r.since, r.account");
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(RestrictionRow {
                account: row.get(0)?,
                name: row.get(1)?,
                ground: row.get(2)?,
                since: clock::from_micros(row.get(3)?)?,
            });
        }
        Ok(found)
    }
}

//! Rows of the lists in use, and of what they said of passwords.

use rusqlite::{Row, params};

use super::super::audit::{signed, unsigned};
use super::super::tx::Tx;
use super::{Kind, Stamp};
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};

/// A list in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusRow {
    /// Absolute.
    pub path: String,
    pub kind: Kind,
    pub added: Time,
    /// When its self-test last passed.
    pub tested: Time,
    /// Since when it has this content: passwords that were checked before are checked again.
    pub fresh: Time,
    pub stamp: Stamp,
    /// How often a password must stand in it to count.
    pub least: u64,
    /// How long a password that turns up in it may still be used, in seconds.
    pub grace: u64,
}

impl Tx<'_> {
    /// Every list in use, by path.
    pub fn corpora(&self) -> Result<Vec<CorpusRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT path, kind, added, tested, fresh, bytes, stamp, least, grace FROM corpus ORDER BY path",
        )?;
        let rows = statement.query_map([], |row| Ok(read(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Writes a list down, over the row that it had.
    pub fn put_corpus(&self, row: &CorpusRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT OR REPLACE INTO corpus (path, kind, added, tested, fresh, bytes, stamp, least, grace)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                row.path,
                row.kind.as_str(),
                row.added.timestamp_micros(),
                row.tested.timestamp_micros(),
                row.fresh.timestamp_micros(),
                signed(row.stamp.bytes)?,
                row.stamp.changed,
                signed(row.least)?,
                signed(row.grace)?,
            ])?;
        Ok(())
    }

    pub fn remove_corpus(&self, path: &str) -> Result<bool> {
        let removed = self
            .conn()
            .prepare_cached("DELETE FROM corpus WHERE path = ?1")?
            .execute([path])?;
        Ok(removed == 1)
    }

    /// When the account's password was last held against the lists.
    pub fn password_checked(&self, account: &str) -> Result<Option<Time>> {
        let checked: Option<i64> = self
            .conn()
            .prepare_cached("SELECT checked FROM password WHERE account = ?1")?
            .query_row([account], |row| row.get(0))?;
        checked.map(clock::from_micros).transpose()
    }

    /// Remembers that the password was held against the lists, unless it was changed meanwhile.
    pub fn note_checked(&self, account: &str, version: u64, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE password SET checked = ?3 WHERE account = ?1 AND version = ?2")?
            .execute(params![account, signed(version)?, now.timestamp_micros()])?;
        Ok(())
    }

    /// Remembers since when the password is known to have leaked.
    pub fn note_breached(&self, account: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached(
                "UPDATE password SET breached = coalesce(breached, ?2) WHERE account = ?1",
            )?
            .execute(params![account, now.timestamp_micros()])?;
        Ok(())
    }

    /// How many passwords in use are known to have leaked.
    pub fn breached_passwords(&self) -> Result<u64> {
        let count = self
            .conn()
            .prepare_cached("SELECT count(*) FROM password WHERE breached IS NOT NULL")?
            .query_row([], |row| row.get(0))?;
        unsigned(count)
    }
}

fn read(row: &Row<'_>) -> Result<CorpusRow> {
    let kind: String = row.get(1)?;
    Ok(CorpusRow {
        path: row.get(0)?,
        kind: Kind::named(&kind)
            .ok_or_else(|| Error::integrity("a list of leaked passwords has an unknown form"))?,
        added: clock::from_micros(row.get(2)?)?,
        tested: clock::from_micros(row.get(3)?)?,
        fresh: clock::from_micros(row.get(4)?)?,
        stamp: Stamp {
            bytes: unsigned(row.get(5)?)?,
            changed: row.get(6)?,
        },
        least: unsigned(row.get(7)?)?,
        grace: unsigned(row.get(8)?)?,
    })
}

//! Rows of operators: which account acts when a user of the operating system runs a command, and whether only
//! operators may. Who may do what is decided in `domain::operator`.

use rusqlite::{Row, params};

use super::journal::Act;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};

/// The fact of the store that is there while operators are enforced: since when, in microseconds.
const ENFORCED: &str = "operators_enforced";

/// A user of the operating system and the account that acts for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorRow {
    pub uid: u32,
    /// The user's name when it was bound; none if the machine had no name for the number.
    pub login: Option<String>,
    /// The account's id.
    pub account: String,
    pub bound: Time,
}

fn read(row: &Row<'_>) -> Result<OperatorRow> {
    Ok(OperatorRow {
        uid: row.get(0)?,
        login: row.get(1)?,
        account: row.get(2)?,
        bound: clock::from_micros(row.get(3)?)?,
    })
}

impl Tx<'_> {
    /// Who is bound to this number.
    pub fn operator(&self, uid: u32) -> Result<Option<OperatorRow>> {
        let sql = "SELECT uid, login, account, bound FROM operator WHERE uid = ?1";
        let mut statement = match self.conn().prepare_cached(sql) {
            // A store that is about to be migrated has no operators yet.
            Err(error) if error.to_string().contains("no such table") => return Ok(None),
            other => other?,
        };
        let mut rows = statement.query([uid])?;
        rows.next()?.map(read).transpose()
    }

    /// Every operator by number, or those that are bound to one account.
    pub fn operators(&self, account: Option<&str>) -> Result<Vec<OperatorRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT uid, login, account, bound FROM operator
             WHERE ?1 IS NULL OR account = ?1 ORDER BY uid",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Binds a user, also one that is bound already.
    pub fn bind_operator(&self, row: &OperatorRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO operator (uid, login, account, bound) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (uid) DO UPDATE SET login = ?2, account = ?3, bound = ?4",
            )?
            .execute(params![
                row.uid,
                row.login,
                row.account,
                row.bound.timestamp_micros()
            ])?;
        let uid = row.uid;
        self.lift(Some(&row.account), &Act::OperatorRemoval { uid })
    }

    /// Whether it was bound.
    pub fn unbind_operator(&self, uid: u32) -> Result<bool> {
        let bound = self.operator(uid)?;
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM operator WHERE uid = ?1")?
            .execute([uid])?;
        if let Some(bound) = bound {
            self.restrict(Some(&bound.account), Act::OperatorRemoval { uid });
        }
        Ok(rows > 0)
    }

    /// Since when only operators may run commands; none: everybody who can open the store may.
    pub fn operators_enforced(&self) -> Result<Option<Time>> {
        let Some(text) = self.meta(ENFORCED)? else {
            return Ok(None);
        };
        let micros = text.parse().map_err(|_| {
            Error::integrity("the store's own note of operators being enforced is unreadable")
        })?;
        Ok(Some(clock::from_micros(micros)?))
    }

    /// Lets only operators run commands from `since` on, or everybody.
    pub fn enforce_operators(&self, since: Option<Time>) -> Result<()> {
        match since {
            Some(since) => self.set_meta(ENFORCED, &since.timestamp_micros().to_string()),
            None => self.remove_meta(ENFORCED),
        }
    }
}

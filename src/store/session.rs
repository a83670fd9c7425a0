//! Rows of sessions. What makes one open is decided above; here they are only read and written.

use rusqlite::{OptionalExtension, Row, params};

use super::account::Going;
use super::audit::unsigned;
use super::request::{time, time_if};
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};

/// A session with the name of its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    pub id: String,
    pub account: String,
    pub name: String,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
    pub created: Time,
    /// When the platform last told of it or asked for it.
    pub seen: Time,
    pub expires: Time,
    pub revoked: Option<Time>,
    /// Why it was revoked, as a word.
    pub why: Option<String>,
}

/// Where in a list, newest first, to begin: behind the row with this time and id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    pub micros: i64,
    pub id: String,
}

impl Behind {
    /// Before the first row.
    pub const START: Self = Self {
        micros: i64::MAX,
        id: String::new(),
    };

    pub fn row(created: Time, id: &str) -> Self {
        Self {
            micros: created.timestamp_micros(),
            id: id.to_owned(),
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.account, a.name, s.ip, s.user_agent, s.created, s.seen, s.expires, s.revoked,
             s.why FROM session s JOIN account a ON a.id = s.account ",
            $rest
        )
    };
}

impl Tx<'_> {
    pub fn session(&self, id: &str) -> Result<Option<SessionRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE s.id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(read).transpose()
    }

    /// The session with this keyed digest of the platform's name for it.
    pub fn session_of_key(&self, key: &[u8; 32]) -> Result<Option<SessionRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE s.key = ?1"))?;
        let mut rows = statement.query([key.as_slice()])?;
        rows.next()?.map(read).transpose()
    }

    /// Hands over the sessions of an account, or all, newest first, until `see` has enough.
    pub fn each_session(
        &self,
        account: Option<&str>,
        behind: &Behind,
        mut see: impl FnMut(SessionRow) -> Result<Going>,
    ) -> Result<()> {
        let sql = match account {
            Some(_) => select!(
                "WHERE s.account = ?1 AND (s.created, s.id) < (?2, ?3)
                 ORDER BY s.created DESC, s.id DESC"
            ),
            // `?1 IS NULL` is true and keeps the parameters alike.
            None => select!(
                "WHERE ?1 IS NULL AND (s.created, s.id) < (?2, ?3)
                 ORDER BY s.created DESC, s.id DESC"
            ),
        };
        self.each_behind(sql, (account, behind), |row| see(read(row)?))
    }

    /// Hands over rows, of an account or all, behind a place, until `see` has enough.
    pub(super) fn each_behind(
        &self,
        sql: &str,
        (account, behind): (Option<&str>, &Behind),
        mut see: impl FnMut(&Row<'_>) -> Result<Going>,
    ) -> Result<()> {
        let mut statement = self.conn().prepare_cached(sql)?;
        let mut rows = statement.query(params![account, behind.micros, behind.id])?;
        while let Some(row) = rows.next()? {
            if see(row)? == Going::Enough {
                break;
            }
        }
        Ok(())
    }

    pub fn insert_session(&self, row: &SessionRow, key: Option<&[u8; 32]>) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO session VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, NULL)",
            )?
            .execute(params![
                row.id,
                row.account,
                key.map(<[u8; 32]>::as_slice),
                row.ip,
                row.user_agent,
                row.created.timestamp_micros(),
                row.seen.timestamp_micros(),
                row.expires.timestamp_micros(),
            ])
            .map_err(Error::from)
            .map_err(|error| match error.kind {
                Kind::Conflict => Error::conflict("there is a session with this key already"),
                _ => error,
            })?;
        Ok(())
    }

    /// Writes what was seen of a session anew: address, program, time, end.
    pub fn touch_session(&self, row: &SessionRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "UPDATE session SET ip = ?2, user_agent = ?3, seen = ?4, expires = ?5 WHERE id = ?1",
            )?
            .execute(params![
                row.id,
                row.ip,
                row.user_agent,
                row.seen.timestamp_micros(),
                row.expires.timestamp_micros(),
            ])?;
        Ok(())
    }

    /// Remembers that it was asked for.
    pub fn see_session(&self, id: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE session SET seen = max(seen, ?2) WHERE id = ?1")?
            .execute(params![id, now.timestamp_micros()])?;
        Ok(())
    }

    /// Revokes one session; false if it was revoked before.
    pub fn revoke_session(&self, id: &str, why: &str, now: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE session SET revoked = ?2, why = ?3 WHERE id = ?1 AND revoked IS NULL",
            )?
            .execute(params![id, now.timestamp_micros(), why])?;
        Ok(changed == 1)
    }

    /// Revokes every open session of an account but `except`; gives how many there were. One that has
    /// expired stays as it is.
    pub fn revoke_sessions(
        &self,
        account: &str,
        except: Option<&str>,
        why: &str,
        now: Time,
    ) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached(
                "UPDATE session SET revoked = ?3, why = ?4
                 WHERE account = ?1 AND revoked IS NULL AND expires > ?3 AND (?2 IS NULL OR id <> ?2)",
            )?
            .execute(params![account, except, now.timestamp_micros(), why])?)
    }

    pub fn count_open_sessions(&self, account: &str, now: Time) -> Result<u64> {
        let count: Option<i64> = self
            .conn()
            .prepare_cached(
                "SELECT count(*) FROM session WHERE account = ?1 AND revoked IS NULL AND expires > ?2",
            )?
            .query_row(params![account, now.timestamp_micros()], |row| row.get(0))
            .optional()?;
        count.map_or(Ok(0), unsigned)
    }

    /// Deletes the sessions that ended before `before` and are neither held nor restricted; gives how many went, and how many stay.
    pub fn purge_sessions(&self, before: Time) -> Result<(usize, usize)> {
        let before = before.timestamp_micros();
        // By either end: each has its index.
        let mut gone = 0;
        for sql in [
            "DELETE FROM session WHERE expires < ?1
             AND account NOT IN (SELECT subject FROM held WHERE class = 'sessions')
             AND account NOT IN (SELECT account FROM restriction)",
            "DELETE FROM session WHERE revoked < ?1
             AND account NOT IN (SELECT subject FROM held WHERE class = 'sessions')
             AND account NOT IN (SELECT account FROM restriction)",
        ] {
            gone += self.conn().prepare_cached(sql)?.execute([before])?;
        }
        let held: i64 = self
            .conn()
            .prepare_cached("SELECT count(*) FROM session WHERE expires < ?1 OR revoked < ?1")?
            .query_row([before], |row| row.get(0))?;
        Ok((gone, usize::try_from(held).unwrap_or(0)))
    }
}

fn read(row: &Row<'_>) -> Result<SessionRow> {
    Ok(SessionRow {
        id: row.get("id")?,
        account: row.get("account")?,
        name: row.get("name")?,
        ip: row.get("ip")?,
        user_agent: row.get("user_agent")?,
        created: time(row, "created")?,
        seen: time(row, "seen")?,
        expires: time(row, "expires")?,
        revoked: time_if(row, "revoked")?,
        why: row.get("why")?,
    })
}

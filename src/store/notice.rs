//! Rows of notices: what accounts are to be told. Which words are sent, and how, is decided elsewhere.

use rusqlite::{OptionalExtension, Row, params};

use super::account::Going;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// A notice, with the name of its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRow {
    pub id: String,
    pub account: String,
    pub name: String,
    pub kind: String,
    pub created: Time,
    /// `queued`, `sent` or `dropped`.
    pub state: String,
    pub settled: Option<Time>,
}

macro_rules! select {
    ($($rest:literal)*) => {
        concat!(
            "SELECT n.id, n.account, a.name, n.kind, n.created, n.state, n.settled
             FROM notice n JOIN account a ON a.id = n.account ",
            $($rest),*
        )
    };
}

impl Tx<'_> {
    /// Queues a notice of this kind for an account.
    pub fn queue_notice(&self, id: &str, account: &str, kind: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO notice VALUES (?1, ?2, ?3, ?4, 'queued', NULL)")?
            .execute(params![id, account, kind, now.timestamp_micros()])?;
        Ok(())
    }

    /// Whether a notice of this kind waits to be sent to an account.
    pub fn notice_waits(&self, account: &str, kind: &str) -> Result<bool> {
        let mut statement = self.conn().prepare_cached(
            "SELECT 1 FROM notice WHERE account = ?1 AND kind = ?2 AND state = 'queued'",
        )?;
        Ok(statement.exists([account, kind])?)
    }

    pub fn notice(&self, id: &str) -> Result<Option<NoticeRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE n.id = ?1"))?;
        let row = statement.query_row([id], |row| Ok(read(row))).optional()?;
        row.transpose()
    }

    /// Hands over notices, oldest first: all, or those of one state, made at or after `since`.
    pub fn each_notice(
        &self,
        state: Option<&str>,
        since: Option<Time>,
        mut see: impl FnMut(NoticeRow) -> Result<Going>,
    ) -> Result<()> {
        // The index over queued ones helps only where the state is written out.
        let sql = match state {
            Some("queued") => select!(
                "WHERE n.state = 'queued' AND ?1 IS NOT NULL
                AND (?2 IS NULL OR n.created >= ?2) ORDER BY n.created, n.id"
            ),
            _ => select!(
                "WHERE (?1 IS NULL OR n.state = ?1) AND (?2 IS NULL OR n.created >= ?2)
                ORDER BY n.created, n.id"
            ),
        };
        let mut statement = self.conn().prepare_cached(sql)?;
        let since = since.map(|time| time.timestamp_micros());
        let mut rows = statement.query(params![state, since])?;
        while let Some(row) = rows.next()? {
            if see(read(row)?)? == Going::Enough {
                break;
            }
        }
        Ok(())
    }

    /// Nothing that waits goes to this account any more; gives how many notices waited.
    pub fn drop_notices(&self, account: &str, now: Time) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached(
                "UPDATE notice SET state = 'dropped', settled = ?2 WHERE account = ?1 AND state = 'queued'",
            )?
            .execute(params![account, now.timestamp_micros()])?)
    }

    /// Says what became of a queued notice.
    pub fn settle_notice(&self, id: &str, state: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE notice SET state = ?2, settled = ?3 WHERE id = ?1")?
            .execute(params![id, state, now.timestamp_micros()])?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<NoticeRow> {
    let settled: Option<i64> = row.get(6)?;
    Ok(NoticeRow {
        id: row.get(0)?,
        account: row.get(1)?,
        name: row.get(2)?,
        kind: row.get(3)?,
        created: clock::from_micros(row.get(4)?)?,
        state: row.get(5)?,
        settled: settled.map(clock::from_micros).transpose()?,
    })
}

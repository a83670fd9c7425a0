//! Rows of erasures, and the deleting itself: whole rows of a subject, or single columns of them. Which tables and
//! columns those are stands in the data map of `domain::privacy`.

use rusqlite::{OptionalExtension as _, params};

use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::store::audit::{signed, unsigned};

/// A row of `erasure`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureRow {
    /// The id of the request.
    pub request: String,
    /// The account, or the request itself where the person has none.
    pub subject: String,
    pub stage: String,
    /// Names and addresses, sealed; gone once it is done.
    pub sealed: Option<Vec<u8>>,
    /// What was found when it was planned, as JSON.
    pub plan: String,
    pub planned: Time,
    pub begun: Option<Time>,
    /// Of the rights journal.
    pub line: Option<u64>,
    /// What was deleted, as JSON.
    pub went: Option<String>,
    /// What the scan found, as JSON.
    pub residue: Option<String>,
    pub done: Option<Time>,
    /// When the last backup that holds the person is deleted at the latest.
    pub gone_by: Option<Time>,
}

/// A table with the column that names the subject: words of the data map, never of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    pub table: &'static str,
    pub by: &'static str,
}

impl Tx<'_> {
    pub fn erasure(&self, request: &str) -> Result<Option<ErasureRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT subject, stage, sealed, plan, planned, begun, line, went, residue, done, gone_by
             FROM erasure WHERE request = ?1",
        )?;
        let mut rows = statement.query([request])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let time = |column: &str| -> Result<Option<Time>> {
            let micros: Option<i64> = row.get(column)?;
            micros.map(clock::from_micros).transpose()
        };
        let line: Option<i64> = row.get("line")?;
        Ok(Some(ErasureRow {
            request: request.to_owned(),
            subject: row.get("subject")?,
            stage: row.get("stage")?,
            sealed: row.get("sealed")?,
            plan: row.get("plan")?,
            planned: clock::from_micros(row.get("planned")?)?,
            begun: time("begun")?,
            line: line.map(unsigned).transpose()?,
            went: row.get("went")?,
            residue: row.get("residue")?,
            done: time("done")?,
            gone_by: time("gone_by")?,
        }))
    }

    /// Whose holds kept values of the audit log when the person of a request was erased.
    pub fn log_holds(&self, request: &str) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT h.value FROM erasure e, json_each(e.went, '$.log_holds') h
             WHERE e.request = ?1 AND e.went IS NOT NULL",
        )?;
        let rows = statement.query_map([request], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes the row, over one of the same request.
    pub fn put_erasure(&self, row: &ErasureRow) -> Result<()> {
        let micros = |time: Option<Time>| time.map(|time| time.timestamp_micros());
        self.conn()
            .prepare_cached(
                "INSERT OR REPLACE INTO erasure VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)",
            )?
            .execute(params![
                row.request,
                row.subject,
                row.stage,
                row.sealed,
                row.plan,
                row.planned.timestamp_micros(),
                micros(row.begun),
                row.line.map(signed).transpose()?,
                row.went,
                row.residue,
                micros(row.done),
                micros(row.gone_by),
            ])?;
        Ok(())
    }

    /// Requests whose erasure began and is not done.
    pub fn open_erasures(&self) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT request FROM erasure WHERE stage NOT IN ('planned', 'done') ORDER BY planned",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn remove_erasure(&self, request: &str) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM erasure WHERE request = ?1")?
            .execute([request])?;
        Ok(())
    }

    /// How many rows are the subject's.
    pub fn count_rows(&self, rows: Rows, subject: &str) -> Result<u64> {
        let Rows { table, by } = rows;
        let sql = format!("SELECT count(*) FROM \"{table}\" WHERE \"{by}\" = ?1");
        let mut statement = self.conn().prepare_cached(&sql)?;
        unsigned(statement.query_row([subject], |row| row.get(0))?)
    }

    pub fn delete_rows(&self, rows: Rows, subject: &str) -> Result<u64> {
        let Rows { table, by } = rows;
        let sql = format!("DELETE FROM \"{table}\" WHERE \"{by}\" = ?1");
        let gone = self.conn().prepare_cached(&sql)?.execute([subject])?;
        Ok(u64::try_from(gone).unwrap_or(u64::MAX))
    }

    /// Empties columns of the subject's rows; answers in how many rows something stood there.
    pub fn empty_columns(
        &self,
        rows: Rows,
        columns: &[&'static str],
        subject: &str,
    ) -> Result<u64> {
        let Rows { table, by } = rows;
        let list = |form: &dyn Fn(&str) -> String, between: &str| {
            let parts: Vec<String> = columns.iter().map(|column| form(column)).collect();
            parts.join(between)
        };
        let sql = format!(
            "UPDATE \"{table}\" SET {} WHERE \"{by}\" = ?1 AND ({})",
            list(&|column| format!("\"{column}\" = NULL"), ", "),
            list(&|column| format!("\"{column}\" IS NOT NULL"), " OR "),
        );
        let emptied = self.conn().prepare_cached(&sql)?.execute([subject])?;
        Ok(u64::try_from(emptied).unwrap_or(u64::MAX))
    }

    /// Forgets what requests say of the person, by account or by the digest of the address. The request that is being
    /// answered keeps its own until it is closed: the person and the recipients must still be told.
    pub fn empty_requests(
        &self,
        account: Option<&str>,
        digest: Option<&[u8]>,
        own: Option<&str>,
    ) -> Result<u64> {
        let emptied = self
            .conn()
            .prepare_cached(
                "UPDATE request SET email = NULL, text = NULL, agent = NULL
                 WHERE (account = ?1 OR email_digest = ?2) AND id IS NOT ?3
                   AND (email IS NOT NULL OR text IS NOT NULL OR agent IS NOT NULL)",
            )?
            .execute(params![account, digest, own])?;
        Ok(u64::try_from(emptied).unwrap_or(u64::MAX))
    }

    /// Leaves of an account's row what other rows hang on: an id in the place of the name, and nobody who signs in.
    pub fn empty_account(&self, id: &str, now: Time) -> Result<u64> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE account SET name = id, name_folded = id, display_name = NULL, region = NULL,
                     lock_reason = NULL, last_sign_in = NULL, imported = NULL, expires = NULL,
                     disabled = coalesce(disabled, ?2), removed = coalesce(removed, ?2),
                     changed = ?2, version = version + 1
                 WHERE id = ?1",
            )?
            .execute(params![id, now.timestamp_micros()])?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    /// Ends whatever would let somebody in as this account, and keeps it from being let in anew.
    pub fn shut_out(&self, id: &str, now: Time) -> Result<()> {
        self.revoke_sessions(id, None, "erased", now)?;
        self.conn()
            .prepare_cached(
                "UPDATE account SET disabled = coalesce(disabled, ?2), version = version + 1 WHERE id = ?1",
            )?
            .execute(params![id, now.timestamp_micros()])?;
        Ok(())
    }

    /// What identifies an account: its name, display name and address.
    pub fn account_identifiers(&self, id: &str) -> Result<Option<[Option<String>; 3]>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT name, display_name, email FROM account WHERE id = ?1")?;
        Ok(statement
            .query_row([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))
            .optional()?)
    }

    /// Every table with its columns, as the database describes them.
    pub fn tables(&self) -> Result<Vec<(String, Vec<String>)>> {
        let mut names = self.conn().prepare_cached(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        )?;
        let names = names.query_map([], |row| row.get(0))?;
        let names: Vec<String> = names.collect::<Result<_, _>>()?;
        let mut columns = self
            .conn()
            .prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
        let described = names.into_iter().map(|name| {
            let found = columns.query_map([&name], |row| row.get(0))?;
            let found: Vec<String> = found.collect::<Result<_, _>>()?;
            Ok((name, found))
        });
        described.collect()
    }
}

impl ErasureRow {
    /// What identifies the person, as it is sealed.
    pub fn sealed(&self) -> Result<&[u8]> {
        let sealed = self.sealed.as_deref();
        sealed.ok_or_else(|| Error::integrity("an erasure under way lacks whom it is about"))
    }
}

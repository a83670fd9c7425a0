//! What data sources answered to a request.

use rusqlite::params;

use super::time;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::audit::{signed, unsigned};

/// A row of `source_run`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRunRow {
    pub source: String,
    pub action: String,
    pub at: Time,
    pub outcome: String,
    pub rows: u64,
    pub remain: u64,
    pub note: Option<String>,
}

impl Tx<'_> {
    /// Writes what a source answered, over what it answered before.
    pub fn put_source_run(&self, request: &str, run: &SourceRunRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR REPLACE INTO source_run VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?
            .execute(params![
                request,
                run.source,
                run.action,
                run.at.timestamp_micros(),
                run.outcome,
                signed(run.rows)?,
                signed(run.remain)?,
                run.note,
            ])?;
        Ok(())
    }

    /// The last answers of every source, by source and question.
    pub fn source_runs(&self, request: &str) -> Result<Vec<SourceRunRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT source, action, at, outcome, rows, remain, note FROM source_run
             WHERE request = ?1 ORDER BY source, action",
        )?;
        let mut rows = statement.query([request])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(SourceRunRow {
                source: row.get("source")?,
                action: row.get("action")?,
                at: time(row, "at")?,
                outcome: row.get("outcome")?,
                rows: unsigned(row.get("rows")?)?,
                remain: unsigned(row.get("remain")?)?,
                note: row.get("note")?,
            });
        }
        Ok(found)
    }
}

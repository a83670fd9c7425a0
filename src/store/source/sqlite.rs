//! A table of another program's SQLite database. It is opened for one answer, waits while that program writes, and
//! keeps nothing.

use std::path::Path;
use std::time::Duration;

use data_encoding::BASE64;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row, params_from_iter};
use serde_json::Value;

use super::{Fate, Gone, Meant, Record, See, Spelling};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::{count, lowered, safe};
use crate::store::audit::unsigned;

/// A table, and for how long it is waited while another program writes.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    pub path: &'a Path,
    pub table: &'a str,
    pub patience: Duration,
    /// Whether rows of other tables may go, too, by foreign keys and triggers.
    pub spreads: bool,
}

/// A column of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    name: String,
    may_be_null: bool,
}

impl Table<'_> {
    /// The names of its columns.
    pub fn columns(&self) -> Result<Vec<String>> {
        let conn = self.open(OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let columns = self.described(&conn)?;
        Ok(columns.into_iter().map(|column| column.name).collect())
    }

    /// How many rows are meant.
    pub fn count(&self, meant: &Meant<'_>) -> Result<u64> {
        let conn = self.open(OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        self.counted(&conn, meant, "")
    }

    /// Hands over these columns of every row that is meant.
    pub fn each(&self, meant: &Meant<'_>, columns: &[String], see: &mut See<'_>) -> Result<()> {
        let conn = self.open(OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let names: Vec<String> = columns.iter().map(|name| quoted(name)).collect();
        let sql = format!(
            "SELECT {} FROM {} WHERE {}",
            names.join(", "),
            quoted(self.table),
            condition(meant)
        );
        let failed = |error| self.failed("read", &error);
        let mut statement = conn.prepare(&sql).map_err(failed)?;
        let mut rows = statement
            .query(params_from_iter(meant.values))
            .map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            see(record(row, columns).map_err(failed)?)?;
        }
        Ok(())
    }

    /// Erases the rows that are meant, in one transaction; afterwards they stand in no page and in no write-ahead log.
    pub fn erase(&self, meant: &Meant<'_>, fate: Fate<'_>) -> Result<Gone> {
        let conn = self.begin()?;
        let failed = |error| self.failed("erase from", &error);
        let done = self.erase_in(&conn, meant, fate);
        let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        let ended = conn.execute_batch(end).map_err(failed);
        let gone = done?;
        ended?;
        // What is done is done: readers of that program may hold the checkpoint back.
        let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
        Ok(Gone {
            lingers: busy.unwrap_or(true),
            ..gone
        })
    }

    /// The same, taken back: what would keep it from being done is found out.
    pub fn rehearse(&self, meant: &Meant<'_>, fate: Fate<'_>) -> Result<()> {
        let conn = self.begin()?;
        let done = self.erase_in(&conn, meant, fate);
        conn.execute_batch("ROLLBACK")
            .map_err(|error| self.failed("erase from", &error))?;
        done.map(drop)
    }

    fn begin(&self) -> Result<Connection> {
        let conn = self.open(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        conn.execute_batch("PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; BEGIN IMMEDIATE;")
            .map_err(|error| self.failed("erase from", &error))?;
        Ok(conn)
    }

    fn erase_in(&self, conn: &Connection, meant: &Meant<'_>, fate: Fate<'_>) -> Result<Gone> {
        let table = quoted(self.table);
        let (sql, still) = match fate {
            Fate::Deleted => (
                format!("DELETE FROM {table} WHERE {}", condition(meant)),
                String::new(),
            ),
            Fate::Emptied(columns) => {
                let known = self.described(conn)?;
                let (mut set, mut full) = (vec![], vec![]);
                for name in columns {
                    let column = known.iter().find(|column| column.name == *name);
                    let column = column.ok_or_else(|| self.lacks(name))?;
                    let (name, empty) = (quoted(name), column.empty());
                    set.push(format!("{name} = {empty}"));
                    full.push(format!("{name} IS NOT {empty}"));
                }
                let full = format!(" AND ({})", full.join(" OR "));
                let set = set.join(", ");
                (
                    format!("UPDATE {table} SET {set} WHERE {}{full}", condition(meant)),
                    full,
                )
            }
        };
        let before = self.changes(conn)?;
        let rows = conn
            .execute(&sql, params_from_iter(meant.values))
            .map_err(|error| self.failed("erase from", &error))?;
        let rows = u64::try_from(rows).unwrap_or(u64::MAX);
        let more = self
            .changes(conn)?
            .saturating_sub(before)
            .saturating_sub(rows);
        if more > 0 && !self.spreads {
            return Err(Error::refused(format!(
                "erasing {} would change {} of other tables, by foreign keys or triggers",
                count(rows, "row"),
                count(more, "row")
            ))
            .hint("declare those tables as data sources of their own, or set `cascade = true` where all of that may go"));
        }
        Ok(Gone {
            rows,
            left: self.counted(conn, meant, &still)?,
            lingers: false,
        })
    }

    /// Rows that this connection ever changed, those that others made change included.
    fn changes(&self, conn: &Connection) -> Result<u64> {
        let changes = conn.query_row("SELECT total_changes()", [], |row| row.get(0));
        unsigned(changes.map_err(|error| self.failed("read", &error))?)
    }

    fn counted(&self, conn: &Connection, meant: &Meant<'_>, also: &str) -> Result<u64> {
        let table = quoted(self.table);
        let sql = format!(
            "SELECT count(*) FROM {table} WHERE {}{also}",
            condition(meant)
        );
        let count: i64 = conn
            .query_row(&sql, params_from_iter(meant.values), |row| row.get(0))
            .map_err(|error| self.failed("read", &error))?;
        unsigned(count)
    }

    fn described(&self, conn: &Connection) -> Result<Vec<Column>> {
        let failed = |error| self.failed("read", &error);
        let mut statement = conn
            .prepare("SELECT name, \"notnull\" FROM pragma_table_xinfo(?1) WHERE hidden <> 1")
            .map_err(failed)?;
        let rows = statement
            .query_map([self.table], |row| {
                let must: bool = row.get(1)?;
                Ok(Column {
                    name: row.get(0)?,
                    may_be_null: !must,
                })
            })
            .map_err(failed)?;
        let columns: Vec<Column> = rows.collect::<rusqlite::Result<_>>().map_err(failed)?;
        if columns.is_empty() {
            return Err(Error::not_found(format!(
                "`{}` has no table `{}`",
                self.path.display(),
                safe(self.table)
            ))
            .hint("mend `table` of that data source in the configuration"));
        }
        Ok(columns)
    }

    fn lacks(&self, column: &str) -> Error {
        Error::not_found(format!(
            "the table `{}` of `{}` has no column `{}`",
            safe(self.table),
            self.path.display(),
            safe(column)
        ))
        .hint("see what it has with `optimactl records check`")
    }

    /// What stands in it is another program's: its schema is not trusted, and damaged pages are found.
    #[expect(
        clippy::disallowed_methods,
        reason = "another program's database: neither our key nor our pragmas belong to it"
    )]
    fn open(&self, access: OpenFlags) -> Result<Connection> {
        let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let failed = |error| self.failed("open", &error);
        let conn = Connection::open_with_flags(self.path, flags).map_err(failed)?;
        conn.busy_timeout(self.patience).map_err(failed)?;
        conn.execute_batch("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;")
            .map_err(failed)?;
        conn.create_scalar_function(
            "optimactl_lowered",
            1,
            FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
            |context| Ok(as_text(context.get_raw(0)).map(|text| lowered(&text))),
        )
        .map_err(failed)?;
        Ok(conn)
    }

    fn failed(&self, verb: &str, error: &rusqlite::Error) -> Error {
        let path = self.path.display();
        let busy = matches!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
        );
        let failure = Error::new(Kind::Remote, format!("cannot {verb} `{path}`"));
        if busy {
            return failure
                .because(format!(
                    "another program wrote to it for {} s",
                    self.patience.as_secs()
                ))
                .hint("run it again, or set a longer `timeout` of that data source");
        }
        // SQLite's own words name tables and columns, never what stands in them.
        failure
            .because(safe(&error.to_string()))
            .hint("see `optimactl records check`")
    }
}

impl Column {
    const fn empty(&self) -> &'static str {
        if self.may_be_null { "NULL" } else { "''" }
    }
}

/// A name as SQL takes it, whatever stands in it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn condition(meant: &Meant<'_>) -> String {
    let places = vec!["?"; meant.values.len()].join(", ");
    let column = quoted(meant.column);
    match meant.spelling {
        Spelling::Exact => format!("{column} IN ({places})"),
        Spelling::AnyCase => format!("optimactl_lowered({column}) IN ({places})"),
    }
}

fn as_text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
    }
}

fn record(row: &Row<'_>, columns: &[String]) -> rusqlite::Result<Record> {
    let mut record = Record::new();
    for (at, name) in columns.iter().enumerate() {
        let value = match row.get_ref(at)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => text.into(),
                Err(_) => encoded(bytes),
            },
            ValueRef::Blob(bytes) => encoded(bytes),
        };
        record.insert(name.clone(), value);
    }
    Ok(record)
}

/// Bytes that are no text.
fn encoded(bytes: &[u8]) -> Value {
    serde_json::json!({ "base64": BASE64.encode(bytes) })
}

#[cfg(test)]
mod tests;

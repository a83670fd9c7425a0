//! Sizes and counts of the database.

use super::audit::unsigned;
use super::open::Store;
use crate::base::error::Result;

/// A table and how many rows and bytes it has, its indices included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableStats {
    pub name: String,
    pub rows: u64,
    pub bytes: u64,
}

/// The database in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    pub file_bytes: u64,
    pub page_bytes: u64,
    pub pages: u64,
    /// Pages that hold nothing: what `store compact` gives back.
    pub free_pages: u64,
    pub schema: u64,
    pub tables: Vec<TableStats>,
}

impl Store {
    /// Counts on one snapshot.
    pub fn stats(&self) -> Result<Stats> {
        self.read(|tx| {
            let pragma = |name: &str| -> Result<u64> {
                let value: i64 = tx
                    .conn()
                    .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
                unsigned(value)
            };
            let (pages, page_bytes) = (pragma("page_count")?, pragma("page_size")?);
            Ok(Stats {
                file_bytes: pages * page_bytes,
                page_bytes,
                pages,
                free_pages: pragma("freelist_count")?,
                schema: pragma("user_version")?,
                tables: tables(tx.conn())?,
            })
        })
    }
}

fn tables(conn: &rusqlite::Connection) -> Result<Vec<TableStats>> {
    let mut statement = conn.prepare(
        "SELECT m.tbl_name, sum(s.pgsize) FROM dbstat('main', 1) AS s
         JOIN sqlite_schema AS m ON m.name = s.name GROUP BY m.tbl_name ORDER BY m.tbl_name",
    )?;
    let sizes = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
    })?;
    sizes
        .map(|size| {
            let (name, bytes) = size?;
            // The name comes from the schema itself and is quoted.
            let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
            let rows: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
            Ok(TableStats {
                name,
                rows: unsigned(rows)?,
                bytes: unsigned(bytes)?,
            })
        })
        .collect()
}

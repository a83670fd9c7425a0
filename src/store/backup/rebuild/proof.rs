//! SQLite itself opens what was written without it: how many pages it sees, what some of them hold, and where trees
//! begin, for the look through the structure. A later version with another form of pages would be noticed here.

use std::time::Duration;

use rusqlite::Connection;

use super::write::{Written, digest};
use super::{Site, different};
use crate::base::error::{Error, Result};
use crate::store::backup::walk::{Outcome, Root, Walk};
use crate::store::{check, open};

pub(super) fn require(site: Site<'_>, walk: Option<&Walk>, written: &Written) -> Result<()> {
    let conn = open::connect(site.path, site.key, Duration::ZERO)?;
    conn.execute_batch("BEGIN")?;
    let pages: u32 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    if pages != written.pages {
        return Err(Error::integrity(
            "the database in the backup has another size than its header says",
        ));
    }
    samples(&conn, written)?;
    structure(&conn, walk)
}

fn samples(conn: &Connection, written: &Written) -> Result<()> {
    let mut statement = conn.prepare("SELECT data FROM sqlite_dbpage WHERE pgno = ?1")?;
    for (number, expected) in &written.samples {
        let mut rows = statement.query([number])?;
        let row = rows.next()?.ok_or_else(different)?;
        if digest(row.get_ref(0)?.as_blob().unwrap_or_default()) != *expected {
            return Err(different());
        }
    }
    Ok(())
}

/// What the walk has found; an image that could not be walked is left to SQLite's own check.
fn structure(conn: &Connection, walk: Option<&Walk>) -> Result<()> {
    let walked = match walk {
        Some(walk) => walk.finish(&roots(conn)?),
        None => Outcome::Unknown,
    };
    let findings = match walked {
        Outcome::Whole => vec![],
        Outcome::Damaged(why) => vec![format!("structure: {why}")],
        Outcome::Unknown => check::trees(conn)?,
    };
    if findings.is_empty() {
        return Ok(());
    }
    let mut error = Error::integrity("the database in the backup is damaged; nothing was kept");
    error.details = findings;
    Err(error)
}

/// Where trees begin, and which of them hold rows by number: tables, except those WITHOUT ROWID.
pub(in crate::store::backup) fn roots(conn: &Connection) -> Result<Vec<Root>> {
    let mut statement = conn.prepare(
        "SELECT s.rootpage, s.type = 'table' AND NOT coalesce(l.wr, 0)
         FROM sqlite_schema s
         LEFT JOIN pragma_table_list l ON s.type = 'table' AND l.schema = 'main' AND l.name = s.name
         WHERE s.rootpage > 0",
    )?;
    let roots = statement.query_map([], |row| {
        Ok(Root {
            page: row.get(0)?,
            rows: row.get(1)?,
        })
    })?;
    Ok(roots.collect::<std::result::Result<_, _>>()?)
}

//! The schema and its versions. Steps run in one immediate transaction; a newer schema is never touched.

use rusqlite::Connection;

use crate::base::error::{Error, Kind, Result};

/// One line of history per version: 1 = the first release.
pub(super) const VERSION: u32 = 1;
/// Marks the file as ours in `PRAGMA application_id`: "opct".
const APPLICATION: u32 = 0x6f70_6374;

/// The first version, a file per subject.
const FIRST: [&str; 6] = [
    include_str!("schema/0001_core.sql"),
    include_str!("schema/0001_audit.sql"),
    include_str!("schema/0001_account.sql"),
    include_str!("schema/0001_credential.sql"),
    include_str!("schema/0001_backup.sql"),
    include_str!("schema/0001_request.sql"),
];

/// Fills an empty database with the newest schema.
pub(super) fn create(conn: &Connection) -> Result<()> {
    for sql in FIRST {
        conn.execute_batch(sql)?;
    }
    conn.execute_batch(&format!(
        "PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION};"
    ))?;
    Ok(())
}

/// Refuses a schema that this version does not know.
pub(super) fn require_current(conn: &Connection) -> Result<()> {
    let version: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version == VERSION {
        return Ok(());
    }
    if version > VERSION {
        return Err(Error::new(
            Kind::Refused,
            format!("the store has schema {version}, and this program knows {VERSION}"),
        )
        .hint("use the newer optimactl that made it"));
    }
    Err(Error::integrity(format!(
        "the store has the impossible schema {version}"
    )))
}

//! The schema and its versions. All steps of a migration run in one immediate transaction; a newer schema is
//! never touched, and an older one only when it is asked for, or when no row needs to be read for it.

use rusqlite::Connection;

use super::open::Store;
use super::tx::{Mode, Tx};
use crate::base::error::{Error, Kind, Result};

/// Marks the file as ours in `PRAGMA application_id`: "opct".
const APPLICATION: u32 = 0x6f70_6374;

/// What one version adds, a file per subject.
struct Step {
    sql: &'static [&'static str],
    /// Whether it reads or writes rows: then it may take long, and is not done in passing.
    touches_rows: bool,
}

/// Version 1, then what each later one adds.
const STEPS: [Step; 6] = [
    Step {
        sql: &[
            include_str!("schema/0001_core.sql"),
            include_str!("schema/0001_audit.sql"),
            include_str!("schema/0001_account.sql"),
            include_str!("schema/0001_credential.sql"),
            include_str!("schema/0001_backup.sql"),
            include_str!("schema/0001_request.sql"),
        ],
        touches_rows: false,
    },
    // Indices over every account.
    Step {
        sql: &[
            include_str!("schema/0002_account.sql"),
            include_str!("schema/0002_group.sql"),
            include_str!("schema/0002_session.sql"),
            include_str!("schema/0002_factor.sql"),
            include_str!("schema/0002_password.sql"),
        ],
        touches_rows: true,
    },
    Step {
        sql: &[
            include_str!("schema/0003_delta.sql"),
            include_str!("schema/0003_retention.sql"),
            include_str!("schema/0003_rights.sql"),
        ],
        touches_rows: false,
    },
    Step {
        sql: &[
            include_str!("schema/0004_ingest.sql"),
            include_str!("schema/0004_witness.sql"),
        ],
        touches_rows: false,
    },
    Step {
        sql: &[
            include_str!("schema/0005_told.sql"),
            include_str!("schema/0005_erasure.sql"),
            include_str!("schema/0005_hold.sql"),
            include_str!("schema/0005_restriction.sql"),
            include_str!("schema/0005_optout.sql"),
            include_str!("schema/0005_consent.sql"),
            include_str!("schema/0005_retention.sql"),
            include_str!("schema/0005_register.sql"),
        ],
        touches_rows: false,
    },
    Step {
        sql: &[
            include_str!("schema/0006_rectified.sql"),
            include_str!("schema/0006_source.sql"),
        ],
        touches_rows: false,
    },
];

/// The newest version.
pub fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Fills an empty database with the newest schema.
pub(super) fn create(conn: &Connection) -> Result<()> {
    conn.execute_batch(&format!("PRAGMA application_id={APPLICATION};"))?;
    advance(conn, 0)
}

/// An empty database in memory with the newest schema, to compare with.
pub(super) fn model() -> Result<Connection> {
    let conn = Connection::open_in_memory()?;
    create(&conn)?;
    Ok(conn)
}

/// Runs every step behind `version`, inside the caller's transaction.
fn advance(conn: &Connection, version: u32) -> Result<()> {
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    for sql in STEPS.iter().skip(done).flat_map(|step| step.sql) {
        conn.execute_batch(sql)?;
    }
    conn.execute_batch(&format!("PRAGMA user_version={};", newest()))?;
    Ok(())
}

pub(super) fn version(conn: &Connection) -> Result<u32> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Refuses a schema that this version does not know, or that must be migrated first.
pub(super) fn require_current(conn: &Connection) -> Result<()> {
    let version = version(conn)?;
    require_known(version)?;
    if version == newest() {
        return Ok(());
    }
    let long = STEPS
        .iter()
        .skip(usize::try_from(version).unwrap_or(usize::MAX))
        .any(|step| step.touches_rows);
    if !long {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        let done = self::version(conn).and_then(|version| advance(conn, version));
        conn.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        return done;
    }
    Err(Error::refused(format!(
        "the store has schema {version}, and this version of optimactl works with {}",
        newest()
    ))
    .hint("bring it up to date, after a backup, with `optimactl store migrate`"))
}

/// Refuses a schema newer than this program, and one that never was.
pub(super) fn require_known(version: u32) -> Result<()> {
    match version {
        0 => Err(Error::integrity("the store has no schema")),
        known if known <= newest() => Ok(()),
        _ => Err(Error::new(
            Kind::Refused,
            format!(
                "the store has schema {version}, and this program knows {}",
                newest()
            ),
        )
        .hint("use the newer optimactl that made it")),
    }
}

impl Store {
    pub fn schema(&self) -> Result<u32> {
        version(self.conn())
    }

    /// Brings the schema up to date, with what `conclude` writes in the same transaction.
    pub fn migrate<T>(&self, mode: Mode, conclude: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        self.write(mode, |tx| {
            let version = version(tx.conn())?;
            require_known(version)?;
            advance(tx.conn(), version)?;
            conclude(tx)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(conn: &Connection) -> Vec<(String, Option<String>)> {
        let mut statement = conn
            .prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")
            .unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn a_migrated_schema_is_the_one_that_is_made_today() {
        let today = Connection::open_in_memory().unwrap();
        create(&today).unwrap();
        let old = Connection::open_in_memory().unwrap();
        for sql in STEPS[0].sql {
            old.execute_batch(sql).unwrap();
        }
        old.execute_batch("PRAGMA user_version=1").unwrap();
        assert!(require_current(&old).unwrap_err().hint.is_some());
        advance(&old, 1).unwrap();
        assert_eq!(schema(&old), schema(&today));
        require_current(&old).unwrap();
        old.execute_batch("PRAGMA user_version=99").unwrap();
        assert_eq!(require_current(&old).unwrap_err().kind, Kind::Refused);
    }
}

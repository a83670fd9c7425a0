//! Whether tables and indices of the log are those that this program makes: an index that leaves rows out hides events
//! from every search, and no hash covers it.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Word, unsigned};
use crate::base::error::Result;
use crate::store::carry::LOG;
use crate::store::migrate;
use crate::store::tx::Tx;

impl Tx<'_> {
    /// What of the log is missing, was added or is made otherwise than this program makes it, by name. Of an older
    /// schema nothing is said.
    pub fn odd_structure(&self) -> Result<Vec<String>> {
        if migrate::version(self.conn())? != migrate::newest() {
            return Ok(vec![]);
        }
        let model = migrate::model()?;
        let mut odd = vec![];
        for table in LOG.into_iter().chain(["event"]) {
            let (found, made) = (texts(self.conn(), table)?, texts(&model, table)?);
            let differs = |name: &&String| found.get(*name) != made.get(*name);
            let names = found.keys().chain(made.keys()).filter(differs);
            odd.extend(names.cloned());
        }
        odd.sort();
        odd.dedup();
        Ok(odd)
    }

    /// How many events the index over this column has; `None` where there is no such index.
    pub fn count_indexed(&self, word: Word) -> Result<Option<u64>> {
        let sql = match word {
            Word::Action => "SELECT count(*) FROM event INDEXED BY event_action",
            Word::Actor => "SELECT count(*) FROM event INDEXED BY event_actor",
            Word::Target => {
                "SELECT count(*) FROM event INDEXED BY event_target WHERE target IS NOT NULL"
            }
            Word::Source => return Ok(None),
        };
        // One that is missing or has another condition answers nothing: its text is told to be odd.
        let Ok(mut statement) = self.conn().prepare_cached(sql) else {
            return Ok(None);
        };
        let count = statement.query_row([], |row| row.get(0))?;
        unsigned(count).map(Some)
    }
}

/// How tables and indices were made, by name.
fn texts(conn: &Connection, table: &str) -> Result<BTreeMap<String, Option<String>>> {
    let mut statement = conn.prepare_cached(
        "SELECT name, sql FROM main.sqlite_schema WHERE type IN ('table', 'index') AND tbl_name = ?1",
    )?;
    let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

//! The events that concern one account, newest first, and the names behind pseudonyms. A plain look by index;
//! searching the log is `domain::audit`'s.

use rusqlite::{OptionalExtension, params};

use super::account::Going;
use super::audit::{Word, unsigned};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// An event with what is disclosed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    pub seq: u64,
    pub time: Time,
    pub action: String,
    pub actor: String,
    pub target: Option<String>,
    pub entry: Vec<u8>,
    /// base64url of `[salt, field, value]`.
    pub disclosures: Vec<String>,
}

impl Tx<'_> {
    /// Hands over every event whose target or actor is `id`, and the import that made it, from `since` on, newest first.
    pub fn each_event_of(
        &self,
        id: &str,
        since: Time,
        mut see: impl FnMut(HistoryRow) -> Result<Going>,
    ) -> Result<()> {
        let actor = self.known_word(Word::Actor, id)?;
        let target = self.known_word(Word::Target, id)?;
        let mut statement = self.conn().prepare_cached(
            "SELECT e.seq, e.ts, a.value, w.value, t.value, e.entry FROM
             (SELECT seq FROM event WHERE actor = ?1 UNION SELECT seq FROM event WHERE target = ?2
              UNION SELECT imported FROM account WHERE id = ?4 AND imported IS NOT NULL) AS own
             JOIN event e ON e.seq = own.seq
             JOIN dictionary a ON a.kind = 1 AND a.id = e.action
             JOIN dictionary w ON w.kind = 2 AND w.id = e.actor
             LEFT JOIN dictionary t ON t.kind = 3 AND t.id = e.target
             WHERE e.ts >= ?3 ORDER BY e.seq DESC",
        )?;
        let mut rows = statement.query(params![actor, target, since.timestamp_micros(), id])?;
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let going = see(HistoryRow {
                seq: unsigned(seq)?,
                time: clock::from_micros(row.get(1)?)?,
                action: row.get(2)?,
                actor: row.get(3)?,
                target: row.get(4)?,
                entry: row.get(5)?,
                disclosures: self.disclosed_by(seq)?,
            })?;
            if going == Going::Enough {
                break;
            }
        }
        Ok(())
    }

    fn disclosed_by(&self, seq: i64) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT text FROM disclosure WHERE seq = ?1 ORDER BY field")?;
        let rows = statement.query_map([seq], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The disclosure that names a pseudonym: it stands with the event that used it first.
    pub fn disclosed_name(&self, pseudonym: &str) -> Result<Option<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT d.text FROM dictionary w JOIN disclosure d ON d.seq = w.first
             AND d.field = CASE w.kind WHEN 2 THEN 'actor_name' ELSE 'target_name' END
             WHERE w.kind IN (2, 3) AND w.value = ?1 ORDER BY w.first LIMIT 1",
        )?;
        Ok(statement
            .query_row([pseudonym], |row| row.get(0))
            .optional()?)
    }
}

//! What the log and the groups tell of one account beside its row: by which way it holds its roles, and when it
//! was last enabled.

use rusqlite::params;

use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::store::audit::{Word, unsigned};
use crate::store::tx::Tx;

/// A role, and the group that it comes through; none: the account holds it by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    pub role: String,
    pub group: Option<String>,
}

impl Tx<'_> {
    /// The roles of an account with the ways by which it holds them, by name.
    pub fn held_roles(&self, account: &str) -> Result<Vec<HeldRole>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT role, NULL AS way FROM account_role WHERE account = ?1
             UNION ALL
             SELECT g.role, g.\"group\" FROM group_member m CROSS JOIN group_role g ON g.\"group\" = m.\"group\"
             WHERE m.member = ?1 ORDER BY 1, 2",
        )?;
        let rows = statement.query_map([account], |row| {
            Ok(HeldRole {
                role: row.get(0)?,
                group: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// When the account was last enabled again.
    pub fn last_enabled(&self, account: &str) -> Result<Option<Time>> {
        let (action, target) = (
            self.known_word(Word::Action, "account.enable")?,
            self.known_word(Word::Target, account)?,
        );
        let (Some(action), Some(target)) = (action, target) else {
            return Ok(None);
        };
        let micros: Option<i64> = self
            .conn()
            .prepare_cached(
                "SELECT max(ts) FROM event INDEXED BY event_target
                 WHERE target = ?1 AND +action = ?2 AND +outcome = 0",
            )?
            .query_row(params![target, action], |row| row.get(0))?;
        micros.map(clock::from_micros).transpose()
    }

    /// Number, time and bytes of the newest successful event of this action.
    pub fn newest_event(&self, action: &str) -> Result<Option<(u64, Time, Vec<u8>)>> {
        let Some(action) = self.known_word(Word::Action, action)? else {
            return Ok(None);
        };
        let mut statement = self.conn().prepare_cached(
            "SELECT seq, ts, entry FROM event INDEXED BY event_action
             WHERE action = ?1 AND +outcome = 0 ORDER BY seq DESC LIMIT 1",
        )?;
        let mut rows = statement.query([action])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some((
            unsigned(row.get(0)?)?,
            clock::from_micros(row.get(1)?)?,
            row.get(2)?,
        )))
    }
}

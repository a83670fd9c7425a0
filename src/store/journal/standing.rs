//! What rows call when they take something away, or give it back: the first becomes a line of the journal, the
//! second a line that takes the first one back.

use rusqlite::params;

use super::append::Pending;
use super::line::{Act, Line};
use crate::base::error::Result;
use crate::store::audit::{signed, unsigned};
use crate::store::tx::Tx;

impl Tx<'_> {
    /// Notes that something was taken from an account (none: from a role, a group): a line of the journal is
    /// appended before the transaction is committed.
    pub(in crate::store) fn restrict(&self, subject: Option<&str>, act: Act) {
        let mut pending = self.collected().pending.borrow_mut();
        match (pending.last_mut(), subject) {
            // One act about many accounts is kept, and may be written, as one.
            (Some(last), Some(subject)) if last.act == act && !last.subjects.is_empty() => {
                last.subjects.push(subject.to_owned());
            }
            _ => pending.push(Pending {
                act,
                subjects: subject.map(str::to_owned).into_iter().collect(),
            }),
        }
    }

    /// Notes that what `act` would take was given back: whatever took it before is lifted. Where nothing did,
    /// there is nothing to note.
    pub(in crate::store) fn lift(&self, subject: Option<&str>, act: &Act) -> Result<()> {
        let Some(about) = act.lifted_as() else {
            return Ok(());
        };
        self.drop_pending(subject, act.kind(), &about);
        let mut statement = self.conn().prepare_cached(
            "DELETE FROM standing WHERE subject = ?1 AND kind = ?2 AND about = ?3 RETURNING number",
        )?;
        let subject_key = subject.unwrap_or_default();
        let rows = statement.query_map([subject_key, act.kind(), &about], |row| row.get(0))?;
        let mut lines = vec![];
        for number in rows {
            lines.push(unsigned(number?)?);
        }
        if !lines.is_empty() {
            lines.sort_unstable();
            self.restrict(subject, Act::Lift { lines });
        }
        Ok(())
    }

    /// What was taken in this very transaction was taken from nobody.
    fn drop_pending(&self, subject: Option<&str>, kind: &str, about: &str) {
        let mut pending = self.collected().pending.borrow_mut();
        pending.retain_mut(|held| {
            if held.act.kind() != kind || held.act.lifted_as().as_deref() != Some(about) {
                return true;
            }
            let Some(subject) = subject else {
                return !held.subjects.is_empty();
            };
            let before = held.subjects.len();
            held.subjects.retain(|it| it != subject);
            before == 0 || !held.subjects.is_empty()
        });
    }

    /// Remembers that a line holds, so that it can be lifted.
    pub(super) fn stand(&self, number: u64, line: &Line) -> Result<()> {
        let Some(about) = line.act.lifted_as() else {
            return Ok(());
        };
        let mut statement = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO standing VALUES (?1, ?2, ?3, ?4)")?;
        let number = signed(number)?;
        let accounts: Vec<&str> = line.accounts().collect();
        let none: &[&str] = &[""];
        let subjects = if accounts.is_empty() { none } else { &accounts };
        for subject in subjects {
            statement.execute(params![number, subject, line.act.kind(), about])?;
        }
        Ok(())
    }
}

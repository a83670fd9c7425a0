//! What rows call when they take something away, or give it back: the first becomes a line of the journal, the
//! second a line that takes the first one back.

use std::collections::BTreeMap;

use rusqlite::params;

use super::append::Pending;
use super::line::{Act, Line, Rectified};
use crate::base::error::Result;
use crate::base::text::folded;
use crate::store::audit::{signed, unsigned};
use crate::store::backup::PromiseRow;
use crate::store::tx::Tx;

/// Whose erasure begins.
pub struct Erased<'a> {
    /// The account; a request where there is none.
    pub subject: &'a str,
    /// The address of a person without an account.
    pub email: Option<&'a str>,
    pub pseudonyms: Vec<String>,
    pub kept: Vec<String>,
    /// Events of the log until now.
    pub size: u64,
}

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
                email: None,
                value: None,
            }),
        }
    }

    /// Notes that a person is being erased.
    pub fn note_erasure(&self, erased: Erased<'_>) {
        self.collected().pending.borrow_mut().push(Pending {
            act: Act::Erasure {
                pseudonyms: erased.pseudonyms,
                kept: erased.kept,
                size: Some(erased.size),
            },
            subjects: vec![erased.subject.to_owned()],
            email: erased.email.map(folded),
            value: None,
        });
    }

    /// Notes that values of the audit log were erased.
    pub fn note_redaction(&self, ranges: BTreeMap<String, Vec<(u64, u64)>>, checks: String) {
        self.restrict(None, Act::Redaction { ranges, checks });
    }

    /// Notes that an erasure is not what its line says; the one that is follows.
    pub fn lift_erasure(&self, subject: &str) -> Result<()> {
        let any = Act::Erasure {
            pseudonyms: vec![],
            kept: vec![],
            size: None,
        };
        self.lift(Some(subject), &any)
    }

    /// Notes that the erasure of this line is complete, and what was promised of backups.
    pub fn note_erased(&self, subject: &str, line: u64, promise: &PromiseRow) {
        let done = Act::Done {
            line,
            made_before: Some(promise.made_before.timestamp_micros()),
            gone_by: Some(promise.gone_by.timestamp_micros()),
        };
        self.restrict(Some(subject), done);
    }

    /// The newest line of a kind that holds for the subject.
    pub fn standing_line(&self, subject: &str, kind: &str) -> Result<Option<u64>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT max(number) FROM standing WHERE subject = ?1 AND kind = ?2")?;
        let number: Option<i64> = statement.query_row([subject, kind], |row| row.get(0))?;
        number.map(unsigned).transpose()
    }

    /// Notes that a value of an account was put right: a line of its own, with the value sealed behind it.
    pub(in crate::store) fn note_rectified(
        &self,
        (account, field): (&str, &str),
        value: &str,
        former: String,
    ) {
        self.collected().pending.borrow_mut().push(Pending {
            act: Act::Rectification {
                field: field.to_owned(),
                payload: String::new(),
                former: Some(former),
            },
            subjects: vec![account.to_owned()],
            email: None,
            value: Some(Rectified(value.to_owned())),
        });
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

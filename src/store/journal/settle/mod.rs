//! What a crash left: lines that were appended and whose change was not committed. The next writer applies those that
//! take first, to the very rows that they were written for; what gives back was not given, and never is by this.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::line::{Act, Line};
use super::{Mark, open_file, walk};
use crate::base::error::Result;
use crate::store::open::Store;
use crate::store::tx::Tx;

/// What was found and done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The lines, by number.
    pub first: u64,
    pub last: u64,
    /// Those that the database follows now.
    pub applied: u64,
    /// Those that were taken back, because what they told of died with the crash: a new password, a new factor, the
    /// end of a hold.
    pub lifted: u64,
}

impl Store {
    /// Whether the journal is longer than the database knows. Somebody may be appending this very moment: only
    /// under the write lock it is certain.
    pub fn has_lines_left(&self) -> Result<bool> {
        self.read(|tx| {
            let mark = self.mark(tx)?;
            self.reaches(&mark)
        })
    }

    /// Looks whether the journal has the database's last line, and whether more follows.
    fn reaches(&self, mark: &Mark) -> Result<bool> {
        let path = self.folder.journal();
        let length = mark.require_in(&open_file(&path)?, &path)?;
        Ok(length > mark.end)
    }

    /// The journal must reach as far as the database knows: told in constant time at every opening.
    pub(in crate::store) fn require_journal(&self) -> Result<()> {
        self.has_lines_left().map(drop)
    }

    /// Applies what is left over, as the first act of a write transaction.
    pub(in crate::store) fn settle(&self, tx: &Tx<'_>) -> Result<()> {
        let mark = self.mark(tx)?;
        if !self.reaches(&mark)? {
            return Ok(());
        }
        let mut found = vec![];
        let path = self.folder.journal();
        let end = walk(&path, &self.keyring, Some(mark), |number, line| {
            found.push((number, line));
            Ok(())
        })?;
        // A torn line says nothing, and goes with the next append.
        if found.is_empty() {
            return Ok(());
        }
        let mut settled = Settled {
            first: mark.number + 1,
            last: end.number,
            applied: 0,
            lifted: 0,
        };
        for (number, line) in &found {
            if line.act.died_with_its_change() {
                settled.lifted += 1;
                tx.take_back(*number, line);
            } else if matches!(line.act, Act::Lift { .. }) {
                settled.lifted += 1;
            } else {
                settled.applied += 1;
                tx.follow(&self.keyring, (*number, line))?;
            }
        }
        self.note_again(tx, (&found, mark.number))?;
        tx.set_journal_mark(&end)?;
        tx.collected().settled.set(Some(settled));
        Ok(())
    }

    /// What was not committed was not lifted: the database still has the hold, the opt-out, the lock. A restore would
    /// leave out the lines that a left-over lift names, so that each is written once more for the same subjects.
    fn note_again(&self, tx: &Tx<'_>, (found, known): (&[(u64, Line)], u64)) -> Result<()> {
        let mut again: BTreeMap<u64, Vec<Option<&str>>> = BTreeMap::new();
        for (_, line) in found {
            let Act::Lift { lines } = &line.act else {
                continue;
            };
            // What is itself left over was judged above.
            for number in lines.iter().filter(|number| **number <= known) {
                again.entry(*number).or_default().extend(subjects(line));
            }
        }
        if again.is_empty() {
            return Ok(());
        }
        walk(
            &self.folder.journal(),
            &self.keyring,
            None,
            |number, line| {
                for subject in again.get(&number).into_iter().flatten() {
                    tx.restrict(*subject, line.act.clone());
                }
                Ok(())
            },
        )?;
        Ok(())
    }
}

/// Whom a line is about; one that is about no account has one subject, which is none.
fn subjects(line: &Line) -> Vec<Option<&str>> {
    let accounts: Vec<Option<&str>> = line.accounts().map(Some).collect();
    if accounts.is_empty() {
        vec![None]
    } else {
        accounts
    }
}

impl Tx<'_> {
    fn take_back(&self, number: u64, line: &Line) {
        for subject in subjects(line) {
            let lines = vec![number];
            self.restrict(subject, Act::Lift { lines });
        }
    }

    /// What was found left over when the transaction began, told once: it belongs into the audit log.
    pub fn take_settled(&self) -> Option<Settled> {
        self.collected().settled.take()
    }
}

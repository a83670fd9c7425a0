//! What a crash left: lines that were appended and whose change was not committed. The next writer applies them
//! first, to the very rows that they were written for.

use super::line::Act;
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
    /// Those that were taken back, because what they told of died with the crash: a new password, a new factor.
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
                for account in line.accounts() {
                    let lines = vec![*number];
                    tx.restrict(Some(account), Act::Lift { lines });
                }
                continue;
            }
            settled.applied += 1;
            tx.follow(&self.keyring, (*number, line))?;
        }
        tx.set_journal_mark(&end)?;
        tx.collected().settled.set(Some(settled));
        Ok(())
    }
}

impl Tx<'_> {
    /// What was found left over when the transaction began, told once: it belongs into the audit log.
    pub fn take_settled(&self) -> Option<Settled> {
        self.collected().settled.take()
    }
}

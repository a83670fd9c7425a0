//! Copies of the rights journal in `recovery/`: one for each backup, which is never changed, and in a folder of this
//! machine one that grows. A restore takes the longest that verifies.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use super::{MOST, Recovery, between, other};
use crate::base::error::{Error, Result};
use crate::store::journal::Journal;
use crate::store::keyring::Keyring;
use crate::store::open::Store;
use crate::store::{file, stretch};

/// The copy of the journal that every line goes to at once, in a folder of this machine.
pub const GROWING: &str = "rights.journal";

impl Recovery {
    /// The whole lines that were read; one that is being appended now belongs to the next backup.
    pub(super) fn save_journal(&self, name: &str, store: &Store, journal: &Journal) -> Result<()> {
        let own = store.folder.journal();
        let (own, end) = (file::open_regular(&mut reading(), &own)?, journal.mark.end);
        let path = self.path.join(name);
        if !path.exists() {
            return stretch::copy_atomic(&own, &path, end);
        }
        let there = file::open_regular(&mut reading(), &path)?;
        let same = stretch::length(&there, &path)? == end
            && stretch::is_same(&own, &there, &path, 0..end)?;
        if same { Ok(()) } else { Err(other(&path)) }
    }

    /// Older copies of the journal are what a restore falls back to. One that the longest begins with is whole.
    pub(super) fn check_journals(&self, keyring: &Keyring, longest: &Path) -> Result<()> {
        for line in self.journal_lines()? {
            let path = self.path.join(format!("rights-{line}.journal"));
            if path != longest && !begins(&path, line, longest)? {
                whole(&path, line, keyring)?;
            }
        }
        let growing = self.path.join(GROWING);
        if growing != longest && growing.exists() {
            Journal::open(&growing, keyring).map_err(|error| damaged(&growing).because(error))?;
        }
        Ok(())
    }

    /// Which copies of the journal are here, by their last line, the longest first.
    fn journal_lines(&self) -> Result<Vec<u64>> {
        let mut lines: Vec<u64> = self
            .names()?
            .iter()
            .filter_map(|name| between(name, "rights-", ".journal"))
            .collect();
        lines.sort_unstable_by(|a, b| b.cmp(a));
        lines.truncate(MOST);
        Ok(lines)
    }

    /// The longest journal that verifies under these keys. A name is only a claim: a file that says it goes further
    /// and does not verify must not hide one that does.
    pub fn journal(&self, keyring: &Keyring) -> Result<Longest> {
        let growing = self.path.join(GROWING);
        let (mut best, mut broken) = (None, vec![]);
        match Journal::open(&growing, keyring) {
            Ok(journal) => best = Some((growing, journal)),
            Err(error) if growing.exists() => broken.push(damaged(&growing).because(error)),
            Err(_) => {}
        }
        for line in self.journal_lines()? {
            let reached = best.as_ref().map(|(_, journal)| journal.mark.number);
            if reached.is_some_and(|reached| reached >= line) {
                break;
            }
            let path = self.path.join(format!("rights-{line}.journal"));
            match whole(&path, line, keyring) {
                Ok(journal) => best = Some((path, journal)),
                Err(error) => broken.push(error),
            }
        }
        if let Some((path, journal)) = best {
            return Ok(Longest {
                path,
                journal,
                broken,
            });
        }
        Err(broken.into_iter().next().unwrap_or_else(|| {
            Error::integrity(format!(
                "there is no rights journal in `{}`",
                self.path.display()
            ))
        }))
    }
}

/// The longest copy of the journal that verifies.
#[derive(Debug)]
pub struct Longest {
    pub path: PathBuf,
    pub journal: Journal,
    /// Copies that do not verify and may have gone further.
    broken: Vec<Error>,
}

impl Longest {
    /// What may be missing in it, as sentences.
    pub fn doubts(&self) -> Vec<String> {
        let last = self.journal.mark.number;
        let broken = self.broken.iter();
        broken
            .map(|error| {
                format!("{error}: what was restricted after line {last} of the rights journal may be missing here")
            })
            .collect()
    }
}

/// A copy of the journal that has every line that its name says.
fn whole(path: &Path, line: u64, keyring: &Keyring) -> Result<Journal> {
    let journal = Journal::open(path, keyring).map_err(|error| damaged(path).because(error))?;
    if journal.mark.number == line {
        return Ok(journal);
    }
    Err(damaged(path).because("it does not end with the line that its name says"))
}

/// Whether `longest`, which was verified, begins with what is at `path`, up to that line.
fn begins(path: &Path, line: u64, longest: &Path) -> Result<bool> {
    let (one, other) = (
        file::open_regular(&mut reading(), path)?,
        file::open_regular(&mut reading(), longest)?,
    );
    let length = stretch::length(&one, path)?;
    Ok(length <= stretch::length(&other, longest)?
        && stretch::lines(&one, path)? == line.saturating_add(1)
        && stretch::is_same(&other, &one, path, 0..length)?)
}

fn damaged(path: &Path) -> Error {
    Error::integrity(format!("`{}` is damaged", path.display()))
}

fn reading() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

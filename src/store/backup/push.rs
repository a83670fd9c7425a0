//! Every line of the rights journal goes to each target folder of this machine at once: to a copy that grows there,
//! beside those that backups keep as they are. A folder that is not there is passed over; the next backup, and
//! `doctor`, look again.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::cut::mend;
use super::recovery::{GROWING, between};
use crate::base::error::{Error, Kind, Result};
use crate::store::journal::{Journal, Mark};
use crate::store::open::Store;
use crate::store::tx::Tx;
use crate::store::{file, stretch};

/// So much of the copy's end is compared before it is continued. Each line is bound to the one before it: another
/// journal, or one that was put back, differs there.
const END: u64 = 1 << 16;

/// A target folder, and the newest line that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub target: String,
    /// None: the folder is not there now.
    pub line: Option<u64>,
    /// Whether it lies on another file system than the store.
    pub is_elsewhere: bool,
}

impl Store {
    /// How far the journal has come at each target folder that the catalog knows.
    pub fn journal_copies(&self) -> Result<Vec<Copied>> {
        self.read(|tx| self.journal_copies_in(tx))
    }

    /// The same inside a transaction.
    pub fn journal_copies_in(&self, tx: &Tx<'_>) -> Result<Vec<Copied>> {
        let targets = tx.folder_targets(&self.keyring.epoch)?;
        let own = open(&self.folder.journal(), OpenOptions::new().read(true))?;
        let device = |path: &Path| fs::metadata(path).ok().map(|meta| meta.dev());
        let here = device(self.folder.path());
        Ok(targets
            .into_iter()
            .map(|target| Copied {
                line: newest(&own, &recovery_of(&target)),
                is_elsewhere: device(Path::new(&target)).is_some_and(|there| Some(there) != here),
                target,
            })
            .collect())
    }

    /// Copies the journal up to a committed line to every target folder that is there. What cannot be written
    /// is told by `doctor`: a lock must not fail because a disk is not plugged in.
    pub(in crate::store) fn push_journal(&self, upto: &Mark) {
        let Ok(targets) = self.read(|tx| tx.folder_targets(&self.keyring.epoch)) else {
            return;
        };
        let folders: Vec<PathBuf> = targets
            .iter()
            .map(|target| recovery_of(target))
            .filter(|folder| folder.is_dir())
            .collect();
        if folders.is_empty() {
            return;
        }
        let Ok(journal) = open(&self.folder.journal(), OpenOptions::new().read(true)) else {
            return;
        };
        for folder in folders {
            let verifies = |path: &Path| Journal::open(path, &self.keyring).is_ok();
            grow(&journal, upto, &folder, &verifies).ok();
        }
    }
}

fn recovery_of(target: &str) -> PathBuf {
    Path::new(target).join("recovery")
}

fn open(path: &Path, options: &mut OpenOptions) -> Result<File> {
    file::open_regular(options, path)
}

/// Of any number of processes each writes the same bytes to the same place: a journal only grows.
fn grow(
    journal: &File,
    upto: &Mark,
    recovery: &Path,
    verifies: &dyn Fn(&Path) -> bool,
) -> Result<()> {
    let path = recovery.join(GROWING);
    match open(&path, OpenOptions::new().read(true).write(true)) {
        Ok(copy) => {
            let there = stretch::length(&copy, &path)?.min(upto.end);
            let end = there.saturating_sub(END)..there;
            let is_same = stretch::is_same(journal, &copy, &path, end)?;
            // It was not here when a value was cut out of the journal.
            if !is_same && mend(journal, &path)? {
                return grow(journal, upto, recovery, verifies);
            }
            if there > 0 && is_same {
                stretch::append(journal, &copy, &path, there..upto.end)?;
                return read_back(journal, &copy, &path, there..upto.end);
            }
        }
        Err(error) if error.kind != Kind::NotFound => return Err(error),
        Err(_) => {}
    }
    // What verifies is not damaged: another copy of this store writes here, and its lines must not be lost.
    if verifies(&path) {
        return Err(Error::integrity(format!(
            "`{}` is the journal of another copy of this store",
            path.display()
        ))
        .hint("give each a place of its own"));
    }
    stretch::copy_atomic(journal, &path, upto.end)?;
    let copy = open(&path, OpenOptions::new().read(true))?;
    read_back(journal, &copy, &path, 0..upto.end)
}

fn read_back(
    journal: &File,
    copy: &File,
    path: &Path,
    written: std::ops::Range<u64>,
) -> Result<()> {
    // What was read of the journal may be older than a cut that came meanwhile.
    if stretch::is_same(journal, copy, path, written)? || mend(journal, path)? {
        return Ok(());
    }
    Err(Error::integrity("the copy of the rights journal differs"))
}

/// The last line of the longest copy in a folder that says what the journal says: names are only claims.
fn newest(own: &File, recovery: &Path) -> Option<u64> {
    let entries = fs::read_dir(recovery).ok()?;
    let mut kept: Vec<u64> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| between(&name, "rights-", ".journal"))
        .collect();
    kept.sort_unstable_by(|a, b| b.cmp(a));
    let path = |line| recovery.join(format!("rights-{line}.journal"));
    let kept = kept
        .into_iter()
        .find_map(|line| last_line(own, &path(line)).ok());
    kept.max(last_line(own, &recovery.join(GROWING)).ok())
}

/// The number of a copy's last whole line (its header is line 0), if all of it is the journal's.
fn last_line(own: &File, path: &Path) -> Result<u64> {
    let file = open(path, OpenOptions::new().read(true))?;
    // One that grew since `own` was opened has more.
    let both = stretch::length(&file, path)?.min(stretch::length(own, path)?);
    if !stretch::is_same(own, &file, path, 0..both)? {
        return Err(Error::integrity("the copy of the rights journal differs"));
    }
    stretch::lines(&file, path).map(|lines| lines.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt;

    use super::*;

    fn mark(end: u64) -> Mark {
        Mark {
            number: 0,
            end,
            length: 0,
            head: [0; 32],
        }
    }

    #[test]
    fn a_copy_grows_is_mended_and_never_touched_elsewhere() {
        let dir = tempfile::TempDir::new().unwrap();
        let own = dir.path().join("rights.journal");
        let recovery = dir.path().join("recovery");
        fs::create_dir(&recovery).unwrap();
        let copy = recovery.join(GROWING);
        let lines = |count: usize| "a line of the journal\n".repeat(count);
        let grown = |count: usize| {
            fs::write(&own, lines(count)).unwrap();
            let journal = File::open(&own).unwrap();
            let end = u64::try_from(lines(count).len()).unwrap();
            grow(&journal, &mark(end), &recovery, &|_| false).unwrap();
            assert_eq!(fs::read_to_string(&copy).unwrap(), lines(count));
            let last = u64::try_from(count - 1).ok();
            assert_eq!(newest(&journal, &recovery), last);
        };
        for count in [1, 2, 9000, 9001] {
            grown(count);
        }
        // Cut by a crash within a line, exchanged at its end, emptied, gone.
        File::options()
            .write(true)
            .open(&copy)
            .unwrap()
            .set_len(100_001)
            .unwrap();
        grown(9002);
        let exchanged = File::options().write(true).open(&copy).unwrap();
        exchanged.write_all_at(b"X", 198_000).unwrap();
        grown(9003);
        fs::write(&copy, "").unwrap();
        grown(9004);
        fs::remove_file(&copy).unwrap();
        grown(9005);
        // One that is longer already stays.
        let journal = File::open(&own).unwrap();
        grow(&journal, &mark(22), &recovery, &|_| false).unwrap();
        assert_eq!(fs::read_to_string(&copy).unwrap(), lines(9005));
        // What only its name says does not count.
        fs::write(recovery.join("rights-99999.journal"), "forged\n").unwrap();
        assert_eq!(newest(&journal, &recovery), Some(9004));
        // One of another copy of this store stays, too.
        fs::write(&copy, "of another\n").unwrap();
        assert!(grow(&journal, &mark(22), &recovery, &|_| true).is_err());
        assert_eq!(fs::read_to_string(&copy).unwrap(), "of another\n");
        // A link is not followed.
        fs::remove_file(&copy).unwrap();
        std::os::unix::fs::symlink(&own, &copy).unwrap();
        assert!(grow(&journal, &mark(22), &recovery, &|_| false).is_err());
    }
}

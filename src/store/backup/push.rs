//! Every line of the rights journal goes to each target folder of this machine at once: a new copy beside the
//! older ones. A folder that is not there is passed over; the next backup, and `doctor`, look again.

use std::fs;
use std::path::{Path, PathBuf};

use super::recovery::between;
use crate::base::error::{Error, Result};
use crate::store::file;
use crate::store::journal::Mark;
use crate::store::open::Store;

/// With more copies than these, those that no manifest names go.
const KEPT: usize = 8;
/// The largest manifest.
const MANIFEST: u64 = 1 << 20;
/// The largest journal.
const JOURNAL: u64 = 1 << 30;

/// A target folder, and the newest line that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub target: String,
    /// None: the folder is not there now.
    pub line: Option<u64>,
}

impl Store {
    /// How far the journal has come at each target folder that the catalog knows.
    pub fn journal_copies(&self) -> Result<Vec<Copied>> {
        let targets = self.read(|tx| tx.folder_targets(&self.keyring.epoch))?;
        Ok(targets
            .into_iter()
            .map(|target| Copied {
                line: lines(&recovery_of(&target)).into_iter().max(),
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
        let Ok(bytes) = file::read_limited(&self.folder.journal(), JOURNAL) else {
            return;
        };
        let end = usize::try_from(upto.end).unwrap_or(usize::MAX);
        let Some(bytes) = bytes.get(..end) else {
            return;
        };
        for folder in folders {
            put(&folder, upto.number, bytes).ok();
        }
    }
}

fn recovery_of(target: &str) -> PathBuf {
    Path::new(target).join("recovery")
}

/// Which copies a folder has, by their last line.
fn lines(recovery: &Path) -> Vec<u64> {
    let Ok(entries) = fs::read_dir(recovery) else {
        return vec![];
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| between(&name, "rights-", ".journal"))
        .collect()
}

fn put(recovery: &Path, number: u64, bytes: &[u8]) -> Result<()> {
    let path = recovery.join(format!("rights-{number}.journal"));
    if !path.exists() {
        file::write_atomic(&path, bytes)?;
    }
    if file::read_regular(&path, JOURNAL)?.as_slice() != bytes {
        return Err(Error::integrity("the copy of the rights journal differs"));
    }
    sweep(recovery, number)
}

/// Removes older copies that no manifest of the target names, now that a newer one was read back.
fn sweep(recovery: &Path, newest: u64) -> Result<()> {
    let mut older = lines(recovery);
    older.retain(|line| *line < newest);
    let target = recovery.parent().unwrap_or(recovery);
    if older.len() <= KEPT {
        return Ok(());
    }
    let entries = fs::read_dir(target).map_err(|error| Error::io("list", target, &error))?;
    let mut named = String::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            named.push_str(&String::from_utf8_lossy(&file::read_regular(
                &path, MANIFEST,
            )?));
        }
    }
    for line in older {
        let name = format!("rights-{line}.journal");
        if !named.contains(&format!("\"{name}\"")) {
            file::remove_if_there(&recovery.join(name))?;
        }
    }
    Ok(())
}

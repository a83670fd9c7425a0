//! What an erasure cut out of the rights journal is cut out of its copies at target folders, too. A copy is touched only
//! where it says the same as the journal but for what was cut.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use super::recovery::{GROWING, between};
use crate::base::error::{Error, Result};
use crate::store::journal::{self, Fields};
use crate::store::open::Store;
use crate::store::tx::Tx;
use crate::store::{file, stretch};

impl Store {
    /// Cuts rectified values out of the journal, inside a transaction, so that nobody appends meanwhile. Gives how many
    /// went.
    pub fn cut_rectified(&self, _: &Tx<'_>, fields: &Fields) -> Result<u64> {
        journal::cut_values(&self.folder.journal(), &self.keyring, fields)
    }

    /// Cuts the same out of every copy at the target folders that the catalog knows. Gives the folders that could not
    /// be reached or written: their next backup does it.
    pub fn cut_copies(&self) -> Result<Vec<String>> {
        let targets = self.read(|tx| tx.folder_targets(&self.keyring.epoch))?;
        let journal = reading(&self.folder.journal())?;
        let left = |target: &String| cut_in(&journal, &Path::new(target).join("recovery")).is_err();
        Ok(targets.into_iter().filter(left).collect())
    }

    /// The target folders that cannot be reached, or have a copy that holds what was cut out of the journal.
    pub fn uncut_copies(&self) -> Result<Vec<String>> {
        let targets = self.read(|tx| tx.folder_targets(&self.keyring.epoch))?;
        let journal = reading(&self.folder.journal())?;
        let holds = |target: &String| -> Result<bool> {
            for path in copies(&Path::new(target).join("recovery"))? {
                if is_uncut(&journal, &path)?.is_some() {
                    return Ok(true);
                }
            }
            Ok(false)
        };
        let held = |target: &String| holds(target).unwrap_or(true);
        Ok(targets.into_iter().filter(held).collect())
    }
}

/// Cuts what the journal no longer has out of every copy in one `recovery/` folder.
pub(super) fn cut_in(journal: &File, recovery: &Path) -> Result<()> {
    copies(recovery)?
        .iter()
        .try_for_each(|path| mend(journal, path).map(drop))
}

/// The same for one copy; whether it was needed. In place, without another file: whoever appends to the copy meanwhile
/// writes elsewhere in it, and several who mend it write the same.
pub(super) fn mend(journal: &File, path: &Path) -> Result<bool> {
    let Some(length) = is_uncut(journal, path)? else {
        return Ok(false);
    };
    let copy = file::open_regular(OpenOptions::new().read(true).write(true), path)?;
    stretch::blank(journal, &copy, path, (0..length, b'-'))?;
    if file::is_at(&copy, path) && stretch::is_same(journal, &copy, path, 0..length)? {
        return Ok(true);
    }
    Err(Error::conflict(format!(
        "`{}` was exchanged while values were cut out of it",
        path.display()
    ))
    .hint("the next backup there does it"))
}

/// Every copy of the journal in a folder.
fn copies(recovery: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| Error::io("read", recovery, &error);
    let mut found = vec![];
    for entry in fs::read_dir(recovery).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // What somebody put there under such a name is no copy of ours, and keeps no backup from being made.
        if !entry.file_type().map_err(failed)?.is_file() {
            continue;
        }
        if name == GROWING || between(&name, "rights-", ".journal").is_some() {
            found.push(entry.path());
        }
    }
    Ok(found)
}

/// The length of a copy that differs from the journal only in what was cut out of that.
fn is_uncut(journal: &File, path: &Path) -> Result<Option<u64>> {
    let copy = reading(path)?;
    let length = stretch::length(&copy, path)?;
    if length > stretch::length(journal, path)? {
        return Ok(None);
    }
    let same = stretch::is_same(journal, &copy, path, 0..length)?;
    let only_cut = || stretch::is_same_but(journal, &copy, path, (0..length, b'-'));
    Ok((!same && only_cut()?).then_some(length))
}

fn reading(path: &Path) -> Result<File> {
    file::open_regular(OpenOptions::new().read(true), path)
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::{FileExt as _, MetadataExt as _, PermissionsExt as _};

    use super::*;

    const BEFORE: &str = "head 2026-11-20\nline secret\nline other\nline third\n";
    const CUT: &str = "head 2026-11-20\nline ------\nline other\nline -----\n";

    #[test]
    fn a_copy_is_cut_where_it_lies_while_others_append_to_it() {
        let dir = tempfile::TempDir::new().unwrap();
        let own = dir.path().join("own");
        let recovery = dir.path().join("recovery");
        fs::create_dir(&recovery).unwrap();
        fs::write(&own, format!("{CUT}line new\n")).unwrap();
        let (grown, kept) = (recovery.join(GROWING), recovery.join("rights-2.journal"));
        let damaged = recovery.join("rights-3.journal");
        fs::write(&grown, BEFORE).unwrap();
        fs::write(&kept, &BEFORE.as_bytes()[..39]).unwrap();
        fs::write(&damaged, BEFORE.replace("other", "0ther")).unwrap();
        // Somebody has it open, to append to it; and no other file can be made there.
        let appends = File::options().write(true).open(&grown).unwrap();
        let inode = fs::metadata(&grown).unwrap().ino();
        fs::set_permissions(&recovery, Permissions::from_mode(0o500)).unwrap();
        let journal = File::open(&own).unwrap();
        cut_in(&journal, &recovery).unwrap();
        appends
            .write_all_at(b"line new\n", u64::try_from(CUT.len()).unwrap())
            .unwrap();
        fs::set_permissions(&recovery, Permissions::from_mode(0o700)).unwrap();
        assert_eq!(fs::metadata(&grown).unwrap().ino(), inode);
        assert_eq!(
            fs::read_to_string(&grown).unwrap(),
            format!("{CUT}line new\n")
        );
        assert_eq!(fs::read(&kept).unwrap(), CUT.as_bytes()[..39]);
        // What differs in anything else is not ours to change.
        let left = fs::read_to_string(&damaged).unwrap();
        assert_eq!(left, BEFORE.replace("other", "0ther"));
        assert!(!mend(&journal, &grown).unwrap());
        assert_eq!(fs::read_dir(&recovery).unwrap().count(), 3);
    }
}

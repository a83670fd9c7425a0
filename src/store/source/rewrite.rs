//! A file of another program, written anew beside the old one and put in its place. One run at a time, and none while
//! another program has it open for writing: what that writes later would be lost.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write};
use std::ops::Range;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use rustix::fs::{FlockOperation, XattrFlags};

use super::writers;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::crypto::random::Random;
use crate::store::file;

/// Bytes of the file that give way to others.
pub(super) type Change = (Range<u64>, Vec<u8>);

/// A file that is about to be replaced, under a lock that ends with this.
pub(super) struct Rewrite<'a> {
    path: &'a Path,
    pub(super) file: File,
    before: Metadata,
}

impl<'a> Rewrite<'a> {
    pub(super) fn begin(path: &'a Path) -> Result<Self> {
        let file = file::open_regular(OpenOptions::new().read(true), path)?;
        if rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Err(busy(path, "another run or program holds a lock on it"));
        }
        let before = file
            .metadata()
            .map_err(|error| Error::io("look at", path, &error))?;
        if before.nlink() > 1 {
            return Err(Error::refused(format!(
                "`{}` has another name (a hard link), under which everything would stay",
                path.display()
            ))
            .hint("remove the other name, or declare a command that erases"));
        }
        let rewrite = Self { path, file, before };
        rewrite.require_same()?;
        rewrite.remove_leftovers()?;
        Ok(rewrite)
    }

    /// Writes the file anew with these changes, which stand in the order of the file.
    pub(super) fn put(self, changes: Vec<Change>) -> Result<()> {
        let random: [u8; 8] = Random::system().bytes()?;
        let ending = format!("{MARK}{}{ENDING}", HEXLOWER.encode(&random));
        let partial = file::beside(self.path, &ending);
        let done = self.write(&partial, changes).and_then(|()| {
            self.require_same()?;
            std::fs::rename(&partial, self.path)
                .map_err(|error| Error::io("rename", &partial, &error))
        });
        if done.is_err() {
            file::remove_if_there(&partial).ok();
        }
        done?;
        file::sync_parent(self.path)
    }

    fn write(&self, partial: &Path, changes: Vec<Change>) -> Result<()> {
        let failed = |error: io::Error| Error::io("write", partial, &error);
        let new = file::create_new(partial)?;
        self.keep_attributes(&new).map_err(failed)?;
        let mut copy = Copy {
            from: self.file.try_clone().map_err(failed)?,
            to: BufWriter::new(&new),
            done: 0,
        };
        for (at, instead) in changes {
            copy.up_to(at.start)
                .and_then(|()| copy.to.write_all(&instead))
                .map_err(failed)?;
            copy.done = at.end;
        }
        copy.up_to(self.before.len()).map_err(failed)?;
        copy.to.flush().map_err(failed)?;
        drop(copy);
        file::sync(&new, partial)
    }

    /// Owner, mode, access lists and labels: who could read it before can read it afterwards.
    fn keep_attributes(&self, new: &File) -> io::Result<()> {
        std::os::unix::fs::fchown(new, Some(self.before.uid()), Some(self.before.gid()))?;
        new.set_permissions(self.before.permissions())?;
        let mut names = vec![0; 64 * 1024];
        let length = match rustix::fs::flistxattr(&self.file, names.as_mut_slice()) {
            Ok(length) => length,
            Err(rustix::io::Errno::OPNOTSUPP) => return Ok(()),
            Err(errno) => return Err(errno.into()),
        };
        let names = names.get(..length).unwrap_or_default();
        for name in names
            .split(|byte| *byte == 0)
            .filter(|name| !name.is_empty())
        {
            let mut value = vec![0; 64 * 1024];
            let length = rustix::fs::fgetxattr(&self.file, name, value.as_mut_slice())?;
            let value = value.get(..length).unwrap_or_default();
            let mut own = vec![0; 64 * 1024];
            let own_length = rustix::fs::fgetxattr(new, name, own.as_mut_slice()).unwrap_or(0);
            if own.get(..own_length) != Some(value) {
                rustix::fs::fsetxattr(new, name, value, XattrFlags::empty())?;
            }
        }
        Ok(())
    }

    /// The file is still the one that was read, and nobody can be writing to it.
    fn require_same(&self) -> Result<()> {
        let now = self
            .file
            .metadata()
            .map_err(|error| Error::io("look at", self.path, &error))?;
        let state = |meta: &Metadata| (meta.len(), meta.mtime(), meta.mtime_nsec());
        if !file::is_at(&self.file, self.path) || state(&self.before) != state(&now) {
            return Err(busy(self.path, "another program wrote to it meanwhile"));
        }
        match writers::other(&now) {
            None => Ok(()),
            Some(pid) => {
                let why = format!("process {pid} has it open for writing");
                Err(busy(self.path, &why))
            }
        }
    }

    /// What a run left that was killed: under the lock nobody else's is alive.
    fn remove_leftovers(&self) -> Result<()> {
        leftovers(self.path)?
            .iter()
            .try_for_each(|path| file::remove_if_there(path))
    }
}

const MARK: &str = ".optimactl-";
const ENDING: &str = ".partial";

/// Files beside this one that a killed run left: they hold what it holds.
pub fn leftovers(path: &Path) -> Result<Vec<PathBuf>> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(vec![]);
    };
    let begin = format!("{}{MARK}", name.to_string_lossy());
    let failed = |error: io::Error| Error::io("read", folder, &error);
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(&begin) && name.ends_with(ENDING) {
            found.push(path);
        }
    }
    Ok(found)
}

fn busy(path: &Path, why: &str) -> Error {
    Error::conflict(format!(
        "`{}` is left as it is: {}",
        path.display(),
        safe(why)
    ))
    .hint("stop what writes there and run it again, or let that program erase by itself (`as = \"command\"`)")
}

/// From one file into another, what is not left out.
struct Copy<W> {
    from: File,
    to: W,
    done: u64,
}

impl<W: Write> Copy<W> {
    fn up_to(&mut self, end: u64) -> io::Result<()> {
        self.from.seek(SeekFrom::Start(self.done))?;
        let wanted = end.saturating_sub(self.done);
        let copied = io::copy(&mut (&mut self.from).take(wanted), &mut self.to)?;
        self.done = end;
        if copied == wanted {
            Ok(())
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }
}

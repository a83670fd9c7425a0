//! Files written private and durable: created exclusively, flushed, renamed into place, owned by the owner
//! of their folder.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::ops::Range;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::size;

use super::partial::{Partial, taken};

/// Whether a file that is there already may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Refuse,
    Replace,
}

/// Makes a folder that only its owner enters (mode 0700), and those above it.
pub fn make_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        make_folder(parent)?;
    }
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => adopt(path),
        // Somebody else made it meanwhile.
        Err(_) if path.is_dir() => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Error::conflict(
            format!("`{}` is not a folder", path.display()),
        )
        .hint("name a folder, or a place where one can be made")),
        Err(error) => Err(Error::io("create", path, &error)),
    }
}

/// The folders that [`make_folder`] would make for `path`, innermost first.
pub fn missing_folders(path: &Path) -> Vec<PathBuf> {
    path.ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_path_buf)
        .collect()
}

/// Takes back folders that were made, innermost first, as far as nothing lies in them.
pub fn remove_empty(folders: &[PathBuf]) {
    for folder in folders {
        if std::fs::remove_dir(folder).is_err() && folder.exists() {
            return;
        }
    }
}

/// Opens a lock file, which is made if it is missing. A symbolic link in its place is not followed.
pub fn open_lock(path: &Path) -> Result<File> {
    let fresh = !path.exists();
    let mut options = OpenOptions::new();
    options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600);
    let lock = open_regular(&mut options, path)?;
    if fresh {
        adopt_file(&lock, path)?;
    }
    Ok(lock)
}

/// Whether an open file is still the one with this name: a lock on a removed file locks nothing.
pub fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(named)) = (file.metadata(), path.metadata()) else {
        return false;
    };
    (open.dev(), open.ino()) == (named.dev(), named.ino())
}

/// Creates `path` with mode 0600; it must not exist.
pub fn create_new(path: &Path) -> Result<File> {
    let created = OpenOptions::new()
        .write(true)
        .read(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    let file = created.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Error::conflict(format!("`{}` already exists", path.display()))
        }
        _ => Error::io("create", path, &error),
    })?;
    adopt_file(&file, path)?;
    Ok(file)
}

/// Writes a whole file so that after any crash the old content or the new one is there, never a part.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<()> {
    atomically(path, |file| put(file, path, bytes))
}

/// The same for content that is not at hand in one piece: `write` writes it.
pub fn atomically(path: &Path, write: impl FnOnce(&File) -> Result<()>) -> Result<()> {
    let partial = beside(path, ".partial");
    let written = create_beside(&partial, path)
        .and_then(|file| {
            write(&file)?;
            sync(&file, path)
        })
        .and_then(|()| {
            fs::rename(&partial, path).map_err(|error| Error::io("rename", &partial, &error))
        })
        .and_then(|()| sync_parent(path));
    if written.is_err() {
        fs::remove_file(&partial).ok();
    }
    written
}

fn put(mut file: &File, path: &Path, bytes: &[u8]) -> Result<()> {
    file.write_all(bytes)
        .map_err(|error| Error::io("write", path, &error))
}

/// Creates what one process at a time writes, under the store's lock; one that a crash left goes away.
fn create_beside(partial: &Path, path: &Path) -> Result<File> {
    let create = || {
        let mut options = OpenOptions::new();
        options.write(true).read(true).create_new(true).mode(0o600);
        options.open(partial)
    };
    let created = match create() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            remove_if_there(partial)?;
            create()
        }
        other => other,
    };
    let file = created.map_err(|error| Error::io("create", path, &error))?;
    adopt_file(&file, partial)?;
    Ok(file)
}

/// Writes an artifact that a person asked for with `--output`. Two processes that write the same one do not meet
/// in the file beside it, and with [`Existing::Refuse`] exactly one of them wins.
pub fn write_output(path: &Path, bytes: &[u8], existing: Existing) -> Result<()> {
    write_outputs(&[(path, bytes)], existing)
}

/// Files that are worth nothing without each other: all of them are on the disk before the first gets its name, and
/// those that were not there before go away if a later one cannot have its own.
pub fn write_outputs(files: &[(&Path, &[u8])], existing: Existing) -> Result<()> {
    let mut whole = vec![];
    for (path, bytes) in files {
        if path.is_dir() {
            let shown = path.display();
            return Err(Error::conflict(format!("`{shown}` is a folder")).hint("name a file in it"));
        }
        if existing == Existing::Refuse && path.symlink_metadata().is_ok() {
            return Err(taken(path));
        }
        let (partial, file) = Partial::create(path)?;
        put(&file, path, bytes)?;
        sync(&file, path)?;
        whole.push((path, partial));
    }
    let mut placed = vec![];
    for (path, partial) in whole {
        if let Err(error) = partial.place(existing) {
            for path in placed {
                if existing == Existing::Refuse {
                    remove_if_there(path).ok();
                }
            }
            return Err(error);
        }
        placed.push(path);
    }
    Ok(())
}

/// Renames without ever replacing something that is there.
pub fn rename_new(from: &Path, to: &Path) -> Result<()> {
    let flags = rustix::fs::RenameFlags::NOREPLACE;
    let done = rustix::fs::renameat_with(rustix::fs::CWD, from, rustix::fs::CWD, to, flags);
    match done {
        Ok(()) => sync_parent(to),
        Err(rustix::io::Errno::EXIST) => Err(Error::conflict(format!(
            "`{}` already exists",
            to.display()
        ))),
        // Some file systems do not know the flag: a link is exclusive everywhere else.
        Err(rustix::io::Errno::INVAL) => fs::hard_link(from, to)
            .and_then(|()| fs::remove_file(from))
            .map_err(|error| Error::io("rename", to, &error))
            .and_then(|()| sync_parent(to)),
        Err(errno) => Err(Error::io("rename", from, &errno.into())),
    }
}

/// Reads a file that must not be larger than `limit` bytes.
pub fn read_limited(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    let file = File::open(path).map_err(|error| missing(path, &error))?;
    let mut bytes = Zeroizing::new(vec![]);
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io("read", path, &error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(Error::integrity(format!(
            "`{}` is larger than it can be",
            path.display()
        )));
    }
    Ok(bytes)
}

/// Reads a file from a folder that others may write to: never through a link, never from a pipe or a device
/// (which could hang or hand out what its maker may not read).
pub fn read_regular(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    let file = open_regular(OpenOptions::new().read(true), path)?;
    let mut bytes = Zeroizing::new(vec![]);
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io("read", path, &error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(Error::integrity(format!(
            "`{}` is larger than it can be",
            path.display()
        )));
    }
    Ok(bytes)
}

/// Opens a plain file and nothing else; links are not followed, a pipe without a writer does not block.
pub fn open_regular(options: &mut OpenOptions, path: &Path) -> Result<File> {
    let odd = || Error::integrity(format!("`{}` is no plain file", path.display()));
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let opened = options.custom_flags(flags.bits().cast_signed()).open(path);
    let file = opened.map_err(|error| match rustix::io::Errno::from_io_error(&error) {
        Some(rustix::io::Errno::LOOP | rustix::io::Errno::NXIO) => odd(),
        _ => missing(path, &error),
    })?;
    let meta = file.metadata();
    let meta = meta.map_err(|error| Error::io("look at", path, &error))?;
    if meta.is_file() { Ok(file) } else { Err(odd()) }
}

fn missing(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => Error::not_found(format!("there is no `{}`", path.display())),
        _ => Error::io("read", path, error),
    }
}

/// Flushes a file's content to the disk.
pub fn sync(file: &File, path: &Path) -> Result<()> {
    file.sync_all()
        .map_err(|error| Error::io("flush", path, &error))
}

/// Flushes a file's bytes while more of them are on their way.
pub fn sync_content(file: &File, path: &Path) -> Result<()> {
    file.sync_data()
        .map_err(|error| Error::io("flush", path, &error))
}

/// Asks the system to drop what it holds of a part of a flushed file in memory, so that reading it back reads the
/// disk. A file system that keeps it all the same does no harm.
pub fn forget(file: &File, bytes: &Range<u64>) {
    advise(file, bytes, rustix::fs::Advice::DontNeed);
}

/// Asks the system to read ahead, in large steps however small the reads are that follow.
pub fn fetch(file: &File, bytes: &Range<u64>) {
    advise(file, bytes, rustix::fs::Advice::WillNeed);
}

fn advise(file: &File, bytes: &Range<u64>, advice: rustix::fs::Advice) {
    // Without a length it is meant up to the end of the file.
    let length = std::num::NonZeroU64::new(bytes.end.saturating_sub(bytes.start));
    rustix::fs::fadvise(file, bytes.start, length, advice).ok();
}

/// Flushes a folder, so that a rename or a new name in it survives a power cut.
pub fn sync_folder(path: &Path) -> Result<()> {
    let folder = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    folder
        .sync_all()
        .map_err(|error| Error::io("flush", path, &error))
}

/// Flushes everything written to the file system of a folder: one call for thousands of files.
pub fn sync_file_system(path: &Path) -> Result<()> {
    let folder = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    rustix::fs::syncfs(folder).map_err(|errno| Error::io("flush", path, &errno.into()))
}

pub fn sync_parent(path: &Path) -> Result<()> {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
        _ => sync_folder(Path::new(".")),
    }
}

/// Removes a file; that it is not there is fine.
pub fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::io("remove", path, &error))
        }
        _ => Ok(()),
    }
}

/// `store.db` and `.new` make `store.db.new`.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A command run as root gives the folder that it makes to the owner of the one that it lies in. A symbolic link
/// is never followed: its owner could point it anywhere.
pub fn adopt(path: &Path) -> Result<()> {
    let Some((uid, gid)) = owner_to_be(path)? else {
        return Ok(());
    };
    std::os::unix::fs::lchown(path, Some(uid), Some(gid))
        .map_err(|error| Error::io("change the owner of", path, &error))
}

/// The same for a file that is open: its descriptor cannot be exchanged for another.
pub fn adopt_file(file: &File, path: &Path) -> Result<()> {
    let Some((uid, gid)) = owner_to_be(path)? else {
        return Ok(());
    };
    std::os::unix::fs::fchown(file, Some(uid), Some(gid))
        .map_err(|error| Error::io("change the owner of", path, &error))
}

/// Who should own what lies at `path`, when this process is root and the folder is not root's.
fn owner_to_be(path: &Path) -> Result<Option<(u32, u32)>> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let parent = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let folder = fs::metadata(parent).map_err(|error| Error::io("look at", parent, &error))?;
    // Root's own folder, or one that everybody writes to (`/tmp`): it stays root's.
    let kept = folder.uid() == 0 || folder.mode() & 0o1002 != 0;
    Ok((!kept).then(|| (folder.uid(), folder.gid())))
}

/// Bytes that may still be written to the file system of `path`.
pub fn free_space(path: &Path) -> Result<u64> {
    let state = rustix::fs::statvfs(path)
        .map_err(|errno| Error::io("look at", path, &io::Error::from(errno)))?;
    Ok(state.f_bavail.saturating_mul(state.f_frsize))
}

/// Refuses early when `needed` bytes do not fit beside what is there.
pub fn require_space(path: &Path, needed: u64) -> Result<()> {
    let free = free_space(path)?;
    if free >= needed {
        return Ok(());
    }
    Err(Error::new(
        Kind::NoSpace,
        format!(
            "{} are needed, and `{}` has {} free; nothing was changed",
            size(needed),
            path.display(),
            size(free)
        ),
    )
    .hint("free space on that file system and run it again"))
}

//! A folder as a place of backups: its lock, what a dead run left in it, and files that get their names whole.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{Form, MANIFEST, data_name, data_stem, manifest_name};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{Behind, Entry, Place, Upload};
use crate::store::direct::{self, Sink, Stream};
use crate::store::file;

const PARTIAL: &str = ".partial";
const LOCK: &str = ".optimactl.lock";

/// A backup folder. Reading needs no lock: names only ever appear whole.
#[derive(Debug)]
pub struct Local {
    path: PathBuf,
    /// The path as text.
    name: String,
    lock: Option<File>,
    fresh: Fresh,
}

/// What was not there before this run.
#[derive(Debug, Default)]
struct Fresh {
    folders: Vec<PathBuf>,
    lock: bool,
    recovery: bool,
}

impl Local {
    /// A folder to read from.
    pub fn at(path: &Path) -> Result<Self> {
        if !path.is_dir() {
            return Err(
                Error::not_found(format!("there is no folder `{}`", path.display()))
                    .hint("name the folder that backups lie in with `--from DIR`"),
            );
        }
        Self::unlocked(path, Fresh::default())
    }

    /// A folder to write to: made if it is missing, locked, and cleared of what dead runs left.
    pub fn hold(path: &Path, wait: Duration) -> Result<Self> {
        let fresh = Fresh {
            folders: file::missing_folders(path),
            lock: !path.join(LOCK).exists(),
            recovery: !path.join("recovery").exists(),
        };
        let mut target = Self::unlocked(path, fresh)?;
        let held = file::make_folder(path).and_then(|()| lock(path, wait));
        match held {
            Ok(lock) => target.lock = Some(lock),
            Err(error) => {
                file::remove_empty(&target.fresh.folders);
                return Err(error);
            }
        }
        target.sweep()?;
        Ok(target)
    }

    fn unlocked(path: &Path, fresh: Fresh) -> Result<Self> {
        let Some(name) = path.to_str() else {
            return Err(Error::usage(format!(
                "the folder's path `{}` is not UTF-8",
                path.display()
            ))
            .hint("give the folder a name in UTF-8"));
        };
        Ok(Self {
            path: path.to_owned(),
            name: name.to_owned(),
            lock: None,
            fresh,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn recovery(&self) -> super::Recovery {
        super::Recovery::at(self.path.join("recovery"))
    }

    /// After a run that failed: what it made goes, unless another run has put a backup here meanwhile.
    pub fn abandon(self) -> Result<()> {
        let kept =
            |entry: &Entry| entry.name.ends_with(MANIFEST) || data_stem(&entry.name).is_some();
        if self.list("")?.iter().any(kept) {
            return Ok(());
        }
        if self.fresh.recovery {
            self.recovery().remove()?;
        }
        if self.fresh.lock {
            file::remove_if_there(&self.path.join(LOCK))?;
        }
        file::remove_empty(&self.fresh.folders);
        Ok(())
    }

    /// Removes what runs that died have left. The lock is held: nothing of it belongs to a living one.
    fn sweep(&self) -> Result<()> {
        for entry in self.list("")? {
            let name = &entry.name;
            let Some(whole) = name.strip_suffix(PARTIAL) else {
                continue;
            };
            let path = self.path.join(name);
            if data_stem(whole).is_some() {
                file::remove_if_there(&path)?;
            } else if let Some(stem) = whole.strip_suffix(MANIFEST) {
                if !self.path.join(manifest_name(stem)).exists() {
                    for form in [Form::Full, Form::Delta] {
                        file::remove_if_there(&self.path.join(data_name(stem, form)))?;
                    }
                }
                file::remove_if_there(&path)?;
            }
        }
        Ok(())
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        if let Some(lock) = &self.lock {
            lock.unlock().ok();
        }
    }
}

impl Place for Local {
    fn name(&self) -> &str {
        &self.name
    }

    /// Links, pipes and devices, which somebody else could have put here, are listed as empty and never opened.
    fn list(&self, folder: &str) -> Result<Vec<Entry>> {
        let path = self.path.join(folder);
        let list = |error| Error::io("list", &path, &error);
        let entries = match fs::read_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
            other => other.map_err(list)?,
        };
        let mut found = vec![];
        for entry in entries {
            let entry = entry.map_err(list)?;
            let meta = match entry.metadata() {
                // It went away since.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                other => other.map_err(list)?,
            };
            if let (false, Ok(name)) = (meta.is_dir(), entry.file_name().into_string()) {
                found.push(Entry {
                    name,
                    bytes: if meta.is_file() { meta.len() } else { 0 },
                });
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn open(&self, name: &str) -> Result<Box<dyn Read + Send>> {
        let path = self.path.join(name);
        Ok(Box::new(file::open_regular(
            OpenOptions::new().read(true),
            &path,
        )?))
    }

    fn create(&self, name: &str) -> Result<Box<dyn Upload>> {
        let path = self.path.join(name);
        if let Some(folder) = path.parent() {
            file::make_folder(folder)?;
        }
        let partial = file::beside(&path, PARTIAL);
        Ok(Box::new(Growing {
            sink: Sink::new(file::create_new(&partial)?),
            partial,
            path,
        }))
    }

    fn remove(&self, name: &str) -> Result<()> {
        let path = self.path.join(name);
        file::remove_if_there(&path)?;
        // Nothing was there, not even its folder.
        if path.parent().is_some_and(|folder| !folder.is_dir()) {
            return Ok(());
        }
        file::sync_parent(&path)
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        let (from, to) = (self.path.join(from), self.path.join(to));
        if let Some(folder) = to.parent() {
            file::make_folder(folder)?;
        }
        file::rename_new(&from, &to)?;
        file::sync_parent(&from)
    }

    fn free(&self) -> Result<Option<u64>> {
        file::free_space(&self.path).map(Some)
    }
}

/// A file under its first name.
struct Growing {
    sink: Sink,
    partial: PathBuf,
    path: PathBuf,
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sink.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

impl Upload for Growing {
    fn seal(&mut self) -> Result<()> {
        self.sink
            .flush()
            .map_err(|error| Error::io("write", &self.path, &error))?;
        file::sync(&self.sink.file, &self.path)?;
        // What is read back comes from the disk.
        file::forget(&self.sink.file, &(0..0));
        file::sync_parent(&self.partial)
    }

    fn reopen(&self) -> Result<Box<dyn Read + Send>> {
        let opened = file::open_regular(OpenOptions::new().read(true), &self.partial)?;
        Ok(Box::new(opened))
    }

    fn follow(&self) -> Result<Option<Box<dyn Behind>>> {
        Ok(Some(Box::new(Flushed {
            stream: Stream::new(file::open_regular(
                OpenOptions::new().read(true),
                &self.partial,
            )?),
            path: self.path.clone(),
        })))
    }

    fn publish(self: Box<Self>) -> Result<()> {
        if self.sink.holds_back() {
            return Err(Error::bug(
                "a file was to be published before it was sealed",
            ));
        }
        file::rename_new(&self.partial, &self.path)
    }
}

impl Drop for Growing {
    fn drop(&mut self) {
        // Published, nothing is there any more.
        file::remove_if_there(&self.partial).ok();
    }
}

/// A file that somebody still writes to.
struct Flushed {
    stream: Stream,
    path: PathBuf,
}

impl Read for Flushed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.read(buffer)
    }
}

impl Behind for Flushed {
    fn settle(&mut self, bytes: &Range<u64>) -> Result<()> {
        let file = &self.stream.file;
        // The disk has it, and not only its cache.
        file::sync_content(file, &self.path)?;
        if !direct::is_on(file) {
            file::forget(file, bytes);
            file::fetch(file, bytes);
        }
        self.stream.extend(bytes.end);
        Ok(())
    }
}

/// The kernel's lock on a file that stays: nothing to clean up after a crash.
fn lock(folder: &Path, wait: Duration) -> Result<File> {
    let path = folder.join(LOCK);
    let mut lock = file::open_lock(&path)?;
    let since = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) if file::is_at(&lock, &path) => return Ok(lock),
            // A run that failed took its lock file with it.
            Ok(()) => lock = file::open_lock(&path)?,
            Err(TryLockError::WouldBlock) if since.elapsed() < wait => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {
                return Err(Error::new(
                    Kind::StoreLocked,
                    format!("another backup is being written to `{}`", folder.display()),
                )
                .hint("wait longer with `--wait 30m`, or let it finish"));
            }
            Err(TryLockError::Error(error)) => return Err(Error::io("lock", &path, &error)),
        }
    }
}

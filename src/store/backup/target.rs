//! A folder that backups go to: its lock, its names, what a dead run left in it, and the commit of a new one.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::base::error::{Error, Kind, Result};
use crate::store::file;

const DATA: &str = ".db.zst.age";
const MANIFEST: &str = ".json";
const PARTIAL: &str = ".partial";
const LOCK: &str = ".optimactl.lock";
/// Other documents beside a manifest; none of them is one.
const OTHERS: [&str; 3] = [".pin.json", ".verified.json", ".pruned.json"];

pub fn data_name(stem: &str) -> String {
    format!("{stem}{DATA}")
}

pub fn manifest_name(stem: &str) -> String {
    format!("{stem}{MANIFEST}")
}

/// A backup folder. Reading needs no lock: names only ever appear whole.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
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

impl Target {
    /// A folder to read from.
    pub fn at(path: &Path) -> Result<Self> {
        if !path.is_dir() {
            return Err(
                Error::not_found(format!("there is no folder `{}`", path.display()))
                    .hint("name the folder that backups lie in with `--from DIR`"),
            );
        }
        Ok(Self {
            path: path.to_owned(),
            lock: None,
            fresh: Fresh::default(),
        })
    }

    /// A folder to write to: made if it is missing, locked, and cleared of what dead runs left.
    pub fn hold(path: &Path, wait: Duration) -> Result<Self> {
        let mut target = Self {
            path: path.to_owned(),
            lock: None,
            fresh: Fresh {
                folders: file::missing_folders(path),
                lock: !path.join(LOCK).exists(),
                recovery: !path.join("recovery").exists(),
            },
        };
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

    /// After a run that failed: what it made goes, unless another run has put a backup here meanwhile.
    pub fn abandon(self) -> Result<()> {
        if !self.manifests()?.is_empty() || !self.files()?.is_empty() {
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

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn recovery(&self) -> super::Recovery {
        super::Recovery::at(self.path.join("recovery"))
    }

    /// Where a file is written before it has its name.
    pub fn partial(&self, stem: &str) -> PathBuf {
        self.path.join(format!("{stem}{DATA}{PARTIAL}"))
    }

    /// The names of manifests, oldest first as their names go.
    pub fn manifests(&self) -> Result<Vec<String>> {
        let others = |name: &String| OTHERS.iter().any(|suffix| name.ends_with(suffix));
        let mut names = self.names()?;
        names.retain(|name| name.ends_with(MANIFEST) && !name.starts_with('.') && !others(name));
        Ok(names)
    }

    /// The names of backup files.
    pub fn files(&self) -> Result<Vec<String>> {
        let mut names = self.names()?;
        names.retain(|name| name.ends_with(DATA) && !name.starts_with('.'));
        Ok(names)
    }

    fn names(&self) -> Result<Vec<String>> {
        let list = |error| Error::io("list", &self.path, &error);
        let mut names = vec![];
        for entry in fs::read_dir(&self.path).map_err(list)? {
            names.extend(entry.map_err(list)?.file_name().into_string());
        }
        names.sort();
        Ok(names)
    }

    /// Gives a written file and its manifest their names; the manifest's is the commit. On failure neither
    /// stays.
    pub fn commit(&self, stem: &str, manifest: &[u8]) -> Result<()> {
        let committed = self.try_commit(stem, manifest);
        if committed.is_err() {
            file::remove_if_there(&self.path.join(data_name(stem))).ok();
            file::remove_if_there(&self.partial(stem)).ok();
            file::remove_if_there(&self.manifest_partial(stem)).ok();
        }
        committed
    }

    fn try_commit(&self, stem: &str, manifest: &[u8]) -> Result<()> {
        let ahead = self.manifest_partial(stem);
        // The manifest's first name stands before the file's last one: so the next run knows that a file
        // without a manifest is what a crash left, and not what somebody lost the manifest of.
        let mut output = file::create_new(&ahead)?;
        output
            .write_all(manifest)
            .map_err(|error| Error::io("write", &ahead, &error))?;
        file::sync(&output, &ahead)?;
        file::sync_folder(&self.path)?;
        file::rename_new(&self.partial(stem), &self.path.join(data_name(stem)))?;
        file::rename_new(&ahead, &self.path.join(manifest_name(stem)))
    }

    fn manifest_partial(&self, stem: &str) -> PathBuf {
        self.path.join(format!("{stem}{MANIFEST}{PARTIAL}"))
    }

    /// Removes what runs that died have left. The lock is held: nothing of it belongs to a living one.
    fn sweep(&self) -> Result<()> {
        for name in self.names()? {
            let Some(whole) = name.strip_suffix(PARTIAL) else {
                continue;
            };
            let path = self.path.join(&name);
            if whole.ends_with(DATA) {
                file::remove_if_there(&path)?;
            } else if let Some(stem) = whole.strip_suffix(MANIFEST) {
                if !self.path.join(manifest_name(stem)).exists() {
                    file::remove_if_there(&self.path.join(data_name(stem)))?;
                }
                file::remove_if_there(&path)?;
            }
        }
        Ok(())
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some(lock) = &self.lock {
            lock.unlock().ok();
        }
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

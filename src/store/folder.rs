//! The store's folder: which file is which, and who may own it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::check::RESTORE;
use crate::base::error::{Error, Kind, Result};

/// A folder that holds a store, or will.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf, Layout);

/// How the files in a folder are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Store,
    /// A store whose next database is worked in: everything else is the live store's.
    Staged,
    /// A backup's `recovery/`, by generation.
    Recovery(u64),
}

impl Folder {
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into(), Layout::Store)
    }

    /// A backup's `recovery/` folder, where slots and keyring carry the generation in their names.
    pub fn recovery(path: impl Into<PathBuf>, generation: u64) -> Self {
        Self(path.into(), Layout::Recovery(generation))
    }

    /// The same store as seen from the database that is to take the present one's place.
    pub(super) fn staged(&self) -> Self {
        Self(self.0.clone(), Layout::Staged)
    }

    /// The same store as everybody sees it.
    pub(super) fn live(&self) -> Self {
        Self(self.0.clone(), Layout::Store)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn database(&self) -> PathBuf {
        match self.1 {
            Layout::Staged => self.new_database(),
            _ => self.0.join("store.db"),
        }
    }

    /// The database that a replacement is building.
    pub fn new_database(&self) -> PathBuf {
        self.0.join("store.db.new")
    }

    pub fn keyring(&self) -> PathBuf {
        match self.1 {
            Layout::Store | Layout::Staged => self.0.join("keyring.age"),
            Layout::Recovery(generation) => self.0.join(format!("keyring-{generation}.age")),
        }
    }

    /// The keyring of a master identity that is about to take the old one's place.
    pub fn new_keyring(&self) -> PathBuf {
        self.0.join("keyring.age.new")
    }

    /// The slots of that master identity; after the change, those of the old one.
    pub fn new_slots(&self) -> PathBuf {
        self.0.join("slots.new")
    }

    /// Where `init` and restore build a store before it is moved into place.
    pub fn construction(&self) -> PathBuf {
        self.0.join("init.partial")
    }

    pub fn slots(&self) -> PathBuf {
        match self.1 {
            Layout::Store | Layout::Staged => self.0.join("slots"),
            Layout::Recovery(generation) => self.0.join(format!("slots-{generation}")),
        }
    }

    pub fn journal(&self) -> PathBuf {
        self.0.join("rights.journal")
    }

    pub fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }

    pub fn holders(&self) -> PathBuf {
        self.0.join("lock.d")
    }

    /// Whether a store was made here. The keyring is written last by `init`, so it decides.
    pub fn holds_store(&self) -> bool {
        self.keyring().symlink_metadata().is_ok()
    }

    /// Refuses a folder without a store (10) and one that somebody else owns (5).
    pub fn require_store(&self) -> Result<()> {
        if !self.holds_store() {
            return Err(self.no_store());
        }
        self.require_owner()?;
        self.require_no_links()
    }

    /// Nothing in a store is a symbolic link: one would let its owner make root read or write elsewhere.
    pub(super) fn require_no_links(&self) -> Result<()> {
        let files = [
            self.database(),
            self.keyring(),
            self.slots(),
            self.journal(),
            self.lock(),
            self.holders(),
        ];
        for path in files {
            if path.symlink_metadata().is_ok_and(|meta| meta.is_symlink()) {
                return Err(
                    Error::refused(format!("`{}` is a symbolic link", path.display()))
                        .hint("nothing in a store is one: put the file itself there"),
                );
            }
        }
        Ok(())
    }

    fn no_store(&self) -> Error {
        let shown = self.0.display();
        if let Err(error) = self.keyring().symlink_metadata()
            && error.kind() == std::io::ErrorKind::PermissionDenied
        {
            return self.closed();
        }
        let left = self.database().symlink_metadata().is_ok();
        if left && self.slots().is_dir() {
            return Error::integrity(format!("`{shown}` has a database but no keyring"))
                .hint(RESTORE);
        }
        Error::new(Kind::NoStore, format!("there is no store in `{shown}`"))
            .hint("make one with `optimactl init`, or name another folder with `--store DIR`")
    }

    /// A folder that this user may not enter: it may hold a store or not.
    fn closed(&self) -> Error {
        let owner = fs::metadata(&self.0).map_or_else(
            |_| "its owner".to_owned(),
            |meta| format!("'#{}'", meta.uid()),
        );
        Error::refused(format!(
            "`{}` cannot be entered by this user",
            self.0.display()
        ))
        .hint(format!(
            "run it as the owner: `sudo -u {owner} optimactl …`"
        ))
    }

    /// Root works for every owner; everybody else only in a folder of their own.
    pub fn require_owner(&self) -> Result<()> {
        let meta = fs::metadata(&self.0).map_err(|error| Error::io("look at", &self.0, &error))?;
        let me = rustix::process::geteuid().as_raw();
        if me == 0 || me == meta.uid() {
            return Ok(());
        }
        Err(Error::refused(format!(
            "`{}` belongs to uid {}, and this command runs as uid {me}",
            self.0.display(),
            meta.uid()
        ))
        .hint(format!(
            "run it as the owner: `sudo -u '#{}' optimactl …`",
            meta.uid()
        )))
    }

    /// The name of a network file system under this folder: locks and flushes cannot be relied on there.
    pub fn network_file_system(&self) -> Result<Option<&'static str>> {
        let state = rustix::fs::statfs(&self.0)
            .map_err(|errno| Error::io("look at", &self.0, &std::io::Error::from(errno)))?;
        // Magic numbers of statfs(2); the kernel's type differs between platforms, hence the conversion.
        let magic = u64::try_from(state.f_type).unwrap_or(0) & 0xffff_ffff;
        Ok(match magic {
            0x6969 => Some("NFS"),
            0x517b | 0xff53_4d42 | 0xfe53_4d42 => Some("SMB"),
            0x0102_1997 => Some("9P"),
            0x00c3_6400 => Some("Ceph"),
            0x6573_5546 => Some("FUSE"),
            0x5346_414f => Some("AFS"),
            _ => None,
        })
    }

    /// Files and folders that others than the owner may enter, as `path: mode`.
    pub fn open_modes(&self) -> Result<Vec<(PathBuf, u32)>> {
        let mut found = vec![];
        let mut ahead = vec![self.0.clone()];
        while let Some(path) = ahead.pop() {
            let meta = path
                .symlink_metadata()
                .map_err(|error| Error::io("look at", &path, &error))?;
            if meta.mode() & 0o077 != 0 {
                found.push((path.clone(), meta.mode() & 0o777));
            }
            if meta.is_dir() {
                let entries =
                    fs::read_dir(&path).map_err(|error| Error::io("list", &path, &error))?;
                ahead.extend(entries.filter_map(|entry| entry.ok().map(|entry| entry.path())));
            }
        }
        found.sort();
        Ok(found)
    }
}

//! Making a store's folder: everything is built beside and moved into place, the keyring last. Without a
//! keyring there is no store, so a crash leaves nothing that looks like one.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::file;
use super::folder::Folder;
use super::journal::Journal;
use super::keyring::{self, DataKey, Keyring, Master};
use super::lock::{self, Holder, Lock, Sharing};
use super::{migrate, open};
use crate::base::clock::{Time, micros_text};
use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::crypto::secret::Key;

/// A store under construction, in a folder inside its future one. Unless it is settled, dropping it leaves the
/// place as it was found.
pub struct Site {
    target: Folder,
    /// Where the files are made; has the layout of a store.
    pub folder: Folder,
    place: Place,
}

/// The future folder of a store, and what of it was there before.
struct Place {
    target: Folder,
    made: Vec<PathBuf>,
    fresh_lock: bool,
    lock: Option<Lock>,
    settled: bool,
}

impl Place {
    /// Makes the folder if it is missing, and takes its lock.
    fn take(target: &Folder, holder: &Holder) -> Result<Self> {
        let mut place = Self {
            target: target.clone(),
            made: file::missing_folders(target.path()),
            fresh_lock: !target.lock().exists(),
            lock: None,
            settled: false,
        };
        file::make_folder(target.path())?;
        target.require_owner()?;
        if let Some(kind) = target.network_file_system()? {
            return Err(
                Error::refused(format!("`{}` lies on {kind}", target.path().display())).hint(
                    "locks and flushes are not reliable there: choose a local disk with `--store DIR`",
                ),
            );
        }
        place.lock = Some(lock::acquire(target, Sharing::Exclusive, holder)?);
        Ok(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.settled {
            return;
        }
        // Under the lock, and never that of a store which somebody else made meanwhile.
        if self.lock.is_some() && self.fresh_lock && !self.target.holds_store() {
            file::remove_if_there(&self.target.lock()).ok();
            self.lock = None;
            fs::remove_dir(self.target.holders()).ok();
        }
        file::remove_empty(&self.made);
    }
}

/// Prepares `target` for a new store; one that is there already is a conflict.
pub fn prepare(target: &Folder, holder: &Holder) -> Result<Site> {
    let place = Place::take(target, holder)?;
    if target.holds_store() {
        return Err(taken(target));
    }
    let folder = Folder::new(target.construction());
    sweep(target, &folder)?;
    require_empty(target)?;
    let site = Site {
        target: target.clone(),
        folder,
        place,
    };
    file::make_folder(site.folder.path())?;
    file::make_folder(&site.folder.slots())?;
    Ok(site)
}

/// Whether a new store could be made there, as far as looking tells.
pub fn require_free(target: &Folder) -> Result<()> {
    if target.holds_store() {
        return Err(taken(target));
    }
    // What a crash has left is swept by the real run.
    if target.path().symlink_metadata().is_err() || target.construction().exists() {
        return Ok(());
    }
    require_empty(target)
}

fn taken(target: &Folder) -> Error {
    Error::conflict(format!(
        "there is a store in `{}` already",
        target.path().display()
    ))
    .hint("use it, or name another folder with `--store DIR`")
}

/// Removes what a construction that a crash cut short has left. Files in the target belong to it only while its
/// own keyring lies in the inner folder still: that one is moved last.
fn sweep(target: &Folder, inner: &Folder) -> Result<()> {
    if inner.keyring().exists() {
        file::remove_if_there(&target.database())?;
        file::remove_if_there(&target.journal())?;
        clear(&target.slots())?;
    }
    clear(inner.path())
}

/// Removes a folder with what is in it; that it is not there is fine.
pub(super) fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("remove", folder, &error))
        }
        _ => Ok(()),
    }
}

/// A store moves only into an empty folder: what lies there may be somebody's.
fn require_empty(target: &Folder) -> Result<()> {
    let path = target.path();
    let entries = fs::read_dir(path).map_err(|error| Error::io("list", path, &error))?;
    let foreign = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name != "lock" && name != "lock.d");
    match foreign {
        None => Ok(()),
        Some(name) => Err(Error::refused(format!(
            "`{}` is not empty: it holds `{}`",
            path.display(),
            crate::base::text::safe(&name)
        ))
        .hint("name an empty or new folder with `--store DIR`")),
    }
}

impl Site {
    /// An empty database with the newest schema under `key`; `fill` writes its first rows.
    pub fn database(&self, key: &Key) -> Result<Connection> {
        let conn = open::create(&self.folder.database(), key)?;
        Ok(conn)
    }

    /// Creates the schema and the store's own facts.
    pub fn schema(conn: &Connection, keyring: &Keyring, now: Time) -> Result<()> {
        migrate::create(conn)?;
        let facts = [
            ("canary", "optimactl"),
            ("created", &micros_text(now)),
            ("epoch", &keyring.epoch),
            ("journal_number", "0"),
            ("store_id", &keyring.store_id),
        ];
        for (key, value) in facts {
            conn.execute("INSERT INTO meta VALUES (?1, ?2)", [key, value])?;
        }
        conn.execute("INSERT INTO tree VALUES (0, 0, x'')", [])?;
        Ok(())
    }

    /// The record of the finished, closed database for the keyring.
    pub fn record(&self, key: Key, now: Time) -> Result<DataKey> {
        Ok(DataKey {
            head: open::read_head(&self.folder.database())?,
            key,
            created: now,
        })
    }

    /// Writes journal and keyring beside the database.
    pub fn write_keys(
        &self,
        keyring: &mut Keyring,
        master: &Master,
        random: &Random,
        now: Time,
    ) -> Result<()> {
        if !self.folder.journal().exists() {
            Journal::create(&self.folder.journal(), keyring, random, now)?;
        }
        keyring::write(&self.folder, keyring, master)
    }

    /// The future store's folder.
    pub const fn target(&self) -> &Folder {
        &self.target
    }

    /// Gives up: nothing of the construction stays.
    pub fn abandon(self) -> Result<()> {
        sweep(&self.target, &self.folder)
    }

    /// Moves everything into place; from the keyring's rename on there is a store.
    pub fn settle(mut self) -> Result<()> {
        let moves = [
            (self.folder.database(), self.target.database()),
            (self.folder.slots(), self.target.slots()),
            (self.folder.journal(), self.target.journal()),
            (self.folder.keyring(), self.target.keyring()),
        ];
        for (from, to) in &moves {
            fs::rename(from, to).map_err(|error| Error::io("rename", from, &error))?;
            file::sync_folder(self.target.path())?;
        }
        self.place.settled = true;
        let leftovers = self.folder.path();
        fs::remove_dir_all(leftovers).map_err(|error| Error::io("remove", leftovers, &error))?;
        file::sync_folder(self.target.path())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if !self.place.settled {
            sweep(&self.target, &self.folder).ok();
        }
    }
}

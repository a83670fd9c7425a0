//! Replacing the database file: the one primitive behind rotation, compaction and restore over a live store.
//!
//! A crash at any instruction leaves either the old database or the new one complete, and a keyring that
//! knows both; [`repair`] looks which file is there and finishes or undoes.

pub mod kept;
mod stage;

pub use stage::{Live, give_up, put_in_place, stage};

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};
use zeroize::Zeroizing;

use kept::Settled;

use super::create;
use super::file;
use super::folder::Folder;
use super::keyring::{self, DataKey, Keyring, Master};
use super::lock::Lock;
use super::master;
use super::open::{self, Store};
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

/// What may lie beside a database that is being written.
const LEFT: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Copies the database under a fresh key and puts the copy in the old one's place. The store must be open
/// exclusively; it is consumed, because the connection ends with the old file. The lock is handed back, so that
/// nobody comes between this and what concludes it.
pub fn with_fresh_key(store: Store, key: Key, now: Time) -> Result<Lock> {
    require_space(&store)?;
    // The lock is named first and so dropped last: the connection ends before anybody else may come.
    let (lock, folder, mut keyring, master, conn) = store.into_parts();
    let built = require_alone(&conn).and_then(|()| build(&folder, &conn, &key));
    if let Err(error) = built {
        // The old database goes on as it was, in WAL mode.
        conn.query_row("PRAGMA journal_mode=WAL", [], |_| Ok(()))
            .ok();
        remove_new(&folder)?;
        return Err(error);
    }
    drop(conn);
    let data = DataKey {
        head: open::read_head(&folder.new_database())?,
        key,
        created: now,
    };
    // After the rename the next open finishes what fails here.
    swap(&folder, &mut keyring, &master, data)?;
    Ok(lock)
}

/// Refuses before anything was changed when a second copy of the database would not fit.
pub fn require_space(store: &Store) -> Result<()> {
    let path = store.folder.database();
    let meta = fs::metadata(&path).map_err(|error| Error::io("look at", &path, &error))?;
    file::require_space(
        store.folder.path(),
        meta.len() + meta.len() / 10 + (1 << 20),
    )
}

/// Refuses while anybody else is connected to the database of a store that is held alone.
pub fn require_idle(store: &Store) -> Result<()> {
    require_alone(store.conn())
}

/// Leaving WAL mode fails while anybody else is connected, and folds the -wal into the file.
fn require_alone(conn: &Connection) -> Result<()> {
    let mode: String = conn
        .query_row("PRAGMA journal_mode=DELETE", [], |row| row.get(0))
        .map_err(Error::from)?;
    if mode == "delete" {
        return Ok(());
    }
    Err(Error::new(
        Kind::StoreLocked,
        "another process is connected to the database",
    ))
}

/// Writes the copy, flushes it, opens it with its own key and compares the audit tree.
fn build(folder: &Folder, conn: &Connection, key: &Key) -> Result<()> {
    let new = folder.new_database();
    remove_new(folder)?;
    vacuum_into(conn, &new, key)?;
    file::adopt(&new)?;
    let written = File::open(&new).map_err(|error| Error::io("open", &new, &error))?;
    file::sync(&written, &new)?;
    drop(written);
    let copy = open::connect(&new, key, Duration::ZERO)?;
    super::check::read_every_page(&copy)?;
    if tree_of(conn)? != tree_of(&copy)? {
        return Err(Error::integrity(
            "the copy of the database does not hold the same audit log",
        ));
    }
    Ok(())
}

fn vacuum_into(conn: &Connection, new: &Path, key: &Key) -> Result<()> {
    let escaped = open::escaped(new)?;
    let statement = Zeroizing::new(format!(
        "VACUUM INTO 'file:{escaped}?cipher=aegis&key={}'",
        *open::key_text(key)
    ));
    // SQLite creates the file with the umask, which is 077.
    conn.execute_batch(&statement).map_err(Error::from)
}

fn tree_of(conn: &Connection) -> Result<(i64, Vec<u8>)> {
    Ok(
        conn.query_row("SELECT size, frontier FROM tree", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?,
    )
}

fn swap(folder: &Folder, keyring: &mut Keyring, master: &Master, data: DataKey) -> Result<()> {
    keyring.pending = Some(data);
    if let Err(error) = keyring::write(folder, keyring, master) {
        keyring.pending = None;
        return Err(error);
    }
    rename(folder)?;
    conclude(folder, keyring, master)
}

fn rename(folder: &Folder) -> Result<()> {
    let new = folder.new_database();
    fs::rename(&new, folder.database()).map_err(|error| Error::io("rename", &new, &error))?;
    file::sync_folder(folder.path())
}

/// The new database is in place: the keyring forgets the old key and follows the epoch, which a restore may have
/// begun anew; WAL mode returns.
fn conclude(folder: &Folder, keyring: &mut Keyring, master: &Master) -> Result<()> {
    // What lies there belongs to the file that is gone. SQLite would take it for the new one's, and silently
    // undo a restore with it.
    for end in ["-wal", "-shm", "-journal"] {
        file::remove_if_there(&file::beside(&folder.database(), end))?;
    }
    file::sync_folder(folder.path())?;
    keyring.data = keyring.pending.take();
    let conn = open::connect_known(&folder.database(), keyring.data_key()?, Duration::ZERO)?;
    keyring.epoch = conn.query_row("SELECT value FROM meta WHERE key = 'epoch'", [], |row| {
        row.get(0)
    })?;
    keyring::write(folder, keyring, master)?;
    conn.query_row("PRAGMA journal_mode=WAL", [], |_| Ok(()))?;
    kept::settle(folder).map(drop)
}

/// Removes the copy and what SQLite keeps beside it while it is written.
fn remove_new(folder: &Folder) -> Result<()> {
    file::remove_if_there(&folder.new_database())?;
    for end in LEFT {
        file::remove_if_there(&file::beside(&folder.new_database(), end))?;
    }
    Ok(())
}

/// Whether something was left half done and needs the exclusive lock.
pub(super) fn unfinished(folder: &Folder, keyring: &Keyring) -> bool {
    keyring.pending.is_some()
        || folder.new_database().exists()
        || LEFT
            .iter()
            .any(|end| file::beside(&folder.new_database(), end).exists())
        || folder.construction().exists()
        || kept::unfinished(folder)
        || master::unfinished(folder)
}

/// Finishes or undoes what a crash cut short. The caller holds the lock exclusively.
pub(super) fn repair(
    folder: &Folder,
    keyring: &mut Keyring,
    master: &Master,
) -> Result<Vec<String>> {
    let mut notes: Vec<String> = master::repair(folder, master)?.into_iter().collect();
    if folder.construction().exists() {
        // The store was made and complete: only the empty site was left behind.
        create::clear(&folder.construction())?;
    }
    if unfinished(folder, keyring) {
        notes.push(repair_database(folder, keyring, master)?);
    }
    Ok(notes)
}

fn repair_database(folder: &Folder, keyring: &mut Keyring, master: &Master) -> Result<String> {
    let there = open::read_head(&folder.database())?;
    let is = |data: Option<&DataKey>| data.is_some_and(|data| open::same_head(&there, &data.head));
    if is(keyring.pending.as_ref()) {
        conclude(folder, keyring, master)?;
        return Ok("finished replacing the database, which a crash had cut short".to_owned());
    }
    let new = open::read_head(&folder.new_database());
    let ready = |data: &DataKey| {
        new.as_ref()
            .is_ok_and(|new| open::same_head(new, &data.head))
    };
    if keyring.data.is_none() && keyring.pending.as_ref().is_some_and(ready) {
        // The old one has no key any more: there is only the way forward.
        rename(folder)?;
        conclude(folder, keyring, master)?;
        return Ok("finished replacing the database, which a crash had cut short".to_owned());
    }
    if !is(keyring.data.as_ref()) {
        return Err(Error::integrity(
            "the database is neither the old one nor the new one",
        ));
    }
    remove_new(folder)?;
    let settled = kept::settle(folder)?;
    if keyring.pending.take().is_some() {
        keyring::write(folder, keyring, master)?;
    }
    Ok(match settled {
        Settled { named: true, .. } => {
            "finished replacing the database, which a crash had cut short"
        }
        Settled { cleared: true, .. } => {
            "finished discarding a replaced database, which a crash had cut short"
        }
        _ => "undid a replacement of the database that a crash had cut short",
    }
    .to_owned())
}

/// Waits until nobody else writes: an immediate transaction that is given up at once.
pub fn settle(store: &Store) -> Result<()> {
    let tx = rusqlite::Transaction::new_unchecked(store.conn(), TransactionBehavior::Immediate)?;
    tx.rollback()?;
    store
        .conn()
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

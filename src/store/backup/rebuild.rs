//! An image back into an encrypted database, page by page under a new key: nothing in the clear reaches the
//! disk, and memory stays constant because pages spill, encrypted, as they come.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::length;
use super::pipe::{self, Block};
use super::read_back::{self, Given};
use crate::base::error::{Error, Result};
use crate::crypto::secret::Key;
use crate::store::tx::Tx;
use crate::store::{file, open};

/// The page at this offset is SQLite's lock byte page: never part of a table, never written.
const LOCK_BYTE: u64 = 0x4000_0000;
/// Bytes at the end of each page that belong to its encryption (AEGIS-256: nonce and tag).
pub(super) const RESERVED: usize = 64;
/// What is written before the disk is told to begin: flushed at the end only, it would have nothing to do until then.
const FLUSH_EVERY: u64 = 64 << 20;

/// Writes the image that `feed` hands out into a new database at `path` under `key`, flushes it, reads all of
/// it back, compares, and looks through its structure. What `feed` answers is handed on.
pub fn rebuild<T>(
    path: &Path,
    key: &Key,
    feed: impl FnOnce(&mut dyn FnMut(&Block) -> Result<()>) -> Result<T>,
) -> Result<T> {
    // Open until the end: closing it sooner would take SQLite's locks on the same file away.
    let written = file::create_new(path)?;
    let (answer, given) = load(path, key, &written, feed)?;
    file::sync(&written, path)?;
    file::forget(&written);
    read_back::require((&written, path), key, &given)?;
    Ok(answer)
}

fn load<T>(
    path: &Path,
    key: &Key,
    written: &File,
    feed: impl FnOnce(&mut dyn FnMut(&Block) -> Result<()>) -> Result<T>,
) -> Result<(T, Given)> {
    thread::scope(|scope| {
        let (flush, flushes) = sync_channel::<()>(1);
        let behind = scope.spawn(move || {
            flushes
                .iter()
                .try_for_each(|()| file::sync_content(written, path))
        });
        let (to_observer, for_observer) = pipe::queue();
        let watcher = scope.spawn(move || read_back::observe(for_observer));
        let mut loader = Loader {
            path: path.to_owned(),
            key,
            to_observer,
            flush,
            unflushed: 0,
            open: None,
        };
        let fed_all = feed(&mut |block| loader.take(block)).and_then(|answer| {
            let Some(open) = loader.open.take() else {
                return Err(Error::integrity("the backup is empty"));
            };
            open.commit().map(|()| answer)
        });
        drop(loader);
        let (done, given) = (pipe::join(behind)?, pipe::join(watcher)?);
        let answer = fed_all?;
        done.map(|()| (answer, given))
    })
}

struct Loader<'a> {
    path: PathBuf,
    key: &'a Key,
    to_observer: SyncSender<(usize, Block)>,
    flush: SyncSender<()>,
    unflushed: u64,
    open: Option<Open>,
}

struct Open {
    conn: Connection,
    page_size: usize,
    next: u64,
}

impl Loader<'_> {
    /// Takes whole pages; the first block tells how large they are.
    fn take(&mut self, block: &Block) -> Result<()> {
        if self.open.is_none() {
            self.open = Some(Open::begin(&self.path, self.key, block)?);
        }
        self.unflushed += length(block.len());
        if self.unflushed >= FLUSH_EVERY {
            self.unflushed = 0;
            // One that is still under way is enough.
            self.flush.try_send(()).ok();
        }
        let Some(open) = &mut self.open else {
            return Ok(());
        };
        self.to_observer
            .send((open.page_size, Arc::clone(block)))
            .map_err(|_| pipe::echo())?;
        open.write(block)
    }
}

impl Open {
    fn begin(path: &Path, key: &Key, block: &[u8]) -> Result<Self> {
        let page_size = page_size(block)?;
        if block.get(20).copied().map(usize::from) != Some(RESERVED) {
            return Err(Error::integrity(
                "the backup does not hold a store's database",
            ));
        }
        let conn = open::connect(path, key, Duration::ZERO)?;
        // Only this connection may write pages; the one that the store is opened with never can.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        // Without a journal: after a failure the whole file is thrown away.
        conn.execute_batch(&format!(
            "PRAGMA page_size={page_size}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
             PRAGMA cache_size=-8000; BEGIN EXCLUSIVE;"
        ))?;
        Ok(Self {
            conn,
            page_size,
            next: 1,
        })
    }

    fn write(&mut self, block: &[u8]) -> Result<()> {
        let mut statement = self
            .conn
            .prepare_cached("INSERT INTO sqlite_dbpage (pgno, data) VALUES (?1, ?2)")?;
        for page in block.chunks(self.page_size) {
            if page.len() != self.page_size {
                return Err(Error::integrity("the backup ends within a page"));
            }
            let number = self.next;
            self.next += 1;
            if (number - 1).saturating_mul(length(self.page_size)) == LOCK_BYTE {
                continue;
            }
            let number =
                i64::try_from(number).map_err(|_| Error::integrity("the backup is too large"))?;
            statement.execute((number, page))?;
        }
        Ok(())
    }

    fn commit(self) -> Result<()> {
        self.conn.execute_batch("COMMIT")?;
        self.conn.flush_prepared_statement_cache();
        self.conn.close().map_err(|(_, error)| Error::from(error))
    }
}

/// The page size in the header of a plain database (SQLite file format §1.3.2).
fn page_size(block: &[u8]) -> Result<usize> {
    let foreign = || Error::integrity("the backup does not hold a database");
    if block.get(..16) != Some(b"SQLite format 3\0") {
        return Err(foreign());
    }
    match block.get(16..18) {
        Some([0, 1]) => Ok(65_536),
        Some([high, low]) => {
            let size = usize::from(u16::from_be_bytes([*high, *low]));
            (size >= 512 && size.is_power_of_two())
                .then_some(size)
                .ok_or_else(foreign)
        }
        _ => Err(foreign()),
    }
}

impl Tx<'_> {
    /// Single-use codes that were open in an image open nothing after a restore.
    pub fn void_codes(&self, now: crate::base::clock::Time) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached("UPDATE password_code SET used = ?1 WHERE used IS NULL")?
            .execute([now.timestamp_micros()])?)
    }
}

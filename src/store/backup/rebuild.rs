//! An image back into an encrypted database, page by page under a new key: nothing in the clear reaches the
//! disk, and memory stays constant because pages spill, encrypted, as they come.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::length;
use crate::base::error::{Error, Result};
use crate::crypto::seal::Digester;
use crate::crypto::secret::Key;
use crate::store::tx::Tx;
use crate::store::{file, open};

/// The page at this offset is SQLite's lock byte page: never part of a table, never written.
const LOCK_BYTE: u64 = 0x4000_0000;
/// Bytes at the end of each page that belong to its encryption (AEGIS-256: nonce and tag).
const RESERVED: usize = 64;
/// What a commit stamps into page 1: the change counter, and for which counter and version it is valid
/// (SQLite file format §1.3).
const STAMPS: [std::ops::Range<usize>; 2] = [24..28, 92..100];

/// Writes the image that `feed` hands out into a new database at `path` under `key`, flushes it, reads all of
/// it back and compares. What `feed` answers is handed on.
pub fn rebuild<T>(
    path: &Path,
    key: &Key,
    feed: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<()>) -> Result<T>,
) -> Result<T> {
    let mut loader = Loader {
        path: path.to_owned(),
        key,
        open: None,
    };
    let answer = feed(&mut |block| loader.take(block))?;
    let Some(open) = loader.open else {
        return Err(Error::integrity("the backup is empty"));
    };
    let expected = open.commit()?;
    let written = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    file::sync(&written, path)?;
    drop(written);
    let conn = open::connect(path, key, Duration::ZERO)?;
    if read_back(&conn)? == expected {
        return Ok(answer);
    }
    Err(Error::failed(
        "the new database was read back differently; nothing was changed",
    ))
}

struct Loader<'a> {
    path: PathBuf,
    key: &'a Key,
    open: Option<Open>,
}

struct Open {
    conn: Connection,
    page_size: usize,
    next: u64,
    /// Over what was given, to compare with what is read back.
    digester: Digester,
}

impl Loader<'_> {
    /// Takes whole pages; the first block tells how large they are.
    fn take(&mut self, block: &[u8]) -> Result<()> {
        if self.open.is_none() {
            self.open = Some(Open::begin(&self.path, self.key, block)?);
        }
        match &mut self.open {
            Some(open) => open.write(block),
            None => Ok(()),
        }
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
        file::create_new(path).map(drop)?;
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
            digester: Digester::default(),
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
            digest(&mut self.digester, number, page);
            if (number - 1).saturating_mul(length(self.page_size)) == LOCK_BYTE {
                continue;
            }
            let number =
                i64::try_from(number).map_err(|_| Error::integrity("the backup is too large"))?;
            statement.execute((number, page))?;
        }
        Ok(())
    }

    fn commit(self) -> Result<[u8; 32]> {
        self.conn.execute_batch("COMMIT")?;
        self.conn.flush_prepared_statement_cache();
        self.conn.close().map_err(|(_, error)| Error::from(error))?;
        Ok(self.digester.finish())
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

/// Decrypts every page of the new file and digests it as it was given.
fn read_back(conn: &Connection) -> Result<[u8; 32]> {
    let mut statement = conn.prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno")?;
    let mut rows = statement.query([])?;
    let mut digester = Digester::default();
    let mut number = 0;
    while let Some(row) = rows.next()? {
        let page = row
            .get_ref(0)?
            .as_blob()
            .map_err(|_| Error::integrity("a page is missing"))?;
        number += 1;
        digest(&mut digester, number, page);
    }
    Ok(digester.finish())
}

/// Digests a page without what a new key and a commit rightly change: the encryption's own bytes at its end,
/// and on the first page the stamps.
fn digest(digester: &mut Digester, number: u64, page: &[u8]) {
    let usable = page.len().saturating_sub(RESERVED);
    let Some(usable) = page.get(..usable) else {
        return;
    };
    if number > 1 {
        digester.update(usable);
        return;
    }
    let mut first = usable.to_vec();
    for stamp in STAMPS {
        if let Some(stamp) = first.get_mut(stamp) {
            stamp.fill(0);
        }
    }
    digester.update(&first);
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

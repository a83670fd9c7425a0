//! What was written into a database against what lies in it: digests over groups of pages, so that several
//! threads compare at once, and whether its trees are whole. Decides nothing about what the rows mean.

use std::fs::File;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::length;
use super::pipe::{self, Block};
use super::rebuild::RESERVED;
use super::walk::{Outcome, Walk};
use crate::base::error::{Error, Result};
use crate::crypto::fast::Hasher;
use crate::crypto::secret::Key;
use crate::store::{self, check, open};

/// Pages that are compared at once: 32 bytes are kept for 4 MiB.
const GROUP: u64 = 1024;
/// Groups that are fetched from the disk ahead of their turn.
const AHEAD: u64 = 4;
/// More threads gain little: the disk is the limit then.
const MOST_THREADS: usize = 4;
/// Bytes that are digested at once.
const RUN: usize = 128 * 1024;
/// Each thread's page cache in KiB; every page is read once.
const CACHE: i64 = -2000;
/// Threads that open the same file wait for one another.
const WAIT: Duration = Duration::from_secs(30);
/// What a commit stamps into page 1: the change counter, and for which counter and version it is valid
/// (SQLite file format §1.3).
const STAMPS: [Range<usize>; 2] = [24..28, 92..100];

/// Digests of pages as they were given.
#[derive(Default)]
pub(super) struct Pages {
    count: u64,
    hasher: Gathered,
    groups: Vec<[u8; 32]>,
}

impl Pages {
    pub(super) fn add(&mut self, page: &[u8]) {
        self.count += 1;
        digest(&mut self.hasher, self.count, page);
        if self.count.is_multiple_of(GROUP) {
            self.groups.push(self.hasher.take());
        }
    }

    /// The digest of a group, and the pages in it.
    fn group(&self, index: usize) -> Option<([u8; 32], Range<u64>)> {
        let first = length(index).saturating_mul(GROUP);
        let last = first.saturating_add(GROUP).min(self.count);
        let digest = self.groups.get(index)?;
        Some((*digest, first + 1..last + 1))
    }

    fn close(&mut self) {
        if !self.count.is_multiple_of(GROUP) {
            self.groups.push(self.hasher.take());
        }
    }
}

/// What is known of an image that went by.
pub(super) struct Given {
    pages: Pages,
    walk: Option<Walk>,
}

/// Looks at the blocks of an image, each with the size of its pages, beside those that store them.
pub(super) fn observe(blocks: Receiver<(usize, Block)>) -> Given {
    let (mut pages, mut walk) = (Pages::default(), None);
    for (size, block) in blocks {
        let walk = walk.get_or_insert_with(|| Walk::new(size, RESERVED));
        for page in block.chunks(size) {
            pages.add(page);
            walk.add(page);
        }
    }
    pages.close();
    Given { pages, walk }
}

/// Decrypts every page of the file at `path` and compares it with what was given, whose structure must be whole.
pub(super) fn require((file, path): (&File, &Path), key: &Key, given: &Given) -> Result<()> {
    let (pages, next) = (&given.pages, &AtomicUsize::new(0));
    let threads = thread::available_parallelism().map_or(2, |cores| cores.get().min(MOST_THREADS));
    thread::scope(|scope| {
        let first = scope.spawn(move || {
            structure(path, key, given.walk.as_ref())?;
            compare((file, path), key, pages, next)
        });
        let mut workers = vec![first];
        for _ in 1..threads {
            workers.push(scope.spawn(move || compare((file, path), key, pages, next)));
        }
        // Every one is waited for, also when the first has failed.
        let done: Vec<_> = workers.into_iter().map(pipe::join).collect();
        done.into_iter().try_for_each(|worker| worker?)
    })
}

/// What the walk has found; an image that could not be walked is left to SQLite's own check.
fn structure(path: &Path, key: &Key, walk: Option<&Walk>) -> Result<()> {
    let conn = open::connect(path, key, WAIT)?;
    let walked = match walk {
        Some(walk) => walk.finish(&roots(&conn)?),
        None => Outcome::Unknown,
    };
    let findings = match walked {
        Outcome::Whole => vec![],
        Outcome::Damaged(why) => vec![format!("structure: {why}")],
        Outcome::Unknown => check::trees(&conn)?,
    };
    if findings.is_empty() {
        return Ok(());
    }
    let mut error = Error::integrity("the database in the backup is damaged; nothing was kept");
    error.details = findings;
    Err(error)
}

/// Where the trees of tables and indices begin.
fn roots(conn: &Connection) -> Result<Vec<u32>> {
    let mut statement = conn.prepare("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0")?;
    let roots = statement.query_map([], |row| row.get(0))?;
    Ok(roots.collect::<std::result::Result<_, _>>()?)
}

fn different() -> Error {
    Error::failed("the new database was read back differently; nothing was changed")
}

/// Takes one group after the other until none is left.
fn compare(
    (file, path): (&File, &Path),
    key: &Key,
    pages: &Pages,
    next: &AtomicUsize,
) -> Result<()> {
    let conn = open::connect(path, key, WAIT)?;
    conn.pragma_update(None, "cache_size", CACHE)?;
    conn.execute_batch("BEGIN")?;
    if count(&conn)? != pages.count {
        return Err(different());
    }
    let mut statement = conn.prepare("SELECT data FROM sqlite_dbpage WHERE pgno = ?1")?;
    let mut hasher = Gathered::default();
    let size: u32 = conn.query_row("PRAGMA page_size", [], |row| row.get(0))?;
    let size = u64::from(size);
    while let Some((expected, range)) = pages.group(next.fetch_add(1, Ordering::Relaxed)) {
        // What comes after this group is on its way while this one is decrypted.
        let ahead = range.start.saturating_mul(size);
        store::file::fetch(file, ahead, AHEAD * GROUP * size);
        for number in range {
            let mut rows = statement.query([i64::try_from(number).unwrap_or(i64::MAX)])?;
            let Some(row) = rows.next()? else {
                return Err(different());
            };
            let page = row
                .get_ref(0)?
                .as_blob()
                .map_err(|_| Error::integrity("a page is missing"))?;
            digest(&mut hasher, number, page);
        }
        if hasher.take() != expected {
            return Err(different());
        }
    }
    Ok(())
}

fn count(conn: &Connection) -> Result<u64> {
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    Ok(u64::try_from(pages).unwrap_or(0))
}

/// Adds a page without what a new key and a commit rightly change: the encryption's own bytes at its end, and on
/// the first page the stamps.
fn digest(hasher: &mut Gathered, number: u64, page: &[u8]) {
    let usable = page.len().saturating_sub(RESERVED);
    let Some(usable) = page.get(..usable) else {
        return;
    };
    if number > 1 {
        hasher.add(usable);
        return;
    }
    let mut first = usable.to_vec();
    for stamp in STAMPS {
        if let Some(stamp) = first.get_mut(stamp) {
            stamp.fill(0);
        }
    }
    hasher.add(&first);
}

/// BLAKE3 is fast over long runs only, and pages are short.
#[derive(Default)]
struct Gathered {
    hasher: Hasher,
    bytes: Vec<u8>,
}

impl Gathered {
    fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= RUN {
            self.hasher.add(&self.bytes);
            self.bytes.clear();
        }
    }

    /// The digest of what came since the last one.
    fn take(&mut self) -> [u8; 32] {
        self.hasher.add(&self.bytes);
        self.bytes.clear();
        self.hasher.take()
    }
}

//! An image back into an encrypted database: pages are sealed and written as they come, flushed and opened again
//! from the disk behind that, while the structure is looked through. Nothing in the clear reaches the disk.

mod again;
mod proof;
#[cfg(test)]
mod tests;
mod write;

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};
use std::thread;

use super::length;
use super::pipe::{self, Block};
use super::walk::Walk;
use crate::base::error::{Error, Result};
use crate::crypto::page::RESERVED;
use crate::crypto::secret::Key;
use crate::store::{direct, file};
use write::Written;

#[cfg(test)]
pub(super) use proof::roots;

/// The page at this offset is SQLite's lock byte page: never part of a table, left blank.
const LOCK_BYTE: u64 = 0x4000_0000;

/// A database file that is being made.
#[derive(Clone, Copy)]
struct Site<'a> {
    file: &'a File,
    path: &'a Path,
    key: &'a Key,
}

/// How much of a new database is read again from the disk. Whatever is not is still found by whoever reads it later:
/// every page is authenticated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reread {
    /// Every page.
    Every,
    /// One mebibyte in sixteen, the first and the last among them.
    Some,
}

/// Writes the image that `feed` hands out into a new database at `path` under `key`, which must be a fresh one,
/// flushes it, opens pages of it again, and looks through its structure. What `feed` answers is handed on.
pub fn rebuild<T>(
    path: &Path,
    (key, reread): (&Key, Reread),
    feed: impl FnOnce(&mut dyn FnMut(&Block) -> Result<()>) -> Result<T>,
) -> Result<T> {
    // Open until the end: closing it sooner would take SQLite's locks on the same file away.
    let file = &file::create_new(path)?;
    direct::begin(file);
    let site = Site { file, path, key };
    let (answer, walk, written) = load(site, reread, feed)?;
    file::sync(file, path)?;
    proof::require(site, walk.as_ref(), &written)?;
    Ok(answer)
}

fn load<T>(
    site: Site<'_>,
    reread: Reread,
    feed: impl FnOnce(&mut dyn FnMut(&Block) -> Result<()>) -> Result<T>,
) -> Result<(T, Option<Walk>, Written)> {
    thread::scope(|scope| {
        let (to_walker, for_walker) = pipe::queue();
        let (to_writer, for_writer) = pipe::queue();
        let (to_reader, for_reader) = pipe::queue();
        let walker = scope.spawn(|| walk(for_walker));
        let writer = scope.spawn(move || write::every(site, for_writer, to_reader));
        let reader = scope.spawn(move || again::each(site, reread, for_reader));
        let mut hand = Hand {
            page_size: None,
            sinks: [to_walker, to_writer],
        };
        let handed = feed(&mut |block| hand.on(block));
        drop(hand);
        let (walk, wrote, read) = (
            pipe::join(walker)?,
            pipe::join(writer)?,
            pipe::join(reader)?,
        );
        let (answer, handed) = pipe::apart(handed);
        let (written, wrote) = pipe::apart(wrote);
        pipe::first_cause(vec![handed, wrote, read])?;
        match (answer, written) {
            (Some(answer), Some(written)) if written.pages > 0 => Ok((answer, walk, written)),
            _ => Err(Error::integrity("the backup is empty")),
        }
    })
}

/// A block with the size of its pages.
type Sized = (usize, Block);

/// Hands blocks on; the first one tells how large pages are.
struct Hand {
    page_size: Option<usize>,
    sinks: [SyncSender<Sized>; 2],
}

impl Hand {
    fn on(&mut self, block: &Block) -> Result<()> {
        let size = match self.page_size {
            Some(size) => size,
            None => page_size(block)?,
        };
        self.page_size = Some(size);
        if !block.len().is_multiple_of(size) {
            return Err(Error::integrity("the backup ends within a page"));
        }
        for sink in &self.sinks {
            sink.send((size, Arc::clone(block)))
                .map_err(|_| pipe::echo())?;
        }
        Ok(())
    }
}

fn walk(blocks: Receiver<Sized>) -> Option<Walk> {
    let mut walk = None;
    for (size, block) in blocks {
        let walk = walk.get_or_insert_with(|| Walk::new(size, RESERVED));
        for page in block.chunks(size) {
            walk.add(page);
        }
    }
    walk
}

/// The page size in the header of a plain database (SQLite file format §1.3.2), which must be a store's.
fn page_size(block: &[u8]) -> Result<usize> {
    let foreign = || Error::integrity("the backup does not hold a database");
    if block.get(..16) != Some(b"SQLite format 3\0") {
        return Err(foreign());
    }
    let size = match block.get(16..18) {
        Some([0, 1]) => 65_536,
        Some([high, low]) => usize::from(u16::from_be_bytes([*high, *low])),
        _ => 0,
    };
    if size < 512 || !size.is_power_of_two() {
        return Err(foreign());
    }
    if block.get(20).copied().map(usize::from) != Some(RESERVED) {
        return Err(Error::integrity(
            "the backup does not hold a store's database",
        ));
    }
    Ok(size)
}

fn different() -> Error {
    Error::failed("the new database was read back differently; nothing was changed")
}

//! Sealing pages and writing them in large pieces, in order. Draws nonces; keeps digests of a few pages, for SQLite's
//! own reading of them.

use std::sync::mpsc::{Receiver, SyncSender};

use super::again::Stretch;
use super::{LOCK_BYTE, Site, Sized, length};
use crate::base::error::{Error, Result};
use crate::crypto::fast::Hasher;
use crate::crypto::page::{NONCE, RESERVED, Sealer};
use crate::crypto::random::Random;
use crate::store::backup::pipe;
use crate::store::direct::{self, PIECE, Piece};

/// Of so many pages one is read by SQLite as well.
const SAMPLE: u32 = 256;
/// What is written before it is read again: where that takes a flush, each one waits for the disk.
const STRETCH: u64 = 32 << 20;

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    pub(super) pages: u32,
    /// Numbers of pages and digests of what is in them.
    pub(super) samples: Vec<(u32, [u8; 32])>,
}

/// Writes all blocks that come and tells which stretches of the file are complete.
pub(super) fn every(
    site: Site<'_>,
    blocks: Receiver<Sized>,
    done: SyncSender<Stretch>,
) -> Result<Written> {
    let random = Random::system();
    let mut writer = Writer {
        site,
        sealer: Sealer::new(site.key, random.bytes()?),
        random,
        done,
        sealed: Piece::new(PIECE),
        filled: 0,
        nonces: vec![],
        offset: 0,
        told: 0,
        page_size: 0,
        written: Written::default(),
    };
    for (size, block) in blocks {
        writer.page_size = size;
        writer.take(&block)?;
    }
    writer.finish()
}

struct Writer<'a> {
    site: Site<'a>,
    sealer: Sealer<'a>,
    random: Random,
    done: SyncSender<Stretch>,
    /// Pages that wait to be written together.
    sealed: Piece,
    filled: usize,
    nonces: Vec<u8>,
    offset: u64,
    /// Up to here the file's stretches were told of.
    told: u64,
    page_size: usize,
    written: Written,
}

impl Writer<'_> {
    fn take(&mut self, block: &[u8]) -> Result<()> {
        // One draw for all of them: a call of the system for each page would cost as much as sealing it.
        self.nonces.resize(block.len() / self.page_size * NONCE, 0);
        self.random.fill(&mut self.nonces)?;
        let nonces = std::mem::take(&mut self.nonces);
        let pages = block.chunks_exact(self.page_size);
        for (page, nonce) in pages.zip(nonces.as_chunks::<NONCE>().0) {
            self.add(page, nonce)?;
        }
        self.nonces = nonces;
        Ok(())
    }

    fn add(&mut self, page: &[u8], nonce: &[u8; NONCE]) -> Result<()> {
        let number = self.written.pages.checked_add(1);
        let number = number.ok_or_else(|| Error::integrity("the backup is too large"))?;
        self.written.pages = number;
        let is_lock = u64::from(number - 1) * length(self.page_size) == LOCK_BYTE;
        if number % SAMPLE == 1 && !is_lock {
            self.written.samples.push((number, digest(page)));
        }
        let end = self.filled + page.len();
        let sealed = self.sealed.bytes().get_mut(self.filled..end);
        let sealed = sealed.ok_or_else(|| Error::bug("a page has no room"))?;
        if is_lock {
            sealed.fill(0);
        } else {
            sealed.copy_from_slice(page);
            self.sealer.seal(number, nonce, sealed)?;
        }
        self.filled = end;
        // A piece takes a whole number of pages, however large they are.
        if end == PIECE {
            self.write()?;
        }
        Ok(())
    }

    fn write(&mut self) -> Result<()> {
        let sealed = self.sealed.bytes().get(..self.filled).unwrap_or_default();
        direct::write_all_at(self.site.file, sealed, self.offset)
            .map_err(|error| Error::io("write", self.site.path, &error))?;
        self.offset += length(self.filled);
        self.filled = 0;
        if self.offset - self.told >= STRETCH {
            self.tell()?;
        }
        Ok(())
    }

    fn tell(&mut self) -> Result<()> {
        let stretch = Stretch {
            page_size: self.page_size,
            bytes: self.told..self.offset,
        };
        self.told = self.offset;
        self.done.send(stretch).map_err(|_| pipe::echo())
    }

    fn finish(mut self) -> Result<Written> {
        self.write()?;
        if self.told < self.offset {
            self.tell()?;
        }
        Ok(self.written)
    }
}

/// The digest of what is in a page, without the bytes that a new key rightly changes.
pub(super) fn digest(page: &[u8]) -> [u8; 32] {
    let usable = page.len().saturating_sub(RESERVED);
    let mut hasher = Hasher::default();
    hasher.add(page.get(..usable).unwrap_or_default());
    hasher.take()
}

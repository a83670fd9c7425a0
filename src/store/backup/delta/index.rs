//! What the pages of a full backup were, as keyed digests: enough to find what changed since, and of no use to
//! anybody without the key.

use rusqlite::{OptionalExtension, params};

use super::PageSet;
use crate::base::error::{Error, Result};
use crate::crypto::fast::{self, SHORT};
use crate::crypto::secret::Key;
use crate::store::backup::length;
use crate::store::backup::pipe::Block;
use crate::store::tx::Tx;

/// Pages of one row: 48 KiB of digests.
const CHUNK: usize = 4096;

/// What is known of the full backup that deltas are made against.
pub struct Index {
    pub backup: String,
    pub page_size: u32,
    pub pages: u64,
    /// Of its image, lower-case hex.
    pub image_sha256: String,
    pub key: Key,
    pub digests: Vec<u8>,
}

/// Collects the digests of an image's pages as they pass.
pub struct Indexer {
    key: Key,
    digests: Vec<u8>,
}

impl Indexer {
    pub const fn new(key: Key) -> Self {
        Self {
            key,
            digests: vec![],
        }
    }

    /// Blocks of whole pages, in order.
    pub(in crate::store::backup) fn add_each(
        &mut self,
        blocks: impl IntoIterator<Item = Block>,
        page_size: u32,
    ) {
        let size = usize::try_from(page_size).unwrap_or(usize::MAX).max(1);
        for block in blocks {
            for page in block.chunks(size) {
                self.digests
                    .extend_from_slice(&fast::keyed(&self.key, page));
            }
        }
    }

    pub fn finish(self, backup: String, page_size: u32, image_sha256: String) -> Index {
        Index {
            backup,
            page_size,
            pages: length(self.digests.len() / SHORT),
            image_sha256,
            key: self.key,
            digests: self.digests,
        }
    }
}

impl Index {
    /// The pages of an image that are not what they were, or are new. `each` hands out its blocks in order.
    pub fn compare(
        &self,
        pages: u64,
        each: impl FnOnce(&mut dyn FnMut(&[u8])) -> Result<()>,
    ) -> Result<PageSet> {
        let size = usize::try_from(self.page_size).unwrap_or(usize::MAX).max(1);
        let mut changed = PageSet::new(pages);
        let mut known = self.digests.chunks_exact(SHORT);
        let mut number = 0;
        each(&mut |block| {
            for page in block.chunks(size) {
                number += 1;
                if known.next() != Some(fast::keyed(&self.key, page).as_slice()) {
                    changed.add(number);
                }
            }
        })?;
        if number == pages {
            return Ok(changed);
        }
        Err(Error::integrity("a page of the store is missing"))
    }
}

impl Tx<'_> {
    /// Keeps the index of a full backup in the place of the one before it.
    pub fn set_delta_base(&self, index: &Index) -> Result<()> {
        self.forget_delta_base()?;
        let pages = i64::try_from(index.pages)
            .map_err(|_| Error::bug("a database has more pages than SQLite can count"))?;
        self.conn()
            .prepare_cached("INSERT INTO delta_base VALUES (0, ?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                index.backup,
                index.page_size,
                pages,
                index.image_sha256,
                index.key.expose()
            ])?;
        let mut insert = self
            .conn()
            .prepare_cached("INSERT INTO delta_page VALUES (?1, ?2)")?;
        for (chunk, digests) in (0_i64..).zip(index.digests.chunks(CHUNK * SHORT)) {
            insert.execute(params![chunk, digests])?;
        }
        Ok(())
    }

    /// A data key that was rotated, or a restore: the next delta needs a new full backup.
    pub fn forget_delta_base(&self) -> Result<()> {
        Ok(self
            .conn()
            .execute_batch("DELETE FROM delta_page; DELETE FROM delta_base")?)
    }

    /// The same when it is this backup's: that one is gone.
    pub fn forget_delta_base_of(&self, backup: &str) -> Result<()> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM delta_base WHERE backup = ?1)")?;
        if statement.query_row([backup], |row| row.get(0))? {
            self.forget_delta_base()?;
        }
        Ok(())
    }

    pub fn delta_base(&self) -> Result<Option<Index>> {
        let found = self
            .conn()
            .prepare_cached("SELECT backup, page_size, pages, image_sha256, key FROM delta_base")?
            .query_row([], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get::<_, i64>(2)?,
                    row.get(3)?,
                    row.get::<_, [u8; 32]>(4)?,
                ))
            })
            .optional()?;
        let Some((backup, page_size, pages, image_sha256, key)) = found else {
            return Ok(None);
        };
        let index = Index {
            backup,
            page_size,
            pages: u64::try_from(pages).unwrap_or(0),
            image_sha256,
            key: Key::new(key),
            digests: self.delta_digests()?,
        };
        if length(index.digests.len()) == index.pages.saturating_mul(length(SHORT)) {
            return Ok(Some(index));
        }
        Err(
            Error::integrity("the digests of the last full backup's pages are damaged")
                .hint("make a full backup: it brings new ones"),
        )
    }

    fn delta_digests(&self) -> Result<Vec<u8>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT digests FROM delta_page ORDER BY chunk")?;
        let mut rows = statement.query([])?;
        let mut digests = vec![];
        while let Some(row) = rows.next()? {
            let chunk = row.get_ref(0)?.as_blob();
            digests.extend_from_slice(chunk.map_err(|error| {
                Error::integrity("the digests of the last full backup's pages are damaged")
                    .because(error)
            })?);
        }
        Ok(digests)
    }
}

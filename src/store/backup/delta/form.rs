//! What a delta says before its pages: what it was made against, how long the image gets, which pages follow.

use std::io::Read;

use super::PageSet;
use crate::base::error::{Error, Result};

/// The first line of the content.
const MAGIC: &[u8; 18] = b"optimactl/delta/1\n";
/// Bytes before the list of pages.
const FIXED: usize = MAGIC.len() + 4 + 4 + 4 + 4 + 32;
/// Numbers that are read at once.
const STEP: usize = 16 * 1024;

/// The beginning of a delta; the numbers of its pages follow, then the pages.
pub struct Header {
    pub page_size: u32,
    /// Of the image that the delta makes.
    pub pages: u64,
    pub base_pages: u64,
    pub base_sha256: [u8; 32],
    pub changed: PageSet,
}

impl Header {
    /// The bytes in front of the pages: numbers are big-endian, as in SQLite's own file format.
    pub fn write(&self) -> Result<Vec<u8>> {
        let number = |number: u64| {
            u32::try_from(number)
                .map(u32::to_be_bytes)
                .map_err(|_| Error::bug("a database has more pages than SQLite can count"))
        };
        let mut bytes = Vec::with_capacity(FIXED);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&self.page_size.to_be_bytes());
        bytes.extend_from_slice(&number(self.pages)?);
        bytes.extend_from_slice(&number(self.base_pages)?);
        bytes.extend_from_slice(&number(self.changed.count())?);
        bytes.extend_from_slice(&self.base_sha256);
        for page in self.changed.iter() {
            bytes.extend_from_slice(&number(page)?);
        }
        Ok(bytes)
    }

    /// Bytes of the whole delta.
    pub fn total(&self) -> u64 {
        let page = u64::from(self.page_size).saturating_add(4);
        super::super::length(FIXED).saturating_add(self.changed.count().saturating_mul(page))
    }

    /// Reads what [`write`](Self::write) wrote. `limit` is the most that the new image may have in bytes: nothing
    /// is allocated for a header that claims more.
    pub fn read(input: &mut dyn Read, limit: u64) -> Result<Self> {
        let mut fixed = [0; FIXED];
        exactly(input, &mut fixed)?;
        let (magic, rest) = fixed.split_at(MAGIC.len());
        if magic != MAGIC {
            return Err(Error::integrity("the backup does not hold a delta"));
        }
        let (numbers, sha256) = rest.split_at(16);
        let mut numbers = numbers.chunks_exact(4).map(number);
        let mut next = || numbers.next().unwrap_or_default();
        let (page_size, pages, base_pages, count) = (next(), next(), next(), next());
        let form = page_size.is_power_of_two() && (512..=65_536).contains(&page_size);
        let bytes = u64::from(pages).saturating_mul(u64::from(page_size));
        if !form || pages == 0 || bytes > limit || count > pages {
            return Err(foreign());
        }
        let changed = list(input, pages, count)?;
        // What lies behind the end of the base can only come from here.
        if (u64::from(base_pages) + 1..=u64::from(pages)).any(|page| !changed.has(page)) {
            return Err(foreign());
        }
        Ok(Self {
            page_size,
            pages: u64::from(pages),
            base_pages: u64::from(base_pages),
            base_sha256: <[u8; 32]>::try_from(sha256).map_err(|_| foreign())?,
            changed,
        })
    }
}

/// The numbers of the pages: ascending, so that one pass over base and delta is enough.
fn list(input: &mut dyn Read, pages: u32, count: u32) -> Result<PageSet> {
    let mut changed = PageSet::new(u64::from(pages));
    let mut left = usize::try_from(count).map_err(|_| foreign())?;
    let mut last = 0;
    let mut bytes = vec![0; STEP.min(left) * 4];
    while left > 0 {
        let step = STEP.min(left);
        let Some(bytes) = bytes.get_mut(..step * 4) else {
            return Err(foreign());
        };
        exactly(input, bytes)?;
        for page in bytes.chunks_exact(4).map(number) {
            if page <= last || !changed.add(u64::from(page)) {
                return Err(foreign());
            }
            last = page;
        }
        left -= step;
    }
    Ok(changed)
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |sum, byte| (sum << 8) | u32::from(*byte))
}

fn foreign() -> Error {
    Error::integrity("the delta's list of pages is damaged")
}

/// Fills `bytes`; an end before that means that the delta was cut.
pub(super) fn exactly(input: &mut dyn Read, bytes: &mut [u8]) -> Result<()> {
    input
        .read_exact(bytes)
        .map_err(|error| Error::integrity("the delta is damaged or cut").because(error))
}

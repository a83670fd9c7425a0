//! Backups that hold only the pages which changed since a full one. Finds those pages, writes and merges them;
//! which backup is whose base is decided in the domain.

mod form;
mod index;
mod merge;
mod pack;
#[cfg(test)]
mod tests;
mod unpack;

pub use form::Header;
pub use index::{Index, Indexer};
pub use merge::Merge;
pub use pack::{Changes, DeltaWritten, find_changes, pack_delta};
pub use unpack::{Merged, Pair, unpack_delta};

/// The script that applies a delta without this program.
pub const APPLY: &str = include_str!("apply.py");

/// A set of pages as one bit each: 32 KiB for a gigabyte.
pub struct PageSet {
    bits: Vec<u64>,
    pages: u64,
    count: u64,
}

impl PageSet {
    pub fn new(pages: u64) -> Self {
        let words = usize::try_from(pages.div_ceil(64)).unwrap_or(usize::MAX);
        Self {
            bits: vec![0; words],
            pages,
            count: 0,
        }
    }

    pub const fn pages(&self) -> u64 {
        self.pages
    }

    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Adds a page, from 1; false for one that was there or cannot be.
    pub fn add(&mut self, number: u64) -> bool {
        if number == 0 || number > self.pages {
            return false;
        }
        let (word, bit) = place(number);
        let Some(word) = self.bits.get_mut(word) else {
            return false;
        };
        let fresh = *word & bit == 0;
        *word |= bit;
        self.count += u64::from(fresh);
        fresh
    }

    pub fn has(&self, number: u64) -> bool {
        let (word, bit) = place(number);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    /// In ascending order.
    pub fn iter(&self) -> impl Iterator<Item = u64> {
        (1..=self.pages).filter(|number| self.has(*number))
    }
}

fn place(number: u64) -> (usize, u64) {
    let at = number.saturating_sub(1);
    let word = usize::try_from(at / 64).unwrap_or(usize::MAX);
    (word, 1 << (at % 64))
}

//! The right edge of a growing tree: all that is needed to append and to know the root.
//! At most 63 hashes; keeps no leaves and so proves nothing.

use super::{Hash, join, node};
use crate::base::error::{Error, Result};

/// A store counts entries with signed 64-bit integers; no tree of ours can be larger.
const MAX_SIZE: u64 = (1 << 63) - 1;

/// The size of a tree and the roots of its maximal complete subtrees, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    roots: Vec<Hash>,
}

impl Frontier {
    /// The edge of the tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads back what [`Self::to_bytes`] wrote for a tree of this size.
    pub fn from_parts(size: u64, bytes: &[u8]) -> Result<Self> {
        let (roots, rest) = bytes.as_chunks::<32>();
        let expected = usize::try_from(size.count_ones()).unwrap_or(usize::MAX);
        if size > MAX_SIZE || !rest.is_empty() || roots.len() != expected {
            return Err(Error::integrity(format!(
                "the edge of the log's tree does not fit its size of {size}"
            )));
        }
        Ok(Self {
            size,
            roots: roots.to_vec(),
        })
    }

    /// How many leaves the tree has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.roots.concat()
    }

    /// Appends one leaf hash.
    pub fn push(&mut self, leaf: Hash) -> Result<()> {
        self.push_subtree(0, leaf)
    }

    /// Appends a complete subtree of 2^`level` leaves, such as a full tile (level 8), by its root.
    ///
    /// The tree must end at a multiple of 2^`level`, otherwise the subtree would straddle two.
    pub fn push_subtree(&mut self, level: u8, root: Hash) -> Result<()> {
        let Some(width) = 1_u64.checked_shl(level.into()) else {
            return Err(Error::bug(format!(
                "a subtree of level {level} does not exist"
            )));
        };
        if !self.size.is_multiple_of(width) {
            return Err(Error::bug(format!(
                "a subtree of level {level} cannot follow {} leaves",
                self.size
            )));
        }
        let Some(size) = self
            .size
            .checked_add(width)
            .filter(|size| *size <= MAX_SIZE)
        else {
            return Err(Error::bug("the tree is full"));
        };
        let mut joined = root;
        for _ in 0..(self.size >> level).trailing_ones() {
            let Some(left) = self.roots.pop() else { break };
            joined = node(&left, &joined);
        }
        self.roots.push(joined);
        self.size = size;
        Ok(())
    }

    /// The root of the whole tree.
    pub fn root(&self) -> Hash {
        join(&self.roots)
    }
}

//! A whole tree in memory, for small trees (one proof bundle, one export) and for tests.
//! Never for the log itself, whose length has no bound.

use super::{Hash, Nodes, node};
use crate::base::error::{Error, Result};

/// All complete subtrees over some leaf hashes, row by row from the leaves up.
pub struct MemoryTree {
    rows: Vec<Vec<Hash>>,
}

impl MemoryTree {
    /// Hashes 2n nodes at once; afterwards each is a look-up.
    pub fn new(leaves: Vec<Hash>) -> Self {
        let mut rows = vec![leaves];
        while let Some(row) = rows.last().filter(|row| row.len() > 1) {
            let above = row
                .as_chunks::<2>()
                .0
                .iter()
                .map(|[left, right]| node(left, right))
                .collect();
            rows.push(above);
        }
        Self { rows }
    }

    pub fn size(&self) -> u64 {
        self.rows
            .first()
            .map_or(0, |leaves| u64::try_from(leaves.len()).unwrap_or(u64::MAX))
    }
}

impl Nodes for MemoryTree {
    fn node(&self, level: u8, index: u64) -> Result<Hash> {
        let found = usize::try_from(index)
            .ok()
            .and_then(|index| self.rows.get(usize::from(level))?.get(index));
        found.copied().ok_or_else(|| {
            Error::bug(format!(
                "node {index} of level {level} is not in a tree of {}",
                self.size()
            ))
        })
    }
}

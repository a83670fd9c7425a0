//! The Merkle tree of RFC 6962 with SHA-256: hashes, roots, proofs, tiles.
//! Pure arithmetic over hashes: where nodes are kept and who signs roots is decided elsewhere.

mod frontier;
mod memory;
mod prove;
mod tile;
mod verify;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors_tests;

use sha2::{Digest as _, Sha256};

use crate::base::error::Result;

pub use frontier::Frontier;
pub use memory::MemoryTree;
pub use prove::{prove_consistency, prove_inclusion, root_at};
pub use tile::{TILE_WIDTH, TileSpan, entries_path, tile_path, tile_span};
pub use verify::{Consistency, Inclusion, verify_consistency, verify_inclusion};

pub type Hash = [u8; 32];

/// Whoever keeps the tree: answers with the hashes of its complete subtrees.
pub trait Nodes {
    /// The hash of the complete subtree of 2^`level` leaves that is number `index` from the left.
    fn node(&self, level: u8, index: u64) -> Result<Hash>;
}

/// The hash of one entry; the prefix keeps a leaf from passing as a node (RFC 6962 §2.1).
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new_with_prefix([0])
        .chain_update(entry)
        .finalize()
        .into()
}

/// The hash over two subtrees.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new_with_prefix([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// The root of the tree without leaves: the hash of nothing.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// The root over these leaf hashes, at any length; meant for tiles (≤ 256), which share nothing and
/// can therefore be computed on all cores.
pub fn subtree_root(leaves: &[Hash]) -> Hash {
    let mut row = leaves.to_vec();
    while row.len() > 1 {
        row = parents(&row);
    }
    row.first().copied().unwrap_or_else(empty_root)
}

/// The next row up; a last one without a partner rises unchanged, which is RFC 6962's split at the
/// largest power of two.
fn parents(row: &[Hash]) -> Vec<Hash> {
    row.chunks(2)
        .filter_map(|pair| match pair {
            [left, right] => Some(node(left, right)),
            [alone] => Some(*alone),
            _ => None,
        })
        .collect()
}

/// The root over maximal complete subtrees, largest first.
fn join(roots: &[Hash]) -> Hash {
    let mut from_right = roots.iter().rev();
    let Some(last) = from_right.next() else {
        return empty_root();
    };
    from_right.fold(*last, |right, left| node(left, &right))
}

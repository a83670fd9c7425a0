//! Makes roots and proofs (RFC 6962 §2.1) out of complete subtrees.
//! Believes the nodes it is given: whether they are right is what verifying shows.

use super::{Hash, Nodes, join};
use crate::base::error::{Error, Result};

/// The root the tree had when it held `size` leaves.
pub fn root_at(nodes: &(impl Nodes + ?Sized), size: u64) -> Result<Hash> {
    range_root(nodes, 0, size)
}

/// The path that shows that leaf `index` is in the tree of `size` leaves, from its sibling up.
pub fn prove_inclusion(nodes: &(impl Nodes + ?Sized), index: u64, size: u64) -> Result<Vec<Hash>> {
    if index >= size {
        return Err(Error::not_found(format!(
            "entry {index} is not in a tree of {size}"
        )));
    }
    let (mut start, mut length) = (0, size);
    let mut path = Vec::new();
    while length > 1 {
        let left = split(length);
        if index - start < left {
            path.push(range_root(nodes, start + left, length - left)?);
            length = left;
        } else {
            path.push(range_root(nodes, start, left)?);
            start += left;
            length -= left;
        }
    }
    path.reverse();
    Ok(path)
}

/// The hashes that show that the tree of `old` leaves is the beginning of the tree of `new` leaves.
///
/// Empty for equal sizes. From the empty tree there is nothing to prove and no proof is defined.
pub fn prove_consistency(nodes: &(impl Nodes + ?Sized), old: u64, new: u64) -> Result<Vec<Hash>> {
    if old == 0 || old > new {
        return Err(Error::usage(format!(
            "no proof leads from a tree of {old} to one of {new}"
        )));
    }
    let (mut start, mut length, mut rest) = (0, new, old);
    let mut path = Vec::new();
    while rest < length {
        let left = split(length);
        if rest <= left {
            path.push(range_root(nodes, start + left, length - left)?);
            length = left;
        } else {
            path.push(range_root(nodes, start, left)?);
            start += left;
            length -= left;
            rest -= left;
        }
    }
    // Only when the old tree is one complete subtree does the verifier know this hash already.
    if start > 0 {
        path.push(range_root(nodes, start, length)?);
    }
    path.reverse();
    Ok(path)
}

/// The largest power of two below a length of at least 2.
const fn split(length: u64) -> u64 {
    1 << (length - 1).ilog2()
}

/// The root over `length` leaves from `start`, which must be a place where RFC 6962 splits.
fn range_root(nodes: &(impl Nodes + ?Sized), start: u64, length: u64) -> Result<Hash> {
    let mut roots = Vec::new();
    let mut at = start;
    for level in (0..64_u8).rev() {
        let width = 1_u64 << level;
        if length & width != 0 {
            roots.push(nodes.node(level, at >> level)?);
            at += width;
        }
    }
    Ok(join(&roots))
}

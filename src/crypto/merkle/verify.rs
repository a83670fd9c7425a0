//! Checks proofs as RFC 9162 §2.1.3.2 and §2.1.4.2 say, accepting no hash too many or too few.
//! Trusts nothing but the root it is given: that comes from a signed checkpoint.

use super::{Hash, node};
use crate::base::error::{Error, Result};

/// What an inclusion proof claims.
#[derive(Clone, Copy, Debug)]
pub struct Inclusion {
    pub leaf: Hash,
    pub index: u64,
    pub size: u64,
}

/// What a consistency proof claims: the new tree begins with the old one.
#[derive(Clone, Copy, Debug)]
pub struct Consistency {
    pub old_size: u64,
    pub old_root: Hash,
    pub new_size: u64,
    pub new_root: Hash,
}

/// Shows that the leaf stands at its index in the tree with this root.
///
/// The size only shapes the path: several sizes can share one path, so size and root must come from
/// the same signed checkpoint.
pub fn verify_inclusion(claim: &Inclusion, proof: &[Hash], root: &Hash) -> Result<()> {
    let Inclusion { leaf, index, size } = *claim;
    if index >= size {
        return Err(Error::integrity(format!(
            "entry {index} is not in a tree of {size}"
        )));
    }
    let mut walk = Walk {
        at: index,
        last: size - 1,
    };
    let mut hash = leaf;
    for sibling in proof {
        hash = match walk.step()? {
            Side::Left => node(sibling, &hash),
            Side::Right => node(&hash, sibling),
        };
    }
    walk.finish()?;
    if hash != *root {
        return Err(Error::integrity(format!(
            "entry {index} does not lead to the root of the tree of {size}"
        )));
    }
    Ok(())
}

/// Shows that the old tree is the beginning of the new one.
///
/// From size 0 it always fails: every log begins with the empty one, so nothing would be shown.
pub fn verify_consistency(claim: &Consistency, proof: &[Hash]) -> Result<()> {
    let Consistency {
        old_size,
        old_root,
        new_size,
        new_root,
    } = *claim;
    if old_size > new_size {
        return Err(Error::integrity(format!(
            "a tree of {new_size} cannot continue one of {old_size}"
        )));
    }
    if old_size == 0 {
        return Err(Error::integrity(
            "a proof from the empty tree shows nothing",
        ));
    }
    if old_size == new_size {
        return verify_same(claim, proof);
    }
    // A complete old tree is itself the first hash; any other begins with its last subtree.
    let (first, rest) = match proof.split_first() {
        _ if old_size.is_power_of_two() => (old_root, proof),
        Some((first, rest)) => (*first, rest),
        None => return Err(Error::integrity("the consistency proof is empty")),
    };
    let mut walk = Walk {
        at: old_size - 1,
        last: new_size - 1,
    };
    while walk.at & 1 == 1 {
        walk.up();
    }
    let (mut old, mut new) = (first, first);
    for hash in rest {
        match walk.step()? {
            Side::Left => (old, new) = (node(hash, &old), node(hash, &new)),
            Side::Right => new = node(&new, hash),
        }
    }
    walk.finish()?;
    if old != old_root || new != new_root {
        return Err(Error::integrity(format!(
            "the tree of {new_size} does not continue the tree of {old_size}"
        )));
    }
    Ok(())
}

fn verify_same(claim: &Consistency, proof: &[Hash]) -> Result<()> {
    if !proof.is_empty() {
        return Err(Error::integrity(
            "trees of equal size need no proof, but one is given",
        ));
    }
    if claim.old_root != claim.new_root {
        return Err(Error::integrity(format!(
            "two trees of size {} have different roots",
            claim.old_size
        )));
    }
    Ok(())
}

/// On which side of the hash so far the next hash of the proof stands.
enum Side {
    Left,
    Right,
}

/// Where a path stands, and the last node of that row (`fn` and `sn` in RFC 9162).
struct Walk {
    at: u64,
    last: u64,
}

impl Walk {
    fn step(&mut self) -> Result<Side> {
        if self.last == 0 {
            return Err(Error::integrity("the proof is too long for its tree"));
        }
        let left = self.at & 1 == 1 || self.at == self.last;
        if left {
            // A node without a right sibling rises until it has a left one.
            while self.at & 1 == 0 && self.at != 0 {
                self.up();
            }
        }
        self.up();
        Ok(if left { Side::Left } else { Side::Right })
    }

    const fn up(&mut self) {
        self.at >>= 1;
        self.last >>= 1;
    }

    fn finish(&self) -> Result<()> {
        if self.last != 0 {
            return Err(Error::integrity("the proof is too short for its tree"));
        }
        Ok(())
    }
}

//! The working memory of argon2: one per thread, kept between hashes and wiped after each, because an allocator
//! that gets it back in pieces of its own size does not find it again.

use std::cell::RefCell;

use argon2::Block;
use zeroize::Zeroize as _;

use crate::base::error::{Error, Kind, Result};

/// Above this many blocks (64 MiB) it is given back at once: hashes of other programs may ask for a GiB, once.
const KEPT: usize = 64 << 10;

thread_local! {
    static SCRATCH: RefCell<Vec<Block>> = const { RefCell::new(Vec::new()) };
}

/// Lends `count` blocks. What earlier hashes left is gone; no memory is an error, never an answer.
pub(super) fn with<T>(count: usize, work: impl FnOnce(&mut [Block]) -> T) -> Result<T> {
    SCRATCH.with_borrow_mut(|blocks| {
        let missing = count.saturating_sub(blocks.len());
        blocks.try_reserve_exact(missing).map_err(|error| {
            Error::new(Kind::Failed, "there is no memory to hash the password").because(error)
        })?;
        blocks.resize(count.max(blocks.len()), Block::new());
        let lent = blocks.get_mut(..count).unwrap_or_default();
        let done = work(lent);
        for block in lent {
            block.as_mut().zeroize();
        }
        if blocks.len() > KEPT {
            *blocks = Vec::new();
        }
        Ok(done)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> usize {
        SCRATCH.with_borrow(Vec::capacity)
    }

    #[test]
    fn memory_is_kept_and_clean_unless_it_is_large() {
        with(9, |blocks| blocks.fill(one())).unwrap();
        assert_eq!(kept(), 9);
        with(12, |blocks| {
            let clean = |block: &Block| block.as_ref().iter().all(|word| *word == 0);
            assert!(blocks.len() == 12 && blocks.iter().all(clean));
        })
        .unwrap();
        with(4, |blocks| assert_eq!(blocks.len(), 4)).unwrap();
        assert_eq!(kept(), 12);
        with(KEPT + 1, |_| ()).unwrap();
        assert_eq!(kept(), 0);
    }

    #[test]
    fn memory_that_is_not_there_is_an_error() {
        assert!(with(usize::MAX / 2048, |_| ()).is_err());
        assert!(with(1, |_| ()).is_ok());
    }

    fn one() -> Block {
        let mut block = Block::new();
        block.as_mut().fill(1);
        block
    }
}

//! The only source of randomness: the system's generator, or a seeded stream in tests.

use std::cell::Cell;

use sha2::{Digest, Sha256};

use crate::base::error::{Error, Result};
use crate::base::id;

/// Where random bytes come from.
pub struct Random {
    seed: Option<[u8; 32]>,
    drawn: Cell<u64>,
}

impl Random {
    /// The operating system's generator.
    pub const fn system() -> Self {
        Self {
            seed: None,
            drawn: Cell::new(0),
        }
    }

    /// A repeatable stream: SHA-256 of the seed and a counter. For tests and made-up data, never for keys
    /// that protect anything.
    pub fn seeded(seed: &[u8]) -> Self {
        Self {
            seed: Some(Sha256::digest(seed).into()),
            drawn: Cell::new(0),
        }
    }

    /// Another stream of the same kind, for another thread.
    pub fn fork(&self) -> Result<Self> {
        Ok(match self.seed {
            None => Self::system(),
            Some(_) => Self::seeded(&self.bytes::<32>()?),
        })
    }

    pub fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        let Some(seed) = self.seed else {
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place that draws"
            )]
            return getrandom::fill(bytes).map_err(|error| {
                Error::failed("the system gives no random numbers").because(error)
            });
        };
        for block in bytes.chunks_mut(32) {
            let counter = self.drawn.get();
            self.drawn.set(counter + 1);
            let stream = Sha256::new()
                .chain_update(seed)
                .chain_update(counter.to_be_bytes());
            for (byte, fresh) in block.iter_mut().zip(stream.finalize()) {
                *byte = fresh;
            }
        }
        Ok(())
    }

    pub fn bytes<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A fresh id with this prefix: 80 random bits in 16 characters.
    pub fn id(&self, prefix: &str) -> Result<String> {
        id::id(prefix, &self.bytes::<10>()?)
    }

    /// A number below `bound`, each as likely as the other (bound at least 1).
    pub fn below(&self, bound: u32) -> Result<u32> {
        let bound = bound.max(1);
        // Values in the last, incomplete run of `bound` would favor small numbers: draw again.
        let fair = u32::MAX - u32::MAX % bound;
        loop {
            let drawn = u32::from_be_bytes(self.bytes()?);
            if drawn < fair {
                return Ok(drawn % bound);
            }
        }
    }
}

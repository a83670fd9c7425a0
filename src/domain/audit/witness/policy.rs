//! Whose cosignatures count, and how many of them are enough.

use crate::base::error::{Error, Result};
use crate::crypto::note::Witness;

/// The witnesses of the configuration; without any, nothing reaches a quorum.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    pub witnesses: Vec<Witness>,
    pub quorum: usize,
}

impl Policy {
    /// Refuses keys that are none, one key twice (it would count twice), and a quorum that nobody can reach.
    pub fn new(keys: &[String], quorum: i64) -> Result<Self> {
        let mut witnesses: Vec<Witness> = vec![];
        for text in keys {
            let witness = Witness::parse(text.trim()).map_err(|error| {
                Error::usage("`audit.witness` holds what is no witness's key")
                    .because(error)
                    .hint("copy the line that `optimactl audit witness init` printed")
            })?;
            if witnesses.iter().any(|known| known.key() == witness.key()) {
                return Err(Error::usage(
                    "`audit.witness` holds one key twice, which would count twice",
                )
                .hint("leave one of them out"));
            }
            witnesses.push(witness);
        }
        let quorum = usize::try_from(quorum).unwrap_or(0);
        if !witnesses.is_empty() && !(1..=witnesses.len()).contains(&quorum) {
            return Err(Error::usage(format!(
                "`audit.quorum` cannot be reached with {} in `audit.witness`",
                crate::base::text::count(witnesses.len().try_into().unwrap_or(0), "key")
            ))
            .hint("give a number from 1 to as many as there are witnesses"));
        }
        Ok(Self { witnesses, quorum })
    }

    /// The size up to which enough of them vouch: each for its own largest one, since a tree holds those before it.
    pub fn reached(&self, mut sizes: Vec<u64>) -> Option<u64> {
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.get(self.quorum.checked_sub(1)?).copied()
    }
}

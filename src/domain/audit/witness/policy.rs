//! Whose cosignatures count, and how many of them are enough.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::crypto::note::Witness;
use crate::domain::audit::verify::keys;
use crate::store::keyring::Keyring;

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
        let policy = Self { witnesses, quorum };
        let voters = policy.voters();
        if voters > 0 && !(1..=voters).contains(&quorum) {
            return Err(Error::usage(format!(
                "`audit.quorum` cannot be reached with {} in `audit.witness`",
                crate::base::text::count(voters.try_into().unwrap_or(0), "name")
            ))
            .hint("give a number from 1 to as many as there are witnesses"));
        }
        Ok(policy)
    }

    /// Whoever holds the log's key could vouch for anything with it: it is nobody else's.
    pub fn require_others(&self, keyring: &Keyring) -> Result<()> {
        let own = keys::Lineage::of_keyring(keyring);
        let Some(witness) = self.witnesses.iter().find(|known| own.holds(known.key())) else {
            return Ok(());
        };
        Err(Error::usage(format!(
            "`audit.witness` holds the log's own key, as `{}`",
            safe(witness.name())
        ))
        .hint("a witness makes its own key with `optimactl audit witness init`"))
    }

    /// How many can vouch: one who changed keys and keeps the old one, so that what it signed still counts, is one.
    pub fn voters(&self) -> usize {
        let names: BTreeSet<&str> = self.witnesses.iter().map(Witness::name).collect();
        names.len()
    }

    /// The size up to which enough of them vouch: each name for its own largest one, since a tree holds those before
    /// it.
    pub fn reached<'a>(&self, signed: impl IntoIterator<Item = (&'a str, u64)>) -> Option<u64> {
        let mut largest: BTreeMap<&str, u64> = BTreeMap::new();
        for (name, size) in signed {
            let known = largest.entry(name).or_default();
            *known = size.max(*known);
        }
        let mut sizes: Vec<u64> = largest.into_values().collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.get(self.quorum.checked_sub(1)?).copied()
    }
}

//! What every hash scheme can do, and what reading one gives. A scheme's own file knows its text and its sums.

use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

/// How a hash was made: everything but the password and the outcome.
pub(super) trait Family: Send + Sync {
    /// The stable name in reports and filters.
    fn scheme(&self) -> &'static str;

    /// The parameters as people write them; empty where the scheme has none.
    fn parameters(&self) -> String;

    /// The text that the store holds for this outcome.
    fn text(&self, digest: &[u8]) -> String;

    /// The outcome for `password`, `length` bytes of it.
    fn digest(
        &self,
        password: &[u8],
        length: usize,
        pepper: Option<&Key>,
    ) -> Result<Zeroizing<Vec<u8>>>;

    /// Whether guessing is dear enough (OWASP Password Storage Cheat Sheet).
    fn is_strong(&self) -> bool;

    /// Whether it costs next to nothing beside a hash of our own.
    fn is_light(&self) -> bool {
        false
    }

    fn pepper(&self) -> Option<&str> {
        None
    }
}

/// A hash that was read.
pub(super) struct Parts {
    pub(super) family: Box<dyn Family>,
    pub(super) digest: Vec<u8>,
}

impl Parts {
    pub(super) fn of(family: impl Family + 'static, digest: Vec<u8>) -> Self {
        Self {
            family: Box::new(family),
            digest,
        }
    }

    /// The text that the store holds.
    pub(super) fn text(&self) -> String {
        self.family.text(&self.digest)
    }
}

/// The refusal of a hash that begins like one of `scheme` and goes on otherwise. It never quotes the hash.
pub(super) fn malformed(scheme: &str) -> Error {
    Error::usage(format!("this begins like a hash of {scheme}, but is none"))
        .hint("take it over whole, with every `$` and without quotes")
}

/// The refusal of a cost that would make every try at the account a way to exhaust this machine.
pub(super) fn excessive(most: &str) -> Error {
    Error::usage("the hash asks for more work than is allowed").hint(format!("at most {most}"))
}

/// Makes sure that a library which would end the process for want of memory gets what it takes.
pub(super) fn reserve(bytes: u64) -> Result<()> {
    let scarce = || {
        Error::new(Kind::Failed, "the password could not be hashed")
            .because("there is not enough memory for the cost that the hash asks for")
    };
    let bytes = usize::try_from(bytes).map_err(|_| scarce())?;
    let mut probe: Vec<u8> = Vec::new();
    probe.try_reserve_exact(bytes).map_err(|_| scarce())?;
    // A reservation that nobody looks at would be left out by the optimizer.
    std::hint::black_box(&mut probe);
    Ok(())
}

//! Secrets as types: no `Debug`, no `Clone`, no `Serialize`, wiped when dropped, compared in constant time.

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::random::Random;
use crate::base::error::{Error, Result};

/// A 256-bit key.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    pub fn new(mut bytes: [u8; 32]) -> Self {
        let key = Self(bytes);
        bytes.zeroize();
        key
    }

    pub fn random(random: &Random) -> Result<Self> {
        let mut bytes = [0; 32];
        random.fill(&mut bytes)?;
        Ok(Self::new(bytes))
    }

    /// A key from bytes of unknown length; anything but 32 of them is damage.
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        <[u8; 32]>::try_from(bytes)
            .map(Self::new)
            .map_err(|_| Error::integrity(format!("a key has {} bytes, not 32", bytes.len())))
    }

    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A second owner of the same secret: written out, so that no copy is made by accident.
    #[must_use]
    pub const fn duplicate(&self) -> Self {
        Self(self.0)
    }
}

/// A password, passphrase, code or identity as text.
pub struct SecretText(Zeroizing<String>);

impl SecretText {
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub fn expose(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Whether two secrets are the same, in time that does not depend on where they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    bool::from(a.ct_eq(b))
}

//! Single-use codes: shown once, kept only as a digest.

use data_encoding::BASE32_NOPAD;
use zeroize::Zeroizing;

use crate::base::error::Result;
use crate::crypto::random::Random;
use crate::crypto::seal::sha256;
use crate::crypto::secret::SecretText;

/// A code of 160 random bits: so many that its plain SHA-256 may be kept (ASVS 5.0 6.5.2).
pub struct Code(SecretText);

impl Code {
    pub fn new(random: &Random) -> Result<Self> {
        let bytes = Zeroizing::new(random.bytes::<20>()?);
        Ok(Self(SecretText::new(BASE32_NOPAD.encode(bytes.as_slice()))))
    }

    /// A code as somebody typed it: case, spaces and hyphens do not matter.
    pub fn typed(text: &str) -> Self {
        Self(plain(text))
    }

    /// In groups of four, as it is read and typed.
    pub fn shown(&self) -> SecretText {
        grouped(self.0.expose())
    }

    pub fn digest(&self) -> [u8; 32] {
        sha256(self.0.expose().as_bytes())
    }
}

/// Upper case without spaces and hyphens.
pub(in crate::domain) fn plain(text: &str) -> SecretText {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    SecretText::new(kept.map(|c| c.to_ascii_uppercase()).collect())
}

/// `ABCD-EFGH-…`.
pub(in crate::domain) fn grouped(text: &str) -> SecretText {
    let mut shown = String::with_capacity(text.len() * 5 / 4 + 1);
    for (at, c) in text.chars().enumerate() {
        if at > 0 && at.is_multiple_of(4) {
            shown.push('-');
        }
        shown.push(c);
    }
    SecretText::new(shown)
}

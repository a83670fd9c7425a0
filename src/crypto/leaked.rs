//! SHA-1 as lists of leaked passwords use it: to find a password in one, never to keep it or to protect
//! anything.

use data_encoding::HEXUPPER;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

/// Hexadecimal digits of a fingerprint.
pub const DIGITS: usize = 40;

/// The fingerprint of "password", which every list of leaked passwords holds.
pub const OF_PASSWORD: &str = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8";

/// SHA-1 of some bytes.
pub fn sha1(bytes: &[u8]) -> [u8; 20] {
    Sha1::digest(bytes).into()
}

/// A password as a list of leaked ones names it: 40 upper-case digits. It can be guessed from, so it wipes
/// itself and is written nowhere.
pub struct Fingerprint(Zeroizing<String>);

impl Fingerprint {
    pub fn of(password: &str) -> Self {
        Self(Zeroizing::new(HEXUPPER.encode(&sha1(password.as_bytes()))))
    }

    /// That of "password", for self-tests.
    pub fn known() -> Self {
        Self(Zeroizing::new(OF_PASSWORD.to_owned()))
    }

    pub fn digits(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_fingerprint_is_that_of_password() {
        assert_eq!(Fingerprint::of("password").digits(), OF_PASSWORD);
        assert_eq!(Fingerprint::known().digits().len(), DIGITS);
    }
}

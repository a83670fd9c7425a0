//! The written form of a token: `oct_`, 160 random bits, a checksum. The prefix and the checksum let scanners of
//! source code find leaked ones, and tell a typing error without a look into the store.

use crate::base::error::{Error, Result};
use crate::base::id::id;
use crate::crypto::random::Random;
use crate::crypto::seal::sha256;
use crate::crypto::secret::{SecretText, same};

const PREFIX: &str = "oct";
/// 160 bits, 5 a character.
const BODY: usize = 32;
/// 30 bits of SHA-256 over prefix and body: of a billion typing errors one is not noticed.
const CHECKSUM: usize = 6;
const LENGTH: usize = 4 + BODY + CHECKSUM;

/// What a scanner for leaked secrets looks for.
pub const PATTERN: &str = r"\boct_[0-9a-hjkmnp-tv-z]{38}\b";

/// A token in the clear, for as long as it takes to show or to check it.
pub struct Secret(SecretText);

impl Secret {
    pub fn new(random: &Random) -> Result<Self> {
        let body = SecretText::new(id(PREFIX, &random.bytes::<20>()?)?);
        let check = checksum(body.expose())?;
        Ok(Self(SecretText::new(format!("{}{check}", body.expose()))))
    }

    /// A token as it was handed over; none if it is none of ours. The checksum says nothing about which tokens
    /// there are: anybody can compute it, so an answer that tells a malformed one from an unknown one helps
    /// nobody to guess 160 bits.
    pub fn read(typed: &str) -> Result<Option<Self>> {
        let typed = typed.trim_ascii();
        if typed.len() != LENGTH || !typed.is_ascii() || !typed.starts_with("oct_") {
            return Ok(None);
        }
        let Some((body, check)) = typed.split_at_checked(LENGTH - CHECKSUM) else {
            return Ok(None);
        };
        let right = same(checksum(body)?.as_bytes(), check.as_bytes());
        Ok(right.then(|| Self(SecretText::new(typed.to_owned()))))
    }

    pub const fn text(&self) -> &SecretText {
        &self.0
    }

    /// A plain SHA-256 is enough for 160 random bits: there is nothing to guess (ASVS 5.0 6.5.2).
    pub(super) fn digest(&self) -> [u8; 32] {
        sha256(self.0.expose().as_bytes())
    }
}

/// The check characters of `oct_…`.
fn checksum(body: &str) -> Result<String> {
    let whole = id("", &sha256(body.as_bytes()))?;
    whole
        .get(1..=CHECKSUM)
        .map(str::to_owned)
        .ok_or_else(|| Error::bug("a checksum is too short"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_every_typing_error_noticed() {
        let secret = Secret::new(&Random::system()).unwrap();
        let text = secret.text().expose();
        assert_eq!(text.len(), LENGTH);
        let again = Secret::read(&format!("{text}\r\n")).unwrap().unwrap();
        assert_eq!(again.digest(), secret.digest());
        for at in 0..text.len() {
            let mut changed = text.to_owned().into_bytes();
            changed[at] = if changed[at] == b'x' { b'y' } else { b'x' };
            let changed = String::from_utf8(changed).unwrap();
            assert!(Secret::read(&changed).unwrap().is_none(), "{at}");
        }
        for bad in [
            "",
            "oct_",
            text.get(..41).unwrap(),
            &format!("{text}0"),
            &"é".repeat(21),
        ] {
            assert!(Secret::read(bad).unwrap().is_none(), "{bad}");
        }
        assert!(Secret::read(&text.to_uppercase()).unwrap().is_none());
    }

    #[test]
    fn the_form_never_changes() {
        // A scanner's rule, and every token given out, depend on it.
        let known = "oct_000000000000000000000000000000004y263n";
        let body = known.get(..36).unwrap();
        assert_eq!(format!("{body}{}", checksum(body).unwrap()), known);
        let within = |c: char| {
            PATTERN.contains(c)
                || ('a'..='h').contains(&c)
                || c.is_ascii_digit()
                || ('p'..='t').contains(&c)
                || ('v'..='z').contains(&c)
        };
        let secret = Secret::new(&Random::seeded(b"7")).unwrap();
        assert!(secret.text().expose().chars().skip(4).all(within));
    }
}

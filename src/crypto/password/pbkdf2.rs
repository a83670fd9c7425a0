//! PBKDF2 (RFC 8018) with HMAC-SHA-1, -256 or -512: `$pbkdf2-sha256$ROUNDS$SALT$HASH`, as passlib writes it.

use zeroize::Zeroizing;

use super::encoding::{base64, to_ab64};
use super::family::{Family, Parts, excessive, malformed};
use crate::base::error::Result;
use crate::crypto::secret::Key;

/// Rounds times blocks of output: what a try costs at most.
const MOST: u64 = 10_000_000;
/// Fewer rounds than this take no time that a clock could see beside a hash of our own.
const LIGHT: u64 = 5_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hash {
    Sha1,
    Sha256,
    Sha512,
}

impl Hash {
    /// Bytes of one block of output.
    const fn size(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    /// Rounds that the OWASP Password Storage Cheat Sheet asks for.
    const fn enough(self) -> u32 {
        match self {
            Self::Sha1 => 1_300_000,
            Self::Sha256 => 600_000,
            Self::Sha512 => 210_000,
        }
    }
}

pub(super) struct Pbkdf2 {
    hash: Hash,
    rounds: u32,
    salt: Vec<u8>,
}

impl Pbkdf2 {
    pub(super) fn read(hash: Hash, rounds: u32, salt: Vec<u8>, digest: Vec<u8>) -> Result<Parts> {
        if rounds == 0 || !(16..=64).contains(&digest.len()) || salt.len() > 1024 {
            return Err(malformed("PBKDF2"));
        }
        let blocks = u64::try_from(digest.len().div_ceil(hash.size())).unwrap_or(u64::MAX);
        if u64::from(rounds).saturating_mul(blocks) > MOST {
            return Err(excessive("10 million rounds"));
        }
        Ok(Parts::of(Self { hash, rounds, salt }, digest))
    }
}

impl Family for Pbkdf2 {
    fn scheme(&self) -> &'static str {
        match self.hash {
            Hash::Sha1 => "pbkdf2-sha1",
            Hash::Sha256 => "pbkdf2-sha256",
            Hash::Sha512 => "pbkdf2-sha512",
        }
    }

    fn parameters(&self) -> String {
        format!("rounds={}", self.rounds)
    }

    fn text(&self, digest: &[u8]) -> String {
        let name = match self.hash {
            Hash::Sha1 => "pbkdf2",
            Hash::Sha256 | Hash::Sha512 => self.scheme(),
        };
        let (salt, digest) = (to_ab64(&self.salt), to_ab64(digest));
        format!("${name}${}${salt}${digest}", self.rounds)
    }

    fn digest(
        &self,
        password: &[u8],
        length: usize,
        _: Option<&Key>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let mut out = Zeroizing::new(vec![0; length]);
        let derive = match self.hash {
            Hash::Sha1 => pbkdf2::pbkdf2_hmac::<sha1::Sha1>,
            Hash::Sha256 => pbkdf2::pbkdf2_hmac::<sha2::Sha256>,
            Hash::Sha512 => pbkdf2::pbkdf2_hmac::<sha2::Sha512>,
        };
        derive(password, &self.salt, self.rounds, &mut out);
        Ok(out)
    }

    fn is_strong(&self) -> bool {
        self.rounds >= self.hash.enough()
    }

    fn is_light(&self) -> bool {
        u64::from(self.rounds) <= LIGHT
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    let rest = text.strip_prefix("$pbkdf2")?;
    let fields: Vec<&str> = rest.split('$').collect();
    let [name, rounds, salt, digest] = fields.as_slice() else {
        return Some(Err(malformed("PBKDF2")));
    };
    let hash = match *name {
        "" | "-sha1" => Hash::Sha1,
        "-sha256" => Hash::Sha256,
        "-sha512" => Hash::Sha512,
        _ => return Some(Err(malformed("PBKDF2"))),
    };
    Some(of_fields(hash, rounds, salt, digest))
}

/// `ROUNDS$SALT$HASH` with both in base64, which LDAP servers write, too.
pub(super) fn of_fields(hash: Hash, rounds: &str, salt: &str, digest: &str) -> Result<Parts> {
    let wrong = || malformed("PBKDF2");
    let rounds = rounds.parse().map_err(|_| wrong())?;
    let salt = base64(salt).ok_or_else(wrong)?;
    Pbkdf2::read(hash, rounds, salt, base64(digest).ok_or_else(wrong)?)
}

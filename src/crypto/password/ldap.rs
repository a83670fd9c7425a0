//! One digest over password and salt, as LDAP servers (`{SSHA}` and its kin) and old web frameworks keep it; and
//! the other schemes that LDAP and mail servers put into braces.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::encoding::{base64, hex, to_hex};
use super::family::{Family, Parts, malformed};
use super::pbkdf2::{self, Hash, Pbkdf2};
use crate::base::error::Result;
use crate::crypto::secret::Key;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Kind {
    const fn size(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// Each with its names: in reports, and in braces.
const SCHEMES: [(&str, &str, Kind); 10] = [
    ("sha", "{SHA}", Kind::Sha1),
    ("sha256", "{SHA256}", Kind::Sha256),
    ("sha384", "{SHA384}", Kind::Sha384),
    ("sha512", "{SHA512}", Kind::Sha512),
    ("md5", "{MD5}", Kind::Md5),
    ("ssha", "{SSHA}", Kind::Sha1),
    ("ssha256", "{SSHA256}", Kind::Sha256),
    ("ssha384", "{SSHA384}", Kind::Sha384),
    ("ssha512", "{SSHA512}", Kind::Sha512),
    ("smd5", "{SMD5}", Kind::Md5),
];

struct Salted {
    scheme: &'static str,
    kind: Kind,
    salt: Vec<u8>,
}

impl Salted {
    /// Django's old hashers put the salt before the password.
    fn is_django(&self) -> bool {
        self.scheme.starts_with("django")
    }

    fn with<D: Digest>(&self, password: &[u8]) -> Zeroizing<Vec<u8>> {
        let (before, after) = if self.is_django() {
            (self.salt.as_slice(), password)
        } else {
            (password, self.salt.as_slice())
        };
        let digest = D::new().chain_update(before).chain_update(after).finalize();
        Zeroizing::new(digest.to_vec())
    }
}

impl Family for Salted {
    fn scheme(&self) -> &'static str {
        self.scheme
    }

    fn parameters(&self) -> String {
        String::new()
    }

    fn text(&self, digest: &[u8]) -> String {
        if self.is_django() {
            let name = self.scheme.trim_start_matches("django-");
            let salt = String::from_utf8_lossy(&self.salt);
            return format!("{name}${salt}${}", to_hex(digest));
        }
        let known = SCHEMES.iter().find(|(scheme, ..)| *scheme == self.scheme);
        let braces = known.map_or("", |(_, braces, _)| *braces);
        let bytes = [digest, &self.salt].concat();
        format!("{braces}{}", data_encoding::BASE64.encode(&bytes))
    }

    fn digest(&self, password: &[u8], _: usize, _: Option<&Key>) -> Result<Zeroizing<Vec<u8>>> {
        Ok(match self.kind {
            Kind::Md5 => self.with::<Md5>(password),
            Kind::Sha1 => self.with::<Sha1>(password),
            Kind::Sha256 => self.with::<Sha256>(password),
            Kind::Sha384 => self.with::<Sha384>(password),
            Kind::Sha512 => self.with::<Sha512>(password),
        })
    }

    fn is_strong(&self) -> bool {
        false
    }

    fn is_light(&self) -> bool {
        true
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    if let Some(read) = read_django(text) {
        return Some(read);
    }
    let (braces, rest) = braces(text)?;
    if let Some((scheme, _, kind)) = SCHEMES.iter().find(|scheme| scheme.1 == braces) {
        let read = salted(scheme, *kind, rest);
        return Some(read.ok_or_else(|| malformed(scheme)));
    }
    let hash = match braces.as_str() {
        "{PBKDF2}" | "{PBKDF2-SHA1}" => Hash::Sha1,
        "{PBKDF2-SHA256}" => Hash::Sha256,
        "{PBKDF2-SHA512}" => Hash::Sha512,
        "{PKCS5S2}" => return Some(atlassian(rest)),
        _ => return None,
    };
    let fields: Vec<&str> = rest.split('$').collect();
    let [rounds, salt, digest] = fields.as_slice() else {
        return Some(Err(malformed("PBKDF2")));
    };
    Some(pbkdf2::of_fields(hash, rounds, salt, digest))
}

/// The scheme in braces, in capitals, and what follows it.
fn braces(text: &str) -> Option<(String, &str)> {
    let end = text.strip_prefix('{')?.find('}')?;
    let (braces, rest) = text.split_at_checked(end + 2)?;
    Some((braces.to_ascii_uppercase(), rest))
}

fn salted(scheme: &'static str, kind: Kind, rest: &str) -> Option<Parts> {
    let mut digest = base64(rest)?;
    if digest.len() < kind.size() {
        return None;
    }
    let salt = digest.split_off(kind.size());
    // A salted scheme has a salt and the others have none: anything else is another scheme by this name.
    let is_salted = scheme.starts_with("ss") || scheme.starts_with("sm");
    if is_salted == salt.is_empty() || salt.len() > 256 {
        return None;
    }
    let recipe = Salted { scheme, kind, salt };
    Some(Parts::of(recipe, digest))
}

/// `md5$salt$hex` and `sha1$salt$hex`; none where the text is of another scheme.
fn read_django(text: &str) -> Option<Result<Parts>> {
    let fields: Vec<&str> = text.split('$').collect();
    let (scheme, kind, salt, digest) = match fields.as_slice() {
        ["md5", salt, digest] => ("django-md5", Kind::Md5, salt, digest),
        ["sha1", salt, digest] => ("django-sha1", Kind::Sha1, salt, digest),
        _ => return None,
    };
    let digest = hex(digest).filter(|digest| digest.len() == kind.size());
    let salt = salt.as_bytes().to_vec();
    let parts = digest.map(|digest| Parts::of(Salted { scheme, kind, salt }, digest));
    Some(parts.ok_or_else(|| malformed("Django's old schemes")))
}

/// Atlassian: base64 of a salt of 16 bytes and 32 bytes of PBKDF2 with SHA-1 and 10,000 rounds.
fn atlassian(rest: &str) -> Result<Parts> {
    let wrong = || malformed("Atlassian's PKCS5S2");
    let mut salt = base64(rest)
        .filter(|bytes| bytes.len() == 48)
        .ok_or_else(wrong)?;
    let digest = salt.split_off(16);
    Pbkdf2::read(Hash::Sha1, 10_000, salt, digest)
}

/// 389 Directory Server and `FreeIPA` before 2021: rounds in four bytes, a salt of 64 and an outcome of 256. Its
/// first block of 32 is kept: the others come from the same password and tell nothing more.
pub(super) fn of_389ds(text: &str) -> Result<Parts> {
    let wrong = || malformed("389 Directory Server");
    let bytes = text.strip_prefix("{PBKDF2_SHA256}").and_then(base64);
    let bytes = bytes.filter(|bytes| bytes.len() == 324).ok_or_else(wrong)?;
    let (rounds, rest) = bytes.split_first_chunk::<4>().ok_or_else(wrong)?;
    let (salt, rest) = rest.split_first_chunk::<64>().ok_or_else(wrong)?;
    let (digest, _) = rest.split_first_chunk::<32>().ok_or_else(wrong)?;
    let rounds = u32::from_be_bytes(*rounds);
    Pbkdf2::read(Hash::Sha256, rounds, salt.to_vec(), digest.to_vec())
}

/// What stands behind braces that only say that a whole hash follows.
pub(super) fn enclosed(text: &str) -> Option<&str> {
    const ENCLOSING: [&str; 9] = [
        "{CRYPT}",
        "{BCRYPT}",
        "{BLF-CRYPT}",
        "{ARGON2}",
        "{ARGON2I}",
        "{ARGON2ID}",
        "{SHA256-CRYPT}",
        "{SHA512-CRYPT}",
        "{MD5-CRYPT}",
    ];
    let (braces, rest) = braces(text)?;
    ENCLOSING.contains(&braces.as_str()).then_some(rest)
}

/// Whether braces stand in braces, which nobody writes.
pub(super) fn encloses(inner: &str) -> bool {
    enclosed(inner).is_some()
}

//! One-way password hashing: argon2id (RFC 9106) with the pepper as its secret value for every new password,
//! and whatever other programs wrote, verified as it is. Nothing of unknown form is ever taken for a hash.

mod argon2;
mod bcrypt;
mod encoding;
mod family;
mod foreign;
mod guess;
mod keycloak;
mod ldap;
mod md5_crypt;
mod pbkdf2;
mod scratch;
mod scrypt;
mod sha_crypt;
#[cfg(test)]
mod tests;
mod wrapped;
mod yescrypt;

use zeroize::Zeroizing;

pub use argon2::{Cost, keyid};
pub use foreign::{Foreign, read_foreign};
pub use keycloak::keycloak;
pub use wrapped::wrap;

use self::argon2::Argon2id;
use super::secret::{Key, SecretText, same};
use crate::base::error::{Error, Result};
use crate::base::text::composed;
use family::{Family, Parts};

/// A hash longer than this is none; nothing is decoded before that is known.
const LONGEST_TEXT: usize = 2048;
/// Every name that a hash that was read can have.
pub const SCHEMES: [&str; 26] = [
    "apr1",
    "argon2d",
    "argon2i",
    "argon2id",
    "bcrypt",
    "bcrypt-sha256",
    "django-md5",
    "django-sha1",
    "md5",
    "md5-crypt",
    "pbkdf2-sha1",
    "pbkdf2-sha256",
    "pbkdf2-sha512",
    "scrypt",
    "sha",
    "sha256",
    "sha256-crypt",
    "sha384",
    "sha512",
    "sha512-crypt",
    "smd5",
    "ssha",
    "ssha256",
    "ssha384",
    "ssha512",
    "yescrypt",
];
/// No password of more bytes is ever set (1024 characters), and some old schemes take the square of the length.
const LONGEST_PASSWORD: usize = 4096;

/// A secret mixed into every hash, kept outside the database, and its id.
#[derive(Clone, Copy)]
pub struct Pepper<'a> {
    pub id: &'a str,
    pub key: &'a Key,
}

/// A stored hash, read: how it was made, and what came out.
pub struct Stored {
    family: Box<dyn Family>,
    digest: Vec<u8>,
    /// Argon2id over the digest of `family`, where the hash was wrapped; `digest` is then what that gave.
    around: Option<Argon2id>,
    /// How long the digest of `family` is.
    inner: usize,
}

impl std::fmt::Debug for Stored {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.scheme(), self.parameters())
    }
}

impl Stored {
    fn plain(parts: Parts) -> Self {
        Self {
            inner: parts.digest.len(),
            family: parts.family,
            digest: parts.digest,
            around: None,
        }
    }

    /// The scheme's stable name: `argon2id`, `bcrypt`, `pbkdf2-sha256`, `sha512-crypt`, `wrapped`, …
    pub fn scheme(&self) -> &'static str {
        match self.around {
            Some(_) => "wrapped",
            None => self.family.scheme(),
        }
    }

    /// The parameters as people write them: `m=19456,t=2,p=1`. A wrapped hash names what is inside.
    pub fn parameters(&self) -> String {
        let own = self.family.parameters();
        match &self.around {
            None => own,
            Some(around) if own.is_empty() => {
                format!("{} over {}", around.parameters(), self.family.scheme())
            }
            Some(around) => {
                let scheme = self.family.scheme();
                format!("{} over {scheme} {own}", around.parameters())
            }
        }
    }

    /// The id of the pepper that the hash was made with.
    pub fn pepper(&self) -> Option<&str> {
        match &self.around {
            Some(around) => around.pepper(),
            None => self.family.pepper(),
        }
    }

    /// Whether this is what [`hash`] makes with this cost and pepper.
    pub fn is_made_with(&self, cost: Cost, pepper: &str) -> bool {
        self.scheme() == "argon2id"
            && self.parameters() == cost.to_string()
            && self.pepper() == Some(pepper)
    }

    /// Whether guessing is as dear as the OWASP Password Storage Cheat Sheet asks for at least.
    pub fn is_strong(&self) -> bool {
        match &self.around {
            Some(around) => around.is_strong(),
            None => self.family.is_strong(),
        }
    }

    /// Whether verifying costs next to nothing beside a hash of our own.
    pub fn is_light(&self) -> bool {
        self.around.is_none() && self.family.is_light()
    }

    fn matches(&self, password: &[u8], pepper: Option<&Key>) -> Result<bool> {
        let Some(around) = &self.around else {
            let digest = self.family.digest(password, self.inner, pepper)?;
            return Ok(same(&digest, &self.digest));
        };
        let inner = self.family.digest(password, self.inner, None)?;
        let digest = around.digest(&inner, self.digest.len(), pepper)?;
        Ok(same(&digest, &self.digest))
    }
}

/// Hashes `password` (in NFC) with a fresh salt of 128 bits.
pub fn hash(
    password: &SecretText,
    salt: &[u8; 16],
    pepper: Option<Pepper<'_>>,
    cost: Cost,
) -> Result<String> {
    let recipe = Argon2id::new(cost, salt, pepper.map(|pepper| pepper.id));
    let composed = Zeroizing::new(composed(password.expose()));
    let digest = recipe.digest(composed.as_bytes(), 32, pepper.map(|pepper| pepper.key))?;
    Ok(recipe.text(&digest))
}

/// Whether `password` is the one behind `stored`. "No" is an answer; every other trouble (no memory, an
/// unknown pepper) is an error and never looks like a wrong password.
///
/// A hash from elsewhere is compared with the bytes as they were typed first, because its writer may not have
/// composed them, and then with their NFC form; both are the same for nearly everybody.
pub fn verify(password: &SecretText, stored: &Stored, pepper: Option<&Key>) -> Result<bool> {
    let typed = password.expose();
    let composed = Zeroizing::new(composed(typed));
    let is_foreign = stored.around.is_some() || stored.pepper().is_none();
    if is_foreign && composed.as_str() != typed && attempt(typed, stored, pepper)? {
        return Ok(true);
    }
    attempt(&composed, stored, pepper)
}

fn attempt(password: &str, stored: &Stored, pepper: Option<&Key>) -> Result<bool> {
    let bytes = password.as_bytes();
    match bytes.get(..LONGEST_PASSWORD) {
        // Longer than any that was ever set: it costs what a wrong one costs.
        Some(head) if bytes.len() > LONGEST_PASSWORD => {
            stored.matches(head, pepper)?;
            Ok(false)
        }
        _ => stored.matches(bytes, pepper),
    }
}

/// Reads a hash as the store holds it; unknown schemes and excessive costs are refused with the reason.
pub fn parse(text: &str) -> Result<Stored> {
    if text.len() > LONGEST_TEXT {
        return Err(Error::usage("this is too long for a password hash"));
    }
    if let Some(stored) = wrapped::read(text) {
        return stored;
    }
    parts(text).map(Stored::plain)
}

/// None: the text is of another family.
type Reader = fn(&str) -> Option<Result<Parts>>;

/// Reads a hash that is not wrapped.
fn parts(text: &str) -> Result<Parts> {
    const FAMILIES: [Reader; 8] = [
        argon2::read,
        bcrypt::read,
        pbkdf2::read,
        scrypt::read,
        yescrypt::read,
        sha_crypt::read,
        md5_crypt::read,
        ldap::read,
    ];
    FAMILIES
        .iter()
        .find_map(|read| read(text))
        .unwrap_or_else(|| Err(guess::unknown(text)))
}

//! Password hashes from elsewhere: read, named and put into the form in which the store keeps them.

use crate::base::error::{Error, Result};
use crate::crypto::password::{self, Foreign};

/// A hash that can be verified here.
#[derive(Clone)]
pub struct Hash {
    /// As the store keeps it.
    pub text: String,
    pub scheme: &'static str,
    /// Cheap to guess: to be wrapped or replaced soon.
    pub weak: bool,
}

/// What a text in the place of a hash is.
pub(super) enum Given {
    Hash(Hash),
    /// The account has no password that could be right.
    Unusable,
}

pub(super) fn read(text: &str) -> Result<Given> {
    match password::read_foreign(text) {
        Ok(Foreign::Hash(text)) => hash(text).map(Given::Hash),
        Ok(Foreign::Unusable) => Ok(Given::Unusable),
        // What has none of the marks of a hash may be a password: nothing of it is shown.
        Err(_) if !looks_like_a_hash(text) => Err(Error::usage(
            "this is no password hash, and passwords in the clear are not taken",
        )
        .hint("import the hashes, or give codes with `optimactl password reset`")),
        Err(error) => Err(error),
    }
}

/// A password credential as Keycloak exports it: two texts of JSON.
pub(super) fn keycloak(secret: &str, data: &str) -> Result<Given> {
    hash(password::keycloak(secret, data)?).map(Given::Hash)
}

fn hash(text: String) -> Result<Hash> {
    let stored = password::parse(&text)?;
    Ok(Hash {
        scheme: stored.scheme(),
        weak: !stored.is_strong(),
        text,
    })
}

fn looks_like_a_hash(text: &str) -> bool {
    let crypt = |byte: u8| byte.is_ascii_alphanumeric() || b"./".contains(&byte);
    text.starts_with('_')
        || text.contains(['$', '{', ':'])
        || text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        // Traditional DES.
        || text.len() == 13 && text.bytes().all(crypt)
        || text.len() > 40 && !text.contains(' ')
}

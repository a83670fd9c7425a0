//! What other programs write where a password hash stands: brought into the one form that the store holds, or
//! found to be no password at all.

use super::encoding::{base64, hex};
use super::family::{Parts, malformed};
use super::pbkdf2::{Hash, Pbkdf2};
use super::scrypt::Scrypt;
use super::{LONGEST_TEXT, guess, ldap, parts, scrypt};
use crate::base::error::{Error, Result};

/// What stands for a password elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A hash, as the store will hold it.
    Hash(String),
    /// No password opens this account: `!`, `*`, `x`, nothing.
    Unusable,
}

/// Reads a hash as any known program writes it. Unknown ones are refused with a guess at their name.
pub fn read_foreign(text: &str) -> Result<Foreign> {
    let text = text.trim();
    if text.len() > LONGEST_TEXT {
        return Err(Error::usage("this is too long for a password hash"));
    }
    if is_unusable(text) {
        return Ok(Foreign::Unusable);
    }
    if let Some(inner) = ldap::enclosed(text) {
        return if ldap::encloses(inner) {
            Err(guess::unknown(inner))
        } else {
            read_foreign(inner)
        };
    }
    let parts = foreign(text)?;
    if parts.family.pepper().is_some() {
        return Err(Error::usage(
            "the hash was made with a secret key (`keyid`) that this store does not have",
        ));
    }
    Ok(Foreign::Hash(parts.text()))
}

/// Django writes `!` and random letters; a shadow file `!`, `*`, `!!`, `x`, and `!` before a hash that is
/// switched off.
fn is_unusable(text: &str) -> bool {
    const NOTHING: [&str; 6] = ["", "*", "x", "*LK*", "*NP*", "NP"];
    text.starts_with('!') || NOTHING.contains(&text)
}

fn foreign(text: &str) -> Result<Parts> {
    let fields: Vec<&str> = text.split('$').collect();
    let read = match fields.as_slice() {
        ["pbkdf2_sha256", rounds, salt, digest] => {
            pbkdf2(Hash::Sha256, rounds, salt, base64(digest))
        }
        ["pbkdf2_sha1", rounds, salt, digest] => pbkdf2(Hash::Sha1, rounds, salt, base64(digest)),
        ["scrypt", n, salt, r, p, digest] => scrypt([n, r, p], salt, base64(digest)),
        ["argon2", "argon2i" | "argon2d" | "argon2id", ..] | ["bcrypt", "", ..] => {
            return django(text);
        }
        [head, salt, digest] if head.contains(':') => werkzeug(head, salt, hex(digest)),
        ["", "7", settings, digest] => return scrypt::of_crypt(settings, digest),
        _ if text.starts_with("{PBKDF2_SHA256}") => return ldap::of_389ds(text),
        _ => return parts(text),
    };
    read.unwrap_or_else(|| Err(malformed("a web framework")))
}

/// Django puts its own name of the scheme before the text that the scheme has anyway.
fn django(text: &str) -> Result<Parts> {
    let own = text
        .strip_prefix("argon2")
        .or_else(|| text.strip_prefix("bcrypt$"))
        .unwrap_or(text);
    parts(own)
}

/// Django and Werkzeug write the salt as the letters that were hashed.
fn pbkdf2(hash: Hash, rounds: &str, salt: &str, digest: Option<Vec<u8>>) -> Option<Result<Parts>> {
    let rounds = rounds.parse().ok()?;
    let digest = digest?;
    Some(Pbkdf2::read(hash, rounds, salt.as_bytes().to_vec(), digest))
}

fn scrypt(params: [&str; 3], salt: &str, digest: Option<Vec<u8>>) -> Option<Result<Parts>> {
    let [n, r, p] = params.map(|param| param.parse::<u32>().ok());
    let cost = (n?, r?, p?);
    Some(Scrypt::read_n(cost, salt.as_bytes().to_vec(), digest?))
}

/// Werkzeug (Flask): `pbkdf2:sha256:600000$salt$hex`, `scrypt:32768:8:1$salt$hex`.
fn werkzeug(head: &str, salt: &str, digest: Option<Vec<u8>>) -> Option<Result<Parts>> {
    let head: Vec<&str> = head.split(':').collect();
    match head.as_slice() {
        ["pbkdf2", "sha1", rounds] => pbkdf2(Hash::Sha1, rounds, salt, digest),
        ["pbkdf2", "sha256", rounds] => pbkdf2(Hash::Sha256, rounds, salt, digest),
        ["pbkdf2", "sha512", rounds] => pbkdf2(Hash::Sha512, rounds, salt, digest),
        ["scrypt", n, r, p] => scrypt([n, r, p], salt, digest),
        _ => None,
    }
}

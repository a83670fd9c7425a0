//! A wrapped hash: argon2id with the pepper over the outcome of an older scheme, so that a weak hash is not
//! kept until its owner signs in next (OWASP Password Storage Cheat Sheet, upgrading legacy hashes).
//!
//! `$wrapped$v=19$m=…,t=…,p=…,keyid=…$SALT$HASH$INNER`: `INNER` is the old text with zeros in the place of its
//! outcome, and so keeps salt and parameters and gives nothing to guess against.

use super::argon2::{Argon2id, Cost, read_recipe};
use super::family::{Family as _, malformed};
use super::{Pepper, Stored, parts};
use crate::base::error::{Error, Result};

const SCHEME: &str = "wrapped";

/// The text of `stored` with argon2id around it. What is wrapped already stays as it is.
pub fn wrap(stored: &Stored, salt: &[u8; 16], pepper: Pepper<'_>, cost: Cost) -> Result<String> {
    if stored.around.is_some() || stored.pepper().is_some() {
        return Err(Error::refused("the hash has the pepper already"));
    }
    let around = Argon2id::new(cost, salt, Some(pepper.id));
    let digest = around.digest(&stored.digest, 32, Some(pepper.key))?;
    let outer = around.text(&digest);
    let blank = stored.family.text(&vec![0; stored.inner]);
    let outer = outer.strip_prefix("$argon2id").unwrap_or(&outer);
    Ok(format!("${SCHEME}{outer}${blank}"))
}

pub(super) fn read(text: &str) -> Option<Result<Stored>> {
    let rest = text.strip_prefix("$wrapped$")?;
    Some(read_rest(rest))
}

fn read_rest(rest: &str) -> Result<Stored> {
    let fields: Vec<&str> = rest.splitn(5, '$').collect();
    let [version, params, salt, digest, inner] = fields.as_slice() else {
        return Err(malformed(SCHEME));
    };
    let outer = format!("$argon2id${version}${params}${salt}${digest}");
    let (around, digest) = read_recipe(&outer)?;
    if around.pepper().is_none() {
        return Err(malformed(SCHEME));
    }
    let inner = parts(inner)?;
    Ok(Stored {
        inner: inner.digest.len(),
        family: inner.family,
        digest,
        around: Some(around),
    })
}

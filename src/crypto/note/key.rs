//! Ed25519 keys (RFC 8032) and their public text form, the vkey of c2sp.org/signed-note.
//! The secret half cannot be printed, copied or read back.

use std::fmt;

use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::Signer as _;
use sha2::{Digest as _, Sha256};

use crate::base::error::{Context as _, Error, Kind, Result};

/// The only signature type here: Ed25519 over the text as it stands.
const ED25519: u8 = 0x01;

/// The secret half of a key; wipes itself (by the library's `zeroize` feature).
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key of a 32-byte seed; the caller draws the seed and wipes its own copy.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    pub fn verify_key(&self) -> VerifyKey {
        VerifyKey(self.0.verifying_key())
    }

    /// Signs `context`, a newline and the bytes.
    ///
    /// The context keeps signatures of one purpose from passing for another. It is one line and never
    /// the first line of a signed note: not an origin, and not that of a handover.
    pub fn sign_raw(&self, context: &str, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(&framed(context, bytes)).to_bytes()
    }

    pub(super) fn sign(&self, text: &str) -> [u8; 64] {
        self.0.sign(text.as_bytes()).to_bytes()
    }
}

fn framed(context: &str, bytes: &[u8]) -> Vec<u8> {
    [context.as_bytes(), b"\n", bytes].concat()
}

/// The public half of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyKey(ed25519_dalek::VerifyingKey);

impl VerifyKey {
    /// Refuses bytes that are no point, and points of small order, whose signatures fit many texts.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes)
            .or_fail(Kind::Integrity, || {
                "these bytes are no Ed25519 public key".into()
            })?;
        if key.is_weak() {
            return Err(Error::integrity("the Ed25519 public key is a weak one"));
        }
        Ok(Self(key))
    }

    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Checks what [`SigningKey::sign_raw`] made.
    pub fn verify_raw(&self, context: &str, bytes: &[u8], signature: &[u8; 64]) -> Result<()> {
        self.verify(&framed(context, bytes), signature)
            .map_err(|_| Error::integrity(format!("the signature for `{context}` is wrong")))
    }

    /// Strict: signatures that only some programs accept are refused.
    pub(super) fn verify(&self, message: &[u8], signature: &[u8; 64]) -> Result<()> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0
            .verify_strict(message, &signature)
            .or_fail(Kind::Integrity, || "the signature is wrong".into())
    }
}

/// A public key with the name it signs under: `NAME+HEXID+BASE64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vkey {
    name: String,
    key: VerifyKey,
}

impl Vkey {
    pub fn new(name: &str, key: VerifyKey) -> Result<Self> {
        check_name(name)?;
        Ok(Self {
            name: name.into(),
            key,
        })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub const fn key(&self) -> &VerifyKey {
        &self.key
    }

    /// Tells keys of one name apart; too short to prove anything.
    pub fn id(&self) -> [u8; 4] {
        key_id(&self.name, &self.key)
    }

    /// The part of a key's text that proves something, without name and id; base64 has a `+` of its own.
    pub fn key_part(text: &str) -> Option<&str> {
        text.splitn(3, '+').nth(2)
    }

    /// One that a person typed or configured: a slip is no damage.
    pub fn typed(text: &str) -> Result<Self> {
        Self::parse(text.trim()).map_err(|error| {
            Error::usage(error.message)
                .hint("copy the whole line that `optimactl key list` shows where the store is")
        })
    }

    /// Reads one vkey, without a line end.
    pub fn parse(text: &str) -> Result<Self> {
        let broken = || Error::integrity("this is no key of the form `NAME+ID+KEY`");
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(broken());
        };
        let material = BASE64.decode(encoded.as_bytes()).map_err(|_| broken())?;
        let Some((&kind, public)) = material.split_first() else {
            return Err(broken());
        };
        if kind != ED25519 {
            return Err(Error::integrity(format!(
                "keys of type {kind} are not supported"
            )));
        }
        let public = public.try_into().map_err(|_| broken())?;
        let vkey = Self::new(name, VerifyKey::from_bytes(public)?)?;
        if HEXLOWER.encode(&vkey.id()) != id {
            return Err(Error::integrity(format!(
                "the id of key `{name}` does not fit the key"
            )));
        }
        Ok(vkey)
    }
}

impl fmt::Display for Vkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let material = [&[ED25519][..], &self.key.to_bytes()].concat();
        write!(
            f,
            "{}+{}+{}",
            self.name,
            HEXLOWER.encode(&self.id()),
            BASE64.encode(&material)
        )
    }
}

/// SHA-256(name || 0x0A || type || public key)[:4].
pub(super) fn key_id(name: &str, key: &VerifyKey) -> [u8; 4] {
    key_id_of(name, ED25519, key)
}

/// The same for a key of another signature type.
pub(super) fn key_id_of(name: &str, kind: u8, key: &VerifyKey) -> [u8; 4] {
    let digest: [u8; 32] = Sha256::new_with_prefix(name)
        .chain_update([b'\n', kind])
        .chain_update(key.to_bytes())
        .finalize()
        .into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

/// Key names stand between spaces in signatures and between plus signs in vkeys.
pub(super) fn check_name(name: &str) -> Result<()> {
    let odd = |letter: char| letter == '+' || letter.is_whitespace() || letter.is_control();
    if name.is_empty() || name.contains(odd) {
        return Err(Error::integrity(
            "a key's name must not be empty or hold spaces or `+`",
        ));
    }
    Ok(())
}

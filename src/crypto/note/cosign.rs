//! Cosignatures (c2sp.org/tlog-cosignature, Ed25519): a witness says which checkpoint it saw, and when.
//! Whether that checkpoint continues the one before is the caller's to find out before it signs.

use std::fmt;

use data_encoding::{BASE64, HEXLOWER};
use zeroize::Zeroizing;

use super::key::{SigningKey, VerifyKey, check_name, key_id_of};
use super::signed::{Note, Signature};
use crate::base::error::{Error, Result};
use crate::crypto::secret::{Key, SecretText};

/// The signature type of a timestamped Ed25519 cosignature.
const COSIGNATURE: u8 = 0x04;

/// The first line of what is signed; no origin of ours has this form.
const CONTEXT: &str = "cosignature/v1";

/// What a secret key begins with, as Go's `sumdb/note` writes it.
const SECRET: &str = "PRIVATE+KEY+";

/// A witness's public key with its name: `NAME+ID+KEY`, of type 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    name: String,
    key: VerifyKey,
}

impl Witness {
    pub fn name(&self) -> &str {
        &self.name
    }

    pub const fn key(&self) -> &VerifyKey {
        &self.key
    }

    fn id(&self) -> [u8; 4] {
        key_id_of(&self.name, COSIGNATURE, &self.key)
    }

    pub fn parse(text: &str) -> Result<Self> {
        let broken = || Error::integrity("this is no witness's key of the form `NAME+ID+KEY`");
        let (name, id, material) = parts(text).ok_or_else(broken)?;
        let Some((&COSIGNATURE, public)) = material.split_first() else {
            return Err(Error::integrity(
                "the key is no witness's: its type is not 4",
            ));
        };
        check_name(name)?;
        let public = public.try_into().map_err(|_| broken())?;
        let witness = Self {
            name: name.into(),
            key: VerifyKey::from_bytes(public)?,
        };
        if HEXLOWER.encode(&witness.id()) != id {
            return Err(Error::integrity(format!(
                "the id of witness key `{name}` does not fit the key"
            )));
        }
        Ok(witness)
    }

    /// The cosignature that this witness put under a note; a wrong one is an error, none is `None`.
    pub fn verify(&self, note: &Note) -> Result<Option<Cosigned>> {
        let mine = |line: &&Signature| line.name == self.name && line.id == self.id();
        let mut found = None;
        for line in note.signatures.iter().filter(mine) {
            let time = self.check(&note.text, line).ok_or_else(|| {
                Error::integrity(format!("the cosignature of `{}` is wrong", self.name))
            })?;
            let newer = found
                .as_ref()
                .is_none_or(|known: &Cosigned| known.time < time);
            if newer {
                found = Some(Cosigned {
                    time,
                    line: line.line(),
                });
            }
        }
        Ok(found)
    }

    fn check(&self, text: &str, line: &Signature) -> Option<u64> {
        let (time, signature) = line.bytes.split_first_chunk::<8>()?;
        let time = u64::from_be_bytes(*time);
        let signature: &[u8; 64] = signature.try_into().ok()?;
        // A POSIX timestamp never exceeds 2^63 - 1 here.
        i64::try_from(time).ok()?;
        let message = timed(time, text);
        self.key
            .verify_raw(CONTEXT, message.as_bytes(), signature)
            .ok()?;
        Some(time)
    }
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let material = [&[COSIGNATURE][..], &self.key.to_bytes()].concat();
        let (id, key) = (HEXLOWER.encode(&self.id()), BASE64.encode(&material));
        write!(f, "{}+{id}+{key}", self.name)
    }
}

/// A cosignature that was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cosigned {
    /// Seconds since 1970, as the witness says.
    pub time: u64,
    /// The signature line with its end.
    pub line: String,
}

/// The witness's own half; it stays with the witness.
pub struct WitnessKey {
    name: String,
    key: SigningKey,
    seed: Key,
}

impl WitnessKey {
    pub fn new(name: &str, seed: Key) -> Result<Self> {
        check_name(name)?;
        Ok(Self {
            name: name.into(),
            key: SigningKey::from_seed(seed.expose()),
            seed,
        })
    }

    pub fn witness(&self) -> Witness {
        Witness {
            name: self.name.clone(),
            key: self.key.verify_key(),
        }
    }

    /// One line, without its end.
    pub fn to_text(&self) -> SecretText {
        let material = Zeroizing::new([&[COSIGNATURE][..], self.seed.expose()].concat());
        let encoded = Zeroizing::new(BASE64.encode(&material));
        let id = HEXLOWER.encode(&self.witness().id());
        SecretText::new(format!("{SECRET}{}+{id}+{}", self.name, *encoded))
    }

    pub fn parse(text: &SecretText) -> Result<Self> {
        let broken = || Error::integrity("this is no witness's secret key");
        let public = text.expose().trim_end().strip_prefix(SECRET);
        let (name, id, material) = public.and_then(parts).ok_or_else(broken)?;
        let material = Zeroizing::new(material);
        let Some((&COSIGNATURE, seed)) = material.split_first() else {
            return Err(broken());
        };
        let key = Self::new(name, Key::from_slice(seed)?)?;
        if HEXLOWER.encode(&key.witness().id()) != id {
            return Err(broken());
        }
        Ok(key)
    }

    /// The note with this witness's line; one that it put there before gives way.
    pub fn cosign(&self, note: &str, time: u64) -> Result<String> {
        let mut parsed = Note::parse(note)?;
        let witness = self.witness();
        let message = timed(time, &parsed.text);
        let signature = self.key.sign_raw(CONTEXT, message.as_bytes());
        parsed
            .signatures
            .retain(|line| line.name != self.name || line.id != witness.id());
        parsed.signatures.push(Signature {
            name: self.name.clone(),
            id: witness.id(),
            bytes: [&time.to_be_bytes()[..], &signature].concat(),
        });
        let cosigned = parsed.to_text();
        Note::parse(&cosigned)?;
        Ok(cosigned)
    }
}

fn timed(time: u64, text: &str) -> String {
    format!("time {time}\n{text}")
}

/// Name, id and material of a key's text.
fn parts(text: &str) -> Option<(&str, &str, Vec<u8>)> {
    let mut parts = text.splitn(3, '+');
    let (name, id, encoded) = (parts.next()?, parts.next()?, parts.next()?);
    let material = BASE64.decode(encoded.as_bytes()).ok()?;
    Some((name, id, material))
}

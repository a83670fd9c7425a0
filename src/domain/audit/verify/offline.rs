//! Verifying what others handed over, with a public key and nothing else: no store is needed.

use data_encoding::BASE64;

use super::super::entry;
use crate::base::error::{Error, Result};
use crate::crypto::merkle::{Consistency, Hash, verify_consistency};
use crate::crypto::note::{Checkpoint, TlogProof, Vkey};

/// What was shown by a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub origin: String,
    pub size: u64,
    pub root: String,
    /// The event that a proof is about: its number and its entry.
    pub event: Option<(u64, String)>,
    /// The size of the older checkpoint that this one continues.
    pub continues: Option<u64>,
}

impl Shown {
    fn of(checkpoint: Checkpoint) -> Self {
        Self {
            root: BASE64.encode(&checkpoint.root),
            origin: checkpoint.origin,
            size: checkpoint.size,
            event: None,
            continues: None,
        }
    }
}

/// A signed checkpoint.
pub fn checkpoint(text: &str, key: &Vkey) -> Result<Shown> {
    Checkpoint::open(text, std::slice::from_ref(key)).map(Shown::of)
}

/// A proof file with its entry.
pub fn proof(text: &str, key: &Vkey) -> Result<Shown> {
    let proof = TlogProof::parse(text)?;
    let checkpoint = proof.verify(std::slice::from_ref(key))?;
    let entry = proof.extra.unwrap_or_default();
    if entry::with_fields(&entry, |fields| fields.seq) != Some(proof.index) {
        return Err(Error::integrity(
            "the entry in the proof does not say that it is the event that is proven",
        ));
    }
    Ok(Shown {
        event: Some((proof.index, String::from_utf8_lossy(&entry).into_owned())),
        ..Shown::of(checkpoint)
    })
}

/// A consistency proof with the checkpoint that it leads to (c2sp.org/tlog-witness), nothing of it verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continued<'a> {
    pub old: u64,
    pub hashes: Vec<Hash>,
    pub note: &'a str,
}

impl<'a> Continued<'a> {
    pub fn parse(text: &'a str) -> Result<Self> {
        let broken = || Error::integrity("this is no consistency proof");
        let (head, note) = text.split_once("\n\n").ok_or_else(broken)?;
        let mut lines = head.split('\n');
        let digits = lines.next().and_then(|line| line.strip_prefix("old "));
        let old: u64 = digits
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(broken)?;
        // One number has one form: nothing in a proof can be altered and still mean the same.
        if digits != Some(old.to_string().as_str()) {
            return Err(broken());
        }
        let hashes = lines
            .map(|line| BASE64.decode(line.as_bytes()).ok()?.try_into().ok())
            .collect::<Option<_>>()
            .ok_or_else(broken)?;
        Ok(Self { old, hashes, note })
    }
}

/// That the checkpoint in `proof` continues the older one.
pub fn consistency(old: &str, proof: &str, key: &Vkey) -> Result<Shown> {
    let known = std::slice::from_ref(key);
    let old = Checkpoint::open(old, known)?;
    let proof = Continued::parse(proof)?;
    let new = Checkpoint::open(proof.note, known)?;
    if proof.old != old.size {
        return Err(Error::integrity(
            "the consistency proof begins at another checkpoint",
        ));
    }
    let claim = Consistency {
        old_size: old.size,
        old_root: old.root,
        new_size: new.size,
        new_root: new.root,
    };
    verify_consistency(&claim, &proof.hashes)?;
    Ok(Shown {
        continues: Some(old.size),
        ..Shown::of(new)
    })
}

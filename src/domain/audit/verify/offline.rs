//! Verifying what others handed over, with a public key and nothing else: no store is needed.

use data_encoding::BASE64;

use super::super::entry;
use super::keys::Lineage;
use super::report::Witnessed;
use crate::base::clock;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::crypto::merkle::{Consistency, Hash, verify_consistency};
use crate::crypto::note::{Checkpoint, Note, TlogProof, Vkey, Witness};

/// What was shown by a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub origin: String,
    pub size: u64,
    pub root: String,
    /// Whose signature of the log counts: the given key, or one that it handed over to.
    pub signer: Vkey,
    /// The event that a proof is about: its number and its entry.
    pub event: Option<(u64, String)>,
    /// The size of the older checkpoint that this one continues.
    pub continues: Option<u64>,
    /// What each of the named witnesses signed of this log.
    pub witnessed: Vec<Witnessed>,
}

/// Whom an outsider believes: the log's key with what it handed over to, and witnesses that must all have signed.
#[derive(Debug)]
pub struct Trust {
    lineage: Lineage,
    witnesses: Vec<Witness>,
}

impl Trust {
    /// `handovers` are the notes by which one key named the next.
    pub fn new(key: &Vkey, handovers: &[String], named: Vec<Witness>) -> Result<Self> {
        let lineage = Lineage::of_vkey(key, handovers)?;
        let mut witnesses: Vec<Witness> = vec![];
        for witness in named {
            if lineage.holds(witness.key()) {
                return Err(Error::usage(format!(
                    "`{}` has the log's own key: nobody else would vouch for it",
                    safe(witness.name())
                )));
            }
            if !witnesses.contains(&witness) {
                witnesses.push(witness);
            }
        }
        Ok(Self { lineage, witnesses })
    }

    /// A signed checkpoint.
    pub fn checkpoint(&self, text: &str) -> Result<Shown> {
        let shown = self.open(text)?.1;
        self.witnessed(shown, &[text])
    }

    /// That the checkpoint in `proof` continues the older one.
    pub fn consistency(&self, old: &str, proof: &str) -> Result<Shown> {
        let (_, shown) = self.continued(old, proof)?;
        let newer = Continued::parse(proof)?.note;
        self.witnessed(shown, &[old, newer])
    }

    /// A proof file with its entry.
    pub fn proof(&self, text: &str) -> Result<Shown> {
        let (proof, shown) = self.proven(text)?;
        self.witnessed(shown, &[&proof.checkpoint])
    }

    /// A proof file whose checkpoint continues an older one, which witnesses signed.
    pub fn proof_since(&self, text: &str, old: &str, consistency: &str) -> Result<Shown> {
        let (proof, shown) = self.proven(text)?;
        let (newer, continued) = self.continued(old, consistency)?;
        if self.open(&proof.checkpoint)?.0 != newer {
            return Err(Error::integrity(
                "the consistency proof leads to another checkpoint than that of the event's proof",
            ));
        }
        let notes = [old, Continued::parse(consistency)?.note, &proof.checkpoint];
        let shown = Shown {
            continues: continued.continues,
            ..shown
        };
        self.witnessed(shown, &notes)
    }

    fn open(&self, note: &str) -> Result<(Checkpoint, Shown)> {
        let (checkpoint, signer) = self.lineage.open(note)?;
        let shown = Shown {
            root: BASE64.encode(&checkpoint.root),
            origin: checkpoint.origin.clone(),
            size: checkpoint.size,
            signer,
            event: None,
            continues: None,
            witnessed: vec![],
        };
        Ok((checkpoint, shown))
    }

    fn proven(&self, text: &str) -> Result<(TlogProof, Shown)> {
        let proof = TlogProof::parse(text)?;
        let (_, shown) = self.open(&proof.checkpoint)?;
        proof.verify(std::slice::from_ref(&shown.signer))?;
        let entry = proof.extra.clone().unwrap_or_default();
        if entry::with_fields(&entry, |fields| fields.seq) != Some(proof.index) {
            return Err(Error::integrity(
                "the entry in the proof does not say that it is the event that is proven",
            ));
        }
        let event = (proof.index, String::from_utf8_lossy(&entry).into_owned());
        let shown = Shown {
            event: Some(event),
            ..shown
        };
        Ok((proof, shown))
    }

    fn continued(&self, old: &str, proof: &str) -> Result<(Checkpoint, Shown)> {
        let (old, _) = self.open(old)?;
        let proof = Continued::parse(proof)?;
        let (new, shown) = self.open(proof.note)?;
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
        let shown = Shown {
            continues: Some(old.size),
            ..shown
        };
        Ok((new, shown))
    }

    /// Each named witness must have signed one of these checkpoints, which are of one tree, and with it the event.
    fn witnessed(&self, mut shown: Shown, notes: &[&str]) -> Result<Shown> {
        for witness in &self.witnesses {
            let mut newest: Option<Witnessed> = None;
            for note in notes {
                if let Some(found) = signed_by(witness, note)?
                    && newest.as_ref().is_none_or(|known| known.size < found.size)
                {
                    newest = Some(found);
                }
            }
            let name = safe(witness.name());
            let Some(newest) = newest else {
                return Err(Error::integrity(format!("`{name}` signed nothing of this")).hint(
                    "`optimactl audit checkpoint --cosigned` prints what witnesses signed, where the store is",
                ));
            };
            let size = newest.size;
            if let Some((seq, _)) = shown.event.as_ref().filter(|(seq, _)| *seq >= size) {
                return Err(Error::integrity(format!(
                    "`{name}` signed the log up to event {}, and not event {seq}",
                    size.saturating_sub(1)
                )));
            }
            shown.witnessed.push(newest);
        }
        Ok(shown)
    }
}

/// What a witness signed, if it is this checkpoint; a wrong signature is an error.
fn signed_by(witness: &Witness, note: &str) -> Result<Option<Witnessed>> {
    let note = Note::parse(note)?;
    let Some(cosigned) = witness.verify(&note)? else {
        return Ok(None);
    };
    let signed = i64::try_from(cosigned.time)
        .ok()
        .and_then(|seconds| clock::from_micros(seconds.checked_mul(1_000_000)?).ok());
    Ok(Some(Witnessed {
        name: witness.name().to_owned(),
        size: Checkpoint::parse(&note.text)?.size,
        signed: signed.ok_or_else(|| Error::integrity("the cosignature's time is none"))?,
    }))
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

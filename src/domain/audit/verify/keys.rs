//! Which keys may have signed a checkpoint: one that is known, those that it handed over to, and those that handed
//! over to it. A key that was replaced signs nothing that came later.

use crate::base::error::{Error, Result};
use crate::crypto::note::{
    Checkpoint, Handover, Note, Signature, VerifyKey, Vkey, open_note, parse_handover,
};
use crate::domain::audit::verify_key::{handover, predecessors, signing_key, successors};
use crate::store::keyring::Keyring;

/// The keys of one log.
#[derive(Debug)]
pub struct Lineage {
    /// The name of the known key, which is the log's origin in one of its histories.
    name: String,
    keys: Vec<VerifyKey>,
    handovers: Vec<Handover>,
    /// The origin that is signed under now, where that is known.
    present: Option<String>,
}

impl Lineage {
    /// A key that somebody wrote down, and the notes by which keys handed over. Forward from it every key it handed
    /// over to counts, backward every key that it took over from. A note that proves nothing is refused: whoever gave
    /// it believes that it does.
    pub fn of_vkey(known: &Vkey, notes: &[String]) -> Result<Self> {
        let mut handovers = vec![];
        for (number, note) in (1..).zip(notes) {
            let (store, _) = parts(known.name()).ok_or_else(|| {
                Error::usage("only the key of a store is handed over")
                    .hint("it looks like `optimactl/STORE-ID/EPOCH+…`: see `optimactl key list`")
            })?;
            let read = handover(note, store).map_err(|error| {
                error.detail(format!("it is handover note {number} of those given"))
            });
            handovers.push(read?);
        }
        let mut keys = successors(known.key(), &handovers);
        keys.extend(predecessors(known.key(), &handovers).into_iter().skip(1));
        Ok(Self {
            name: known.name().to_owned(),
            keys,
            handovers,
            present: None,
        })
    }

    /// Every key that the store ever signed with. The keyring is authenticated as a whole: what it says of handovers
    /// needs no further proof here.
    pub fn of_keyring(keyring: &Keyring) -> Self {
        let read = |note: &String| parse_handover(&Note::parse(note).ok()?.text).ok();
        let handovers: Vec<Handover> = keyring.handovers.iter().filter_map(read).collect();
        let mut keys = vec![signing_key(keyring).verify_key()];
        keys.extend(handovers.iter().map(|handover| handover.old.key().clone()));
        Self {
            name: keyring.origin(),
            keys,
            handovers,
            present: Some(keyring.origin()),
        }
    }

    /// Whether one of the keys is this one.
    pub fn holds(&self, key: &VerifyKey) -> bool {
        self.keys.contains(key)
    }

    /// Opens a checkpoint of this log, in whichever of its histories, and says whose signature counts.
    pub fn open(&self, note: &str) -> Result<(Checkpoint, Vkey)> {
        let parsed = Note::parse(note)?;
        let origin = Checkpoint::parse(&parsed.text)?.origin;
        if !self.is_of_log(&origin) {
            return Err(Error::integrity("the checkpoint is of another log"));
        }
        let under = |key: &VerifyKey| Vkey::new(&origin, key.clone());
        let known = self.keys.iter().map(under).collect::<Result<Vec<_>>>()?;
        let by_known = |line: &Signature| {
            known
                .iter()
                .any(|key| key.name() == line.name && key.id() == line.id)
        };
        if self.present.is_none() && !parsed.signatures.iter().any(by_known) {
            return Err(Error::integrity("none of the known keys signed this").hint(
                "if the log's key was replaced meanwhile, give the notes that say so with `--handover FILE`",
            ));
        }
        let checkpoint = Checkpoint::open(note, &known)?;
        let mut signers = open_note(note, &known)?.signers.into_iter();
        let signer = signers.find(|key| self.was_in_use(key.key(), &checkpoint));
        let signer = signer.ok_or_else(|| {
            Error::integrity("the checkpoint is signed by a key that had been replaced")
        })?;
        Ok((checkpoint, signer))
    }

    /// A restore changes the epoch in the origin, not the store.
    fn is_of_log(&self, origin: &str) -> bool {
        let store = |origin| parts(origin).map(|(store, _)| store);
        origin == self.name || store(origin).is_some_and(|id| store(&self.name) == Some(id))
    }

    /// A handover says up to which size the old key signed. In a history that began after it the old key never signed.
    /// One that a restore ended before it may have been longer: only the store knows that there was one.
    fn was_in_use(&self, key: &VerifyKey, checkpoint: &Checkpoint) -> bool {
        let replaced = |handover: &&Handover| handover.old.key() == key;
        let Some(end) = self.handovers.iter().find(replaced) else {
            return true;
        };
        let is_within = checkpoint.size <= end.size;
        if end.old.name() == checkpoint.origin {
            return is_within;
        }
        let after = successors(end.new.key(), &self.handovers);
        let began_later = self.present.as_deref() == Some(&checkpoint.origin)
            || self.handovers.iter().any(|later| {
                later.old.name() == checkpoint.origin && after.contains(later.old.key())
            });
        !began_later && (is_within || self.present.is_some())
    }
}

/// Opens a checkpoint of this store: signed by a key that was in use then.
pub fn open(keyring: &Keyring, note: &str) -> Result<Checkpoint> {
    let (checkpoint, _) = Lineage::of_keyring(keyring).open(note)?;
    Ok(checkpoint)
}

/// The epoch in an origin of this store.
pub fn require_own<'a>(keyring: &Keyring, origin: &'a str) -> Result<&'a str> {
    match parts(origin) {
        Some((store, epoch)) if store == keyring.store_id => Ok(epoch),
        _ => Err(Error::integrity("the checkpoint is of another log")),
    }
}

/// Store and epoch in an origin, `optimactl/STORE-ID/EPOCH`.
fn parts(origin: &str) -> Option<(&str, &str)> {
    let mut parts = origin.split('/');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some("optimactl"), Some(store), Some(epoch), None) => Some((store, epoch)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::note::{SigningKey, handover_text, sign_note};

    const FIRST: &str = "optimactl/0123/aa";
    const SECOND: &str = "optimactl/0123/bb";

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(&[seed; 32])
    }

    fn vkey(origin: &str, seed: u8) -> Vkey {
        Vkey::new(origin, key(seed).verify_key()).unwrap()
    }

    fn note(origin: &str, seed: u8, size: u64) -> String {
        let checkpoint = Checkpoint {
            origin: origin.into(),
            size,
            root: [7; 32],
        };
        checkpoint.sign(&key(seed)).unwrap()
    }

    fn handed(origin: &str, old: u8, new: u8, size: u64) -> String {
        let text = handover_text(&vkey(origin, old), &vkey(origin, new), size);
        sign_note(&text, &[(origin, &key(old)), (origin, &key(new))]).unwrap()
    }

    #[test]
    fn an_older_key_opens_newer_checkpoints_by_the_notes_and_a_newer_one_older() {
        let notes = [handed(FIRST, 2, 3, 20), handed(FIRST, 1, 2, 10)];
        let opens = |known: &Vkey, notes: &[String], note: &str| {
            let opened = Lineage::of_vkey(known, notes).unwrap().open(note);
            opened.map(|(_, signer)| signer.key().clone()).ok()
        };
        let newest = note(FIRST, 3, 30);
        assert_eq!(opens(&vkey(FIRST, 1), &[], &newest), None);
        assert_eq!(opens(&vkey(FIRST, 1), &notes[..1], &newest), None);
        let third = Some(key(3).verify_key());
        assert_eq!(opens(&vkey(FIRST, 1), &notes, &newest), third);
        // Under the name that a restore gave the log.
        assert_eq!(opens(&vkey(FIRST, 1), &notes, &note(SECOND, 3, 30)), third);
        let first = Some(key(1).verify_key());
        assert_eq!(opens(&vkey(FIRST, 3), &notes, &note(FIRST, 1, 10)), first);
        // Who found the old key later signs nothing with it.
        assert_eq!(opens(&vkey(FIRST, 3), &notes, &note(FIRST, 1, 11)), None);
        assert_eq!(opens(&vkey(FIRST, 3), &notes, &note(SECOND, 1, 11)), None);
        let other = note("optimactl/4567/aa", 1, 5);
        assert_eq!(opens(&vkey(FIRST, 1), &notes, &other), None);
        let foreign = [handed("optimactl/4567/aa", 1, 2, 10)];
        assert!(Lineage::of_vkey(&vkey(FIRST, 1), &foreign).is_err());
        let text = handover_text(&vkey(FIRST, 1), &vkey(FIRST, 9), 10);
        let alone = [sign_note(&text, &[(FIRST, &key(1))]).unwrap()];
        assert!(Lineage::of_vkey(&vkey(FIRST, 1), &alone).is_err());
    }

    #[test]
    fn a_replaced_key_signs_no_history_that_began_later() {
        let lineage = |present: Option<&str>| Lineage {
            name: FIRST.to_owned(),
            keys: vec![key(2).verify_key(), key(1).verify_key()],
            handovers: vec![
                parse_handover(&Note::parse(&handed(FIRST, 1, 2, 10)).unwrap().text).unwrap(),
            ],
            present: present.map(str::to_owned),
        };
        let opens =
            |lineage: &Lineage, origin, seed, size| lineage.open(&note(origin, seed, size)).is_ok();
        let restored = lineage(Some(SECOND));
        assert!(opens(&restored, FIRST, 1, 10) && opens(&restored, SECOND, 2, 5));
        assert!(!opens(&restored, SECOND, 1, 5), "a leaked key");
        // A history that a restore ended before may have been longer than the one of the handover.
        assert!(opens(&lineage(Some(FIRST)), "optimactl/0123/00", 1, 99));
        assert!(!opens(&lineage(Some(FIRST)), FIRST, 1, 11));
    }
}

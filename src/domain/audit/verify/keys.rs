//! Which keys may have signed a checkpoint: the present one, and those that handed over to it.

use crate::base::error::{Error, Result};
use crate::crypto::note::{Checkpoint, Note, Vkey, open_note, parse_handover};
use crate::domain::audit::verify_key::signing_key;
use crate::store::keyring::Keyring;

/// Keys for the log that this note is about: every key the store ever signed with, under the note's origin.
/// The key of one store signs all its epochs.
pub fn all(keyring: &Keyring, note: &str) -> Result<Vec<Vkey>> {
    let origin = Checkpoint::parse(&Note::parse(note)?.text)?.origin;
    require_own(keyring, &origin)?;
    Ok(history(keyring)
        .into_iter()
        .filter_map(|(key, _)| Vkey::new(&origin, key.key().clone()).ok())
        .collect())
}

/// Opens a checkpoint of this store: signed by a key that was in use at its size.
pub fn open(keyring: &Keyring, note: &str) -> Result<Checkpoint> {
    let checkpoint = Checkpoint::open(note, &all(keyring, note)?)?;
    let allowed: Vec<Vkey> = history(keyring)
        .into_iter()
        .filter(|(_, until)| until.is_none_or(|until| checkpoint.size <= until))
        .filter_map(|(key, _)| Vkey::new(&checkpoint.origin, key.key().clone()).ok())
        .collect();
    open_note(note, &allowed).map_err(|_| {
        Error::integrity("the checkpoint is signed by a key that had been replaced")
    })?;
    Ok(checkpoint)
}

/// The epoch in an origin of this store.
pub fn require_own<'a>(keyring: &Keyring, origin: &'a str) -> Result<&'a str> {
    let mut parts = origin.split('/');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some("optimactl"), Some(store), Some(epoch), None) if store == keyring.store_id => {
            Ok(epoch)
        }
        _ => Err(Error::integrity("the checkpoint is of another log")),
    }
}

/// Every key with the size up to which it signed; the present one has no end.
fn history(keyring: &Keyring) -> Vec<(Vkey, Option<u64>)> {
    let mut keys = vec![];
    // The keyring is authenticated as a whole: what it says of handovers needs no further proof here.
    for note in &keyring.handovers {
        if let Ok(handover) = Note::parse(note).and_then(|note| parse_handover(&note.text)) {
            keys.push((handover.old, Some(handover.size)));
        }
    }
    if let Ok(key) = Vkey::new(&keyring.origin(), signing_key(keyring).verify_key()) {
        keys.push((key, None));
    }
    keys
}

//! The log's own keys: what signs checkpoints and manifests, and the line that outsiders verify with.

use crate::base::error::{Error, Result};
use crate::crypto::note::{Handover, SigningKey, VerifyKey, Vkey, open_handover};
use crate::store::keyring::Keyring;

/// The signing key in use.
pub fn signing_key(keyring: &Keyring) -> SigningKey {
    SigningKey::from_seed(keyring.signing.seed.expose())
}

/// The public verification key under the log's present origin.
pub fn vkey(keyring: &Keyring) -> Result<Vkey> {
    Vkey::new(&keyring.origin(), signing_key(keyring).verify_key())
}

/// The store's id in a key's name, `optimactl/STORE-ID/EPOCH`.
pub fn store_of(key: &Vkey) -> Option<&str> {
    key.name().split('/').nth(1)
}

/// The hand-overs of one store that both of their keys signed, under the names that each note itself gives:
/// a restore changes the epoch in the name, not the key.
pub fn handovers(notes: &[String], store_id: &str) -> Vec<Handover> {
    let of_store = |note: &String| handover(note, store_id).ok();
    notes.iter().filter_map(of_store).collect()
}

/// One of them.
pub fn handover(note: &str, store_id: &str) -> Result<Handover> {
    let handover = open_handover(note)?;
    let both = [&handover.old, &handover.new];
    if both.into_iter().all(|key| store_of(key) == Some(store_id)) {
        return Ok(handover);
    }
    Err(Error::integrity("the key handover is of another store"))
}

/// `from` and every key that it handed over to, directly or not.
pub fn successors(from: &VerifyKey, handovers: &[Handover]) -> Vec<VerifyKey> {
    reached(from, handovers, |handover| (&handover.old, &handover.new))
}

/// `from` and every key that it took over from, directly or not.
pub fn predecessors(from: &VerifyKey, handovers: &[Handover]) -> Vec<VerifyKey> {
    reached(from, handovers, |handover| (&handover.new, &handover.old))
}

fn reached<'a>(
    from: &VerifyKey,
    handovers: &'a [Handover],
    ends: impl Fn(&'a Handover) -> (&'a Vkey, &'a Vkey),
) -> Vec<VerifyKey> {
    let mut keys = vec![from.clone()];
    // Each round reaches one step further: more rounds than notes find nothing new.
    for _ in handovers {
        for handover in handovers {
            let (start, end) = ends(handover);
            if keys.contains(start.key()) && !keys.contains(end.key()) {
                keys.push(end.key().clone());
            }
        }
    }
    keys
}

/// Compares the store's key with one that somebody wrote down. The store's id and the key's bytes count, the
/// epoch does not (a restore changes it); hand-overs from the pinned key on are followed.
pub fn require_pinned(keyring: &Keyring, pinned: &Vkey) -> Result<()> {
    let present = signing_key(keyring).verify_key();
    let handovers = handovers(&keyring.handovers, &keyring.store_id);
    if store_of(pinned) == Some(&keyring.store_id)
        && successors(pinned.key(), &handovers).contains(&present)
    {
        return Ok(());
    }
    Err(
        Error::integrity("this is not the store whose key the configuration pins")
            .hint("compare `optimactl key list` with `audit.vkey` in the configuration"),
    )
}

//! Which keys may have signed a backup of this store: the one that is known, and those that its history of
//! handovers leads to.

use crate::base::error::{Error, Result};
use crate::crypto::note::{Handover, VerifyKey, Vkey, open_handover, open_note, parse_handover};
use crate::domain::audit::vkey;
use crate::store::keyring::Keyring;

/// The keys of one store's history.
pub struct Trust {
    store_id: String,
    keys: Vec<VerifyKey>,
}

impl Trust {
    /// Everything that the store's own keyring vouches for.
    pub fn of_keyring(keyring: &Keyring) -> Result<Self> {
        Self::from_vkey(&vkey(keyring)?, &keyring.handovers)
    }

    /// A key that somebody wrote down, and the handover notes that lie around. Forward from it every key it
    /// handed over to counts, backward every key that it took over from; the two are not mixed, because a key
    /// that was handed over may have been lost since.
    pub fn from_vkey(known: &Vkey, notes: &[String]) -> Result<Self> {
        let store_id = known
            .name()
            .split('/')
            .nth(1)
            .ok_or_else(|| {
                Error::usage("this is not the verification key of a store")
                    .hint("it looks like `optimactl/STORE-ID/EPOCH+…`: see `optimactl key list`")
            })?
            .to_owned();
        let mut keys = vec![known.key().clone()];
        keys.extend(walk(notes.len(), known, |at| {
            notes
                .iter()
                .find_map(|note| open_handover(note, at).ok())
                .map(|handover| handover.new)
        }));
        let signed: Vec<Handover> = notes.iter().filter_map(|note| by_both(note)).collect();
        keys.extend(walk(notes.len(), known, |at| {
            signed
                .iter()
                .find(|handover| handover.new == *at)
                .map(|handover| handover.old.clone())
        }));
        Ok(Self { store_id, keys })
    }

    pub fn store_id(&self) -> &str {
        &self.store_id
    }

    pub fn keys(&self) -> &[VerifyKey] {
        &self.keys
    }
}

/// At most as many steps as there are notes: a circle ends.
fn walk(most: usize, from: &Vkey, step: impl Fn(&Vkey) -> Option<Vkey>) -> Vec<VerifyKey> {
    let mut at = from.clone();
    let mut keys = vec![];
    for _ in 0..most {
        let Some(next) = step(&at) else { break };
        keys.push(next.key().clone());
        at = next;
    }
    keys
}

/// A handover note that both of its keys signed.
fn by_both(note: &str) -> Option<Handover> {
    let text = crate::crypto::note::Note::parse(note).ok()?.text;
    let handover = parse_handover(&text).ok()?;
    let both = [handover.old.clone(), handover.new.clone()];
    let opened = open_note(note, &both).ok()?;
    (opened.signers.len() == both.len()).then_some(handover)
}

//! The log's own keys: what signs checkpoints and manifests, and the line that outsiders verify with.

use crate::base::error::{Error, Result};
use crate::crypto::note::{SigningKey, Vkey, open_handover};
use crate::store::keyring::Keyring;

/// The signing key in use.
pub fn signing_key(keyring: &Keyring) -> SigningKey {
    SigningKey::from_seed(keyring.signing.seed.expose())
}

/// The public verification key under the log's present origin.
pub fn vkey(keyring: &Keyring) -> Result<Vkey> {
    Vkey::new(&keyring.origin(), signing_key(keyring).verify_key())
}

/// Compares the store's key with one that somebody wrote down. The store's id and the key's bytes count, the
/// epoch does not (a restore changes it); hand-overs from the pinned key on are followed.
pub fn require_pinned(keyring: &Keyring, pinned: &Vkey) -> Result<()> {
    let store_of = |origin: &str| origin.split('/').nth(1).map(str::to_owned);
    let present = vkey(keyring)?;
    let mut trusted = pinned.clone();
    for note in &keyring.handovers {
        if let Ok(handover) = open_handover(note, &trusted) {
            trusted = handover.new;
        }
    }
    if store_of(pinned.name()) == Some(keyring.store_id.clone()) && trusted.key() == present.key() {
        return Ok(());
    }
    Err(
        Error::integrity("this is not the store whose key the configuration pins")
            .hint("compare `optimactl key list` with `audit.vkey` in the configuration"),
    )
}

//! The log's own keys: what signs checkpoints and manifests, and the line that outsiders verify with.

use crate::base::error::Result;
use crate::crypto::note::{SigningKey, Vkey};
use crate::store::keyring::Keyring;

/// The signing key in use.
pub fn signing_key(keyring: &Keyring) -> SigningKey {
    SigningKey::from_seed(keyring.signing.seed.expose())
}

/// The public verification key under the log's present origin.
pub fn vkey(keyring: &Keyring) -> Result<Vkey> {
    Vkey::new(&keyring.origin(), signing_key(keyring).verify_key())
}

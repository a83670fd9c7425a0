//! Which keys may have signed a backup of this store: the one that is known, and those that its history of
//! handovers leads to. And which recovery generation is opened: age does not tell who made it.

use crate::base::error::{Error, Result};
use crate::crypto::note::{VerifyKey, Vkey};
use crate::domain::audit::{handovers, predecessors, signing_key, store_of, successors, vkey};
use crate::store::backup::Recovery;
use crate::store::folder::Folder;
use crate::store::keyring::Keyring;
use crate::store::slot::{Unlocked, Unlocker};

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
    /// that was handed over may have been lost since. The epoch in a key's name does not count.
    pub fn from_vkey(known: &Vkey, notes: &[String]) -> Result<Self> {
        let store_id = store_of(known)
            .ok_or_else(|| {
                Error::usage("this is not the verification key of a store")
                    .hint("it looks like `optimactl/STORE-ID/EPOCH+…`: see `optimactl key list`")
            })?
            .to_owned();
        let handovers = handovers(notes, &store_id);
        let mut keys = successors(known.key(), &handovers);
        keys.extend(predecessors(known.key(), &handovers).into_iter().skip(1));
        Ok(Self { store_id, keys })
    }

    pub fn store_id(&self) -> &str {
        &self.store_id
    }

    pub fn keys(&self) -> &[VerifyKey] {
        &self.keys
    }

    /// Whether this keyring belongs to the history.
    fn knows(&self, keyring: &Keyring) -> bool {
        self.store_id == keyring.store_id && self.keys.contains(&signing_key(keyring).verify_key())
    }
}

/// The newest recovery generation that counts, and the keys that vouch for manifests. With a key that somebody
/// wrote down, other generations are passed over. Without one nothing tells a forged generation from the real
/// one, so all that open must be of one history.
pub fn recover(
    recovery: &Recovery,
    unlockers: &[Unlocker],
    pinned: Option<&Vkey>,
) -> Result<(Folder, Unlocked, Trust)> {
    let Some(pinned) = pinned else {
        let (folder, unlocked) = recovery.unlock(unlockers, |_| Ok(()))?;
        let trust = Trust::of_keyring(&unlocked.keyring)?;
        for other in recovery.keyrings(&unlocked, unlockers)? {
            require_related(&unlocked.keyring, &trust, &other)?;
        }
        return Ok((folder, unlocked, trust));
    };
    let trusted = |keyring: &Keyring| {
        let mut notes = recovery.handovers();
        notes.extend(keyring.handovers.iter().cloned());
        Trust::from_vkey(pinned, &notes)
    };
    let (folder, unlocked) = recovery.unlock(unlockers, |keyring| {
        if trusted(keyring)?.knows(keyring) {
            return Ok(());
        }
        Err(Error::integrity(
            "the keys in `recovery` are not those of the store whose key is pinned",
        )
        .hint("compare `--vkey` or `audit.vkey` with the key that `optimactl init` printed"))
    })?;
    let trust = trusted(&unlocked.keyring)?;
    Ok((folder, unlocked, trust))
}

fn require_related(newest: &Keyring, trust: &Trust, other: &Keyring) -> Result<()> {
    if trust.knows(other) || Trust::of_keyring(other)?.knows(newest) {
        return Ok(());
    }
    let mut error = Error::integrity(if newest.store_id == other.store_id {
        "two keyrings in `recovery` claim to be this store's, and neither key handed over to the other"
            .to_owned()
    } else {
        format!(
            "`recovery` holds keyrings of two stores, `{}` and `{}`",
            newest.store_id, other.store_id
        )
    })
    .hint("say which one counts with the key that was written down: `--vkey KEY`");
    for keyring in [newest, other] {
        error = error.detail(format!(
            "generation {}: {}",
            keyring.generation,
            vkey(keyring)?
        ));
    }
    Err(error)
}

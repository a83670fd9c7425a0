//! Unlockers and keys: who opens the store, how old each key is, and how one takes another's place. Whatever
//! changes keys works alone in the store (its exclusive lock).

mod kit;
pub mod retire;
mod rotate;

pub use kit::{Kit, kit};
pub(in crate::domain) use rotate::fresh_data_key;
pub use rotate::{Rotated, Rotation, rotate};

use super::audit::{self, Event, Severity, vkey};
use super::context::Context;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::base::text::did_you_mean;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{Recipient, fingerprint};
use crate::store::keyring::{self, Keyring, NamedKey, SlotEntry};
use crate::store::slot::{self, Passphrase, Unlocker};

/// How a new unlocker opens the store.
pub enum NewUnlocker {
    Recipient(Recipient),
    Passphrase(SecretText),
}

/// An unlocker as `key list` shows it.
#[derive(Debug)]
pub struct UnlockerState {
    pub entry: SlotEntry,
    pub fingerprint: String,
    /// The last day on which it opened the store.
    pub last_used: Option<String>,
}

/// A key of the store, without its bytes.
#[derive(Debug)]
pub struct KeyState {
    /// `data`, `signing`, `pepper`, `hmac`, `journal`, `master`.
    pub purpose: &'static str,
    pub id: String,
    pub created: Time,
    /// Since when another is used in its place, and why it is still kept.
    pub retired: Option<(Time, &'static str)>,
}

/// What `key list` answers.
#[derive(Debug)]
pub struct Keys {
    pub unlockers: Vec<UnlockerState>,
    pub keys: Vec<KeyState>,
    pub vkey: String,
}

/// Lists unlockers and keys. Nothing secret leaves.
pub fn list(ctx: &Context) -> Result<Keys> {
    let keyring = &ctx.store.keyring;
    let uses = ctx.store.read(|tx| tx.unlocker_uses())?;
    let unlockers = keyring.slots.iter().map(|entry| UnlockerState {
        fingerprint: fingerprint(&entry.recipient),
        last_used: uses
            .iter()
            .find(|(name, _)| *name == entry.name)
            .map(|(_, day)| day.clone()),
        entry: entry.clone(),
    });
    Ok(Keys {
        unlockers: unlockers.collect(),
        keys: states(ctx)?,
        vkey: vkey(keyring)?.to_string(),
    })
}

fn states(ctx: &Context) -> Result<Vec<KeyState>> {
    let keyring = &ctx.store.keyring;
    let own = |purpose, id: String, created| KeyState {
        purpose,
        id,
        created,
        retired: None,
    };
    let mut states = vec![
        own("data", "current".to_owned(), keyring.data_key()?.created),
        own("signing", signing_id(keyring)?, keyring.signing.created),
        own(
            "master",
            ctx.store.master.recipient.fingerprint(),
            keyring.master_created,
        ),
    ];
    let lists: [(&'static str, &[NamedKey], &'static str); 3] = [
        (
            "pepper",
            &keyring.peppers,
            "hashes here or in backups may name it: `optimactl key retire` looks",
        ),
        (
            "hmac",
            &keyring.hmac,
            "digests here and in backups were made with it",
        ),
        (
            "journal",
            &keyring.journal,
            "lines of the rights journal were sealed with it",
        ),
    ];
    for (purpose, list, why) in lists {
        let after = list.iter().skip(1).map(|next| Some((next.created, why)));
        for (key, retired) in list.iter().zip(after.chain([None])) {
            states.push(KeyState {
                retired,
                ..own(purpose, key.id.clone(), key.created)
            });
        }
    }
    Ok(states)
}

fn signing_id(keyring: &Keyring) -> Result<String> {
    Ok(data_encoding::HEXLOWER.encode(&vkey(keyring)?.id()))
}

/// Adds an unlocker. Its slot is written before the keyring lists it, so a crash leaves a file that nobody
/// trusts.
pub fn add(ctx: &mut Context, name: &Label, unlocker: &NewUnlocker) -> Result<(SlotEntry, u64)> {
    if ctx
        .store
        .keyring
        .slots
        .iter()
        .any(|slot| slot.name == name.as_str())
    {
        return Err(
            Error::conflict(format!("there is an unlocker `{}` already", name.as_str()))
                .hint("choose another name, or remove that one with `optimactl key remove`"),
        );
    }
    let now = ctx.now();
    let announced = Event::new("key.add")
        .severity(Severity::High)
        .field("slot", name.as_str());
    let intent = audit::intend(ctx, announced.clone())?;
    let (folder, master) = (&ctx.store.folder, &ctx.store.master);
    let entry = match unlocker {
        NewUnlocker::Recipient(recipient) => {
            slot::add(folder, master, name.as_str(), recipient, now)
        }
        NewUnlocker::Passphrase(text) => {
            let passphrase = Passphrase {
                text,
                work: ctx.effort.passphrase,
            };
            slot::add_passphrase(folder, master, name.as_str(), &passphrase, now)
        }
    }?;
    ctx.store.keyring.slots.push(entry.clone());
    write_keyring(ctx)?;
    let done = announced
        .field("kind", entry.kind.as_str())
        .field("fingerprint", fingerprint(&entry.recipient));
    Ok((entry, audit::conclude(ctx, intent, done)?))
}

/// Removes an unlocker; the last one stays. The keyring forgets it before its file goes.
pub fn remove(ctx: &mut Context, name: &str) -> Result<u64> {
    require_slot(&ctx.store.keyring, name)?;
    if ctx.store.keyring.slots.len() == 1 {
        return Err(
            Error::refused(format!("`{name}` is the last unlocker")).hint(
                "without it nothing here can be read: add another with `optimactl key add` first",
            ),
        );
    }
    let announced = Event::new("key.remove")
        .severity(Severity::High)
        .field("slot", name);
    let intent = audit::intend(ctx, announced.clone())?;
    ctx.store.keyring.slots.retain(|slot| slot.name != name);
    write_keyring(ctx)?;
    slot::remove(&ctx.store.folder, name)?;
    let generation = ctx.store.keyring.generation;
    audit::conclude_with(ctx, intent, announced, |tx| {
        tx.note_unlocker_removal(name, generation);
    })
}

pub fn require_slot(keyring: &Keyring, name: &str) -> Result<()> {
    if keyring.slots.iter().any(|slot| slot.name == name) {
        return Ok(());
    }
    let known = keyring.slots.iter().map(|slot| slot.name.as_str());
    let error = Error::not_found(format!(
        "there is no unlocker `{}`",
        crate::base::text::safe(name)
    ));
    Err(match did_you_mean(name, known) {
        Some(near) => error.hint(near),
        None => error.hint("see `optimactl key list`"),
    })
}

fn write_keyring(ctx: &mut Context) -> Result<()> {
    let folder = ctx.store.folder.clone();
    keyring::write(&folder, &mut ctx.store.keyring, &ctx.store.master)
}

/// What a check of the keys found.
#[derive(Debug)]
pub struct Verified {
    /// Which slot each given unlocker opens; none for one that opens nothing.
    pub opened: Vec<(String, Option<String>)>,
    /// Slots that were changed, are missing or are not ours.
    pub findings: Vec<String>,
}

/// Checks every slot file against the keyring, and what each given unlocker opens.
pub fn verify(ctx: &Context, unlockers: &[Unlocker]) -> Result<Verified> {
    let findings = slot::oddities(&ctx.store.folder, &ctx.store.keyring)?;
    let opened = unlockers
        .iter()
        .map(|unlocker| {
            let found = slot::unlock(&ctx.store.folder, std::slice::from_ref(unlocker));
            (
                unlocker.origin().to_owned(),
                found.ok().map(|unlocked| unlocked.slot),
            )
        })
        .collect();
    audit::note(
        ctx,
        &Event::new("key.verify").field("count", findings.len()),
    )?;
    Ok(Verified { opened, findings })
}

//! Rotation: a fresh data key, a fresh signing key, or a fresh master identity with both.

use crate::base::error::Result;
use crate::crypto::note::{SigningKey as Signer, Vkey, handover_text, sign_note};
use crate::crypto::secret::Key;
use crate::domain::audit::{self, Event, Severity, signing_key, vkey};
use crate::domain::context::Context;
use crate::store::keyring::{self, SigningKey};
use crate::store::replace::kept;
use crate::store::slot::Unlocker;
use crate::store::{Store, master, replace};

/// What takes another's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rotation {
    /// The key of the database.
    Data,
    /// The key that signs checkpoints and manifests; the old one hands over.
    Signing,
    /// The master identity, and with it the other two.
    Master,
    /// What password hashes are keyed with. A hash keeps the old one until its password is next right.
    Pepper,
    /// What the lines of the rights journal are sealed with. Older lines stay under the old one.
    Journal,
}

impl Rotation {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Signing => "signing",
            Self::Master => "master",
            Self::Pepper => "pepper",
            Self::Journal => "journal",
        }
    }
}

/// What a rotation did.
#[derive(Debug)]
pub struct Rotated {
    pub event: u64,
    pub vkey: String,
    /// Backups that were made before; the old keys open them as ever.
    pub older_backups: usize,
    /// Databases that a restore replaced: the unlockers of their time open them as ever.
    pub replaced: usize,
}

/// Rotates. The context must hold the store exclusively; it is consumed where the database is replaced, and
/// `unlockers` open the store again.
pub fn rotate(mut ctx: Context, unlockers: &[Unlocker], what: Rotation) -> Result<Rotated> {
    let event = Event::new("key.rotate")
        .severity(Severity::High)
        .field("what", what.as_str());
    if matches!(what, Rotation::Pepper | Rotation::Journal) {
        return add_key(ctx, &event, what);
    }
    if what != Rotation::Signing {
        // Told before anything changes: later the disk may hold a master without its data key.
        replace::require_space(&ctx.store)?;
    }
    let intent = audit::intend(&ctx, event.clone())?;
    if what == Rotation::Master {
        let now = ctx.now();
        master::change(&mut ctx.store, now)?;
    }
    if what != Rotation::Data {
        hand_over(&mut ctx)?;
    }
    if what != Rotation::Signing {
        ctx = fresh_data_key(ctx, unlockers)?;
    }
    let key = vkey(&ctx.store.keyring)?.to_string();
    let older_backups = older_backups(&ctx)?;
    let done = event
        .field("vkey", key.as_str())
        .field("generation", ctx.store.keyring.generation);
    let seq = audit::conclude(&ctx, intent, done)?;
    ctx.store.write(crate::store::Mode::Commit, |tx| {
        audit::checkpoint(&ctx, tx, "rotation")
    })?;
    Ok(Rotated {
        event: seq,
        vkey: key,
        older_backups,
        replaced: kept::list(&ctx.store.folder)?.len(),
    })
}

fn older_backups(ctx: &Context) -> Result<usize> {
    let mut ids: Vec<String> = ctx
        .store
        .read(|tx| tx.backups())?
        .into_iter()
        .map(|row| row.id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids.len())
}

/// A key that is used from now on beside those that are still needed to read what they made.
fn add_key(mut ctx: Context, event: &Event, what: Rotation) -> Result<Rotated> {
    let intent = audit::intend(&ctx, event.clone())?;
    let now = ctx.now();
    let keyring = &mut ctx.store.keyring;
    let (list, prefix) = match what {
        Rotation::Pepper => (&mut keyring.peppers, "pep"),
        _ => (&mut keyring.journal, "jrn"),
    };
    list.push(keyring::fresh_key(&ctx.random, prefix, now)?);
    let folder = ctx.store.folder.clone();
    keyring::write(&folder, &mut ctx.store.keyring, &ctx.store.master)?;
    let done = event
        .clone()
        .field("generation", ctx.store.keyring.generation);
    Ok(Rotated {
        event: audit::conclude(&ctx, intent, done)?,
        vkey: vkey(&ctx.store.keyring)?.to_string(),
        older_backups: older_backups(&ctx)?,
        replaced: kept::list(&ctx.store.folder)?.len(),
    })
}

/// A new signing key, and the note in which the old one names it: signed by both, so that whoever trusts the
/// old key can follow.
fn hand_over(ctx: &mut Context) -> Result<()> {
    let now = ctx.now();
    let old_vkey = vkey(&ctx.store.keyring)?;
    let old = signing_key(&ctx.store.keyring);
    let seed = Key::random(&ctx.random)?;
    let new = Signer::from_seed(seed.expose());
    let origin = ctx.store.keyring.origin();
    let new_vkey = Vkey::new(&origin, new.verify_key())?;
    let size = ctx.store.read(|tx| Ok(tx.tree()?.size()))?;
    let text = handover_text(&old_vkey, &new_vkey, size);
    let note = sign_note(&text, &[(&origin, &old), (&origin, &new)])?;
    ctx.store.keyring.handovers.push(note);
    ctx.store.keyring.signing = SigningKey { seed, created: now };
    let folder = ctx.store.folder.clone();
    keyring::write(&folder, &mut ctx.store.keyring, &ctx.store.master)
}

/// The database under a fresh key, and the store opened again.
pub(in crate::domain) fn fresh_data_key(ctx: Context, unlockers: &[Unlocker]) -> Result<Context> {
    let (now, key) = (ctx.now(), Key::random(&ctx.random)?);
    let Context {
        store,
        clock,
        random,
        caller,
        mode,
        effort,
    } = ctx;
    let (folder, holder) = (store.folder.clone(), store.holder.clone());
    let lock = replace::with_fresh_key(store, key, now)?;
    let store = Store::open_under(lock, &folder, unlockers, &holder)?;
    Ok(Context {
        store,
        clock,
        random,
        caller,
        mode,
        effort,
    })
}

//! Making a new store: keys, database, first role, first event.

use data_encoding::HEXLOWER;

use super::audit::{Event, Severity, append, vkey};
use super::context::{Caller, Context, Effort};
use super::key::NewUnlocker;
use crate::base::clock::{Clock, Time};
use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::crypto::random::Random;
use crate::crypto::secret::{Key, SecretText};
use crate::crypto::wrap::{self, Recipient};
use crate::store::create::{self, Site};
use crate::store::folder::Folder;
use crate::store::keyring::{Keyring, Master, SigningKey, SlotEntry, fresh_key};
use crate::store::lock::Holder;
use crate::store::slot::{self, Passphrase, Unlocker};
use crate::store::{Mode, Store};

/// What `init` was asked for. The first unlocker must be able to open the store at once.
pub struct NewStore {
    pub folder: Folder,
    pub name: Label,
    pub unlockers: Vec<(Label, NewUnlocker)>,
}

/// The surroundings of an operation that has no store yet.
pub struct Ground {
    pub clock: Clock,
    pub random: Random,
    pub caller: Caller,
    pub effort: Effort,
    pub holder: Holder,
}

/// A store that was made.
#[derive(Debug)]
pub struct Made {
    pub store_id: String,
    pub vkey: String,
    pub unlockers: Vec<SlotEntry>,
}

/// Makes the store. After a crash or failure there is none, and the next call clears what was left.
pub fn create(ground: Ground, new: &NewStore) -> Result<Made> {
    if new.unlockers.is_empty() {
        return Err(Error::usage("a store needs an unlocker").hint(
            "give one with `--new-identity FILE`, `--recipient R` or `--new-passphrase-file F`",
        ));
    }
    let now = ground.clock.now();
    let site = create::prepare(&new.folder, &ground.holder)?;
    let master = Master::new()?;
    let slots = add_slots(&ground, &site, &master, new, now)?;
    let mut keyring = fresh_keyring(&ground.random, new, slots, now)?;
    let key = Key::random(&ground.random)?;
    let conn = site.database(&key)?;
    Site::schema(&conn, &keyring, now)?;
    drop(conn);
    keyring.data = Some(site.record(key, now)?);
    site.write_keys(&mut keyring, &master, &ground.random, now)?;
    first_rows(ground, &site, &master)?;
    let made = Made {
        store_id: keyring.store_id.clone(),
        vkey: vkey(&keyring)?.to_string(),
        unlockers: keyring.slots.clone(),
    };
    site.settle()?;
    Ok(made)
}

fn add_slots(
    ground: &Ground,
    site: &Site,
    master: &Master,
    new: &NewStore,
    now: Time,
) -> Result<Vec<SlotEntry>> {
    new.unlockers
        .iter()
        .map(|(name, unlocker)| match unlocker {
            NewUnlocker::Recipient(recipient) => {
                slot::add(&site.folder, master, name.as_str(), recipient, now)
            }
            NewUnlocker::Passphrase(text) => {
                let passphrase = Passphrase {
                    text,
                    work: ground.effort.passphrase,
                };
                slot::add_passphrase(&site.folder, master, name.as_str(), &passphrase, now)
            }
        })
        .collect()
}

fn fresh_keyring(
    random: &Random,
    new: &NewStore,
    slots: Vec<SlotEntry>,
    now: Time,
) -> Result<Keyring> {
    Ok(Keyring {
        generation: 0,
        store_id: HEXLOWER.encode(&random.bytes::<16>()?),
        name: new.name.as_str().to_owned(),
        epoch: HEXLOWER.encode(&random.bytes::<8>()?),
        created: now,
        data: None,
        pending: None,
        signing: SigningKey {
            seed: Key::random(random)?,
            created: now,
        },
        peppers: vec![fresh_key(random, "pep", now)?],
        hmac: vec![fresh_key(random, "mac", now)?],
        journal: vec![fresh_key(random, "jrn", now)?],
        handovers: vec![],
        slots,
        master_created: now,
    })
}

/// The role `admin` and event 0, written through the front door: the store as it will be opened.
fn first_rows(ground: Ground, site: &Site, master: &Master) -> Result<()> {
    let store = Store::open_with_master(&site.folder, master, &ground.holder)?;
    let ctx = Context {
        store,
        clock: ground.clock,
        random: ground.random,
        caller: ground.caller,
        mode: Mode::Commit,
        effort: ground.effort,
    };
    ctx.store.write(Mode::Commit, |tx| {
        let now = ctx.now();
        tx.insert_role("admin", "may do everything", now)?;
        tx.permit("admin", "*")?;
        let event = Event::new("store.init")
            .severity(Severity::Medium)
            .target(ctx.store.keyring.store_id.clone())
            .field("epoch", ctx.store.keyring.epoch.clone())
            .field("vkey", vkey(&ctx.store.keyring)?.to_string())
            .field("schema", 1);
        append(&ctx, tx, &event)
    })?;
    Ok(())
}

/// A new identity for `--new-identity`: the text of its file, and its recipient.
pub fn identity_file(now: Time) -> Result<(SecretText, Recipient)> {
    let (secret, recipient) = wrap::new_identity()?;
    let file = format!(
        "# created: {}\n# public key: {}\n{}\n",
        crate::base::clock::seconds_text(now),
        recipient.text(),
        secret.expose()
    );
    Ok((SecretText::new(file), recipient))
}

/// Whether one of `unlockers` could open the store that was just made.
pub fn opens(folder: &Folder, unlockers: &[Unlocker]) -> bool {
    slot::unlock(folder, unlockers).is_ok()
}

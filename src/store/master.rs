//! Changing the master identity: new slots and a new keyring are made beside the old ones, the slots change
//! places in one system call, and the keyring follows. A crash in between is finished at the next open,
//! because whoever opens a slot then holds the new master, and the new keyring lies ready.

use std::fs;

use super::file;
use super::folder::Folder;
use super::keyring::{self, Extent, Keyring, Master, SlotEntry};
use super::open::Store;
use super::slot;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::wrap::Recipient;

/// Wraps a fresh master identity for every unlocker. Needs no unlocker but the one that opened the store.
pub fn change(store: &mut Store, now: Time) -> Result<()> {
    let folder = store.folder.clone();
    sweep(&folder)?;
    let master = Master::new()?;
    let slots = new_slots(&folder, &store.keyring, &master)?;
    let old = std::mem::replace(&mut store.keyring.slots, slots);
    store.keyring.generation += 1;
    store.keyring.master_created = now;
    let sealed = keyring::sealed(&store.keyring, &master, Extent::Full)?;
    if let Err(error) = file::write_atomic(&folder.new_keyring(), &sealed) {
        store.keyring.slots = old;
        sweep(&folder)?;
        return Err(error);
    }
    // From here on nothing is cleared away when a call fails: only what the slots hold at the next open tells
    // whether they changed places, and the old slots beside a new keyring, or the other way round, open nothing.
    exchange(&folder).inspect_err(|_| store.keyring.slots = old)?;
    store.master = master;
    settle(&folder)
}

/// Every slot again, in a folder of its own; passphrase identities stay what they are.
fn new_slots(folder: &Folder, keyring: &Keyring, master: &Master) -> Result<Vec<SlotEntry>> {
    file::make_folder(&folder.new_slots())?;
    let slots = keyring.slots.iter().map(|entry| {
        let recipient = Recipient::parse(&entry.recipient)?;
        if entry.identity_sha256.is_some() {
            let from = slot::identity_path(folder, &entry.name);
            let bytes = file::read_limited(&from, 1 << 20)?;
            file::write_atomic(
                &folder
                    .new_slots()
                    .join(format!("{}.identity.age", entry.name)),
                &bytes,
            )?;
        }
        let fresh = slot::wrap_into(&folder.new_slots(), master, &entry.name, &recipient)?;
        Ok(SlotEntry {
            sha256: fresh,
            ..entry.clone()
        })
    });
    slots.collect()
}

/// The moment of the change: both folders swap names at once.
fn exchange(folder: &Folder) -> Result<()> {
    let (slots, new) = (folder.slots(), folder.new_slots());
    file::sync_folder(&new)?;
    let flags = rustix::fs::RenameFlags::EXCHANGE;
    rustix::fs::renameat_with(rustix::fs::CWD, &new, rustix::fs::CWD, &slots, flags).map_err(
        |errno| {
            Error::io("exchange", &slots, &errno.into()).hint(
                "this file system cannot exchange two folders at once; move the store to another",
            )
        },
    )
}

/// The new slots are in place: the keyring follows, and the old slots go.
fn settle(folder: &Folder) -> Result<()> {
    file::sync_folder(folder.path())?;
    let new = folder.new_keyring();
    fs::rename(&new, folder.keyring()).map_err(|error| Error::io("rename", &new, &error))?;
    file::sync_folder(folder.path())?;
    sweep(folder)
}

/// Removes what lies beside: slots first, because they show that a change was under way.
fn sweep(folder: &Folder) -> Result<()> {
    file::remove_if_there(&folder.new_keyring())?;
    let slots = folder.new_slots();
    match fs::remove_dir_all(&slots) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("remove", &slots, &error))
        }
        _ => file::sync_folder(folder.path()),
    }
}

/// Whether a change was cut short.
pub(super) fn unfinished(folder: &Folder) -> bool {
    folder.new_keyring().exists() || folder.new_slots().exists()
}

/// Finishes or undoes a change that a crash cut short. `master` is what the slots in place hold.
pub(super) fn repair(folder: &Folder, master: &Master) -> Result<Option<String>> {
    if !unfinished(folder) {
        return Ok(None);
    }
    let opens = |path| {
        file::read_limited(path, 1 << 20)
            .and_then(|bytes| keyring::open(&bytes, master))
            .is_ok()
    };
    if opens(&folder.keyring()) {
        // Without a new keyring the change had not begun, or was done but for this.
        let told = if folder.new_keyring().exists() {
            "undid a change of the master identity that a crash had cut short"
        } else {
            "cleared away what a change of the master identity that was cut short had left"
        };
        sweep(folder)?;
        return Ok(Some(told.to_owned()));
    }
    settle(folder)?;
    Ok(Some(
        "finished changing the master identity, which a crash had cut short".to_owned(),
    ))
}

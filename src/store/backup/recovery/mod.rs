//! The `recovery/` folder of a target: slots, keyring, rights journal and key handovers by generation. With it
//! and one unlocker a bare machine can restore. Files are never overwritten.

mod journals;

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::base::error::{Error, Kind, Result};
use crate::crypto::wrap;
use crate::store::file;
use crate::store::folder::Folder;
use crate::store::journal::Journal;
use crate::store::keyring::{self, Extent, Keyring, Master, NamedKey};
use crate::store::open::Store;
use crate::store::slot::{self, Unlocked, Unlocker};
pub use journals::{GROWING, Longest};

/// The largest keyring, slot or identity.
const KEYS: u64 = 1 << 20;
/// The largest key handover: two keys and two signatures are below one KiB.
const NOTE: u64 = 1 << 16;
/// As many generations, journals and handovers are looked at: a flood ends.
const MOST: usize = 300;

/// The files of one generation, as a manifest names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryNames {
    pub handovers: Vec<String>,
    pub journal: String,
    pub keyring: String,
    pub slots: String,
}

impl RecoveryNames {
    /// Every file of it, relative to `recovery/`.
    pub fn files(&self, keyring: &Keyring) -> Vec<String> {
        let mut files = vec![self.keyring.clone(), self.journal.clone()];
        files.extend(self.handovers.iter().cloned());
        for entry in &keyring.slots {
            files.push(format!("{}/{}.age", self.slots, entry.name));
            if entry.identity_sha256.is_some() {
                files.push(format!("{}/{}.identity.age", self.slots, entry.name));
            }
        }
        files
    }
}

/// The folder `recovery/` of a target.
#[derive(Clone, Debug)]
pub struct Recovery {
    path: PathBuf,
}

impl Recovery {
    pub const fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Writes what the store's present generation needs, flushed, and reads all of it back.
    pub fn save(&self, store: &Store, journal: &Journal) -> Result<RecoveryNames> {
        file::make_folder(&self.path)?;
        let generation = store.keyring.generation;
        let folder = Folder::recovery(&self.path, generation);
        let names = RecoveryNames {
            handovers: (1..=store.keyring.handovers.len())
                .map(|number| format!("handover-{number}.note"))
                .collect(),
            journal: format!("rights-{}.journal", journal.last()),
            keyring: format!("keyring-{generation}.age"),
            slots: format!("slots-{generation}"),
        };
        let own = file::open_regular(fs::OpenOptions::new().read(true), &store.folder.journal())?;
        super::cut::cut_in(&own, &self.path)?;
        save_slots(store, &folder)?;
        if folder.keyring().exists() {
            require_own(&folder.keyring(), store)?;
        } else {
            let sealed = keyring::sealed(&store.keyring, &store.master, Extent::WithoutDataKeys)?;
            file::write_atomic(&folder.keyring(), &sealed)?;
        }
        self.save_journal(&names.journal, store, journal)?;
        for (name, note) in names.handovers.iter().zip(&store.keyring.handovers) {
            self.save_same(name, note.as_bytes())?;
        }
        file::sync_folder(&self.path)?;
        file::sync_parent(&self.path)?;
        self.check(&names, &store.keyring, &store.master)?;
        Ok(names)
    }

    /// Takes all of it away: for a first run that failed.
    pub(super) fn remove(&self) -> Result<()> {
        remove_folder(&self.path)
    }

    /// A file that may be there already, and then says the same.
    fn save_same(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.path.join(name);
        if !path.exists() {
            return file::write_atomic(&path, bytes);
        }
        if file::read_regular(&path, NOTE)?.as_slice() == bytes {
            return Ok(());
        }
        Err(other(&path))
    }

    /// Opens everything that a manifest needs from here.
    pub fn check(&self, names: &RecoveryNames, known: &Keyring, master: &Master) -> Result<()> {
        let generation = generation(&names.keyring)?;
        let folder = Folder::recovery(&self.path, generation);
        let sealed = file::read_regular(&folder.keyring(), KEYS).map_err(lost)?;
        let kept = keyring::open(&sealed, master)?;
        if kept.store_id != known.store_id || kept.generation != generation {
            return Err(Error::integrity(format!(
                "`{}` is not the keyring of this generation",
                folder.keyring().display()
            )));
        }
        let odd = slot::oddities(&folder, &kept)?;
        if !odd.is_empty() {
            let mut error = Error::integrity(format!("`{}` is damaged", folder.slots().display()));
            error.details = odd;
            return Err(error);
        }
        Journal::open(&self.path.join(&names.journal), &kept)?;
        Ok(())
    }

    /// Opens the newest generation, which is what a restore takes. One that is older than the master identity
    /// at hand opens for its own unlockers only: then there is nothing to compare.
    pub fn check_newest(&self, known: &Keyring, master: &Master) -> Result<()> {
        let generation = *self.generations()?.first().ok_or_else(|| {
            Error::integrity(format!("there is no keyring in `{}`", self.path.display()))
        })?;
        let folder = Folder::recovery(&self.path, generation);
        let sealed = file::read_regular(&folder.keyring(), KEYS).map_err(lost)?;
        let foreign = wrap::decrypt(&master.identities()?, &sealed)
            .is_err_and(|error| error.kind == Kind::WrongKey);
        if foreign && generation < known.generation {
            return Ok(());
        }
        if foreign {
            return Err(Error::integrity(format!(
                "`{}` was not made by this store: a restore without `--vkey` would try it",
                folder.keyring().display()
            )));
        }
        let kept = keyring::open(&sealed, master)?;
        let path = self.journal(&kept)?.path;
        self.check_journals(&kept, &path)?;
        let names = RecoveryNames {
            handovers: vec![],
            journal: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            keyring: format!("keyring-{generation}.age"),
            slots: format!("slots-{generation}"),
        };
        self.check(&names, known, master)
    }

    /// The newest generation that one of `unlockers` opens and whose keyring is accepted.
    pub fn unlock(
        &self,
        unlockers: &[Unlocker],
        accept: impl Fn(&Keyring) -> Result<()>,
    ) -> Result<(Folder, Unlocked)> {
        let mut first = None;
        for generation in self.generations()? {
            let folder = Folder::recovery(&self.path, generation);
            let opened = slot::unlock(&folder, unlockers);
            match opened.and_then(|unlocked| accept(&unlocked.keyring).map(|()| unlocked)) {
                Ok(unlocked) => return Ok((folder, unlocked)),
                // An older generation may still open; why the newest did not is what counts.
                Err(error) => first = first.or(Some(error)),
            }
        }
        Err(first.unwrap_or_else(|| {
            Error::not_found(format!("there is no keyring in `{}`", self.path.display()))
                .hint("a backup needs the `recovery` folder that lies beside it")
        }))
    }

    /// Every keyring that opens, by the master identity at hand or by an unlocker.
    pub fn keyrings(&self, at_hand: &Unlocked, unlockers: &[Unlocker]) -> Result<Vec<Keyring>> {
        let mut found = vec![];
        for generation in self.generations()? {
            let folder = Folder::recovery(&self.path, generation);
            let opened = file::read_regular(&folder.keyring(), KEYS)
                .and_then(|sealed| keyring::open(&sealed, &at_hand.master))
                .or_else(|_| slot::unlock(&folder, unlockers).map(|unlocked| unlocked.keyring));
            found.extend(opened);
        }
        Ok(found)
    }

    /// Complete generations, newest first.
    fn generations(&self) -> Result<Vec<u64>> {
        let mut found: Vec<u64> = self
            .names()?
            .iter()
            .filter_map(|name| generation(name).ok())
            .filter(|generation| Folder::recovery(&self.path, *generation).slots().is_dir())
            .collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.truncate(MOST);
        Ok(found)
    }

    /// The key handovers that are kept here, in any order.
    pub fn handovers(&self) -> Vec<String> {
        let read = |name: &String| file::read_regular(&self.path.join(name), NOTE).ok();
        let text = |bytes: zeroize::Zeroizing<Vec<u8>>| String::from_utf8(bytes.to_vec()).ok();
        self.names()
            .unwrap_or_default()
            .iter()
            .filter(|name| name.starts_with("handover-"))
            .filter_map(read)
            .take(MOST)
            .filter_map(text)
            .collect()
    }

    fn names(&self) -> Result<Vec<String>> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
            Err(error) => return Err(Error::io("list", &self.path, &error)),
        };
        Ok(entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect())
    }
}

/// A keyring of this generation that is there already must be this one: another copy of this store, or one that was
/// put back, counts its changes from the same number.
fn require_own(path: &Path, store: &Store) -> Result<()> {
    let sealed = file::read_regular(path, KEYS)?;
    let kept = match keyring::open(&sealed, &store.master) {
        Err(error) if matches!(error.kind, Kind::WrongKey | Kind::Integrity) => {
            return Err(other(path).because(error));
        }
        kept => kept?,
    };
    let own = &store.keyring;
    let same_ids = |one: &[NamedKey], other: &[NamedKey]| {
        let ids = |keys| <[NamedKey]>::iter(keys).map(|key| &key.id);
        ids(one).eq(ids(other))
    };
    let same = kept.slots == own.slots
        && kept.handovers == own.handovers
        && kept.signing.created == own.signing.created
        && same_ids(&kept.journal, &own.journal)
        && same_ids(&kept.hmac, &own.hmac)
        && same_ids(&kept.peppers, &own.peppers);
    if same { Ok(()) } else { Err(other(path)) }
}

fn save_slots(store: &Store, folder: &Folder) -> Result<()> {
    if folder.slots().is_dir() {
        return Ok(());
    }
    let ahead = file::beside(&folder.slots(), ".partial");
    remove_folder(&ahead)?;
    file::make_folder(&ahead)?;
    for entry in &store.keyring.slots {
        for (path, sha256) in slot::files(&store.folder, entry) {
            copy_file(&path, sha256, &ahead)?;
        }
    }
    file::sync_folder(&ahead)?;
    file::rename_new(&ahead, &folder.slots())
}

fn other(path: &Path) -> Error {
    Error::integrity(format!("`{}` holds something else", path.display()))
        .hint("it was damaged, or another copy of this store writes here: use a folder of its own")
}

/// The number in `keyring-7.age`.
fn generation(name: &str) -> Result<u64> {
    between(name, "keyring-", ".age")
        .ok_or_else(|| Error::integrity("a manifest names a keyring that cannot be"))
}

pub(super) fn between(name: &str, before: &str, after: &str) -> Option<u64> {
    name.strip_prefix(before)?.strip_suffix(after)?.parse().ok()
}

fn lost(error: Error) -> Error {
    match error.kind {
        Kind::NotFound => Error::integrity(error.message)
            .hint("the `recovery` folder beside the backups is not complete"),
        _ => error,
    }
}

/// Copies one file of a slot, if it is the one that the keyring lists: whoever may write to a folder of slots
/// could put a link to somebody else's file there.
fn copy_file(from: &Path, sha256: &str, folder: &Path) -> Result<()> {
    let name = from
        .file_name()
        .ok_or_else(|| Error::bug("a slot without a name"))?;
    let bytes = file::read_regular(from, KEYS)?;
    if slot::digest(&bytes) != sha256 {
        return Err(Error::integrity(format!(
            "`{}` is not the slot that the keyring lists",
            from.display()
        ))
        .hint("see `optimactl key verify`"));
    }
    file::write_atomic(&folder.join(name), &bytes)
}

/// Copies a recovery generation into the folder of a store that is being made. A slot that was changed is left
/// behind, and the restored store says so: the one that opened is enough.
pub fn copy_slots(from: &Folder, to: &Folder, keyring: &Keyring) -> Result<()> {
    file::make_folder(&to.slots())?;
    for entry in &keyring.slots {
        for (path, sha256) in slot::files(from, entry) {
            match copy_file(&path, sha256, &to.slots()) {
                Err(error) if !matches!(error.kind, Kind::Integrity | Kind::NotFound) => {
                    return Err(error);
                }
                _ => {}
            }
        }
    }
    file::sync_folder(&to.slots())
}

fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("remove", path, &error))
        }
        _ => Ok(()),
    }
}

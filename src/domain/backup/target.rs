//! Where backups go and come from: a folder, or a place far away with a private copy of its small `recovery/`.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::places::{self, PlaceSpec};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Entry, Place};
use crate::crypto::random::Random;
use crate::store::backup::{Local, Recovery, RecoveryNames, Scratch};
use crate::store::file;
use crate::store::journal::Journal;
use crate::store::open::Store;

/// The folder of a target without which its backups open for nobody.
const RECOVERY: &str = "recovery";
/// The largest file in it: the rights journal.
const LIMIT: u64 = 1 << 30;
/// As many files are fetched from there: a flood ends.
const MOST: usize = 1000;

/// A place with backups.
pub struct Target(At);

/// What a target is opened for.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    Read,
    /// Folders are made and locked; so long is waited for the lock.
    Write(Duration),
}

enum At {
    Folder(Local),
    /// A folder of which nothing is ever removed.
    Kept {
        place: Box<dyn Place>,
        path: PathBuf,
    },
    Far {
        place: Box<dyn Place>,
        scratch: Scratch,
        fetched: OnceCell<()>,
    },
}

impl Target {
    /// A folder to read from.
    pub fn at(path: &Path) -> Result<Self> {
        Local::at(path).map(|local| Self(At::Folder(local)))
    }

    /// A folder to write to: made if it is missing, locked, and cleared of what dead runs left.
    pub fn hold(path: &Path, wait: Duration) -> Result<Self> {
        Local::hold(path, wait).map(|local| Self(At::Folder(local)))
    }

    /// Opens a place as it was configured; `scratch` is a folder of this machine for what is small.
    pub fn open(
        spec: PlaceSpec,
        purpose: Purpose,
        scratch: &Path,
        random: &Random,
    ) -> Result<Self> {
        let places::At::Folder(path) = &spec.at else {
            return Self::far(places::open(spec)?, scratch, random);
        };
        let local = match purpose {
            Purpose::Read => Local::at(path)?,
            Purpose::Write(wait) => Local::hold(path, wait)?,
        };
        if !spec.append_only {
            return Ok(Self(At::Folder(local)));
        }
        Ok(Self(At::Kept {
            path: path.clone(),
            place: places::keeping(Box::new(local)),
        }))
    }

    /// A place far away; what is small and needed as files is copied into a private folder in `scratch`.
    pub fn far(place: Box<dyn Place>, scratch: &Path, random: &Random) -> Result<Self> {
        Ok(Self(At::Far {
            place,
            scratch: Scratch::new(scratch, random)?,
            fetched: OnceCell::new(),
        }))
    }

    pub fn place(&self) -> &dyn Place {
        match &self.0 {
            At::Folder(local) => local,
            At::Kept { place, .. } | At::Far { place, .. } => place.as_ref(),
        }
    }

    /// As the catalog and people know it.
    pub fn name(&self) -> &str {
        self.place().name()
    }

    /// The folder itself, when it is one of this machine.
    pub fn folder(&self) -> Option<&Path> {
        match &self.0 {
            At::Folder(local) => Some(local.path()),
            At::Kept { path, .. } => Some(path),
            At::Far { .. } => None,
        }
    }

    /// How a file of it is shown.
    pub fn shown(&self, name: &str) -> String {
        format!("{}/{name}", self.name().trim_end_matches('/'))
    }

    /// The `recovery` folder, as files of this machine.
    pub fn recovery(&self) -> Result<Recovery> {
        match &self.0 {
            At::Folder(local) => Ok(local.recovery()),
            At::Kept { path, .. } => Ok(Recovery::at(path.join(RECOVERY))),
            At::Far {
                place,
                scratch,
                fetched,
            } => {
                if fetched.get().is_none() {
                    fetch(place.as_ref(), scratch.path())?;
                    fetched.set(()).ok();
                }
                Ok(Recovery::at(scratch.path().join(RECOVERY)))
            }
        }
    }

    /// Puts what the store's present generation needs into `recovery`, and reads it back.
    pub fn save_recovery(&self, store: &Store, journal: &Journal) -> Result<RecoveryNames> {
        let names = self.recovery()?.save(store, journal)?;
        if let At::Far { place, scratch, .. } = &self.0 {
            for name in names.files(&store.keyring) {
                send(
                    place.as_ref(),
                    scratch.path(),
                    &format!("{RECOVERY}/{name}"),
                )?;
            }
        }
        Ok(names)
    }

    /// After a run that failed: what it made goes, unless another run has put a backup here meanwhile.
    pub fn abandon(self) -> Result<()> {
        match self.0 {
            At::Folder(local) => local.abandon(),
            At::Kept { .. } | At::Far { .. } => Ok(()),
        }
    }
}

/// Copies the small files of `recovery` out of a place.
fn fetch(place: &dyn Place, scratch: &Path) -> Result<()> {
    let mut names = files(place, RECOVERY)?;
    let slots: Vec<String> = names
        .iter()
        .filter_map(|name| name.strip_prefix("recovery/keyring-")?.strip_suffix(".age"))
        .map(|generation| format!("{RECOVERY}/slots-{generation}"))
        .collect();
    for folder in slots {
        names.extend(files(place, &folder)?);
    }
    if names.len() > MOST {
        return Err(Error::integrity(format!(
            "`{}` at `{}` holds more files than it can",
            RECOVERY,
            place.name()
        )));
    }
    for name in names {
        let bytes = place::read(place, &name, LIMIT)?;
        let path = scratch.join(&name);
        if let Some(parent) = path.parent() {
            file::make_folder(parent)?;
        }
        file::write_atomic(&path, &bytes)?;
    }
    Ok(())
}

/// The files in a folder of a place. Their names become names here: none may lead elsewhere.
fn files(place: &dyn Place, folder: &str) -> Result<Vec<String>> {
    let plain = |entry: &Entry| {
        !entry.name.is_empty() && !entry.name.starts_with('.') && !entry.name.contains(['/', '\0'])
    };
    let names = place.list(folder)?.into_iter().filter(plain);
    Ok(names
        .map(|entry| format!("{folder}/{}", entry.name))
        .collect())
}

/// Puts a file where it is not there yet; one that is there must say the same.
fn send(place: &dyn Place, scratch: &Path, name: &str) -> Result<()> {
    let bytes = file::read_regular(&PathBuf::from(scratch).join(name), LIMIT)?;
    match place::write_new(place, name, &bytes) {
        Err(error) if error.kind != Kind::Conflict => return Err(error),
        _ => {}
    }
    if *place::read(place, name, LIMIT)? == *bytes {
        return Ok(());
    }
    Err(Error::integrity(format!(
        "`{name}` at `{}` holds something else",
        place.name()
    ))
    .hint("it was damaged, or another copy of this store writes here: use a place of its own"))
}

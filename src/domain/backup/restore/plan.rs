//! What is restored: the keys that open, the backup that is meant, and what is known of its epoch.

use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::base::place::Place;
use crate::crypto::note::Vkey;
use crate::domain::backup::content::{self, Content};
use crate::domain::backup::listing::{Chosen, Item, Listing};
use crate::domain::backup::manifest::Manifest;
use crate::domain::backup::target::Target;
use crate::domain::backup::trust::recover;
use crate::domain::backup::verify::{require_file, row, trashed};
use crate::store::backup::BackupRow;
use crate::store::folder::Folder;
use crate::store::slot::{Unlocked, Unlocker};

/// What a person asked to restore.
#[derive(Clone, Debug)]
pub enum Pick {
    Signed(Chosen),
    /// A file; it counts as signed when its manifest at the same place does.
    File(PathBuf),
}

/// A restore that could begin: the keys are open, the backup is found.
pub struct Plan<'a> {
    /// Whose `recovery` is used.
    pub(super) target: &'a Target,
    /// The folder of the file, where that is another one.
    pub(super) beside: Option<Target>,
    /// The file's name there.
    pub(super) name: String,
    pub(super) recovery: Folder,
    pub unlocked: Unlocked,
    /// As it is shown.
    pub file: String,
    /// Absent for a file that nothing vouches for.
    pub manifest: Option<Manifest>,
    /// Of the full backup that a delta is applied to.
    pub(super) base: Option<Manifest>,
    /// The largest log that a manifest of the same epoch has seen.
    pub(super) known: Option<Manifest>,
    /// The manifest that has seen the longest rights journal.
    pub(super) rights: Option<Manifest>,
    /// The newest manifest of each epoch.
    pub(super) newest: Vec<Manifest>,
    /// What the catalog of a restored store keeps of the backups that lie here.
    pub(super) catalog: Vec<BackupRow>,
    /// Whether a key that somebody wrote down confirmed the store.
    pub confirmed: bool,
}

impl Plan<'_> {
    /// What a manifest vouches for.
    pub(super) fn content(&self) -> Option<Content<'_>> {
        Some(Content {
            place: self.place(),
            manifest: self.manifest.as_ref()?,
            base: self.base.as_ref(),
        })
    }

    /// What a delta is applied to.
    pub const fn base(&self) -> Option<&Manifest> {
        self.base.as_ref()
    }

    /// The place that the file lies at.
    pub(super) fn place(&self) -> &dyn Place {
        self.beside.as_ref().unwrap_or(self.target).place()
    }
}

/// Opens the newest recovery generation and finds the backup.
pub fn plan<'a>(
    target: &'a Target,
    pick: &Pick,
    unlockers: &[Unlocker],
    pinned: Option<&Vkey>,
) -> Result<Plan<'a>> {
    let (recovery, unlocked, trust) = recover(&target.recovery()?, unlockers, pinned)?;
    // A manifest lies beside its file, even if `recovery` is taken from elsewhere.
    let beside = match pick {
        Pick::File(path) => folder_of(path)?,
        Pick::Signed(_) => None,
    };
    let place = beside.as_ref().unwrap_or(target);
    let listing = Listing::read(place, &trust)?;
    let (name, manifest, base) = match pick {
        Pick::Signed(chosen) => {
            let item = listing.choose(chosen)?;
            if *chosen == Chosen::Latest {
                listing.require_newest(item)?;
                listing.require_one_store(item)?;
            }
            found(item)?
        }
        Pick::File(path) => {
            let name = path.file_name().and_then(|name| name.to_str());
            let name = name.ok_or_else(|| {
                Error::usage(format!("`{}` is not the name of a file", path.display()))
            })?;
            let same = |item: &&Item| item.manifest.file.name == name;
            match listing.items.iter().find(same) {
                Some(item) => found(item)?,
                None => (name.to_owned(), None, None),
            }
        }
    };
    let known = manifest
        .as_ref()
        .and_then(|manifest| largest_log(&listing, &manifest.epoch));
    let newest = newest_of_each(&listing);
    let manifests = listing.items.iter().map(|item| &item.manifest);
    let rights = manifests.max_by_key(|manifest| manifest.journal.number);
    let catalog = listing.items.iter().map(|item| row(place.name(), item));
    Ok(Plan {
        rights: rights.cloned(),
        newest,
        catalog: catalog.collect::<Result<_>>()?,
        file: place.shown(&name),
        target,
        beside,
        name,
        recovery,
        unlocked,
        manifest,
        base,
        known,
        confirmed: pinned.is_some(),
    })
}

fn largest_log(listing: &Listing, epoch: &str) -> Option<Manifest> {
    let manifests = listing.items.iter().map(|item| &item.manifest);
    let own = manifests.filter(|manifest| manifest.epoch == epoch);
    own.max_by_key(|manifest| manifest.audit.size).cloned()
}

fn newest_of_each(listing: &Listing) -> Vec<Manifest> {
    let mut newest: Vec<Manifest> = vec![];
    for manifest in listing.items.iter().map(|item| &item.manifest) {
        match newest
            .iter_mut()
            .find(|known| known.epoch == manifest.epoch)
        {
            Some(known) if known.sequence < manifest.sequence => *known = manifest.clone(),
            Some(_) => {}
            None => newest.push(manifest.clone()),
        }
    }
    newest
}

type Found = (String, Option<Manifest>, Option<Manifest>);

fn found(item: &Item) -> Result<Found> {
    if item.is_stray() {
        return Err(trashed(item));
    }
    if !item.is_kept() {
        require_file(item)?;
    }
    let name = item.manifest.file.name.clone();
    let base = content::base(item)?.map(|base| base.manifest.clone());
    Ok((name, Some(item.manifest.clone()), base))
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> Result<Option<Target>> {
    let path = std::path::absolute(path).map_err(|error| Error::io("resolve", path, &error))?;
    let folder = path.parent().filter(|folder| folder.is_dir());
    folder.map(Target::at).transpose()
}

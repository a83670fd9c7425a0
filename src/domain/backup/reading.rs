//! Reading what lies at a target into a listing: manifests, and the signed documents beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use zeroize::Zeroizing;

use super::absence::find_bases;
use super::beside::{self, Beside, Of, TRASH};
use super::chain::gaps;
use super::copied;
use super::listing::{Item, LIMIT, Listing, Odd, Presence};
use super::manifest::{self, Manifest};
use super::names::is_document;
use super::target::Target;
use super::trust::Trust;
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Entry};
use crate::store::backup::{MANIFEST, data_name, data_stem, manifest_name};

/// As many manifests are held at once.
const AT_ONCE: usize = 256;
/// As many requests wait for a place far away.
const THREADS: usize = 8;

impl Listing {
    pub fn read(target: &Target, trust: &Trust) -> Result<Self> {
        let mut listing = Self {
            place: target.name().to_owned(),
            ..Self::default()
        };
        let entries = target.place().list("")?;
        let trash = target.place().list(TRASH)?;
        let files = Files(
            entries
                .iter()
                .map(|entry| (entry.name.as_str(), entry.bytes))
                .collect(),
        );
        let names: Vec<&str> = manifests(&files).collect();
        let mut stems = BTreeSet::new();
        for some in names.chunks(AT_ONCE) {
            for (name, bytes) in fetch(target, &files, some) {
                let stem = name.strip_suffix(MANIFEST).unwrap_or(name);
                listing.take((target, &files, &trash), (stem, bytes), trust)?;
                stems.insert(stem);
            }
        }
        for name in files.0.keys().filter(|name| !name.starts_with('.')) {
            if data_stem(name).is_some_and(|stem| !stems.contains(stem)) {
                listing.odd.push(Odd {
                    file: (*name).to_owned(),
                    why: "it has no manifest".to_owned(),
                });
            }
        }
        listing.drop_superseded();
        listing.items.sort_by(|a, b| {
            let key = |item: &Item| (item.manifest.created.clone(), item.manifest.sequence);
            key(a).cmp(&key(b))
        });
        find_bases(&mut listing.items);
        (listing.gaps, listing.left_out) = gaps(&listing.items);
        Ok(listing)
    }

    /// One document that is named like a manifest.
    fn take(
        &mut self,
        (target, files, trash): (&Target, &Files<'_>, &[Entry]),
        (stem, bytes): (&str, Result<Zeroizing<Vec<u8>>>),
        trust: &Trust,
    ) -> Result<()> {
        let name = manifest_name(stem);
        let bytes = match bytes {
            Ok(bytes) => bytes,
            // A place that does not answer is not a place without backups.
            Err(error) if error.kind == Kind::Remote => return Err(error),
            Err(error) => {
                self.refuse(name, &[], &error, trust);
                return Ok(());
            }
        };
        match item(files, stem, &bytes, trust) {
            Ok(mut item) => {
                match copied::read(target, &item, trust) {
                    Ok(after) => item.copied_after = after,
                    Err(error) if error.kind == Kind::Remote => return Err(error),
                    Err(error) => self.refuse(copied::name(stem), &[], &error, trust),
                }
                let of = Of {
                    stem,
                    id: &item.manifest.id,
                    manifest_sha256: &item.sha256,
                };
                let beside = beside::read(target.place(), &|name| files.has(name), &of, trust)?;
                self.complete(&mut item, beside, trash);
                self.items.push(item);
            }
            Err(error) => self.refuse(name, &bytes, &error, trust),
        }
        Ok(())
    }

    /// Of a backup and its rewrapped copy, which lie side by side after a crash, the copy counts.
    fn drop_superseded(&mut self) {
        let key = |item: &Item| (item.presence == Presence::Present, item.manifest.rewraps());
        let mut best: BTreeMap<String, (bool, u64)> = BTreeMap::new();
        for item in self
            .items
            .iter()
            .filter(|item| item.manifest.rewrapped.is_some())
        {
            let known = best.entry(item.manifest.id.clone()).or_default();
            *known = key(item).max(*known);
        }
        let odd = &mut self.odd;
        self.items.retain(|item| {
            let stays = best
                .get(&item.manifest.id)
                .is_none_or(|best| key(item) >= *best);
            if !stays {
                odd.push(Odd {
                    file: item.manifest.file.name.clone(),
                    why:
                        "it was rewrapped, and the copy counts: the next `backup rewrap` removes it"
                            .to_owned(),
                });
            }
            stays
        });
    }

    /// What lies beside the manifest and in the trash decides what a missing file means.
    fn complete(&mut self, item: &mut Item, beside: Beside, trash: &[Entry]) {
        let file = &item.manifest.file;
        item.in_trash = trash.iter().any(|entry| entry.name == file.name);
        item.pin = beside.pin;
        item.pruned = beside.pruned;
        if item.presence == Presence::Missing && item.pruned.is_some() {
            item.presence = if item.in_trash {
                Presence::Trashed
            } else {
                Presence::Pruned
            };
        }
        self.foreign_pins.extend(beside.foreign);
        self.odd.extend(beside.odd);
    }
}

/// What lies at a place, by name: a look-up must not walk through ten thousand.
struct Files<'a>(BTreeMap<&'a str, u64>);

impl<'a> Files<'a> {
    fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The names that begin with `stem` and a dot.
    fn beside(&self, stem: &str) -> Vec<&'a str> {
        let first = format!("{stem}.");
        let from = (Bound::Included(first.as_str()), Bound::Unbounded);
        let from = self.0.range::<str, _>(from).map(|(name, _)| *name);
        from.take_while(|name| name.starts_with(&first)).collect()
    }
}

/// The names of manifests, oldest first as their names go.
fn manifests<'a>(files: &'a Files<'_>) -> impl Iterator<Item = &'a str> {
    let names = files.0.keys().copied();
    names.filter(|name| name.ends_with(MANIFEST) && !name.starts_with('.') && !is_document(name))
}

/// Reads some manifests. A place far away answers slowly: there several are asked for at once.
fn fetch<'a>(
    target: &Target,
    files: &Files<'_>,
    names: &[&'a str],
) -> Vec<(&'a str, Result<Zeroizing<Vec<u8>>>)> {
    let (place, folder) = (target.place(), target.folder());
    let read = |name: &&'a str| {
        let bytes = files.0.get(name).copied().unwrap_or(0);
        let read = if bytes > LIMIT {
            Err(Error::integrity("it is larger than a manifest can be"))
        } else {
            place::read(place, name, LIMIT)
        };
        (*name, read)
    };
    if folder.is_some() {
        return names.iter().map(read).collect();
    }
    std::thread::scope(|scope| {
        let parts = names.chunks(names.len().div_ceil(THREADS).max(1));
        let running: Vec<_> = parts
            .map(|part| scope.spawn(move || part.iter().map(read).collect::<Vec<_>>()))
            .collect();
        let whole = |part: std::thread::Result<Vec<_>>| {
            part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        running
            .into_iter()
            .flat_map(|one| whole(one.join()))
            .collect()
    })
}

fn item(files: &Files<'_>, stem: &str, bytes: &[u8], trust: &Trust) -> Result<Item> {
    let manifest = Manifest::open(bytes, trust)?;
    if manifest.file.name != data_name(stem, manifest.form()) {
        return Err(Error::integrity("it was signed under another file name"));
    }
    let presence = match files.0.get(manifest.file.name.as_str()) {
        None => Presence::Missing,
        Some(bytes) if *bytes != manifest.file.bytes => Presence::Changed,
        Some(_) => Presence::Present,
    };
    let own = manifest_name(stem);
    let documents = files
        .beside(stem)
        .into_iter()
        .filter(|name| name.ends_with(MANIFEST) && *name != own);
    Ok(Item {
        sha256: match &manifest.rewrapped {
            Some(rewrapped) => rewrapped.was.clone(),
            None => manifest::digest(bytes),
        },
        documents: documents.map(str::to_owned).collect(),
        manifest,
        presence,
        pin: None,
        pruned: None,
        in_trash: false,
        base: None,
        copied_after: None,
    })
}

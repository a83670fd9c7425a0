//! What lies at a target: the manifests that count, those that do not and why, gaps in the chain.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use serde::Serialize;
use zeroize::Zeroizing;

use super::chain::gaps;
use super::copied;
use super::manifest::{self, Manifest};
use super::names::{is_document, stamp};
use super::target::Target;
use super::trust::Trust;
use crate::base::error::{Error, Kind, Result};
use crate::base::place;
use crate::base::text;
use crate::domain::context::Context;
use crate::store::backup::{BackupRow, DATA, MANIFEST, data_name, manifest_name};

/// The largest manifest that is read; ours are about 2 KiB.
pub(super) const LIMIT: u64 = 1 << 16;
/// As many manifests are held at once.
const AT_ONCE: usize = 256;
/// As many requests wait for a place far away.
const THREADS: usize = 8;

/// Whether the file of a manifest is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    Present,
    Missing,
    /// It has another length than was signed.
    Changed,
}

/// A backup whose manifest counts.
#[derive(Clone, Debug)]
pub struct Item {
    pub manifest: Manifest,
    /// SHA-256 of the manifest's bytes.
    pub sha256: String,
    pub presence: Presence,
    /// The names of other documents beside the manifest.
    pub documents: Vec<String>,
    /// It was copied here, and before it this number (none: 0) was the newest: see [`super::copied`].
    pub copied_after: Option<u64>,
}

impl Item {
    /// What the names of everything that belongs to it begin with.
    pub fn stem(&self) -> &str {
        let name = &self.manifest.file.name;
        name.strip_suffix(DATA).unwrap_or(name)
    }
}

/// Something at the target that does not count.
#[derive(Clone, Debug, Serialize)]
pub struct Odd {
    pub file: String,
    pub why: String,
}

impl Odd {
    /// A document that claims to be a manifest; anything else is only untidy.
    pub fn is_manifest(&self) -> bool {
        self.file.strip_suffix(".json").is_some()
    }
}

/// Everything at a target.
#[derive(Debug, Default)]
pub struct Listing {
    /// The place that was looked into.
    pub place: String,
    /// Oldest first.
    pub items: Vec<Item>,
    pub odd: Vec<Odd>,
    pub gaps: Vec<String>,
    /// Numbers that were left out when backups were copied here: explained, and no damage.
    pub left_out: Vec<String>,
    /// Ids of other stores whose manifests lie here.
    pub strangers: Vec<String>,
    /// The store's last backup here by its own catalog, when it is not here any more.
    pub gone: Option<BackupRow>,
}

/// How a person names a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    Latest,
    Id(String),
}

impl Listing {
    pub fn read(target: &Target, trust: &Trust) -> Result<Self> {
        let mut listing = Self {
            place: target.name().to_owned(),
            ..Self::default()
        };
        let entries = target.place().list("")?;
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
                listing.take((target, &files), stem, bytes, trust)?;
                stems.insert(data_name(stem));
            }
        }
        let data = files
            .0
            .keys()
            .filter(|name| name.ends_with(DATA) && !name.starts_with('.'));
        for name in data.filter(|name| !stems.contains(**name)) {
            listing.odd.push(Odd {
                file: (*name).to_owned(),
                why: "it has no manifest".to_owned(),
            });
        }
        listing.items.sort_by(|a, b| {
            let key = |item: &Item| (item.manifest.created.clone(), item.manifest.sequence);
            key(a).cmp(&key(b))
        });
        (listing.gaps, listing.left_out) = gaps(&listing.items);
        Ok(listing)
    }

    /// One document that is named like a manifest.
    fn take(
        &mut self,
        (target, files): (&Target, &Files<'_>),
        stem: &str,
        bytes: Result<Zeroizing<Vec<u8>>>,
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
                self.items.push(item);
            }
            Err(error) => self.refuse(name, &bytes, &error, trust),
        }
        Ok(())
    }

    /// Compares with what the store knows that it made here: without this nobody sees that the newest backup
    /// was taken away with its manifest.
    pub fn compare(&mut self, ctx: &Context, target: &Target) -> Result<()> {
        let epoch = &ctx.store.keyring.epoch;
        let known = ctx.store.read(|tx| tx.last_backup(target.name(), epoch))?;
        let Some(known) = known else { return Ok(()) };
        let stem = known.file.strip_suffix(DATA).unwrap_or_default();
        let name = manifest_name(stem);
        let listed = self.items.iter().any(|item| item.manifest.id == known.id);
        let refused = self.odd.iter().any(|odd| odd.file == name);
        // One that was made since the place was read is not missing.
        let made_since = || -> Result<bool> {
            let entries = target.place().list("")?;
            Ok(entries.iter().any(|entry| entry.name == name))
        };
        if !listed && (refused || !made_since()?) {
            self.gone = Some(known);
        }
        Ok(())
    }

    /// The newest backup that counts is the newest that lies here; otherwise somebody decides by naming one.
    pub fn require_newest(&self, chosen: &Item) -> Result<()> {
        let stamp = stamp(&chosen.manifest.file.name);
        let newer = |name: &str| super::names::stamp(name).is_some_and(|at| Some(at) >= stamp);
        let odd = self.odd.iter().filter(|odd| odd.is_manifest());
        let odd = odd.filter(|odd| newer(&odd.file));
        let mut reasons: Vec<String> = odd
            .map(|odd| format!("`{}` does not count: {}", text::safe(&odd.file), odd.why))
            .collect();
        let key = |item: &Item| (item.manifest.created.clone(), item.manifest.sequence);
        let later = self.items.iter().filter(|item| key(item) > key(chosen));
        reasons.extend(later.filter_map(absence));
        if reasons.is_empty() {
            return Ok(());
        }
        let mut error = Error::integrity(format!(
            "`{}` is not the newest backup here: a newer one is damaged or was tampered with",
            chosen.manifest.id
        ))
        .hint(format!(
            "restore the older one by naming it: `{}`",
            chosen.manifest.id
        ));
        error.details = reasons;
        Err(error)
    }

    fn refuse(&mut self, file: String, bytes: &[u8], error: &Error, trust: &Trust) {
        if let Ok(claimed) = Manifest::claimed(bytes)
            && claimed.store_id != trust.store_id()
        {
            self.strangers.push(claimed.store_id);
        }
        self.odd.push(Odd {
            file,
            why: error.to_string(),
        });
    }

    /// The backup that is meant; only those count whose manifest this store signed.
    pub fn choose(&self, chosen: &Chosen) -> Result<&Item> {
        match chosen {
            Chosen::Latest => self
                .items
                .iter()
                .rfind(|item| item.presence == Presence::Present)
                .ok_or_else(|| {
                    let mut error = self.nothing("there is no backup here that this store signed");
                    if !self.findings().is_empty() {
                        error.kind = Kind::Integrity;
                    }
                    error
                }),
            Chosen::Id(id) => self
                .items
                .iter()
                .find(|item| item.manifest.id == *id)
                .ok_or_else(|| {
                    let error = self.nothing(&format!(
                        "there is no backup `{}` that this store signed",
                        text::safe(id)
                    ));
                    let known = self.items.iter().map(|item| item.manifest.id.as_str());
                    match text::did_you_mean(id, known) {
                        Some(near) => error.hint(near),
                        None => error,
                    }
                }),
        }
    }

    fn nothing(&self, message: &str) -> Error {
        let mut error = Error::not_found(message)
            .hint(format!("see `optimactl backup list --from {}`", self.place));
        error.details = self
            .odd
            .iter()
            .map(|odd| format!("`{}` does not count: {}", text::safe(&odd.file), odd.why))
            .collect();
        error
    }

    /// The newest backup of an epoch.
    pub fn newest_of(&self, epoch: &str) -> Option<&Item> {
        self.items
            .iter()
            .filter(|item| item.manifest.epoch == epoch)
            .max_by_key(|item| item.manifest.sequence)
    }

    /// What is wrong, as sentences. A file without a manifest is only untidy.
    pub fn findings(&self) -> Vec<String> {
        let broken = self
            .odd
            .iter()
            .filter(|odd| odd.is_manifest())
            .map(|odd| format!("`{}` does not count: {}", text::safe(&odd.file), odd.why));
        let files = self.items.iter().filter_map(absence);
        let gone = self.gone.iter().map(|known| {
            format!(
                "the last backup that this store made here, `{}` (number {}), is not here any more",
                known.id, known.sequence
            )
        });
        broken
            .chain(files)
            .chain(self.gaps.clone())
            .chain(gone)
            .collect()
    }
}

fn absence(item: &Item) -> Option<String> {
    match item.presence {
        Presence::Present => None,
        Presence::Missing => Some(format!("the file of `{}` is missing", item.manifest.id)),
        Presence::Changed => Some(format!(
            "the file of `{}` has another length than its manifest says",
            item.manifest.id
        )),
    }
}

/// What lies at a place, by name: a look-up must not walk through ten thousand.
struct Files<'a>(BTreeMap<&'a str, u64>);

impl<'a> Files<'a> {
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
    if manifest.file.name != data_name(stem) {
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
        sha256: manifest::digest(bytes),
        documents: documents.map(str::to_owned).collect(),
        manifest,
        presence,
        copied_after: None,
    })
}

//! What lies at a target: the manifests that count, those that do not and why, gaps in the chain.

use std::collections::BTreeMap;

use serde::Serialize;

use super::absence::{absence, baseless};
use super::beside::Pruned;
use super::manifest::Manifest;
use super::names::stamp;
use super::retention::Held;
use super::target::Target;
use super::trust::Trust;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::domain::context::Context;
use crate::store::backup::{BackupRow, MANIFEST, data_stem, manifest_name};

/// The largest manifest that is read; ours are about 2 KiB.
pub(super) const LIMIT: u64 = 1 << 16;

/// Whether the file of a manifest is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    Present,
    Missing,
    /// It has another length than was signed.
    Changed,
    /// It was pruned, and waits in the trash.
    Trashed,
    /// It was pruned and is gone.
    Pruned,
}

/// A backup whose manifest counts.
#[derive(Clone, Debug)]
pub struct Item {
    pub manifest: Manifest,
    /// SHA-256 of the manifest that it was made with, by which the next one names it.
    pub sha256: String,
    pub presence: Presence,
    pub pin: Option<Held>,
    /// The signed record that it was pruned.
    pub pruned: Option<Pruned>,
    /// Whether a file of its name lies in the trash.
    pub in_trash: bool,
    /// The full backup that a delta is applied to, when it lies here.
    pub base: Option<Box<Self>>,
    /// The names of other documents beside the manifest.
    pub documents: Vec<String>,
    /// It was copied here, and before it this number (none: 0) was the newest: see [`super::copied`].
    pub copied_after: Option<u64>,
}

impl Item {
    pub fn is_pinned(&self, now: Time) -> bool {
        self.pin.as_ref().is_some_and(|pin| pin.binds(now))
    }

    /// Its file lies in the trash and nothing says why: a run was killed, and the next one brings it back.
    pub fn is_stray(&self) -> bool {
        self.presence == Presence::Missing && self.in_trash
    }

    /// Whether it lies here to be used: not in the trash, and not pruned.
    pub const fn is_kept(&self) -> bool {
        !matches!(self.presence, Presence::Trashed | Presence::Pruned)
    }

    /// Whether it holds a later state than another: in one epoch the log tells, which only grows, whatever a
    /// clock said meanwhile; between epochs there is only the clock.
    pub fn is_later(&self, other: &Self) -> bool {
        let (one, other) = (&self.manifest, &other.manifest);
        if one.epoch == other.epoch {
            return (one.audit.size, one.sequence) > (other.audit.size, other.sequence);
        }
        (&one.created, one.sequence) > (&other.created, other.sequence)
    }

    /// What the names of everything that belongs to it begin with.
    pub fn stem(&self) -> &str {
        self.manifest.stem()
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
    /// Pins that this store did not sign.
    pub foreign_pins: Vec<Odd>,
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
    /// Compares with what the store knows that it made here: without this nobody sees that the newest backup
    /// was taken away with its manifest.
    pub fn compare(&mut self, ctx: &Context, target: &Target) -> Result<()> {
        let epoch = &ctx.store.keyring.epoch;
        let known = ctx.store.read(|tx| tx.last_backup(target.name(), epoch))?;
        let Some(known) = known else { return Ok(()) };
        let stem = data_stem(&known.file).unwrap_or_default();
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
        let newer = |name: &str| self::stamp(name).is_some_and(|at| Some(at) >= stamp);
        let odd = self.odd.iter().filter(|odd| odd.is_manifest());
        let odd = odd.filter(|odd| newer(&odd.file));
        let mut reasons: Vec<String> = odd
            .map(|odd| format!("`{}` does not count: {}", text::safe(&odd.file), odd.why))
            .collect();
        let later = self.items.iter().filter(|item| item.is_later(chosen));
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

    /// A backup of another epoch that was made after this one began, the newest of them: two stores make their
    /// backups here since one was restored beside the other.
    pub(super) fn beside(&self, epoch: &str) -> Option<&Item> {
        let own = self
            .items
            .iter()
            .filter(|item| item.manifest.epoch == epoch);
        let began = own.map(|item| &item.manifest.created).min()?;
        let others = self
            .items
            .iter()
            .filter(|item| item.manifest.epoch != epoch);
        let later = others.filter(|item| item.is_kept() && item.manifest.created > *began);
        later.max_by_key(|item| &item.manifest.created)
    }

    /// Where two stores make backups the newest one may be the other's.
    pub fn require_one_store(&self, chosen: &Item) -> Result<()> {
        let Some(other) = self.beside(&chosen.manifest.epoch) else {
            return Ok(());
        };
        let one = |item: &Item| {
            let manifest = &item.manifest;
            let (id, created) = (&manifest.id, &manifest.created);
            format!("`{id}` of {created}, epoch {}", manifest.epoch)
        };
        let (id, other_id) = (&chosen.manifest.id, &other.manifest.id);
        Err(Error::refused(
            "two stores make backups here, one restored beside the other: `--latest` may be either's",
        )
        .detail(one(chosen))
        .detail(one(other))
        .hint(format!("name the one that is meant, like `{other_id}` or `{id}`")))
    }

    pub(super) fn refuse(&mut self, file: String, bytes: &[u8], error: &Error, trust: &Trust) {
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
            Chosen::Latest => self.latest().ok_or_else(|| {
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
                    if let Some(odd) = self.odd_of(id) {
                        return Error::integrity(format!(
                            "the manifest of the backup `{}` does not count: {}",
                            text::safe(id),
                            odd.why
                        ))
                        .hint("see what lies there with `optimactl backup list`");
                    }
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

    /// A manifest that has this id in its name and could not be read or is not signed.
    fn odd_of(&self, id: &str) -> Option<&Odd> {
        let has_id = |odd: &&Odd| {
            let stem = odd.file.strip_suffix(MANIFEST).unwrap_or_default();
            let mut parts = stem.rsplit('-').next().unwrap_or_default().split('.');
            parts.next() == Some(id)
        };
        self.odd.iter().find(has_id)
    }

    /// The backup that lies here with the newest state: of the last one of each epoch, the one that was made last.
    pub fn latest(&self) -> Option<&Item> {
        let mut last: BTreeMap<&str, &Item> = BTreeMap::new();
        let present = |item: &&Item| item.presence == Presence::Present;
        for item in self.items.iter().filter(present) {
            let known = last.entry(&item.manifest.epoch).or_insert(item);
            if item.is_later(known) {
                *known = item;
            }
        }
        let made = |item: &&Item| (item.manifest.created.clone(), item.manifest.sequence);
        last.into_values().max_by_key(made)
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
        let pins = self.foreign_pins.iter().map(|odd| {
            let file = text::safe(&odd.file);
            format!(
                "`{file}` keeps its backup and was not written by this store: {}",
                odd.why
            )
        });
        let strays = self
            .items
            .iter()
            .filter(|item| item.is_stray())
            .filter_map(absence);
        let baseless = self.items.iter().filter_map(baseless);
        let more = baseless.chain(strays).chain(pins);
        self.holes().into_iter().chain(more).collect()
    }

    /// What makes the list incomplete or doubtful: then nobody may conclude from it what can go.
    pub fn holes(&self) -> Vec<String> {
        let broken = self
            .odd
            .iter()
            .filter(|odd| odd.is_manifest())
            .map(|odd| format!("`{}` does not count: {}", odd.file, odd.why));
        let files = self
            .items
            .iter()
            .filter(|item| !item.is_stray())
            .filter_map(absence);
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

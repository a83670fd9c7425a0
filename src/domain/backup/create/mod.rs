//! Making a backup: one snapshot, streamed to each target, read back, and committed by its manifest. What was
//! not read back is not reported as made.

mod write;

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::before::{recipients, require_extension, require_mounted};
use super::commit::commit;
use super::delta::{self, Plan};
use super::listing::Listing;
use super::manifest::{self, Manifest};
use super::places::{At, PlaceSpec};
use super::target::{Purpose, Target};
use super::trust::Trust;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::base::period::Period;
use crate::base::progress::Report;
use crate::crypto::wrap::Recipient;
use crate::domain::audit::{self, Event, Severity, signing_key};
use crate::domain::context::Context;
use crate::store::audit::CheckpointRow;
use crate::store::backup::Snapshot;
use crate::store::backup::delta::Index;
use crate::store::journal::Journal;

/// A place that was named, or why it cannot be used.
pub type Wanted = (String, Result<PlaceSpec>);

/// What was asked for.
pub struct Order {
    /// A folder of this machine for the small files of places far away.
    pub scratch: PathBuf,
    pub label: Option<Label>,
    /// zstd's level, 1 to 19.
    pub level: i32,
    /// Besides every unlocker and the store's master identity.
    pub recipients: Vec<Recipient>,
    /// Deltas are wanted, and a full one once the last one is older than this.
    pub delta: Option<Period>,
}

/// A backup at one target.
#[derive(Debug)]
pub struct Stored {
    /// Where its file lies.
    pub file: String,
    pub manifest: Manifest,
    pub manifest_sha256: String,
    pub warnings: Vec<String>,
}

/// What became of an order.
pub struct Made {
    /// Where it goes, by name.
    pub targets: Vec<String>,
    pub id: String,
    pub created: Time,
    /// Somebody who could open it; one alone is a risk worth a warning.
    pub unlockers: usize,
    pub image_bytes: u64,
    /// Why it is a full one although a delta was asked for.
    pub full_because: Option<String>,
    /// By the name of each target.
    pub outcomes: Vec<(String, Result<Stored>)>,
    pub event: Option<u64>,
}

/// What stays the same for every target.
pub(super) struct Run<'a> {
    pub(super) ctx: &'a Context,
    pub(super) order: &'a Order,
    pub(super) id: String,
    pub(super) created: Time,
    pub(super) stem: String,
    pub(super) recipients: Vec<Recipient>,
    pub(super) checkpoint: CheckpointRow,
    trust: Trust,
    pub(super) journal: Journal,
}

/// A target that is held, and what lies there.
pub(super) struct Seen {
    target: Target,
    pub(super) listing: Listing,
}

/// What is made, and what is known of it once the first target has it.
struct Work {
    plan: Plan,
    /// Of the pages of a full one.
    index: Option<Index>,
    first: Option<(Target, Manifest)>,
}

/// Makes the backup. Each target has an outcome of its own: one that fails does not stop the others.
pub fn create(
    ctx: &Context,
    order: &Order,
    targets: Vec<Wanted>,
    report: &mut Report<'_>,
) -> Result<Made> {
    let (targets, unusable) = checked(ctx, targets)?;
    let names: Vec<String> = targets.iter().map(|target| target.at.name()).collect();
    ctx.store.fold_log()?;
    let made = ctx.store.snapshot(|snapshot| {
        let run = Run::begin(ctx, order, snapshot)?;
        if ctx.dry_run() {
            return Ok(run.made(snapshot, (names, unusable), (None, None)));
        }
        let started = Event::new("backup.create")
            .severity(Severity::Low)
            .target(run.id.clone());
        // The intent comes after the instant of the image: nothing stands open inside it.
        let intent = audit::intend(ctx, started)?;
        let seen = names.iter().cloned().zip(targets);
        let seen: Vec<_> = seen.map(|(name, spec)| (name, run.look(spec))).collect();
        let mut work = Work {
            plan: delta::decide(&run, snapshot, &seen, report),
            index: None,
            first: None,
        };
        let outcomes = seen.into_iter().map(|(name, seen)| {
            (
                name,
                seen.and_then(|seen| run.store(snapshot, seen, &mut work, report)),
            )
        });
        let outcomes: Vec<_> = outcomes.chain(unusable).collect();
        let event = run.conclude(intent, &outcomes, work.index.as_ref())?;
        let told = (work.plan.because(), Some(event));
        Ok(run.made(snapshot, (names, outcomes), told))
    })?;
    ctx.store.fold_log()?;
    Ok(made)
}

type Unusable = Vec<(String, Result<Stored>)>;

/// Distinct; folders first, because what is there already is copied to the others; never inside the store. What
/// cannot be used stands apart: it stops the others only when there are none.
fn checked(ctx: &Context, targets: Vec<Wanted>) -> Result<(Vec<PlaceSpec>, Unusable)> {
    let store = ctx.store.folder.path();
    let store = std::path::absolute(store).map_err(|error| Error::io("resolve", store, &error))?;
    let mut distinct: Vec<PlaceSpec> = vec![];
    let mut unusable = vec![];
    for (name, target) in targets {
        let target = match target.and_then(|target| outside(&store, target)) {
            Ok(target) => target,
            Err(error) => {
                unusable.push((name, error));
                continue;
            }
        };
        let name = target.at.name();
        if !distinct.iter().any(|known| known.at.name() == name) {
            distinct.push(target);
        }
    }
    if distinct.is_empty() {
        return Err(Error::first_of(unusable).unwrap_or_else(|| {
            Error::usage("it is not said where the backup goes")
                .hint("name a place with `--to PLACE`, or set `backup.to` in the configuration")
        }));
    }
    distinct.sort_by_key(|target| !matches!(target.at, At::Folder(_)));
    let unusable = unusable.into_iter().map(|(name, error)| (name, Err(error)));
    Ok((distinct, unusable.collect()))
}

fn outside(store: &Path, target: PlaceSpec) -> Result<PlaceSpec> {
    match &target.at {
        At::Folder(path) if path.starts_with(store) => Err(Error::refused(format!(
            "`{}` lies inside the store that it would save",
            path.display()
        ))
        .hint("name a folder on another disk with `--to DIR`")),
        _ => Ok(target),
    }
}

impl<'a> Run<'a> {
    fn begin(ctx: &'a Context, order: &'a Order, snapshot: &Snapshot<'_>) -> Result<Self> {
        let keyring = &ctx.store.keyring;
        let created = ctx.now();
        let id = ctx.random.id("bkp")?;
        let tree = snapshot.tx().tree()?;
        Ok(Self {
            ctx,
            order,
            stem: format!("{}-{}-{id}", keyring.name, clock::file_text(created)),
            id,
            created,
            recipients: recipients(ctx, &order.recipients)?,
            checkpoint: audit::sign_tree(ctx, &tree, "backup")?,
            trust: Trust::of_keyring(keyring)?,
            journal: ctx.store.journal()?,
        })
    }

    fn made(
        &self,
        snapshot: &Snapshot<'_>,
        (targets, outcomes): (Vec<String>, Vec<(String, Result<Stored>)>),
        (full_because, event): (Option<String>, Option<u64>),
    ) -> Made {
        Made {
            targets,
            id: self.id.clone(),
            created: self.created,
            unlockers: self.ctx.store.keyring.slots.len() + self.order.recipients.len(),
            image_bytes: snapshot.bytes(),
            full_because,
            outcomes,
            event,
        }
    }

    /// Holds a target and looks what lies there.
    fn look(&self, spec: PlaceSpec) -> Result<Seen> {
        require_mounted(self.ctx, &spec)?;
        let purpose = Purpose::Write(self.ctx.store.holder.wait);
        let target = Target::open(spec, purpose, &self.order.scratch, &self.ctx.random)?;
        let listing = Listing::read(&target, &self.trust).and_then(|mut listing| {
            listing.compare(self.ctx, &target)?;
            Ok(listing)
        });
        match listing {
            Ok(listing) => Ok(Seen { target, listing }),
            Err(error) => {
                target.abandon().ok();
                Err(error)
            }
        }
    }

    /// One target to the commit.
    fn store(
        &self,
        snapshot: &Snapshot<'_>,
        seen: Seen,
        work: &mut Work,
        report: &mut Report<'_>,
    ) -> Result<Stored> {
        match self.store_in(snapshot, &seen, work, report) {
            Ok(stored) => {
                let made = stored.manifest.clone();
                work.first.get_or_insert((seen.target, made));
                Ok(stored)
            }
            Err(error) => {
                seen.target.abandon().ok();
                Err(error)
            }
        }
    }

    fn store_in(
        &self,
        snapshot: &Snapshot<'_>,
        Seen { target, listing }: &Seen,
        work: &mut Work,
        report: &mut Report<'_>,
    ) -> Result<Stored> {
        let (since, place) = (Instant::now(), target.place());
        let before = self.look_around(listing)?;
        let recovery = target.save_recovery(&self.ctx.store, &self.journal)?;
        let made = self.write(snapshot, (place, listing), work, report);
        let (data, packed) = match made {
            Err(error) if work.becomes_full(&error) => {
                self.write(snapshot, (place, listing), work, report)?
            }
            made => made?,
        };
        let manifest = self.manifest(snapshot, packed, (recovery, before.previous), since)?;
        let bytes = manifest.sign(&signing_key(&self.ctx.store.keyring))?;
        commit(place, &manifest, data, &bytes)?;
        Ok(Stored {
            file: target.shown(&manifest.file.name),
            manifest,
            manifest_sha256: manifest::digest(&bytes),
            warnings: before.warnings,
        })
    }

    /// What the target tells before anything is written to it.
    fn look_around(&self, listing: &Listing) -> Result<Before> {
        if let Some(stranger) = listing.strangers.first() {
            return Err(Error::refused(format!(
                "`{}` holds backups of another store (`{}`)",
                listing.place,
                crate::base::text::safe(stranger)
            ))
            .hint("give each store a place of its own with `--to`"));
        }
        let epoch = &self.ctx.store.keyring.epoch;
        let newest = listing.newest_of(epoch);
        if let Some(newest) = newest {
            require_extension(self.ctx, &newest.manifest)?;
        }
        let apart = listing.beside(epoch).map(|other| {
            format!(
                "another copy of this store makes backups at `{}`, too, like `{}`: give each a place of its own",
                listing.place, other.manifest.id
            )
        });
        // A number is never used twice: what was taken away stays a gap.
        let gone = listing.gone.as_ref();
        let gone = gone.map(|known| (known.sequence, known.manifest_sha256.clone()));
        let here = newest.map(|item| (item.manifest.sequence, item.sha256.clone()));
        Ok(Before {
            previous: here.max(gone),
            warnings: listing.findings().into_iter().chain(apart).collect(),
        })
    }
}

/// What was found at a target.
struct Before {
    previous: Option<(u64, String)>,
    warnings: Vec<String>,
}

//! Whether a run makes a delta, against which full backup, and why not. A delta is only an economy: whatever stands
//! in its way makes the run a full one, never a failure.

use std::sync::{Mutex, PoisonError};

use super::content;
use super::create::{Run, Seen};
use super::listing::{Item, Listing, Presence};
use super::manifest::{DeltaPart, Manifest};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::place::{Place, Upload};
use crate::base::progress::{Progress, Report};
use crate::crypto::wrap::Recipient;
use crate::store::backup::delta::{Changes, DeltaWritten, Index, Pair, find_changes, unpack_delta};
use crate::store::backup::{Form, Snapshot, Written};

/// A delta of more than this many hundredths of a full one saves too little for what it costs to restore.
const MOST: u64 = 40;

/// What a run makes, the same for every target.
pub(super) enum Plan {
    Full {
        /// Whether the pages are remembered, for the deltas that follow.
        keep: bool,
        /// Why no delta, when one was asked for.
        because: Option<String>,
    },
    Delta {
        changes: Box<Changes>,
        base: Box<Manifest>,
    },
}

/// A file that was written and read back.
pub(super) struct Packed {
    pub(super) written: Written,
    pub(super) delta: Option<DeltaPart>,
}

impl Packed {
    pub(super) const fn form(&self) -> Form {
        match self.delta {
            None => Form::Full,
            Some(_) => Form::Delta,
        }
    }
}

impl Plan {
    pub(super) const fn form(&self) -> Form {
        match self {
            Self::Full { .. } => Form::Full,
            Self::Delta { .. } => Form::Delta,
        }
    }

    pub(super) fn because(&self) -> Option<String> {
        match self {
            Self::Full { because, .. } => because.clone(),
            Self::Delta { .. } => None,
        }
    }
}

/// Finds out what can be made for all targets that answered: they get the same file.
pub(super) fn decide(
    run: &Run<'_>,
    snapshot: &Snapshot<'_>,
    seen: &[(String, Result<Seen>)],
    report: &mut Report<'_>,
) -> Plan {
    let Some(every) = run.order.delta else {
        return Plan::Full {
            keep: false,
            because: None,
        };
    };
    let reached = seen.iter().filter_map(|(_, seen)| seen.as_ref().ok());
    let reached: Vec<&Seen> = reached.collect();
    let found = against(run, &reached, every).and_then(|(index, base)| {
        let total = snapshot.bytes() * 3;
        let mut part = |progress: Progress| report(Progress::of(progress.done, total));
        let changes = find_changes(snapshot, &index, &mut part).map_err(|error| error.message)?;
        let most = snapshot.pages.saturating_mul(MOST) / 100;
        if changes.count() > most {
            return Err(format!("more than {MOST} % of the pages have changed"));
        }
        Ok(Plan::Delta {
            changes: Box::new(changes),
            base: Box::new(base),
        })
    });
    found.unwrap_or_else(|because| Plan::Full {
        keep: true,
        because: Some(because),
    })
}

/// The full backup that every one of the targets holds, and what its pages were.
fn against(
    run: &Run<'_>,
    reached: &[&Seen],
    every: Period,
) -> std::result::Result<(Index, Manifest), String> {
    let index = run.ctx.store.read(|tx| tx.delta_base());
    let index = index.map_err(|error| error.message)?;
    let index = index.ok_or("there is no full backup yet that deltas are based on")?;
    let mut base = None;
    for seen in reached {
        let items = &seen.listing.items;
        let found = items.iter().find(|item| is_base(item, &index, run));
        let place = &seen.listing.place;
        let found = found.ok_or_else(|| format!("the last full backup is not at `{place}`"))?;
        // At each place it may have been rewrapped.
        let given = &found.manifest.recipients;
        let opens = |recipient: &Recipient| given.contains(&recipient.fingerprint());
        if !run.recipients.iter().all(opens) {
            return Err(format!(
                "the last full backup at `{place}` opens for fewer than this one is to"
            ));
        }
        base = Some(found);
    }
    let base = base.ok_or("no target answered")?;
    let created = base.manifest.created().map_err(|error| error.message)?;
    if created > run.created {
        return Err("the last full backup is dated in the future: a clock was wrong".to_owned());
    }
    if is_due(created, every, run.created) {
        return Err(format!("the last full backup is older than {every}"));
    }
    Ok((index, base.manifest.clone()))
}

fn is_due(created: Time, every: Period, now: Time) -> bool {
    created < every.before(now)
}

fn is_base(item: &Item, index: &Index, run: &Run<'_>) -> bool {
    let manifest = &item.manifest;
    manifest.id == index.backup
        && manifest.epoch == run.ctx.store.keyring.epoch
        && manifest.image.sha256 == index.image_sha256
        && manifest.delta.is_none()
        && item.presence == Presence::Present
        && item.pruned.is_none()
}

/// What the manifest says of a delta, and of the image that it makes.
pub(super) fn packed(base: &Manifest, made: DeltaWritten) -> Packed {
    Packed {
        written: Written {
            image: made.image,
            bytes: made.bytes,
            sha256: made.sha256,
        },
        delta: Some(DeltaPart {
            base: base.id.clone(),
            base_image_sha256: base.image.sha256.clone(),
            bytes: made.content_bytes,
            changed: made.changed,
            sha256: made.content_sha256,
        }),
    }
}

/// The base as it is called at one place: there it may have been rewrapped.
pub(super) fn base_at<'a>(listing: &'a Listing, base: &'a Manifest) -> &'a Manifest {
    let there = listing.items.iter().map(|item| &item.manifest);
    let mut same = there.filter(|one| one.id == base.id && one.image.sha256 == base.image.sha256);
    same.next().unwrap_or(base)
}

/// Merges what was written with its base, from where both lie: that must be the image.
pub(super) fn read_back(
    run: &Run<'_>,
    (place, base): (&dyn Place, &Manifest),
    output: &dyn Upload,
    made: &DeltaWritten,
    report: &mut Report<'_>,
) -> Result<()> {
    let ring = run.ctx.store.master.identities()?;
    // Opened ahead, because an upload cannot be asked from another thread.
    let opened = Mutex::new(vec![output.reopen()?, output.reopen()?]);
    let delta = || {
        let mut opened = opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened
            .pop()
            .ok_or_else(|| Error::bug("a delta was opened too often"))
    };
    let pair = Pair {
        base: &|| place.open(&base.file.name),
        base_bytes: base.image.bytes,
        base_sha256: content::digest(&base.image.sha256)?,
        delta: &delta,
        limit: made.image.bytes,
    };
    let (mut done, total) = (made.image.bytes * 2, made.image.bytes * 3);
    let read = unpack_delta(&pair, &[&ring], |block| {
        done += u64::try_from(block.len()).unwrap_or(0);
        report(Progress::of(done, total));
        Ok(())
    })?;
    let same = read.image_bytes == made.image.bytes
        && read.image_sha256 == made.image.sha256
        && read.base.image_sha256 == base.image.sha256
        && (read.delta.bytes, &read.delta.sha256) == (made.bytes, &made.sha256);
    if same {
        return Ok(());
    }
    Err(Error::failed(
        "the delta and its base were read back to something else than the store holds",
    )
    .hint("see `optimactl backup verify`; make a full backup with `optimactl backup create`"))
}

//! The new epoch of a restored log: which origin it continues, what is not here, what must not come back.

use serde_json::json;

use super::plan::Plan;
use crate::base::clock;
use crate::base::error::Result;
use crate::domain::audit::{Event, Outcome, Severity, append, vkey};
use crate::domain::backup::manifest::Manifest;
use crate::domain::context::Context;
use crate::domain::rights::{self, Reapplied};
use crate::store::audit::CheckpointRow;
use crate::store::{Mode, Tx};

/// A store that was restored.
#[derive(Debug)]
pub struct Restored {
    pub store_id: String,
    pub epoch: String,
    pub old_epoch: String,
    /// Events that the image holds.
    pub events: u64,
    /// Events of the old epoch that are known to exist and are not here.
    pub missing: u64,
    pub codes: usize,
    pub sessions: usize,
    /// What was restricted after the backup, and is again.
    pub reapplied: Reapplied,
    pub event: u64,
    pub vkey: String,
}

/// KiB of pages that are held while sessions end, which stand in no order: with little room each page would be
/// written and read many times.
pub(super) const ROOM: i64 = 48 * 1024;

/// What a new epoch begins after.
pub(super) struct Beginning {
    /// Size and checkpoint of the largest log of the old epoch that is known.
    pub(super) known: Option<(u64, String)>,
    /// The checkpoint that came with the image.
    pub(super) carried: Option<CheckpointRow>,
    /// Tells of the restore.
    pub(super) event: Event,
    /// What may be missing in the rights journal.
    pub(super) doubts: Vec<String>,
}

impl Beginning {
    pub(super) fn of(plan: &Plan<'_>, event: Event, doubts: Vec<String>) -> Result<Self> {
        let known = plan.known.as_ref();
        Ok(Self {
            known: known.map(|known| (known.audit.size, known.audit.checkpoint.clone())),
            carried: plan.manifest.as_ref().map(carried).transpose()?,
            event: told(plan, event),
            doubts,
        })
    }
}

/// Begins the new epoch and voids what must not come back, in one transaction.
pub(super) fn begin_epoch(ctx: &Context, beginning: &Beginning) -> Result<Restored> {
    let store_id = &ctx.store.keyring.store_id;
    let now = ctx.now();
    let vkey = vkey(&ctx.store.keyring)?.to_string();
    let begin = |tx: &Tx<'_>| {
        let events = tx.tree()?.size();
        let known = beginning.known.as_ref();
        let known_size = known.map_or(events, |(size, _)| (*size).max(events));
        let old_epoch = tx.require_meta("epoch")?;
        let mut epoch = Event::new("log.epoch")
            .severity(Severity::High)
            .target(store_id.clone())
            .field("epoch", ctx.store.keyring.epoch.clone())
            .field("old_epoch", old_epoch.clone())
            .field("old_origin", format!("optimactl/{store_id}/{old_epoch}"))
            .field("old_size", events)
            .field("known", known_size);
        if let Some((_, checkpoint)) = known {
            epoch.set("checkpoint", checkpoint.clone());
        }
        if known_size > events {
            epoch.set("first", events);
            epoch.set("last", known_size - 1);
        }
        append(ctx, tx, &epoch)?;
        if let Some(row) = &beginning.carried {
            tx.insert_checkpoint(row)?;
        }
        tx.set_meta("epoch", &ctx.store.keyring.epoch)?;
        // What deltas were based on was of another epoch.
        tx.forget_delta_base()?;
        for (seq, action, _) in tx.intents()? {
            tx.remove_intent(seq)?;
            let cut = Event::new(action)
                .outcome(Outcome::Failure)
                .field("error", "interrupted");
            append(ctx, tx, &cut.intent(seq))?;
        }
        tx.skip_steps(now)?;
        let (sessions, codes) = tx.void_open(now)?;
        // Hashes that came back may name what was retired.
        tx.forget_unnamed(None)?;
        let mut reapplied = rights::reapply(ctx, tx)?;
        reapplied.kept.extend(beginning.doubts.iter().cloned());
        let event = with_rights(beginning.event.clone(), &reapplied);
        let event = event.field("used", codes).field("sessions", sessions);
        let event = append(ctx, tx, &event)?;
        Ok(Restored {
            store_id: store_id.clone(),
            epoch: ctx.store.keyring.epoch.clone(),
            old_epoch,
            events,
            missing: known_size - events,
            codes,
            sessions,
            reapplied,
            event,
            vkey: vkey.clone(),
        })
    };
    let store = &ctx.store;
    store.with_room(ROOM, || store.write(Mode::Commit, begin))
}

/// The checkpoint that the backup carried out of the store. The image was read before it could hold it.
fn carried(manifest: &Manifest) -> Result<CheckpointRow> {
    Ok(CheckpointRow {
        epoch: manifest.epoch.clone(),
        size: manifest.audit.size,
        note: manifest.audit.checkpoint.clone(),
        made: clock::parse(&manifest.created)?,
        reason: "backup".to_owned(),
    })
}

/// The event of a restore, with what was restored.
pub(super) fn told(plan: &Plan<'_>, event: Event) -> Event {
    let event = event.severity(Severity::Critical);
    match &plan.manifest {
        Some(manifest) => event
            .target(manifest.id.clone())
            .field("backup", manifest.id.clone())
            .field("sequence", manifest.sequence)
            .field("image_sha256", manifest.image.sha256.clone()),
        None => event
            .field("kind", "unsigned")
            .personal("file", plan.file.clone()),
    }
}

/// What the rights journal did, for the event.
pub(super) fn with_rights(event: Event, reapplied: &Reapplied) -> Event {
    event
        .field("reapplied", json!(reapplied.kinds))
        .field("kept", reapplied.kept.len())
}

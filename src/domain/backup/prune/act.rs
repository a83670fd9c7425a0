//! The run: leftovers first, then what goes, then the trash that is due, then old recovery files. Stopped at any
//! step, what is left explains itself or is undone by the next run.

use super::super::beside::{Pruned, pruned_name, trash_name};
use super::super::listing::{Item, Listing, Presence};
use super::super::target::Target;
use super::super::trust::Trust;
use super::{Order, Plan, leftover, plan, recovery};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Place};
use crate::domain::audit::{self, Event, Outcome, Severity, signing_key};
use crate::domain::backup::retention::{Decision, Verdict};
use crate::domain::context::Context;
use crate::store::Mode;

/// What became of a place.
pub struct Done {
    pub plan: Plan,
    /// What a killed run had left.
    pub finished: Vec<String>,
    /// Backups that were moved to the trash or removed.
    pub pruned: Vec<String>,
    /// Those that were really removed, from the trash too.
    pub removed: Vec<String>,
    pub failed: Vec<(String, Error)>,
    /// Old files of `recovery/` that were removed.
    pub recovery: Vec<String>,
    pub warnings: Vec<String>,
    pub event: u64,
}

struct Run<'a> {
    ctx: &'a Context,
    target: &'a Target,
    order: &'a Order,
    now: Time,
    pruned: Vec<String>,
    removed: Vec<String>,
    failed: Vec<(String, Error)>,
}

/// Prunes a place that is held.
pub fn prune(ctx: &Context, target: &Target, order: &Order) -> Result<Done> {
    order.policy.require_rule()?;
    let trust = Trust::of_keyring(&ctx.store.keyring)?;
    let read = || -> Result<Listing> {
        let mut listing = Listing::read(target, &trust)?;
        listing.compare(ctx, target)?;
        Ok(listing)
    };
    let event = Event::new("backup.prune")
        .severity(Severity::Medium)
        .personal("targets", vec![target.name().to_owned()])
        .personal("policy", words(order));
    let intent = audit::intend(ctx, event.clone())?;
    let mut run = Run {
        ctx,
        target,
        order,
        now: ctx.now(),
        pruned: vec![],
        removed: vec![],
        failed: vec![],
    };
    let outcome = run.all(&read);
    let seq = run.conclude(intent, event, outcome.as_ref().err());
    let (plan, finished, recovery, warnings) = outcome?;
    Ok(Done {
        plan,
        finished,
        pruned: run.pruned,
        removed: run.removed,
        failed: run.failed,
        recovery,
        warnings,
        event: seq?,
    })
}

type Parts = (Plan, Vec<String>, Vec<String>, Vec<String>);

impl Run<'_> {
    fn all(&mut self, read: &dyn Fn() -> Result<Listing>) -> Result<Parts> {
        let place = self.target.place();
        let mut listing = read()?;
        let finished = leftover::finish(place, &listing, self.now)?;
        if !finished.is_empty() {
            listing = read()?;
        }
        let catalog = self.ctx.store.read(|tx| tx.backups())?;
        let plan = plan(place, &listing, &catalog, self.order, self.now)?.require_few()?;
        require_removable(place, &plan)?;
        // The trash first: that frees room for the records of what goes next.
        let due: Vec<&str> = plan
            .trash
            .iter()
            .filter(|one| one.due)
            .map(|one| one.id.as_str())
            .collect();
        for id in due {
            self.one(&listing, id, |run, item| {
                run.target
                    .place()
                    .remove(&trash_name(&item.manifest.file.name))?;
                run.removed.push(item.manifest.id.clone());
                // What cannot go now goes with the next run.
                leftover::forget(run.target.place(), item).ok();
                Ok(())
            });
        }
        let going: Vec<&Decision> = plan.going().filter(|one| self.agreed(one)).collect();
        for decision in going {
            self.one(&listing, &decision.id, |run, item| {
                run.retire(&listing, item, decision)
            });
        }
        let (mut old, mut warnings) = (vec![], vec![]);
        // With holes nobody knows which manifests are missing, and so which generations they need.
        if listing.holes().is_empty() {
            match read().and_then(|after| recovery::clear(self.ctx, self.target, &after)) {
                Ok(names) => old = names,
                Err(error) => warnings.push(format!("old files in `recovery` stay: {error}")),
            }
        }
        warnings.extend(listing.findings());
        Ok((plan, finished, old, warnings))
    }

    fn agreed(&self, decision: &Decision) -> bool {
        let agreed = self.order.agreed.as_ref();
        agreed.is_none_or(|agreed| agreed.contains(&decision.id))
    }

    /// One failure does not stop the others.
    fn one(
        &mut self,
        listing: &Listing,
        id: &str,
        act: impl FnOnce(&mut Self, &Item) -> Result<()>,
    ) {
        let Some(item) = listing.items.iter().find(|item| item.manifest.id == id) else {
            return;
        };
        if let Err(error) = act(self, item) {
            self.failed.push((id.to_owned(), error));
        }
    }

    fn retire(&mut self, listing: &Listing, item: &Item, decision: &Decision) -> Result<()> {
        let trash = match decision.verdict {
            Verdict::Remove => self.order.trash,
            _ => None,
        };
        let id = item.manifest.id.clone();
        if let Some(period) = trash {
            let record = self.record(item, decision, Some(period.after(self.now)))?;
            match self.set_aside(listing, item, &record) {
                // Not even a name more: then it goes at once, which is what gives room back.
                Err(error) if error.kind == Kind::NoSpace && self.has(item) => {}
                Err(error) => return Err(error),
                Ok(()) => {
                    self.pruned.push(id);
                    return Ok(());
                }
            }
        }
        self.remove_at_once(listing, item, &self.record(item, decision, None)?)?;
        leftover::forget(self.target.place(), item).ok();
        self.removed.push(id.clone());
        self.pruned.push(id);
        Ok(())
    }

    fn record(&self, item: &Item, decision: &Decision, until: Option<Time>) -> Result<Vec<u8>> {
        let keyring = &self.ctx.store.keyring;
        let pruned = Pruned {
            backup: item.manifest.id.clone(),
            created: seconds_text(self.now),
            manifest_sha256: item.sha256.clone(),
            policy: words(self.order),
            reasons: decision.reasons.clone(),
            store_id: keyring.store_id.clone(),
            trash_until: until.map(seconds_text),
        };
        pruned.sign(&signing_key(keyring))
    }

    /// The record first, as when it is removed at once: until the next run finishes it, whoever looks finds the
    /// backup whole in its place, and no file that has gone without a word.
    fn set_aside(&mut self, listing: &Listing, item: &Item, record: &[u8]) -> Result<()> {
        let (place, file) = (self.target.place(), &item.manifest.file.name);
        self.write_record(listing, item, record)?;
        let moved = place.rename(file, &trash_name(file));
        if moved.is_err() && self.has(item) {
            place.remove(&pruned_name(item.stem())).ok();
        }
        moved
    }

    /// Whether its file is surely in its place: what failed in the end, at the flush of a folder, may have been done.
    fn has(&self, item: &Item) -> bool {
        let place = self.target.place();
        place.open(&item.manifest.file.name).is_ok()
    }

    /// The record first: a file that is recorded as gone and is not is removed by the next run. Where the disk is
    /// too full even for the record, the file goes first: deleting must need no room.
    fn remove_at_once(&mut self, listing: &Listing, item: &Item, record: &[u8]) -> Result<()> {
        let (place, file) = (self.target.place(), &item.manifest.file.name);
        match self.write_record(listing, item, record) {
            Err(error) if error.kind == Kind::NoSpace => {
                let removed = place.remove(file);
                if removed.is_err() && self.has(item) {
                    return removed;
                }
                return match place::write_new(place, &pruned_name(item.stem()), record) {
                    // The record got its name after all.
                    Err(error) if error.kind == Kind::Conflict => removed,
                    written => written.and(removed),
                };
            }
            Err(error) => return Err(error),
            Ok(()) => {}
        }
        let removed = place.remove(file);
        if removed.is_err() && self.has(item) {
            // It is still there, and nothing must say that it is not.
            place.remove(&pruned_name(item.stem())).ok();
        }
        removed
    }

    /// On a full disk the trash makes room.
    fn write_record(&mut self, listing: &Listing, item: &Item, record: &[u8]) -> Result<()> {
        let (place, name) = (self.target.place(), pruned_name(item.stem()));
        match place::write_new(place, &name, record) {
            Err(error) if error.kind == Kind::NoSpace && self.empty_trash(place, listing)? => {
                place::write_new(place, &name, record)
            }
            other => other,
        }
    }

    /// Really removes what waits there; whether anything did.
    fn empty_trash(&mut self, place: &dyn Place, listing: &Listing) -> Result<bool> {
        let before = self.removed.len();
        for item in &listing.items {
            let id = &item.manifest.id;
            if item.presence == Presence::Trashed
                && !item.is_pinned(self.now)
                && !self.removed.contains(id)
            {
                place.remove(&trash_name(&item.manifest.file.name))?;
                leftover::forget(place, item).ok();
                self.removed.push(id.clone());
            }
        }
        Ok(self.removed.len() > before)
    }

    /// The event, and in the catalog what is not there any more.
    fn conclude(&self, intent: u64, event: Event, error: Option<&Error>) -> Result<u64> {
        let ids: Vec<String> = self.pruned.iter().take(100).cloned().collect();
        let mut event = event
            .intent(intent)
            .field("count", self.pruned.len())
            .field("failed", self.failed.len())
            .field("removed", self.removed.len())
            .field("what", ids);
        let failed = self.failed.first().map(|(_, error)| error);
        if let Some(error) = error.or(failed) {
            event = event
                .outcome(match error.kind {
                    Kind::Refused => Outcome::Refused,
                    _ => Outcome::Failure,
                })
                .severity(Severity::High)
                .field("error", error.kind.code());
        }
        self.ctx.store.write(Mode::Commit, |tx| {
            tx.remove_intent(intent)?;
            for id in &self.removed {
                tx.set_backup_gone(id, self.target.name(), self.now)?;
            }
            for id in &self.pruned {
                tx.forget_delta_base_of(id)?;
            }
            audit::append(self.ctx, tx, &event)
        })
    }
}

/// The rules, and whether holes were accepted.
fn words(order: &Order) -> String {
    let despite = if order.despite {
        ", despite findings"
    } else {
        ""
    };
    format!("{}{despite}", order.policy.words())
}

/// A place that only takes files says so before anything is begun.
fn require_removable(place: &dyn Place, plan: &Plan) -> Result<()> {
    if plan.going().next().is_none() && plan.trash.iter().all(|one| !one.due) {
        return Ok(());
    }
    place
        .remove(&trash_name("none"))
        .map_err(|error| match error.kind {
            Kind::Refused => Error::refused(format!(
                "`{}` only takes files: nothing can be removed there",
                place.name()
            ))
            .because(error)
            .hint("prune it with rights to delete, or by the rules of the place itself"),
            _ => error,
        })
}

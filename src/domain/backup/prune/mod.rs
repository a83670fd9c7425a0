//! Pruning a place: what lies there is judged, what goes is moved to the trash or removed, and the record of it is
//! signed. A list that is not whole prunes nothing.

mod act;
mod leftover;
mod recovery;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::absence::baseless;
use super::beside::trash_name;
use super::listing::{Item, Listing, Presence};
use super::retention::{self, Decision, Policy, Promise, Subject, Verdict};
use super::target::Target;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::place::Place;
use crate::base::text;
use crate::domain::context::Context;
use crate::store::backup::BackupRow;

pub use act::{Done, prune};

/// What was asked for.
pub struct Order {
    pub policy: Policy,
    /// As many may go at once; none: half of them.
    pub most: Option<usize>,
    /// How long the trash holds what goes; none: it goes at once, and the trash is emptied.
    pub trash: Option<Period>,
    /// Go by what is there although the list has holes.
    pub despite: bool,
    /// What somebody saw and agreed to; what the rules want beyond that waits.
    pub agreed: Option<BTreeSet<String>>,
}

/// A file in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub id: String,
    pub bytes: u64,
    pub until: Option<Time>,
    /// It is really removed now.
    pub due: bool,
}

/// What would become of everything at a place.
#[derive(Debug)]
pub struct Plan {
    /// Newest first.
    pub decisions: Vec<Decision>,
    pub trash: Vec<Waiting>,
    /// Why nothing goes: it would be more at once than may.
    pub too_many: Option<Error>,
}

impl Plan {
    /// What is shown may be too much; what is done may not.
    pub fn require_few(self) -> Result<Self> {
        match self.too_many {
            Some(error) => Err(error),
            None => Ok(self),
        }
    }

    /// As many as `--max` must allow.
    pub fn needed_max(&self) -> Option<usize> {
        self.too_many.as_ref().map(|_| self.going().count())
    }

    /// Those that go now.
    pub fn going(&self) -> impl Iterator<Item = &Decision> {
        self.decisions
            .iter()
            .filter(|one| one.verdict != Verdict::Keep)
    }
}

/// Judges what a list says. `catalog` is what the store knows of its own backups; empty without a store. The place
/// is only asked what it locks.
fn plan(
    place: &dyn Place,
    listing: &Listing,
    catalog: &[BackupRow],
    order: &Order,
    now: Time,
) -> Result<Plan> {
    order.policy.require_rule()?;
    let holes = listing.holes();
    if !holes.is_empty() && !order.despite {
        let mut error = Error::new(
            Kind::Integrity,
            format!(
                "the list of `{}` is not whole: nothing is pruned by it",
                listing.place
            ),
        )
        .hint("mend what is named; or accept it with `--despite-findings --reason TEXT`");
        error.details = holes.iter().map(|hole| text::safe(hole)).collect();
        return Err(error);
    }
    // One that is recorded as pruned and is here all the same is judged anew.
    let present = |item: &&Item| item.is_stray() || item.presence == Presence::Present;
    let items: Vec<&Item> = listing.items.iter().filter(present).collect();
    let latest = listing.latest().map(|item| &item.manifest.id);
    let mut subjects = items
        .iter()
        .map(|item| subject(item, latest, (&listing.place, catalog)))
        .collect::<Result<Vec<_>>>()?;
    let decisions = decide(place, &items, &mut subjects, order, now)?;
    let too_many = retention::require_few(&decisions, order.most, &listing.place).err();
    let waiting = listing
        .items
        .iter()
        .filter(|item| item.presence == Presence::Trashed);
    Ok(Plan {
        decisions,
        trash: waiting
            .map(|item| waits(place, item, order, now))
            .collect::<Result<_>>()?,
        too_many,
    })
}

/// The verdicts over `subjects`, one of each item, with what the place locks: it is asked about what would go, and
/// what it keeps may keep others.
fn decide(
    place: &dyn Place,
    items: &[&Item],
    subjects: &mut [Subject],
    order: &Order,
    now: Time,
) -> Result<Vec<Decision>> {
    let mut asked = BTreeSet::new();
    loop {
        let decisions = retention::decide(subjects, &order.policy, now);
        let going = decisions.iter().filter(|one| one.verdict != Verdict::Keep);
        let fresh: BTreeSet<&str> = going
            .map(|one| one.id.as_str())
            .filter(|id| asked.insert((*id).to_owned()))
            .collect();
        let mut locked = false;
        for (item, subject) in items.iter().zip(&mut *subjects) {
            if fresh.contains(subject.id.as_str()) {
                subject.locked_until = place.locked_until(&item.manifest.file.name)?;
                locked |= subject.locked_until.is_some_and(|until| until > now);
            }
        }
        if !locked {
            return Ok(decisions);
        }
    }
}

fn subject(
    item: &Item,
    latest: Option<&String>,
    (place, catalog): (&str, &[BackupRow]),
) -> Result<Subject> {
    let manifest = &item.manifest;
    let here = |row: &&BackupRow| row.id == manifest.id && row.target == place;
    let mut known = catalog.iter().filter(here);
    let tested = known.any(|row| row.verified.restore_test.or(row.verified.drill).is_some());
    Ok(Subject {
        id: manifest.id.clone(),
        created: clock::parse(&manifest.created)?,
        epoch: manifest.epoch.clone(),
        sequence: manifest.sequence,
        bytes: manifest.file.bytes,
        latest: latest == Some(&manifest.id),
        // Its manifest was signed after all of it was read back, and its file has the length of then; a delta needs
        // its base as well.
        verified: baseless(item).is_none(),
        tested,
        pin: item.pin.clone(),
        base: manifest.delta.as_ref().map(|delta| delta.base.clone()),
        locked_until: None,
    })
}

/// A promise and the maximum age count in the trash too.
fn waits(place: &dyn Place, item: &Item, order: &Order, now: Time) -> Result<Waiting> {
    let until = item
        .pruned
        .as_ref()
        .and_then(|pruned| pruned.trash_until.as_deref());
    let until = until.map(clock::parse).transpose()?;
    let created = clock::parse(&item.manifest.created)?;
    let ceiling = order.policy.is_past_ceiling(created, now);
    let due = !item.is_pinned(now)
        && (order.trash.is_none() || ceiling || until.is_none_or(|until| until <= now));
    // A bucket that locks everything locks what lies in the trash from then on anew.
    let locked = if due {
        place.locked_until(&trash_name(&item.manifest.file.name))?
    } else {
        None
    };
    let locked = locked.filter(|locked| *locked > now);
    Ok(Waiting {
        id: item.manifest.id.clone(),
        bytes: item.manifest.file.bytes,
        until: locked.or(until),
        due: due && locked.is_none(),
    })
}

/// What erasure certificates promised: a ceiling over every rule.
pub fn promises(ctx: &Context) -> Result<Vec<Promise>> {
    let rows = ctx.store.read(|tx| tx.backup_promises())?.into_iter();
    Ok(rows
        .map(|row| Promise {
            before: row.made_before,
            gone_by: row.gone_by,
        })
        .collect())
}

/// The same without changing anything; with a store also by what it knows.
pub fn preview(
    ctx: Option<&Context>,
    target: &Target,
    listing: &Listing,
    order: &Order,
    now: Time,
) -> Result<Plan> {
    let catalog = match ctx {
        Some(ctx) => ctx.store.read(|tx| tx.backups())?,
        None => vec![],
    };
    plan(target.place(), listing, &catalog, order, now)
}

//! Pins: a signed word beside a manifest that its backup stays. A backup in the trash comes back with it.

use serde_json::Value;

use super::beside::{Pin, pin_names, pruned_name, trash_name};
use super::listing::{Chosen, Item, Listing, Presence};
use super::target::Target;
use super::trust::Trust;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Place};
use crate::domain::audit::{self, Event, Outcome, Severity, signing_key};
use crate::domain::context::Context;

/// What was asked for.
pub struct Order {
    pub chosen: Chosen,
    pub reason: String,
    pub until: Option<Time>,
}

/// What became of it.
pub struct Pinned {
    pub id: String,
    pub changed: bool,
    /// It lay in the trash, and is back.
    pub restored: bool,
    pub event: Option<u64>,
}

/// Pins a backup; a pin that is there already is replaced.
pub fn pin(ctx: &Context, target: &Target, order: &Order) -> Result<Pinned> {
    let listing = Listing::read(target, &Trust::of_keyring(&ctx.store.keyring)?)?;
    let item = listing.choose(&order.chosen)?;
    match item.presence {
        Presence::Pruned => return Err(gone(item, "was pruned: its file is gone")),
        Presence::Missing if !item.is_stray() => return Err(gone(item, "has lost its file")),
        _ => {}
    }
    let base = item.base.as_deref();
    if item.manifest.delta.is_some() && !base.is_some_and(is_reachable) {
        return Err(gone(item, "is a delta, and what it is based on is gone"));
    }
    let id = item.manifest.id.clone();
    let away = is_away(item) || base.is_some_and(is_away);
    let held = item.pin.as_ref().filter(|pin| !pin.foreign);
    let same = held.is_some_and(|pin| pin.until == order.until && pin.reason == order.reason);
    if (same && !away) || ctx.dry_run() {
        return Ok(Pinned {
            id,
            changed: !same,
            restored: away,
            event: None,
        });
    }
    let event = Event::new("backup.pin")
        .severity(Severity::Low)
        .target(id.clone())
        .field("restored", away)
        .field(
            "until",
            order
                .until
                .map_or(Value::Null, |until| seconds_text(until).into()),
        )
        .personal("reason", order.reason.clone())
        .personal("targets", vec![target.name().to_owned()]);
    let event = recorded(ctx, event, || {
        if !same {
            write(ctx, target.place(), item, order)?;
        }
        // The base first: a delta alone is worth nothing.
        let both = base.into_iter().chain([item]);
        both.filter(|one| is_away(one))
            .try_for_each(|one| bring_back(target.place(), one))
    })?;
    Ok(Pinned {
        id,
        changed: true,
        restored: away,
        event: Some(event),
    })
}

/// Its file lies in the trash.
fn is_away(item: &Item) -> bool {
    item.in_trash && item.presence != Presence::Present
}

fn is_reachable(item: &Item) -> bool {
    item.presence == Presence::Present || is_away(item)
}

/// Takes the pins of a backup away, forged ones too.
pub fn unpin(ctx: &Context, target: &Target, chosen: &Chosen) -> Result<Pinned> {
    let listing = Listing::read(target, &Trust::of_keyring(&ctx.store.keyring)?)?;
    let item = listing.choose(chosen)?;
    let changed = item.pin.is_some();
    if changed && target.place().is_append_only() {
        return Err(Error::refused(format!(
            "the backup `{}` stays pinned at `{}`",
            item.manifest.id,
            target.name()
        ))
        .because("the target is `append_only`: nothing is removed there, pins neither")
        .hint("a pin that ends by itself is made with `optimactl backup pin ID --until TIME`"));
    }
    let mut done = Pinned {
        id: item.manifest.id.clone(),
        changed,
        restored: false,
        event: None,
    };
    if !changed || ctx.dry_run() {
        return Ok(done);
    }
    let event = Event::new("backup.unpin")
        .severity(Severity::Medium)
        .target(done.id.clone())
        .personal("targets", vec![target.name().to_owned()]);
    done.event = Some(recorded(ctx, event, || {
        let names = pin_names(item.stem());
        names
            .iter()
            .try_for_each(|name| target.place().remove(name))
    })?);
    Ok(done)
}

/// The new one first, under the name that is free; then the old one goes.
fn write(ctx: &Context, place: &dyn Place, item: &Item, order: &Order) -> Result<()> {
    let pin = Pin {
        backup: item.manifest.id.clone(),
        created: seconds_text(ctx.now()),
        manifest_sha256: item.sha256.clone(),
        reason: order.reason.clone(),
        store_id: ctx.store.keyring.store_id.clone(),
        until: order.until.map(seconds_text),
    };
    let bytes = pin.sign(&signing_key(&ctx.store.keyring))?;
    let [first, second] = pin_names(item.stem());
    if place.is_append_only() {
        require_longer(place, item, order.until)?;
        return add(place, item, [&first, &second], &bytes);
    }
    match place::write_new(place, &first, &bytes) {
        Err(error) if error.kind == Kind::Conflict => {}
        Err(error) => return Err(error),
        // Where nothing is there to remove, nobody needs the right to.
        Ok(()) if !item.documents.contains(&second) => return Ok(()),
        Ok(()) => return place.remove(&second),
    }
    // What a run that died has left under the second name is older than what is meant now.
    place.remove(&second)?;
    place::write_new(place, &second, &bytes)?;
    place.remove(&first)
}

/// A shorter pin would be promised, and the longer one would hold.
fn require_longer(place: &dyn Place, item: &Item, until: Option<Time>) -> Result<()> {
    let held = match &item.pin {
        None => return Ok(()),
        Some(held) => held.until,
    };
    if held.is_some_and(|held| until.is_none_or(|until| until >= held)) {
        return Ok(());
    }
    let how_long = held.map_or_else(String::new, |held| format!(" until {}", seconds_text(held)));
    Err(Error::refused(format!(
        "the backup `{}` stays pinned{how_long} at `{}`",
        item.manifest.id,
        place.name()
    ))
    .because("the target is `append_only`: a pin there is not replaced by a shorter one"))
}

/// Where nothing can be replaced a second pin stands beside the first, and the longer one holds.
fn add(place: &dyn Place, item: &Item, names: [&str; 2], bytes: &[u8]) -> Result<()> {
    for name in names {
        match place::write_new(place, name, bytes) {
            Err(error) if error.kind == Kind::Conflict => {}
            other => return other,
        }
    }
    Err(Error::refused(format!(
        "the pins of the backup `{}` stay as they are at `{}`",
        item.manifest.id,
        place.name()
    ))
    .because("the target is `append_only`, and both places for a pin are taken"))
}

/// Out of the trash. Killed in between, the next run finds a file in the trash that nothing explains, and
/// brings it back too.
pub(super) fn bring_back(place: &dyn Place, item: &Item) -> Result<()> {
    let file = &item.manifest.file.name;
    place.remove(&pruned_name(item.stem()))?;
    place.rename(&trash_name(file), file)
}

fn gone(item: &Item, why: &str) -> Error {
    Error::not_found(format!("backup `{}` {why}", item.manifest.id))
        .hint("see which ones are there with `optimactl backup list`")
}

/// Announces, acts, and records how it ended.
fn recorded(ctx: &Context, event: Event, act: impl FnOnce() -> Result<()>) -> Result<u64> {
    let intent = audit::intend(ctx, event.clone())?;
    match act() {
        Ok(()) => audit::conclude(ctx, intent, event),
        Err(error) => {
            let failed = event
                .outcome(match error.kind {
                    Kind::Refused => Outcome::Refused,
                    _ => Outcome::Failure,
                })
                .field("error", error.kind.code());
            match audit::conclude(ctx, intent, failed) {
                Ok(_) => Err(error),
                Err(why) => Err(error.detail(format!("this failure could not be recorded: {why}"))),
            }
        }
    }
}

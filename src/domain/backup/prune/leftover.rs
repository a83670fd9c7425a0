//! What a run that was killed has left: files between their place and the trash. The next run finishes or undoes
//! it and says so.

use std::collections::BTreeSet;

use super::super::beside::{pin_names, pruned_name, trash_name};
use super::super::listing::{Item, Listing, Presence};
use super::super::pin::bring_back;
use crate::base::clock::Time;
use crate::base::error::{Kind, Result};
use crate::base::place::Place;

/// Mends it, and tells in sentences what was done.
pub(super) fn finish(place: &dyn Place, listing: &Listing, now: Time) -> Result<Vec<String>> {
    let mut told = vec![];
    for item in &listing.items {
        told.extend(one(place, item, now)?);
    }
    let mut back = BTreeSet::new();
    for (delta, base) in listing.items.iter().filter_map(|item| parted(item, now)) {
        if back.insert(&base.manifest.id) {
            bring_back(place, base)?;
            told.push(format!(
                "brought `{}` back from the trash: `{}`, which stays, is based on it",
                base.manifest.id, delta.manifest.id
            ));
        }
    }
    Ok(told)
}

/// A delta that stays, and its base in the trash: a pin that was cut short, or a removal that did not succeed. When
/// the trash ends the delta would be worth nothing.
fn parted(delta: &Item, now: Time) -> Option<(&Item, &Item)> {
    let here = delta.presence == Presence::Present || delta.in_trash;
    let stays = here && (delta.pruned.is_none() || delta.is_pinned(now));
    let base = delta.base.as_deref().filter(|_| stays)?;
    // A pinned one came back by itself.
    let away = base.presence == Presence::Trashed && !base.is_pinned(now);
    away.then_some((delta, base))
}

fn one(place: &dyn Place, item: &Item, now: Time) -> Result<Option<String>> {
    let (id, file) = (&item.manifest.id, &item.manifest.file.name);
    let there = item.presence == Presence::Present;
    Ok(match (there, item.in_trash, item.pruned.is_some()) {
        // Recorded as gone, and not gone: a run was killed. Or somebody who may only add files put the record here,
        // which was signed for another time or for another place with the same manifest. The rules decide anew.
        (true, in_trash, true) => {
            if !unsay(place, item)? {
                return Ok(None);
            }
            if in_trash {
                place.remove(&trash_name(file))?;
            }
            Some(format!(
                "took back that `{id}` was pruned: its file is here, and the rules judge it anew"
            ))
        }
        // Nothing signed says that it was to go.
        (true, true, false) => {
            place.remove(&trash_name(file))?;
            Some(format!("undid moving `{id}` to the trash"))
        }
        (false, true, false) => {
            place.rename(&trash_name(file), file)?;
            Some(format!(
                "brought `{id}` back from the trash: nothing signed says that it was pruned"
            ))
        }
        (false, true, true) if item.is_pinned(now) => {
            bring_back(place, item)?;
            Some(format!("brought `{id}` back from the trash: it is pinned"))
        }
        // Its file is gone for good, and what was said of it goes, too.
        (false, false, true) if forget(place, item)? => Some(format!("finished removing `{id}`")),
        _ => None,
    })
}

/// Removes the documents that speak of a file which is gone: results of verification and pins that ended; whether
/// any was there. The manifest and the record stay, and so does the word on numbers that were left out before it:
/// they keep the chain whole. What this store did not sign stays, too, and is told.
pub(super) fn forget(place: &dyn Place, item: &Item) -> Result<bool> {
    let pins = pin_names(item.stem());
    let keeps_pin = item.pin.as_ref().is_some_and(|pin| pin.foreign);
    let verified = format!("{}.verified-", item.stem());
    let goes = |name: &&String| name.starts_with(&verified) || (!keeps_pin && pins.contains(*name));
    let mut any = false;
    for name in item.documents.iter().filter(goes) {
        place.remove(name)?;
        any = true;
    }
    Ok(any)
}

/// Removes the record that it was pruned, unless the place keeps it locked.
fn unsay(place: &dyn Place, item: &Item) -> Result<bool> {
    match place.remove(&pruned_name(item.stem())) {
        Err(error) if error.kind == Kind::Refused => Ok(false),
        other => other.map(|()| true),
    }
}

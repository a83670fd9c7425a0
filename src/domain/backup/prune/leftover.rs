//! What a run that was killed has left: files between their place and the trash. The next run finishes or undoes
//! it and says so.

use super::super::beside::{pruned_name, trash_name};
use super::super::listing::{Item, Listing, Presence};
use super::super::pin::bring_back;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::place::Place;

/// Mends it, and tells in sentences what was done.
pub(super) fn finish(place: &dyn Place, listing: &Listing, now: Time) -> Result<Vec<String>> {
    let mut told = vec![];
    for item in &listing.items {
        told.extend(one(place, item, now)?);
    }
    Ok(told)
}

fn one(place: &dyn Place, item: &Item, now: Time) -> Result<Option<String>> {
    let (id, file) = (&item.manifest.id, &item.manifest.file.name);
    let there = item.presence == Presence::Present;
    Ok(match (there, item.in_trash, item.pruned.is_some()) {
        // Recorded as gone at once, and not gone; a pin came after.
        (true, _, true) if item.is_pinned(now) => {
            place.remove(&pruned_name(item.stem()))?;
            Some(format!(
                "kept `{id}`, which was pinned before it was removed"
            ))
        }
        (true, _, true) => {
            place.remove(file)?;
            place.remove(&trash_name(file))?;
            Some(format!("finished removing `{id}`"))
        }
        // A place that copies instead of renaming was stopped between the copy and the removal.
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
        _ => None,
    })
}

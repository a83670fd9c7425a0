//! What is missing at a place, as sentences: files that a manifest names, and what a delta is based on.

use super::listing::{Item, Presence};
use super::manifest::DeltaPart;
use crate::base::text;

/// A delta that is here, and what it needs is not.
pub(super) fn baseless(item: &Item) -> Option<String> {
    let delta = item.manifest.delta.as_ref()?;
    let base = item.base.as_ref().map(|base| base.presence);
    if item.presence != Presence::Present || base == Some(Presence::Present) {
        return None;
    }
    Some(lacking(item, delta))
}

/// What is said of a delta whose base is not there.
pub(super) fn lacking(item: &Item, delta: &DeltaPart) -> String {
    format!(
        "`{}` is a delta, and what it is based on is not here: `{}`",
        item.manifest.id,
        text::safe(&delta.base)
    )
}

/// A file that is not as its manifest says.
pub(super) fn absence(item: &Item) -> Option<String> {
    match item.presence {
        Presence::Present | Presence::Trashed | Presence::Pruned => None,
        Presence::Missing if item.in_trash => Some(format!(
            "the file of `{}` lies in the trash, and nothing signed says why",
            item.manifest.id
        )),
        Presence::Missing => Some(format!("the file of `{}` is missing", item.manifest.id)),
        Presence::Changed => Some(format!(
            "the file of `{}` has another length than its manifest says",
            item.manifest.id
        )),
    }
}

/// A delta counts with the full backup that it was made against, and with no other of that name.
pub(super) fn find_bases(items: &mut [Item]) {
    let full: Vec<Item> = items
        .iter()
        .filter(|one| one.manifest.delta.is_none())
        .cloned()
        .collect();
    for item in items {
        let Some(delta) = &item.manifest.delta else {
            continue;
        };
        let base = full.iter().find(|base| {
            base.manifest.id == delta.base && base.manifest.image.sha256 == delta.base_image_sha256
        });
        item.base = base.cloned().map(Box::new);
    }
}

//! Before anything is written: whether the place is there, who will be able to open the backup, how much room it
//! needs, and whether the log still continues what the newest backup saw.

use super::listing::{Item, Listing};
use super::manifest::Manifest;
use super::places::{At, PlaceSpec};
use crate::base::error::{Error, Kind, Result};
use crate::crypto::merkle;
use crate::crypto::note::{Checkpoint, Note};
use crate::crypto::wrap::Recipient;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::TreeNodes;
use crate::store::backup::Snapshot;

/// Everybody who can open it: unlockers, the master identity, and who was named besides; each once.
pub(super) fn recipients(ctx: &Context, besides: &[Recipient]) -> Result<Vec<Recipient>> {
    let mut all: Vec<Recipient> = vec![];
    let slots = ctx.store.keyring.slots.iter();
    // The others open the master identity in `recovery/`, and that opens the backup.
    let slots = slots.filter(|slot| slot.mixes());
    let slots = slots
        .map(|slot| Recipient::parse(&slot.recipient))
        .collect::<Result<Vec<_>>>()?;
    let master = ctx.store.master.recipient.clone();
    for recipient in slots
        .into_iter()
        .chain([master])
        .chain(besides.iter().cloned())
    {
        if !all.iter().any(|known| known.text() == recipient.text()) {
            all.push(recipient);
        }
    }
    Ok(all)
}

/// A folder that has backups of this store and is not there lies on a disk that is not mounted: made anew it would
/// fill the disk under the mount point, and the next mount would hide what lies in it.
pub(super) fn require_mounted(ctx: &Context, spec: &PlaceSpec) -> Result<()> {
    let At::Folder(path) = &spec.at else {
        return Ok(());
    };
    if path.is_dir() {
        return Ok(());
    }
    let (name, epoch) = (spec.at.name(), &ctx.store.keyring.epoch);
    let Some(known) = ctx.store.read(|tx| tx.last_backup(&name, epoch))? else {
        return Ok(());
    };
    Err(Error::new(
        Kind::Remote,
        format!(
            "`{name}` is not there, and backup `{}` (number {}) was put into it",
            known.id, known.sequence
        ),
    )
    .hint("mount its disk; if a new place is meant, make the folder first, with `mkdir`"))
}

/// About what the newest backup here needed, and a fifth more; for a first one a third of the store.
pub(super) fn expected_size(listing: &Listing, snapshot: &Snapshot<'_>) -> u64 {
    let ratio = |item: &Item| {
        let (file, image) = (
            u128::from(item.manifest.file.bytes),
            u128::from(item.manifest.image.bytes.max(1)),
        );
        u64::try_from(u128::from(snapshot.bytes()) * file * 6 / (image * 5)).unwrap_or(u64::MAX)
    };
    let full = |item: &&Item| item.manifest.delta.is_none();
    listing
        .items
        .iter()
        .rfind(full)
        .map_or(snapshot.bytes() / 3, ratio)
        .saturating_add(1 << 20)
}

/// The log must go on from where the newest backup of its epoch saw it; otherwise the store was put back to
/// an older state behind the log's back.
pub fn require_extension(ctx: &Context, manifest: &Manifest) -> Result<()> {
    let seen = tree_of(manifest)?;
    let extends = |tx: &Tx<'_>| {
        let size = tx.tree()?.size();
        Ok(size >= seen.size && merkle::root_at(&TreeNodes(tx), seen.size)? == seen.root)
    };
    if ctx.store.read(extends)? {
        return Ok(());
    }
    Err(Error::new(
        Kind::Integrity,
        format!(
            "the audit log does not continue what backup `{}` saw: the store was rolled back or changed",
            manifest.id
        ),
    )
    .hint("see `optimactl audit verify`; a restored store begins an epoch of its own"))
}

/// The tree inside the image; the manifest's signature vouches for it.
pub fn tree_of(manifest: &Manifest) -> Result<Checkpoint> {
    let seen = Checkpoint::parse(&Note::parse(&manifest.audit.checkpoint)?.text)?;
    if seen.size == manifest.audit.size {
        return Ok(seen);
    }
    Err(Error::integrity(
        "the manifest's checkpoint has another size than it says",
    ))
}

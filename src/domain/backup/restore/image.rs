//! The database out of a backup's file, and what must hold before it counts: the signed image, the log's tree, the
//! rights journal.

use std::path::Path;

use data_encoding::HEXLOWER;

use super::plan::Plan;
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::crypto::merkle::{Frontier, TILE_WIDTH};
use crate::crypto::secret::Key;
use crate::crypto::wrap::Identity;
use crate::domain::backup::before::tree_of;
use crate::domain::backup::manifest::Manifest;
use crate::domain::backup::verify::Opener;
use crate::store::Tx;
use crate::store::backup::{self, Block, Reread};
use crate::store::journal::head_of;

pub(super) fn database(
    plan: &Plan<'_>,
    path: &Path,
    (key, reread): (&Key, Reread),
    own: &[&[Identity]],
    report: &mut Report<'_>,
) -> Result<()> {
    let opener = Opener {
        keyring: &plan.unlocked.keyring,
        master: &plan.unlocked.master,
        own: own.to_vec(),
    };
    let limit = plan.manifest.as_ref().map(|manifest| manifest.image.bytes);
    let mut done = 0;
    opener.with_rings(|rings| {
        backup::rebuild(path, (key, reread), |take| {
            let mut count = |block: &Block| {
                done += u64::try_from(block.len()).unwrap_or(0);
                report(Progress { done, total: limit });
                take(block)
            };
            if let Some(content) = plan.content() {
                return match reread {
                    Reread::Every => content.unpack(rings, count),
                    Reread::Some => content.restore(rings, count),
                };
            }
            let source = || plan.place().open(&plan.name);
            backup::open_any(&source, rings, u64::MAX, |block| count(&block)).map(drop)
        })
    })
}

/// The tree of a restored database is the one that the manifest's checkpoint signs. Byte for byte the image is the
/// signed one, so the entries under the tree are not counted again: `--restore-test` and `audit verify` do that.
pub(super) fn require_tree(manifest: &Manifest, tx: &Tx<'_>) -> Result<()> {
    let seen = tree_of(manifest)?;
    let tree = tx.tree()?;
    if tree.size() == seen.size && tree.root() == seen.root {
        return Ok(());
    }
    Err(Error::integrity(
        "the audit log in the backup is not the one that its manifest signs",
    ))
}

/// The tree over the stored entries, which must be the stored one.
pub(super) fn recount(tx: &Tx<'_>) -> Result<Frontier> {
    let stored = tx.tree()?;
    let mut counted = Frontier::new();
    while counted.size() < stored.size() {
        let count = TILE_WIDTH.min(stored.size() - counted.size());
        for leaf in tx.leaves_or_tile(counted.size(), count)? {
            counted.push(leaf)?;
        }
    }
    if counted == stored {
        return Ok(counted);
    }
    Err(Error::integrity(
        "the audit log in the backup does not fit its own tree",
    ))
}

/// The journal must hold the line that the manifest names as its head.
pub(super) fn require_journal(manifest: &Manifest, journal: &Path) -> Result<()> {
    let head = head_of(journal, manifest.journal.number)?;
    if head.is_some_and(|head| HEXLOWER.encode(&head) == manifest.journal.head) {
        return Ok(());
    }
    Err(Error::refused(
        "the rights journal is behind the newest backup: what was erased or objected to since would come back",
    )
    .hint("bring back the missing `rights-*.journal` file"))
}

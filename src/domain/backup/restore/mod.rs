//! Restoring into a new folder: everything is checked against the manifest before the folder becomes a store,
//! and the log begins a new epoch, so that no origin ever has two histories.

mod epoch;
mod image;
mod kept;
mod loss;
mod over;
mod plan;
mod present;
mod rehearse;

pub use epoch::Restored;
pub use kept::{Discarded, discard, newest};
pub use loss::{Loss, lost};
pub use over::{Replaced, Source, replace};
pub use plan::{Pick, Plan, plan};
pub use present::{Keys, Present, present};
pub use rehearse::{Rehearsed, Scene, Step, rehearse, timed};

pub use crate::store::create::require_free;

use std::fs::OpenOptions;
use std::path::Path;

use data_encoding::HEXLOWER;

use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::crypto::secret::Key;
use crate::crypto::wrap::Identity;
use crate::domain::audit::Event;
use crate::domain::context::Context;
use crate::domain::init::Ground;
use crate::domain::rights;
use crate::store::backup::{self, Longest, Reread};
use crate::store::check::Depth;
use crate::store::create::{self, Site};
use crate::store::folder::Folder;
use crate::store::{Mode, Store, file, keyring, stretch};
use epoch::{Beginning, begin_epoch};
use image::{database, recount, require_journal, require_tree};

/// Restores into `to`. Until the very end nothing there looks like a store; after a failure nothing stays.
pub fn restore(
    ground: Ground,
    plan: &Plan<'_>,
    to: &Folder,
    own: &[&[Identity]],
    report: &mut Report<'_>,
) -> Result<Restored> {
    let site = create::prepare(to, &ground.holder)?;
    let built =
        build(ground, plan, &site, (own, Reread::Some), report).and_then(|(ctx, doubts)| {
            require_none(match &plan.manifest {
                Some(_) => ctx.store.check_rebuilt()?,
                None => ctx.store.check(Depth::Standard)?.1,
            })?;
            let event = Event::new("backup.restore");
            begin_epoch(&ctx, &Beginning::of(plan, event, doubts)?)
        });
    match built {
        Ok(restored) => {
            site.settle()?;
            Ok(restored)
        }
        Err(error) => {
            site.abandon().ok();
            Err(error)
        }
    }
}

fn require_none(findings: Vec<String>) -> Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let mut error = Error::integrity("the restored store is damaged; nothing was kept");
    error.details = findings;
    Err(error)
}

/// The whole lines that were read and verified, which the copy must say as well.
fn copy_journal(from: &Longest, to: &Folder) -> Result<()> {
    let open = |path: &Path| file::open_regular(OpenOptions::new().read(true), path);
    let (original, path) = (open(&from.path)?, to.journal());
    let end = from.journal.mark.end;
    stretch::copy_atomic(&original, &path, end)?;
    if stretch::is_same(&original, &open(&path)?, &path, 0..end)? {
        return Ok(());
    }
    Err(Error::failed(
        "the copy of the rights journal was read back differently; nothing was changed",
    ))
}

/// Everything but the new epoch: slots, journal, database, keyring, each compared with the manifest. With what may be
/// missing in the journal.
fn build(
    ground: Ground,
    plan: &Plan<'_>,
    site: &Site,
    (own, reread): (&[&[Identity]], Reread),
    report: &mut Report<'_>,
) -> Result<(Context, Vec<String>)> {
    let needed = plan.manifest.as_ref().map(|manifest| manifest.image.bytes);
    file::require_space(
        site.target().path(),
        needed.unwrap_or(0).saturating_add(1 << 20),
    )?;
    backup::copy_slots(&plan.recovery, &site.folder, &plan.unlocked.keyring)?;
    let longest = plan.target.recovery()?.journal(&plan.unlocked.keyring)?;
    for manifest in plan.manifest.iter().chain(&plan.rights) {
        require_journal(manifest, &longest.path)?;
    }
    copy_journal(&longest, &site.folder)?;
    let key = Key::random(&ground.random)?;
    let fresh = (&key, reread);
    database(plan, &site.folder.database(), fresh, own, report)?;
    let now = ground.clock.now();
    let master = &plan.unlocked.master;
    let kept = file::read_regular(&plan.recovery.keyring(), 1 << 20)?;
    let mut keyring = keyring::open(&kept, master)?;
    keyring.data = Some(site.record(key, now)?);
    keyring.pending = None;
    keyring.epoch = HEXLOWER.encode(&ground.random.bytes::<8>()?);
    site.write_keys(&mut keyring, master, &ground.random, now)?;
    let store = Store::open_with_master(&site.folder, master, &ground.holder)?;
    // An older image becomes a store of today before anything is written into it.
    store.migrate(Mode::Commit, |_| Ok(()))?;
    store.read(|tx| match &plan.manifest {
        Some(manifest) => require_tree(manifest, tx),
        None => recount(tx).map(drop),
    })?;
    let mut ctx = Context {
        store,
        clock: ground.clock,
        random: ground.random,
        caller: ground.caller,
        mode: Mode::Commit,
        effort: ground.effort,
    };
    let recovered = &plan.unlocked;
    rights::retire_unlockers(
        &mut ctx,
        &longest.journal.removals,
        (recovered.keyring.generation, &recovered.slot),
    )?;
    Ok((ctx, longest.doubts()))
}

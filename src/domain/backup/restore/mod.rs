//! Restoring into a new folder: everything is checked against the manifest before the folder becomes a store,
//! and the log begins a new epoch, so that no origin ever has two histories.

mod epoch;
mod image;
mod kept;
mod loss;
mod over;
mod plan;
mod present;

pub use epoch::Restored;
pub use kept::{Discarded, discard, newest};
pub use loss::{Loss, lost};
pub use over::{Replaced, Source, replace};
pub use plan::{Pick, Plan, plan};
pub use present::{Keys, Present, present};

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
use crate::store::backup;
use crate::store::check::Depth;
use crate::store::create::{self, Site};
use crate::store::folder::Folder;
use crate::store::{Mode, Store, file, keyring};
use epoch::{Beginning, begin_epoch};
use image::{database, recount, require_journal, require_tree};

/// The largest rights journal that is read.
const LIMIT: u64 = 1 << 30;

/// Restores into `to`. Until the very end nothing there looks like a store; after a failure nothing stays.
pub fn restore(
    ground: Ground,
    plan: &Plan<'_>,
    to: &Folder,
    own: &[&[Identity]],
    report: &mut Report<'_>,
) -> Result<Restored> {
    let site = create::prepare(to, &ground.holder)?;
    let built = build(ground, plan, &site, own, report).and_then(|ctx| {
        require_none(match &plan.manifest {
            Some(_) => ctx.store.check_rebuilt()?,
            None => ctx.store.check(Depth::Standard)?.1,
        })?;
        begin_epoch(&ctx, &Beginning::of(plan, Event::new("backup.restore"))?)
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

/// Restores into a scratch folder, checks the result deeply, and removes it.
pub fn test(
    ground: Ground,
    plan: &Plan<'_>,
    scratch: &Path,
    own: &[&[Identity]],
    report: &mut Report<'_>,
) -> Result<()> {
    let folder = Folder::new(scratch);
    let site = create::prepare(&folder, &ground.holder)?;
    let tested = build(ground, plan, &site, own, report).and_then(|ctx| {
        ctx.store.read(|tx| recount(tx).map(drop))?;
        require_none(ctx.store.check(Depth::Deep)?.1)
    });
    site.abandon()?;
    tested
}

fn require_none(findings: Vec<String>) -> Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let mut error = Error::integrity("the restored store is damaged; nothing was kept");
    error.details = findings;
    Err(error)
}

/// Everything but the new epoch: slots, journal, database, keyring, each compared with the manifest.
fn build(
    ground: Ground,
    plan: &Plan<'_>,
    site: &Site,
    own: &[&[Identity]],
    report: &mut Report<'_>,
) -> Result<Context> {
    let needed = plan.manifest.as_ref().map(|manifest| manifest.image.bytes);
    file::require_space(
        site.target().path(),
        needed.unwrap_or(0).saturating_add(1 << 20),
    )?;
    backup::copy_slots(&plan.recovery, &site.folder, &plan.unlocked.keyring)?;
    let (path, _) = plan.target.recovery()?.journal(&plan.unlocked.keyring)?;
    let sealed = file::read_regular(&path, LIMIT)?;
    for manifest in plan.manifest.iter().chain(&plan.rights) {
        require_journal(manifest, &sealed)?;
    }
    file::write_atomic(&site.folder.journal(), &sealed)?;
    let key = Key::random(&ground.random)?;
    database(plan, &site.folder.database(), &key, own, report)?;
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
    rights::retire_unlockers(&mut ctx, plan.unlocked.keyring.generation)?;
    Ok(ctx)
}

//! Restoring into a new folder: everything is checked against the manifest before the folder becomes a store,
//! and the log begins a new epoch, so that no origin ever has two histories.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use super::before::tree_of;
use super::listing::{Chosen, Item, Listing};
use super::manifest::Manifest;
use super::target::Target;
use super::trust::recover;
use super::verify::{Opener, same_image};
use crate::base::clock;
use crate::base::error::{Error, Result};
use crate::base::place::Place;
use crate::base::progress::{Progress, Report};
use crate::crypto::merkle::Frontier;
use crate::crypto::note::Vkey;
use crate::crypto::seal::sha256;
use crate::crypto::secret::Key;
use crate::crypto::wrap::Identity;
use crate::domain::audit::{Event, Outcome, Severity, append, vkey};
use crate::domain::context::Context;
use crate::domain::init::Ground;
use crate::store::audit::CheckpointRow;
use crate::store::backup;
use crate::store::check::Depth;
use crate::store::create::{self, Site};
use crate::store::folder::Folder;
use crate::store::keyring;
use crate::store::slot::{Unlocked, Unlocker};
use crate::store::{Mode, Store, Tx, file};

/// The largest rights journal that is read.
const LIMIT: u64 = 1 << 30;

/// What a person asked to restore.
#[derive(Clone, Debug)]
pub enum Pick {
    Signed(Chosen),
    /// A file; it counts as signed when its manifest at the same place does.
    File(PathBuf),
}

/// A restore that could begin: the keys are open, the backup is found.
pub struct Plan<'a> {
    /// Whose `recovery` is used.
    target: &'a Target,
    /// The folder of the file, where that is another one.
    beside: Option<Target>,
    /// The file's name there.
    name: String,
    recovery: Folder,
    pub unlocked: Unlocked,
    /// As it is shown.
    pub file: String,
    /// Absent for a file that nothing vouches for.
    pub manifest: Option<Manifest>,
    /// The largest log that a manifest of the same epoch has seen.
    known: Option<Manifest>,
    /// Whether a key that somebody wrote down confirmed the store.
    pub confirmed: bool,
}

/// Opens the newest recovery generation and finds the backup.
pub fn plan<'a>(
    target: &'a Target,
    pick: &Pick,
    unlockers: &[Unlocker],
    pinned: Option<&Vkey>,
) -> Result<Plan<'a>> {
    let (recovery, unlocked, trust) = recover(&target.recovery()?, unlockers, pinned)?;
    // A manifest lies beside its file, even if `recovery` is taken from elsewhere.
    let beside = match pick {
        Pick::File(path) => folder_of(path)?,
        Pick::Signed(_) => None,
    };
    let place = beside.as_ref().unwrap_or(target);
    let listing = Listing::read(place, &trust)?;
    let (name, manifest) = match pick {
        Pick::Signed(chosen) => {
            let item = listing.choose(chosen)?;
            if *chosen == Chosen::Latest {
                listing.require_newest(item)?;
            }
            found(item)
        }
        Pick::File(path) => {
            let name = path.file_name().and_then(|name| name.to_str());
            let name = name.ok_or_else(|| {
                Error::usage(format!("`{}` is not the name of a file", path.display()))
            })?;
            let same = |item: &&Item| item.manifest.file.name == name;
            match listing.items.iter().find(same) {
                Some(item) => found(item),
                None => (name.to_owned(), None),
            }
        }
    };
    let epoch = manifest.as_ref().map(|manifest| manifest.epoch.clone());
    let known = epoch.and_then(|epoch| {
        let of_epoch = listing
            .items
            .iter()
            .filter(|item| item.manifest.epoch == epoch);
        of_epoch
            .max_by_key(|item| item.manifest.audit.size)
            .map(|item| item.manifest.clone())
    });
    Ok(Plan {
        file: place.shown(&name),
        target,
        beside,
        name,
        recovery,
        unlocked,
        manifest,
        known,
        confirmed: pinned.is_some(),
    })
}

fn found(item: &Item) -> (String, Option<Manifest>) {
    (item.manifest.file.name.clone(), Some(item.manifest.clone()))
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> Result<Option<Target>> {
    let path = std::path::absolute(path).map_err(|error| Error::io("resolve", path, &error))?;
    let folder = path.parent().filter(|folder| folder.is_dir());
    folder.map(Target::at).transpose()
}

impl Plan<'_> {
    /// The place that the file lies at.
    fn place(&self) -> &dyn Place {
        self.beside.as_ref().unwrap_or(self.target).place()
    }
}

/// A store that was restored.
#[derive(Debug)]
pub struct Restored {
    pub store_id: String,
    pub epoch: String,
    pub old_epoch: String,
    /// Events that the image holds.
    pub events: u64,
    /// Events of the old epoch that are known to exist and are not here.
    pub missing: u64,
    pub codes: usize,
    pub event: u64,
    pub vkey: String,
}

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
        require_none(ctx.store.check_rebuilt()?)?;
        begin_epoch(&ctx, plan)
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
    let tested = build(ground, plan, &site, own, report)
        .and_then(|ctx| require_none(ctx.store.check(Depth::Deep)?.1));
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
    let (path, journal) = plan.target.recovery()?.journal(&plan.unlocked.keyring)?;
    let sealed = file::read_regular(&path, LIMIT)?;
    if let Some(manifest) = &plan.manifest {
        require_journal(manifest, &sealed)?;
    }
    file::write_atomic(&site.folder.journal(), &sealed)?;
    let key = Key::random(&ground.random)?;
    database(plan, site, &key, own, report)?;
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
    store.read(|tx| {
        require_applied(tx, journal.last())?;
        match &plan.manifest {
            Some(manifest) => require_tree(manifest, tx),
            None => recount(tx).map(drop),
        }
    })?;
    Ok(Context {
        store,
        clock: ground.clock,
        random: ground.random,
        caller: ground.caller,
        mode: Mode::Commit,
        effort: ground.effort,
    })
}

/// The journal must hold the line that the manifest names as its head.
fn require_journal(manifest: &Manifest, sealed: &[u8]) -> Result<()> {
    let line = usize::try_from(manifest.journal.number)
        .ok()
        .and_then(|number| sealed.split(|byte| *byte == b'\n').nth(number));
    if line.is_some_and(|line| HEXLOWER.encode(&sha256(line)) == manifest.journal.head) {
        return Ok(());
    }
    Err(Error::refused(
        "the rights journal in `recovery` is behind this backup: what was erased or objected to since would come back",
    )
    .hint("bring back the missing `rights-*.journal` file"))
}

/// Lines above the number in the image restrict something, and this version writes none that it could apply.
fn require_applied(tx: &Tx<'_>, last: usize) -> Result<()> {
    let number: usize = tx.require_meta("journal_number")?.parse().unwrap_or(0);
    if number >= last {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the rights journal has {} after this backup that this version cannot apply again",
        crate::base::text::count(i128::try_from(last - number).unwrap_or(0), "line")
    ))
    .hint("restore with the version of optimactl that wrote them"))
}

fn database(
    plan: &Plan<'_>,
    site: &Site,
    key: &Key,
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
    let unpacked = opener.with_rings(|rings| {
        backup::rebuild(&site.folder.database(), key, |take| {
            let source = || plan.place().open(&plan.name);
            backup::unpack(&source, rings, limit.unwrap_or(u64::MAX), |block| {
                done += u64::try_from(block.len()).unwrap_or(0);
                report(Progress { done, total: limit });
                take(block)
            })
        })
    })?;
    match &plan.manifest {
        Some(manifest) => same_image(manifest, &unpacked),
        None => Ok(()),
    }
}

/// The tree of a restored database is the one that the manifest's checkpoint signs, counted from the entries.
fn require_tree(manifest: &Manifest, tx: &Tx<'_>) -> Result<()> {
    let seen = tree_of(manifest)?;
    let tree = recount(tx)?;
    if tree.size() == seen.size && tree.root() == seen.root {
        return Ok(());
    }
    Err(Error::integrity(
        "the audit log in the backup is not the one that its manifest signs",
    ))
}

/// The tree over the stored entries, which must be the stored one.
fn recount(tx: &Tx<'_>) -> Result<Frontier> {
    const STEP: u64 = 1024;
    let stored = tx.tree()?;
    let mut counted = Frontier::new();
    while counted.size() < stored.size() {
        let count = STEP.min(stored.size() - counted.size());
        for leaf in tx.leaves(counted.size(), count)? {
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

/// Begins the new epoch and voids what must not come back, in one transaction.
fn begin_epoch(ctx: &Context, plan: &Plan<'_>) -> Result<Restored> {
    let old = &plan.unlocked.keyring;
    let now = ctx.now();
    let vkey = vkey(&ctx.store.keyring)?.to_string();
    ctx.store.write(Mode::Commit, |tx| {
        let events = tx.tree()?.size();
        let known = plan.known.as_ref();
        let known_size = known.map_or(events, |known| known.audit.size.max(events));
        let old_epoch = tx.require_meta("epoch")?;
        let mut epoch = Event::new("log.epoch")
            .severity(Severity::High)
            .target(old.store_id.clone())
            .field("epoch", ctx.store.keyring.epoch.clone())
            .field("old_epoch", old_epoch.clone())
            .field(
                "old_origin",
                format!("optimactl/{}/{old_epoch}", old.store_id),
            )
            .field("old_size", events)
            .field("known", known_size);
        if let Some(known) = known {
            epoch.set("checkpoint", known.audit.checkpoint.clone());
        }
        if known_size > events {
            epoch.set("first", events);
            epoch.set("last", known_size - 1);
        }
        append(ctx, tx, &epoch)?;
        if let Some(manifest) = &plan.manifest {
            tx.insert_checkpoint(&carried(manifest)?)?;
        }
        tx.set_meta("epoch", &ctx.store.keyring.epoch)?;
        for (seq, action, _) in tx.intents()? {
            tx.remove_intent(seq)?;
            let cut = Event::new(action)
                .outcome(Outcome::Failure)
                .field("error", "interrupted");
            append(ctx, tx, &cut.intent(seq))?;
        }
        let codes = tx.void_codes(now)?;
        let event = append(ctx, tx, &restored_event(plan, codes))?;
        Ok(Restored {
            store_id: old.store_id.clone(),
            epoch: ctx.store.keyring.epoch.clone(),
            old_epoch,
            events,
            missing: known_size - events,
            codes,
            event,
            vkey: vkey.clone(),
        })
    })
}

/// The checkpoint that the backup carried out of the store. The image was read before it could hold it.
fn carried(manifest: &Manifest) -> Result<CheckpointRow> {
    Ok(CheckpointRow {
        epoch: manifest.epoch.clone(),
        size: manifest.audit.size,
        note: manifest.audit.checkpoint.clone(),
        made: clock::parse(&manifest.created)?,
        reason: "backup".to_owned(),
    })
}

fn restored_event(plan: &Plan<'_>, codes: usize) -> Event {
    let event = Event::new("backup.restore")
        .severity(Severity::Critical)
        .field("used", codes);
    match &plan.manifest {
        Some(manifest) => event
            .target(manifest.id.clone())
            .field("backup", manifest.id.clone())
            .field("sequence", manifest.sequence)
            .field("image_sha256", manifest.image.sha256.clone()),
        None => event
            .field("kind", "unsigned")
            .personal("file", plan.file.clone()),
    }
}

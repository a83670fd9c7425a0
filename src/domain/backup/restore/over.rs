//! A restore over a live store: staged and verified beside it, the log carried over where it can be, and what
//! was replaced kept. The log is never turned back.

use std::path::Path;

use data_encoding::HEXLOWER;

use super::epoch::{Beginning, ROOM, begin_epoch, told, with_rights};
use super::image::{self, recount, require_journal, require_tree};
use super::plan::Plan;
use super::present::{Keys, Present};
use super::{Restored, copy_journal, require_none};
use crate::base::error::{Error, Kind, Result};
use crate::base::progress::{self, Report};
use crate::crypto::merkle::{self, Frontier, Hash};
use crate::crypto::secret::Key;
use crate::crypto::wrap::Identity;
use crate::domain::audit::{self, Event, Severity, verify, vkey};
use crate::domain::backup::before::{require_extension, tree_of};
use crate::domain::context::Context;
use crate::domain::init::Ground;
use crate::domain::rights;
use crate::store::audit::TreeNodes;
use crate::store::backup::{self, Reread};
use crate::store::folder::Folder;
use crate::store::journal::Journal;
use crate::store::replace::kept::{Kept, Opened};
use crate::store::replace::{self, Live};
use crate::store::{Mode, Store, Tx, file, slot};

/// What is put in its place.
pub enum Source<'a> {
    Backup(&'a Plan<'a>),
    Kept(&'a Kept, Opened),
}

/// A live store whose database was replaced.
#[derive(Debug)]
pub struct Replaced {
    pub restored: Restored,
    /// Why a new epoch began; none if the log was carried over.
    pub begun: Option<String>,
    /// The folder that what was replaced is kept in.
    pub kept: String,
}

/// What becomes of the log.
enum Log {
    /// It goes on; the event that announced this.
    Carried(u64),
    Begun {
        why: String,
        /// What may be missing in the rights journal.
        doubts: Vec<String>,
    },
}

impl Source<'_> {
    /// Size and root of its log, if something vouches for it.
    pub fn tree(&self) -> Result<Option<(u64, Hash)>> {
        match self {
            Self::Backup(plan) => {
                let tree = plan.manifest.as_ref().map(tree_of).transpose()?;
                Ok(tree.map(|tree| (tree.size, tree.root)))
            }
            Self::Kept(_, opened) => {
                let tree = Frontier::from_parts(opened.size, &opened.frontier()?)?;
                Ok(Some((opened.size, tree.root())))
            }
        }
    }

    fn bytes(&self) -> u64 {
        match self {
            Self::Backup(plan) => plan.manifest.as_ref().map_or(0, |found| found.image.bytes),
            Self::Kept(_, opened) => opened.bytes,
        }
    }

    fn event(&self) -> Event {
        let event = Event::new("store.restore");
        match self {
            Self::Backup(plan) => told(plan, event),
            Self::Kept(kept, _) => event
                .severity(Severity::Critical)
                .field("kind", "undo")
                .field("what", kept.name.clone()),
        }
    }

    fn build(
        &self,
        (path, key): (&Path, &Key),
        own: &[&[Identity]],
        report: &mut Report<'_>,
    ) -> Result<()> {
        match self {
            Self::Backup(plan) => image::database(plan, path, (key, Reread::Every), own, report),
            Self::Kept(_, opened) => opened.copy(path, key),
        }
    }

    /// The staged log is the one that was meant.
    fn require_tree(&self, ctx: &Context) -> Result<()> {
        ctx.store.read(|tx| match self {
            Self::Backup(plan) => match &plan.manifest {
                Some(manifest) => require_tree(manifest, tx),
                None => recount(tx).map(drop),
            },
            Self::Kept(..) => recount(tx).map(drop),
        })
    }

    fn beginning(&self, doubts: Vec<String>) -> Result<Beginning> {
        match self {
            Self::Backup(plan) => Beginning::of(plan, Event::new("store.restore"), doubts),
            Self::Kept(..) => Ok(Beginning {
                known: None,
                carried: None,
                event: self.event(),
                doubts,
            }),
        }
    }
}

/// Whether the live log goes on behind this one: its tree is the beginning of the live one.
pub(super) fn extends(ctx: &Context, (size, root): (u64, Hash)) -> Result<bool> {
    ctx.store
        .read(|tx| Ok(tx.tree()?.size() >= size && merkle::root_at(&TreeNodes(tx), size)? == root))
}

/// Why the live log cannot be carried over, if so. Damage decides it; any other trouble ends the restore.
fn obstacle(ctx: &Context, source: &Source<'_>) -> Result<Option<String>> {
    let Some(tree) = source.tree()? else {
        return Ok(Some("nothing vouches for the log in the file".to_owned()));
    };
    let judged = || -> Result<Option<String>> {
        let found = verify::verify(ctx, &verify::Request::default(), &mut progress::silent)?;
        if !found.is_good() {
            let first = found.integrity.findings.first();
            let first = first.or(found.completeness.findings.first());
            let first = first.map_or("", |finding| &finding.what);
            return Ok(Some(format!("the live log does not verify: {first}")));
        }
        if let Source::Backup(plan) = source {
            let own = |seen: &&_| ctx.store.keyring.epoch == seen_epoch(seen);
            if let Some(newest) = plan.newest.iter().find(own) {
                require_extension(ctx, newest)?;
            }
        }
        let goes_on = extends(ctx, tree)?;
        Ok((!goes_on)
            .then(|| "the live log does not go on from the one that is restored".to_owned()))
    };
    match judged() {
        Err(error) if error.kind == Kind::Integrity => Ok(Some(error.to_string())),
        other => other,
    }
}

fn seen_epoch(manifest: &crate::domain::backup::manifest::Manifest) -> &str {
    &manifest.epoch
}

/// Replaces the live database; `own` are an unlocker's identities, for files older than the master. A failure before the swap leaves it as it was.
pub fn replace(
    ground: Ground,
    present: Present,
    (source, own): (&Source<'_>, &[&[Identity]]),
    report: &mut Report<'_>,
) -> Result<Replaced> {
    let now = ground.clock.now();
    let (live, log) = begin(present, source)?;
    let epoch = live.unlocked.keyring.epoch.clone();
    let key = Key::random(&ground.random)?;
    let (store, ()) = replace::stage(live, key, now, |path, key| {
        source.build((path, key), own, report)
    })?;
    let mut ctx = around(ground, store);
    match fill(&mut ctx, source, &log) {
        Ok((restored, gone)) => {
            // What an undo puts back is the live one then, and goes from among those that are kept.
            let undoes = match source {
                Source::Kept(back, _) => Some(*back),
                Source::Backup(_) => None,
            };
            let folder = Folder::new(ctx.store.folder.path());
            let (_lock, kept) = replace::put_in_place(ctx.store, &epoch, now, undoes)?;
            for name in &gone {
                slot::remove(&folder, name)?;
            }
            let begun = match log {
                Log::Carried(_) => None,
                Log::Begun { why, .. } => Some(why),
            };
            Ok(Replaced {
                restored,
                begun,
                kept,
            })
        }
        Err(error) => {
            replace::give_up(ctx.store)?;
            Err(error)
        }
    }
}

/// Everything that can refuse does so here; then the live store announces what comes, and its connection ends.
fn begin(present: Present, source: &Source<'_>) -> Result<(Live, Log)> {
    match present {
        Present::Keys(keys) => {
            let Keys { live, why } = *keys;
            require_fit(live.folder(), &live.unlocked.keyring.store_id, source)?;
            require_newest_keys(&live, source)?;
            if let (None, Source::Backup(plan)) = (&live.unlocked.keyring.data, source) {
                backup::copy_slots(&plan.recovery, live.folder(), &live.unlocked.keyring)?;
            }
            let doubts = keep_journal(&live, source)?;
            let why = format!("the live store does not open: {why}");
            Ok((live, Log::Begun { why, doubts }))
        }
        Present::Open(ctx) => {
            replace::require_idle(&ctx.store)?;
            require_fit(&ctx.store.folder, &ctx.store.keyring.store_id, source)?;
            if let Source::Backup(plan) = source {
                let journal = ctx.store.folder.journal();
                for seen in plan.manifest.iter().chain(&plan.rights) {
                    require_journal(seen, &journal)?;
                }
            }
            let log = match obstacle(&ctx, source)? {
                Some(why) => Log::Begun {
                    why,
                    doubts: vec![],
                },
                None => Log::Carried(audit::intend(&ctx, source.event())?),
            };
            Ok((Live::of(ctx.store)?, log))
        }
    }
}

/// The right store, and room for a second database with the first one's log.
fn require_fit(folder: &Folder, store_id: &str, source: &Source<'_>) -> Result<()> {
    if let Source::Backup(plan) = source
        && plan.unlocked.keyring.store_id != store_id
    {
        return Err(
            Error::refused("the backup is of another store than the one here")
                .hint("restore it to a new folder with `--to DIR`"),
        );
    }
    let path = folder.database();
    let there = path.metadata().map_or(0, |meta| meta.len());
    let larger = source.bytes().max(there);
    file::require_space(folder.path(), larger + larger / 5 + (1 << 20))
}

/// An older keyring that was put back would bring removed unlockers back with it.
fn require_newest_keys(live: &Live, source: &Source<'_>) -> Result<()> {
    let Source::Backup(plan) = source else {
        return Ok(());
    };
    let (own, known) = (&live.unlocked.keyring, &plan.unlocked.keyring);
    if own.epoch != known.epoch || own.generation >= known.generation {
        return Ok(());
    }
    Err(Error::integrity(
        "the keyring of the live store is older than the one beside the backups: it was put back",
    )
    .hint("restore to a new folder with `--to DIR`: it gets the newer keys"))
}

/// Beside a broken database the journal may be broken too: the longest one that verifies counts. With what may be
/// missing in it.
fn keep_journal(live: &Live, source: &Source<'_>) -> Result<Vec<String>> {
    let Source::Backup(plan) = source else {
        return Ok(vec![]);
    };
    let (keyring, place) = (&live.unlocked.keyring, live.folder().journal());
    let own = Journal::open(&place, keyring).map(|journal| journal.last());
    let mut doubts = vec![];
    if let Ok(kept) = plan.target.recovery()?.journal(keyring)
        && own.as_ref().map_or(true, |own| *own < kept.journal.last())
    {
        copy_journal(&kept, live.folder())?;
        doubts = kept.doubts();
        doubts.extend(own.err().map(|error| {
            let last = kept.journal.last();
            format!("{error}: what was restricted after line {last}, which a copy beside the backups ends with, may be missing here")
        }));
    }
    for seen in plan.manifest.iter().chain(&plan.rights) {
        require_journal(seen, &place)?;
    }
    Ok(doubts)
}

fn around(ground: Ground, store: Store) -> Context {
    Context {
        store,
        clock: ground.clock,
        random: ground.random,
        caller: ground.caller,
        mode: Mode::Commit,
        effort: ground.effort,
    }
}

/// Makes the staged image the store's next state, and checks all of it. Answers which unlockers go: keys from beside
/// the backups may bring some back that were removed since.
fn fill(ctx: &mut Context, source: &Source<'_>, log: &Log) -> Result<(Restored, Vec<String>)> {
    // An older image becomes a store of today before anything is written into it.
    ctx.store.migrate(Mode::Commit, |_| Ok(()))?;
    source.require_tree(ctx)?;
    let mut gone = vec![];
    let restored = match log {
        Log::Carried(intent) => carry(ctx, source, *intent)?,
        Log::Begun { doubts, .. } => {
            let (generation, slot) = (ctx.store.keyring.generation, ctx.store.slot.clone());
            let removals = ctx.store.journal()?.removals;
            gone = rights::drop_unlockers(ctx, &removals, (generation, &slot));
            ctx.store.keyring.epoch = HEXLOWER.encode(&ctx.random.bytes::<8>()?);
            let restored = begin_epoch(ctx, &source.beginning(doubts.clone())?)?;
            learn(ctx, source)?;
            restored
        }
    };
    require_none(ctx.store.check_staged()?)?;
    ctx.store.read(|tx| recount(tx).map(drop))?;
    Ok((restored, gone))
}

/// The live log goes on in the new database: all of it, and then what was done here.
fn carry(ctx: &Context, source: &Source<'_>, intent: u64) -> Result<Restored> {
    let now = ctx.now();
    ctx.store.attach_live()?;
    let go_on = |tx: &Tx<'_>| {
        let events = tx.tree()?.size();
        let old_epoch = tx.require_meta("epoch")?;
        tx.carry_log(events)?;
        tx.carry_uses(now)?;
        let (sessions, codes) = tx.void_open(now)?;
        // Hashes that came back may name what was retired.
        tx.forget_unnamed(None)?;
        let reapplied = rights::reapply(ctx, tx)?;
        tx.remove_intent(intent)?;
        let end = tx.tree()?.size();
        let mut event = source.event().intent(intent);
        event.set("size", events);
        if end > events {
            event.set("first", events);
            event.set("last", end - 1);
        }
        let event = with_rights(event, &reapplied);
        let event = event.field("used", codes).field("sessions", sessions);
        let event = audit::append(ctx, tx, &event)?;
        Ok(Restored {
            store_id: ctx.store.keyring.store_id.clone(),
            epoch: ctx.store.keyring.epoch.clone(),
            old_epoch,
            events,
            missing: 0,
            codes,
            sessions,
            reapplied,
            event,
            vkey: vkey(&ctx.store.keyring)?.to_string(),
        })
    };
    let store = &ctx.store;
    let restored = store.with_room(ROOM, || store.write(Mode::Commit, go_on))?;
    ctx.store.detach_live()?;
    Ok(restored)
}

/// The catalog of a store that cannot be asked any more, from what lies at the target.
fn learn(ctx: &Context, source: &Source<'_>) -> Result<()> {
    let Source::Backup(plan) = source else {
        return Ok(());
    };
    ctx.store.write(Mode::Commit, |tx| {
        plan.catalog.iter().try_for_each(|row| tx.learn_backup(row))
    })
}

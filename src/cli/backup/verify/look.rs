//! One place of `backup verify`: what is chosen there, looked at as thoroughly as was asked, and what is left of it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Args;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::cli::backup::shared::{self, From};
use crate::cli::context::Context;
use crate::cli::progress::{Meter, Unit};
use crate::domain;
use crate::domain::audit::signing_key;
use crate::domain::backup::coverage::Known;
use crate::domain::backup::restore::{self, Pick, Scene};
use crate::domain::backup::verified::{self, Passed};
use crate::domain::backup::verify::{self, Checked, Level, Opener, Quick};
use crate::domain::backup::{Chosen, Item, Listing, Target, Trust, recover};
use crate::store::slot::Unlocked;

const UNSIGNED: &str =
    "no signed result was left beside the backups: without an unlocker nothing can sign one";

/// What was seen at one place.
pub(super) struct Seen {
    pub(super) listing: Listing,
    pub(super) checked: Vec<Checked>,
    /// Ids whose signed result lies beside them now.
    pub(super) left: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) event: Option<u64>,
    /// How many could have been looked at.
    pub(super) of: usize,
    /// What comes next, and when it last passed.
    pub(super) next: Option<(String, Option<Time>)>,
    pub(super) report: Option<String>,
}

impl Seen {
    pub(super) const fn new(listing: Listing) -> Self {
        Self {
            listing,
            checked: vec![],
            left: vec![],
            notes: vec![],
            event: None,
            of: 0,
            next: None,
            report: None,
        }
    }
}

/// Looks at one place on any level but the drill.
pub(super) fn look(
    args: &Args,
    ctx: &mut Context,
    from: &From,
    core: Option<&domain::Context>,
) -> Result<Seen> {
    let first = match args.id.first() {
        Some(id) => Chosen::Id(id.clone()),
        None => Chosen::Latest,
    };
    let target = from.target(ctx, &first)?;
    let level = args.level();
    let unlocked = match (core, level) {
        (Some(_), _) | (None, Level::Quick) => None,
        (None, _) => {
            let pinned = from.pinned(ctx)?;
            Some(recover(&target.recovery()?, ctx.unlockers()?, pinned.as_ref())?.1)
        }
    };
    let trust = trust(ctx, from, &target, (core, unlocked.as_ref()))?;
    let mut seen = Seen::new(Listing::read(&target, &trust)?);
    let known = Known::read(&target, &seen.listing, &trust, core)?;
    seen.notes.extend(known.odd.iter().cloned());
    let items: Vec<Item> = chosen(args, &seen.listing, &known)?
        .into_iter()
        .cloned()
        .collect();
    seen.of = items.len();
    let budget = budget(args)?;
    let parts: Vec<&Item> = items.iter().collect();
    seen.checked = match level {
        Level::Quick => quick(ctx, &target, &parts, budget),
        Level::Full => full(ctx, &target, (core, unlocked.as_ref()), (&parts, budget))?,
        _ => restored(
            args,
            ctx,
            (from, &target),
            (&parts, budget),
            &mut seen.notes,
        )?,
    };
    seen.next = items.get(seen.checked.len()).map(|item| {
        let id = item.manifest.id.clone();
        (id.clone(), known.since(&id, level))
    });
    if let Some(core) = core {
        seen.listing.compare(core, &target)?;
    }
    // A disk that is not mounted is no success.
    if (args.all || args.oldest_first) && items.is_empty() && seen.listing.findings().is_empty() {
        seen.listing.choose(&Chosen::Latest)?;
    }
    let keyring = core.map(|core| &core.store.keyring);
    let keyring = keyring.or(unlocked.as_ref().map(|unlocked| &unlocked.keyring));
    if !ctx.flags.dry_run {
        match keyring {
            Some(keyring) => {
                let by = (&signing_key(keyring), &trust);
                leave(&target, &items, (level, ctx.clock.now()), by, &mut seen);
            }
            None => seen.notes.push(UNSIGNED.to_owned()),
        }
    }
    if let Some(core) = core.filter(|core| !core.dry_run()) {
        seen.event = Some(verify::record(core, level, &seen.listing, &seen.checked)?);
    }
    Ok(seen)
}

/// Whose signatures count.
fn trust(
    ctx: &mut Context,
    from: &From,
    target: &Target,
    (core, unlocked): (Option<&domain::Context>, Option<&Unlocked>),
) -> Result<Trust> {
    if let Some(pinned) = from.pinned(ctx)? {
        return Trust::from_vkey(&pinned, &target.recovery()?.handovers());
    }
    match (core, unlocked) {
        (Some(core), _) => Trust::of_keyring(&core.store.keyring),
        (None, Some(unlocked)) => Trust::of_keyring(&unlocked.keyring),
        (None, None) => from.trust(ctx, target),
    }
}

/// A result is left where that is possible; that it is not never makes a verification fail.
pub(super) fn leave(
    target: &Target,
    items: &[Item],
    (level, now): (Level, Time),
    by: (&crate::crypto::note::SigningKey, &Trust),
    seen: &mut Seen,
) {
    let mut first: Option<Error> = None;
    for one in seen.checked.iter().filter(|one| one.result.is_ok()) {
        let Some(item) = items.iter().find(|item| item.manifest.id == one.id) else {
            continue;
        };
        let passed = Passed::new(now, one.milliseconds);
        match verified::leave(target, item, (level, passed), by) {
            Ok(()) => seen.left.push(one.id.clone()),
            Err(error) => first = first.or(Some(error)),
        }
    }
    if let Some(error) = first {
        seen.notes.push(format!(
            "no signed result was left beside the backups: {error}"
        ));
    }
}

fn budget(args: &Args) -> Result<Option<Duration>> {
    let Some(period) = &args.budget else {
        return Ok(None);
    };
    let known = period.as_duration().ok_or_else(|| {
        Error::usage("a budget of months has no known length")
            .hint("give seconds, minutes, hours or days: `--budget 30m`")
    });
    known.map(Some)
}

fn chosen<'a>(args: &Args, listing: &'a Listing, known: &Known) -> Result<Vec<&'a Item>> {
    if args.oldest_first {
        return Ok(known.oldest_first(listing, args.level()));
    }
    if args.all {
        return Ok(listing.items.iter().filter(|item| item.is_kept()).collect());
    }
    if args.id.is_empty() {
        return match listing.choose(&Chosen::Latest) {
            // Nothing to open, and the findings say why: they are the answer.
            Err(error) if error.kind == Kind::Integrity => Ok(vec![]),
            other => other.map(|item| vec![item]),
        };
    }
    let ids = args
        .id
        .iter()
        .map(|id| listing.choose(&Chosen::Id(id.clone())));
    if args.from.len() == 1 {
        return ids.collect();
    }
    // One of several places may have it.
    let here = ids.filter(|one| {
        !one.as_ref()
            .is_err_and(|error| error.kind == Kind::NotFound)
    });
    here.collect()
}

fn quick(
    ctx: &Context,
    target: &Target,
    items: &[&Item],
    budget: Option<Duration>,
) -> Vec<Checked> {
    let mut meter = Meter::new(ctx, "verifying", Unit::Bytes);
    let mut quick = Quick::new(target);
    verify::each(items, budget, |item| {
        quick.check(item, &mut |progress| {
            meter.report(progress);
        })
    })
}

/// Opens everything with the store's keys or, without a store, with those of `recovery`.
fn full(
    ctx: &mut Context,
    target: &Target,
    (core, unlocked): (Option<&domain::Context>, Option<&Unlocked>),
    (items, budget): (&[&Item], Option<Duration>),
) -> Result<Vec<Checked>> {
    let mut meter = Meter::new(ctx, "verifying", Unit::Bytes);
    let (keyring, master) = match (core, unlocked) {
        (Some(core), _) => (&core.store.keyring, &core.store.master),
        (None, Some(unlocked)) => (&unlocked.keyring, &unlocked.master),
        (None, None) => return Err(Error::bug("no keys to verify with")),
    };
    let opener = Opener {
        keyring,
        master,
        own: shared::rings(ctx.unlockers()?),
    };
    Ok(verify::each(items, budget, |item| {
        verify::full(target, item, &opener, &mut |progress| {
            meter.report(progress);
        })
    }))
}

fn restored(
    args: &Args,
    ctx: &mut Context,
    (from, target): (&From, &Target),
    (items, budget): (&[&Item], Option<Duration>),
    notes: &mut Vec<String>,
) -> Result<Vec<Checked>> {
    let (pinned, parent) = (from.pinned(ctx)?, scratch(args, ctx, target)?);
    let mut meter = Meter::new(ctx, "restoring to scratch", Unit::Bytes);
    ctx.unlockers()?;
    let ctx: &Context = ctx;
    let unlockers = ctx.unlockers.as_deref().unwrap_or_default();
    let own = shared::rings(unlockers);
    Ok(verify::each(items, budget, |item| {
        let pick = Pick::Signed(Chosen::Id(item.manifest.id.clone()));
        let plan = restore::plan(target, &pick, unlockers, pinned.as_ref())?;
        let scene = Scene {
            ground: shared::ground(ctx)?,
            parent: &parent,
            own: &own,
        };
        let rehearsed = restore::rehearse(scene, &plan, &mut |progress| {
            meter.report(progress);
        })?;
        notes.extend(rehearsed.swept.as_deref().map(swept));
        Ok(())
    }))
}

pub(super) fn swept(path: &Path) -> String {
    format!(
        "removed what a run that died had left in `{}`",
        path.display()
    )
}

/// Where scratch folders are made: as said, beside the store, with the backups, or where temporary files go.
pub(super) fn scratch(args: &Args, ctx: &Context, target: &Target) -> Result<PathBuf> {
    if let Some(named) = &args.scratch {
        return std::path::absolute(named).map_err(|error| Error::io("resolve", named, &error));
    }
    let store = ctx.folder()?;
    let beside = store
        .path()
        .parent()
        .filter(|_| store.holds_store() && !args.drill);
    if let Some(folder) = beside {
        return Ok(folder.to_owned());
    }
    match target.folder() {
        Some(folder) => Ok(folder.to_owned()),
        None => Ok(std::env::temp_dir()),
    }
}

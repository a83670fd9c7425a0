//! Making backups and restoring them, on a real store.

use std::fs;
use std::path::{Path, PathBuf};

mod delta;
mod hostile;
mod restoring;
mod rights;

use super::create::{Made, Order, Wanted};
use super::places::{At, PlaceSpec};
use super::restore::{Pick, Plan, Restored};
use super::verify::{Opener, Quick};
use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::{Kind, Result};
use crate::base::progress::silent;
use crate::crypto::random::Random;
use crate::domain::audit::{self, Event};
use crate::domain::fixture::{Fixture, NOW, holder};
use crate::domain::init::Ground;
use crate::domain::{Context, Effort};
use crate::store::Store;
use crate::store::check::Depth;
use crate::store::folder::Folder;

fn specs(targets: &[&Path]) -> Vec<Wanted> {
    let folder = |path: &&Path| {
        let spec = PlaceSpec {
            at: At::Folder(path.to_path_buf()),
            append_only: false,
        };
        (spec.at.name(), Ok(spec))
    };
    targets.iter().map(folder).collect()
}

fn order() -> Order {
    Order {
        scratch: std::env::temp_dir(),
        label: None,
        level: 1,
        recipients: vec![],
        delta: None,
    }
}

fn back_up(ctx: &Context, targets: &[&Path]) -> Made {
    let made = create(ctx, &order(), specs(targets), &mut silent).unwrap();
    for (path, outcome) in &made.outcomes {
        assert!(outcome.is_ok(), "{path}: {outcome:?}");
    }
    made
}

fn ground() -> Ground {
    Ground {
        clock: Clock::fixed(clock::parse(NOW).unwrap()),
        random: Random::system(),
        caller: crate::domain::Caller::default(),
        effort: Effort::CHEAP,
        holder: holder(),
    }
}

fn plan<'a>(fixture: &Fixture, from: &'a Target, pick: &Pick) -> Result<Plan<'a>> {
    restore::plan(from, pick, &fixture.unlockers, None)
}

fn restore_latest(fixture: &Fixture, from: &Path, to: &Path) -> Result<Restored> {
    let from = Target::at(from)?;
    let plan = plan(fixture, &from, &Pick::Signed(Chosen::Latest))?;
    restore::restore(ground(), &plan, &Folder::new(to), &[], &mut silent)
}

fn listing(ctx: &Context, from: &Path) -> Listing {
    let trust = Trust::of_keyring(&ctx.store.keyring).unwrap();
    Listing::read(&Target::at(from).unwrap(), &trust).unwrap()
}

fn full(ctx: &Context, from: &Path) -> Result<()> {
    let opener = Opener {
        keyring: &ctx.store.keyring,
        master: &ctx.store.master,
        own: vec![],
    };
    let listing = listing(ctx, from);
    let item = listing.choose(&Chosen::Latest)?;
    verify::full(&Target::at(from)?, item, &opener, &mut silent)
}

/// As `key retire` does it where no hash names a pepper any more.
fn remember_unnamed(ctx: &Context) {
    let mark = |tx: &crate::store::tx::Tx<'_>| tx.set_unnamed_since("pep_old", 1);
    ctx.store.write(crate::store::Mode::Commit, mark).unwrap();
}

#[test]
fn what_was_backed_up_comes_back_in_a_new_epoch() {
    let fixture = Fixture::new();
    let (to, other) = (
        fixture.dir.path().join("backups"),
        fixture.dir.path().join("more"),
    );
    let ctx = fixture.open();
    audit::note(&ctx, &Event::new("test.before")).unwrap();
    remember_unnamed(&ctx);
    back_up(&ctx, &[&to, &other]);
    audit::note(&ctx, &Event::new("test.after")).unwrap();
    back_up(&ctx, &[&to]);
    full(&ctx, &to).unwrap();
    full(&ctx, &other).unwrap();
    assert!(listing(&ctx, &to).findings().is_empty());
    let again = fixture.dir.path().join("again");
    let restored = restore_latest(&fixture, &to, &again).unwrap();
    assert_eq!(restored.missing, 0);
    assert_ne!(restored.epoch, ctx.store.keyring.epoch);
    let store = Store::open(&Folder::new(&again), &fixture.unlockers, &holder()).unwrap();
    assert_eq!(store.keyring.epoch, restored.epoch);
    assert_eq!(store.keyring.store_id, ctx.store.keyring.store_id);
    let (_, findings) = store.check(Depth::Deep).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    assert!(store.read(|tx| tx.intents()).unwrap().is_empty());
    // With the image hashes may have come back.
    assert_eq!(store.read(|tx| tx.unnamed_since("pep_old")).unwrap(), None);
    // An older one: the events that it lacks are declared.
    let item = listing(&ctx, &to).items.remove(0);
    let pick = Pick::Signed(Chosen::Id(item.manifest.id));
    let from = Target::at(&to).unwrap();
    let older = plan(&fixture, &from, &pick).unwrap();
    let third = Folder::new(fixture.dir.path().join("third"));
    let restored = restore::restore(ground(), &older, &third, &[], &mut silent).unwrap();
    assert_eq!(restored.missing, 3);
}

#[test]
fn every_changed_byte_is_noticed() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    let made = back_up(&ctx, &[&to]);
    let file = PathBuf::from(&made.outcomes[0].1.as_ref().unwrap().file);
    let manifest = PathBuf::from(file.to_str().unwrap().replace(".db.zst.age", ".json"));
    let from = Target::at(&to).unwrap();
    for (path, step) in [(&file, 997), (&manifest, 7)] {
        let sound = fs::read(path).unwrap();
        for at in (0..sound.len()).step_by(step) {
            let mut changed = sound.clone();
            changed[at] ^= 1;
            crate::store::file::write_atomic(path, &changed).unwrap();
            let quick = listing(&ctx, &to);
            let noticed = quick.items.first().map_or_else(
                || !quick.findings().is_empty(),
                |item| {
                    Quick::new(&from).check(item, &mut silent).unwrap_err().kind == Kind::Integrity
                },
            );
            assert!(noticed, "quick: {} byte {at}", path.display());
            if path == &file && at % (step * 16) == 0 {
                assert_eq!(
                    full(&ctx, &to).unwrap_err().kind,
                    Kind::Integrity,
                    "byte {at}"
                );
            }
        }
        crate::store::file::write_atomic(path, &sound).unwrap();
    }
    let cut = fs::read(&file).unwrap();
    crate::store::file::write_atomic(&file, &cut[..cut.len() - 1]).unwrap();
    assert_eq!(listing(&ctx, &to).findings().len(), 1);
    let failed = restore_latest(&fixture, &to, &fixture.dir.path().join("x"));
    assert_eq!(failed.unwrap_err().kind, Kind::Integrity);
}

#[test]
fn a_backup_that_fails_leaves_its_place_as_it_was() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let afile = fixture.dir.path().join("afile");
    crate::store::file::create_new(&afile).unwrap();
    let fail = |to: &Path| {
        let made = create(&ctx, &order(), specs(&[to]), &mut silent).unwrap();
        made.outcomes[0].1.as_ref().unwrap_err().kind
    };
    assert_eq!(fail(&afile), Kind::Conflict);
    assert_eq!(fail(&afile.join("inside")), Kind::Conflict);
    // Where `recovery` cannot be made, the folder and the lock that were go again.
    let there = fixture.dir.path().join("there");
    fs::create_dir_all(&there).unwrap();
    crate::store::file::create_new(&there.join("recovery")).unwrap();
    fail(&there);
    let left: Vec<_> = fs::read_dir(&there).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    // A folder that the run itself made.
    let held = fixture.dir.path().join("new/er");
    let target = Target::hold(&held, std::time::Duration::ZERO).unwrap();
    target
        .recovery()
        .unwrap()
        .save(&ctx.store, &ctx.store.journal().unwrap())
        .unwrap();
    target.abandon().unwrap();
    assert!(!fixture.dir.path().join("new").exists());
}

#[test]
fn each_level_of_verification_keeps_its_date() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    let restored = |ctx: &Context| ctx.store.read(|tx| tx.backup_times()).unwrap().restored;
    let found = listing(&ctx, &to);
    let record = |ctx: &Context, level| {
        let checked = verify::each(&[&found.items[0]], None, |_| Ok(()));
        verify::record(ctx, level, &found, &checked).unwrap();
    };
    record(&ctx, verify::Level::Full);
    assert_eq!(restored(&ctx), None);
    record(&ctx, verify::Level::RestoreTest);
    record(&ctx, verify::Level::Full);
    record(&ctx, verify::Level::Quick);
    assert!(restored(&ctx).is_some());
    // The store that came out of it does not know the backup, and learns of it.
    let again = fixture.dir.path().join("again");
    restore_latest(&fixture, &to, &again).unwrap();
    let ctx = fixture.open_at(&again);
    assert!(ctx.store.read(|tx| tx.backups()).unwrap().is_empty());
    record(&ctx, verify::Level::RestoreTest);
    assert!(restored(&ctx).is_some());
    let rows = ctx.store.read(|tx| tx.backups()).unwrap();
    assert_eq!(rows[0].target, to.display().to_string());
}

#[test]
fn a_declared_loss_is_called_that_and_can_be_accepted() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    let later = ctx
        .store
        .write(crate::store::Mode::Commit, |tx| {
            audit::append(&ctx, tx, &Event::new("test.lost"))?;
            audit::checkpoint(&ctx, tx, "asked")
        })
        .unwrap();
    let epoch = ctx.store.keyring.epoch.clone();
    drop(ctx);
    let again = fixture.dir.path().join("again");
    restore_latest(&fixture, &to, &again).unwrap();
    let ctx = fixture.open_at(&again);
    let look = |accepted: Option<String>| {
        let request = audit::verify::Request {
            trusted: Some(later.note.clone()),
            accepted,
            ..audit::verify::Request::default()
        };
        audit::verify::verify(&ctx, &request, &mut silent).unwrap()
    };
    let report = look(None);
    assert!(report.lacks_declared_only(), "{report:?}");
    assert!(report.integrity.is_good());
    assert_eq!(report.unaccepted.as_ref(), Some(&epoch));
    // The backup itself carried a checkpoint out.
    assert_eq!(report.anchoring.handed_out.unwrap().epoch, epoch);
    assert!(look(Some(epoch)).is_good());
}

#[test]
fn a_kit_stands_in_for_a_lost_recovery_folder() {
    let fixture = Fixture::new();
    let (to, kit) = (
        fixture.dir.path().join("backups"),
        fixture.dir.path().join("kit"),
    );
    let ctx = fixture.open();
    let made = back_up(&ctx, &[&to]);
    let written = crate::domain::key::kit(&ctx, &kit).unwrap();
    for file in &written.files {
        assert!(kit.join(file).is_file(), "{file}");
    }
    fs::remove_dir_all(to.join("recovery")).unwrap();
    let file = PathBuf::from(&made.outcomes[0].1.as_ref().unwrap().file);
    let kit = Target::at(&kit).unwrap();
    let plan = plan(&fixture, &kit, &Pick::File(file)).unwrap();
    assert!(plan.manifest.is_some());
    let again = Folder::new(fixture.dir.path().join("again"));
    restore::restore(ground(), &plan, &again, &[], &mut silent).unwrap();
}

#[test]
fn a_missing_link_of_the_chain_shows() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    for _ in 0..3 {
        back_up(&ctx, &[&to]);
    }
    let middle = listing(&ctx, &to).items[1].manifest.file.name.clone();
    fs::remove_file(to.join(middle.replace(".db.zst.age", ".json"))).unwrap();
    let listing = listing(&ctx, &to);
    assert_eq!(listing.gaps.len(), 1, "{:?}", listing.gaps);
    assert!(listing.gaps[0].contains("number 2 is missing"));
}

#[test]
fn a_manifest_of_a_stranger_never_wins() {
    let (mine, other) = (Fixture::new(), Fixture::new());
    let (to, theirs) = (mine.dir.path().join("b"), other.dir.path().join("b"));
    let ctx = mine.open();
    back_up(&ctx, &[&to]);
    back_up(&other.open(), &[&theirs]);
    for entry in fs::read_dir(&theirs).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    let found = listing(&ctx, &to);
    assert_eq!((found.items.len(), found.odd.len()), (1, 1));
    let refused = create(&ctx, &order(), specs(&[&to]), &mut silent).unwrap();
    assert_eq!(
        refused.outcomes[0].1.as_ref().unwrap_err().kind,
        Kind::Refused
    );
}

#[test]
fn leftovers_of_dead_runs_go_with_the_next_one() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    for name in [
        "demo-x-bkp_1.db.zst.age.partial",
        "demo-x-bkp_2.db.zst.age",
        "demo-x-bkp_2.json.partial",
        "demo-x-bkp_3.db.zst.age",
    ] {
        crate::store::file::create_new(&to.join(name)).unwrap();
    }
    back_up(&ctx, &[&to]);
    let found = listing(&ctx, &to);
    assert_eq!(found.items.len(), 2);
    // A file whose manifest somebody lost is left alone.
    assert_eq!(found.odd.len(), 1);
    assert!(to.join("demo-x-bkp_3.db.zst.age").exists());
}

#[test]
fn a_store_that_was_put_back_is_noticed() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    audit::note(&ctx, &Event::new("test.kept")).unwrap();
    drop(ctx);
    let old = fs::read(fixture.folder.database()).unwrap();
    let ctx = fixture.open();
    audit::note(&ctx, &Event::new("test.lost")).unwrap();
    back_up(&ctx, &[&to]);
    drop(ctx);
    crate::store::file::write_atomic(&fixture.folder.database(), &old).unwrap();
    let ctx = fixture.open();
    let made = create(&ctx, &order(), specs(&[&to]), &mut silent).unwrap();
    assert_eq!(
        made.outcomes[0].1.as_ref().unwrap_err().kind,
        Kind::Integrity
    );
}

#[test]
fn a_backup_taken_while_others_write_is_one_instant() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let ctx = fixture.open();
            let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
            while !stop.load(std::sync::atomic::Ordering::Relaxed)
                && std::time::Instant::now() < deadline
            {
                audit::note(&ctx, &Event::new("test.meanwhile")).unwrap();
                // SQLite's writers take turns by luck: an endless loop would starve the others.
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
        });
        for _ in 0..4 {
            back_up(&ctx, &[&to]);
            full(&ctx, &to).unwrap();
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    restore_latest(&fixture, &to, &fixture.dir.path().join("again")).unwrap();
}

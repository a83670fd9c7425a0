//! A backup folder that others write to, and keys that change between backups and restores.

use std::os::unix::fs::symlink;

use super::*;
use crate::crypto::note::Vkey;
use crate::domain::key::{Rotation, rotate};

fn key(ctx: &Context) -> Vkey {
    audit::vkey(&ctx.store.keyring).unwrap()
}

fn open(fixture: &Fixture, folder: &Path) -> Context {
    let store = Store::open_exclusive(&Folder::new(folder), &fixture.unlockers, &holder());
    Context {
        store: store.unwrap(),
        ..fixture.open()
    }
}

fn rotate_signing(fixture: &Fixture, ctx: Context) {
    rotate(ctx, &fixture.unlockers, Rotation::Signing).unwrap();
}

#[test]
fn a_pinned_key_is_followed_over_a_restore_and_a_rotation() {
    let fixture = Fixture::new();
    let dir = fixture.dir.path();
    let (to, again, second) = (dir.join("b"), dir.join("again"), dir.join("b2"));
    let ctx = fixture.open();
    let pinned = key(&ctx);
    back_up(&ctx, &[&to]);
    drop(ctx);
    restore_latest(&fixture, &to, &again).unwrap();
    rotate_signing(&fixture, open(&fixture, &again));
    let ctx = open(&fixture, &again);
    assert_ne!(key(&ctx).key(), pinned.key());
    audit::require_pinned(&ctx.store.keyring, &pinned).unwrap();
    // Its own backups before the restore count as well.
    assert_eq!(listing(&ctx, &to).items.len(), 1);
    back_up(&ctx, &[&second]);
    drop(ctx);
    let target = Target::at(&second).unwrap();
    let trust = Trust::from_vkey(&pinned, &target.recovery().unwrap().handovers()).unwrap();
    let found = Listing::read(&target, &trust).unwrap();
    assert_eq!((found.items.len(), found.findings().len()), (1, 0));
    let latest = Pick::Signed(Chosen::Latest);
    restore::plan(&target, &latest, &fixture.unlockers, Some(&pinned)).unwrap();
    // Another store's key is never reached.
    let stranger = key(&Fixture::new().open());
    let ctx = open(&fixture, &again);
    assert!(audit::require_pinned(&ctx.store.keyring, &stranger).is_err());
}

#[test]
fn a_restored_store_accepts_its_backups_from_before_a_rotation() {
    let fixture = Fixture::new();
    let (to, again) = (
        fixture.dir.path().join("b"),
        fixture.dir.path().join("again"),
    );
    back_up(&fixture.open(), &[&to]);
    rotate_signing(&fixture, fixture.open_exclusive());
    back_up(&fixture.open(), &[&to]);
    restore_latest(&fixture, &to, &again).unwrap();
    let found = listing(&open(&fixture, &again), &to);
    assert_eq!((found.items.len(), found.odd.len()), (2, 0));
}

#[test]
fn hostile_files_only_look_odd() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("b");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    for pipe in [
        "x.json",
        "recovery/handover-9.note",
        "recovery/rights-99.journal",
    ] {
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        let (kind, path) = (rustix::fs::FileType::Fifo, to.join(pipe));
        rustix::fs::mknodat(rustix::fs::CWD, &path, kind, mode, 0).unwrap();
    }
    fs::File::create(to.join("y.json"))
        .unwrap()
        .set_len(2 << 20)
        .unwrap();
    symlink("/etc/passwd", to.join("z.json")).unwrap();
    for number in 10..13 {
        let note = to.join(format!("recovery/handover-{number}.note"));
        fs::File::create(note).unwrap().set_len(300 << 20).unwrap();
    }
    back_up(&ctx, &[&to]);
    let found = listing(&ctx, &to);
    assert_eq!((found.items.len(), found.odd.len()), (2, 3));
    let kept = Target::at(&to).unwrap().recovery().unwrap();
    assert!(kept.handovers().is_empty());
    restore_latest(&fixture, &to, &fixture.dir.path().join("again")).unwrap();
}

#[test]
fn a_forged_generation_never_wins() {
    let (mut mine, mut theirs) = (Fixture::new(), Fixture::new());
    let (to, forged) = (mine.dir.path().join("b"), theirs.dir.path().join("b"));
    back_up(&mine.open(), &[&to]);
    back_up(&theirs.open(), &[&forged]);
    let (from, into) = (forged.join("recovery"), to.join("recovery"));
    for entry in fs::read_dir(&from).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(end) = name
            .strip_prefix("keyring-")
            .and_then(|n| n.strip_suffix(".age"))
        {
            fs::copy(from.join(&name), into.join("keyring-999.age")).unwrap();
            let (slots, copy) = (from.join(format!("slots-{end}")), into.join("slots-999"));
            fs::create_dir(&copy).unwrap();
            for slot in fs::read_dir(slots).unwrap() {
                let slot = slot.unwrap();
                fs::copy(slot.path(), copy.join(slot.file_name())).unwrap();
            }
        }
    }
    // A stranger can wrap keys for a public recipient: here both stores open with what is at hand.
    let (pinned, own) = (key(&mine.open()), mine.open().store.keyring.store_id);
    let ids = [own.clone(), theirs.open().store.keyring.store_id];
    let mut unlockers = std::mem::take(&mut mine.unlockers);
    unlockers.append(&mut theirs.unlockers);
    let latest = Pick::Signed(Chosen::Latest);
    let from = Target::at(&to).unwrap();
    let plan = |pinned: Option<&Vkey>| restore::plan(&from, &latest, &unlockers, pinned);
    let refused = plan(None).err().unwrap();
    assert_eq!(refused.kind, Kind::Integrity);
    for id in ids {
        assert!(refused.message.contains(&id), "{refused}");
    }
    let plan = plan(Some(&pinned)).unwrap();
    assert_eq!(plan.unlocked.keyring.store_id, own);
}

#[test]
fn a_slot_that_is_a_link_is_not_copied() {
    let fixture = Fixture::new();
    let (to, secret) = (
        fixture.dir.path().join("b"),
        fixture.dir.path().join("secret"),
    );
    let ctx = fixture.open();
    let slot = fixture.folder.slots().join("first.age");
    fs::rename(&slot, &secret).unwrap();
    // Even the very same bytes: the link is what is refused.
    symlink(&secret, &slot).unwrap();
    let made = create(&ctx, &order(), specs(&[&to]), &mut silent).unwrap();
    assert_eq!(
        made.outcomes[0].1.as_ref().unwrap_err().kind,
        Kind::Integrity
    );
    fs::remove_file(&slot).unwrap();
    crate::store::file::write_atomic(&slot, b"something else").unwrap();
    let made = create(&ctx, &order(), specs(&[&to]), &mut silent).unwrap();
    assert_eq!(
        made.outcomes[0].1.as_ref().unwrap_err().kind,
        Kind::Integrity
    );
    assert!(!to.join("recovery").join("slots-1").exists());
    // Nor is the lock opened through one.
    fs::create_dir_all(&to).unwrap();
    symlink(&secret, to.join(".optimactl.lock")).unwrap();
    let made = create(&ctx, &order(), specs(&[&to]), &mut silent).unwrap();
    assert_eq!(
        made.outcomes[0].1.as_ref().unwrap_err().kind,
        Kind::Integrity
    );
}

#[test]
fn the_newest_backup_is_missed_and_its_number_not_used_again() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("b");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    back_up(&ctx, &[&to]);
    let newest = listing(&ctx, &to).items.pop().unwrap().manifest.file.name;
    fs::remove_file(to.join(&newest)).unwrap();
    fs::remove_file(to.join(newest.replace(".db.zst.age", ".json"))).unwrap();
    let mut found = listing(&ctx, &to);
    assert!(found.findings().is_empty());
    found.compare(&ctx, &Target::at(&to).unwrap()).unwrap();
    assert_eq!(found.findings().len(), 1);
    let made = back_up(&ctx, &[&to]);
    let stored = made.outcomes[0].1.as_ref().unwrap();
    assert_eq!((stored.manifest.sequence, stored.warnings.len()), (3, 1));
    assert_eq!(listing(&ctx, &to).gaps.len(), 1);
}

#[test]
fn the_latest_is_never_silently_an_older_one() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("b");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    back_up(&ctx, &[&to]);
    let items = listing(&ctx, &to).items;
    let file = to.join(&items[1].manifest.file.name);
    let newest = file.to_str().unwrap().replace(".db.zst.age", ".json");
    let from = Target::at(&to).unwrap();
    let sound = fs::read_to_string(&newest).unwrap();
    fs::write(&newest, sound.replace("\"sequence\":2", "\"sequence\":7")).unwrap();
    let latest = Pick::Signed(Chosen::Latest);
    let refused = plan(&fixture, &from, &latest).err().unwrap();
    assert_eq!(refused.kind, Kind::Integrity);
    let older = Pick::Signed(Chosen::Id(items[0].manifest.id.clone()));
    plan(&fixture, &from, &older).unwrap();
    // Its file alone is gone.
    fs::write(&newest, sound).unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!(
        plan(&fixture, &from, &latest).err().unwrap().kind,
        Kind::Integrity
    );
}

/// Set `OPTIMACTL_MANY` to list as many.
#[test]
fn many_backups_and_strange_files_list_in_time() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("b");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    let many = std::env::var("OPTIMACTL_MANY")
        .ok()
        .and_then(|n| n.parse().ok());
    let many: u64 = many.unwrap_or(300);
    let first = listing(&ctx, &to).items.remove(0);
    let key = audit::signing_key(&ctx.store.keyring);
    let (mut manifest, mut before) = (first.manifest, first.sha256);
    for number in 2..=many {
        let stem = format!("demo-20261122T120001Z-bkp_{number:08}");
        manifest.id = format!("bkp_{number:08}");
        manifest.sequence = number;
        manifest.previous = Some(before);
        manifest.file.name = format!("{stem}.db.zst.age");
        let bytes = manifest.sign(&key).unwrap();
        before = manifest::digest(&bytes);
        fs::write(to.join(format!("{stem}.json")), &bytes).unwrap();
        fs::write(to.join(&manifest.file.name), "").unwrap();
    }
    let huge = fs::File::create(to.join("huge.json")).unwrap();
    huge.set_len(1 << 40).unwrap();
    let since = std::time::Instant::now();
    let found = listing(&ctx, &to);
    // Unoptimized, 10,000 took 3.7 s on two busy cores.
    let bound = std::time::Duration::from_millis(10_000 + 4 * many);
    assert!(since.elapsed() < bound, "{:?}", since.elapsed());
    assert_eq!(u64::try_from(found.items.len()).unwrap(), many);
    assert!(found.gaps.is_empty(), "{:?}", found.gaps.first());
    assert_eq!(found.odd.len(), 1);
}

#[test]
fn a_manifest_that_cannot_be_read_is_not_taken_for_one_that_is_absent() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    back_up(&ctx, &[&to]);
    let first = listing(&ctx, &to).items[0].manifest.clone();
    fs::write(to.join(format!("{}.json", first.stem())), "{").unwrap();
    let found = listing(&ctx, &to);
    let by = |id: &str| found.choose(&Chosen::Id(id.to_owned())).unwrap_err();
    assert_eq!(by(&first.id).kind, Kind::Integrity);
    assert!(by(&first.id).message.contains("does not count"));
    assert_eq!(by("bkp_another").kind, Kind::NotFound);
}

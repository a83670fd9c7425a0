//! What a restore leaves, and what it does not.

use super::*;

#[test]
fn a_damaged_file_restores_to_nothing() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    let made = back_up(&ctx, &[&to]);
    let file = PathBuf::from(&made.outcomes[0].1.as_ref().unwrap().file);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    crate::store::file::write_atomic(&file, &bytes).unwrap();
    let again = fixture.dir.path().join("again");
    let error = restore_latest(&fixture, &to, &again).unwrap_err();
    assert_eq!(error.kind, Kind::Integrity);
    assert!(!again.exists());
    // A folder that was there before stays, and stays empty.
    fs::create_dir_all(&again).unwrap();
    restore_latest(&fixture, &to, &again).unwrap_err();
    assert!(fs::read_dir(&again).unwrap().next().is_none());
}

#[test]
fn a_file_that_was_exchanged_is_damage_and_no_missing_key() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let made = back_up(&fixture.open(), &[&to]);
    let file = PathBuf::from(&made.outcomes[0].1.as_ref().unwrap().file);
    let length = fs::read(&file).unwrap().len();
    // As long, and for somebody else.
    let stranger = crate::crypto::wrap::new_identity().unwrap().1;
    let mut exchanged = crate::crypto::wrap::encrypt(&[stranger], b"x").unwrap();
    exchanged.resize(length, 0);
    fs::write(&file, exchanged).unwrap();
    let again = fixture.dir.path().join("again");
    let error = restore_latest(&fixture, &to, &again).unwrap_err();
    assert_eq!(error.kind, Kind::Integrity, "{error:?}");
}

#[test]
fn a_restore_test_leaves_nothing() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    back_up(&fixture.open(), &[&to]);
    let scratch = fixture.dir.path().join("scratch");
    let from = Target::at(&to).unwrap();
    let plan = plan(&fixture, &from, &Pick::Signed(Chosen::Latest)).unwrap();
    for leftover in [false, true] {
        if leftover {
            // As a run that was killed leaves it.
            let inner = Folder::new(scratch.join(".optimactl-restore-test"));
            fs::create_dir_all(inner.construction()).unwrap();
            fs::write(inner.construction().join("store.db"), "half").unwrap();
        }
        let scene = restore::Scene {
            ground: ground(),
            parent: &scratch,
            own: &[],
        };
        let rehearsed = restore::rehearse(scene, &plan, &mut silent).unwrap();
        assert_eq!(rehearsed.steps.len(), 3);
        assert_eq!(rehearsed.swept.is_some(), leftover);
        assert!(!scratch.join(".optimactl-restore-test").exists());
    }
}

/// A folder that is only known as a place.
fn far(path: &Path, scratch: &Path) -> Target {
    let place = Box::new(crate::store::backup::Local::at(path).unwrap());
    fs::create_dir_all(scratch).unwrap();
    Target::far(place, scratch, &Random::system()).unwrap()
}

#[test]
fn a_place_far_away_verifies_and_restores_like_a_folder() {
    let fixture = Fixture::new();
    let (to, scratch) = (fixture.dir.path().join("b"), fixture.dir.path().join("s"));
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    let from = far(&to, &scratch);
    assert!(from.folder().is_none());
    let trust = Trust::of_keyring(&ctx.store.keyring).unwrap();
    let found = Listing::read(&from, &trust).unwrap();
    let opener = Opener {
        keyring: &ctx.store.keyring,
        master: &ctx.store.master,
        own: vec![],
    };
    let item = found.choose(&Chosen::Latest).unwrap();
    verify::full(&from, item, &opener, &mut silent).unwrap();
    drop(ctx);
    let planned = plan(&fixture, &from, &Pick::Signed(Chosen::Latest)).unwrap();
    let again = fixture.dir.path().join("again");
    restore::restore(ground(), &planned, &Folder::new(&again), &[], &mut silent).unwrap();
    let ctx = fixture.open_at(&again);
    assert!(ctx.store.check(Depth::Deep).unwrap().1.is_empty());
    drop(planned);
    drop((ctx, from));
    // Nothing of the keys stays where they were copied to.
    assert!(fs::read_dir(&scratch).unwrap().next().is_none());
}

#[test]
fn over_a_live_store_from_far_away_every_row_of_the_log_is_taken_over() {
    let fixture = Fixture::new();
    let (to, scratch) = (fixture.dir.path().join("b"), fixture.dir.path().join("s"));
    let ctx = fixture.open();
    remember_unnamed(&ctx);
    back_up(&ctx, &[&to]);
    for n in 0..1_500 {
        audit::note(&ctx, &Event::new("test.after").personal("n", n)).unwrap();
    }
    let (size, root) = ctx
        .store
        .read(|tx| tx.tree())
        .map(|tree| (tree.size(), tree.root()))
        .unwrap();
    drop(ctx);
    let from = far(&to, &scratch);
    let planned = plan(&fixture, &from, &Pick::Signed(Chosen::Latest)).unwrap();
    let source = restore::Source::Backup(&planned);
    let live = fixture.open_exclusive();
    let lost = restore::lost(&live, &source).unwrap().unwrap();
    assert_eq!(lost.of("test.after"), 1_500);
    let present = restore::Present::Open(Box::new(live));
    let done = restore::replace(ground(), present, (&source, &[]), &mut silent).unwrap();
    assert!(done.begun.is_none(), "{done:?}");
    let ctx = fixture.open();
    let report = audit::verify::verify(&ctx, &audit::verify::Request::default(), &mut silent);
    let report = report.unwrap();
    assert!(report.is_good(), "{report:?}");
    // The intent, and what concluded it.
    assert_eq!(report.events, size + 2);
    let extends = |tx: &crate::store::Tx<'_>| {
        crate::crypto::merkle::root_at(&crate::store::audit::TreeNodes(tx), size)
    };
    assert_eq!(ctx.store.read(extends).unwrap(), root);
    assert_eq!(ctx.store.read(|tx| tx.backups()).unwrap().len(), 1);
    let unnamed = ctx.store.read(|tx| tx.unnamed_since("pep_old"));
    assert_eq!(unnamed.unwrap(), None);
}

/// A manifest that says another image than its file holds: whatever reads everything finds it.
#[test]
fn an_image_that_is_not_the_signed_one_is_found_by_a_test_and_over_a_store() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    back_up(&ctx, &[&to]);
    let mut manifest = listing(&ctx, &to).items.remove(0).manifest;
    manifest.image.sha256 = "0".repeat(64);
    let signed = manifest.sign(&audit::signing_key(&ctx.store.keyring));
    fs::write(
        to.join(format!("{}.json", manifest.stem())),
        signed.unwrap(),
    )
    .unwrap();
    drop(ctx);
    let from = Target::at(&to).unwrap();
    let planned = plan(&fixture, &from, &Pick::Signed(Chosen::Latest)).unwrap();
    let scene = restore::Scene {
        ground: ground(),
        parent: &fixture.dir.path().join("scratch"),
        own: &[],
    };
    let tested = restore::rehearse(scene, &planned, &mut silent).unwrap_err();
    assert_eq!(tested.kind, Kind::Integrity, "{tested}");
    let source = restore::Source::Backup(&planned);
    let present = restore::Present::Open(Box::new(fixture.open_exclusive()));
    let over = restore::replace(ground(), present, (&source, &[]), &mut silent).unwrap_err();
    assert_eq!(over.kind, Kind::Integrity, "{over}");
    assert!(
        fixture
            .open()
            .store
            .check(Depth::Deep)
            .unwrap()
            .1
            .is_empty()
    );
}

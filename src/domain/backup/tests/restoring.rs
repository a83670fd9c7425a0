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

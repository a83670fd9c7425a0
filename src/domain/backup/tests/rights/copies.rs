//! A folder of backups that somebody else writes to: what was restricted and which unlockers went is not forgotten,
//! or at least not silently.

use super::*;
use crate::base::clock::Time;
use crate::domain::backup::copy::Route;

struct Scene {
    fixture: Fixture,
    to: std::path::PathBuf,
    until: Time,
}

/// A backup, and a lock that came after it: only the copy that grows has its line.
fn locked_later() -> Scene {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    people(&ctx);
    back_up(&ctx, &[&to]);
    let long = lock_of(&ctx, 5);
    account::lock(&ctx, &who("tom"), &long).unwrap();
    Scene {
        fixture,
        to,
        until: long.until,
    }
}

impl Scene {
    fn kept(&self, name: &str) -> std::path::PathBuf {
        self.to.join("recovery").join(name)
    }

    fn restored(&self) -> (Restored, Option<Time>) {
        let again = self.fixture.dir.path().join("again");
        let restored = restore_latest(&self.fixture, &self.to, &again).unwrap();
        let ctx = self.fixture.open_at(&again);
        let tom = ctx.store.read(|tx| tx.find_account("tom")).unwrap();
        (restored, tom.unwrap().locked_until)
    }
}

fn slots(fixture: &Fixture, to: &Path) -> Vec<String> {
    let again = fixture.dir.path().join("again");
    restore_latest(fixture, to, &again).unwrap();
    let ctx = fixture.open_at(&again);
    let slots = ctx.store.keyring.slots.iter();
    slots.map(|slot| slot.name.clone()).collect()
}

fn add(ctx: &mut Context, name: &str) {
    let (_, recipient) = wrap::new_identity().unwrap();
    key::add(ctx, &label(name), &NewUnlocker::Recipient(recipient)).unwrap();
}

#[test]
fn a_forged_name_does_not_hide_the_longest_journal() {
    let scene = locked_later();
    fs::write(scene.kept("rights-99999.journal"), "forged\n").unwrap();
    let (restored, locked) = scene.restored();
    assert_eq!(locked, Some(scene.until));
    assert_eq!(restored.reapplied.kept.len(), 1, "it is told");
}

#[test]
fn a_copy_of_the_backups_knows_what_was_restricted_after_the_last_one() {
    let mut scene = locked_later();
    let copy = scene.fixture.dir.path().join("copy");
    fs::create_dir(&copy).unwrap();
    let ctx = scene.fixture.open();
    let (from, trust) = (
        Target::at(&scene.to).unwrap(),
        Trust::of_keyring(&ctx.store.keyring).unwrap(),
    );
    let listing = Listing::read(&from, &trust).unwrap();
    let route = Route {
        from: &from,
        to: &Target::at(&copy).unwrap(),
        trust: &trust,
        signer: None,
        dry_run: false,
    };
    let items: Vec<&Item> = listing.items.iter().collect();
    let outcomes = route.copy(&items, &mut silent).unwrap();
    assert!(outcomes.copied.iter().all(|one| one.result.is_ok()));
    drop(ctx);
    scene.to = copy;
    let journals = fs::read_dir(scene.to.join("recovery")).unwrap();
    let names = journals.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut journals: Vec<_> = names.filter(|name| name.ends_with(".journal")).collect();
    journals.sort_unstable();
    assert_eq!(
        journals.len(),
        2,
        "the one of the backup and the longer one: {journals:?}"
    );
    assert!(!journals.contains(&"rights.journal".to_owned()));
    assert_eq!(scene.restored().1, Some(scene.until));
}

#[test]
fn a_damaged_copy_that_went_further_is_told_of() {
    let scene = locked_later();
    let growing = scene.kept("rights.journal");
    let mut bytes = fs::read(&growing).unwrap();
    let at = bytes.len() - 9;
    bytes[at] ^= 1;
    fs::write(&growing, bytes).unwrap();
    let (restored, locked) = scene.restored();
    assert_eq!(locked, None);
    let told = restored.reapplied.kept.join("\n");
    assert!(told.contains("rights.journal` is damaged"), "{told}");
}

#[test]
fn older_keys_than_the_backup_bring_no_removed_unlocker_back() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let mut ctx = fixture.open();
    add(&mut ctx, "spare");
    back_up(&ctx, &[&to]);
    key::remove(&mut ctx, "spare").unwrap();
    back_up(&ctx, &[&to]);
    let generation = ctx.store.keyring.generation;
    drop(ctx);
    let recovery = to.join("recovery");
    fs::remove_file(recovery.join(format!("keyring-{generation}.age"))).unwrap();
    fs::remove_dir_all(recovery.join(format!("slots-{generation}"))).unwrap();
    assert_eq!(slots(&fixture, &to), ["first"]);
}

#[test]
fn of_unlockers_that_are_all_removed_only_the_one_at_hand_stays() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let mut ctx = fixture.open();
    add(&mut ctx, "spare");
    back_up(&ctx, &[&to]);
    add(&mut ctx, "third");
    key::remove(&mut ctx, "spare").unwrap();
    key::remove(&mut ctx, "first").unwrap();
    drop(ctx);
    assert_eq!(slots(&fixture, &to), ["first"]);
}

//! Personal values that go along into an archive: never one that was erased meanwhile, none that nobody finds again.

use super::*;

/// What is erased while it is being archived is in no archive that stays.
#[test]
fn values_erased_meanwhile_stay_in_no_archive() {
    let (fixture, ctx) = log();
    let with_values = Order {
        recipients: vec![ctx.store.master.recipient.clone()],
        ..order(&fixture, &ctx)
    };
    let erase = || {
        let order = super::super::super::redact::Order {
            texts: vec!["203.0.113.".to_owned()],
            numbers: vec![(9, 10)],
            ..Default::default()
        };
        super::super::super::redact::run(&ctx, &order).unwrap()
    };
    // Behind the archive, in front of the deletion.
    let span = plan(&ctx, with_values.before).unwrap().unwrap();
    let made = archive::make(&ctx, span, &with_values, &mut silent).unwrap();
    let intent = intend(&ctx, event(span)).unwrap();
    assert_eq!(erase().0.values, 1);
    let refused = remove(&ctx, span, (&made, intent)).unwrap_err();
    assert_eq!(refused.kind, crate::base::error::Kind::Conflict);
    assert!(!made.folder.exists());
    assert_eq!(ctx.store.read(|tx| tx.first_kept()).unwrap(), 0);
    // While the archive is being read back.
    let told = archive::require_present(&ctx, span, made.values).unwrap_err();
    assert_eq!(told.kind, crate::base::error::Kind::Conflict);
    conclude(&ctx, intent, event(span).outcome(Outcome::Failure)).unwrap();
    prune(&ctx, &with_values, &mut silent).unwrap().unwrap();
    assert!(look(&ctx).is_good());
}

/// A run was killed between its archive's name and the deletion, and the next one goes further.
#[test]
fn values_that_a_killed_run_archived_go_with_the_next_one() {
    let (fixture, ctx) = log();
    let with_values = Order {
        recipients: vec![ctx.store.master.recipient.clone()],
        ..order(&fixture, &ctx)
    };
    let short = Span { first: 0, end: 256 };
    let left = archive::make(&ctx, short, &with_values, &mut silent).unwrap();
    fill(&ctx, 700);
    // Of another history of this log: a clone, or the store that this one was restored from.
    let foreign = with_values.archive.join("events-0000000000-0000000511");
    copy(&left.folder, &foreign);
    let manifest = foreign.join("manifest.json");
    let other = std::fs::read_to_string(&manifest).unwrap();
    let other = other.replace(&ctx.store.keyring.epoch, "00ff00ff00ff00ff");
    std::fs::write(&manifest, other).unwrap();
    let done = prune_by(&ctx, &with_values, 1_024, &mut silent)
        .unwrap()
        .unwrap();
    assert_eq!((done.span.first, done.span.end), (0, 1_024));
    assert!(!left.folder.exists());
    assert!(foreign.exists(), "another history's archive was taken away");
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    let done = std::process::Command::new("cp")
        .arg("-r")
        .args([from, to])
        .status();
    assert!(done.unwrap().success());
}

//! What lies beside a pruned backup: what speaks of its file goes with it, what keeps the chain whole stays.

use super::super::super::verified::{self, Passed};
use super::super::super::verify::Level;
use super::*;
use crate::domain::audit::signing_key;

/// The endings of what lies beside the oldest backup.
fn beside(ctx: &Context, to: &Path) -> Vec<String> {
    let item = listing(ctx, to).items.remove(0);
    let stem = format!("{}.", item.stem());
    let ending = |name: &String| name.strip_prefix(&stem).unwrap().to_owned();
    item.documents.iter().map(ending).collect()
}

fn verify_oldest(ctx: &Context, to: &Path) {
    let keyring = &ctx.store.keyring;
    let trust = Trust::of_keyring(keyring).unwrap();
    let item = listing(ctx, to).items.remove(0);
    let passed = (Level::Quick, Passed::new(ctx.now(), 1));
    let by = (&signing_key(keyring), &trust);
    verified::leave(&Target::at(to).unwrap(), &item, passed, by).unwrap();
}

#[test]
fn results_and_ended_pins_go_with_the_file_and_the_manifest_stays() {
    for trash in [Some("7d"), None] {
        let (_fixture, mut ctx, to) = four();
        verify_oldest(&ctx, &to);
        let id = listing(&ctx, &to).items.remove(0).manifest.id;
        pin_one(&ctx, &to, &id, Some("2026-12-05T00:00:00Z")).unwrap();
        assert_eq!(beside(&ctx, &to), ["pin.json", "verified-1.json"]);
        at_day(&mut ctx, 6);
        prune(&ctx, &hold(&to), &order(1, trash)).unwrap();
        if trash.is_some() {
            // It may come back, with all that is known of it.
            let waiting = ["pin.json", "pruned.json", "verified-1.json"];
            assert_eq!(beside(&ctx, &to), waiting);
            at_day(&mut ctx, 20);
            prune(&ctx, &hold(&to), &order(1, trash)).unwrap();
        }
        assert_eq!(states(&ctx, &to), "---p");
        assert_eq!(beside(&ctx, &to), ["pruned.json"]);
        assert!(listing(&ctx, &to).findings().is_empty());
    }
}

#[test]
fn what_a_killed_run_left_beside_goes_with_the_next_one() {
    let (_fixture, ctx, to) = four();
    verify_oldest(&ctx, &to);
    let name = listing(&ctx, &to).items.remove(0).documents.remove(0);
    let kept = fs::read(to.join(&name)).unwrap();
    prune(&ctx, &hold(&to), &order(1, None)).unwrap();
    fs::write(to.join(&name), kept).unwrap();
    let done = prune(&ctx, &hold(&to), &order(1, None)).unwrap();
    assert_eq!(done.finished.len(), 1);
    assert_eq!(beside(&ctx, &to), ["pruned.json"]);
}

#[test]
fn a_file_that_somebody_brought_back_is_judged_anew_and_not_removed_unasked() {
    let (_fixture, mut ctx, to) = four();
    prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!(states(&ctx, &to), "ttpp");
    let file = listing(&ctx, &to).items.remove(0).manifest.file.name;
    at_day(&mut ctx, 20);
    // Copied out of the trash: there it lies as well.
    fs::copy(to.join(trash_name(&file)), to.join(&file)).unwrap();
    let seen = listing(&ctx, &to);
    let target = Target::at(&to).unwrap();
    let plan = preview(None, &target, &seen, &order(2, Some("7d")), ctx.now()).unwrap();
    assert_eq!(plan.going().count(), 1);
    let done = prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert!(
        done.finished
            .iter()
            .any(|one| one.contains("judge it anew"))
    );
    assert_eq!(states(&ctx, &to), "t-pp");
}

#[test]
fn a_record_of_pruning_that_is_put_back_removes_nothing() {
    for trash in ["7d", "1m"] {
        let (_fixture, mut ctx, to) = four();
        prune(&ctx, &hold(&to), &order(3, Some(trash))).unwrap();
        assert_eq!(states(&ctx, &to), "tppp");
        let item = listing(&ctx, &to).items.remove(0);
        let record = to.join(format!("{}.pruned.json", item.stem()));
        let kept = fs::read(&record).unwrap();
        let id = item.manifest.id;
        pin_one(&ctx, &to, &id, None).unwrap();
        pin::unpin(&ctx, &hold(&to), &Chosen::Id(id)).unwrap();
        at_day(&mut ctx, 5);
        fs::write(&record, kept).unwrap();
        let done = prune(&ctx, &hold(&to), &order(4, Some("7d"))).unwrap();
        assert_eq!(done.finished.len(), 1);
        assert_eq!(states(&ctx, &to), "pppp");
        assert!(!record.exists());
    }
}

//! Pruning when nothing more can be written.

use super::*;

#[test]
fn on_a_full_disk_the_trash_makes_room_and_deleting_needs_none() {
    let (fixture, ctx, to) = four();
    prune(&ctx, &hold(&to), &order(3, Some("7d"))).unwrap();
    let (target, _) = faulty(&fixture, &to, (0, Kind::NoSpace, true));
    // No record can be written at all here: each file goes, and its failure is named.
    let done = prune(&ctx, &target, &order(1, Some("7d"))).unwrap();
    assert!(!done.removed.is_empty(), "the trash was emptied");
    assert_eq!(done.failed.len(), 2);
    assert!(states(&ctx, &to).ends_with('p'));
}

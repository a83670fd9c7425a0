//! What an attacker with every key does to the rows, and which verdict notices it.

use serde_json::json;

use super::*;
use crate::base::progress::silent;
use crate::domain::audit::prove::sign_now;
use crate::domain::audit::{Event, Outcome, append_all};
use crate::domain::fixture::Fixture;
use crate::store::Mode;
use crate::store::audit::tamper;

/// A log of 700 events: two full tiles, a partial one, checkpoints and personal values.
pub(super) fn log() -> (Fixture, Context) {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 699);
    sign_now(&ctx, "asked").unwrap();
    (fixture, ctx)
}

pub(super) fn fill(ctx: &Context, count: u64) {
    ctx.store
        .write(Mode::Commit, |tx| {
            append_all(ctx, tx, |log| {
                for n in 0..count {
                    let outcome = if n % 9 == 0 {
                        Outcome::Failure
                    } else {
                        Outcome::Success
                    };
                    let event =
                        Event::new(["auth.check", "account.change"][usize::from(n % 2 == 0)])
                            .target(format!("acc_{}", n % 5))
                            .outcome(outcome)
                            .personal("ip", format!("203.0.113.{}", n % 250));
                    log.append(&event)?;
                }
                Ok(())
            })
        })
        .unwrap();
}

pub(super) fn look(ctx: &Context) -> Report {
    verify(ctx, &Request::default(), &mut silent).unwrap()
}

/// Does it to a fresh log and gives the first findings of integrity and completeness.
pub(super) fn after(sql: &str) -> (Option<Finding>, Option<Finding>) {
    let (_fixture, ctx) = log();
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, sql);
    let report = look(&ctx);
    let first = |verdict: &Verdict| verdict.findings.first().cloned();
    (first(&report.integrity), first(&report.completeness))
}

#[track_caller]
fn integrity(sql: &str, seq: impl Into<Option<u64>>) {
    let (finding, other) = after(sql);
    assert_eq!(finding.unwrap().seq, seq.into());
    assert_eq!(other, None);
}

#[track_caller]
fn completeness(sql: &str, seq: u64) {
    let (_, finding) = after(sql);
    assert_eq!(finding.unwrap().seq, Some(seq));
}

#[test]
fn an_untouched_log_is_good() {
    let (_fixture, ctx) = log();
    let report = look(&ctx);
    assert!(report.is_good(), "{report:?}");
    assert_eq!((report.events, report.checkpoints), (700, 1));
    assert_eq!(report.anchoring.tail, 700);
    assert_eq!(report.anchoring.handed_out.unwrap().size, 700);
}

#[test]
fn a_changed_entry() {
    let change = |seq: u64| {
        format!(
            "UPDATE event SET entry = CAST(replace(entry, 'success', 'failure') AS BLOB) WHERE seq = {seq}"
        )
    };
    integrity(&change(8), 8);
    integrity(&change(699), 699);
    // In full disguise, with its column and zone, it still does not hash to the tile.
    integrity(
        &format!("{}; UPDATE event SET outcome = 1 WHERE seq = 8", change(8)),
        8,
    );
}

#[test]
fn a_reformatted_entry() {
    integrity(
        "UPDATE event SET entry = CAST(replace(entry, '{\"_sd\"', '{ \"_sd\"') AS BLOB) WHERE seq = 5",
        5,
    );
}

#[test]
fn a_deleted_event() {
    completeness("DELETE FROM event WHERE seq = 300", 300);
    completeness(
        "DELETE FROM event WHERE seq = 300; DELETE FROM disclosure WHERE seq = 300",
        300,
    );
}

#[test]
fn swapped_events() {
    integrity(
        "UPDATE event SET seq = -1 WHERE seq = 20; UPDATE event SET seq = 20 WHERE seq = 21;
         UPDATE event SET seq = 21 WHERE seq = -1",
        20,
    );
}

#[test]
fn a_cut_tail() {
    completeness(
        "DELETE FROM event WHERE seq >= 650; DELETE FROM disclosure WHERE seq >= 650",
        650,
    );
}

#[test]
fn a_tail_cut_with_care_is_noticed_by_a_kept_checkpoint_alone() {
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    let frontier = ctx.store.read(|tx| {
        let mut tree = crate::crypto::merkle::Frontier::new();
        for leaf in tx.leaves(0, 650)? {
            tree.push(leaf)?;
        }
        Ok(tree.to_bytes())
    });
    let frontier = data_encoding::HEXLOWER.encode(&frontier.unwrap());
    tamper::run(
        &ctx.store,
        &format!(
            "DELETE FROM event WHERE seq >= 650; DELETE FROM disclosure WHERE seq >= 650;
             DELETE FROM checkpoint; UPDATE tree SET size = 650, frontier = x'{frontier}'"
        ),
    );
    assert!(look(&ctx).is_good());
    let request = Request {
        trusted: Some(note),
        ..Request::default()
    };
    let report = verify(&ctx, &request, &mut silent).unwrap();
    assert_eq!(report.completeness.findings[0].seq, Some(650));
    assert_eq!(report.anchoring.anchored, None);
}

#[test]
fn a_kept_checkpoint_anchors_what_it_covers() {
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    fill(&ctx, 10);
    let request = Request {
        trusted: Some(note),
        ..Request::default()
    };
    let report = verify(&ctx, &request, &mut silent).unwrap();
    assert!(report.is_good());
    assert_eq!(
        (report.anchoring.anchored, report.anchoring.tail),
        (Some(700), 10)
    );
}

#[test]
fn a_changed_personal_value() {
    integrity(
        "UPDATE disclosure SET text = text || 'A' WHERE seq = 40 AND field = 'ip'",
        40,
    );
    integrity(
        "INSERT INTO disclosure SELECT 40, 'note', text FROM disclosure WHERE seq = 41 AND field = 'ip'",
        40,
    );
}

#[test]
fn a_deleted_personal_value() {
    let (finding, loss) = after("DELETE FROM disclosure WHERE seq = 40 AND field = 'ip'");
    assert_eq!(finding, None);
    assert!(loss.unwrap().what.starts_with("unexplained loss"));
}

#[test]
fn an_erased_value_is_explained_by_its_event() {
    let (_fixture, ctx) = log();
    let erased = Event::new("audit.redact")
        .field("ranges", json!([[40, 41], [60, 60]]))
        .field("fields", json!(["ip"]));
    crate::domain::audit::note(&ctx, &erased).unwrap();
    tamper::run(
        &ctx.store,
        "DELETE FROM disclosure WHERE seq IN (40, 41, 60) AND field = 'ip'",
    );
    let report = look(&ctx);
    assert!(report.is_good(), "{report:?}");
    assert_eq!(report.explained, 3);
    tamper::run(
        &ctx.store,
        "DELETE FROM disclosure WHERE seq = 42 AND field = 'ip'",
    );
    assert_eq!(look(&ctx).completeness.findings[0].seq, Some(42));
}

#[test]
fn a_changed_or_lost_tile() {
    integrity(
        "UPDATE tile SET hashes = zeroblob(8192) WHERE number = 1",
        256,
    );
    integrity("DELETE FROM tile WHERE number = 1", 256);
    integrity(
        "INSERT INTO tile SELECT 0, 9, hashes FROM tile WHERE number = 1",
        None,
    );
}

#[test]
fn a_forged_or_moved_checkpoint() {
    integrity(
        "UPDATE checkpoint SET note = replace(note, '700', '701')",
        699,
    );
    integrity("UPDATE checkpoint SET size = 600", 599);
    integrity("UPDATE checkpoint SET epoch = '0011223344556677'", 699);
    completeness("UPDATE checkpoint SET size = 900", 700);
}

#[test]
fn a_changed_edge_of_the_tree() {
    integrity(
        "UPDATE tree SET frontier = zeroblob(length(frontier))",
        None,
    );
}

#[test]
fn changed_search_columns() {
    integrity("UPDATE event SET outcome = 0 WHERE seq = 10", 10);
    integrity("UPDATE event SET severity = 4 WHERE seq = 10", 10);
    integrity("UPDATE event SET ts = ts - 1 WHERE seq = 10", 10);
    integrity("UPDATE event SET rts = rts + 1 WHERE seq = 10", 10);
    integrity("UPDATE event SET target = NULL WHERE seq = 10", 10);
    integrity("UPDATE event SET action = 1 WHERE seq = 10", 10);
}

#[test]
fn a_changed_dictionary() {
    // Pointing a word elsewhere hides its events from every search.
    integrity(
        "UPDATE dictionary SET value = 'auth.chack' WHERE value = 'auth.check'",
        2,
    );
    integrity(
        "UPDATE dictionary SET first = first + 1 WHERE value = 'auth.check'",
        2,
    );
    integrity(
        "INSERT INTO dictionary VALUES (1, 99, 'auth.other', 5)",
        None,
    );
}

#[test]
fn a_changed_zone() {
    integrity("UPDATE zone SET outcomes = 1 WHERE number = 1", 256);
    integrity(
        "UPDATE zone SET first_ts = first_ts + 1 WHERE number = 0",
        0,
    );
    integrity("DELETE FROM zone WHERE number = 0", 0);
}

#[test]
fn quick_leaves_the_search_columns_out_and_says_so() {
    let (_fixture, ctx) = log();
    tamper::run(&ctx.store, "UPDATE event SET severity = 4 WHERE seq = 10");
    let request = Request {
        depth: Depth::Quick,
        ..Request::default()
    };
    let report = verify(&ctx, &request, &mut silent).unwrap();
    assert!(report.is_good());
    assert_eq!(report.depth, Depth::Quick);
}

#[test]
fn a_new_epoch_declares_its_loss() {
    let (_fixture, ctx) = log();
    let origin = format!("optimactl/{}/00112233aabbccdd", ctx.store.keyring.store_id);
    let epoch = Event::new("log.epoch")
        .field("old_origin", origin)
        .field("old_size", 720);
    crate::domain::audit::note(&ctx, &epoch).unwrap();
    let report = look(&ctx);
    assert_eq!(report.declared.len(), 1);
    assert_eq!(report.declared[0].lost, 20);
}

#[test]
fn upper_tiles_of_a_larger_log() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 256 * 256 + 300);
    assert!(look(&ctx).is_good());
    tamper::run(
        &ctx.store,
        "UPDATE tile SET hashes = zeroblob(8192) WHERE level = 1",
    );
    let report = look(&ctx);
    let found = &report.integrity.findings[0];
    assert!(found.what.contains("level 1"), "{report:?}");
    assert_eq!(found.seq, Some(0), "{report:?}");
}

/// Other programs can call their events what they like.
#[test]
fn what_another_program_says_explains_nothing() {
    let (_fixture, ctx) = log();
    ctx.store
        .write(Mode::Commit, |tx| {
            for action in ["log.epoch", "audit.prune", "audit.redact", "audit.expire"] {
                let ranges = json!([[0, 699]]);
                let event = Event::foreign(action, "vpn").field("ranges", ranges);
                append_all(&ctx, tx, |log| log.append(&event))?;
            }
            Ok(())
        })
        .unwrap();
    let report = look(&ctx);
    assert!(report.is_good() && report.declared.is_empty(), "{report:?}");
    tamper::run(&ctx.store, "DELETE FROM disclosure WHERE seq = 300");
    let report = look(&ctx);
    assert_eq!(report.completeness.findings[0].seq, Some(300));
}

/// Somebody who writes a huge number there must not keep the check busy for ever.
#[test]
fn a_size_that_nothing_comes_near_is_a_finding() {
    let (_fixture, ctx) = log();
    let size = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    let huge = size + (1 << 40);
    // The frontier has a hash for each bit that is set.
    tamper::run(
        &ctx.store,
        &format!(
            "UPDATE tree SET size = {huge}, frontier = zeroblob({})",
            huge.count_ones() * 32
        ),
    );
    let report = look(&ctx);
    assert!(!report.completeness.is_good(), "{report:?}");
    assert_eq!(report.events, size);
}

/// A reason that nobody vouches for must not stand unmarked beside a part that somebody vouches for.
#[test]
fn a_reason_behind_the_trusted_checkpoint_is_told_apart() {
    let (_fixture, ctx) = log();
    let trusted = sign_now(&ctx, "asked").unwrap();
    let told = Event::new("audit.redact")
        .field("ranges", json!([[300, 300]]))
        .field("fields", json!(["ip"]));
    crate::domain::audit::note(&ctx, &told).unwrap();
    tamper::run(&ctx.store, "DELETE FROM disclosure WHERE seq = 300");
    let asked = Request {
        trusted: Some(trusted.note),
        ..Request::default()
    };
    let report = verify(&ctx, &asked, &mut silent).unwrap();
    assert!(report.is_good(), "{report:?}");
    assert_eq!((report.explained, report.explained_behind), (1, 1));
    assert_eq!(look(&ctx).explained_behind, 0);
}

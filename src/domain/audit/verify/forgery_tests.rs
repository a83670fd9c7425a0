//! Somebody with the data key and the signing key: what a kept checkpoint, a witness or an anchor still notices.

use super::tests::{fill, log, look};
use super::*;
use crate::base::progress::silent;
use crate::crypto::merkle::Frontier;
use crate::domain::audit::prove::sign_now;
use crate::store::Mode;
use crate::store::audit::tamper;

/// The same against a checkpoint that was kept elsewhere.
fn trusting(ctx: &Context, note: &str) -> Report {
    let request = Request {
        trusted: Some(note.to_owned()),
        ..Request::default()
    };
    verify(ctx, &request, &mut silent).unwrap()
}

/// Rewrites one event and everything that follows from it, as somebody with every key would.
fn rewrite(ctx: &Context) {
    tamper::run(
        &ctx.store,
        "UPDATE event SET entry = CAST(replace(entry, 'success', 'failure') AS BLOB), outcome = 1 WHERE seq = 8;
         DELETE FROM tile WHERE level = 0 AND number = 0",
    );
    ctx.store
        .write(Mode::Commit, |tx| {
            let size = tx.tree()?.size();
            tx.insert_tile(0, 0, &tx.leaves(0, 256)?)?;
            let mut tree = Frontier::new();
            for leaf in tx.leaves(0, size)? {
                tree.push(leaf)?;
            }
            tx.set_tree(&tree)?;
            for row in tx.checkpoints_between(0, size)? {
                let mut tree = Frontier::new();
                for leaf in tx.leaves(0, row.size)? {
                    tree.push(leaf)?;
                }
                tx.insert_checkpoint(&crate::domain::audit::sign_tree(ctx, &tree, &row.reason)?)?;
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_log_forged_with_the_signing_key_is_noticed_by_a_kept_checkpoint_alone() {
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    rewrite(&ctx);
    assert!(look(&ctx).is_good());
    let report = trusting(&ctx, &note);
    assert_eq!(report.integrity.findings[0].seq, Some(699));
    assert!(report.integrity.findings[0].what.contains("rewritten"));
    assert_eq!(report.anchoring.anchored, None);
}

#[test]
fn a_log_forged_with_the_signing_key_does_not_fit_what_witnesses_signed() {
    use crate::domain::audit::witness;
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    let key = crate::crypto::note::WitnessKey::new("w", crate::crypto::secret::Key::new([1; 32]));
    let key = key.unwrap();
    let policy = Policy::new(&[key.witness().to_string()], 1).unwrap();
    let vkey = crate::domain::audit::vkey(&ctx.store.keyring).unwrap();
    let ask = witness::Ask {
        text: &note,
        vkey: Some(&vkey),
        handovers: &[],
        accepted: false,
    };
    let signed = witness::sign(&witness::State::empty(), &key, ask, ctx.now()).unwrap();
    witness::add(&ctx, &signed.note, &policy).unwrap();
    assert!(look(&ctx).is_good());
    // A cosignature that is taken away leaves the event that took it in.
    ctx.store
        .write(Mode::DryRun, |tx| {
            tamper::script(tx, "DELETE FROM cosignature");
            let report = verify_in(&ctx, tx, &Request::default(), &mut silent)?;
            assert_eq!(report.completeness.findings[0].seq, Some(700));
            Ok(())
        })
        .unwrap();
    rewrite(&ctx);
    // Without knowing any witness: the line itself does not fit.
    let report = look(&ctx);
    assert_eq!(report.integrity.findings[0].seq, Some(700));
    assert!(!trusting(&ctx, &note).is_good());
}

#[test]
fn a_file_that_was_rolled_back_is_noticed_by_what_was_kept_elsewhere() {
    let (fixture, ctx) = log();
    let copy = fixture.dir.path().join("copy");
    drop(ctx);
    let done = std::process::Command::new("cp")
        .arg("-a")
        .args([fixture.folder.path(), &copy])
        .status();
    assert!(done.unwrap().success());
    let ctx = fixture.open();
    fill(&ctx, 20);
    let note = sign_now(&ctx, "asked").unwrap().note;
    let old = fixture.open_at(&copy);
    assert!(look(&old).is_good());
    let report = trusting(&old, &note);
    assert_eq!(report.completeness.findings[0].seq, Some(700));
    assert!(report.completeness.findings[0].what.contains("cut off"));
}

#[test]
fn a_changed_key_of_a_foreign_event() {
    let (_fixture, ctx) = log();
    let add = |tx: &Tx<'_>| tx.insert_event_key("optimactl", "k", 5);
    ctx.store.write(Mode::Commit, add).unwrap();
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, "UPDATE event_key SET source = 'vpn'");
    assert_eq!(look(&ctx).integrity.findings[0].seq, Some(5));
    tamper::run(
        &ctx.store,
        "UPDATE event_key SET source = 'optimactl', seq = 900",
    );
    assert_eq!(look(&ctx).integrity.findings[0].seq, Some(900));
    tamper::run(
        &ctx.store,
        "DELETE FROM event_key; INSERT INTO told_key VALUES (x'01', 699)",
    );
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, "UPDATE told_key SET seq = 700");
    assert_eq!(look(&ctx).integrity.findings[0].seq, Some(700));
}

#[test]
fn a_changed_anchor() {
    use crate::domain::audit::anchor::{self, Kind};
    let (_fixture, ctx) = log();
    anchor::create(&ctx, Kind::Rfc3161, None, |_| Ok(())).unwrap();
    assert!(look(&ctx).is_good());
    let after = |sql: &str| {
        let mut found = None;
        ctx.store
            .write(Mode::DryRun, |tx| {
                tamper::script(tx, sql);
                found = Some(verify_in(&ctx, tx, &Request::default(), &mut silent)?);
                Ok(())
            })
            .unwrap();
        found.unwrap()
    };
    for sql in [
        "UPDATE anchor SET size = 600",
        "UPDATE anchor SET kind = 'file'",
        "UPDATE anchor SET note = replace(note, '700', '701')",
        "UPDATE anchor SET query = x'3000'",
        "UPDATE anchor SET stamped = 5",
        "UPDATE anchor SET seq = 3",
    ] {
        assert!(!after(sql).integrity.is_good(), "{sql}");
    }
    let gone = after("DELETE FROM anchor");
    assert_eq!(gone.completeness.findings[0].seq, Some(700));
}

/// Without the signing key nobody makes the checkpoint of a changed log, and to take it away is noticed, too.
#[test]
fn the_checkpoint_that_is_signed_every_thousand_events_must_be_there() {
    let fixture = crate::domain::fixture::Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 1_100);
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, "DELETE FROM checkpoint");
    assert_eq!(look(&ctx).completeness.findings[0].seq, Some(999));
}

#[test]
fn the_checkpoint_that_left_as_an_anchor_must_be_there() {
    use crate::domain::audit::anchor::{self, Kind};
    let (_fixture, ctx) = log();
    anchor::create(&ctx, Kind::File, None, |_| Ok(())).unwrap();
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, "DELETE FROM checkpoint WHERE size = 700");
    let found = look(&ctx).completeness.findings;
    assert_eq!(found[0].seq, Some(699), "{found:?}");
}

/// One far row, or a number in `meta`, must not keep the check busy for ever.
#[test]
fn a_far_row_is_no_reason_to_look_that_far() {
    let (_fixture, ctx) = log();
    let far = 1_u64 << 40;
    tamper::run(
        &ctx.store,
        &format!(
            "INSERT INTO event SELECT {far} - 2, ts, rts, action, actor, target, source, outcome, severity, entry
             FROM event WHERE seq = 5;
             UPDATE tree SET size = {far}, frontier = zeroblob(32);
             INSERT OR REPLACE INTO meta VALUES ('pruned', '{far}')"
        ),
    );
    let report = look(&ctx);
    assert!(
        !report.completeness.is_good() && report.events < 2_000,
        "{report:?}"
    );
}

/// A thousand changed events must not hide that the log is not the one that others know.
#[test]
fn what_is_judged_at_the_end_has_room_of_its_own() {
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    tamper::run(
        &ctx.store,
        "UPDATE event SET severity = 4, ts = 5 WHERE seq < 650",
    );
    rewrite(&ctx);
    let report = trusting(&ctx, &note);
    assert!(report.integrity.more > 0);
    let found = |what: &str| {
        report
            .integrity
            .findings
            .iter()
            .any(|f| f.what.contains(what))
    };
    assert!(found("rewritten"), "{report:?}");
    // In the order of the events all the same.
    assert!(
        report
            .integrity
            .findings
            .is_sorted_by_key(|f| f.seq.unwrap_or(u64::MAX))
    );
}

/// The hash of an event that is not there comes from the tile: it fits, and nobody vouches for it.
#[test]
fn nobody_vouches_for_an_event_that_is_missing() {
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    tamper::run(
        &ctx.store,
        "DELETE FROM event WHERE seq = 300; DELETE FROM disclosure WHERE seq = 300",
    );
    let report = trusting(&ctx, &note);
    assert!(report.integrity.is_good(), "{report:?}");
    assert_eq!(report.completeness.findings[0].seq, Some(300));
    assert_eq!(report.anchoring.anchored, None);
}

/// One row of nonsense is a finding among others, not the end.
#[test]
fn a_row_that_cannot_be_read_is_a_finding_with_its_event() {
    use crate::domain::audit::anchor::{self, Kind};
    let (_fixture, ctx) = log();
    anchor::create(&ctx, Kind::File, None, |_| Ok(())).unwrap();
    tamper::run(&ctx.store, "");
    for (sql, seq) in [
        ("UPDATE tile SET hashes = x'00' WHERE number = 1", Some(256)),
        (
            "UPDATE checkpoint SET made = 9223372036854775807",
            Some(699),
        ),
        ("UPDATE anchor SET made = 9223372036854775807", Some(700)),
        ("UPDATE anchor SET note = CAST(x'ff' AS TEXT)", Some(700)),
        ("UPDATE tree SET frontier = x'00'", None),
        ("UPDATE tree SET size = -1", None),
    ] {
        ctx.store
            .write(Mode::DryRun, |tx| {
                tamper::script(
                    tx,
                    &format!("{sql}; UPDATE event SET severity = 4 WHERE seq = 10"),
                );
                let found = verify_in(&ctx, tx, &Request::default(), &mut silent)?
                    .integrity
                    .findings;
                assert_eq!(found[0].seq, Some(10), "{sql}: {found:?}");
                assert_eq!(found[1].seq, seq, "{sql}: {found:?}");
                Ok(())
            })
            .unwrap();
    }
}

/// A flag that answers another question than the one that is asked is not ignored.
#[test]
fn an_accepted_loss_is_the_one_in_question_and_is_told() {
    let (_fixture, ctx) = log();
    let keyring = &ctx.store.keyring;
    let origin = format!("optimactl/{}/00112233aabbccdd", keyring.store_id);
    let epoch = crate::domain::audit::Event::new("log.epoch")
        .field("old_origin", origin.clone())
        .field("old_size", 720);
    crate::domain::audit::note(&ctx, &epoch).unwrap();
    let lost = crate::crypto::note::Checkpoint {
        origin,
        size: 720,
        root: [7; 32],
    };
    let lost = lost
        .sign(&crate::domain::audit::signing_key(keyring))
        .unwrap();
    let ask = |note: &str, accepted: &str| {
        let request = Request {
            trusted: Some(note.to_owned()),
            accepted: Some(accepted.to_owned()),
            ..Request::default()
        };
        verify(&ctx, &request, &mut silent)
    };
    let report = ask(&lost, "00112233aabbccdd").unwrap();
    assert!(report.is_good(), "{report:?}");
    assert_eq!(report.anchoring.accepted_loss, Some(20));
    assert_eq!(report.anchoring.anchored, None);
    let error = ask(&lost, "ffffffffffffffff").unwrap_err();
    assert_eq!(error.kind, crate::base::error::Kind::Usage);
    let own = sign_now(&ctx, "asked").unwrap().note;
    assert!(ask(&own, "00112233aabbccdd").is_err());
}

/// Searches, and what explains a loss, go by indices: one that leaves rows out hides them.
#[test]
fn an_index_that_leaves_events_out_is_noticed() {
    for (index, lame) in [
        ("event_action", "event (action, seq) WHERE action > 1"),
        ("event_actor", "event (actor, seq) WHERE seq <> 300"),
        (
            "event_target",
            "event (target, seq) WHERE target IS NOT NULL AND seq > 50",
        ),
    ] {
        let (_fixture, ctx) = log();
        let first = || look(&ctx).integrity.findings.remove(0).what;
        tamper::run(
            &ctx.store,
            &format!("DROP INDEX {index}; CREATE INDEX {index} ON {lame}"),
        );
        let said = first();
        assert!(said.contains(index), "{lame}: {said}");
        // With the text that it should have, over the rows that it has.
        tamper::run_undefended(
            &ctx.store,
            &format!(
                "PRAGMA writable_schema = ON;
                 UPDATE sqlite_schema SET sql = 'CREATE INDEX {index} ON ' ||
                     CASE name WHEN 'event_target' THEN 'event (target, seq) WHERE target IS NOT NULL'
                     ELSE 'event (' || substr(name, 7) || ', seq)' END WHERE name = '{index}';
                 PRAGMA writable_schema = RESET"
            ),
        );
        assert!(first().contains("search index"), "{index}");
    }
    let (_fixture, ctx) = log();
    tamper::run(&ctx.store, "DROP INDEX event_trouble");
    assert!(
        look(&ctx).integrity.findings[0]
            .what
            .contains("event_trouble")
    );
}

#[test]
fn of_an_anchor_whose_event_was_pruned_nothing_is_said() {
    use crate::domain::audit::anchor::{self, Kind};
    let (_fixture, ctx) = log();
    anchor::create(&ctx, Kind::File, None, |_| Ok(())).unwrap();
    assert!(look(&ctx).anchoring.newest_anchor.is_some());
    tamper::run(
        &ctx.store,
        "DELETE FROM event WHERE seq = 700; INSERT OR REPLACE INTO meta VALUES ('pruned', '768')",
    );
    let anchoring = look(&ctx).anchoring;
    assert_eq!((anchoring.anchors, anchoring.untold_anchors), (1, 1));
    assert_eq!(anchoring.newest_anchor, None);
}

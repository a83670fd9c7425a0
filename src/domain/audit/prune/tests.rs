//! What is left of a pruned log: proofs, a verification that tells pruned from lost, an archive that can be read.

use super::super::prove::{prove, sign_now};
use super::super::verify::{self, Request, offline, verify};
use super::super::{Event, append, vkey};
use super::*;
use crate::base::progress::silent;
use crate::domain::fixture::Fixture;
use crate::store::audit::tamper;

mod values;

fn fill(ctx: &Context, count: u64) {
    ctx.store
        .write(Mode::Commit, |tx| {
            append_all(ctx, tx, |log| {
                for n in 0..count {
                    let event = Event::new("auth.check")
                        .target_name(format!("person {}", n % 3))
                        .personal("ip", format!("203.0.113.{}", n % 250));
                    log.append(&event)?;
                }
                Ok(())
            })
        })
        .unwrap();
}

fn log() -> (Fixture, Context) {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    fill(&ctx, 699);
    (fixture, ctx)
}

fn order(fixture: &Fixture, ctx: &Context) -> Order {
    Order {
        before: ctx.now() + chrono::TimeDelta::days(1),
        archive: fixture.dir.path().join("archive"),
        recipients: vec![],
    }
}

fn pruned() -> (Fixture, Context) {
    let (fixture, ctx) = log();
    let done = prune(&ctx, &order(&fixture, &ctx), &mut silent)
        .unwrap()
        .unwrap();
    assert_eq!((done.span.first, done.span.end), (0, 256));
    (fixture, ctx)
}

fn look(ctx: &Context) -> verify::Report {
    verify(ctx, &Request::default(), &mut silent).unwrap()
}

#[test]
fn a_pruned_log_verifies_and_proves() {
    let (fixture, ctx) = log();
    let before = sign_now(&ctx, "asked").unwrap().note;
    let proof = prove(&ctx, 5, None).unwrap();
    prune(&ctx, &order(&fixture, &ctx), &mut silent)
        .unwrap()
        .unwrap();
    let report = look(&ctx);
    assert!(report.is_good(), "{report:?}");
    assert_eq!(report.pruned.unwrap().events, 256);
    // An old proof of what is gone, and new ones of what is left.
    let key = vkey(&ctx.store.keyring).unwrap();
    let trust = offline::Trust::new(&key, &[], vec![]).unwrap();
    assert_eq!(trust.proof(&proof.text).unwrap().event.unwrap().0, 5);
    let later = prove(&ctx, 300, Some(&before)).unwrap();
    trust.proof(&later.text).unwrap();
    trust
        .consistency(&before, &later.consistency.unwrap())
        .unwrap();
    let gone = prove(&ctx, 5, None).unwrap_err();
    assert!(
        gone.message.contains("pruned")
            && gone.hint.unwrap().contains("events-0000000000-0000000255")
    );
    // A checkpoint from before vouches for what is left.
    let request = Request {
        trusted: Some(before),
        ..Request::default()
    };
    assert!(verify(&ctx, &request, &mut silent).unwrap().is_good());
    // The log goes on, and its beginning goes again.
    fill(&ctx, 70_000);
    let done = prune(&ctx, &order(&fixture, &ctx), &mut silent)
        .unwrap()
        .unwrap();
    assert_eq!(done.span.first, 256);
    let report = look(&ctx);
    assert!(report.is_good(), "{report:?}");
    fill(&ctx, 600);
    assert!(look(&ctx).is_good());
    // The triggers are back.
    assert_eq!(tamper::triggers(&ctx.store), 2);
}

#[test]
fn nothing_goes_that_is_young_open_or_at_the_edge() {
    let (fixture, ctx) = log();
    let mut order = order(&fixture, &ctx);
    order.before = ctx.now() - chrono::TimeDelta::days(1);
    assert_eq!(prune(&ctx, &order, &mut silent).unwrap(), None);
    order.before = ctx.now() + chrono::TimeDelta::days(1);
    let intent = intend(&ctx, Event::new("key.rotate")).unwrap();
    fill(&ctx, 2_000);
    let span = plan(&ctx, order.before).unwrap().unwrap();
    assert_eq!(span.end, intent - intent % 256);
    assert!(!order.archive.exists());
}

#[test]
fn names_that_are_still_used_are_told_again() {
    let (_fixture, ctx) = pruned();
    let name = ctx.store.read(|tx| {
        let entry = tx.entry(600)?.unwrap_or_default();
        let shown = super::super::shown::Shown::of(
            tx,
            600,
            &entry,
            &mut super::super::shown::Names::default(),
        )?;
        Ok((shown.target_name, shown.actor_name))
    });
    let (target, actor) = name.unwrap();
    assert!(target.unwrap().starts_with("person "));
    assert_eq!(actor.as_deref(), Some("0@test"));
}

#[test]
fn a_damaged_archive_removes_nothing() {
    let (fixture, ctx) = log();
    let order = order(&fixture, &ctx);
    let span = plan(&ctx, order.before).unwrap().unwrap();
    let made = archive::make(&ctx, span, &order, &mut silent).unwrap();
    let entries = made.folder.join("tile/entries/000");
    let mut bytes = std::fs::read(&entries).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&entries, &bytes).unwrap();
    prune(&ctx, &order, &mut silent).unwrap_err();
    assert_eq!(ctx.store.read(|tx| tx.first_kept()).unwrap(), 0);
    assert!(look(&ctx).is_good());
    bytes[40] ^= 1;
    std::fs::write(&entries, &bytes).unwrap();
    // Whole again, it is taken as it is.
    let done = prune(&ctx, &order, &mut silent).unwrap().unwrap();
    assert_eq!(done.archives[0].digest, made.digest);
    assert!(look(&ctx).is_good());
}

#[track_caller]
fn found(sql: &str, what: &str) {
    let (_fixture, ctx) = pruned();
    tamper::run(&ctx.store, sql);
    let report = look(&ctx);
    let all = [&report.integrity, &report.completeness]
        .map(|verdict| verdict.findings.clone())
        .concat();
    assert!(
        all.iter().any(|finding| finding.what.contains(what)),
        "{sql}: {all:?}"
    );
}

#[test]
fn what_goes_in_silence_is_found() {
    // Without an event, with and without the store saying so.
    let (_fixture, ctx) = log();
    tamper::run(
        &ctx.store,
        "DELETE FROM event WHERE seq < 256; DELETE FROM disclosure WHERE seq < 256",
    );
    assert_eq!(look(&ctx).completeness.findings[0].seq, Some(0));
    tamper::run(&ctx.store, "INSERT INTO meta VALUES ('pruned', '256')");
    assert!(!look(&ctx).completeness.is_good());
    // Beyond what the event tells.
    let more = "DELETE FROM event WHERE seq < 512; DELETE FROM disclosure WHERE seq < 512";
    found(more, "the event is missing");
    found(
        &format!("{more}; UPDATE meta SET value = '512' WHERE key = 'pruned'"),
        "no event tells of it",
    );
    found(
        "UPDATE meta SET value = '0' WHERE key = 'pruned'",
        "an event tells of 256",
    );
    found(
        "DELETE FROM meta WHERE key = 'pruned'",
        "an event tells of 256",
    );
    found("DELETE FROM disclosure WHERE seq = 300", "unexplained loss");
    found(
        "INSERT INTO disclosure VALUES (3, 'ip', 'AA')",
        "are there again",
    );
    found(
        "UPDATE tile SET hashes = zeroblob(8192) WHERE level = 0 AND number = 0",
        "edge of the tree",
    );
    found(
        "DELETE FROM tile WHERE level = 0 AND number = 0",
        "pruned events is missing",
    );
    found(
        "UPDATE dictionary SET value = 'auth.chack' WHERE value = 'auth.check'",
        "search column",
    );
    // A pruning that somebody made up, in the place of the genuine one.
    found(
        "UPDATE event SET entry = CAST(replace(entry, '\"last\":255', '\"last\":511') AS BLOB)
             WHERE entry LIKE '%\"last\":255%';
         UPDATE meta SET value = '512' WHERE key = 'pruned';
         DELETE FROM event WHERE seq < 512; DELETE FROM disclosure WHERE seq < 512",
        "edge of the tree",
    );
}

#[test]
fn somebody_elses_event_prunes_nothing() {
    let (_fixture, ctx) = log();
    let event = Event::foreign("audit.prune", "external").field("last", 255);
    ctx.store
        .write(Mode::Commit, |tx| append(&ctx, tx, &event))
        .unwrap();
    let report = look(&ctx);
    assert!(report.is_good() && report.pruned.is_none());
}

/// A run that was killed behind its archive left it whole, and the next one asks for something else.
#[test]
fn an_archive_with_values_is_made_anew() {
    let (fixture, ctx) = log();
    let plain = order(&fixture, &ctx);
    let with_values = Order {
        recipients: vec![ctx.store.master.recipient.clone()],
        ..order(&fixture, &ctx)
    };
    let made = |order: &Order| {
        let span = plan(&ctx, order.before).unwrap().unwrap();
        archive::make(&ctx, span, order, &mut silent).unwrap()
    };
    let values = "disclosures.jsonl.age";
    // Without values, and now they are asked for.
    assert!(!made(&plain).folder.join(values).exists());
    let left = made(&with_values);
    assert!(left.folder.join(values).exists());
    // With values, of which one was erased since.
    ctx.store
        .write(Mode::Commit, |tx| tx.erase_disclosure(7, "ip").map(drop))
        .unwrap();
    let again = made(&with_values);
    assert_eq!(again.values, left.values.map(|values| values - 1));
    // And now without.
    assert!(!made(&plain).folder.join(values).exists());
    prune(&ctx, &plain, &mut silent).unwrap().unwrap();
    assert_eq!(ctx.store.read(|tx| tx.first_kept()).unwrap(), 256);
}

/// Each part is an archive, an event and a transaction, and the log verifies between any two of them.
#[test]
fn a_long_pruning_goes_in_parts() {
    let (fixture, ctx) = log();
    fill(&ctx, 1_400);
    let order = order(&fixture, &ctx);
    // Cut short in front of the second part: something else is in its archive's place.
    let taken = order.archive.join("events-0000000512-0000001023");
    std::fs::create_dir_all(&taken).unwrap();
    let cut = prune_by(&ctx, &order, 512, &mut silent).unwrap_err();
    assert!(cut.details.concat().contains("events 0..511"), "{cut:?}");
    assert_eq!(ctx.store.read(|tx| tx.first_kept()).unwrap(), 512);
    assert!(look(&ctx).is_good());
    // Who goes only with a later part keeps the name until then.
    assert!(name_of_first(&ctx).starts_with("person "));
    std::fs::remove_dir(&taken).unwrap();
    let done = prune_by(&ctx, &order, 512, &mut silent).unwrap().unwrap();
    assert_eq!((done.span.first, done.archives.len()), (512, 3));
    assert_eq!(done.span.end, 1_792);
    assert!(look(&ctx).is_good());
    let absent = ctx.store.read(|tx| absent(tx, 600, 2_000)).unwrap();
    assert!(
        absent
            .hint
            .unwrap()
            .contains("events-0000000512-0000001023")
    );
    // Who acts on is still called by name.
    assert!(name_of_first(&ctx).starts_with("person "));
}

fn name_of_first(ctx: &Context) -> String {
    let named = ctx.store.read(|tx| {
        let seq = tx.first_kept()?;
        let entry = tx.entry(seq)?.unwrap_or_default();
        let mut names = super::super::shown::Names::default();
        Ok(super::super::shown::Shown::of(tx, seq, &entry, &mut names)?.target_name)
    });
    named.unwrap().unwrap_or_default()
}

/// Whoever keeps a checkpoint of a history that ended accuses nobody, also once the event that ended it is gone.
#[test]
fn a_history_that_ended_is_known_after_its_event_was_pruned() {
    let (fixture, ctx) = log();
    let old_origin = ctx
        .store
        .keyring
        .origin()
        .replace(&ctx.store.keyring.epoch, "00ff");
    let epoch = Event::new("log.epoch")
        .field("old_origin", old_origin)
        .field("old_size", 900)
        .field("known", 900);
    super::super::note(&ctx, &epoch).unwrap();
    let declared = |ctx: &Context| {
        let declared = look(ctx).declared.into_iter();
        declared
            .map(|one| (one.seq, one.old_epoch, one.lost))
            .collect::<Vec<_>>()
    };
    let before = declared(&ctx);
    assert_eq!(before.len(), 1);
    for _ in 0..2 {
        fill(&ctx, 1_000);
        prune(&ctx, &order(&fixture, &ctx), &mut silent)
            .unwrap()
            .unwrap();
        assert_eq!(declared(&ctx), before);
        assert!(ctx.store.read(|tx| tx.first_kept()).unwrap() > before[0].0);
    }
}

#[test]
fn two_prunings_into_one_folder_take_turns() {
    let (fixture, ctx) = log();
    let order = order(&fixture, &ctx);
    let held = left::hold(&order.archive).unwrap();
    let refused = prune(&ctx, &order, &mut silent).unwrap_err();
    assert_eq!(refused.kind, crate::base::error::Kind::StoreLocked);
    assert!(ctx.store.read(|tx| tx.intents()).unwrap().is_empty());
    drop(held);
    // What a killed one left goes with the next, whatever it was to hold.
    let left = order.archive.join("events-0000000000-0000999999.partial");
    std::fs::create_dir(&left).unwrap();
    prune(&ctx, &order, &mut silent).unwrap().unwrap();
    assert!(!left.exists());
}

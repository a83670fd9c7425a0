//! What goes, what stays, what is told, and what a run that was cut short leaves.

use super::*;
use crate::base::progress::silent;
use crate::domain::audit::verify::{Request, verify};
use crate::domain::audit::{note, shown};
use crate::domain::fixture::{Fixture, Older, add_account};
use crate::store::audit::tamper;
use crate::store::journal::{Act, walk};

fn setup() -> (Fixture, Context, u64) {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let seq = note(
        &ctx,
        &Event::new("auth.check")
            .target_name("mira@elsewhere.example")
            .personal("ip", "203.0.113.9"),
    )
    .unwrap();
    (fixture, ctx, seq)
}

fn good(ctx: &Context) -> bool {
    verify(ctx, &Request::default(), &mut silent)
        .unwrap()
        .is_good()
}

fn values(ctx: &Context, seq: u64) -> Vec<String> {
    let rows = ctx.store.read(|tx| tx.disclosures(seq, seq + 1)).unwrap();
    rows.into_iter().map(|row| row.field).collect()
}

#[test]
fn a_person_goes_and_the_proofs_stay() {
    let (fixture, ctx, seq) = setup();
    let texts = ctx.store.read(|tx| tx.disclosures(seq, seq + 1)).unwrap();
    assert!(tamper::pages_hold(&ctx.store, &texts[0].text));
    let subject = ctx
        .store
        .read(|tx| parties(&ctx, tx, "Mira@elsewhere.example"))
        .unwrap();
    let order = Order {
        parties: subject.clone(),
        ..Order::default()
    };
    let (done, scrubbed) = run(&ctx, &order).unwrap();
    assert!(scrubbed.is_none());
    assert_eq!(done.pseudonyms, 1);
    assert_eq!((done.values, done.events), (2, 1));
    assert!(values(&ctx, seq).is_empty() && good(&ctx));
    for row in &texts {
        assert!(!tamper::pages_hold(&ctx.store, &row.text));
    }
    let wal = fixture.folder.database().with_extension("db-wal");
    assert_eq!(std::fs::metadata(wal).map_or(0, |wal| wal.len()), 0);
    // Named again, it is somebody new.
    note(
        &ctx,
        &Event::new("auth.check").target_name("mira@elsewhere.example"),
    )
    .unwrap();
    let again = ctx
        .store
        .read(|tx| parties(&ctx, tx, "mira@elsewhere.example"));
    assert_ne!(again.unwrap(), subject);
    // Beside the explained loss another one.
    tamper::run(&ctx.store, "DELETE FROM disclosure WHERE seq = 0");
    assert!(!good(&ctx));
}

#[test]
fn the_name_of_somebody_else_stays() {
    let (_fixture, ctx, _) = setup();
    let event = Event::new("account.show")
        .actor(crate::domain::audit::Party::Name("ann".into()))
        .target_name("bob")
        .personal("note", "both");
    let seq = note(&ctx, &event).unwrap();
    let parties = ctx.store.read(|tx| parties(&ctx, tx, "bob")).unwrap();
    let order = Order {
        parties,
        ..Order::default()
    };
    run(&ctx, &order).unwrap();
    assert_eq!(values(&ctx, seq), ["actor_name"]);
    let name = ctx.store.read(|tx| {
        let entry = tx.entry(seq)?.unwrap_or_default();
        Ok(shown::Shown::of(tx, seq, &entry, &mut shown::Names::default())?.actor_name)
    });
    assert_eq!(name.unwrap().as_deref(), Some("ann"));
    assert!(good(&ctx));
}

#[test]
fn numbers_fields_and_texts_choose() {
    let (_fixture, ctx, seq) = setup();
    let only = Order {
        numbers: vec![(seq, seq + 1)],
        fields: vec!["ip".to_owned()],
        ..Order::default()
    };
    assert_eq!(run(&ctx, &only).unwrap().0.values, 1);
    assert_eq!(values(&ctx, seq), ["target_name"]);
    let text = Order {
        texts: vec!["ELSEWHERE".to_owned()],
        ..Order::default()
    };
    assert_eq!(run(&ctx, &text).unwrap().0.values, 1);
    assert_eq!(run(&ctx, &text).unwrap().0, Redacted::default());
    assert!(values(&ctx, seq).is_empty() && good(&ctx));
    ctx.store
        .read(|tx| parties(&ctx, tx, "nobody"))
        .unwrap_err();
}

#[test]
fn many_holes_are_told_in_several_events() {
    let (_fixture, ctx, _) = setup();
    let write = |tx: &Tx<'_>| {
        crate::domain::audit::append_all(&ctx, tx, |log| {
            for n in 0..7_000 {
                let party = if n % 2 == 0 { "acc_even" } else { "acc_odd" };
                log.append(
                    &Event::new("auth.check")
                        .target(party)
                        .personal("ip", "192.0.2.7"),
                )?;
            }
            Ok(())
        })
    };
    ctx.store.write(crate::store::Mode::Commit, write).unwrap();
    let order = Order {
        parties: vec!["acc_odd".to_owned()],
        ..Order::default()
    };
    let found = look(&ctx, &order).unwrap();
    assert_eq!((found.values, found.events), (3_500, 3_500));
    let (done, _) = run(&ctx, &order).unwrap();
    assert_eq!((done.values, done.told.len()), (3_500, 4));
    assert!(good(&ctx));
}

/// It looks on snapshots and deletes in portions: somebody who writes meanwhile is not in its way, and a run that
/// is cut short between two portions leaves a log that verifies and an erasure that can go on.
#[test]
fn it_goes_in_portions_and_goes_on_after_a_cut() {
    let (fixture, ctx, _) = setup();
    let ip = Event::new("auth.check").personal("ip", "192.0.2.7");
    let write = |tx: &Tx<'_>| {
        crate::domain::audit::append_all(&ctx, tx, |log| {
            for _ in 0..4_000 {
                log.append(&ip)?;
            }
            Ok(())
        })
    };
    ctx.store.write(crate::store::Mode::Commit, write).unwrap();
    let order = Order {
        texts: vec!["192.0.2.7".to_owned()],
        ..Order::default()
    };
    // Somebody else holds the write lock: looking does not wait for it.
    let other = fixture.open();
    other
        .store
        .write(crate::store::Mode::Commit, |_| {
            let found = ctx
                .store
                .read(|tx| portion(tx, &order, (0, 4_000), BATCH))?;
            assert!(found.rows.len() > 3_900);
            Ok(())
        })
        .unwrap();
    // The first portion alone, as a kill behind it leaves it.
    let first = ctx
        .store
        .read(|tx| portion(tx, &order, (0, 4_000), 500))
        .unwrap();
    assert!(first.rows.len() < 1_100 && first.next < 1_100);
    let mut done = Redacted::default();
    ctx.store
        .write(crate::store::Mode::Commit, |tx| {
            forget(&ctx, tx, &order, (&first.rows, &mut done))
        })
        .unwrap();
    assert!(good(&ctx));
    let (rest, scrubbed) = run_by(&ctx, &order, 500).unwrap();
    assert_eq!(done.values + rest.values, 4_000);
    assert!(rest.told.len() >= 3 && scrubbed.is_none());
    assert!(good(&ctx));
    assert_eq!(run(&ctx, &order).unwrap().0, Redacted::default());
}

/// More values than a line of the journal has room for: as many lines, each of which can be read back, and a restore
/// of an older backup erases all of them again.
#[test]
fn many_values_stand_on_several_lines_of_the_journal() {
    const FIELDS: [&str; 12] = [
        "ip",
        "note",
        "text",
        "email",
        "name",
        "file",
        "basis",
        "owner",
        "fee",
        "region",
        "user_agent",
        "title",
    ];
    let (fixture, ctx, _) = setup();
    let write = |tx: &Tx<'_>| {
        crate::domain::audit::append_all(&ctx, tx, |log| {
            for _ in 0..STEP {
                let event = Event::new("auth.check");
                let event = FIELDS
                    .iter()
                    .fold(event, |event, field| event.personal(field, "192.0.2.7"));
                log.append(&event)?;
            }
            Ok(())
        })
    };
    ctx.store.write(crate::store::Mode::Commit, write).unwrap();
    let backup = Older::of(&fixture, &ctx);
    let order = Order {
        texts: vec!["192.0.2.7".to_owned()],
        ..Order::default()
    };
    let values = STEP * 12;
    assert_eq!(run(&ctx, &order).unwrap().0.values, values);
    let mut lines = vec![];
    let path = ctx.store.folder.journal();
    walk(&path, &ctx.store.keyring, None, |_, line| {
        if let Act::Redaction { checks, .. } = line.act {
            lines.push(checks.len() / 16 * 3);
        }
        Ok(())
    })
    .unwrap();
    assert!(lines.len() >= 2, "{lines:?}");
    assert!(lines.iter().all(|values| *values <= 10_002), "{lines:?}");
    let (_, again) = backup.restore(&fixture, &ctx);
    assert_eq!(look(&again, &order).unwrap().values, 0);
    assert!(good(&again));
}

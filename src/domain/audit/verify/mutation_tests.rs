//! Bits flipped at random in every column of every table of the log: each is found, or stands in a column that
//! `audit verify` does not claim to cover, which is named here.

use std::collections::BTreeMap;

use super::*;
use crate::base::progress::silent;
use crate::crypto::note::WitnessKey;
use crate::crypto::random::Random;
use crate::crypto::secret::Key;
use crate::domain::audit::anchor;
use crate::domain::audit::prove::sign_now;
use crate::domain::audit::witness::{self, Policy};
use crate::domain::audit::{Event, append_all, intend, note, vkey};
use crate::domain::fixture::Fixture;
use crate::store::Mode;
use crate::store::audit::tamper::{self, Column};

/// What no hash covers, and why that is no harm to the log.
const NOT_COVERED: [(&str, &str); 12] = [
    // Names of people outside the store: erasure takes rows away here, and a wrong one only gives new events another id.
    ("pseudonym", "digest"),
    ("pseudonym", "id"),
    // Decide whether the same foreign event comes in twice; that it is of an event of this source is compared.
    ("event_key", "key"),
    ("event_key", "seq"),
    ("told_key", "key"),
    ("told_key", "seq"),
    // When and why a checkpoint or anchor was made; which one it is stands in the note that is signed.
    ("checkpoint", "made"),
    ("checkpoint", "reason"),
    ("anchor", "made"),
    // Effects not concluded yet: the next opening tells of them again.
    ("open_intent", "seq"),
    ("open_intent", "action"),
    ("open_intent", "written"),
];

/// A log in which every table has rows.
fn log(events: u64) -> (Fixture, Context, Request) {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let key = WitnessKey::new("example.com/ana", Key::new([5; 32])).unwrap();
    let policy = Policy::new(&[key.witness().to_string()], 1).unwrap();
    ctx.store
        .write(Mode::Commit, |tx| {
            append_all(&ctx, tx, |log| {
                for n in 0..events {
                    let event =
                        Event::new(["auth.check", "account.change"][usize::from(n % 2 == 0)])
                            .target_name(format!("person {}", n % 3))
                            .personal("ip", format!("203.0.113.{n}"));
                    log.append(&event)?;
                }
                Ok(())
            })
        })
        .unwrap();
    ctx.store
        .write(Mode::Commit, |tx| {
            tx.insert_told_key(&[7; 16], 3)?;
            tx.insert_event_key("optimactl", "key-1", 2)
        })
        .unwrap();
    intend(&ctx, Event::new("backup.create")).unwrap();
    let signed = sign_now(&ctx, "asked").unwrap().note;
    let vkey = vkey(&ctx.store.keyring).unwrap();
    let ask = witness::Ask {
        text: &signed,
        vkey: Some(&vkey),
        handovers: &[],
        accepted: false,
    };
    let cosigned = witness::sign(&witness::State::empty(), &key, ask, ctx.now()).unwrap();
    witness::add(&ctx, &cosigned.note, &policy).unwrap();
    anchor::create(&ctx, anchor::Kind::File, None, |_| Ok(())).unwrap();
    anchor::create(&ctx, anchor::Kind::Rfc3161, None, |_| Ok(())).unwrap();
    note(&ctx, &Event::new("auth.check")).unwrap();
    let request = Request {
        trusted: Some(signed),
        policy,
        ..Request::default()
    };
    tamper::run(&ctx.store, "");
    (fixture, ctx, request)
}

/// Whether it was found; `None` where the database refused it.
fn found(
    ctx: &Context,
    request: &Request,
    (column, row, bit): (&Column, u32, u32),
) -> Option<bool> {
    let mut outcome = None;
    ctx.store
        .write(Mode::DryRun, |tx| {
            if tamper::flip(tx, column, row, bit) {
                outcome = Some(match verify_in(ctx, tx, request, &mut silent) {
                    Ok(report) => !report.is_good(),
                    Err(error) => panic!("{column:?} {row} {bit}: {error}"),
                });
            }
            Ok(())
        })
        .unwrap();
    outcome
}

fn mutate(events: u64, rounds: u32, seed: &[u8]) -> u32 {
    let (_fixture, ctx, request) = log(events);
    assert!(verify(&ctx, &request, &mut silent).unwrap().is_good());
    let columns = tamper::columns(&ctx.store);
    let random = Random::seeded(seed);
    let mut missed: BTreeMap<(&str, String), u32> = BTreeMap::new();
    let mut tried = 0;
    for _ in 0..rounds {
        let pick = random.below(u32::try_from(columns.len()).unwrap()).unwrap();
        let (column, rows) = &columns[usize::try_from(pick).unwrap()];
        if *rows == 0 {
            continue;
        }
        let row = random.below(*rows).unwrap();
        let bit = random.below(1 << 16).unwrap();
        match found(&ctx, &request, (column, row, bit)) {
            Some(true) => tried += 1,
            Some(false) => {
                tried += 1;
                *missed
                    .entry((column.table, column.name.clone()))
                    .or_default() += 1;
            }
            None => {}
        }
    }
    missed.retain(|(table, name), _| {
        !NOT_COVERED
            .iter()
            .any(|known| known.0 == *table && known.1 == name.as_str())
    });
    assert_eq!(missed, BTreeMap::new(), "columns that nobody watches");
    tried
}

#[test]
fn every_flipped_bit_is_found_or_named() {
    // Tiles and zones need 256 events; everything else is seen as well in a small log, which is faster.
    let tried = mutate(10, 12_300, b"a small log") + mutate(246, 250, b"a log with a tile");
    assert!(tried >= 10_000, "only {tried} mutations were possible");
}

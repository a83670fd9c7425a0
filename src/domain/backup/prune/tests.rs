//! Pruning on a real store: the trash, pins, forged documents, places that refuse.

mod beside;
mod delta;
mod failing;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::pin;
use super::super::{Chosen, Listing, Presence, Target, Trust, create};
use super::*;
use crate::base::clock::Clock;
use crate::base::progress::silent;
use crate::domain::backup::places::{At, PlaceSpec};
use crate::domain::fixture::Fixture;

fn order(last: u32, trash: Option<&str>) -> Order {
    Order {
        policy: Policy {
            last,
            ..Policy::default()
        },
        most: Some(99),
        trash: trash.map(|period| period.parse().unwrap()),
        despite: false,
        agreed: None,
    }
}

fn at_day(ctx: &mut Context, day: u32) {
    ctx.clock = Clock::fixed(clock::parse(&format!("2026-12-{day:02}T12:00:00Z")).unwrap());
}

/// A store with a backup of each of four days.
fn four() -> (Fixture, Context, PathBuf) {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let to = fixture.dir.path().join("backups");
    for day in 1..=4 {
        at_day(&mut ctx, day);
        let order = create::Order {
            scratch: std::env::temp_dir(),
            label: None,
            level: 1,
            recipients: vec![],
            delta: None,
        };
        let at = At::Folder(to.clone());
        let append_only = false;
        let there = (at.name(), Ok(PlaceSpec { at, append_only }));
        let made = create(&ctx, &order, vec![there], &mut silent).unwrap();
        assert!(made.outcomes.iter().all(|(_, outcome)| outcome.is_ok()));
    }
    (fixture, ctx, to)
}

fn hold(to: &Path) -> Target {
    Target::hold(to, Duration::from_secs(5)).unwrap()
}

fn listing(ctx: &Context, to: &Path) -> Listing {
    let trust = Trust::of_keyring(&ctx.store.keyring).unwrap();
    Listing::read(&Target::at(to).unwrap(), &trust).unwrap()
}

/// `p`resent, `t`rash, `-` gone, `m`issing; oldest first.
fn states(ctx: &Context, to: &Path) -> String {
    let letter = |item: &Item| match item.presence {
        Presence::Present => 'p',
        Presence::Trashed => 't',
        Presence::Pruned => '-',
        _ => 'm',
    };
    listing(ctx, to).items.iter().map(letter).collect()
}

fn pin_one(ctx: &Context, to: &Path, id: &str, until: Option<&str>) -> Result<pin::Pinned> {
    let order = pin::Order {
        chosen: Chosen::Id(id.to_owned()),
        reason: "case 7".to_owned(),
        until: until.map(|text| clock::parse(text).unwrap()),
    };
    pin::pin(ctx, &hold(to), &order)
}

#[test]
fn what_goes_waits_in_the_trash_and_then_is_gone() {
    let (_fixture, mut ctx, to) = four();
    let done = prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!((done.pruned.len(), done.removed.len()), (2, 0));
    assert_eq!(states(&ctx, &to), "ttpp");
    assert!(listing(&ctx, &to).findings().is_empty());
    at_day(&mut ctx, 10);
    prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!(states(&ctx, &to), "ttpp");
    at_day(&mut ctx, 12);
    let done = prune(&ctx, &hold(&to), &order(2, Some("7d"))).unwrap();
    assert_eq!((done.pruned.len(), done.removed.len()), (0, 2));
    assert_eq!(states(&ctx, &to), "--pp");
    assert!(listing(&ctx, &to).findings().is_empty());
    // The chain goes on behind them, and nothing is pruned twice.
    let done = prune(&ctx, &hold(&to), &order(2, None)).unwrap();
    assert_eq!((done.pruned.len(), done.removed.len()), (0, 0));
    let done = prune(&ctx, &hold(&to), &order(1, None)).unwrap();
    assert_eq!((done.pruned.len(), done.removed.len()), (1, 1));
    assert_eq!(states(&ctx, &to), "---p");
    assert!(ctx.store.read(|tx| tx.intents()).unwrap().is_empty());
}

#[test]
fn a_pin_keeps_brings_back_and_is_replaced_and_taken_away() {
    let (_fixture, ctx, to) = four();
    let ids: Vec<String> = listing(&ctx, &to)
        .items
        .iter()
        .map(|item| item.manifest.id.clone())
        .collect();
    assert!(pin_one(&ctx, &to, &ids[0], None).unwrap().changed);
    assert!(!pin_one(&ctx, &to, &ids[0], None).unwrap().changed);
    prune(&ctx, &hold(&to), &order(1, Some("7d"))).unwrap();
    assert_eq!(states(&ctx, &to), "pttp");
    assert!(pin_one(&ctx, &to, &ids[1], None).unwrap().restored);
    assert_eq!(states(&ctx, &to), "pptp");
    // Replaced twice, so that both names were used.
    for until in ["2027-01-01T00:00:00Z", "2026-12-05T00:00:00Z"] {
        assert!(pin_one(&ctx, &to, &ids[0], Some(until)).unwrap().changed);
        let shown = listing(&ctx, &to).items[0].pin.clone().unwrap();
        assert_eq!(shown.until, Some(clock::parse(until).unwrap()));
    }
    assert!(
        pin::unpin(&ctx, &hold(&to), &Chosen::Id(ids[1].clone()))
            .unwrap()
            .changed
    );
    assert!(
        !pin::unpin(&ctx, &hold(&to), &Chosen::Id(ids[1].clone()))
            .unwrap()
            .changed
    );
    prune(&ctx, &hold(&to), &order(1, None)).unwrap();
    assert_eq!(states(&ctx, &to), "p--p");
    let error = pin_one(&ctx, &to, &ids[2], None).map(|_| ()).unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    assert!(listing(&ctx, &to).findings().is_empty());
}

#[test]
fn a_forged_pin_keeps_and_a_forged_record_explains_nothing() {
    let (_fixture, ctx, to) = four();
    pin_one(&ctx, &to, &listing(&ctx, &to).items[1].manifest.id, None).unwrap();
    let stems: Vec<String> = listing(&ctx, &to)
        .items
        .iter()
        .map(|item| item.stem().to_owned())
        .collect();
    // The sound pin of another backup, laid beside this one.
    let sound = fs::read(to.join(format!("{}.pin.json", stems[1]))).unwrap();
    fs::write(to.join(format!("{}.pin.json", stems[0])), &sound).unwrap();
    let done = prune(&ctx, &hold(&to), &order(1, None)).unwrap();
    assert_eq!(states(&ctx, &to), "pp-p");
    assert_eq!(done.warnings.len(), 1, "{:?}", done.warnings);
    assert_eq!(listing(&ctx, &to).findings().len(), 1);
    // A file taken away with the record of another one's pruning.
    let record = fs::read(to.join(format!("{}.pruned.json", stems[2]))).unwrap();
    fs::write(to.join(format!("{}.pruned.json", stems[3])), &record).unwrap();
    fs::remove_file(to.join(format!("{}.db.zst.age", stems[3]))).unwrap();
    assert_eq!(states(&ctx, &to), "pp-m");
    let error = prune(&ctx, &hold(&to), &order(1, None))
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.kind, Kind::Integrity);
}

#[test]
fn a_list_with_holes_prunes_nothing_unless_it_is_accepted() {
    let (_fixture, ctx, to) = four();
    let stem = listing(&ctx, &to).items[1].stem().to_owned();
    fs::remove_file(to.join(format!("{stem}.json"))).unwrap();
    let error = prune(&ctx, &hold(&to), &order(1, None))
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.kind, Kind::Integrity);
    assert_eq!(states(&ctx, &to), "ppp");
    let despite = Order {
        despite: true,
        ..order(2, Some("7d"))
    };
    let done = prune(&ctx, &hold(&to), &despite).unwrap();
    assert_eq!(done.pruned.len(), 1);
    assert!(done.recovery.is_empty());
    assert_eq!(states(&ctx, &to), "tpp");
}

#[test]
fn more_than_half_and_what_nobody_agreed_to_stay() {
    let (_fixture, ctx, to) = four();
    let cautious = Order {
        most: None,
        ..order(1, None)
    };
    let error = prune(&ctx, &hold(&to), &cautious).map(|_| ()).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    let oldest = listing(&ctx, &to).items[0].manifest.id.clone();
    let agreed = Order {
        agreed: Some(BTreeSet::from([oldest])),
        ..order(1, None)
    };
    prune(&ctx, &hold(&to), &agreed).unwrap();
    assert_eq!(states(&ctx, &to), "-ppp");
}

#[test]
fn a_promise_reaches_into_the_trash_and_a_pin_breaks_it() {
    let (_fixture, mut ctx, to) = four();
    let row = crate::store::backup::PromiseRow {
        made_before: clock::parse("2026-12-03T00:00:00Z").unwrap(),
        gone_by: clock::parse("2026-12-05T00:00:00Z").unwrap(),
    };
    ctx.store
        .write(crate::store::Mode::Commit, |tx| {
            tx.insert_backup_promise(&row)
        })
        .unwrap();
    pin_one(&ctx, &to, &listing(&ctx, &to).items[1].manifest.id, None).unwrap();
    let with = |last| Order {
        policy: Policy {
            last,
            promises: promises(&ctx).unwrap(),
            ..Policy::default()
        },
        ..order(last, Some("30d"))
    };
    let (first, second) = (with(3), with(9));
    prune(&ctx, &hold(&to), &first).unwrap();
    assert_eq!(states(&ctx, &to), "tppp");
    assert!(
        ctx.store
            .read(|tx| tx.broken_promises(ctx.now()))
            .unwrap()
            .is_empty()
    );
    at_day(&mut ctx, 6);
    let broken = |ctx: &Context| {
        ctx.store
            .read(|tx| tx.broken_promises(ctx.now()))
            .unwrap()
            .len()
    };
    assert_eq!(broken(&ctx), 2);
    prune(&ctx, &hold(&to), &second).unwrap();
    assert_eq!(states(&ctx, &to), "-ppp");
    assert_eq!(broken(&ctx), 1);
}

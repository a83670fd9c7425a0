//! Lines and marks, crashes between the append and the commit, torn lines, journals that were put back.

use std::fs::{self, OpenOptions};
use std::io::Write;

use super::*;
use crate::base::error::Kind;
use crate::domain::audit::{self, Event};
use crate::domain::fixture::{Fixture, add_account, holder};
use crate::domain::{Context, account};
use crate::store::hold::HoldRow;
use crate::store::open::Store;
use crate::store::optout::{ChoiceKind, OptoutRow};
use crate::store::tx::{Mode, Tx};

pub(super) fn kinds(ctx: &Context) -> Vec<&'static str> {
    let mut found = vec![];
    walk(
        &ctx.store.folder.journal(),
        &ctx.store.keyring,
        None,
        |_, line| {
            found.push(line.act.kind());
            Ok(())
        },
    )
    .unwrap();
    found
}

/// Appends lines and dies before the commit.
pub(super) fn crash(ctx: &Context, act: impl FnOnce(&Tx<'_>)) {
    let tx = Tx::begin(&ctx.store).unwrap();
    act(&tx);
    ctx.store.append_lines(&tx).unwrap();
}

/// A hold on contact and sessions.
pub(super) fn hold(subject: Option<&str>, now: Time) -> HoldRow {
    HoldRow {
        id: if subject.is_some() { "hld_1" } else { "hld_2" }.to_owned(),
        subject: subject.map(str::to_owned),
        name: None,
        classes: vec!["contact".to_owned(), "sessions".to_owned()],
        basis: "a law".to_owned(),
        owner: "somebody".to_owned(),
        placed: now,
        review: now,
        reviewed: None,
        released: None,
    }
}

/// An opt-out of somebody without an account.
pub(super) fn optout(now: Time) -> OptoutRow {
    OptoutRow {
        id: "opt_1".to_owned(),
        account: None,
        name: None,
        digest: Some(vec![7; 32]),
        what: "limit".to_owned(),
        source: "gpc".to_owned(),
        channel: "web".to_owned(),
        received: now,
        honored: now,
        cleared: None,
    }
}

#[test]
fn what_a_crash_left_is_applied_by_the_next_writer_and_recorded() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let (tom, zoe) = (add_account(&ctx, "tom"), add_account(&ctx, "zoe"));
    crash(&ctx, |tx| {
        tx.restrict(Some(&tom), Act::Disable);
        tx.restrict(Some(&zoe), Act::PasswordChange { until: None });
    });
    assert!(ctx.store.has_lines_left().unwrap());
    let events = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
    audit::note(&ctx, &Event::new("test.next")).unwrap();
    let (size, row) = ctx
        .store
        .read(|tx| Ok((tx.tree()?.size(), tx.account(&tom)?.unwrap())))
        .unwrap();
    assert_eq!(size, events + 2, "the settling has an event of its own");
    assert!(row.disabled.is_some());
    // The password that the line told of is nowhere: the line was taken back.
    assert_eq!(kinds(&ctx), ["disable", "password-change", "lift"]);
    assert!(!ctx.store.has_lines_left().unwrap());
    assert!(audit::settle(&ctx).unwrap().is_none());
    account::enable(&ctx, &["tom".to_owned()]).unwrap();
    assert_eq!(kinds(&ctx).len(), 4, "what was applied can be lifted");
}

/// Rights that are not erasure: their lines say all that their rows need.
#[test]
fn what_a_crash_left_of_the_other_rights_is_applied_too() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let now = ctx.now();
    let (hold, optout) = (hold(Some(&tom), now), optout(now));
    crash(&ctx, |tx| {
        tx.insert_hold(&hold).unwrap();
        tx.insert_optout(&optout, ChoiceKind::OptOut).unwrap();
        tx.restrict_account(&tom, "claims", now).unwrap();
        tx.note_rectified((&tom, "display_name"), "Tom Right", String::new());
    });
    let before = ctx.store.read(|tx| tx.holds()).unwrap();
    assert!(before.is_empty(), "the rows died with the crash");
    audit::note(&ctx, &Event::new("test.next")).unwrap();
    ctx.store
        .read(|tx| {
            let found = tx.hold("hld_1")?.unwrap();
            assert_eq!((&found.classes, &found.basis), (&hold.classes, &hold.basis));
            let found = tx.optout("opt_1")?.unwrap();
            assert_eq!((found.digest, found.what), (optout.digest, optout.what));
            let row = tx.account(&tom)?.unwrap();
            assert!(row.restricted.is_some());
            assert_eq!(row.display_name.as_deref(), Some("Tom Right"));
            Ok(())
        })
        .unwrap();
    assert!(!ctx.store.has_lines_left().unwrap());
    // What was applied can be lifted.
    ctx.store
        .write(Mode::Commit, |tx| {
            tx.release_hold(&hold, now)?;
            tx.lift_restriction(&tom).map(drop)
        })
        .unwrap();
    let lifts = kinds(&ctx).into_iter().filter(|kind| *kind == "lift");
    assert_eq!(lifts.count(), 2);
}

#[test]
fn a_torn_line_is_cut_at_the_next_append() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let path = ctx.store.folder.journal();
    let mut torn = OpenOptions::new().append(true).open(&path).unwrap();
    torn.write_all(b"AAAABBBB").unwrap();
    drop(ctx);
    let ctx = fixture.open();
    account::disable(&ctx, &["tom".to_owned()]).unwrap();
    account::enable(&ctx, &["tom".to_owned()]).unwrap();
    assert_eq!(kinds(&ctx), ["disable", "lift"]);
}

#[test]
fn a_journal_that_was_put_back_or_exchanged_is_noticed_at_once() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let path = ctx.store.folder.journal();
    let old = fs::read(&path).unwrap();
    account::disable(&ctx, &["tom".to_owned()]).unwrap();
    let sound = fs::read(&path).unwrap();
    let mut changed = sound.clone();
    let at = changed.len() - 9;
    changed[at] ^= 1;
    for bytes in [&old, &changed] {
        fs::write(&path, bytes).unwrap();
        let opened = Store::open(&fixture.folder, &fixture.unlockers, &holder());
        assert_eq!(opened.err().unwrap().kind, Kind::Integrity);
        let done = account::enable(&ctx, &["tom".to_owned()]);
        assert_eq!(done.unwrap_err().kind, Kind::Integrity);
    }
    fs::write(&path, &sound).unwrap();
    account::enable(&ctx, &["tom".to_owned()]).unwrap();
    // A change further ahead is found by whoever reads all of it.
    let mut changed = fs::read(&path).unwrap();
    changed[9] ^= 1;
    fs::write(&path, &changed).unwrap();
    let ctx = fixture.open();
    assert_eq!(ctx.store.journal().unwrap_err().kind, Kind::Integrity);
}

#[test]
fn lines_of_a_newer_version_are_kept_and_told_apart() {
    let line = Line::read(
        br#"{"at":"2026-11-22T12:00:00Z","kind":"something-new","subject":"acc_1","x":1}"#,
    );
    assert_eq!(
        (line.act, line.subject.as_deref()),
        (Act::Unknown, Some("acc_1"))
    );
    assert_eq!(Line::read(b"[]").act, Act::Unknown);
    // A hold without its terms holds nothing that this version could tell.
    let hold = Line::read(br#"{"at":"2026-11-22T12:00:00Z","kind":"hold","subject":"acc_1"}"#);
    assert_eq!(hold.act, Act::Unknown);
}

#[test]
fn a_line_that_cannot_be_applied_is_told_for_a_person_found_by_digest() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let line = ctx
        .store
        .read(|tx| {
            let person = tx.person(&ctx.store.keyring, &tom)?;
            Ok(Line {
                at: String::new(),
                act: Act::Unknown,
                subject: Some("acc_0000000000000000".to_owned()),
                subjects: vec![],
                person,
                value: None,
            })
        })
        .unwrap();
    let follow = |line: &Line| {
        let done = ctx
            .store
            .write(Mode::DryRun, |tx| tx.follow(&ctx.store.keyring, (1, line)));
        done.unwrap().remove(0).outcome
    };
    assert_eq!(follow(&line), Outcome::Cannot);
    let lock = Line {
        act: Act::Disable,
        ..line.clone()
    };
    assert_eq!(follow(&lock), Outcome::Gone, "another account");
    let nobody = Line {
        person: None,
        ..line
    };
    assert_eq!(follow(&nobody), Outcome::Gone);
}

#[test]
fn twenty_writers_append_one_after_the_other() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let names: Vec<String> = (0..20).map(|number| format!("person{number}")).collect();
    for name in &names {
        add_account(&ctx, name);
    }
    drop(ctx);
    std::thread::scope(|scope| {
        for name in &names {
            let fixture = &fixture;
            scope.spawn(move || {
                let mut waiting = holder();
                waiting.wait = std::time::Duration::from_mins(1);
                let store = Store::open(&fixture.folder, &fixture.unlockers, &waiting).unwrap();
                store
                    .write(Mode::Commit, |tx| {
                        let id = tx.find_account(name)?.unwrap().id;
                        tx.restrict(Some(&id), Act::Disable);
                        Ok(())
                    })
                    .unwrap();
            });
        }
    });
    let ctx = fixture.open();
    assert_eq!(kinds(&ctx).len(), 20);
    assert_eq!(ctx.store.journal().unwrap().last(), 20);
}

/// Prints how long opening takes with an empty journal and with 100,000 lines.
#[test]
#[ignore = "measures speed; takes a minute"]
fn measure_opening() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let open = || {
        let since = std::time::Instant::now();
        for _ in 0..20 {
            drop(fixture.open());
        }
        since.elapsed() / 20
    };
    let before = open();
    ctx.store
        .write(Mode::Commit, |tx| {
            for number in 0..100_000 {
                let token = format!("tok_{number}");
                tx.restrict(
                    Some("acc_0000000000000000"),
                    Act::Revocation { token, until: None },
                );
            }
            Ok(())
        })
        .unwrap();
    let size = fs::metadata(ctx.store.folder.journal()).unwrap().len();
    let after = open();
    let since = std::time::Instant::now();
    ctx.store.journal().unwrap();
    let all = since.elapsed();
    let told = format!(
        "open {before:?}, with 100,000 lines ({size} bytes) {after:?}, reading all {all:?}\n"
    );
    std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).unwrap();
}

/// What cannot be appended is not committed either.
#[test]
fn an_append_that_fails_changes_nothing() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let path = ctx.store.folder.journal();
    let sound = fs::read(&path).unwrap();
    let aside = path.with_extension("aside");
    fs::rename(&path, &aside).unwrap();
    let who = ["tom".to_owned()];
    assert!(account::disable(&ctx, &who).is_err());
    fs::rename(&aside, &path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), sound);
    let row = ctx
        .store
        .read(|tx| tx.find_account("tom"))
        .unwrap()
        .unwrap();
    assert!(row.disabled.is_none());
    account::disable(&ctx, &who).unwrap();
}

/// A line that no later open could read back is never written.
#[test]
fn a_line_that_could_not_be_read_back_is_refused_before_anything_is_written() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let sound = fs::read(ctx.store.folder.journal()).unwrap();
    let refused = ctx
        .store
        .write(Mode::Commit, |tx| {
            tx.note_redaction([].into(), "A".repeat(1 << 20));
            Ok(())
        })
        .unwrap_err();
    assert_eq!(refused.kind, Kind::Bug);
    assert_eq!(fs::read(ctx.store.folder.journal()).unwrap(), sound);
    account::disable(&ctx, &["tom".to_owned()]).unwrap();
    assert_eq!(kinds(&ctx), ["disable"]);
}

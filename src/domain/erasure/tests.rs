//! Erasures from the plan to the certificate, and behind kills and restores.

use chrono::TimeDelta;

use super::*;
use crate::base::progress::silent;
use crate::domain::audit::query::{Query, each_shown};
use crate::domain::audit::{self, Event, Party};
use crate::domain::fixture::{Fixture, Older};
use crate::store::audit::tamper;
use crate::store::{Mode, Tx};

const CASE: Case<'_> = Case {
    request: "req_1",
    reference: "R-2026-0001",
    account: Some("acc_x"),
    email: Some("kim@example.com"),
    digest: None,
};

/// A person with an account, a past in the log under two names, and a word about them in an event of somebody else.
fn person(ctx: &Context) {
    ctx.store
        .write(Mode::Commit, |tx| {
            tamper::script(
                tx,
                "INSERT INTO account (id, name, name_folded, email, email_folded, display_name, kind, created, changed)
                     VALUES ('acc_x', 'Kim', 'kim', 'kim@example.com', 'kim@example.com', 'Kim Lee', 'person', 1, 1);
                 INSERT INTO session (id, account, ip, created, seen, expires) VALUES ('ses_x', 'acc_x', '192.0.2.1', 1, 1, 2);
                 INSERT INTO request (id, reference, account, email, type, law, state, received, zone, calendar, channel, opened)
                     VALUES ('req_1', 'R-2026-0001', 'acc_x', 'kim@example.com', 'erasure', 'gdpr', 'ready', 1, 'UTC', 'DE', 'email', 1);",
            );
            Ok(())
        })
        .unwrap();
    let by = |actor: Party| {
        Event::new("auth.check")
            .actor(actor)
            .personal("ip", "192.0.2.1")
    };
    audit::note(ctx, &by(Party::Id("acc_x".into()))).unwrap();
    audit::note(ctx, &by(Party::Name("kim@example.com".into()))).unwrap();
    audit::note(
        ctx,
        &by(Party::Name("mira".into())).personal("note", "wrote to Kim@example.com, then kimono"),
    )
    .unwrap();
    audit::note(
        ctx,
        &by(Party::Name("mira".into())).personal("note", "kimono sale"),
    )
    .unwrap();
}

fn plan(ctx: &Context) -> Plan {
    ctx.store
        .write(Mode::Commit, |tx| freeze(ctx, tx, &CASE, &[]))
        .unwrap()
}

fn start(ctx: &Context) {
    audit::change(ctx, Event::new("request.erase"), |tx, event| {
        begin(ctx, tx, &CASE, event)
    })
    .unwrap();
}

fn run(ctx: &Context) -> Option<String> {
    start(ctx);
    carry_out(ctx, &CASE, &mut silent).unwrap()
}

fn end(ctx: &Context) -> (Went, Residue) {
    let promise = Promise {
        gone_by: ctx.now() + TimeDelta::days(90),
    };
    let close = |tx: &Tx<'_>| {
        tamper::script(tx, "UPDATE request SET email = NULL");
        finish(ctx, tx, &CASE, promise)
    };
    let done = ctx.store.write(Mode::Commit, close).unwrap();
    (done.went, done.residue)
}

fn notes(ctx: &Context) -> Vec<String> {
    let mut found = vec![];
    let mut take = |event: audit::shown::Shown| {
        found.extend(event.personal.get("note").map(ToString::to_string));
        Ok(std::ops::ControlFlow::Continue(()))
    };
    ctx.store
        .read(|tx| each_shown(ctx, tx, &Query::default(), u64::MAX, &mut take))
        .unwrap();
    found
}

#[test]
fn nothing_is_left_and_the_certificate_says_what_went() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    let planned = plan(&ctx);
    assert_eq!(planned.rows["account"], 1);
    assert_eq!((planned.events, planned.pseudonyms), (2, 2));
    assert_eq!(run(&ctx), None);
    let (went, residue) = end(&ctx);
    assert_eq!(went.rows["account"], 1);
    assert_eq!((went.pseudonyms, went.found), (1, 1));
    assert_eq!(residue.total(), 0, "{residue:?}");
    assert!(residue.columns > 150);
    assert_eq!(notes(&ctx), ["\"kimono sale\""]);
    // By the keys' holder, too: no page of the database has it, and no file.
    for needle in ["kim@example.com", "Kim Lee", "wrote to"] {
        assert!(!tamper::pages_hold(&ctx.store, needle), "{needle}");
    }
    let certificate = certificate(&ctx, "req_1").unwrap().unwrap();
    assert_eq!(certificate.row.stage, "done");
    assert!(certificate.row.line.is_some());
    assert_eq!(certificate.row.sealed, None);
    let report = audit::verify::verify(&ctx, &audit::verify::Request::default(), &mut silent);
    assert!(report.unwrap().is_good());
}

#[test]
fn a_run_that_was_cut_short_is_gone_on_with_at_every_stage() {
    for stop in [Stage::Begun, Stage::Rows, Stage::Log] {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        person(&ctx);
        plan(&ctx);
        start(&ctx);
        let row = |ctx: &Context| ctx.store.read(|tx| tx.erasure("req_1")).unwrap().unwrap();
        while Stage::of(&row(&ctx)).unwrap() < stop {
            stage::once(&ctx, &CASE, &row(&ctx), &mut silent).unwrap();
        }
        drop(ctx);
        let ctx = fixture.open();
        carry_out(&ctx, &CASE, &mut silent).unwrap();
        let (went, residue) = end(&ctx);
        assert_eq!((went.rows["account"], residue.total()), (1, 0), "{stop:?}");
        let lines = ctx.store.read(|tx| tx.journal_mark()).unwrap().unwrap();
        // Erased, a value of somebody else's event, done: once each.
        assert_eq!(lines.number, 3, "{stop:?}");
    }
}

#[test]
fn what_is_held_stays_and_is_said() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    ctx.store
        .write(Mode::Commit, |tx| {
            tamper::script(
                tx,
                "INSERT INTO hold VALUES ('hld_1', 'acc_x', 'HGB §257', 'mira', 1, 2, NULL, NULL);
                 INSERT INTO hold_class VALUES ('hld_1', 'sessions');",
            );
            Ok(())
        })
        .unwrap();
    assert_eq!(plan(&ctx).held, ["sessions"]);
    run(&ctx);
    let (went, residue) = end(&ctx);
    assert_eq!(went.held, ["sessions"]);
    assert_eq!(residue.total(), 0, "{residue:?}");
    let left = ctx
        .store
        .read(|tx| tx.account_identifiers("acc_x"))
        .unwrap();
    assert_eq!(left, Some([Some("acc_x".to_owned()), None, None]));
}

#[test]
fn a_plan_of_an_erasure_that_began_is_final_and_without_one_nothing_begins() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    let refused = carry_out(&ctx, &CASE, &mut silent).unwrap_err();
    assert!(refused.hint.unwrap().contains("request plan"));
    plan(&ctx);
    run(&ctx);
    let again = ctx
        .store
        .write(Mode::Commit, |tx| freeze(&ctx, tx, &CASE, &[]))
        .unwrap_err();
    assert_eq!(again.kind, crate::base::error::Kind::Conflict);
}

fn hold(ctx: &Context, subject: &str, class: &str) {
    ctx.store
        .write(Mode::Commit, |tx| {
            tamper::script(
                tx,
                &format!(
                    "INSERT INTO hold VALUES ('hld_{class}', '{subject}', 'HGB §257', 'legal', 1, 2, NULL, NULL);
                     INSERT INTO hold_class VALUES ('hld_{class}', '{class}');"
                ),
            );
            Ok(())
        })
        .unwrap();
}

fn release(ctx: &Context) {
    let release = |tx: &Tx<'_>| {
        tamper::script(tx, "UPDATE hold SET released = 3");
        Ok(())
    };
    ctx.store.write(Mode::Commit, release).unwrap();
}

/// What the first run kept is found by the second, which no account leads to any more.
#[test]
fn what_a_hold_kept_goes_when_it_ends() {
    for class in ["activity", "sessions"] {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        person(&ctx);
        hold(&ctx, "acc_x", class);
        plan(&ctx);
        run(&ctx);
        let (went, _) = end(&ctx);
        assert!(went.is_held());
        release(&ctx);
        plan(&ctx);
        run(&ctx);
        let (went, residue) = end(&ctx);
        assert!(!went.is_held() && residue.total() == 0, "{residue:?}");
        assert_eq!((went.pseudonyms, went.found), (1, 1), "{class}");
        assert_eq!(
            went.rows["account"],
            if class == "sessions" { 2 } else { 1 }
        );
        assert_eq!(notes(&ctx), ["\"kimono sale\""]);
        let row = ctx.store.read(|tx| tx.erasure("req_1")).unwrap().unwrap();
        assert_eq!(row.sealed, None);
    }
}

/// What is held is on whom the event is about, or came in between two stages.
#[test]
fn a_hold_of_somebody_else_or_of_a_moment_ago_is_told() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    hold(&ctx, "acc_mira", "activity");
    let by_kim = Event::new("account.change")
        .actor(Party::Id("acc_x".into()))
        .target("acc_mira")
        .personal("ip", "192.0.2.1")
        .personal("email", "mira@example.com");
    audit::note(&ctx, &by_kim).unwrap();
    plan(&ctx);
    start(&ctx);
    hold(&ctx, "acc_x", "notices");
    carry_out(&ctx, &CASE, &mut silent).unwrap();
    let (went, _) = end(&ctx);
    assert_eq!(
        (went.log_held, went.held.as_slice()),
        (1, &["notices".to_owned()][..])
    );
    // The journal says what is kept, and not what was kept when it began.
    let mut lines = vec![];
    let path = ctx.store.folder.journal();
    crate::store::journal::walk(&path, &ctx.store.keyring, None, |_, line| {
        lines.push(line.act);
        Ok(())
    })
    .unwrap();
    let kinds: Vec<_> = lines.iter().map(crate::store::journal::Act::kind).collect();
    assert_eq!(kinds, ["erasure", "lift", "erasure", "redaction", "done"]);
}

#[test]
fn another_run_changes_nothing_of_what_a_run_did() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    plan(&ctx);
    start(&ctx);
    let old = ctx.store.read(|tx| tx.erasure("req_1")).unwrap().unwrap();
    carry_out(&ctx, &CASE, &mut silent).unwrap();
    end(&ctx);
    let done = ctx.store.read(|tx| tx.erasure("req_1")).unwrap().unwrap();
    let late = stage::once(&ctx, &CASE, &old, &mut silent).unwrap_err();
    assert_eq!(late.kind, crate::base::error::Kind::Conflict);
    assert_eq!(
        ctx.store.read(|tx| tx.erasure("req_1")).unwrap().unwrap(),
        done
    );
}

/// Former names lead to the person; names that are words of other things stay where they are, and are told.
#[test]
fn former_addresses_go_and_mere_names_are_told() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    let changed = Event::new("account.change")
        .target("acc_x")
        .personal("email_before", "old@example.org");
    audit::note(&ctx, &changed).unwrap();
    for note in ["mail to old@example.org", "Kim Lee called"] {
        let event = Event::new("auth.check")
            .actor(Party::Name("mira".into()))
            .personal("note", note);
        audit::note(&ctx, &event).unwrap();
    }
    plan(&ctx);
    run(&ctx);
    let (went, residue) = end(&ctx);
    assert_eq!((went.found, residue.total(), residue.mentioned), (2, 0, 1));
    assert_eq!(residue.mentions[0].1, "note");
    assert!(notes(&ctx).contains(&"\"Kim Lee called\"".to_owned()));
}

/// A backup in the middle of an erasure has the line of the journal, and the person.
#[test]
fn an_image_of_an_erasure_under_way_brings_nobody_back() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    person(&ctx);
    plan(&ctx);
    start(&ctx);
    let older = Older::of(&fixture, &ctx);
    carry_out(&ctx, &CASE, &mut silent).unwrap();
    end(&ctx);
    let (_, again) = older.restore(&fixture, &ctx);
    assert_eq!(
        again
            .store
            .read(|tx| tx.account_identifiers("acc_x"))
            .unwrap(),
        None
    );
    assert_eq!(notes(&again), ["\"kimono sale\""]);
    // The promise about backups holds there, too.
    assert_eq!(
        again.store.read(|tx| tx.backup_promises()).unwrap().len(),
        1
    );
}

/// Somebody else had the name when the image was made.
#[test]
fn a_restore_erases_nobody_who_merely_has_the_name() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let script = |text: &'static str| {
        ctx.store
            .write(Mode::Commit, |tx| {
                tamper::script(tx, text);
                Ok(())
            })
            .unwrap();
    };
    script(
        "INSERT INTO account (id, name, name_folded, email, email_folded, kind, created, changed)
             VALUES ('acc_z', 'kim', 'kim', 'z@example.com', 'z@example.com', 'person', 1, 1)",
    );
    let older = Older::of(&fixture, &ctx);
    script("UPDATE account SET name = 'zoe', name_folded = 'zoe' WHERE id = 'acc_z'");
    person(&ctx);
    plan(&ctx);
    run(&ctx);
    end(&ctx);
    let (_, again) = older.restore(&fixture, &ctx);
    let left = again
        .store
        .read(|tx| tx.account_identifiers("acc_z"))
        .unwrap();
    assert_eq!(left.unwrap()[2].as_deref(), Some("z@example.com"));
}

//! Runs on a real store: what is old goes once, what is held stays, what must be kept has no short rule.

use super::*;
use crate::base::clock::Clock;
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::domain::Context;
use crate::domain::account;
use crate::domain::fixture::{Fixture, Older, add_account};
use crate::domain::hold::{self, NewHold};
use crate::domain::notice;
use crate::domain::privacy::Class;
use crate::store::Mode;
use crate::store::audit::Fate;
use crate::store::check::Depth;
use crate::store::optout::{ChoiceKind, OptoutRow};
use crate::store::request::{RequestRow, StepRow};
use crate::store::retention::Deleted;
use crate::store::session::SessionRow;

fn rule(class: Class, period: Period) -> Rule {
    Rule {
        class,
        period,
        basis: "GDPR Art. 5(1)(e)".to_owned(),
    }
}

fn later(ctx: &mut Context, days: i64) {
    ctx.clock = Clock::fixed(ctx.now() + chrono::TimeDelta::days(days));
}

fn hold(ctx: &Context, subject: Option<&str>, class: Class) -> String {
    let new = NewHold {
        subject: subject.map(str::to_owned),
        classes: [class].into(),
        basis: "a law".to_owned(),
        owner: None,
        review: Period::of_months(3).after(ctx.now()),
        ceiling: Period::of_months(6).after(ctx.now()),
    };
    hold::place(ctx, &new).unwrap().value.hold.id
}

fn ran(ctx: &Context, class: Class) -> Deleted {
    let mut ran = run(ctx, Some(class)).unwrap();
    assert_eq!(ran.len(), 1);
    ran.remove(0).outcome.unwrap().0
}

fn of(rows: u64, held: u64) -> Deleted {
    Deleted { rows, held }
}

fn remove(ctx: &Context, name: &str) {
    account::remove(ctx, &[name.to_owned()]).unwrap();
}

#[test]
fn removed_accounts_are_purged_unless_something_keeps_them() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    for name in ["tom", "zoe", "mia", "kim", "eva"] {
        add_account(&ctx, name);
    }
    for name in ["tom", "zoe", "mia", "kim"] {
        remove(&ctx, name);
    }
    let month = Period::of_days(30);
    assert!(add(&ctx, &rule(Class::Identity, month)).unwrap().value);
    assert_eq!(ran(&ctx, Class::Identity), of(0, 0));
    later(&mut ctx, 31);
    let held = hold(&ctx, Some("tom"), Class::Notices);
    let ground = crate::domain::restriction::Ground::Unlawful;
    crate::domain::restriction::set(&ctx, &["zoe".to_owned()], ground).unwrap();
    request(&ctx, "R-2026-0001", "mia", None);
    ctx.mode = Mode::DryRun;
    assert_eq!(ran(&ctx, Class::Identity), of(1, 3));
    ctx.mode = Mode::Commit;
    assert_eq!(report(&ctx).unwrap()[0].due, Some(of(1, 3)));
    assert_eq!(ran(&ctx, Class::Identity), of(1, 3));
    assert_eq!(ran(&ctx, Class::Identity), of(0, 3));
    hold::release(&ctx, &held).unwrap();
    assert_eq!(ran(&ctx, Class::Identity), of(1, 2));
    let left = |name: &str| {
        ctx.store
            .read(|tx| tx.find_account(name))
            .unwrap()
            .is_some()
    };
    assert_eq!(
        ["tom", "zoe", "mia", "kim", "eva"].map(left),
        [false, true, true, false, true]
    );
    assert!(ctx.store.check(Depth::Deep).unwrap().1.is_empty());
}

fn request(ctx: &Context, reference: &str, name: &str, closed: Option<crate::base::clock::Time>) {
    let now = ctx.now();
    let account = ctx.store.read(|tx| tx.find_account(name)).unwrap().unwrap();
    let row = RequestRow {
        id: format!("req_{reference}"),
        reference: reference.to_owned(),
        account: Some(account.id),
        kind: "access".to_owned(),
        law: "gdpr".to_owned(),
        state: "received".to_owned(),
        received: now,
        zone: "Europe/Berlin".to_owned(),
        calendar: "DE".to_owned(),
        channel: "web".to_owned(),
        opened: now,
        closed,
        ..RequestRow::default()
    };
    let step = StepRow {
        number: 1,
        at: now,
        step: "open".to_owned(),
        state: "received".to_owned(),
        note: None,
        event: 0,
        operator: None,
    };
    ctx.store
        .write(Mode::Commit, |tx| {
            tx.insert_request(&row)?;
            tx.insert_step(&row.id, &step)?;
            tx.insert_pause(&row.id, "clarify", "2026-11-22")
        })
        .unwrap();
}

#[test]
fn closed_requests_go_with_all_that_is_theirs_after_two_years() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "tom");
    add_account(&ctx, "zoe");
    let short = rule(Class::Requests, Period::of_months(23));
    assert_eq!(add(&ctx, &short).unwrap_err().kind, Kind::Refused);
    add(&ctx, &rule(Class::Requests, Period::of_months(24))).unwrap();
    request(&ctx, "R-2026-0001", "tom", Some(ctx.now()));
    request(&ctx, "R-2026-0002", "zoe", Some(ctx.now()));
    request(&ctx, "R-2026-0003", "tom", None);
    later(&mut ctx, 740);
    let held = hold(&ctx, None, Class::Requests);
    assert_eq!(ran(&ctx, Class::Requests), of(0, 2));
    hold::release(&ctx, &held).unwrap();
    hold(&ctx, Some("zoe"), Class::Requests);
    assert_eq!(ran(&ctx, Class::Requests), of(1, 1));
    // What a hold kept of an erasure waits with its request.
    request(&ctx, "R-2026-0004", "tom", Some(ctx.now()));
    ctx.store
        .write(Mode::Commit, |tx| {
            let mut row = tx.request("R-2026-0004")?.unwrap();
            row.flags = "held".to_owned();
            tx.update_request(&row)
        })
        .unwrap();
    later(&mut ctx, 1_480);
    assert_eq!(ran(&ctx, Class::Requests), of(0, 2));
    let left = ctx.store.read(|tx| tx.requests()).unwrap();
    let left: Vec<&str> = left.iter().map(|row| row.reference.as_str()).collect();
    assert_eq!(left, ["R-2026-0002", "R-2026-0003", "R-2026-0004"]);
    assert!(ctx.store.check(Depth::Deep).unwrap().1.is_empty());
}

#[test]
fn every_class_that_can_have_a_rule_runs_and_the_others_say_why_not() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let year = Period::of_months(36);
    for class in Class::ALL {
        let added = add(&ctx, &rule(class, year));
        assert_eq!(added.is_ok(), aged(class).is_ok(), "{class:?}");
        if let Err(refused) = added {
            assert_eq!(refused.kind, Kind::Refused);
        }
    }
    later(&mut ctx, 10);
    let all = run(&ctx, None).unwrap();
    assert_eq!(all.len(), 6);
    assert!(all.iter().all(|ran| ran.outcome.is_ok()));
    let lines = report(&ctx).unwrap();
    assert_eq!(lines.len(), Class::ALL.len());
    for line in lines {
        assert_eq!(line.last.is_some(), line.elsewhere.is_none());
    }
    let same = rule(Class::Sessions, year);
    assert!(!add(&ctx, &same).unwrap().value);
    let other = rule(Class::Sessions, Period::of_days(30));
    assert_eq!(add(&ctx, &other).unwrap_err().kind, Kind::Conflict);
    assert!(super::remove(&ctx, Class::Sessions).unwrap().value);
    assert!(!super::remove(&ctx, Class::Sessions).unwrap().value);
    assert_eq!(
        run(&ctx, Some(Class::Sessions)).unwrap_err().kind,
        Kind::NotFound
    );
    assert_eq!(list(&ctx).unwrap().len(), 5);
    let odd = rule(Class::Sessions, Period::of_seconds(60));
    assert_eq!(add(&ctx, &odd).unwrap_err().kind, Kind::Refused);
}

/// A purge needs no line of its own: who was removed is removed again, and the next run purges again.
#[test]
fn a_purged_account_comes_back_from_a_backup_only_as_a_removed_one() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "tom");
    let older = Older::of(&fixture, &ctx);
    remove(&ctx, "tom");
    later(&mut ctx, 31);
    add(&ctx, &rule(Class::Identity, Period::of_days(30))).unwrap();
    assert_eq!(ran(&ctx, Class::Identity), of(1, 0));
    let (_, again) = older.restore(&fixture, &ctx);
    let row = again.store.read(|tx| tx.find_account("tom")).unwrap();
    assert!(row.unwrap().removed.is_some());
}

/// Something of an account that ends at once, or tomorrow.
fn fill(ctx: &Context, id: &str) {
    let now = ctx.now();
    let session = SessionRow {
        id: format!("ses_{id}"),
        account: id.to_owned(),
        name: String::new(),
        ip: None,
        user_agent: None,
        created: now,
        seen: now,
        expires: Period::of_days(1).after(now),
        revoked: None,
        why: None,
    };
    let choice = OptoutRow {
        id: format!("opt_{id}"),
        account: Some(id.to_owned()),
        name: None,
        digest: None,
        what: "limit".to_owned(),
        source: "gpc".to_owned(),
        channel: "web".to_owned(),
        received: now,
        honored: now,
        cleared: None,
    };
    let write = |tx: &crate::store::Tx<'_>| {
        tx.insert_session(&session, None)?;
        notice::queue(ctx, tx, id, notice::Kind::PasswordChanged)?;
        tx.drop_notices(id, now)?;
        tx.insert_optout(&choice, ChoiceKind::OptOut)?;
        tx.clear_optout(&choice, ChoiceKind::OptOut, now)
    };
    ctx.store.write(Mode::Commit, write).unwrap();
}

/// What is only stored is stored (GDPR Art. 18(2)), whatever its age.
#[test]
fn nothing_of_a_restricted_account_goes_by_age() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let ids = ["tom", "zoe"].map(|name| add_account(&ctx, name));
    for id in &ids {
        fill(&ctx, id);
    }
    for name in ["tom", "zoe"] {
        request(&ctx, &format!("R-2026-{name}"), name, Some(ctx.now()));
    }
    let ground = crate::domain::restriction::Ground::Claims;
    crate::domain::restriction::set(&ctx, &["tom".to_owned()], ground).unwrap();
    later(&mut ctx, 2_000);
    let purged = ctx
        .store
        .write(Mode::DryRun, |tx| tx.purge_sessions(ctx.now()));
    assert_eq!(purged.unwrap(), (1, 1));
    for class in [
        Class::Sessions,
        Class::Notices,
        Class::Requests,
        Class::Consents,
    ] {
        add(&ctx, &rule(class, Period::of_months(36))).unwrap();
        assert_eq!(ran(&ctx, class), of(1, 1), "{class:?}");
    }
}

/// 730 days are 24 months when the rule is added, and a day less where a 29 February lies ahead.
#[test]
fn records_of_requests_are_kept_for_24_months_whatever_days_they_have() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "tom");
    let at = |text: &str| Clock::fixed(crate::base::clock::parse(text).unwrap());
    ctx.clock = at("2028-06-01T12:00:00Z");
    add(&ctx, &rule(Class::Requests, Period::of_days(730))).unwrap();
    ctx.clock = at("2031-01-01T12:00:00Z");
    request(&ctx, "R-2031-0001", "tom", Some(ctx.now()));
    ctx.clock = at("2033-01-01T11:00:00Z");
    assert_eq!(ran(&ctx, Class::Requests), of(0, 0));
    ctx.clock = at("2033-01-01T13:00:00Z");
    assert_eq!(ran(&ctx, Class::Requests), of(1, 0));
}

/// What was replaced stands in the log alone: it is held as what took its place.
#[test]
fn a_replaced_address_is_held_with_the_address() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let edit = |name: &str| account::Edit {
        email: Some(crate::base::email::EmailAddress::new(&format!("{name}@new.example")).unwrap()),
        display_name: Some("Another".to_owned()),
        ..account::Edit::default()
    };
    let [tom, zoe] = ["tom", "zoe"].map(|name| {
        add_account(&ctx, name);
        let set = account::Edit {
            display_name: Some("One".to_owned()),
            ..account::Edit::default()
        };
        account::change(&ctx, name, &set).unwrap();
        let done = account::change(&ctx, name, &edit(name)).unwrap();
        done[0].event.unwrap()
    });
    let fate = |seq, field| {
        let done = ctx
            .store
            .write(Mode::DryRun, |tx| tx.erase_disclosure(seq, field));
        done.unwrap()
    };
    let is_log_held = || ctx.store.read(|tx| tx.is_log_held()).unwrap();
    assert!(!is_log_held());
    let id = hold(&ctx, Some("tom"), Class::Contact);
    assert!(is_log_held());
    assert_eq!(fate(tom, "email_before"), Fate::Held);
    assert_eq!(fate(tom, "display_name_before"), Fate::Gone);
    assert_eq!(fate(tom, "email"), Fate::Gone, "the account has it");
    assert_eq!(fate(zoe, "email_before"), Fate::Gone);
    hold::release(&ctx, &id).unwrap();
    assert_eq!(fate(tom, "email_before"), Fate::Gone);
    hold(&ctx, None, Class::Identity);
    assert_eq!(fate(zoe, "display_name_before"), Fate::Held);
    assert_eq!(fate(zoe, "email_before"), Fate::Gone);
}

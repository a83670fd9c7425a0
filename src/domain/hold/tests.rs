//! Holds: placed, reviewed, released, asked by what deletes, in force behind a restore.

use super::*;
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::domain::fixture::{Fixture, Older, add_account};
use crate::store::Mode;
use crate::store::request::RequestRow;

fn new(ctx: &Context, subject: Option<&str>, classes: &[Class]) -> NewHold {
    NewHold {
        subject: subject.map(str::to_owned),
        classes: classes.iter().copied().collect(),
        basis: "AO §147".to_owned(),
        owner: None,
        review: Period::of_months(3).after(ctx.now()),
        ceiling: Period::of_months(6).after(ctx.now()),
    }
}

fn placed(ctx: &Context, subject: Option<&str>, classes: &[Class]) -> String {
    place(ctx, &new(ctx, subject, classes))
        .unwrap()
        .value
        .hold
        .id
}

#[test]
fn a_hold_stops_what_it_is_about_and_nothing_else() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let (tom, zoe) = (add_account(&ctx, "tom"), add_account(&ctx, "zoe"));
    let id = placed(&ctx, Some("tom"), &[Class::Contact]);
    let asked = |subject: Option<&str>, classes: &[Class]| {
        ctx.store.read(|tx| require_free(tx, subject, classes))
    };
    let refusal = asked(Some(&tom), &[Class::Identity, Class::Contact]).unwrap_err();
    assert_eq!(refusal.kind, Kind::Refused);
    assert!(refusal.hint.unwrap().contains(&id));
    asked(Some(&tom), &[Class::Sessions]).unwrap();
    asked(Some(&zoe), &[Class::Contact]).unwrap();
    asked(None, &[Class::Contact]).unwrap();
    release(&ctx, &id).unwrap();
    asked(Some(&tom), &[Class::Contact]).unwrap();
    assert_eq!(release(&ctx, &id).unwrap_err().kind, Kind::Conflict);
    // One on everybody holds each.
    placed(&ctx, None, &[Class::Contact]);
    assert!(asked(Some(&zoe), &[Class::Contact]).is_err());
    assert!(asked(None, &[Class::Contact]).is_err());
}

fn erasure(ctx: &Context, reference: &str, account: &str) {
    let now = ctx.now();
    let row = RequestRow {
        id: format!("req_{reference}"),
        reference: reference.to_owned(),
        account: Some(account.to_owned()),
        kind: "erasure".to_owned(),
        law: "gdpr".to_owned(),
        state: "received".to_owned(),
        received: now,
        zone: "Europe/Berlin".to_owned(),
        calendar: "DE".to_owned(),
        channel: "web".to_owned(),
        opened: now,
        flags: "agent".to_owned(),
        ..RequestRow::default()
    };
    ctx.store
        .write(Mode::Commit, |tx| tx.insert_request(&row))
        .unwrap();
}

#[test]
fn a_waiting_erasure_is_marked_until_nothing_holds_its_subject() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let (tom, zoe) = (add_account(&ctx, "tom"), add_account(&ctx, "zoe"));
    erasure(&ctx, "R-2026-0001", &tom);
    erasure(&ctx, "R-2026-0002", &zoe);
    let flags = || {
        let row = ctx.store.read(|tx| tx.request("R-2026-0001")).unwrap();
        row.unwrap().flags
    };
    let first = place(&ctx, &new(&ctx, Some("tom"), &[Class::Contact])).unwrap();
    assert_eq!(first.value.waiting, ["R-2026-0001"]);
    assert_eq!(flags(), "agent,held");
    let second = placed(&ctx, Some("tom"), &[Class::Sessions]);
    assert_eq!(show(&ctx, &second).unwrap().waiting, ["R-2026-0001"]);
    let done = release(&ctx, &first.value.hold.id).unwrap().value;
    assert_eq!(done.waiting, Vec::<String>::new(), "another one holds");
    assert_eq!(flags(), "agent,held");
    assert_eq!(
        release(&ctx, &second).unwrap().value.waiting,
        ["R-2026-0001"]
    );
    assert_eq!(flags(), "agent");
    let all = place(&ctx, &new(&ctx, None, &[Class::Contact])).unwrap();
    assert_eq!(all.value.waiting.len(), 2);
}

#[test]
fn a_review_is_due_and_never_far_away() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let far = NewHold {
        review: Period::of_months(7).after(ctx.now()),
        ..new(&ctx, Some("tom"), &[Class::Contact])
    };
    assert_eq!(place(&ctx, &far).unwrap_err().kind, Kind::Refused);
    let past = NewHold {
        review: ctx.now(),
        ..far
    };
    assert_eq!(place(&ctx, &past).unwrap_err().kind, Kind::Usage);
    let empty = NewHold {
        basis: " ".to_owned(),
        ..new(&ctx, Some("tom"), &[Class::Contact])
    };
    assert_eq!(place(&ctx, &empty).unwrap_err().kind, Kind::Usage);
    let id = placed(&ctx, Some("tom"), &[Class::Contact]);
    let due = |months| {
        let until = Period::of_months(months).after(ctx.now());
        list(&ctx, Which::Due(until)).unwrap().len()
    };
    assert_eq!((due(2), due(3)), (0, 1));
    let ceiling = Period::of_months(6).after(ctx.now());
    review(&ctx, &id, (ceiling, ceiling)).unwrap();
    assert_eq!((due(5), due(6)), (0, 1));
    release(&ctx, &id).unwrap();
    assert_eq!(due(6), 0);
    assert_eq!(list(&ctx, Which::InForce).unwrap().len(), 0);
    assert_eq!(list(&ctx, Which::All).unwrap().len(), 1);
}

#[test]
fn a_hold_survives_the_restore_of_an_older_backup() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let before = placed(&ctx, Some("tom"), &[Class::Identity]);
    let older = Older::of(&fixture, &ctx);
    placed(&ctx, Some("tom"), &[Class::Contact, Class::Sessions]);
    placed(&ctx, None, &[Class::Activity]);
    let gone = placed(&ctx, Some("tom"), &[Class::Notices]);
    release(&ctx, &gone).unwrap();
    // Released behind the image: a restore does not give back what somebody let go.
    release(&ctx, &before).unwrap();
    let as_it_was = list(&ctx, Which::InForce).unwrap();
    let (restored, again) = older.restore(&fixture, &ctx);
    assert_eq!(restored.reapplied.kinds.get("hold"), Some(&2));
    assert_eq!(restored.reapplied.lifted, 1);
    let in_force = list(&again, Which::InForce).unwrap();
    assert_eq!(in_force.len(), 3);
    for hold in &as_it_was {
        let same = in_force.iter().find(|row| row.id == hold.id).unwrap();
        assert_eq!(
            (&same.classes, &same.basis, &same.owner, same.review),
            (&hold.classes, &hold.basis, &hold.owner, hold.review)
        );
    }
    let asked = again
        .store
        .read(|tx| require_free(tx, Some(&tom), &[Class::Sessions]));
    assert!(asked.is_err());
    // What was applied again can be released there, and stays so.
    for hold in in_force {
        release(&again, &hold.id).unwrap();
    }
    assert!(list(&again, Which::InForce).unwrap().is_empty());
}

#[test]
fn without_the_journal_nothing_is_restored() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let older = Older::of(&fixture, &ctx);
    placed(&ctx, Some("tom"), &[Class::Contact]);
    let recovery = fixture.dir.path().join("backups/recovery");
    for entry in std::fs::read_dir(&recovery).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "journal") {
            std::fs::remove_file(path).unwrap();
        }
    }
    let again = fixture.dir.path().join("again");
    assert!(older.try_restore(&fixture, &again).is_err());
    assert!(!again.join("store.db").exists());
}

#[test]
fn a_dry_run_holds_nothing_and_no_person_owns_a_hold_by_default() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    ctx.mode = Mode::DryRun;
    placed(&ctx, Some("tom"), &[Class::Contact]);
    assert!(list(&ctx, Which::All).unwrap().is_empty(), "a dry run");
    ctx.mode = Mode::Commit;
    let id = placed(&ctx, Some("tom"), &[Class::Contact]);
    let row = ctx.store.read(|tx| tx.hold(&id)).unwrap().unwrap();
    assert_eq!(row.subject.as_deref(), Some(tom.as_str()));
    // The rights journal keeps the owner for ever: it is nobody's name.
    assert_eq!(row.owner, "operator");
}

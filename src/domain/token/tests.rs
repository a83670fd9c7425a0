//! Tokens: given out, taken, rotated, revoked, and what of it is written.

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::base::name::{AccountName, Label};
use crate::base::period::Period;
use crate::domain::account::{self, IfExists, NewAccount};
use crate::domain::audit;
use crate::domain::belongings::{Query, each};
use crate::domain::context::Context;
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::store::account::AccountKind;

fn later(ctx: &mut Context, hours: i64) {
    let now = clock::parse(NOW).unwrap() + chrono::TimeDelta::hours(hours);
    ctx.clock = Clock::fixed(now);
}

fn service(ctx: &Context, name: &str) -> String {
    let new = NewAccount {
        name: AccountName::new(name).unwrap(),
        email: None,
        display_name: None,
        kind: AccountKind::Service,
        region: None,
        expires: None,
        roles: vec![],
    };
    let made = account::create(ctx, &new, IfExists::Fail, |_, _, _| Ok(())).unwrap();
    made.value.row().id.clone()
}

fn asked(account: &str, name: &str, expiry: Expiry) -> NewToken {
    NewToken {
        account: account.to_owned(),
        name: Label::new(name, "a name").unwrap(),
        scopes: vec![Scope::new("mail.*").unwrap()],
        expiry,
    }
}

fn in_days(ctx: &Context, days: u32) -> Expiry {
    Expiry::At(Period::of_days(days).after(ctx.now()))
}

fn make(ctx: &Context, account: &str, name: &str) -> Made {
    let new = asked(account, name, in_days(ctx, 90));
    create(ctx, &new).unwrap().value
}

fn reason(ctx: &Context, secret: &Secret) -> Reason {
    verify(ctx, secret.text().expose(), &[]).unwrap().reason
}

fn events(ctx: &Context) -> u64 {
    ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap()
}

#[test]
fn a_token_is_taken_for_its_scopes_while_its_account_may() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let id = service(&ctx, "bot");
    let made = make(&ctx, "bot", "main");
    let scope = |text: &str| vec![Scope::new(text).unwrap()];
    let with = |ctx: &Context, asked: &[Scope]| {
        let verdict = verify(ctx, made.secret.text().expose(), asked).unwrap();
        verdict.reason
    };
    assert_eq!(with(&ctx, &[]), Reason::Ok);
    assert_eq!(with(&ctx, &scope("mail.send")), Reason::Ok);
    assert_eq!(with(&ctx, &scope("file.read")), Reason::ScopeMissing);
    let who = [id];
    account::disable(&ctx, &who).unwrap();
    assert_eq!(with(&ctx, &[]), Reason::Barred);
    account::enable(&ctx, &who).unwrap();
    assert_eq!(with(&ctx, &[]), Reason::Ok, "it works again");
    let other = Secret::new(&ctx.random).unwrap();
    assert_eq!(reason(&ctx, &other), Reason::Unknown);
    let malformed = verify(&ctx, "oct_x", &[]).unwrap();
    assert_eq!(malformed.reason, Reason::Malformed);
    later(&mut ctx, 91 * 24);
    assert_eq!(with(&ctx, &[]), Reason::Expired);
    revoke(&ctx, &[], Some(&made.secret)).unwrap();
    assert_eq!(with(&ctx, &[]), Reason::Revoked);
    assert!(!revoke(&ctx, std::slice::from_ref(&made.row.id), None).unwrap()[0].changed);
}

#[test]
fn a_use_is_written_once_a_day_and_strangers_at_most_a_hundred_times() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    service(&ctx, "bot");
    let made = make(&ctx, "bot", "main");
    let before = events(&ctx);
    for _ in 0..10 {
        assert_eq!(reason(&ctx, &made.secret), Reason::Ok);
    }
    assert_eq!(events(&ctx), before + 1);
    later(&mut ctx, 24);
    reason(&ctx, &made.secret);
    assert_eq!(events(&ctx), before + 2);
    let row = show(&ctx, &made.row.id).unwrap().row;
    assert_eq!(
        row.last_used,
        Some(clock::parse("2026-11-23T00:00:00Z").unwrap())
    );
    assert_eq!(
        account::show(&ctx, "bot")
            .unwrap()
            .row
            .last_sign_in
            .map(clock::seconds_text),
        Some("2026-11-23T12:00:00Z".to_owned())
    );
    let before = events(&ctx);
    for _ in 0..120 {
        let stranger = Secret::new(&ctx.random).unwrap();
        assert_eq!(reason(&ctx, &stranger), Reason::Unknown);
        verify(&ctx, "malformed", &[]).unwrap();
    }
    assert_eq!(events(&ctx), before + 100);
    later(&mut ctx, 48);
    reason(&ctx, &Secret::new(&ctx.random).unwrap());
    assert_eq!(events(&ctx), before + 101);
    revoke(&ctx, std::slice::from_ref(&made.row.id), None).unwrap();
    let before = events(&ctx);
    for _ in 0..5 {
        assert_eq!(reason(&ctx, &made.secret), Reason::Revoked);
    }
    assert_eq!(events(&ctx), before + 1);
}

#[test]
fn rotation_overlaps_and_happens_once() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    service(&ctx, "bot");
    let old = make(&ctx, "bot", "main");
    let day = Period::of_days(1);
    let new = rotate(&ctx, &old.row.id, day, Renewal::Same).unwrap().value;
    assert_eq!(new.made.row.scopes, old.row.scopes);
    assert_eq!(show(&ctx, &old.row.id).unwrap().state, State::Rotated);
    assert_eq!(
        show(&ctx, &new.made.row.id).unwrap().replaces,
        Some(old.row.id.clone())
    );
    assert_eq!(reason(&ctx, &old.secret), Reason::Ok);
    assert_eq!(reason(&ctx, &new.made.secret), Reason::Ok);
    let again = rotate(&ctx, &old.row.id, day, Renewal::Same).err().unwrap();
    assert_eq!(again.kind, Kind::Conflict);
    assert!(again.message.contains(&new.made.row.id));
    later(&mut ctx, 25);
    assert_eq!(reason(&ctx, &old.secret), Reason::Expired);
    let at_once = rotate(&ctx, &new.made.row.id, Period::default(), Renewal::Same);
    let third = at_once.unwrap().value.made;
    assert_eq!(reason(&ctx, &new.made.secret), Reason::Revoked);
    assert_eq!(reason(&ctx, &third.secret), Reason::Ok);
    revoke(&ctx, std::slice::from_ref(&third.row.id), None).unwrap();
    let error = rotate(&ctx, &third.row.id, day, Renewal::Same)
        .err()
        .unwrap();
    assert_eq!(error.kind, Kind::Conflict);
    let long = rotate(&ctx, &third.row.id, Period::of_days(31), Renewal::Same);
    assert_eq!(long.err().unwrap().kind, Kind::Usage);
}

#[test]
fn an_overlap_never_lengthens_the_old_one() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    service(&ctx, "bot");
    let new = asked(
        "bot",
        "main",
        Expiry::At(Period::of_seconds(60).after(ctx.now())),
    );
    let old = create(&ctx, &new).unwrap().value;
    let rotated = rotate(&ctx, &old.row.id, Period::of_days(1), Renewal::Same).unwrap();
    assert_eq!(Some(rotated.value.until), old.row.expires);
}

#[test]
fn no_end_is_for_services_with_a_reason() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    service(&ctx, "bot");
    add_account(&ctx, "mira");
    let never = |ctx: &Context, who| create(ctx, &asked(who, "main", Expiry::Never)).err();
    assert_eq!(never(&ctx, "bot").unwrap().kind, Kind::Refused);
    ctx.caller.reason = Some("sealed appliance".to_owned());
    assert_eq!(never(&ctx, "mira").unwrap().kind, Kind::Refused);
    assert!(never(&ctx, "bot").is_none());
    ctx.caller.reason = None;
    let mut ids = vec![];
    each(&ctx, &Query::default(), |row: &TokenRow| {
        ids.push(row.id.clone());
        Ok(crate::store::account::Going::On)
    })
    .unwrap();
    // The reason was given when it was made: a rotation from cron has none.
    let rotated = rotate(&ctx, &ids[0], Period::default(), Renewal::Same).unwrap();
    assert_eq!(rotated.value.made.row.expires, None);
    let made = make(&ctx, "bot", "other").row.id;
    let endless = Renewal::By(Expiry::Never);
    let refused = rotate(&ctx, &made, Period::default(), endless).err();
    assert_eq!(refused.unwrap().kind, Kind::Refused);
}

#[test]
fn names_and_numbers_are_bounded() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    service(&ctx, "bot");
    make(&ctx, "bot", "main");
    let twice = create(&ctx, &asked("bot", "main", in_days(&ctx, 1))).err();
    assert_eq!(twice.unwrap().kind, Kind::Conflict);
    for number in 1..MOST {
        make(&ctx, "bot", &format!("t{number}"));
    }
    let more = create(&ctx, &asked("bot", "more", in_days(&ctx, 1))).err();
    assert_eq!(more.unwrap().kind, Kind::Refused);
    let soon = expiring(&ctx, Period::of_days(91)).unwrap();
    assert_eq!(soon.len(), 50);
    assert!(expiring(&ctx, Period::of_days(89)).unwrap().is_empty());
}

#[test]
fn no_event_and_no_column_holds_a_token() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let made = make(&ctx, "mira", "main");
    let text = made.secret.text().expose().to_owned();
    reason(&ctx, &made.secret);
    let rotated = rotate(&ctx, &made.row.id, Period::of_days(1), Renewal::Same).unwrap();
    revoke(&ctx, &[], Some(&rotated.value.made.secret)).unwrap();
    ctx.store
        .read(|tx| {
            let id = tx.account_party("mira")?.unwrap();
            tx.each_subject_event(&[id], |event| {
                let entry = String::from_utf8_lossy(&event.entry).into_owned();
                assert!(!entry.contains(&text));
                for stored in &event.disclosures {
                    assert!(!format!("{:?}", audit::reveal(stored)?).contains(&text));
                }
                Ok(())
            })
        })
        .unwrap();
}

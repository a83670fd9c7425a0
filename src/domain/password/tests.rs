//! Setting, resetting and redeeming passwords on a real store.

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::crypto::password as hashing;
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::fixture::{Fixture, NOW, add_account};

fn text(text: &str) -> SecretText {
    SecretText::new(text.to_owned())
}

fn policy() -> Policy {
    Policy::new("nist-63b-4", &[]).unwrap()
}

fn stored(ctx: &Context, account: &str) -> Option<crate::store::credential::PasswordRow> {
    ctx.store.read(|tx| tx.password(account)).unwrap()
}

#[test]
fn what_somebody_else_set_must_be_changed_within_a_day_and_ones_own_not() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    let word = text("seven geese walk to Utrecht");
    let done = set(&ctx, &policy(), "mira", &word, Setter::Operator).unwrap();
    let by = done.value.change_by.unwrap();
    let start = clock::parse(NOW).unwrap();
    assert_eq!((by - start).num_hours(), 24);
    let row = stored(&ctx, &mira).unwrap();
    assert!(hashing::parse(&row.hash).unwrap().pepper().is_some());
    assert!(!row.needs_factor);
    let done = set(&ctx, &policy(), "mira", &word, Setter::Holder).unwrap();
    assert_eq!(done.value.change_by, None);
    assert_eq!(stored(&ctx, &mira).unwrap().version, 2);
}

#[test]
fn a_refusal_names_the_rules_and_sets_nothing() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    let error = set(&ctx, &policy(), "mira", &text("mira2026"), Setter::Holder).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert_eq!(error.details.len(), 2);
    assert!(error.details[0].contains("63B-4"));
    assert!(stored(&ctx, &mira).is_none());
}

#[test]
fn a_code_works_once_and_only_for_the_password_it_was_given_for() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let word = text("seven geese walk to Utrecht");
    let hour = Period::of_seconds(3600);
    let given = reset(&ctx, "mira", hour).unwrap().value;
    let typed = Code::typed(&given.code.shown().expose().to_lowercase().replace('-', " "));
    let weak = redeem(&ctx, &policy(), &typed, &text("short")).unwrap_err();
    assert_eq!(weak.kind, Kind::Refused);
    redeem(&ctx, &policy(), &typed, &word).unwrap();
    let again = redeem(&ctx, &policy(), &typed, &word).unwrap_err();
    assert_eq!(again.kind, Kind::Rejected);

    let outdated = reset(&ctx, "mira", hour).unwrap().value.code;
    set(&ctx, &policy(), "mira", &word, Setter::Holder).unwrap();
    let error = redeem(&ctx, &policy(), &outdated, &word).unwrap_err();
    assert_eq!(error.kind, Kind::Rejected);

    let older = reset(&ctx, "mira", hour).unwrap().value.code;
    reset(&ctx, "mira", hour).unwrap();
    assert!(redeem(&ctx, &policy(), &older, &word).is_err());
    assert!(reset(&ctx, "mira", Period::of_days(2)).is_err());
}

#[test]
fn a_code_expires() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "mira");
    let code = reset(&ctx, "mira", Period::of_seconds(3600))
        .unwrap()
        .value
        .code;
    ctx.clock = Clock::fixed(clock::parse("2026-11-22T13:00:01Z").unwrap());
    let word = text("seven geese walk to Utrecht");
    let error = redeem(&ctx, &policy(), &code, &word).unwrap_err();
    assert_eq!(error.kind, Kind::Rejected);
}

#[test]
fn foreign_hashes_are_taken_or_refused_with_the_reason() {
    let known =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assert!(Prepared::import(known).is_ok());
    assert!(Prepared::import("$2y$10$abcdefghijklmnopqrstuv").is_err());
    assert!(Prepared::import(&known.replace("p=1", "p=1,keyid=cGVwMQ")).is_err());
}

#[test]
fn another_password_ends_sessions_and_is_told() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    let word = text("seven geese walk to Utrecht");
    set(&ctx, &policy(), "mira", &word, Setter::Holder).unwrap();
    let given = reset(&ctx, "mira", Period::of_seconds(3600)).unwrap().value;
    redeem(&ctx, &policy(), &given.code, &word).unwrap();
    let waits = |kind: &str| ctx.store.read(|tx| tx.notice_waits(&mira, kind)).unwrap();
    assert!(waits("password-changed") && waits("password-reset"));
    assert!(!waits("password-breached"));
}

#[test]
fn earlier_passwords_are_refused_only_where_a_rule_counts_them_and_forgotten_otherwise() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    let pci = Policy::new("pci-dss-4", &[]).unwrap();
    let word = |number: u32| text(&format!("goose {number} lamp tin walks"));
    let put =
        |policy: &Policy, number: u32| set(&ctx, policy, "mira", &word(number), Setter::Holder);
    for number in 1..=4 {
        put(&pci, number).unwrap();
    }
    for number in 1..=4 {
        let error = put(&pci, number).unwrap_err();
        assert!(error.details[0].contains("8.3.7"), "{:?}", error.details);
    }
    put(&pci, 5).unwrap();
    put(&pci, 1).unwrap();
    let kept = |count| ctx.store.read(|tx| tx.newest_hashes(&mira, count)).unwrap();
    assert_eq!(kept(10).len(), 4);
    // Under other rules nothing earlier is kept.
    put(&policy(), 1).unwrap();
    assert_eq!(kept(10).len(), 1);
}

#[test]
fn a_demand_reaches_everybody_and_spares_the_last_administrator() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    add_account(&ctx, "tom");
    let word = text("seven geese walk to Utrecht");
    set(&ctx, &policy(), "mira", &word, Setter::Holder).unwrap();
    crate::domain::account::grant(&ctx, "admin", &["mira".to_owned()]).unwrap();
    let both = [mira.clone(), "tom".to_owned()];
    let demand = |hours| Demand {
        by: ctx.now() + chrono::TimeDelta::hours(hours),
        sessions: Sessions::Revoke,
        chosen: "mira tom".to_owned(),
    };
    let error = require_change(&ctx, &both, &demand(0)).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert_eq!(stored(&ctx, &mira).unwrap().require_change, None);
    let done = require_change(&ctx, &both, &demand(24)).unwrap();
    assert_eq!((done.changed, done.already, done.without), (1, 0, 1));
    let later = require_change(&ctx, &both, &demand(48)).unwrap();
    assert_eq!((later.changed, later.already), (0, 1));
    let by = stored(&ctx, &mira).unwrap().require_change.unwrap();
    assert_eq!((demand(24).by - by).num_minutes(), 0);
    let unknown = ["acc_0000000000000000".to_owned()];
    assert_eq!(
        require_change(&ctx, &unknown, &demand(1)).unwrap_err().kind,
        Kind::NotFound
    );
}

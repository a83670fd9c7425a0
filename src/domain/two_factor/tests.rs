//! Codes work once; factors are pending, active, gone.

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::crypto::otp::{OtpSecret, code_at};
use crate::crypto::secret::SecretText;
use crate::domain::fixture::{Fixture, add_account};
use crate::domain::password::{self, Policy, Setter};

const AT: &str = "2026-11-22T12:00:00Z";

fn code_now(ctx: &Context, enrollment: &Enrollment) -> String {
    let bytes = data_encoding::BASE32_NOPAD
        .decode(enrollment.secret.expose().as_bytes())
        .unwrap();
    let unix = u64::try_from(ctx.now().timestamp()).unwrap();
    let code = code_at(&OtpSecret::new(bytes).unwrap(), unix).unwrap();
    code.expose().to_owned()
}

fn later(ctx: &mut Context, seconds: i64) {
    let start = clock::parse(AT).unwrap() + chrono::TimeDelta::seconds(seconds);
    ctx.clock = Clock::fixed(start);
}

/// An account with an active factor, and its recovery codes.
fn enrolled(ctx: &Context, name: &str) -> (Enrollment, Vec<SecretText>) {
    add_account(ctx, name);
    let enrollment = enroll(ctx, name, "demo").unwrap().value;
    let code = code_now(ctx, &enrollment);
    let confirmed = confirm(ctx, name, &code).unwrap().value;
    (enrollment, confirmed.recovery.unwrap().codes)
}

fn accepted(ctx: &Context, name: &str, code: &str) -> bool {
    matches!(verify(ctx, name, code).unwrap().value, Verdict::Accepted(_))
}

#[test]
fn a_code_works_once_and_the_confirming_one_never() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let (enrollment, _) = enrolled(&ctx, "mira");
    let first = code_now(&ctx, &enrollment);
    assert!(!accepted(&ctx, "mira", &first));
    later(&mut ctx, 60);
    let next = code_now(&ctx, &enrollment);
    assert!(accepted(&ctx, "mira", &next));
    assert!(!accepted(&ctx, "mira", &next));
    // An older step after a newer one is a replay, too.
    assert!(!accepted(&ctx, "mira", &first));
}

#[test]
fn a_pending_factor_accepts_nothing_and_stays_pending_on_a_wrong_code() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let enrollment = enroll(&ctx, "mira", "demo").unwrap().value;
    let code = code_now(&ctx, &enrollment);
    assert!(!accepted(&ctx, "mira", &code));
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let error = confirm(&ctx, "mira", wrong).err().unwrap();
    assert_eq!(error.kind, Kind::Rejected);
    confirm(&ctx, "mira", &code).unwrap();
    assert_eq!(
        confirm(&ctx, "mira", &code).err().unwrap().kind,
        Kind::Conflict
    );
}

#[test]
fn recovery_codes_work_once_each_with_or_without_their_number() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let (_, codes) = enrolled(&ctx, "mira");
    assert_eq!(codes.len(), 10);
    let first = codes[0].expose();
    assert!(first.starts_with("01-") && first.len() == 32);
    assert!(accepted(&ctx, "mira", &first.to_lowercase()));
    assert!(!accepted(&ctx, "mira", first));
    assert!(accepted(&ctx, "mira", codes[1].expose().split_at(3).1));
    let misnumbered = format!("09{}", codes[2].expose().split_at(2).1);
    assert!(!accepted(&ctx, "mira", &misnumbered));
    let new = new_set(&ctx, "mira").unwrap().value.1;
    assert!(!accepted(&ctx, "mira", codes[3].expose()));
    assert!(accepted(&ctx, "mira", new.codes[3].expose()));
}

#[test]
fn an_unknown_account_is_answered_like_a_wrong_code() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    assert!(!accepted(&ctx, "nobody", "123456"));
}

#[test]
fn losing_the_last_factor_makes_a_short_password_change() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    enrolled(&ctx, "mira");
    let policy = Policy::new("nist-63b-4", &[]).unwrap();
    let short = SecretText::new("goose tin".to_owned());
    password::set(&ctx, &policy, "mira", &short, Setter::Holder).unwrap();
    let lost = reset(&ctx, "mira").unwrap().value;
    assert_eq!(lost.factors, 1);
    assert!(lost.change_by.is_some());
    let status = status(&ctx, "mira").unwrap();
    assert_eq!((status.count.active, status.count.recovery_left), (0, 0));
    assert!(password::set(&ctx, &policy, "mira", &short, Setter::Holder).is_err());
}

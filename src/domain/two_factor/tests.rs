//! Codes work once; factors are pending, active, gone.

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::crypto::otp::{OtpSecret, Scheme, code_at};
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::fixture::{Fixture, add_account};
use crate::domain::notice;
use crate::domain::password::{self, Policy, Setter};
use crate::store::account::Going;

const AT: &str = "2026-11-22T12:00:00Z";
const HOUR: Period = Period::of_seconds(3600);

fn code_now(ctx: &Context, enrollment: &Enrollment) -> String {
    let bytes = data_encoding::BASE32_NOPAD
        .decode(enrollment.secret.expose().as_bytes())
        .unwrap();
    let unix = u64::try_from(ctx.now().timestamp()).unwrap();
    let code = code_at(&OtpSecret::new(bytes).unwrap(), Scheme::STANDARD, unix);
    code.expose().to_owned()
}

fn later(ctx: &mut Context, seconds: i64) {
    let start = clock::parse(AT).unwrap() + chrono::TimeDelta::seconds(seconds);
    ctx.clock = Clock::fixed(start);
}

/// Enrolls by the account's name.
fn enroll_as(ctx: &Context, name: &str) -> Enrollment {
    let new = NewFactor {
        whose: Whose::Account(name),
        issuer: "demo",
        label: None,
    };
    enroll(ctx, &new).unwrap().value
}

fn by_code(ctx: &Context, code: &str) -> crate::base::error::Result<Enrollment> {
    let new = NewFactor {
        whose: Whose::Code(password::Code::typed(code)),
        issuer: "demo",
        label: Some("new phone".to_owned()),
    };
    enroll(ctx, &new).map(|done| done.value)
}

fn notices(ctx: &Context) -> Vec<String> {
    let mut kinds = vec![];
    notice::each(ctx, None, None, |row| {
        kinds.push(row.kind);
        Ok(Going::On)
    })
    .unwrap();
    kinds.sort();
    kinds
}

/// An account with an active factor, and its recovery codes.
fn enrolled(ctx: &Context, name: &str) -> (Enrollment, Vec<SecretText>) {
    add_account(ctx, name);
    let enrollment = enroll_as(ctx, name);
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
    let enrollment = enroll_as(&ctx, "mira");
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
    let lost = reset(&ctx, "mira", HOUR).unwrap().value.lost;
    assert_eq!(lost.factors, 1);
    assert!(lost.change_by.is_some());
    let count = status(&ctx, "mira").unwrap().standing.count;
    assert_eq!((count.active, count.recovery_left), (0, 0));
    assert!(password::set(&ctx, &policy, "mira", &short, Setter::Holder).is_err());
}

#[test]
fn a_reset_gives_a_code_that_binds_one_new_factor() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    enrolled(&ctx, "mira");
    let done = reset(&ctx, "mira", HOUR).unwrap().value;
    let code = done.code.shown().expose().to_lowercase();
    let refused = |ctx: &Context| by_code(ctx, &code).err().map(|error| error.kind);
    // Enrolling again replaces what is pending; the code is not used up by it.
    by_code(&ctx, &code).unwrap();
    let enrollment = by_code(&ctx, &code).unwrap();
    assert!(enrollment.replaced);
    confirm(&ctx, &enrollment.account, &code_now(&ctx, &enrollment)).unwrap();
    assert_eq!(refused(&ctx), Some(Kind::Rejected));
    assert_eq!(notices(&ctx), ["2fa-added", "2fa-added", "2fa-reset"]);
    // A newer code voids the older one, and an old one expires.
    let older = reset(&ctx, "mira", HOUR).unwrap().value.code.shown();
    let minutes = Period::of_seconds(600);
    let newer = reset(&ctx, "mira", minutes).unwrap().value.code.shown();
    assert!(by_code(&ctx, older.expose()).is_err());
    let pending = by_code(&ctx, newer.expose()).unwrap();
    later(&mut ctx, 660);
    assert!(by_code(&ctx, newer.expose()).is_err());
    // What it opened cannot be confirmed any more, either.
    let late = confirm(&ctx, "mira", &code_now(&ctx, &pending))
        .err()
        .unwrap();
    assert_eq!(late.kind, Kind::Rejected);
    for ttl in [Period::of_seconds(59), Period::of_days(2)] {
        assert_eq!(reset(&ctx, "mira", ttl).err().unwrap().kind, Kind::Usage);
    }
}

#[test]
fn a_pending_factor_waits_an_hour() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "mira");
    let enrollment = enroll_as(&ctx, "mira");
    later(&mut ctx, 3601);
    let error = confirm(&ctx, "mira", &code_now(&ctx, &enrollment)).err();
    assert_eq!(error.unwrap().kind, Kind::Conflict);
    assert_eq!(enforce(&ctx).unwrap().swept, 1);
    assert_eq!(status(&ctx, "mira").unwrap().standing.count.pending, 0);
}

#[test]
fn an_account_has_ten_factors_with_labels_of_their_own() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let labelled = |label: &str| {
        let new = NewFactor {
            whose: Whose::Account("mira"),
            issuer: "demo",
            label: Some(label.to_owned()),
        };
        enroll(&ctx, &new)
    };
    for number in 0..10 {
        let enrollment = labelled(&format!("phone {number}")).unwrap().value;
        confirm(&ctx, "mira", &code_now(&ctx, &enrollment)).unwrap();
    }
    assert_eq!(labelled("one more").err().unwrap().kind, Kind::Refused);
    assert_eq!(remove(&ctx, "mira", None).err().unwrap().kind, Kind::Usage);
    assert_eq!(
        remove(&ctx, "mira", Some("phone 12")).err().unwrap().kind,
        Kind::NotFound
    );
    remove(&ctx, "mira", Some("phone 3")).unwrap();
    assert_eq!(labelled("phone 4").err().unwrap().kind, Kind::Conflict);
    labelled("phone 3").unwrap();
    assert!(label("").is_err() && label(&"x".repeat(65)).is_err() && label("a\nb").is_err());
}

#[test]
fn a_diagnosis_tells_why_and_counts_like_a_try() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let (enrollment, codes) = enrolled(&ctx, "mira");
    let used = code_now(&ctx, &enrollment);
    let found = |ctx: &Context, code: &str| diagnose(ctx, "mira", code).unwrap().finding;
    assert!(matches!(found(&ctx, &used), Finding::Used(..)));
    // A phone that is 94 seconds ahead shows what this machine will show then.
    later(&mut ctx, 94);
    let ahead = code_now(&ctx, &enrollment);
    later(&mut ctx, 1);
    match found(&ctx, &ahead) {
        Finding::Drift(_, from, to) => assert!((from..=to).contains(&94), "{from} {to}"),
        other => panic!("{other:?}"),
    }
    later(&mut ctx, 600);
    let good = code_now(&ctx, &enrollment);
    assert!(matches!(found(&ctx, &good), Finding::Good(_)));
    // Nothing was used up by it.
    assert!(accepted(&ctx, "mira", &good));
    assert!(matches!(found(&ctx, "12345"), Finding::Misshapen));
    let first = codes[0].expose();
    assert_eq!(found(&ctx, first), Finding::RecoveryGood(1));
    assert!(accepted(&ctx, "mira", first));
    assert!(matches!(found(&ctx, first), Finding::RecoveryUsed(1, _)));
    let misnumbered = format!("07{}", codes[1].expose().split_at(2).1);
    assert_eq!(found(&ctx, &misnumbered), Finding::RecoveryMisnumbered(2));
    assert_eq!(found(&ctx, &"A".repeat(24)), Finding::RecoveryUnknown);
    // It is as slow to guess with as a check.
    let wrong = if good == "000000" { "000001" } else { "000000" };
    let held = (0..10).any(|_| found(&ctx, wrong) == Finding::Held);
    assert!(held);
    assert!(!accepted(&ctx, "mira", &code_now(&ctx, &enrollment)));
}

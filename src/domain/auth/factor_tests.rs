//! Rules that require a second factor, as they meet those who sign in.

use super::*;
use crate::base::clock::{self, Clock, Time};
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::crypto::otp::{OtpSecret, Scheme, code_at};
use crate::domain::fixture::{Fixture, add_account};
use crate::domain::notice;
use crate::domain::password::{self, Code, Policy, Setter};
use crate::domain::two_factor::{
    Enrollment, NewFactor, Wanted, Which, Whose, confirm, each_status, enforce, enroll, policy,
    reset,
};
use crate::store::account::Going;

const AT: &str = "2026-11-22T12:00:00Z";
const HOUR: Period = Period::of_seconds(3600);
const PASSWORD: &str = "seven geese walk to Utrecht";

fn code_now(ctx: &Context, enrollment: &Enrollment) -> String {
    let bytes = data_encoding::BASE32_NOPAD
        .decode(enrollment.secret.expose().as_bytes())
        .unwrap();
    let unix = u64::try_from(ctx.now().timestamp()).unwrap();
    let code = code_at(&OtpSecret::new(bytes).unwrap(), Scheme::STANDARD, unix);
    code.expose().to_owned()
}

fn enrolling(ctx: &Context, whose: Whose<'_>) -> crate::base::error::Result<Enrollment> {
    let new = NewFactor {
        whose,
        issuer: "demo",
        label: None,
    };
    enroll(ctx, &new).map(|done| done.value)
}

fn by_code(ctx: &Context, code: &str) -> crate::base::error::Result<Enrollment> {
    enrolling(ctx, Whose::Code(Code::typed(code)))
}

/// An account with a factor.
fn enrolled(ctx: &Context, name: &str) {
    add_account(ctx, name);
    let enrollment = enrolling(ctx, Whose::Account(name)).unwrap();
    confirm(ctx, name, &code_now(ctx, &enrollment)).unwrap();
}

fn notices(ctx: &Context) -> Vec<String> {
    let mut kinds = vec![];
    notice::each(ctx, None, None, |row| {
        kinds.push(row.kind);
        Ok(Going::On)
    })
    .unwrap();
    kinds
}

/// Somebody who can sign in, with a role.
fn holder(ctx: &Context, name: &str, role: &str) -> String {
    let id = add_account(ctx, name);
    let policy = Policy::new("nist-63b-4", &[]).unwrap();
    let text = SecretText::new(PASSWORD.to_owned());
    password::set(ctx, &policy, name, &text, Setter::Holder).unwrap();
    crate::domain::account::grant(ctx, role, &[name.to_owned()]).unwrap();
    id
}

fn role(ctx: &Context, name: &str) {
    let name = crate::base::name::Label::new(name, "a role").unwrap();
    crate::domain::role::create(ctx, &name, "test", &[]).unwrap();
}

fn sign_in(ctx: &Context, name: &str) -> Answer {
    let given = Credentials {
        account: name.to_owned(),
        password: SecretText::new(PASSWORD.to_owned()),
        code: None,
    };
    check(ctx, &given).unwrap()
}

fn rule(ctx: &Context, role: &str, days: u32) -> policy::Ruled {
    let done = policy::set_rule(ctx, role, None, Period::of_days(days));
    done.unwrap().value
}

/// Whole days from the beginning to this time: the clock of a fixture stands nearly still.
fn days(time: Option<Time>) -> Option<i64> {
    time.map(|time| (time - clock::parse(AT).unwrap()).num_days())
}

/// A minute after so many days.
fn on_day(ctx: &mut Context, days: i64) {
    let time = clock::parse(AT).unwrap() + chrono::TimeDelta::days(days);
    ctx.clock = Clock::fixed(time + chrono::TimeDelta::minutes(1));
}

fn grace(ctx: &Context, name: &str) -> Option<i64> {
    days(sign_in(ctx, name).grace_until)
}

#[test]
fn a_deadline_is_written_once_and_bars_even_without_a_timer() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    role(&ctx, "staff");
    role(&ctx, "ops");
    holder(&ctx, "mira", "staff");
    assert_eq!(rule(&ctx, "staff", 14).written, 1);
    let answer = sign_in(&ctx, "mira");
    assert_eq!(
        (answer.reason, days(answer.grace_until), answer.grace_for),
        (Reason::Ok, Some(14), Some(Grace::SecondFactor))
    );
    // Neither a rule that is set again, nor another one, nor a role that comes and goes moves it.
    on_day(&mut ctx, 5);
    assert_eq!(rule(&ctx, "staff", 30).written, 0);
    assert_eq!(rule(&ctx, "ops", 1).written, 0);
    let who = ["mira".to_owned()];
    crate::domain::account::grant(&ctx, "ops", &who).unwrap();
    crate::domain::account::revoke(&ctx, "staff", &who).unwrap();
    assert_eq!(grace(&ctx, "mira"), Some(14));
    on_day(&mut ctx, 14);
    assert_eq!(sign_in(&ctx, "mira").reason, Reason::FactorRequired);
    assert_eq!(Reason::FactorRequired.kind(), Some(Kind::Barred));
    // A wrong password learns nothing of it.
    let wrong = Credentials {
        account: "mira".to_owned(),
        password: SecretText::new("wrong".to_owned()),
        code: None,
    };
    assert_eq!(check(&ctx, &wrong).unwrap().reason, Reason::Rejected);
    // An extension counts from now; a factor ends the matter, and its reset does not open it again.
    policy::extend(&ctx, "mira", Period::of_days(7)).unwrap();
    assert_eq!(grace(&ctx, "mira"), Some(21));
    let code = reset(&ctx, "mira", HOUR).unwrap().value.code.shown();
    let enrollment = by_code(&ctx, code.expose()).unwrap();
    confirm(&ctx, "mira", &code_now(&ctx, &enrollment)).unwrap();
    assert_eq!(sign_in(&ctx, "mira").reason, Reason::CodeNeeded);
    on_day(&mut ctx, 40);
    let code = reset(&ctx, "mira", HOUR).unwrap().value.code.shown();
    assert_eq!(sign_in(&ctx, "mira").reason, Reason::FactorRequired);
    assert!(by_code(&ctx, code.expose()).is_ok());
}

#[test]
fn the_strictest_rule_writes_the_deadline_and_a_late_role_gets_its_own_grace() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    role(&ctx, "staff");
    role(&ctx, "ops");
    holder(&ctx, "mira", "staff");
    crate::domain::account::grant(&ctx, "ops", &["mira".to_owned()]).unwrap();
    ctx.mode = crate::store::Mode::DryRun;
    assert_eq!(rule(&ctx, "staff", 30).written, 1);
    ctx.mode = crate::store::Mode::Commit;
    let from = Some(ctx.now() + chrono::TimeDelta::days(3));
    policy::set_rule(&ctx, "ops", from, Period::of_days(7)).unwrap();
    let (_, due) = policy::deadline(&ctx, "mira").unwrap();
    let due = due.map(|due| (days(Some(due.deadline)), due.role));
    assert_eq!(due, Some((Some(10), "ops".to_owned())));
    rule(&ctx, "staff", 30);
    on_day(&mut ctx, 100);
    holder(&ctx, "tom", "staff");
    assert_eq!(grace(&ctx, "tom"), Some(130));
    // A rule that goes takes the deadlines along that it wrote.
    policy::remove_rule(&ctx, "staff").unwrap();
    assert_eq!(grace(&ctx, "tom"), None);
    assert_eq!(sign_in(&ctx, "mira").reason, Reason::FactorRequired);
    let none = policy::remove_rule(&ctx, "staff").err().unwrap();
    assert_eq!(none.kind, Kind::NotFound);
}

#[test]
fn enforcing_warns_twice_bars_once_and_spares_the_last_administrator() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    role(&ctx, "staff");
    holder(&ctx, "mira", "admin");
    holder(&ctx, "tom", "staff");
    enrolled(&ctx, "zoe");
    let who = ["zoe".to_owned()];
    crate::domain::account::grant(&ctx, "staff", &who).unwrap();
    rule(&ctx, "admin", 14);
    rule(&ctx, "staff", 14);
    let enforced = |ctx: &Context| {
        let done = enforce(ctx).unwrap();
        (done.warned, done.barred, done.spared)
    };
    assert_eq!(enforced(&ctx), (0, 0, None));
    for (days, expected) in [
        (7, (2, 0, None)),
        (7, (0, 0, None)),
        (10, (0, 0, None)),
        (13, (2, 0, None)),
        (13, (0, 0, None)),
        (14, (0, 1, Some("mira".to_owned()))),
        (14, (0, 0, Some("mira".to_owned()))),
    ] {
        on_day(&mut ctx, days);
        ctx.mode = crate::store::Mode::DryRun;
        assert_eq!(enforced(&ctx), expected, "dry, day {days}");
        ctx.mode = crate::store::Mode::Commit;
        assert_eq!(enforced(&ctx), expected, "day {days}");
    }
    let due = notices(&ctx);
    assert_eq!(due.iter().filter(|kind| *kind == "2fa-due").count(), 4);
    assert_eq!(sign_in(&ctx, "tom").reason, Reason::FactorRequired);
    assert_eq!(sign_in(&ctx, "mira").reason, Reason::Ok);
    let mut seen = vec![];
    let overdue = policy::report(&ctx, |row, standing| {
        seen.push((row.name.clone(), standing.as_str()));
        Ok(Going::On)
    });
    assert_eq!(overdue.unwrap(), 2);
    let words = [("mira".to_owned(), "spared"), ("tom".to_owned(), "overdue")];
    assert_eq!(seen, words);
    // Once somebody else can administer, the exception ends.
    holder(&ctx, "ada", "admin");
    assert_eq!(sign_in(&ctx, "mira").reason, Reason::FactorRequired);
}

#[test]
fn the_list_says_who_has_what_and_who_lacks_it() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    role(&ctx, "staff");
    holder(&ctx, "mira", "staff");
    enrolled(&ctx, "zoe");
    rule(&ctx, "staff", 1);
    on_day(&mut ctx, 1);
    let listed = |which| {
        let mut rows = vec![];
        let wanted = Wanted {
            which,
            ..Wanted::default()
        };
        each_status(&ctx, &wanted, |row| {
            rows.push((row.count.name.clone(), row.count.active, row.barred));
            Ok(Going::On)
        })
        .unwrap();
        rows
    };
    let mira = ("mira".to_owned(), 0, true);
    assert_eq!(
        listed(Which::All),
        [mira.clone(), ("zoe".to_owned(), 1, false)]
    );
    assert_eq!(listed(Which::Missing), [mira]);
}

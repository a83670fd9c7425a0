//! Sessions: told once or often, ended, asked about, forgotten.

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::base::period::Period;
use crate::domain::account;
use crate::domain::belongings::{Query, each};
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::store::Mode;

const TTL: Period = Period::of_seconds(3600);

fn told(account: &str, key: Option<&str>) -> Told {
    Told {
        account: account.to_owned(),
        key: key.map(|key| SecretText::new(key.to_owned())),
        ip: Some("203.0.113.9".parse().unwrap()),
        user_agent: Some("curl\u{1b}[31m\n".to_owned()),
        time: None,
        expires: None,
    }
}

fn later(ctx: &mut Context, seconds: i64) {
    let now = clock::parse(NOW).unwrap() + chrono::TimeDelta::seconds(seconds);
    ctx.clock = Clock::fixed(now);
}

fn reason(ctx: &Context, key: &str) -> Reason {
    let key = SecretText::new(key.to_owned());
    verify(ctx, &Which::Key(&key)).unwrap().reason
}

fn all(ctx: &Context) -> Vec<SessionRow> {
    let mut rows = vec![];
    let query = Query {
        ended: true,
        ..Query::default()
    };
    each(ctx, &query, |row: &SessionRow| {
        rows.push(row.clone());
        Ok(crate::store::account::Going::On)
    })
    .unwrap();
    rows
}

#[test]
fn told_twice_it_is_one_session_and_its_key_is_nowhere() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "mira");
    add_account(&ctx, "tom");
    let first = record(&ctx, &told("mira", Some("cookie-1")), TTL).unwrap();
    assert_eq!(first.outcome, Outcome::New);
    assert!(first.event.is_some());
    assert_eq!(
        first.row.user_agent.as_deref(),
        Some("curl\\u{1b}[31m\\u{a}")
    );
    later(&mut ctx, 300);
    let mut again = told("MIRA", Some("cookie-1"));
    again.ip = Some("::ffff:198.51.100.7".parse().unwrap());
    let again = record(&ctx, &again, TTL).unwrap();
    assert_eq!((again.outcome, again.event), (Outcome::Seen, None));
    assert_eq!(again.row.id, first.row.id);
    assert_eq!(again.row.ip.as_deref(), Some("198.51.100.7"));
    assert_eq!(again.row.expires, first.row.expires);
    assert!(again.row.seen > first.row.seen);
    // What is told late changes nothing.
    let mut late = told("mira", Some("cookie-1"));
    late.time = Some(first.row.seen);
    assert_eq!(
        record(&ctx, &late, TTL).unwrap().row.ip.as_deref(),
        Some("198.51.100.7")
    );
    let other = record(&ctx, &told("tom", Some("cookie-1")), TTL).unwrap_err();
    assert_eq!(other.kind, Kind::Conflict);
    assert_eq!(all(&ctx).len(), 1);
    let shown = account::show(&ctx, "mira").unwrap();
    assert_eq!(shown.row.last_sign_in, Some(first.row.created));
}

#[test]
fn what_ended_stays_ended() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "mira");
    record(&ctx, &told("mira", Some("a")), TTL).unwrap();
    record(&ctx, &told("mira", Some("b")), TTL).unwrap();
    assert_eq!(reason(&ctx, "a"), Reason::Open);
    assert_eq!(reason(&ctx, "c"), Reason::Unknown);
    let key = SecretText::new("a".to_owned());
    assert!(revoke(&ctx, &[], Some(&key)).unwrap()[0].changed);
    assert!(!revoke(&ctx, &[], Some(&key)).unwrap()[0].changed);
    assert_eq!(reason(&ctx, "a"), Reason::Revoked);
    let again = record(&ctx, &told("mira", Some("a")), TTL).unwrap();
    assert_eq!(again.outcome, Outcome::Ended(State::Revoked));
    later(&mut ctx, 3601);
    assert_eq!(reason(&ctx, "b"), Reason::Expired);
    let again = record(&ctx, &told("mira", Some("b")), TTL).unwrap();
    assert_eq!(again.outcome, Outcome::Ended(State::Expired));
    let unknown = revoke(&ctx, &["ses_0000000000000000".to_owned()], None).unwrap_err();
    assert_eq!(unknown.kind, Kind::NotFound);
}

#[test]
fn whoever_is_kept_out_is_signed_out() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let id = add_account(&ctx, "mira");
    let who = [id.clone()];
    let lock = account::Lock {
        until: clock::parse("2026-11-23T12:00:00Z").unwrap(),
        reason: "lost".to_owned(),
    };
    let bars: [&dyn Fn(); 3] = [
        &|| drop(account::lock(&ctx, &who, &lock).unwrap()),
        &|| drop(account::disable(&ctx, &who).unwrap()),
        &|| drop(account::remove(&ctx, &who).unwrap()),
    ];
    let lift: [&dyn Fn(); 3] = [
        &|| drop(account::unlock(&ctx, &who).unwrap()),
        &|| drop(account::enable(&ctx, &who).unwrap()),
        &|| drop(account::restore(&ctx, &who).unwrap()),
    ];
    for (number, (bar, lift)) in bars.iter().zip(lift).enumerate() {
        let key = format!("k{number}");
        record(&ctx, &told("mira", Some(&key)), TTL).unwrap();
        assert_eq!(count_open(&ctx, &id).unwrap(), 1);
        bar();
        assert_eq!(reason(&ctx, &key), Reason::Revoked);
        let refused = record(&ctx, &told("mira", Some("new")), TTL).unwrap_err();
        assert_eq!(refused.kind, Kind::Barred);
        lift();
        assert_eq!(reason(&ctx, &key), Reason::Revoked, "it stays so");
    }
    let why: Vec<_> = all(&ctx).into_iter().filter_map(|row| row.why).collect();
    assert!(
        ["locked", "disabled", "removed"]
            .iter()
            .all(|word| why.contains(&(*word).to_owned()))
    );
}

#[test]
fn an_account_that_expires_takes_its_sessions_along() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    let id = add_account(&ctx, "mira");
    record(&ctx, &told("mira", Some("a")), TTL).unwrap();
    ctx.store
        .write(Mode::Commit, |tx| {
            let mut row = tx.account(&id)?.unwrap();
            row.expires = Some(ctx.now() + chrono::TimeDelta::seconds(60));
            tx.update_account(&row, ctx.now())
        })
        .unwrap();
    assert_eq!(reason(&ctx, "a"), Reason::Open);
    later(&mut ctx, 120);
    assert_eq!(reason(&ctx, "a"), Reason::Barred);
}

#[test]
fn a_look_is_seen_once_a_minute_and_never_in_a_dry_run() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "mira");
    let made = record(&ctx, &told("mira", Some("a")), TTL).unwrap().row;
    let seen = |ctx: &Context| {
        let row = ctx.store.read(|tx| tx.session(&made.id)).unwrap();
        row.unwrap().seen
    };
    later(&mut ctx, 30);
    reason(&ctx, "a");
    assert_eq!(seen(&ctx), made.seen);
    later(&mut ctx, 90);
    ctx.mode = Mode::DryRun;
    reason(&ctx, "a");
    assert_eq!(seen(&ctx), made.seen);
    ctx.mode = Mode::Commit;
    reason(&ctx, "a");
    assert!(seen(&ctx) > made.seen);
}

#[test]
fn many_are_recorded_whole_or_without_what_is_wrong() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let lines = || {
        vec![
            (1, Ok(told("mira", Some("a")))),
            (2, Ok(told("nobody", Some("b")))),
            (3, Err(crate::base::error::Error::usage("no JSON"))),
            (4, Ok(told("mira", Some("a")))),
        ]
    };
    let error = record_all(&ctx, lines(), TTL, OnError::Stop).unwrap_err();
    assert!(error.message.starts_with("line 2: "), "{}", error.message);
    assert!(all(&ctx).is_empty());
    let done = record_all(&ctx, lines(), TTL, OnError::Skip).unwrap();
    assert!(matches!(done[0].outcome, Ok(Outcome::New)));
    assert!(done[1].outcome.is_err() && done[2].outcome.is_err());
    assert!(matches!(done[3].outcome, Ok(Outcome::Seen)));
    assert_eq!(all(&ctx).len(), 1);
}

#[test]
fn times_that_cannot_be_are_refused() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let now = ctx.now();
    for (time, expires) in [
        (Some(now + chrono::TimeDelta::hours(1)), None),
        (None, Some(now - chrono::TimeDelta::hours(1))),
        (Some(now), Some(now)),
    ] {
        let mut wrong = told("mira", None);
        (wrong.time, wrong.expires) = (time, expires);
        assert_eq!(record(&ctx, &wrong, TTL).unwrap_err().kind, Kind::Usage);
    }
    for key in [String::new(), "x".repeat(513)] {
        let error = record(&ctx, &told("mira", Some(&key)), TTL).unwrap_err();
        assert_eq!(error.kind, Kind::Usage);
    }
}

#[test]
fn what_ended_long_ago_is_forgotten_and_pages_follow_each_other() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "mira");
    for number in 0..5 {
        record(&ctx, &told("mira", Some(&format!("k{number}"))), TTL).unwrap();
    }
    let rows = all(&ctx);
    let mut paged = vec![];
    let mut query = Query {
        limit: Some(2),
        ..Query::default()
    };
    for _ in 0..3 {
        each(&ctx, &query, |row: &SessionRow| {
            paged.push(row.id.clone());
            Ok(crate::store::account::Going::On)
        })
        .unwrap();
        query.after = paged.last().cloned();
    }
    assert_eq!(
        paged,
        rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()
    );
    revoke(&ctx, std::slice::from_ref(&rows[0].id), None).unwrap();
    let keep = Period::of_days(90);
    assert_eq!(purge(&ctx, keep).unwrap().value.gone, 0);
    later(&mut ctx, 91 * 24 * 3600);
    record(&ctx, &told("mira", Some("new")), TTL).unwrap();
    assert_eq!(purge(&ctx, keep).unwrap().value.gone, 5);
    assert_eq!(all(&ctx).len(), 1);
}

fn hold(ctx: &Context, subject: Option<&str>) -> String {
    use crate::domain::hold::{NewHold, place};
    let new = NewHold {
        subject: subject.map(str::to_owned),
        classes: [crate::domain::privacy::Class::Sessions].into(),
        basis: "GDPR Art. 33(5)".to_owned(),
        owner: None,
        review: Period::of_months(3).after(ctx.now()),
        ceiling: Period::of_months(6).after(ctx.now()),
    };
    place(ctx, &new).unwrap().value.hold.id
}

#[test]
fn ended_sessions_stay_where_they_are_held() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    for name in ["tom", "zoe"] {
        add_account(&ctx, name);
        for key in ["a", "b"] {
            record(&ctx, &told(name, Some(&format!("{name}{key}"))), TTL).unwrap();
        }
    }
    later(&mut ctx, 91 * 24 * 3600);
    let purge = || purge(&ctx, Period::of_days(90)).unwrap().value;
    let everybody = hold(&ctx, None);
    assert_eq!(purge(), Purged { gone: 0, held: 4 });
    crate::domain::hold::release(&ctx, &everybody).unwrap();
    hold(&ctx, Some("tom"));
    assert_eq!(purge(), Purged { gone: 2, held: 2 });
    assert_eq!(purge(), Purged { gone: 0, held: 2 });
}

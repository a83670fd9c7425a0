//! Sign-ins: who learns what, and what is counted.

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::domain::attempts::LIMIT;
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::domain::password::{Policy, Setter, set};
use crate::store::audit::Word;

const RIGHT: &str = "seven geese walk to Utrecht";

fn given(account: &str, password: &str) -> Credentials {
    Credentials {
        account: account.to_owned(),
        password: SecretText::new(password.to_owned()),
        code: None,
    }
}

fn reason(ctx: &Context, account: &str, password: &str) -> Reason {
    check(ctx, &given(account, password)).unwrap().reason
}

fn with_password(fixture: &Fixture) -> Context {
    let ctx = fixture.open();
    add_account(&ctx, "mira");
    let policy = Policy::new("nist-63b-4", &[]).unwrap();
    let right = SecretText::new(RIGHT.to_owned());
    set(&ctx, &policy, "mira", &right, Setter::Operator).unwrap();
    ctx
}

fn at(ctx: &mut Context, hours: i64) {
    ctx.clock = Clock::fixed(clock::parse(NOW).unwrap() + chrono::TimeDelta::hours(hours));
}

#[test]
fn only_who_knows_the_password_learns_more() {
    let fixture = Fixture::new();
    let ctx = with_password(&fixture);
    let answer = check(&ctx, &given("MIRA", RIGHT)).unwrap();
    assert_eq!(answer.reason, Reason::Ok);
    assert!(answer.must_change && answer.grace_until.is_some());
    let wrong = check(&ctx, &given("mira", "wrong")).unwrap();
    let unknown = check(&ctx, &given("nobody", "wrong")).unwrap();
    assert_eq!(wrong, unknown);
    let row = ctx
        .store
        .read(|tx| tx.find_account("mira"))
        .unwrap()
        .unwrap();
    assert!(row.last_sign_in.is_some());
    ctx.store
        .write(crate::store::Mode::Commit, |tx| {
            let locked = crate::store::account::AccountRow {
                disabled: Some(ctx.now()),
                ..row
            };
            tx.update_account(&locked, ctx.now())
        })
        .unwrap();
    assert_eq!(reason(&ctx, "mira", "wrong"), Reason::Rejected);
    assert_eq!(reason(&ctx, "mira", RIGHT), Reason::Disabled);
    assert_eq!(Reason::Disabled.kind(), Some(Kind::Barred));
}

#[test]
fn an_initial_password_ends_after_a_day() {
    let fixture = Fixture::new();
    let mut ctx = with_password(&fixture);
    at(&mut ctx, 25);
    assert_eq!(reason(&ctx, "mira", RIGHT), Reason::ChangeOverdue);
}

#[test]
fn failures_wait_longer_and_longer_and_end_at_the_limit() {
    let fixture = Fixture::new();
    let mut ctx = with_password(&fixture);
    for _ in 0..5 {
        assert_eq!(reason(&ctx, "mira", "wrong"), Reason::Rejected);
    }
    // Held: the right password gets the answer of a wrong one.
    assert_eq!(reason(&ctx, "mira", RIGHT), Reason::Rejected);
    at(&mut ctx, 1);
    assert_eq!(reason(&ctx, "mira", RIGHT), Reason::Ok);
    for hours in 0..100 {
        at(&mut ctx, 2 + 2 * hours);
        assert_eq!(reason(&ctx, "mira", "wrong"), Reason::Rejected);
    }
    let counted = |ctx: &Context| {
        let row = ctx
            .store
            .read(|tx| attempts::counted(ctx, tx, "mira", Authenticator::Password));
        row.unwrap()
    };
    assert_eq!(counted(&ctx).unwrap().failed, LIMIT);
    at(&mut ctx, 1000);
    assert_eq!(reason(&ctx, "mira", RIGHT), Reason::Rejected);
    // Bound again: the count starts anew.
    let policy = Policy::new("nist-63b-4", &[]).unwrap();
    let right = SecretText::new(RIGHT.to_owned());
    set(&ctx, &policy, "mira", &right, Setter::Holder).unwrap();
    assert_eq!(reason(&ctx, "mira", RIGHT), Reason::Ok);
    assert!(counted(&ctx).is_none());
}

/// Gives an account a hash from elsewhere.
fn bring(ctx: &Context, account: &str, hash: &str) {
    ctx.store
        .write(crate::store::Mode::Commit, |tx| {
            let new = crate::store::credential::NewPassword {
                hash,
                require_change: None,
                needs_factor: false,
            };
            tx.put_password(account, &new, ctx.now())
        })
        .unwrap();
}

#[test]
fn a_held_try_does_not_touch_the_stored_hash() {
    let fixture = Fixture::new();
    let ctx = with_password(&fixture);
    for _ in 0..5 {
        assert_eq!(reason(&ctx, "mira", "wrong"), Reason::Rejected);
    }
    let mira = ctx.store.read(|tx| tx.find_account("mira")).unwrap();
    // A hash that cannot be read would end an open try with an error.
    bring(&ctx, &mira.unwrap().id, "unreadable");
    assert_eq!(reason(&ctx, "mira", "wrong"), Reason::Rejected);
}

#[test]
fn a_hash_that_cannot_be_computed_is_answered_like_a_wrong_password() {
    let compared = Compared {
        right: false,
        failed: true,
        version: None,
        fresh_hash: None,
        leak: Recheck::NotDue,
    };
    let fixture = Fixture::new();
    let ctx = with_password(&fixture);
    let row = ctx.store.read(|tx| tx.find_account("mira")).unwrap();
    let found = Candidate {
        row,
        password: None,
        gate: Gate::Open,
    };
    let done = judge::conclude(&ctx, &given("mira", "wrong"), &found, &compared).unwrap();
    assert_eq!(done.value.reason, Reason::Rejected);
    let seq = done.event.unwrap();
    let entry = ctx.store.read(|tx| tx.entry(seq)).unwrap().unwrap();
    let entry: serde_json::Value = serde_json::from_slice(&entry).unwrap();
    assert_eq!(entry["data"]["error"], "failed");
}

#[test]
fn an_outdated_hash_is_replaced_and_still_opens() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let mira = add_account(&ctx, "mira");
    let known =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    let hash = |ctx: &Context| {
        let row = ctx.store.read(|tx| tx.password(&mira)).unwrap();
        row.unwrap()
    };
    bring(&ctx, &mira, known);
    assert_eq!(reason(&ctx, "mira", "passwort"), Reason::Rejected);
    assert_eq!(hash(&ctx).hash, known);
    assert_eq!(reason(&ctx, "mira", "password"), Reason::Ok);
    assert_ne!(hash(&ctx).hash, known);
    assert_eq!(hash(&ctx).version, 1);
    assert_eq!(reason(&ctx, "mira", "password"), Reason::Ok);
}

#[test]
fn names_that_nobody_has_stand_nowhere_in_the_clear() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    assert_eq!(
        reason(&ctx, "my secret typed as a name", "x"),
        Reason::Rejected
    );
    let actor = attempts::stranger(&ctx, "my secret typed as a name").unwrap();
    assert!(actor.starts_with("unk_"), "{actor}");
    let known = |name: &str| {
        ctx.store
            .read(|tx| tx.known_word(Word::Actor, name))
            .unwrap()
    };
    assert!(known(&actor).is_some());
    assert!(known("my secret typed as a name").is_none());
}

#[test]
fn parallel_wrong_passwords_are_all_counted() {
    let fixture = Fixture::new();
    let ctx = with_password(&fixture);
    std::thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| {
                let own = fixture.open();
                for _ in 0..10 {
                    assert_eq!(reason(&own, "mira", "wrong"), Reason::Rejected);
                }
            });
        }
    });
    let row = ctx
        .store
        .read(|tx| attempts::counted(&ctx, tx, "mira", Authenticator::Password))
        .unwrap()
        .unwrap();
    assert_eq!(row.failed + row.held, 100);
    assert!(row.failed < LIMIT, "a burst is held, not disabled");
}

#[test]
fn every_scheme_survives_the_store_and_is_replaced() {
    let fixture = Fixture::new();
    let hashes = [
        (
            "argon2i",
            "$argon2i$m=1024,t=3,p=1$c29tZXNhbHQ$OVfDMjQWn1J4z9UU3xmomfNeDrMkHA4R1pGRUTP4lcc",
            "password",
        ),
        (
            "bcrypt",
            "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "U*U",
        ),
        (
            "pbkdf2",
            "{PBKDF2}4096$c2FsdA$SwB5AbdlSJq+rUnZJvch0GWkKcE",
            "password",
        ),
        (
            "sha256",
            "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
            "Hello world!",
        ),
        (
            "sha512",
            "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
            "Hello world!",
        ),
        ("apr1", "$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/", "secret"),
        ("md5", "$1$abcdefgh$cHJi5PXp/ki/ktXzqlk6I1", "secret"),
        ("sha", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "password"),
    ];
    let ctx = fixture.open();
    let ids = hashes.map(|(name, hash, _)| {
        let id = add_account(&ctx, name);
        let new = crate::domain::password::Prepared::import(hash).unwrap();
        ctx.store
            .write(crate::store::Mode::Commit, |tx| {
                let row = tx.account(&id)?.unwrap();
                crate::domain::password::import_hash(tx, &row, &new, ctx.now())
            })
            .unwrap();
        id
    });
    drop(ctx);
    let ctx = fixture.open();
    for ((name, hash, password), id) in hashes.iter().zip(&ids) {
        let text = || ctx.store.read(|tx| tx.password(id)).unwrap().unwrap().hash;
        let before = text();
        assert_eq!(reason(&ctx, name, "wrong"), Reason::Rejected, "{hash}");
        assert_eq!(text(), before);
        assert_eq!(reason(&ctx, name, password), Reason::Ok, "{hash}");
        assert!(text().starts_with("$argon2id$"), "{hash}");
        assert_eq!(reason(&ctx, name, password), Reason::Ok, "{hash}");
    }
}

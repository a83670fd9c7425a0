//! What restricts is written by the operations that restrict, and survives the restore of an older image.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::base::name::Label;
use crate::base::period::Period;
use crate::crypto::otp::{OtpSecret, Scheme, code_at};
use crate::crypto::secret::SecretText;
use crate::crypto::wrap;
use crate::domain::fixture::add_account;
use crate::domain::key::{self, NewUnlocker};
use crate::domain::password::{self, Demand, Policy, Sessions, Setter};
use crate::domain::role::Permission;
use crate::domain::two_factor::{self, Enrollment, NewFactor, Whose};
use crate::domain::{account, group, role, token};
use crate::store::Mode;
use crate::store::journal::{Act, Factor, Line, walk};
use crate::store::session::SessionRow;

fn who(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

fn label(name: &str) -> Label {
    Label::new(name, "a name").unwrap()
}

fn lines(ctx: &Context) -> Vec<Line> {
    let mut found = vec![];
    walk(
        &ctx.store.folder.journal(),
        &ctx.store.keyring,
        None,
        |_, line| {
            found.push(line);
            Ok(())
        },
    )
    .unwrap();
    found
}

/// The kinds of the lines that `act` writes.
fn written<T>(ctx: &Context, act: impl FnOnce() -> Result<T>) -> String {
    let before = lines(ctx).len();
    assert!(act().is_ok());
    let kinds: Vec<&str> = lines(ctx)[before..]
        .iter()
        .map(|line| line.act.kind())
        .collect();
    kinds.join(" ")
}

fn set_password(ctx: &Context, name: &str, text: &str) {
    let text = SecretText::new(text.to_owned());
    password::set(
        ctx,
        &Policy::new("nist-63b-4", &[]).unwrap(),
        name,
        &text,
        Setter::Holder,
    )
    .unwrap();
}

fn code_of(ctx: &Context, enrollment: &Enrollment) -> String {
    let typed = enrollment.secret.expose().as_bytes();
    let secret = OtpSecret::new(data_encoding::BASE32_NOPAD.decode(typed).unwrap()).unwrap();
    let unix = u64::try_from(ctx.now().timestamp()).unwrap();
    code_at(&secret, Scheme::STANDARD, unix).expose().to_owned()
}

fn bind(ctx: &Context, name: &str) -> String {
    let new = NewFactor {
        whose: Whose::Account(name),
        issuer: "demo",
        label: None,
    };
    let enrollment = two_factor::enroll(ctx, &new).unwrap().value;
    let code = code_of(ctx, &enrollment);
    two_factor::confirm(ctx, name, &code).unwrap().value.factor
}

fn lock_of(ctx: &Context, days: u32) -> account::Lock {
    account::Lock {
        until: Period::of_days(days).after(ctx.now()),
        reason: "a test".to_owned(),
    }
}

fn demand(ctx: &Context) -> Demand {
    Demand {
        by: Period::of_days(3).after(ctx.now()),
        sessions: Sessions::Keep,
        chosen: String::new(),
    }
}

fn give_token(ctx: &Context, account: &str) -> String {
    let new = token::NewToken {
        account: account.to_owned(),
        name: label("ci"),
        scopes: vec![token::Scope::new("mail.*").unwrap()],
        expiry: token::Expiry::At(Period::of_days(90).after(ctx.now())),
    };
    token::create(ctx, &new).unwrap().value.row.id
}

/// tom, zoe and mia with a password each, a role, a group, and an administrator.
fn people(ctx: &Context) {
    for name in ["root", "tom", "zoe", "mia"] {
        add_account(ctx, name);
        set_password(ctx, name, "two brown foxes jump");
    }
    account::grant(ctx, "admin", &who("root")).unwrap();
    role::create(
        ctx,
        &label("support"),
        "",
        &[Permission::new("account.list").unwrap()],
    )
    .unwrap();
    role::create(ctx, &label("night"), "", &[]).unwrap();
    for name in ["helpdesk", "guards"] {
        group::create(ctx, &label(name), "").unwrap();
        group::add(ctx, name, &who("tom")).unwrap();
        group::grant(ctx, "night", name).unwrap();
    }
    account::grant(ctx, "support", &who("tom")).unwrap();
    account::grant(ctx, "support", &who("zoe")).unwrap();
}

#[test]
fn every_operation_that_restricts_writes_its_line() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    people(&ctx);
    assert!(lines(&ctx).is_empty(), "what grants writes nothing");
    let (a, b) = (lock_of(&ctx, 1), lock_of(&ctx, 2));
    assert_eq!(
        written(&ctx, || account::lock(&ctx, &who("tom"), &a)),
        "lock"
    );
    assert_eq!(
        written(&ctx, || account::lock(&ctx, &who("tom"), &b)),
        "lock"
    );
    assert_eq!(
        written(&ctx, || account::lock(&ctx, &who("tom"), &a)),
        "",
        "shorter"
    );
    assert_eq!(written(&ctx, || account::unlock(&ctx, &who("tom"))), "lift");
    assert_eq!(
        lines(&ctx).last().unwrap().act,
        Act::Lift { lines: vec![1, 2] }
    );
    assert_eq!(written(&ctx, || account::unlock(&ctx, &who("tom"))), "");
    assert_eq!(
        written(&ctx, || account::disable(&ctx, &who("tom"))),
        "disable"
    );
    assert_eq!(written(&ctx, || account::enable(&ctx, &who("tom"))), "lift");
    assert_eq!(
        written(&ctx, || account::remove(&ctx, &who("zoe"))),
        "removal"
    );
    assert_eq!(
        written(&ctx, || account::restore(&ctx, &who("zoe"))),
        "lift"
    );
    let edit = account::Edit {
        expires: Some(Period::of_days(9).after(ctx.now())),
        ..account::Edit::default()
    };
    assert_eq!(
        written(&ctx, || account::change(&ctx, "tom", &edit)),
        "expiry"
    );
    let edit = account::Edit {
        clear: vec![account::Clear::Expires],
        ..account::Edit::default()
    };
    assert_eq!(
        written(&ctx, || account::change(&ctx, "tom", &edit)),
        "lift"
    );
    let one = "role-removal";
    assert_eq!(
        written(&ctx, || account::revoke(&ctx, "support", &who("tom"))),
        one
    );
    assert_eq!(
        written(&ctx, || account::grant(&ctx, "support", &who("tom"))),
        "lift"
    );
    assert_eq!(
        written(&ctx, || group::drop_members(&ctx, "guards", &who("tom"))),
        one
    );
    assert_eq!(
        written(&ctx, || group::revoke(&ctx, "night", "guards")),
        one
    );
    assert_eq!(
        written(&ctx, || group::grant(&ctx, "night", "guards")),
        "lift"
    );
    assert_eq!(written(&ctx, || group::remove(&ctx, "guards")), one);
    let list = [Permission::new("account.list").unwrap()];
    assert_eq!(
        written(&ctx, || role::withdraw(&ctx, "support", &list)),
        one
    );
    assert_eq!(
        written(&ctx, || role::permit(&ctx, "support", &list)),
        "lift"
    );
    assert_eq!(written(&ctx, || role::remove(&ctx, "support")), one);
    assert_eq!(
        written(&ctx, || password::require_change(
            &ctx,
            &who("tom"),
            &demand(&ctx)
        )),
        "password-change"
    );
    let text = SecretText::new("other words of four".to_owned());
    let policy = Policy::new("nist-63b-4", &[]).unwrap();
    assert_eq!(
        written(&ctx, || password::set(
            &ctx,
            &policy,
            "tom",
            &text,
            Setter::Holder
        )),
        "password-change"
    );
    let hour = Period::of_seconds(3600);
    let given = password::reset(&ctx, "tom", hour).unwrap().value.code;
    let text = SecretText::new("yet another sentence".to_owned());
    assert_eq!(
        written(&ctx, || password::redeem(&ctx, &policy, &given, &text)),
        "password-change"
    );
    let mut factor = String::new();
    let bound = written(&ctx, || {
        factor = bind(&ctx, "tom");
        Ok(())
    });
    assert_eq!(bound, "factor-change");
    let f = "factor-change";
    assert_eq!(written(&ctx, || two_factor::new_set(&ctx, "tom")), f);
    assert_eq!(
        written(&ctx, || two_factor::reset(&ctx, "tom", hour)),
        "factor-change factor-change"
    );
    let (first, second) = (give_token(&ctx, "tom"), give_token(&ctx, "zoe"));
    assert_eq!(
        written(&ctx, || token::revoke(&ctx, &[first], None)),
        "revocation"
    );
    let renewal = token::Renewal::Same;
    assert_eq!(
        written(&ctx, || token::rotate(
            &ctx,
            &second,
            Period::of_days(1),
            renewal
        )),
        "revocation"
    );
    let (_, recipient) = wrap::new_identity().unwrap();
    key::add(
        &mut ctx,
        &label("spare"),
        &NewUnlocker::Recipient(recipient),
    )
    .unwrap();
    let before = lines(&ctx).len();
    key::remove(&mut ctx, "spare").unwrap();
    assert_eq!(lines(&ctx)[before].act.kind(), "unlocker-removal");
    assert!(ctx.store.check(Depth::Standard).unwrap().1.is_empty());
    // A dry run leaves no trace.
    ctx.mode = Mode::DryRun;
    assert_eq!(written(&ctx, || account::disable(&ctx, &who("zoe"))), "");
}

fn session(ctx: &Context, account: &str) {
    let row = SessionRow {
        id: "ses_0000000000000001".to_owned(),
        account: account.to_owned(),
        name: String::new(),
        ip: None,
        user_agent: None,
        created: ctx.now(),
        seen: ctx.now(),
        expires: Period::of_days(1).after(ctx.now()),
        revoked: None,
        why: None,
    };
    ctx.store
        .write(Mode::Commit, |tx| tx.insert_session(&row, None))
        .unwrap();
}

/// Restores the only backup at `from`, with the journal as it is now.
fn restore_old(fixture: &Fixture, ctx: &Context, from: &Path) -> (Restored, Context) {
    let recovery = Target::at(from).unwrap().recovery().unwrap();
    recovery
        .save(&ctx.store, &ctx.store.journal().unwrap())
        .unwrap();
    let again: PathBuf = fixture.dir.path().join("again");
    let restored = restore_latest(fixture, from, &again).unwrap();
    (restored, fixture.open_at(&again))
}

#[test]
fn a_restore_of_an_older_image_brings_nothing_back() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let mut ctx = fixture.open();
    people(&ctx);
    let factor = bind(&ctx, "zoe");
    let (kept, ended) = (give_token(&ctx, "mia"), give_token(&ctx, "tom"));
    let (_, recipient) = wrap::new_identity().unwrap();
    key::add(
        &mut ctx,
        &label("spare"),
        &NewUnlocker::Recipient(recipient),
    )
    .unwrap();
    let mia = ctx
        .store
        .read(|tx| tx.find_account("mia"))
        .unwrap()
        .unwrap()
        .id;
    session(&ctx, &mia);
    back_up(&ctx, &[&to]);
    let long = lock_of(&ctx, 5);
    account::lock(&ctx, &who("tom"), &long).unwrap();
    account::disable(&ctx, &who("mia")).unwrap();
    account::enable(&ctx, &who("mia")).unwrap();
    account::revoke(&ctx, "support", &who("tom")).unwrap();
    group::remove(&ctx, "guards").unwrap();
    role::remove(&ctx, "night").unwrap();
    token::revoke(&ctx, &[ended.clone()], None).unwrap();
    set_password(&ctx, "zoe", "a password of today");
    two_factor::remove(&ctx, "zoe", Some(&factor)).unwrap();
    bind(&ctx, "zoe");
    bind(&ctx, "mia");
    key::remove(&mut ctx, "spare").unwrap();
    let count = lines(&ctx).len();
    let (restored, again) = restore_old(&fixture, &ctx, &to);
    let done = restored.reapplied;
    assert_eq!((done.lifted, done.kept.len(), done.sessions), (1, 0, 1));
    assert_eq!(
        done.owing.len(),
        2,
        "zoe and mia had a factor that is not here"
    );
    let kinds = BTreeMap::from([
        ("factor-change", 2),
        ("lock", 1),
        ("password-change", 1),
        ("revocation", 1),
        ("role-removal", 3),
    ]);
    assert_eq!(done.kinds, kinds);
    again
        .store
        .read(|tx| {
            let find =
                |name: &str| Ok::<_, crate::base::error::Error>(tx.find_account(name)?.unwrap());
            let (tom, zoe, mia) = (find("tom")?, find("zoe")?, find("mia")?);
            assert_eq!(tom.locked_until, Some(long.until));
            assert!(tom.roles.is_empty(), "{:?}", tom.roles);
            assert_eq!(tom.groups, ["helpdesk"]);
            assert!(tx.role("night")?.is_none() && tx.group("guards")?.is_none());
            assert!(zoe.factors == 0 && zoe.password_set.is_none() && zoe.locked_until.is_some());
            assert!(mia.disabled.is_none() && mia.password_set.is_some());
            assert!(mia.locked_until.is_some(), "no password alone");
            assert!(tx.token(&ended)?.unwrap().revoked.is_some());
            assert!(tx.token(&kept)?.unwrap().revoked.is_none());
            assert_eq!(tx.count_open_sessions(&mia.id, again.now())?, 0);
            Ok(())
        })
        .unwrap();
    let slots: Vec<&str> = again
        .store
        .keyring
        .slots
        .iter()
        .map(|slot| slot.name.as_str())
        .collect();
    assert_eq!(slots, ["first"]);
    assert!(again.store.check(Depth::Deep).unwrap().1.is_empty());
    // The numbers go on, and what was applied can be lifted there.
    account::unlock(&again, &who("tom")).unwrap();
    assert_eq!(lines(&again).len(), count + 1);
}

#[test]
fn the_last_administrator_is_told_of_and_not_locked_out() {
    let fixture = Fixture::new();
    let to = fixture.dir.path().join("backups");
    let ctx = fixture.open();
    people(&ctx);
    back_up(&ctx, &[&to]);
    account::grant(&ctx, "admin", &who("tom")).unwrap();
    account::disable(&ctx, &who("root")).unwrap();
    let (restored, again) = restore_old(&fixture, &ctx, &to);
    assert_eq!(restored.reapplied.kept.len(), 1);
    assert!(restored.reapplied.kinds.is_empty());
    let root = again
        .store
        .read(|tx| tx.find_account("root"))
        .unwrap()
        .unwrap();
    assert!(root.disabled.is_none());
}

#[test]
fn one_act_about_many_is_few_lines() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let names: Vec<String> = (0..600).map(|number| format!("person{number}")).collect();
    for name in &names {
        add_account(&ctx, name);
    }
    let until = lock_of(&ctx, 3);
    account::lock(&ctx, &names, &until).unwrap();
    assert_eq!(lines(&ctx).len(), 3);
    account::unlock(&ctx, &names[..1]).unwrap();
    let last = lines(&ctx).pop().unwrap();
    assert_eq!(last.act, Act::Lift { lines: vec![1] });
    assert!(last.subject.is_some() && last.person.is_some());
    let bound = Act::FactorChange {
        what: Factor::Bound,
        factor: None,
    };
    assert!(bound.died_with_its_change());
}

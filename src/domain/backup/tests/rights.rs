//! What restricts is written by the operations that restrict.

mod again;
mod copies;

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
#[expect(
    clippy::too_many_lines,
    reason = "one operation after another, each with its line"
)]
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

//! Operators on a real store: who is admitted, who acted, and who stays.

mod proof;

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::base::name::Label;
use crate::crypto::otp::{OtpSecret, Scheme, code_at};
use crate::domain::account::{self, Lock};
use crate::domain::audit::{self, Event};
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::domain::role::{self, Permission};
use crate::domain::{Context, OsUser, Reach, group, two_factor};
use crate::store::credential::NewPassword;

const MIRA: u32 = 1000;

/// The store as this user opens it, some seconds later.
fn opened(fixture: &Fixture, (uid, login): (u32, &str), reach: Reach, seconds: i64) -> Context {
    let mut ctx = fixture.open();
    ctx.clock = Clock::fixed(clock::parse(NOW).unwrap() + chrono::TimeDelta::seconds(seconds));
    ctx.caller.user = Some(OsUser {
        uid,
        login: Some(login.to_owned()),
        reach,
    });
    ctx
}

fn code(ctx: &Context, secret: &str) -> String {
    let bytes = data_encoding::BASE32_NOPAD
        .decode(secret.as_bytes())
        .unwrap();
    let unix = u64::try_from(ctx.now().timestamp()).unwrap();
    let code = code_at(&OtpSecret::new(bytes).unwrap(), Scheme::STANDARD, unix);
    code.expose().to_owned()
}

fn who(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

/// An administrator with a password.
fn administrator(ctx: &Context, name: &str) -> String {
    let id = add_account(ctx, name);
    account::grant(ctx, "admin", &who(name)).unwrap();
    let password = NewPassword {
        hash: "never compared here",
        require_change: None,
        needs_factor: false,
    };
    let put = audit::change(ctx, Event::new("password.set"), |tx, _| {
        tx.put_password(&id, &password, ctx.now())
    });
    put.unwrap();
    id
}

/// Gives an account a second factor; returns its secret.
fn factor(ctx: &Context, name: &str) -> String {
    let new = two_factor::NewFactor {
        whose: two_factor::Whose::Account(name),
        issuer: "demo",
        label: None,
    };
    let enrolled = two_factor::enroll(ctx, &new).unwrap().value;
    let secret = enrolled.secret.expose().to_owned();
    two_factor::confirm(ctx, name, &code(ctx, &secret)).unwrap();
    secret
}

fn binding(uid: u32, login: &str) -> Binding {
    Binding {
        uid,
        login: Some(login.to_owned()),
    }
}

/// A store in which only operators may act: mira administers for uid 1000. Returns the secret of her factor.
fn enforced_store(fixture: &Fixture) -> String {
    let ctx = fixture.open();
    administrator(&ctx, "mira");
    let secret = factor(&ctx, "mira");
    bind(&ctx, "mira", &binding(MIRA, "mira")).unwrap();
    enforce(&ctx, Switch::On).unwrap();
    secret
}

fn asked(permission: &str, typed: &[(&str, &str)]) -> Asked {
    let typed = typed.iter();
    Asked {
        permission: permission.to_owned(),
        typed: typed
            .map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]))
            .collect(),
    }
}

fn refused(ctx: &Context, asked: &Asked, word: &str) {
    let before = ctx.store.read(|tx| tx.tree()).unwrap().size();
    let error = admit(ctx, asked).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.message.contains(word), "{error}");
    let after = ctx.store.read(|tx| tx.tree()).unwrap().size();
    assert_eq!(after, before + 1, "the refusal is recorded");
    let entry = ctx.store.read(|tx| tx.entry(before)).unwrap().unwrap();
    let entry = String::from_utf8(entry).unwrap();
    assert!(
        entry.contains("operator.refuse") && entry.contains(&asked.permission),
        "{entry}"
    );
}

#[test]
fn only_operators_who_are_permitted_get_in() {
    let fixture = Fixture::new();
    let free = fixture.open();
    assert_eq!(
        admit(&free, &asked("key.add", &[])).unwrap(),
        Admission::Free
    );
    enforced_store(&fixture);
    let show = asked("account.show", &[]);
    refused(&free, &show, "only operators");
    let eve = opened(&fixture, (1001, "eve"), Reach::Command, 0);
    refused(&eve, &show, "no account is bound to uid 1001 (`eve`)");
    let mira = opened(&fixture, (MIRA, "mira"), Reach::Command, 0);
    assert_eq!(admit(&mira, &show).unwrap(), Admission::Free);
    assert_eq!(
        admit(&mira, &asked("key.add", &[])).unwrap(),
        Admission::WithCode
    );
    let reused = opened(&fixture, (MIRA, "eve"), Reach::Command, 0);
    refused(
        &reused,
        &show,
        "was `mira` when it was bound and is `eve` now",
    );

    // Somebody who may only look.
    let support = Label::new("support", "a role").unwrap();
    let some = ["account.*", "role.grant", "key.list"].map(|text| Permission::new(text).unwrap());
    role::create(&mira, &support, "", &some).unwrap();
    add_account(&mira, "eve");
    account::grant(&mira, "support", &who("eve")).unwrap();
    bind(&mira, "eve", &binding(1001, "eve")).unwrap();
    assert_eq!(admit(&eve, &show).unwrap(), Admission::Free);
    refused(
        &eve,
        &asked("backup.create", &[]),
        "may not `backup.create`",
    );
    refused(&eve, &asked("status", &[]), "may not `status`");
    // Nobody gives what they do not have.
    refused(
        &eve,
        &asked("role.grant", &[("role", "admin")]),
        "does not have",
    );
    assert_eq!(
        admit(&eve, &asked("role.grant", &[("role", "support")])).unwrap(),
        Admission::Free
    );
    refused(
        &eve,
        &asked("account.create", &[("role", "admin")]),
        "hand out `*`",
    );
    let create = asked("role.create", &[("permit", "*")]);
    assert_eq!(admit(&mira, &create).unwrap(), Admission::WithCode);

    account::disable(&mira, &who("eve")).unwrap();
    refused(&eve, &show, "the operator `eve` is disabled");
}

#[test]
fn who_joins_or_is_bound_counts_as_given() {
    let fixture = Fixture::new();
    enforced_store(&fixture);
    let mira = opened(&fixture, (MIRA, "mira"), Reach::Command, 0);
    let name = |text| Label::new(text, "a name").unwrap();
    group::create(&mira, &name("chiefs"), "").unwrap();
    group::grant(&mira, "admin", "chiefs").unwrap();
    let some = ["group.*", "role.operator.bind"].map(|text| Permission::new(text).unwrap());
    role::create(&mira, &name("clerk"), "", &some).unwrap();
    add_account(&mira, "eve");
    account::grant(&mira, "clerk", &who("eve")).unwrap();
    bind(&mira, "eve", &binding(1001, "eve")).unwrap();
    let eve = opened(&fixture, (1001, "eve"), Reach::Command, 0);
    refused(
        &eve,
        &asked("group.add", &[("group", "chiefs")]),
        "hand out `*`",
    );
    refused(
        &eve,
        &asked("role.operator.bind", &[("account", "mira")]),
        "hand out `*`",
    );
    refused(
        &eve,
        &asked("role.operator.bind", &[("account", "eve")]),
        "no second factor",
    );
    assert_eq!(
        admit(&mira, &asked("group.add", &[("group", "chiefs")])).unwrap(),
        Admission::WithCode
    );
}

#[test]
fn a_code_is_taken_once_and_failures_are_counted() {
    let fixture = Fixture::new();
    let secret = enforced_store(&fixture);
    let mira = opened(&fixture, (MIRA, "mira"), Reach::Command, 60);
    let key = asked("key.add", &[]);
    let good = code(&mira, &secret);
    prove(&mira, &key, &good).unwrap();
    assert_eq!(prove(&mira, &key, &good).unwrap_err().kind, Kind::Rejected);
    let wrong = if good == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        assert_eq!(prove(&mira, &key, wrong).unwrap_err().kind, Kind::Rejected);
    }
    let held = opened(&fixture, (MIRA, "mira"), Reach::Command, 90);
    let next = code(&held, &secret);
    let error = prove(&mira, &key, &next).unwrap_err();
    assert_eq!(error.kind, Kind::Rejected, "after failures it waits");
}

#[test]
fn nobody_locks_everybody_out() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    administrator(&ctx, "mira");
    assert_eq!(enforce(&ctx, Switch::On).unwrap_err().kind, Kind::Refused);
    bind(&ctx, "mira", &binding(MIRA, "mira")).unwrap();
    let error = enforce(&ctx, Switch::On).unwrap_err();
    assert_eq!(error.kind, Kind::Refused, "she has no second factor");
    factor(&ctx, "mira");
    assert!(enforce(&ctx, Switch::On).unwrap().value);
    assert!(!enforce(&ctx, Switch::On).unwrap().value);
    // Another administrator can sign in, but is no operator.
    administrator(&ctx, "tom");
    let lock = Lock {
        until: clock::parse("2027-01-01T00:00:00Z").unwrap(),
        reason: "test".to_owned(),
    };
    let paths: [(&str, &dyn Fn() -> crate::base::error::Result<()>); 8] = [
        ("unbind", &|| unbind(&ctx, &Which::User(MIRA)).map(drop)),
        ("unbind all", &|| {
            unbind(&ctx, &Which::Account("mira".to_owned())).map(drop)
        }),
        ("disable", &|| {
            account::disable(&ctx, &who("mira")).map(drop)
        }),
        ("lock", &|| {
            account::lock(&ctx, &who("mira"), &lock).map(drop)
        }),
        ("remove", &|| account::remove(&ctx, &who("mira")).map(drop)),
        ("revoke", &|| {
            account::revoke(&ctx, "admin", &who("mira")).map(drop)
        }),
        ("2fa reset", &|| {
            two_factor::reset(&ctx, "mira", "1h".parse().unwrap()).map(drop)
        }),
        ("2fa remove", &|| {
            two_factor::remove(&ctx, "mira", None).map(drop)
        }),
    ];
    for (path, act) in paths {
        let error = act().unwrap_err();
        assert_eq!(error.kind, Kind::Refused, "{path}");
        assert!(error.message.contains("last operator"), "{path}: {error}");
    }
    bind(&ctx, "tom", &binding(1002, "tom")).unwrap();
    factor(&ctx, "tom");
    two_factor::reset(&ctx, "mira", "1h".parse().unwrap()).unwrap();
    assert!(unbind(&ctx, &Which::User(1002)).is_err());
    enforce(&ctx, Switch::Off).unwrap();
    unbind(&ctx, &Which::User(1002)).unwrap();
}

#[test]
fn only_who_holds_the_files_breaks_the_glass() {
    let fixture = Fixture::new();
    enforced_store(&fixture);
    let glass = Asked {
        permission: "role.operator.enforce".to_owned(),
        typed: vec![
            ("state".to_owned(), vec!["off".to_owned()]),
            ("break_glass".to_owned(), vec!["true".to_owned()]),
        ],
    };
    let sudo = opened(&fixture, (1001, "eve"), Reach::Command, 0);
    refused(&sudo, &glass, "no account is bound");
    assert!(enforce(&sudo, Switch::BreakGlass).is_err());
    let root = opened(&fixture, (0, "root"), Reach::Files, 0);
    refused(&root, &asked("account.show", &[]), "no account is bound");
    refused(
        &root,
        &asked("role.operator.enforce", &[("state", "off")]),
        "no account",
    );
    assert_eq!(admit(&root, &glass).unwrap(), Admission::Free);
    let seq = enforce(&root, Switch::BreakGlass).unwrap().event.unwrap();
    let entry = root.store.read(|tx| tx.entry(seq)).unwrap().unwrap();
    let entry = String::from_utf8(entry).unwrap();
    assert!(
        entry.contains("critical") && entry.contains("break-glass"),
        "{entry}"
    );
    assert_eq!(
        admit(&sudo, &asked("account.show", &[])).unwrap(),
        Admission::Free
    );
}

#[test]
fn events_name_the_account_that_is_bound() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let id = administrator(&ctx, "mira");
    bind(&ctx, "mira", &binding(MIRA, "mira")).unwrap();
    let actor = |ctx: &Context| {
        let seq = audit::note(ctx, &Event::new("test.note")).unwrap();
        let entry = ctx.store.read(|tx| tx.entry(seq)).unwrap().unwrap();
        let entry: serde_json::Value = serde_json::from_slice(&entry).unwrap();
        entry["actor"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        actor(&opened(&fixture, (MIRA, "mira"), Reach::Command, 0)),
        id
    );
    // Somebody else got the number.
    assert_ne!(
        actor(&opened(&fixture, (MIRA, "eve"), Reach::Command, 0)),
        id
    );
    assert!(actor(&opened(&fixture, (1001, "eve"), Reach::Command, 0)).starts_with("s_"));
}

#[test]
fn a_user_has_one_account_and_bindings_follow_names() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for name in ["mira", "tom"] {
        add_account(&ctx, name);
    }
    assert!(
        bind(&ctx, "mira", &binding(MIRA, "mira"))
            .unwrap()
            .value
            .changed
    );
    assert!(
        !bind(&ctx, "mira", &binding(MIRA, "mira"))
            .unwrap()
            .value
            .changed
    );
    assert!(
        bind(&ctx, "mira", &binding(MIRA, "mira2"))
            .unwrap()
            .value
            .changed
    );
    let error = bind(&ctx, "tom", &binding(MIRA, "mira2")).unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    bind(&ctx, "mira", &binding(1001, "backup")).unwrap();
    assert_eq!(list(&ctx).unwrap().len(), 2);
    let gone = unbind(&ctx, &Which::Account("mira".to_owned())).unwrap();
    assert_eq!(gone.value.len(), 2);
    assert_eq!(
        unbind(&ctx, &Which::User(MIRA)).unwrap_err().kind,
        Kind::NotFound
    );
    account::remove(&ctx, &who("tom")).unwrap();
    assert_eq!(
        bind(&ctx, "tom", &binding(5, "x")).unwrap_err().kind,
        Kind::Refused
    );
}

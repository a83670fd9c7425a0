//! The last administrator: who counts as one, and every path that could take the last away.

use super::*;
use crate::base::period::Period;
use crate::store::credential::{CodeKind, CodeRow, NewPassword};

/// An account with a password that need not be changed, or must be by `change_by`.
fn with_password(ctx: &Context, name: &str, roles: &[&str], change_by: Option<Time>) -> AccountRow {
    let made = create(ctx, &new(name, roles), IfExists::Fail, |tx, row, _| {
        let password = NewPassword {
            hash: "never compared here",
            require_change: change_by,
            needs_factor: false,
        };
        tx.put_password(&row.id, &password, ctx.now())
    });
    made.unwrap().value.row().clone()
}

/// An account that can sign in as soon as its code is redeemed.
fn invited(ctx: &Context, name: &str, roles: &[&str]) -> AccountRow {
    let made = create(ctx, &new(name, roles), IfExists::Fail, |tx, row, _| {
        let now = ctx.now();
        let code = CodeRow {
            account: row.id.clone(),
            created: now,
            expires: Period::of_days(1).after(now),
            used: None,
            version: 0,
        };
        tx.insert_code(&ctx.random.bytes::<32>()?, CodeKind::Invite, &code)
    });
    made.unwrap().value.row().clone()
}

#[test]
fn no_path_takes_the_last_administrator_away() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    // Nobody can administer yet: nothing is guarded.
    made(&ctx, "nobody", &["admin"]).unwrap();
    disable(&ctx, &who("nobody")).unwrap();
    with_password(&ctx, "mira", &["admin"], None);
    // Whether an invitation is ever redeemed nobody knows.
    invited(&ctx, "dana", &["admin"]);
    let all = Permission::new("*").unwrap();
    let past = Edit {
        expires: Some(day("2026-01-01")),
        ..Edit::default()
    };
    let paths: [(&str, &dyn Fn() -> Result<()>); 7] = [
        ("disable", &|| disable(&ctx, &who("mira")).map(drop)),
        ("lock", &|| {
            lock(&ctx, &who("mira"), &lock_until(day("2027-01-01"))).map(drop)
        }),
        ("remove", &|| remove(&ctx, &who("mira")).map(drop)),
        ("expiry", &|| change(&ctx, "mira", &past).map(drop)),
        ("revoke", &|| revoke(&ctx, "admin", &who("mira")).map(drop)),
        ("role remove", &|| role::remove(&ctx, "admin").map(drop)),
        ("withdraw", &|| {
            role::withdraw(&ctx, "admin", std::slice::from_ref(&all)).map(drop)
        }),
    ];
    for (path, act) in paths {
        let error = act().unwrap_err();
        assert_eq!(error.kind, Kind::Refused, "{path}");
        assert!(error.message.contains("last account"), "{path}");
    }
    assert_eq!(show(&ctx, "mira").unwrap().row.roles, ["admin"]);
    let mut refused = 0;
    history(&ctx, "mira", Time::UNIX_EPOCH, None, |event| {
        refused += u32::from(event.outcome == "refused");
        Ok(Going::On)
    })
    .unwrap();
    assert!(
        refused >= 4,
        "refusals tell whose account it was: {refused}"
    );
    // One that cannot sign in is no replacement; neither is one that is disabled.
    enable(&ctx, &who("nobody")).unwrap();
    assert!(disable(&ctx, &who("mira")).is_err());
    with_password(&ctx, "late", &["admin"], Some(day("2026-11-22")));
    assert!(disable(&ctx, &who("mira")).is_err(), "a change is overdue");
    with_password(&ctx, "tom", &["admin"], Some(day("2026-11-23")));
    let both = vec!["mira".to_owned(), "tom".to_owned()];
    assert!(disable(&ctx, &both).is_err(), "both at once");
    assert_eq!(
        show(&ctx, "tom").unwrap().state,
        State::Enabled,
        "all or none"
    );
    disable(&ctx, &who("mira")).unwrap();
    assert!(disable(&ctx, &who("tom")).is_err());
    // Another role with `*` is as good.
    let keeper = Label::new("keeper", "a role").unwrap();
    role::create(&ctx, &keeper, "", &[all]).unwrap();
    grant(&ctx, "keeper", &who("tom")).unwrap();
    assert_eq!(role::remove(&ctx, "admin").unwrap().value, 5);
    assert!(revoke(&ctx, "keeper", &who("tom")).is_err());
}

#[test]
fn a_code_or_an_overdue_password_is_no_way_to_sign_in() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    invited(&ctx, "dana", &["admin"]);
    // Nobody can sign in: nothing is guarded.
    disable(&ctx, &who("dana")).unwrap();
    with_password(&ctx, "mira", &["admin"], Some(day("2026-11-23")));
    let later = Context {
        clock: clock::Clock::fixed(day("2026-11-25")),
        ..fixture.open()
    };
    let administrators = |ctx: &Context| {
        let now = ctx.now();
        let counted = ctx.store.read(|tx| role::administrators(tx, now));
        counted.unwrap().counts.able
    };
    assert_eq!(administrators(&ctx), 1);
    assert_eq!(administrators(&later), 0);
}

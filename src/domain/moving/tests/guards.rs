//! What a file must not do in passing: make administrators, take the last one away, leave people signed in whom it
//! bars, or have another import's mark taken for its own.

use super::*;
use crate::domain::group;
use crate::store::rectified::RectifiedRow;
use crate::store::session::SessionRow;

fn label(name: &str) -> Label {
    Label::new(name, "a name").unwrap()
}

fn update(map: &[&str]) -> Plan {
    Plan {
        if_exists: IfExists::Update,
        ..plan(Format::Csv, map)
    }
}

#[test]
fn a_group_that_administers_is_no_way_around_the_question() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    group::create(&ctx, &label("keepers"), "").unwrap();
    group::create(&ctx, &label("staff"), "").unwrap();
    group::grant(&ctx, "admin", "keepers").unwrap();
    let mapped = plan(Format::Csv, &["groups=groups"]);
    let text = "name,groups\nmira,staff keepers\n";
    let error = take(&ctx, text, &mapped).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(
        error.details[0].contains("`keepers`"),
        "{:?}",
        error.details
    );
    take(&ctx, "name,groups\ntom,staff\n", &mapped).unwrap();
    let all = Plan {
        administrators: Administrators::Take,
        ..plan(Format::Csv, &["groups=groups"])
    };
    take(&ctx, text, &all).unwrap();
    assert_eq!(find(&ctx, "mira").unwrap().roles, ["admin"]);
    for (roles, groups) in [(&["admin"][..], &[][..]), (&[], &["keepers"])] {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut given = Plan {
            roles: words(roles),
            groups: words(groups),
            ..plan(Format::Csv, &[])
        };
        let error = take(&ctx, "name\nlea\n", &given).unwrap_err();
        assert_eq!(error.kind, Kind::Refused);
        assert!(error.message.contains("--administrators"), "{error}");
        assert!(find(&ctx, "lea").is_none());
        given.administrators = Administrators::Take;
        take(&ctx, &format!("name\nlea{}\n", roles.len()), &given).unwrap();
    }
}

#[test]
fn the_last_administrator_gets_no_end_from_a_file() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let all = Plan {
        administrators: Administrators::Take,
        ..plan(Format::Csv, &["roles=roles"])
    };
    let text = format!("name,roles,hash\nroot,admin,\"{ARGON2}\"\n");
    take(&ctx, &text, &all).unwrap();
    let error = take(&ctx, "name,expires\nroot,2030-01-01\n", &update(&[])).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(find(&ctx, "root").unwrap().expires.is_none());
}

#[test]
fn whom_a_file_bars_is_signed_out() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let open = |name: &str| {
        let id = add_account(&ctx, name);
        let row = SessionRow {
            id: format!("ses_{name}"),
            account: id.clone(),
            name: name.to_owned(),
            ip: None,
            user_agent: None,
            created: ctx.now(),
            seen: ctx.now(),
            expires: ctx.now() + chrono::TimeDelta::days(1),
            revoked: None,
            why: None,
        };
        ctx.store
            .write(Mode::Commit, |tx| tx.insert_session(&row, None))
            .unwrap();
        id
    };
    let (mira, tom, zoe) = (open("mira"), open("tom"), open("zoe"));
    let text = "name,disabled,locked_until,display_name\nmira,yes,,\ntom,,2099-01-01,\nzoe,,,Zoe\n";
    take(&ctx, text, &update(&[])).unwrap();
    let count = |id: &str| {
        let counted = ctx.store.read(|tx| tx.count_open_sessions(id, ctx.now()));
        counted.unwrap()
    };
    assert_eq!([count(&mira), count(&tom), count(&zoe)], [0, 0, 1]);
}

#[test]
fn an_import_of_another_kind_does_not_go_on_behind_this_one() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let text = "name,display_name\na,A\nb,B\nc,\nc,\n";
    let digest = super::super::digest(Box::new(text.as_bytes())).unwrap();
    let run = |how: IfExists| {
        let plan = Plan {
            if_exists: how,
            batch: Some(1),
            ..plan(Format::Csv, &[])
        };
        let from = source(text.as_bytes(), Some(&digest));
        import(&ctx, from, &plan, &mut |_| Ok(()), &mut silent)
    };
    let error = run(IfExists::Fail).unwrap_err();
    assert!(error.message.contains("nothing of this batch"), "{error}");
    assert_eq!(error.kind, Kind::Partial);
    assert!(
        error
            .details
            .iter()
            .any(|line| line.contains("3 rows of earlier")),
        "{:?}",
        error.details
    );
    // The same import goes on, and fails at the same row; one that skips begins at the top.
    let error = run(IfExists::Fail).unwrap_err();
    assert!(error.message.contains("nothing of this batch"), "{error}");
    assert!(
        error
            .details
            .contains(&"this run went on from row 4".to_owned()),
        "{:?}",
        error.details
    );
    let error = run(IfExists::Skip).unwrap_err();
    assert!(
        error
            .details
            .iter()
            .any(|line| line.contains("3 rows of earlier")),
        "{:?}",
        error.details
    );
}

#[test]
fn a_file_that_changed_after_its_digest_is_told() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let plan = Plan {
        batch: Some(1),
        ..plan(Format::Csv, &[])
    };
    let from = source("name\na\n".as_bytes(), Some("of another file"));
    let error = import(&ctx, from, &plan, &mut |_| Ok(()), &mut silent).unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    assert!(error.message.contains("changed while"), "{error}");
}

#[test]
fn an_import_leaves_a_restricted_account_as_it_is() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let tom = find(&ctx, "tom").unwrap();
    let restrict = |tx: &crate::store::Tx<'_>| tx.restrict_account(&tom.id, "claims", ctx.now());
    ctx.store.write(Mode::Commit, restrict).unwrap();
    let before = find(&ctx, "tom").unwrap();
    let text = "name,display_name,email\ntom,Tom,tom@new.example\nzoe,,\n";
    let tally = take(&ctx, text, &update(&[])).unwrap();
    let numbers = (
        tally.created,
        tally.restricted,
        tally.updated,
        tally.skipped,
    );
    assert_eq!(numbers, (1, 1, 0, 0));
    assert_eq!(find(&ctx, "tom").unwrap(), before);
}

/// Tom was called `thom` and had Lee's address until he had that put right.
#[test]
fn who_has_an_address_that_was_wrong_of_another_comes_in() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    for (field, value) in [("name", "thom"), ("email", "lee@example.com")] {
        let digest = account::rectified::digest(&ctx, field, value).unwrap();
        let row = RectifiedRow {
            account: &tom,
            field,
            digest,
            at: ctx.now(),
            request: None,
        };
        let put = |tx: &crate::store::Tx<'_>| tx.put_rectified(&row, "right");
        ctx.store.write(Mode::Commit, put).unwrap();
    }
    let update = update(&[]);
    for (text, is_new) in [
        ("name,email\ntom,lee@example.com\n", false),
        ("name,email\nTHOM,lee@example.com\n", true),
        ("name,email\nthom,other@example.com\n", true),
    ] {
        let told = take(&ctx, text, &update).unwrap_err().details.join("\n");
        assert!(told.contains("put right at the person's"), "{told}");
        assert_eq!(told.contains("optimactl account create"), is_new, "{told}");
    }
    let lee = "name,email\nlee,Lee@example.com\n";
    assert_eq!(take(&ctx, lee, &update).unwrap().created, 1);
    // Once there, the account is updated like any other.
    let named = "name,email,display_name\nlee,lee@example.com,Lee\n";
    assert_eq!(take(&ctx, named, &update).unwrap().updated, 1);
}

//! What was put right stays right behind a restore; what an erasure cut out does not come back.

use super::*;
use crate::base::email::EmailAddress;
use crate::base::error::Kind;
use crate::base::name::AccountName;
use crate::domain::audit;
use crate::domain::fixture::{Fixture, Older, add_account};
use crate::store::account::AccountRow;
use crate::store::journal::{Act, walk};

fn rectify(ctx: &Context, who: &str, edit: &Edit) -> Result<Did> {
    audit::change_many(ctx, Event::new("request.rectify"), |tx, batch| {
        super::rectify(ctx, (tx, batch), (who, edit), ("req_1", "R-2026-0001"))
    })
}

fn edit(name: &str) -> Edit {
    Edit {
        name: Some(AccountName::new(name).unwrap()),
        email: Some(EmailAddress::new(&format!("{name}@right.example")).unwrap()),
        display_name: Some("Tom Right".to_owned()),
        ..Edit::default()
    }
}

fn row(ctx: &Context, id: &str) -> AccountRow {
    ctx.store.read(|tx| tx.account(id)).unwrap().unwrap()
}

#[test]
fn a_rectified_value_survives_the_restore_of_an_older_backup() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    let older = Older::of(&fixture, &ctx);
    rectify(&ctx, "tom", &edit("thomas")).unwrap();
    let clear = Edit {
        clear: vec![Clear::DisplayName],
        ..Edit::default()
    };
    rectify(&ctx, "thomas", &clear).unwrap();
    let (restored, again) = older.restore(&fixture, &ctx);
    // The display name was put right and then taken away.
    assert_eq!(restored.reapplied.kinds.get("rectification"), Some(&4));
    let right = row(&again, &tom);
    assert_eq!(right.name, "thomas");
    assert_eq!(right.email.as_deref(), Some("thomas@right.example"));
    assert_eq!(right.display_name, None);
    let found = again
        .store
        .read(|tx| tx.find_account("THOMAS@right.example"));
    assert_eq!(
        found.unwrap().unwrap().id,
        tom,
        "found by the folded one, too"
    );
    assert!(
        again
            .store
            .check(crate::store::check::Depth::Deep)
            .unwrap()
            .1
            .is_empty()
    );
}

#[test]
fn what_an_erasure_cut_out_does_not_come_back() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let (tom, zoe) = (add_account(&ctx, "tom"), add_account(&ctx, "zoe"));
    let older = Older::of(&fixture, &ctx);
    rectify(&ctx, "tom", &edit("thomas")).unwrap();
    rectify(&ctx, "zoe", &edit("zoey")).unwrap();
    let path = ctx.store.folder.journal();
    let before = std::fs::metadata(&path).unwrap().len();
    let fields = ["name", "email", "display_name", "region"];
    let cut = || {
        let fields = [(tom.clone(), fields.to_vec())].into();
        let cut = |tx: &crate::store::Tx<'_>| ctx.store.cut_rectified(tx, &fields);
        ctx.store.write(crate::store::Mode::Commit, cut).unwrap()
    };
    assert_eq!((cut(), cut()), (3, 0));
    assert_eq!(std::fs::metadata(&path).unwrap().len(), before);
    let mut values = vec![];
    walk(&path, &ctx.store.keyring, None, |_, line| {
        assert!(matches!(line.act, Act::Rectification { .. }));
        assert!(!format!("{line:?}").contains("right.example"));
        values.push(line.value.is_some());
        Ok(())
    })
    .unwrap();
    assert_eq!(values, [false, false, false, true, true, true]);
    ctx.store.journal().unwrap();
    rectify(&ctx, "zoey", &edit("zora")).unwrap();
    let (restored, again) = older.restore(&fixture, &ctx);
    assert_eq!(restored.reapplied.gone, 3);
    assert_eq!(row(&again, &tom).name, "tom");
    assert_eq!(row(&again, &zoe).name, "zora");
}

#[test]
fn a_value_that_another_account_has_in_the_image_is_told_of() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let tom = add_account(&ctx, "tom");
    add_account(&ctx, "thomas");
    let older = Older::of(&fixture, &ctx);
    let away = Edit {
        name: Some(AccountName::new("somebody").unwrap()),
        ..Edit::default()
    };
    account::change(&ctx, "thomas", &away).unwrap();
    rectify(&ctx, "tom", &edit("thomas")).unwrap();
    let (restored, again) = older.restore(&fixture, &ctx);
    assert_eq!(restored.reapplied.kept.len(), 1, "{:?}", restored.reapplied);
    let row = row(&again, &tom);
    assert_eq!(
        (row.name.as_str(), row.display_name.as_deref()),
        ("tom", Some("Tom Right"))
    );
}

#[test]
fn what_is_no_statement_about_a_person_is_not_rectified() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let wrong = Edit {
        expires: Some(ctx.now()),
        ..Edit::default()
    };
    assert_eq!(rectify(&ctx, "tom", &wrong).unwrap_err().kind, Kind::Usage);
}

//! Groups on a real store.

use super::*;
use crate::base::error::Kind;
use crate::domain::account;
use crate::domain::fixture::{Fixture, add_account};

fn who(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn label(name: &str) -> Label {
    Label::new(name, "a group").unwrap()
}

#[test]
fn members_hold_what_their_group_holds() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for name in ["tom", "zoe"] {
        add_account(&ctx, name);
    }
    role::create(&ctx, &label("support"), "", &[]).unwrap();
    create(&ctx, &label("helpdesk"), "first line").unwrap();
    assert_eq!(
        create(&ctx, &label("helpdesk"), "").unwrap_err().kind,
        Kind::Conflict
    );
    assert!(grant(&ctx, "support", "helpdesk").unwrap().value);
    assert!(!grant(&ctx, "support", "helpdesk").unwrap().value);
    let added = add(&ctx, "helpdesk", &who(&["tom", "zoe"])).unwrap();
    assert!(added.iter().all(|did| did.changed));
    assert_eq!(added[0].roles, ["support"]);
    let (row, members) = show(&ctx, "helpdesk").unwrap();
    assert_eq!((row.members, members.len()), (2, 2));
    let shown = role::show(&ctx, "support").unwrap();
    assert_eq!(
        (shown.accounts, shown.row.groups),
        (2, vec!["helpdesk".to_owned()])
    );
    assert_eq!(shown.holders[0].group.as_deref(), Some("helpdesk"));
    let error = account::revoke(&ctx, "support", &who(&["tom"])).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(
        error.message.contains("through the group `helpdesk`"),
        "{error}"
    );
    let gone = drop_members(&ctx, "helpdesk", &who(&["tom"])).unwrap();
    assert!(gone[0].changed && gone[0].roles.is_empty());
    assert_eq!(remove(&ctx, "helpdesk").unwrap().value.members, 1);
    let missing = remove(&ctx, "helpdesk").unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}

#[test]
fn a_role_that_a_group_holds_can_be_removed() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    role::create(&ctx, &label("support"), "", &[]).unwrap();
    create(&ctx, &label("helpdesk"), "").unwrap();
    add(&ctx, "helpdesk", &who(&["tom"])).unwrap();
    grant(&ctx, "support", "helpdesk").unwrap();
    assert_eq!(role::remove(&ctx, "support").unwrap().value, 1);
    assert!(show(&ctx, "helpdesk").unwrap().0.roles.is_empty());
}

#[test]
fn a_missing_group_suggests_close_names_and_adds_nobody() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    create(&ctx, &label("helpdesk"), "").unwrap();
    let error = add(&ctx, "helpdeks", &who(&["tom"])).unwrap_err();
    assert_eq!(error.hint.as_deref(), Some("did you mean `helpdesk`?"));
    let error = add(&ctx, "helpdesk", &who(&["tom", "nobody"])).unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    assert_eq!(show(&ctx, "helpdesk").unwrap().0.members, 0, "all or none");
}

//! Roles on a real store.

use super::*;
use crate::base::error::Kind;
use crate::domain::fixture::Fixture;

fn permission(text: &str) -> Permission {
    Permission::new(text).unwrap()
}

#[test]
fn roles_are_made_changed_shown_and_removed() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let name = Label::new("support", "a role").unwrap();
    let made = create(&ctx, &name, "first line", &[permission("account.show")]).unwrap();
    assert_eq!(made.value.permissions, ["account.show"]);
    let again = create(&ctx, &name, "", &[]).unwrap_err();
    assert_eq!(again.kind, Kind::Conflict);
    let more = [permission("backup.*"), permission("account.show")];
    assert_eq!(permit(&ctx, "support", &more).unwrap().value, ["backup.*"]);
    assert_eq!(permit(&ctx, "support", &more).unwrap().value.len(), 0);
    assert_eq!(withdraw(&ctx, "support", &more).unwrap().value.len(), 2);
    let shown = show(&ctx, "support").unwrap();
    let (row, holders) = (shown.row, shown.holders);
    assert!(row.permissions.is_empty() && holders.is_empty());
    assert_eq!(remove(&ctx, "support").unwrap().value, 0);
    let missing = remove(&ctx, "suport").unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}

#[test]
fn a_missing_role_suggests_close_names() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let error = ctx.store.read(|tx| find(tx, "amdin")).unwrap_err();
    assert_eq!(error.hint.as_deref(), Some("did you mean `admin`?"));
}

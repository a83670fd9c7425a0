//! What is held is not taken away by a change of an account.

use super::*;
use crate::base::period::Period;
use crate::domain::fixture::add_account;
use crate::domain::hold::{NewHold, place, release};
use crate::domain::privacy::Class;

#[test]
fn a_held_address_is_replaced_and_never_cleared() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    add_account(&ctx, "tom");
    let hold = NewHold {
        subject: Some("tom".to_owned()),
        classes: [Class::Contact].into(),
        basis: "a law".to_owned(),
        owner: None,
        review: Period::of_months(3).after(ctx.now()),
        ceiling: Period::of_months(6).after(ctx.now()),
    };
    let id = place(&ctx, &hold).unwrap().value.hold.id;
    let clear = |field| Edit {
        clear: vec![field],
        ..Edit::default()
    };
    let refused = change(&ctx, "tom", &clear(Clear::Email)).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused);
    change(&ctx, "tom", &clear(Clear::Region)).unwrap();
    let other = Edit {
        email: Some(EmailAddress::new("tom@other.example").unwrap()),
        ..Edit::default()
    };
    change(&ctx, "tom", &other).unwrap();
    release(&ctx, &id).unwrap();
    change(&ctx, "tom", &clear(Clear::Email)).unwrap();
}

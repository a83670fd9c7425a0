//! The platform's own data in a bundle, and names that no bag takes.

use super::super::texts::not_included;
use super::super::{About, Bag, Controller, File, Platform, Profile, collect};
use super::people::asked;
use super::{EVIL, made, text};
use crate::domain::audit::{self, Event, Party};
use crate::domain::fixture::Fixture;
use crate::domain::records::register;
use crate::domain::source::{Category, Erasure, Key, Place, Purpose, Record, Source};
use crate::store::request::RequestRow;

/// The platform's own data.
pub(super) fn shop() -> Source {
    let fields = [
        ("total", Category::Financial),
        ("note", Category::Content),
        ("paid", Category::Financial),
        ("gone", Category::Content),
        ("card", Category::Secret),
    ];
    Source {
        name: "shop".to_owned(),
        place: Place::Sqlite {
            path: "/srv/shop.db".into(),
            table: "orders".to_owned(),
            subject: "mail".to_owned(),
        },
        key: Key::Email,
        fields: fields.map(|(name, is)| (name.to_owned(), is)).into(),
        erasure: Erasure::Delete,
        cascade: false,
        patience: std::time::Duration::from_secs(1),
        purpose: Purpose {
            what: Some("Orders of the shop".to_owned()),
            recipients: vec!["Example Parcel Ltd".to_owned()],
            ..Purpose::default()
        },
    }
}

#[test]
fn what_the_platform_holds_is_told_in_every_form() {
    let (response, bag) = made(Profile::Access);
    let csv = text(&bag, "data/sources/shop.csv");
    assert!(
        csv.starts_with("\"gone\",\"note\",\"paid\",\"total\"\r\n"),
        "{csv}"
    );
    assert!(csv.contains("\"true\",\"12.5\""), "{csv}");
    let page = text(&bag, "data/START-HERE.html");
    assert!(page.contains("id=\"source-shop\""), "{page}");
    let told = serde_json::to_value(response).unwrap();
    assert_eq!(told["sources"][0]["records"][0]["note"], EVIL);
    let register = text(&bag, "data/article15.txt");
    for line in [
        "- shop: financial: paid, total; content: gone, note; secret: card",
        "- shop: Example Parcel Ltd",
        "- identity: as long as the account",
    ] {
        assert!(register.contains(line), "{line}\n{register}");
    }
    let without = text(&bag, "data/not-included.txt");
    assert!(
        without.contains("`card` of shop: passwords, keys"),
        "{without}"
    );
    assert!(without.contains("could not be asked when this bundle was built: crm."));
}

#[test]
fn a_bad_name_is_in_no_bag() {
    let (response, _) = made(Profile::Access);
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let controller = Controller::default();
    let register = register(&ctx, &controller, &[]).unwrap();
    let about = About {
        reference: "R-2026-0001",
        number: 1,
        request: "req_1",
        account: None,
        profile: Profile::Access,
        law: "gdpr",
        made: ctx.now(),
        controller: &controller,
        register: &register,
        left_out: &[],
        unasked: &[],
    };
    for name in [
        "../evil",
        "a//b",
        "",
        "/etc/passwd",
        "a b",
        "c:\\x",
        ".hidden",
        "roles.csv",
    ] {
        let files = vec![File::held("roles.csv", ""), File::held(name, "")];
        Bag::new(&about, files).unwrap_err();
    }
    super::super::bag(response, &about).unwrap();
}

/// What stands in the bag of somebody without an account. What the log knows under the address, what sources answered.
fn without_account(events: &[Event], records: Vec<Record>, left_out: &[String]) -> String {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let opened = Event::new("request.open").target("req_2");
    audit::change(&ctx, opened, |tx, _| {
        tx.insert_request(&RequestRow {
            id: "req_2".to_owned(),
            reference: "R-2026-0002".to_owned(),
            account: None,
            email: Some("lee@example.org".to_owned()),
            ..asked(&ctx, "")
        })
    })
    .unwrap();
    for event in events {
        audit::note(&ctx, event).unwrap();
    }
    let controller = Controller::default();
    let about = About {
        reference: "R-2026-0002",
        number: 1,
        request: "req_2",
        account: None,
        profile: Profile::Access,
        law: "gdpr",
        made: ctx.now(),
        controller: &controller,
        register: &register(&ctx, &controller, &[shop()]).unwrap(),
        left_out,
        unasked: &[],
    };
    let sources = vec![Platform::new(&shop(), records)];
    let read = |tx: &crate::store::Tx<'_>| collect(&ctx, tx, &about, sources);
    let response = ctx.store.read(read).unwrap();
    assert!(!response.activity.is_empty(), "the request is told of");
    not_included(&response, &about).unwrap()
}

#[test]
fn that_nothing_is_held_is_said_only_where_nothing_is() {
    let empty = "apart from the request itself nothing is held here";
    assert!(without_account(&[], vec![], &[]).contains(empty));
    let record = serde_json::json!({"total": 12.5});
    let record = record.as_object().unwrap().clone();
    let lee = || Party::Name("lee@example.org".to_owned());
    let signed_in = Event::new("auth.login").actor(lee());
    let bought = Event::foreign("shop.order", "shop").actor(lee());
    for told in [
        without_account(&[], vec![record], &[]),
        without_account(&[signed_in], vec![], &[]),
        without_account(&[bought], vec![], &[]),
        without_account(&[], vec![], &["crm".to_owned()]),
    ] {
        assert!(told.contains("No account was found"), "{told}");
        assert!(!told.contains(empty), "{told}");
    }
}

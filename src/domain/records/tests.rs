//! The register holds every class and every source, says what nobody said, and runs no markup of others.

use super::*;
use crate::base::period::Period;
use crate::domain::fixture::Fixture;
use crate::domain::privacy::MAP;
use crate::domain::retention::Rule;
use crate::domain::source::{Category, Erasure, Key, Place, Purpose};

fn shop() -> Source {
    Source {
        name: "shop".to_owned(),
        place: Place::Sqlite {
            path: "/srv/shop.db".into(),
            table: "orders".to_owned(),
            subject: "mail".to_owned(),
        },
        key: Key::Email,
        fields: [
            ("mail".to_owned(), Category::Contact),
            ("total".to_owned(), Category::Financial),
            ("ship_to".to_owned(), Category::Contact),
        ]
        .into(),
        erasure: Erasure::Keep("tax law".to_owned()),
        cascade: false,
        patience: std::time::Duration::from_secs(1),
        purpose: Purpose {
            what: Some("Orders <b>of</b>\nthe shop".to_owned()),
            why: Some("to deliver".to_owned()),
            ..Purpose::default()
        },
    }
}

#[test]
fn every_table_with_personal_data_stands_in_the_register() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let register = register(&ctx, &Controller::default(), &[shop()]).unwrap();
    for part in MAP.iter().filter(|part| part.class.is_some()) {
        let is_there = register
            .activities
            .iter()
            .any(|activity| activity.places.iter().any(|place| place == part.table));
        assert!(is_there, "{}", part.table);
    }
    let last = register.activities.last().unwrap();
    assert_eq!(last.data, ["contact: mail, ship_to", "financial: total"]);
    assert_eq!(last.erasure, ["stays: tax law"]);
}

#[test]
fn what_nobody_said_is_named_by_its_setting() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let register = register(&ctx, &Controller::default(), &[shop()]).unwrap();
    let settings: Vec<&str> = register
        .missing
        .iter()
        .map(|gap| gap.setting.as_str())
        .collect();
    assert!(settings.contains(&"controller.name"));
    assert!(settings.contains(&"source.shop.basis"));
    assert!(!settings.contains(&"source.shop.purpose"));
    let page = markdown(&register);
    assert!(page.contains("- Name: **not stated**"), "{page}");
    assert!(page.contains("Orders &lt;b>of&lt;/b> the shop"), "{page}");
}

#[test]
fn a_rule_of_retention_is_what_the_register_says() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let rule = Rule {
        class: Class::Notices,
        period: Period::of_days(30),
        basis: "nobody reads them later".to_owned(),
    };
    retention::add(&ctx, &rule).unwrap();
    let kept = [(Class::Activity, "ip 90d".to_owned())].into();
    let controller = Controller {
        kept,
        ..Controller::default()
    };
    let register = register(&ctx, &controller, &[]).unwrap();
    let kept = |name: &str| {
        let mut all = register.activities.iter();
        all.find(|activity| activity.name == name)
            .and_then(|activity| activity.kept.clone())
            .unwrap()
    };
    assert_eq!(kept("notices"), "30d (nobody reads them later)");
    assert_eq!(kept("activity"), "ip 90d");
    assert_eq!(kept("access"), "as long as the account");
}

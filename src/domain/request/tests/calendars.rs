//! Holiday tables of one's own, and the requests that are counted by them.

use super::*;
use crate::domain::request::calendar::{self, IfExists, NewCalendar, Skipped};

fn berlin(days: &str) -> NewCalendar {
    NewCalendar {
        code: "DE-BE".to_owned(),
        place: "Berlin".to_owned(),
        zone: chrono_tz::Europe::Berlin,
        years: 2026..=2027,
        holidays: crate::domain::calendar::foreign::read(days).unwrap(),
    }
}

#[test]
fn requests_are_counted_by_a_table_of_ones_own() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let by_own = NewRequest {
        calendar: "DE-BE".to_owned(),
        ..new(Law::Gdpr, "2026-11-20")
    };
    assert_eq!(open(&ctx, &by_own).unwrap_err().kind, Kind::Usage);
    // One month after 20 November 2026 is a Sunday; the Monday is a holiday in this table.
    let table = berlin("2026-12-21,Own\n2026-12-22,Own\n2027-01-01,New Year\n");
    let done = calendar::import(&ctx, &table, IfExists::Fail)
        .unwrap()
        .value;
    assert_eq!((done.days, done.added, done.removed), (3, 3, 0));
    let opened = open(&ctx, &by_own).unwrap().value.request;
    assert_eq!(opened.clocks.gdpr.unwrap().due.to_string(), "2026-12-23");
    assert_eq!(calendar::named(&ctx, "berlin").unwrap().code(), "DE-BE");
    let newer = berlin("2026-12-21,Own\n2027-01-01,New Year\n");
    let refused = calendar::import(&ctx, &newer, IfExists::Fail).unwrap_err();
    assert_eq!(refused.kind, Kind::Conflict);
    let kept = calendar::import(&ctx, &newer, IfExists::Skip)
        .unwrap()
        .value;
    assert_eq!(kept.skipped, Skipped::Yes);
    let done = calendar::import(&ctx, &newer, IfExists::Update)
        .unwrap()
        .value;
    assert_eq!((done.added, done.removed), (0, 1));
    let shown = show(&ctx, "R-2026-0001").unwrap().request;
    assert_eq!(shown.clocks.gdpr.unwrap().due.to_string(), "2026-12-22");
}

#[test]
fn compiled_in_codes_stay_what_they_are() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    for code in ["DE", "US-CA", "de-be", "-X", "X", "DE BE", "A-"] {
        let table = NewCalendar {
            code: code.to_owned(),
            ..berlin("2026-12-21,Own\n")
        };
        let refused = calendar::import(&ctx, &table, IfExists::Update).unwrap_err();
        assert_eq!(refused.kind, Kind::Usage, "{code}");
    }
}

#[test]
fn a_check_names_missing_years_and_differing_days() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let table = berlin("2026-03-09,Own\n2026-12-25,Christmas\n2027-01-01,New Year\n");
    calendar::import(&ctx, &table, IfExists::Fail).unwrap();
    let found = ctx
        .store
        .read(|tx| calendar::in_use(tx, Some("DE")))
        .unwrap();
    let codes: Vec<_> = found.iter().map(|calendar| calendar.code()).collect();
    assert_eq!(codes, ["DE", "US-CA", "DE-BE"]);
    let checked = calendar::check(&found[2], 2027);
    assert_eq!(
        (checked.missing, checked.against.as_deref()),
        (vec![2028], Some("DE"))
    );
    let days: Vec<_> = checked.more.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2026-03-09"]);
    assert!(
        checked
            .fewer
            .iter()
            .any(|day| day.to_string() == "2026-04-03")
    );
    assert!(calendar::check(&found[0], 2026).missing.is_empty());
    assert_eq!(calendar::check(&found[0], 2036).missing, [2037]);
}

//! Behaviors of the clocks beyond the vectors, and the properties that any correct count has.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn json(answer: impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

#[test]
fn the_day_of_an_instant_is_that_of_the_zone() {
    let (germany, rules) = (Calendar::named("DE").unwrap(), Rules::default());
    let received = Received::At(clock::parse("2026-03-04T23:30:00Z").unwrap());
    let berlin = gdpr(received, 0, &Place::of(&germany), &rules).unwrap();
    assert_eq!(berlin.received_local, day("2026-03-05"));
    assert_eq!(json(&berlin)["received"], "2026-03-04T23:30:00Z");
    let lisbon = Place::of(&germany).in_zone(chrono_tz::Europe::Lisbon);
    assert_eq!(
        gdpr(received, 0, &lisbon, &rules).unwrap().received_local,
        day("2026-03-04")
    );
}

#[test]
fn a_date_beyond_the_holiday_table_is_told() {
    let germany = Calendar::named("DE").unwrap();
    let count = |date| {
        gdpr(
            Received::On(day(date)),
            0,
            &Place::of(&germany),
            &Rules::default(),
        )
        .unwrap()
    };
    assert_eq!(count("2036-09-15").warnings, Vec::<String>::new());
    let warning = count("2036-11-03").warnings.concat();
    assert!(
        warning.contains("`DE`") && warning.contains("2036 only: around 2037-02-03"),
        "{warning}"
    );
    assert_eq!(count("2020-01-02").warnings.len(), 1);
    let california = Calendar::named("US-CA").unwrap();
    let late = ccpa(
        Received::On(day("2040-12-20")),
        &Place::of(&california),
        &Rules::default(),
    );
    assert_eq!(late.unwrap().warnings.len(), 1);
}

#[test]
fn only_prompt_and_answered_questions_stop_the_clock() {
    let pause = |asked, answered: &str| Pause {
        asked: day(asked),
        answered: answered.parse().ok(),
    };
    let days =
        |pauses: &[Pause]| suspended_days(day("2026-03-05"), pauses, &Rules::default()).unwrap();
    assert_eq!(days(&[]), 0);
    assert_eq!(days(&[pause("2026-03-06", "2026-03-16")]), 10);
    assert_eq!(days(&[pause("2026-03-08", "2026-03-09")]), 1);
    assert_eq!(
        days(&[pause("2026-03-09", "2026-03-16")]),
        0,
        "asked too late"
    );
    assert_eq!(days(&[pause("2026-03-06", "open")]), 0);
    assert_eq!(
        days(&[
            pause("2026-03-06", "2026-03-10"),
            pause("2026-03-07", "2026-03-12")
        ]),
        6,
        "once each"
    );
    assert_eq!(days(&[pause("2026-03-06", "2026-03-05")]), 0);
}

#[test]
fn suspension_is_added_before_rolling() {
    let germany = Calendar::named("DE").unwrap();
    let got = gdpr(
        Received::On(day("2026-03-05")),
        10,
        &Place::of(&germany),
        &Rules::default(),
    )
    .unwrap();
    assert_eq!(
        [got.raw, got.due, got.due_extended],
        ["2026-04-15", "2026-04-15", "2026-06-15"].map(day)
    );
}

#[test]
fn numbers_come_from_the_rules_and_absurd_ones_fail() {
    let germany = Calendar::named("DE").unwrap();
    let rules: Rules = serde_json::from_str(r#"{"gdpr_months": 2, "breach_hours": 96}"#).unwrap();
    let got = gdpr(
        Received::On(day("2026-03-05")),
        0,
        &Place::of(&germany),
        &rules,
    )
    .unwrap();
    assert_eq!(got.raw, day("2026-05-05"));
    serde_json::from_str::<Rules>(r#"{"gdpr_month": 2}"#).unwrap_err();
    let error = gdpr(
        Received::On(day("2026-03-05")),
        u32::MAX,
        &Place::of(&germany),
        &rules,
    )
    .unwrap_err();
    assert!(error.message.contains("too far"), "{error}");
}

prop_compose! {
    /// A day for which every table covers what is counted from it.
    fn any_day()(offset in 0_u64..4_300) -> NaiveDate {
        day("2024-02-15") + Days::new(offset)
    }
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let codes: Vec<_> = Calendar::codes().collect();
    prop::sample::select(codes).prop_map(|code| Calendar::named(code).unwrap())
}

proptest! {
    #[test]
    fn gdpr_dates_keep_their_order(date in any_day(), calendar in any_calendar(), suspended in 0_u32..60) {
        let count = |date| gdpr(Received::On(date), suspended, &Place::of(&calendar), &Rules::default()).unwrap();
        let (got, next) = (count(date), count(date + Days::new(1)));
        prop_assert!(got.act_by <= got.raw && got.raw <= got.due && got.due <= got.due_extended);
        prop_assert!(got.raw > date);
        for day in [got.due, got.due_extended, got.act_by] {
            prop_assert!(calendar.is_business_day(day));
        }
        prop_assert!(got.raw <= next.raw && got.due <= next.due && got.due_extended <= next.due_extended);
        prop_assert!(got.act_by <= next.act_by);
        let end = got.due_ends_utc.with_timezone(&calendar.zone()).naive_local();
        prop_assert_eq!(end, (got.due + Days::new(1)).and_hms_opt(0, 0, 0).unwrap());
        let covered = calendar.covers(got.due_extended + Days::new(1));
        prop_assert!(got.warnings.is_empty() || !covered);
    }

    #[test]
    fn a_month_later_is_in_the_next_month(date in any_day()) {
        use chrono::Datelike;
        let germany = Calendar::named("DE").unwrap();
        let raw = gdpr(Received::On(date), 0, &Place::of(&germany), &Rules::default()).unwrap().raw;
        prop_assert_eq!(raw.month0(), (date.month0() + 1) % 12);
        prop_assert!(raw.day() == date.day() || raw.succ_opt().unwrap().day() == 1);
    }

    #[test]
    fn ccpa_dates_keep_their_order(date in any_day(), calendar in any_calendar()) {
        let count = |date| ccpa(Received::On(date), &Place::of(&calendar), &Rules::default()).unwrap();
        let (got, next) = (count(date), count(date + Days::new(1)));
        prop_assert!(date < got.ack_strict && got.ack_strict <= got.ack && got.ack < got.optout);
        prop_assert!(got.optout_strict <= got.optout && got.act_by <= got.due && got.due < got.due_extended);
        prop_assert!(calendar.is_business_day(got.ack) && calendar.is_business_day(got.optout));
        prop_assert!(calendar.is_business_day(got.act_by));
        prop_assert!(calendar.is_strict_business_day(got.ack_strict));
        prop_assert!(got.ack <= next.ack && got.ack_strict <= next.ack_strict && got.optout <= next.optout);
        prop_assert_eq!((got.due - date).num_days(), 45);
    }

    #[test]
    fn breach_hours_are_elapsed_hours(seconds in 0_i64..4_000_000_000) {
        let aware = clock::from_micros(seconds * 1_000_000).unwrap();
        let got = gdpr_breach(aware, chrono_tz::Europe::Berlin, &Rules::default()).unwrap();
        prop_assert_eq!((got.due_utc - aware).num_seconds(), 72 * 3600);
        prop_assert_eq!(got.due_local, got.due_utc);
    }
}

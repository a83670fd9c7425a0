//! The clocks against the shared vectors (own computation, month arithmetic cross-checked with
//! python-dateutil): as facts here, and read from the file where it lies beside this package.

use std::path::Path;

use serde_json::Value;

use super::tests::{day, json};
use super::*;

/// Received, raw, due, extended, end of the period, act by; calendar DE.
const GDPR: &str = "
2026-03-05 2026-04-05 2026-04-07 2026-06-05 2026-04-07T22:00:00Z 2026-04-02
2024-03-05 2024-04-05 2024-04-05 2024-06-05 2024-04-05T22:00:00Z 2024-04-05
2025-03-05 2025-04-05 2025-04-07 2025-06-05 2025-04-07T22:00:00Z 2025-04-04
2026-08-31 2026-09-30 2026-09-30 2026-11-30 2026-09-30T22:00:00Z 2026-09-30
2026-01-31 2026-02-28 2026-03-02 2026-04-30 2026-03-02T23:00:00Z 2026-02-27
2026-01-29 2026-02-28 2026-03-02 2026-04-29 2026-03-02T23:00:00Z 2026-02-27
2028-01-31 2028-02-29 2028-02-29 2028-05-02 2028-02-29T23:00:00Z 2028-02-29
2024-02-29 2024-03-29 2024-04-02 2024-05-29 2024-04-02T22:00:00Z 2024-03-28
2027-11-30 2027-12-30 2027-12-30 2028-02-29 2027-12-30T23:00:00Z 2027-12-30
2026-11-30 2026-12-30 2026-12-30 2027-03-01 2026-12-30T23:00:00Z 2026-12-30
2026-11-25 2026-12-25 2026-12-28 2027-02-25 2026-12-28T23:00:00Z 2026-12-24
2025-12-01 2026-01-01 2026-01-02 2026-03-02 2026-01-02T23:00:00Z 2025-12-31
";

/// Received, acknowledge, strict, due, extended, opt-out, strict, end of the period, act by; US-CA.
const CCPA: &str = "
2026-01-05 2026-01-20 2026-01-16 2026-02-19 2026-04-05 2026-01-27 2026-01-23 2026-02-20T08:00:00Z 2026-02-19
2026-06-26 2026-07-10 2026-07-09 2026-08-10 2026-09-24 2026-07-17 2026-07-15 2026-08-11T07:00:00Z 2026-08-10
2026-11-20 2026-12-07 2026-12-03 2027-01-04 2027-02-18 2026-12-14 2026-12-09 2027-01-05T08:00:00Z 2027-01-04
2026-12-18 2027-01-05 2026-12-31 2027-02-01 2027-03-18 2027-01-12 2027-01-07 2027-02-02T08:00:00Z 2027-02-01
2027-01-16 2027-02-01 2027-01-29 2027-03-02 2027-04-16 2027-02-08 2027-02-04 2027-03-03T08:00:00Z 2027-03-02
2028-01-16 2028-01-31 2028-01-28 2028-03-01 2028-04-15 2028-02-07 2028-02-03 2028-03-02T08:00:00Z 2028-03-01
";

/// Aware, due, due in Berlin.
const ART_33: &str = "
2026-05-04T09:15:00+02:00 2026-05-07T07:15:00Z 2026-05-07T09:15:00+02:00
2026-05-22T17:40:00+02:00 2026-05-25T15:40:00Z 2026-05-25T17:40:00+02:00
2026-03-27T10:00:00+01:00 2026-03-30T09:00:00Z 2026-03-30T11:00:00+02:00
";

fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = table.lines().filter(|line| !line.is_empty());
    lines.map(|line| line.split(' ').collect::<Vec<_>>().try_into().unwrap())
}

fn received(typed: &str, zone: Tz) -> Received {
    Received::parse(typed, Time::UNIX_EPOCH, &zone).unwrap()
}

/// The answer to the question that a vector (or an answer) asks.
fn answer(vector: &Value) -> Value {
    let text = |key: &str| vector[key].as_str().unwrap();
    let zone: Tz = text("tz").parse().unwrap();
    let rules = Rules::default();
    let breach_day = |key: &str| received(text(key), zone);
    match vector["kind"].as_str() {
        Some(ART33) => {
            return json(gdpr_breach(clock::parse(text("aware")).unwrap(), zone, &rules).unwrap());
        }
        Some(_) => {
            let notified = Some(breach_day("individuals_notified"));
            return json(
                california_breach(breach_day("discovered"), notified, zone, &rules).unwrap(),
            );
        }
        None => {}
    }
    let calendar = Calendar::named(text("calendar")).unwrap();
    let place = Place::of(&calendar).in_zone(zone);
    let received = received(text("received"), zone);
    if text("law") == "ccpa" {
        return json(ccpa(received, &place, &rules).unwrap());
    }
    let suspended = u32::try_from(vector["suspended_days"].as_u64().unwrap()).unwrap();
    json(gdpr(received, suspended, &place, &rules).unwrap())
}

#[test]
fn all_shared_vectors_hold() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/deadlines/vectors.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        crate::base::skipped("the shared vectors are not beside this package");
        return;
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    let (requests, breaches) = (
        file["vectors"].as_array().unwrap(),
        file["breach"].as_array().unwrap(),
    );
    assert_eq!((requests.len(), breaches.len()), (18, 4));
    for vector in requests.iter().chain(breaches) {
        let answer = answer(vector);
        for (key, wanted) in vector.as_object().unwrap() {
            if key != "id" && key != "note" {
                assert_eq!(answer.get(key), Some(wanted), "{} {key}", vector["id"]);
            }
        }
        assert_eq!(answer["warnings"], Value::Array(vec![]));
        let added: Vec<_> = answer
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| vector.get(key).is_none())
            .collect();
        assert_eq!(added, ["warnings"], "{}", vector["id"]);
    }
}

#[test]
fn gdpr_vectors_hold() {
    let germany = Calendar::named("DE").unwrap();
    for [typed, raw, due, extended, ends, act_by] in rows(GDPR) {
        let got = gdpr(
            Received::On(day(typed)),
            0,
            &Place::of(&germany),
            &Rules::default(),
        )
        .unwrap();
        let dates = [got.raw, got.due, got.due_extended, got.act_by];
        assert_eq!(dates, [raw, due, extended, act_by].map(day), "{typed}");
        assert_eq!(clock::seconds_text(got.due_ends_utc), ends, "{typed}");
    }
}

#[test]
fn ccpa_vectors_hold() {
    let california = Calendar::named("US-CA").unwrap();
    for [
        typed,
        ack,
        ack_strict,
        due,
        extended,
        optout,
        optout_strict,
        ends,
        act_by,
    ] in rows(CCPA)
    {
        let got = ccpa(
            Received::On(day(typed)),
            &Place::of(&california),
            &Rules::default(),
        )
        .unwrap();
        let dates = [
            got.ack,
            got.ack_strict,
            got.due,
            got.due_extended,
            got.optout,
            got.optout_strict,
            got.act_by,
        ];
        let wanted = [
            ack,
            ack_strict,
            due,
            extended,
            optout,
            optout_strict,
            act_by,
        ];
        assert_eq!(dates, wanted.map(day), "{typed}");
        assert_eq!(clock::seconds_text(got.due_ends_utc), ends, "{typed}");
    }
}

#[test]
fn breach_vectors_hold() {
    for [aware, due_utc, due_local] in rows(ART_33) {
        let aware = clock::parse(aware).unwrap();
        let got = json(gdpr_breach(aware, chrono_tz::Europe::Berlin, &Rules::default()).unwrap());
        assert_eq!([&got["due_utc"], &got["due_local"]], [due_utc, due_local]);
    }
    let zone = chrono_tz::America::Los_Angeles;
    let (found, told) = (
        Received::On(day("2026-01-15")),
        Received::On(day("2026-02-10")),
    );
    let got = california_breach(found, Some(told), zone, &Rules::default()).unwrap();
    assert_eq!(got.notify_individuals_by, day("2026-02-14"));
    assert_eq!(got.ag_sample_by, Some(day("2026-02-25")));
    let untold = json(california_breach(found, None, zone, &Rules::default()).unwrap());
    assert_eq!(untold["ag_sample_by"], Value::Null);
    let late = california_breach(
        found,
        Some(Received::On(day("2026-02-15"))),
        zone,
        &Rules::default(),
    );
    assert_eq!(late.unwrap().warnings.len(), 1);
    california_breach(told, Some(found), zone, &Rules::default()).unwrap_err();
}

//! Retention decided case by case, and against a slow model that says the same in other words.

mod model;

use super::*;
use crate::base::clock::parse;

/// `2026-11-22`, `2026-11-22T13:05` or a whole instant.
pub(super) fn at(text: &str) -> Time {
    let whole = match text.len() {
        10 => format!("{text}T12:00:00Z"),
        16 => format!("{text}:00Z"),
        _ => text.to_owned(),
    };
    parse(&whole).unwrap()
}

pub(super) fn subject(created: Time, sequence: u64) -> Subject {
    Subject {
        id: format!("b{sequence}"),
        created,
        epoch: "e1".to_owned(),
        sequence,
        latest: false,
        bytes: 1,
        verified: true,
        tested: false,
        pin: None,
        base: None,
        locked_until: None,
    }
}

/// Backups from times with marks behind them: `!` is not verified, `t` restored and checked, `p` pinned, `P` pinned and over, `f` a foreign
/// pin, `l` locked, `<N` a delta on the Nth (from 1).
fn backups(list: &str) -> Vec<Subject> {
    let words = list.split_whitespace().zip(1_u64..);
    words
        .map(|(word, sequence)| {
            let end = word
                .find(['!', 't', 'p', 'P', 'f', 'l', '<'])
                .unwrap_or(word.len());
            let (time, marks) = word.split_at(end);
            let mut one = subject(at(time), sequence);
            let held = |until: Option<&str>, foreign| Held {
                until: until.map(at),
                reason: "case 7".to_owned(),
                foreign,
            };
            for (place, mark) in marks.char_indices() {
                match mark {
                    '!' => one.verified = false,
                    't' => one.tested = true,
                    'p' => one.pin = Some(held(None, false)),
                    'P' => one.pin = Some(held(Some("2026-11-01"), false)),
                    'f' => one.pin = Some(held(Some("2026-11-01"), true)),
                    'l' => one.locked_until = Some(at("2027-01-01")),
                    '<' => one.base = Some(format!("b{}", &marks.get(place + 1..).unwrap())),
                    _ => {}
                }
            }
            one
        })
        .collect()
}

/// `last=3 daily=7 within=30d age=400d promise=BEFORE/BY`.
fn policy(words: &str) -> Policy {
    let mut policy = Policy::default();
    for word in words.split_whitespace() {
        let (name, value) = word.split_once('=').unwrap();
        match name {
            "last" => policy.last = value.parse().unwrap(),
            "hourly" => policy.hourly = value.parse().unwrap(),
            "daily" => policy.daily = value.parse().unwrap(),
            "weekly" => policy.weekly = value.parse().unwrap(),
            "monthly" => policy.monthly = value.parse().unwrap(),
            "yearly" => policy.yearly = value.parse().unwrap(),
            "within" => policy.within = Some(value.parse().unwrap()),
            "age" => policy.expire_after = Some(value.parse().unwrap()),
            _ => {
                let (before, gone_by) = value.split_once('/').unwrap();
                policy.promises.push(Promise {
                    before: at(before),
                    gone_by: at(gone_by),
                });
            }
        }
    }
    policy
}

/// One letter a backup, oldest first: `k`ept, `r`emoved, `p`urged at once, `B`roken promise.
fn letters(list: &str, rules: &str, now: &str) -> String {
    let mut decisions = decide(&backups(list), &policy(rules), at(now));
    decisions.sort_by_key(|one| one.id.trim_start_matches('b').parse::<u64>().unwrap());
    let letter = |one: &Decision| match one.verdict {
        Verdict::Keep if one.broken.is_empty() => 'k',
        Verdict::Keep => 'B',
        Verdict::Remove => 'r',
        Verdict::Purge => 'p',
    };
    decisions.iter().map(letter).collect()
}

const NOW: &str = "2026-11-22T13:00";
const FIVE_DAYS: &str = "2026-11-18 2026-11-19 2026-11-20 2026-11-21 2026-11-22";
const HOURS: &str =
    "2026-11-22T09:10 2026-11-22T09:59 2026-11-22T10:00 2026-11-22T10:59 2026-11-22T11:00";
const TWO_A_DAY: &str =
    "2026-11-20T01:00 2026-11-20T23:00 2026-11-21T01:00 2026-11-21T23:00 2026-11-22T01:00";
/// Around New Year: 2024-12-30 is in 2025-W01, 2027-01-03 in 2026-W53.
const NEW_YEAR: &str = "2024-12-29 2024-12-30 2025-01-05 2025-01-06";
const MONTHS: &str =
    "2026-08-31T23:59 2026-09-01T00:00 2026-09-30 2026-10-01 2026-11-01 2026-11-22";
const YEARS: &str = "2022-06-01 2023-06-01 2023-12-31T23:59 2024-01-01T00:00 2025-06-01 2026-06-01";
const OLD: &str = "2020-01-01 2020-01-02 2020-01-03";

/// Backups, rules, now, what becomes of each.
const CASES: &[(&str, &str, &str, &str)] = &[
    // One rule at a time.
    (FIVE_DAYS, "last=1", NOW, "rrrrk"),
    (FIVE_DAYS, "last=3", NOW, "rrkkk"),
    (FIVE_DAYS, "last=5", NOW, "kkkkk"),
    (FIVE_DAYS, "last=99", NOW, "kkkkk"),
    (HOURS, "hourly=1", NOW, "rrrrk"),
    (HOURS, "hourly=2", NOW, "rrrkk"),
    (HOURS, "hourly=3", NOW, "rkrkk"),
    (TWO_A_DAY, "daily=1", NOW, "rrrrk"),
    (TWO_A_DAY, "daily=2", NOW, "rrrkk"),
    (TWO_A_DAY, "daily=3", NOW, "rkrkk"),
    (NEW_YEAR, "weekly=1", NOW, "rrrk"),
    (NEW_YEAR, "weekly=2", NOW, "rrkk"),
    (NEW_YEAR, "weekly=3", NOW, "krkk"),
    (MONTHS, "monthly=1", NOW, "rrrrrk"),
    (MONTHS, "monthly=2", NOW, "rrrkrk"),
    (MONTHS, "monthly=3", NOW, "rrkkrk"),
    (MONTHS, "monthly=4", NOW, "krkkrk"),
    (YEARS, "yearly=1", NOW, "rrrrrk"),
    (YEARS, "yearly=3", NOW, "rrrkkk"),
    (YEARS, "yearly=4", NOW, "rrkkkk"),
    (YEARS, "yearly=5", NOW, "krkkkk"),
    // The oldest stays while the coarsest rule is not full, and only for the coarsest.
    (TWO_A_DAY, "daily=4", NOW, "kkrkk"),
    (YEARS, "yearly=9", NOW, "krkkkk"),
    (FIVE_DAYS, "daily=2 yearly=5", NOW, "krrkk"),
    (FIVE_DAYS, "daily=9 monthly=1", NOW, "kkkkk"),
    (TWO_A_DAY, "daily=9 monthly=1", NOW, "rkrkk"),
    (FIVE_DAYS, "hourly=9 daily=2", NOW, "kkkkk"),
    // Within is counted from the newest backup; its edge belongs to it.
    (FIVE_DAYS, "within=2d", NOW, "rrkkk"),
    (FIVE_DAYS, "within=47h", NOW, "rrrkk"),
    ("2026-08-21 2026-08-22 2026-11-22", "within=3mo", NOW, "rkk"),
    (OLD, "within=1d", NOW, "rkk"),
    // Rules are added up.
    (FIVE_DAYS, "last=1 within=1d", NOW, "rrrkk"),
    (MONTHS, "last=2 monthly=2", NOW, "rrrkkk"),
    // What stopped long ago is not eaten, however old it is.
    (OLD, "daily=2", "2036-01-01", "rkk"),
    (OLD, "last=3", "2036-01-01", "kkk"),
    // Nothing there, or no rule.
    ("", "daily=7", NOW, ""),
    ("2026-11-22", "daily=7", NOW, "k"),
    (FIVE_DAYS, "", NOW, "kkkkk"),
    // The last one that is known to be good stays, and the newest where none is.
    ("2026-11-20 2026-11-21! 2026-11-22!", "last=1", NOW, "krk"),
    (
        "2026-11-20! 2026-11-21! 2026-11-22!",
        "age=1d",
        "2030-01-01",
        "ppk",
    ),
    (
        "2026-11-20 2026-11-21 2026-11-22!",
        "age=1d",
        "2030-01-01",
        "pkp",
    ),
    // The last one that was restored and checked stays besides, but not beyond a ceiling.
    ("2026-11-20t 2026-11-21t 2026-11-22", "last=1", NOW, "rkk"),
    ("2026-11-20 2026-11-21t 2026-11-22t", "last=1", NOW, "rrk"),
    ("2026-11-20 2026-11-21t 2026-11-22", "age=1d", NOW, "ppk"),
    // Pins, over and foreign ones; locks of the place.
    (
        "2026-11-18p 2026-11-19P 2026-11-20f 2026-11-21l 2026-11-22",
        "last=1",
        NOW,
        "krkkk",
    ),
    (
        "2026-11-18p 2026-11-19P 2026-11-20f 2026-11-21l 2026-11-22",
        "age=1d",
        "2026-12-22",
        "kpkkk",
    ),
    ("2026-11-21l 2026-11-22", "last=1", "2027-01-01T00:00", "kk"),
    ("2026-11-21l 2026-11-22", "last=1", "2027-01-02", "rk"),
    // Clocks: what is dated in the future neither goes nor counts.
    (
        "2026-11-20 2026-11-21 2026-11-22 2027-11-22",
        "last=1",
        NOW,
        "rrkk",
    ),
    (
        "2026-11-20 2026-11-21 2026-11-22 2027-11-22",
        "within=1d",
        NOW,
        "rkkk",
    ),
    (FIVE_DAYS, "last=1", "2026-11-19T13:00", "rkkkk"),
    (FIVE_DAYS, "last=1", "2020-01-01", "kkkkk"),
    (FIVE_DAYS, "age=1d", "2020-01-01", "kkkkk"),
    // The machine's clock jumped ahead for one backup: with counts the others stay.
    (
        "2026-11-21 2026-11-22 2036-01-01",
        "daily=7",
        "2036-01-01T13:00",
        "kkk",
    ),
    // Maximum age: counted from now, beats rules, but not what never goes; alone it keeps all that is younger.
    (FIVE_DAYS, "age=2d", NOW, "pppkk"),
    (FIVE_DAYS, "age=2d last=1", NOW, "ppprk"),
    (FIVE_DAYS, "age=1y", NOW, "kkkkk"),
    (OLD, "age=1d last=3", NOW, "ppk"),
    // Promised dates: a ceiling over every rule; only the last verified one or a pin wins, and then it is broken.
    (
        FIVE_DAYS,
        "last=9 promise=2026-11-20/2026-11-22",
        NOW,
        "ppkkk",
    ),
    (
        FIVE_DAYS,
        "last=9 promise=2026-11-20/2026-11-23",
        NOW,
        "kkkkk",
    ),
    (
        "2026-11-18p 2026-11-19P 2026-11-22",
        "last=9 promise=2026-11-20/2026-11-22",
        NOW,
        "Bpk",
    ),
    (OLD, "last=9 promise=2020-02-01/2026-11-22", NOW, "ppB"),
    (
        "2026-11-18f 2026-11-19l 2026-11-22",
        "last=9 promise=2026-11-20/2026-11-22",
        NOW,
        "BBk",
    ),
    (
        FIVE_DAYS,
        "last=9 promise=2026-11-19/2026-11-22 promise=2026-11-21/2026-11-22",
        NOW,
        "pppkk",
    ),
    // Deltas: a kept one keeps its base; a base that must go takes it along.
    ("2026-11-18 2026-11-22<1", "last=1", NOW, "kk"),
    (
        "2026-11-18 2026-11-19<1 2026-11-20 2026-11-22<3",
        "last=1",
        NOW,
        "rrkk",
    ),
    (
        "2026-11-18 2026-11-21<1 2026-11-22",
        "last=2 age=3d",
        NOW,
        "kkk",
    ),
    (
        "2026-11-18 2026-11-21<1 2026-11-22",
        "last=9 promise=2026-11-19/2026-11-22",
        NOW,
        "ppk",
    ),
    (
        "2026-11-18 2026-11-21p<1 2026-11-22",
        "last=9 promise=2026-11-19/2026-11-22",
        NOW,
        "Bkk",
    ),
    (
        "2026-11-18 2026-11-20p<1 2026-11-21<1 2026-11-22",
        "last=9 promise=2026-11-19/2026-11-22",
        NOW,
        "Bkkk",
    ),
    ("2026-11-18 2026-11-20<9 2026-11-22", "last=2", NOW, "rkk"),
    (
        "2026-11-18<2 2026-11-20<1 2026-11-22<3",
        "last=2",
        NOW,
        "kkk",
    ),
];

#[test]
fn every_case_is_decided_as_written() {
    for (list, rules, now, expected) in CASES {
        assert_eq!(
            letters(list, rules, now),
            *expected,
            "{list} | {rules} | {now}"
        );
    }
    assert!(CASES.len() >= 40);
}

fn sentence(list: &str, rules: &str, place: usize) -> String {
    let decisions = decide(&backups(list), &policy(rules), at(NOW));
    decisions[place].sentence()
}

#[test]
fn every_reason_is_said() {
    assert_eq!(
        sentence(
            "2026-11-18p 2026-11-22",
            "last=2 hourly=1 daily=1 weekly=1 monthly=1 yearly=2 within=1d",
            0
        ),
        "kept: newest verified one; one of the last 2; newest of 2026-11-22T12Z; newest of 2026-11-22; \
         newest of 2026-W47; newest of 2026-11; newest of 2026; within 1d of the newest"
    );
    assert_eq!(
        sentence("2026-11-18p 2026-11-22", "last=1 yearly=2", 1),
        "kept: pinned: case 7; oldest one, while only 1 of 2 years have one"
    );
    assert_eq!(
        sentence("2026-11-18P 2026-11-22", "last=1", 1),
        "removed: no rule keeps it; its pin has ended"
    );
    assert_eq!(
        sentence(
            "2026-11-18 2026-11-22",
            "last=2 promise=2026-11-20/2026-11-21",
            1
        ),
        "removed at once: promised to be gone by 2026-11-21T12:00:00Z; although one of the last 2"
    );
    assert_eq!(
        sentence(
            "2026-11-18f 2026-11-22",
            "last=1 promise=2026-11-20/2026-11-21 age=2d",
            1
        ),
        "kept: pinned, by a file that this store did not sign; \
         although promised to be gone by 2026-11-21T12:00:00Z; although older than 2d"
    );
    assert_eq!(
        sentence("2026-11-18 2026-11-22", "age=1y", 1),
        "kept: no rule is against it"
    );
    assert_eq!(
        sentence("2026-11-18 2026-11-21<1 2026-11-22", "last=2", 2),
        "kept: `b2`, which is kept, is based on it"
    );
    assert_eq!(
        sentence("2026-11-22 2027-11-18l", "last=2", 0),
        "kept: dated in the future; the place retains it until 2027-01-01T12:00:00Z"
    );
    assert_eq!(
        policy("daily=7 monthly=12 within=2d age=1y").words(),
        "keep-daily 7, keep-monthly 12, keep-within 2d, expire-after 1y"
    );
}

#[test]
fn an_empty_policy_is_refused_and_more_than_half_needs_a_number() {
    assert!(policy("").require_rule().is_err());
    assert!(
        policy("promise=2026-11-20/2026-11-21")
            .require_rule()
            .is_err()
    );
    assert!(policy("last=1").require_rule().is_ok());
    assert!(policy("age=1d").require_rule().is_ok());
    let decisions = |rules| decide(&backups(FIVE_DAYS), &policy(rules), at(NOW));
    assert!(require_few(&decisions("last=3"), None, "x").is_ok());
    let error = require_few(&decisions("last=2"), None, "x").unwrap_err();
    assert_eq!(
        error.message,
        "3 of 5 backups at `x` would go, more than half"
    );
    assert!(error.hint.is_some_and(|hint| hint.contains("`--max 3`")));
    assert!(require_few(&decisions("last=2"), Some(3), "x").is_ok());
    assert!(require_few(&decisions("last=2"), Some(2), "x").is_err());
    assert!(require_few(&decisions("last=4"), Some(0), "x").is_err());
    assert!(require_few(&[], None, "x").is_ok());
}

//! The slow, obvious model: each backup is asked by itself, by counting what is newer.

use proptest::prelude::*;

use super::super::*;
use super::{at, subject};

type Key = fn(Time) -> String;

/// The rules again, as date patterns (`%G-%V` is the ISO year and week).
fn keys(policy: &Policy) -> [(u32, Key); 5] {
    [
        (policy.hourly, |time| time.format("%Y%m%d%H").to_string()),
        (policy.daily, |time| time.format("%Y%m%d").to_string()),
        (policy.weekly, |time| time.format("%G-%V").to_string()),
        (policy.monthly, |time| time.format("%Y%m").to_string()),
        (policy.yearly, |time| time.format("%Y").to_string()),
    ]
}

fn newer(a: &Subject, b: &Subject) -> bool {
    (a.created, a.sequence) > (b.created, b.sequence)
}

fn kept_by_a_rule(one: &Subject, past: &[&Subject], policy: &Policy) -> bool {
    let above: Vec<&&Subject> = past.iter().filter(|other| newer(other, one)).collect();
    if u32::try_from(above.len()).unwrap() < policy.last {
        return true;
    }
    let oldest = past.iter().all(|other| !newer(one, other));
    let mut coarsest_is_full = true;
    for (count, key) in keys(policy) {
        if count == 0 {
            continue;
        }
        let mut periods: Vec<String> = past.iter().map(|other| key(other.created)).collect();
        periods.sort();
        periods.dedup();
        coarsest_is_full = periods.len() >= usize::try_from(count).unwrap();
        let mine = key(one.created);
        let newest = above.iter().all(|other| key(other.created) != mine);
        let mut later: Vec<String> = above.iter().map(|other| key(other.created)).collect();
        later.sort();
        later.dedup();
        if newest && later.len() < usize::try_from(count).unwrap() {
            return true;
        }
    }
    if oldest && !coarsest_is_full {
        return true;
    }
    let anchor = past.iter().map(|other| other.created).max().unwrap();
    policy
        .within
        .is_some_and(|period| one.created >= period.before(anchor))
}

fn model(one: &Subject, all: &[Subject], policy: &Policy, now: Time) -> Verdict {
    let past: Vec<&Subject> = all.iter().filter(|other| other.created <= now).collect();
    let best = |good: bool| {
        let mut fitting: Vec<&&Subject> = past
            .iter()
            .filter(|other| !good || other.verified)
            .collect();
        fitting.sort_by_key(|other| (other.created, other.sequence));
        fitting.last().map(|other| other.id.clone())
    };
    let pinned = one
        .pin
        .as_ref()
        .is_some_and(|pin| pin.foreign || pin.until.is_none_or(|until| until > now));
    let locked = one.locked_until.is_some_and(|until| until > now);
    if one.created > now
        || pinned
        || locked
        || best(true).or_else(|| best(false)) == Some(one.id.clone())
    {
        return Verdict::Keep;
    }
    let promised = policy
        .promises
        .iter()
        .any(|promise| promise.gone_by <= now && one.created < promise.before);
    if promised
        || policy
            .expire_after
            .is_some_and(|age| one.created < age.before(now))
    {
        return Verdict::Purge;
    }
    let tested = past
        .iter()
        .filter(|other| other.tested)
        .max_by_key(|other| (other.created, other.sequence));
    if tested.is_some_and(|tested| tested.id == one.id) {
        return Verdict::Keep;
    }
    if !policy.keeps() || kept_by_a_rule(one, &past, policy) {
        return Verdict::Keep;
    }
    Verdict::Remove
}

fn subjects() -> impl Strategy<Value = Vec<Subject>> {
    // A step between backups of minutes to months, so that every kind of period is crossed.
    let step = prop_oneof![0_i64..7_200, 0_i64..200_000, 0_i64..9_000_000];
    let mark = (0_u8..8, 0_u8..20, 0_u8..20);
    prop::collection::vec((step, mark), 0..60).prop_map(|steps| {
        let mut time = at("2023-12-25");
        let mut all = vec![];
        for ((step, (verified, pin, lock)), sequence) in steps.into_iter().zip(1..) {
            time += chrono::TimeDelta::seconds(step);
            let mut one = subject(time, sequence);
            one.verified = verified > 0;
            one.tested = verified == 7;
            let held = |until, foreign| Held {
                until,
                reason: String::new(),
                foreign,
            };
            one.pin = match pin {
                0 => Some(held(None, false)),
                1 => Some(held(Some(at("2025-01-01")), false)),
                2 => Some(held(Some(at("2025-01-01")), true)),
                _ => None,
            };
            one.locked_until = (lock == 0).then(|| at("2025-06-01"));
            all.push(one);
        }
        all
    })
}

fn policies() -> impl Strategy<Value = Policy> {
    let counts = prop::array::uniform6(prop_oneof![Just(0_u32), 0_u32..9]);
    let period = |texts: &'static [&'static str]| {
        prop::option::weighted(
            0.3,
            prop::sample::select(texts).prop_map(|text| text.parse().unwrap()),
        )
    };
    let promises = prop::collection::vec((0_i64..1_000, 0_i64..900), 0..3);
    (
        counts,
        period(&["1h", "3d", "2mo", "1y"]),
        period(&["1d", "90d", "400d", "3y"]),
        promises,
    )
        .prop_map(
            |([last, hourly, daily, weekly, monthly, yearly], within, expire_after, promises)| {
                Policy {
                    last,
                    hourly,
                    daily,
                    weekly,
                    monthly,
                    yearly,
                    within,
                    expire_after,
                    promises: promises
                        .into_iter()
                        .map(|(before, after)| {
                            let before = at("2023-12-25") + chrono::TimeDelta::days(before);
                            Promise {
                                before,
                                gone_by: before + chrono::TimeDelta::days(after),
                            }
                        })
                        .collect(),
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_fast_one_says_what_the_slow_one_says(all in subjects(), policy in policies(), days in 0_i64..2_000) {
        // Somewhere in the years around, so also with a clock that was set back behind the backups.
        let now = at("2023-12-25") + chrono::TimeDelta::days(days);
        let decisions = decide(&all, &policy, now);
        prop_assert_eq!(decisions.len(), all.len());
        for one in &all {
            let decision = decisions.iter().find(|decision| decision.id == one.id).unwrap();
            prop_assert_eq!(decision.verdict, model(one, &all, &policy, now), "{:?} {:?}", one, decision);
            prop_assert!(!decision.reasons.is_empty());
        }
    }

    #[test]
    fn what_goes_in_one_run_does_not_change_the_next(all in subjects(), policy in policies(), days in 0_i64..2_000) {
        let now = at("2023-12-25") + chrono::TimeDelta::days(days);
        let kept = |all: &[Subject]| -> Vec<Subject> {
            let keeps = decide(all, &policy, now);
            let keeps = |one: &&Subject| keeps.iter().any(|d| d.id == one.id && d.verdict == Verdict::Keep);
            all.iter().filter(keeps).cloned().collect()
        };
        let once = kept(&all);
        let twice = kept(&once);
        prop_assert_eq!(once.len(), twice.len());
    }

    #[test]
    fn something_good_always_stays_and_no_delta_loses_its_base(
        all in subjects(), policy in policies(), days in 0_i64..2_000, bases in prop::collection::vec(0_usize..60, 60),
    ) {
        let now = at("2023-12-25") + chrono::TimeDelta::days(days);
        let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        let mut all = all;
        for (one, base) in all.iter_mut().zip(bases) {
            one.base = ids.get(base).cloned();
        }
        let decisions = decide(&all, &policy, now);
        let keeps = |id: &str| decisions.iter().any(|d| d.id == id && d.verdict == Verdict::Keep);
        prop_assert!(all.is_empty() || decisions.iter().any(|d| d.verdict == Verdict::Keep));
        for one in all.iter().filter(|one| keeps(&one.id)) {
            prop_assert!(one.base.as_deref().is_none_or(keeps), "{}", one.id);
        }
    }
}

//! Which backups follow each other. A store that was restored beside the one that goes on may make its backups at the
//! same place: those of the one must not stand for a day of the other. Decides nothing about what goes.

use std::collections::BTreeMap;

use super::Subject;
use crate::base::clock::Time;

/// The backups of one epoch.
struct Span {
    first: Time,
    last: Time,
    places: Vec<usize>,
}

/// The lines, each with the places of its backups in the list, newest first. An epoch that begins when another has
/// ended goes on in its line: that is a store that was restored. Those that overlap are two stores.
pub(super) fn of(newest_first: &[&Subject]) -> Vec<Vec<usize>> {
    let mut epochs: BTreeMap<&str, Span> = BTreeMap::new();
    for (at, one) in newest_first.iter().enumerate() {
        let span = epochs.entry(&one.epoch).or_insert_with(|| Span {
            first: one.created,
            last: one.created,
            places: vec![],
        });
        span.first = one.created;
        span.places.push(at);
    }
    let mut spans: Vec<Span> = epochs.into_values().collect();
    spans.sort_by_key(|span| (span.first, span.last));
    let mut lines: Vec<Span> = vec![];
    for span in spans {
        let ended = lines.iter_mut().filter(|line| line.last <= span.first);
        match ended.max_by_key(|line| line.last) {
            Some(line) => {
                line.last = span.last;
                line.places.extend(span.places);
            }
            None => lines.push(span),
        }
    }
    let sorted = lines.into_iter().map(|mut line| {
        line.places.sort_unstable();
        line.places
    });
    sorted.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, subject};
    use super::super::{Policy, Verdict, decide};

    /// Times with the epoch behind them, oldest first: which of them stay with the last two days of each line.
    fn kept(list: &[(&str, &str)]) -> String {
        let subjects = list.iter().zip(1_u64..).map(|((time, epoch), number)| {
            let mut one = subject(at(time), number);
            (*epoch).clone_into(&mut one.epoch);
            one
        });
        let policy = Policy {
            daily: 2,
            ..Policy::default()
        };
        let decisions = decide(&subjects.collect::<Vec<_>>(), &policy, at("2026-12-01"));
        let letter = |verdict| if verdict == Verdict::Keep { 'k' } else { 'r' };
        let letters = decisions.iter().rev().map(|one| letter(one.verdict));
        letters.collect()
    }

    #[test]
    fn two_stores_at_one_place_do_not_stand_for_each_other() {
        let both = [
            ("2026-11-17T02:00", "live"),
            ("2026-11-18T02:00", "live"),
            ("2026-11-18T03:00", "copy"),
            ("2026-11-19T02:00", "live"),
            ("2026-11-19T03:00", "copy"),
            ("2026-11-20T02:00", "live"),
            ("2026-11-20T03:00", "copy"),
        ];
        assert_eq!(kept(&both), "rrrkkkk");
        // What was restored in the place of one that ended goes on in its line.
        let one_by_one = [
            ("2026-11-17T02:00", "first"),
            ("2026-11-18T02:00", "first"),
            ("2026-11-18T02:00", "second"),
            ("2026-11-19T02:00", "second"),
            ("2026-11-20T02:00", "third"),
        ];
        assert_eq!(kept(&one_by_one), "rrrkk");
    }
}

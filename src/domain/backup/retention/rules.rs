//! The rules that count periods: natural boundaries in UTC, weeks as in ISO 8601, the newest of each period.

use chrono::Datelike;

use super::{Policy, Subject};
use crate::base::clock::Time;

/// What a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    Last,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

impl Rule {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::Hourly => "hourly",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }

    const fn periods(self) -> &'static str {
        match self {
            Self::Last => "backups",
            Self::Hourly => "hours",
            Self::Daily => "days",
            Self::Weekly => "weeks",
            Self::Monthly => "months",
            Self::Yearly => "years",
        }
    }

    /// The period that an instant belongs to, as people write it. Two instants share one when they read alike.
    fn period(self, time: Time) -> Option<String> {
        Some(match self {
            Self::Last => return None,
            Self::Hourly => time.format("%Y-%m-%dT%HZ").to_string(),
            Self::Daily => time.format("%Y-%m-%d").to_string(),
            // The year of the week, which differs from the calendar's around New Year.
            Self::Weekly => {
                let week = time.iso_week();
                format!("{}-W{:02}", week.year(), week.week())
            }
            Self::Monthly => time.format("%Y-%m").to_string(),
            Self::Yearly => time.format("%Y").to_string(),
        })
    }
}

/// Names every backup of a line that a rule keeps, by its place in the list. The newest backup is where counting begins,
/// not today: a job that stopped must not eat what it made. Those of the future do not count.
pub(super) fn apply(
    (newest_first, line): (&[&Subject], &[usize]),
    policy: &Policy,
    now: Time,
    mut keep: impl FnMut(usize, &String),
) {
    let past: Vec<(usize, Time)> = line
        .iter()
        .filter_map(|at| Some((*at, newest_first.get(*at)?.created)))
        .filter(|(_, created)| *created <= now)
        .collect();
    let Some((_, newest)) = past.first() else {
        return;
    };
    let mut coarsest = None;
    for (rule, count) in policy.counts().into_iter().filter(|(_, count)| *count > 0) {
        let filled = newest_of_each(&past, rule, count, &mut keep);
        coarsest = Some((rule, count, filled));
    }
    if let Some(period) = policy.within {
        let since = period.before(*newest);
        for (at, _) in past.iter().filter(|(_, created)| *created >= since) {
            keep(*at, &format!("within {period} of the newest"));
        }
    }
    // The oldest is what will once be the oldest year's: until the rule is full nothing replaces it.
    if let (Some((rule, count, filled)), Some((oldest, _))) = (coarsest, past.last())
        && filled < count
        && rule != Rule::Last
    {
        let periods = rule.periods();
        keep(
            *oldest,
            &format!("oldest one, while only {filled} of {count} {periods} have one"),
        );
    }
}

/// Keeps the newest of each of the newest `count` periods, and tells how many there are.
fn newest_of_each(
    past: &[(usize, Time)],
    rule: Rule,
    count: u32,
    keep: &mut impl FnMut(usize, &String),
) -> u32 {
    let (mut filled, mut before) = (0, None);
    for (at, created) in past {
        if filled == count {
            break;
        }
        let period = rule.period(*created);
        if period.is_some() && period == before {
            continue;
        }
        filled += 1;
        let reason = match &period {
            Some(period) => format!("newest of {period}"),
            None if count == 1 => "the last one".to_owned(),
            None => format!("one of the last {count}"),
        };
        keep(*at, &reason);
        before = period;
    }
    filled
}

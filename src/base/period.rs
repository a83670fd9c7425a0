//! Periods as people type them (`15m`, `7d`, `3 months`), counted on the calendar where they name months.
//! Times as typed are in `when`. Never reads the clock and never asks for a locale.

mod when;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Months, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::clock::Time;
use super::error::{Error, Result};
use super::text;

pub use when::{TIMES, parse_date, parse_future, parse_when, start_of_day};

/// What a period looks like, for error messages and help.
pub const PERIODS: &str =
    "a number and a unit: `90s`, `15m`, `24h`, `7d`, `2w`, `3mo`, `1y` or `3 months`";

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// No clock here runs longer; it also keeps every sum far away from the end of the calendar.
const LONGEST_YEARS: u64 = 1000;

/// A length of time. A month is a month on the calendar, not thirty days; a day is 24 hours, because the
/// program counts in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    months: u32,
    seconds: u64,
}

impl Period {
    pub const fn of_seconds(seconds: u64) -> Self {
        Self { months: 0, seconds }
    }

    pub fn of_days(days: u32) -> Self {
        Self {
            months: 0,
            seconds: u64::from(days) * DAY,
        }
    }

    pub const fn of_months(months: u32) -> Self {
        Self { months, seconds: 0 }
    }

    pub const fn is_zero(&self) -> bool {
        self.months == 0 && self.seconds == 0
    }

    /// The instant this long before `time`; a day that the earlier month lacks becomes its last day.
    /// Beyond the end of the calendar it stays there: nothing is older.
    #[must_use]
    pub fn before(&self, time: Time) -> Time {
        time.checked_sub_months(Months::new(self.months))
            .and_then(|month| month.checked_sub_signed(self.delta()?))
            .unwrap_or(DateTime::<Utc>::MIN_UTC)
    }

    /// The instant this long after `time`; a day that the later month lacks becomes its last day.
    #[must_use]
    pub fn after(&self, time: Time) -> Time {
        time.checked_add_months(Months::new(self.months))
            .and_then(|month| month.checked_add_signed(self.delta()?))
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The fixed length, for waiting and rates; none where months make it depend on the date.
    pub const fn as_duration(&self) -> Option<std::time::Duration> {
        if self.months > 0 {
            return None;
        }
        Some(std::time::Duration::from_secs(self.seconds))
    }

    fn delta(&self) -> Option<TimeDelta> {
        TimeDelta::try_seconds(i64::try_from(self.seconds).ok()?)
    }

    fn read(typed: &str) -> Option<Self> {
        let end = typed.find(|c: char| !c.is_ascii_digit())?;
        let (number, unit) = typed.split_at_checked(end)?;
        let number: u64 = number.parse().ok()?;
        let in_seconds = |unit: u64| {
            let seconds = number.checked_mul(unit)?;
            (seconds <= LONGEST_YEARS * 366 * DAY).then(|| Self::of_seconds(seconds))
        };
        let in_months = |unit: u64| {
            let months = number
                .checked_mul(unit)
                .filter(|months| *months <= LONGEST_YEARS * 12)?;
            Some(Self::of_months(u32::try_from(months).ok()?))
        };
        match unit.trim_start_matches(' ').to_ascii_lowercase().as_str() {
            "s" | "sec" | "second" | "seconds" => in_seconds(1),
            "m" | "min" | "minute" | "minutes" => in_seconds(MINUTE),
            "h" | "hour" | "hours" => in_seconds(HOUR),
            "d" | "day" | "days" => in_seconds(DAY),
            "w" | "week" | "weeks" => in_seconds(7 * DAY),
            "mo" | "month" | "months" => in_months(1),
            "y" | "year" | "years" => in_months(12),
            _ => None,
        }
    }
}

impl FromStr for Period {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        Self::read(typed.trim()).ok_or_else(|| {
            let typed = text::safe(typed);
            Error::usage(format!("`{typed}` is not a period (accepted is {PERIODS})"))
        })
    }
}

impl TryFrom<String> for Period {
    type Error = Error;

    fn try_from(typed: String) -> Result<Self> {
        typed.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

/// The shortest form that reads back as the same period.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match (u64::from(self.months), self.seconds) {
            (0, seconds) if seconds > 0 && seconds % DAY == 0 => (seconds / DAY, "d"),
            (0, seconds) if seconds > 0 && seconds % HOUR == 0 => (seconds / HOUR, "h"),
            (0, seconds) if seconds > 0 && seconds % MINUTE == 0 => (seconds / MINUTE, "m"),
            (0, seconds) => (seconds, "s"),
            (months, _) if months % 12 == 0 => (months / 12, "y"),
            (months, _) => (months, "mo"),
        };
        write!(f, "{number}{unit}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn time(text: &str) -> Time {
        super::super::clock::parse(text).unwrap()
    }

    #[test]
    fn every_spelling_is_read() {
        for (typed, shown) in [
            ("90s", "90s"),
            ("15m", "15m"),
            ("24h", "1d"),
            ("7d", "7d"),
            ("2w", "14d"),
            ("3mo", "3mo"),
            ("3 months", "3mo"),
            ("1 Month", "1mo"),
            ("12mo", "1y"),
            ("1y", "1y"),
            ("2 years", "2y"),
            ("36H", "36h"),
            ("0s", "0s"),
        ] {
            assert_eq!(
                typed.parse::<Period>().unwrap().to_string(),
                shown,
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_period_is_refused_and_the_accepted_is_named() {
        for typed in [
            "",
            "7",
            "d",
            "-7d",
            "+7d",
            "1.5h",
            "7 fortnights",
            "7d3h",
            "1001y",
            "99999999999999999999s",
            "٧d",
        ] {
            let error = typed.parse::<Period>().unwrap_err();
            assert!(error.message.contains("`3 months`"), "{typed}: {error}");
        }
    }

    #[test]
    fn months_follow_the_calendar_and_clamp() {
        let month = Period::of_months(1);
        assert_eq!(
            month.after(time("2026-01-31T10:00:00Z")),
            time("2026-02-28T10:00:00Z")
        );
        assert_eq!(
            month.before(time("2024-03-31T10:00:00Z")),
            time("2024-02-29T10:00:00Z")
        );
        assert_eq!(
            Period::of_months(12).before(time("2024-02-29T00:00:00Z")),
            time("2023-02-28T00:00:00Z")
        );
        assert_eq!(
            Period::of_days(7).before(time("2026-03-05T01:00:00Z")),
            time("2026-02-26T01:00:00Z")
        );
        assert_eq!(month.as_duration(), None);
        assert_eq!(Period::of_seconds(90).as_duration().unwrap().as_secs(), 90);
    }

    #[test]
    fn beyond_the_calendar_it_stays_at_its_end() {
        assert_eq!(
            Period::of_months(u32::MAX).before(time("2026-01-01T00:00:00Z")),
            DateTime::<Utc>::MIN_UTC
        );
        assert_eq!(
            Period::of_seconds(u64::MAX).after(time("2026-01-01T00:00:00Z")),
            DateTime::<Utc>::MAX_UTC
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(number in 0_u64..12_000, unit in prop::sample::select(vec!["s", "m", "h", "d", "w", "mo"])) {
            let period: Period = format!("{number}{unit}").parse().unwrap();
            prop_assert_eq!(period, if period.is_zero() { Period::default() } else { period.to_string().parse().unwrap() });
        }

        #[test]
        fn any_text_is_read_or_refused(typed in "\\PC{0,12}") {
            typed.parse::<Period>().ok();
        }
    }
}

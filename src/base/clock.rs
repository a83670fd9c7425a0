//! The only place that reads the time, and how instants are written down.

use std::cell::Cell;

use chrono::{DateTime, SecondsFormat, TimeDelta, TimeZone, Timelike as _, Utc};

use super::error::{Error, Kind, Result};

/// An instant in UTC, microsecond precision where it is stored.
pub type Time = DateTime<Utc>;

/// Where "now" comes from: the machine, or a fixed instant in tests.
#[derive(Debug)]
pub struct Clock {
    fixed: Option<Time>,
    ticks: Cell<i64>,
}

impl Clock {
    pub const fn machine() -> Self {
        Self {
            fixed: None,
            ticks: Cell::new(0),
        }
    }

    /// A clock that starts at `start` and goes on by one millisecond at every look, so that the order of
    /// what was written stays visible.
    pub const fn fixed(start: Time) -> Self {
        Self {
            fixed: Some(start),
            ticks: Cell::new(0),
        }
    }

    pub fn now(&self) -> Time {
        let Some(start) = self.fixed else {
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one place that reads it"
            )]
            return Utc::now();
        };
        let tick = self.ticks.get();
        self.ticks.set(tick + 1);
        start + TimeDelta::milliseconds(tick)
    }
}

/// RFC 3339 in UTC with six decimals: the form in audit entries.
pub fn micros_text(time: Time) -> String {
    time.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// RFC 3339 in UTC, whole seconds: the form in answers.
pub fn seconds_text(time: Time) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// `20261122T130501Z`: the form in file names.
pub fn file_text(time: Time) -> String {
    time.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The instant that the store holds as `micros` since 1970.
pub fn from_micros(micros: i64) -> Result<Time> {
    Utc.timestamp_micros(micros)
        .single()
        .ok_or_else(|| Error::new(Kind::Integrity, format!("`{micros}` is not a time")))
}

/// Reads RFC 3339 as this program writes it.
pub fn parse(text: &str) -> Result<Time> {
    DateTime::parse_from_rfc3339(text)
        .map(|time| time.with_timezone(&Utc))
        .map_err(|error| {
            Error::usage(format!(
                "`{}` is not an RFC 3339 time",
                super::text::safe(text)
            ))
            .because(error)
        })
}

/// A leap second (RFC 3339 §5.7: second 60) is the end of its minute: no clock of ours shows it, and nothing that
/// reads times back takes it.
pub fn settled(time: Time) -> Time {
    if time.nanosecond() < 1_000_000_000 {
        return time;
    }
    time.with_nanosecond(999_999_999).unwrap_or(time)
}

/// Whole calendar days that passed from `from` to `to`; zero when it lies in the future.
pub fn days_between(from: Time, to: Time) -> i64 {
    (to - from).num_days().max(0)
}

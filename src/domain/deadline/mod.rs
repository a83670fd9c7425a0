//! The statutory clocks: pure functions from a date of receipt to the dates that the law sets. They read no
//! clock and no store, and round nothing in the controller's favor.

mod breach;
mod ccpa;
mod gdpr;
mod pause;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

use std::fmt;

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize, Serializer};

use super::calendar::Calendar;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::period;

pub use breach::{ART33, CA_1798_82, CaliforniaBreach, GdprBreach, california_breach, gdpr_breach};
pub use ccpa::{Ccpa, ccpa};
pub use gdpr::{Gdpr, gdpr};
pub use pause::{Pause, suspended_days};

/// Every number that the law sets, with the law's values as defaults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// GDPR Art. 12(3): one month.
    pub gdpr_months: u32,
    /// GDPR Art. 12(3): two further months, counted from receipt.
    pub gdpr_extended_months: u32,
    /// EDPB Guidelines 01/2022: a question stops the clock only if asked without undue delay.
    pub gdpr_suspend_max_lag_days: u32,
    /// 11 CCR §7021(a).
    pub ccpa_ack_business_days: u32,
    /// 11 CCR §7021(b).
    pub ccpa_days: u32,
    /// 11 CCR §7021(b): at most 90 days from receipt.
    pub ccpa_extended_days: u32,
    /// 11 CCR §§7026(f), 7027(g).
    pub ccpa_optout_business_days: u32,
    /// GDPR Art. 33(1).
    pub breach_hours: u32,
    /// Cal. Civ. Code §1798.82 as of 2026 (SB 446).
    pub breach_individuals_days: u32,
    /// Cal. Civ. Code §1798.82(f) as of 2026: for more than 500 residents.
    pub breach_ag_days: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            gdpr_months: 1,
            gdpr_extended_months: 3,
            gdpr_suspend_max_lag_days: 3,
            ccpa_ack_business_days: 10,
            ccpa_days: 45,
            ccpa_extended_days: 90,
            ccpa_optout_business_days: 15,
            breach_hours: 72,
            breach_individuals_days: 30,
            breach_ag_days: 15,
        }
    }
}

/// When something reached the controller: an instant, or the civil date where it was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    At(Time),
    On(NaiveDate),
}

impl Received {
    /// A date stays a date; anything else that `parse_when` reads becomes an instant.
    pub fn parse(typed: &str, now: Time, zone: &Tz) -> Result<Self> {
        match period::parse_date(typed.trim()) {
            Some(date) => Ok(Self::On(date)),
            None => period::parse_when(typed, now, zone).map(Self::At),
        }
    }

    /// D: the civil date in `zone`, from which every period runs.
    pub fn date(self, zone: Tz) -> NaiveDate {
        match self {
            Self::At(time) => time.with_timezone(&zone).date_naive(),
            Self::On(date) => date,
        }
    }
}

impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(time) => f.write_str(&clock::seconds_text(*time)),
            Self::On(date) => write!(f, "{date}"),
        }
    }
}

/// Whose holidays and whose midnight count.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub calendar: &'a Calendar,
    pub zone: Tz,
}

impl<'a> Place<'a> {
    /// The calendar's place with its usual zone.
    pub const fn of(calendar: &'a Calendar) -> Self {
        Self {
            calendar,
            zone: calendar.zone(),
        }
    }

    #[must_use]
    pub const fn in_zone(self, zone: Tz) -> Self {
        Self { zone, ..self }
    }

    /// Local midnight after `due`: the period ends with the last hour of its last day
    /// (Regulation 1182/71 Art. 3(2)).
    fn end_of(&self, due: NaiveDate) -> Result<Time> {
        Ok(period::start_of_day(plus_days(due, 1)?, &self.zone))
    }

    /// One warning for all of `counted` that lie beyond the holiday table.
    fn warnings(&self, counted: &[NaiveDate]) -> Vec<String> {
        let beyond = counted
            .iter()
            .filter(|date| !self.calendar.covers(**date))
            .min();
        let Some(beyond) = beyond else { return vec![] };
        let years = self.calendar.years();
        vec![format!(
            "the holidays of `{}` are known for {} to {} only: around {beyond} only weekends were counted",
            self.calendar.code(),
            years.start(),
            years.end(),
        )]
    }

    fn last_business_day(&self, date: NaiveDate) -> Result<NaiveDate> {
        let mut day = date;
        while !self.calendar.is_business_day(day) {
            day = day.pred_opt().ok_or_else(|| beyond(date))?;
        }
        Ok(day)
    }
}

fn plus_days(date: NaiveDate, days: u32) -> Result<NaiveDate> {
    date.checked_add_days(Days::new(u64::from(days)))
        .ok_or_else(|| beyond(date))
}

fn beyond(date: NaiveDate) -> Error {
    Error::usage(format!("`{date}` is too far away to count from"))
}

fn shown<S: Serializer, T: fmt::Display>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

#[expect(clippy::ref_option, reason = "serde passes a reference to the field")]
fn shown_if<S: Serializer, T: fmt::Display>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

fn utc<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&clock::seconds_text(*time))
}

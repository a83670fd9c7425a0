//! CCPA: 11 CCR §§7021, 7026, 7027. Nothing rolls forward and nothing pauses the clock.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use super::{Place, Received, Result, Rules, Time, plus_days, shown, utc};

/// The dates of one request under the CCPA. The strict ones count Saturdays (Civ. Code §9), come earlier,
/// and are the ones to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ccpa {
    pub law: &'static str,
    pub calendar: String,
    #[serde(serialize_with = "shown")]
    pub tz: Tz,
    #[serde(serialize_with = "shown")]
    pub received: Received,
    /// D: the civil date of receipt in `tz`.
    #[serde(serialize_with = "shown")]
    pub received_local: NaiveDate,
    /// Receipt is confirmed by then.
    #[serde(serialize_with = "shown")]
    pub ack: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub ack_strict: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub due: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub due_extended: NaiveDate,
    /// An opt-out or a limit has taken effect by then.
    #[serde(serialize_with = "shown")]
    pub optout: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub optout_strict: NaiveDate,
    /// The first instant after `due`.
    #[serde(serialize_with = "utc")]
    pub due_ends_utc: Time,
    /// The last business day up to `due`.
    #[serde(serialize_with = "shown")]
    pub act_by: NaiveDate,
    pub warnings: Vec<String>,
}

pub fn ccpa(received: Received, place: &Place<'_>, rules: &Rules) -> Result<Ccpa> {
    let (day, calendar) = (received.date(place.zone), place.calendar);
    let normal = |count| nth_day(day, count, |date| calendar.is_business_day(date));
    let strict = |count| nth_day(day, count, |date| calendar.is_strict_business_day(date));
    let ack = normal(rules.ccpa_ack_business_days)?;
    let optout = normal(rules.ccpa_optout_business_days)?;
    let due = plus_days(day, rules.ccpa_days)?;
    let act_by = place.last_business_day(due)?;
    Ok(Ccpa {
        law: "ccpa",
        calendar: calendar.code().to_owned(),
        tz: place.zone,
        received,
        received_local: day,
        ack,
        ack_strict: strict(rules.ccpa_ack_business_days)?,
        due,
        due_extended: plus_days(day, rules.ccpa_extended_days)?,
        optout,
        optout_strict: strict(rules.ccpa_optout_business_days)?,
        due_ends_utc: place.end_of(due)?,
        act_by,
        warnings: place.warnings(&[day, ack, optout, act_by, due]),
    })
}

/// The `count`-th day after `day` that `counts`; the day itself does not (Civ. Code §10).
fn nth_day(day: NaiveDate, count: u32, counts: impl Fn(NaiveDate) -> bool) -> Result<NaiveDate> {
    let (mut date, mut left) = (day, count);
    while left > 0 {
        date = plus_days(date, 1)?;
        if counts(date) {
            left -= 1;
        }
    }
    Ok(date)
}

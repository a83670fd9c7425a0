//! GDPR Art. 12(3) and (4), counted by Regulation (EEC, Euratom) No 1182/71.

use chrono::{Months, NaiveDate};
use chrono_tz::Tz;
use serde::Serialize;

use super::{Place, Received, Result, Rules, Time, beyond, plus_days, shown, utc};

/// The dates of one request under the GDPR.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gdpr {
    pub law: &'static str,
    pub calendar: String,
    #[serde(serialize_with = "shown")]
    pub tz: Tz,
    #[serde(serialize_with = "shown")]
    pub received: Received,
    /// D: the civil date of receipt in `tz`.
    #[serde(serialize_with = "shown")]
    pub received_local: NaiveDate,
    pub suspended_days: u32,
    /// The month's end before weekends and holidays are taken into account.
    #[serde(serialize_with = "shown")]
    pub raw: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub due: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub due_extended: NaiveDate,
    /// The first instant after the period; a notice of extension or refusal goes out before it.
    #[serde(serialize_with = "utc")]
    pub due_ends_utc: Time,
    /// The last working day up to `raw`: no mistake in a holiday table can make this one late.
    #[serde(serialize_with = "shown")]
    pub act_by: NaiveDate,
    /// The first working day after receipt: consent that is withdrawn and what is objected to ends by then.
    #[serde(skip)]
    pub next_working_day: NaiveDate,
    pub warnings: Vec<String>,
}

/// Counts one request. `suspended_days` are those that `suspended_days()` recognizes.
pub fn gdpr(
    received: Received,
    suspended_days: u32,
    place: &Place<'_>,
    rules: &Rules,
) -> Result<Gdpr> {
    let day = received.date(place.zone);
    let raw = plus_days(months_after(day, rules.gdpr_months)?, suspended_days)?;
    // From receipt, never from the clamped month: 31 January gives 30 April, not 28 April.
    let raw_extended = plus_days(
        months_after(day, rules.gdpr_extended_months)?,
        suspended_days,
    )?;
    let (due, due_extended) = (rolled(raw, place)?, rolled(raw_extended, place)?);
    let act_by = place.last_business_day(raw)?;
    Ok(Gdpr {
        law: "gdpr",
        calendar: place.calendar.code().to_owned(),
        tz: place.zone,
        received,
        received_local: day,
        suspended_days,
        raw,
        due,
        due_extended,
        due_ends_utc: place.end_of(due)?,
        act_by,
        next_working_day: rolled(plus_days(day, 1)?, place)?,
        warnings: place.warnings(&[act_by, raw, due, raw_extended, due_extended]),
    })
}

/// Art. 3(2)(c): the same date in the later month, or that month's last day.
fn months_after(day: NaiveDate, months: u32) -> Result<NaiveDate> {
    day.checked_add_months(Months::new(months))
        .ok_or_else(|| beyond(day))
}

/// Art. 3(4): a period that ends on a holiday, Sunday or Saturday ends with the following working day.
fn rolled(raw: NaiveDate, place: &Place<'_>) -> Result<NaiveDate> {
    let mut day = raw;
    while !place.calendar.is_business_day(day) {
        day = plus_days(day, 1)?;
    }
    Ok(day)
}

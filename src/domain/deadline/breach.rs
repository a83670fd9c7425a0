//! Breach clocks: GDPR Art. 33(1) in elapsed hours, California Civ. Code §1798.82 in calendar days.

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta};
use chrono_tz::Tz;
use serde::{Serialize, Serializer};

use super::{Received, Result, Rules, Time, plus_days, shown, shown_if, utc};
use crate::base::clock;
use crate::base::error::Error;

/// The `kind` of a breach reported to a supervisory authority.
pub const ART33: &str = "gdpr_art33_72h";
/// The `kind` of a breach told to Californians.
pub const CA_1798_82: &str = "ca_1798_82";

/// When the supervisory authority must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GdprBreach {
    pub kind: &'static str,
    #[serde(serialize_with = "local")]
    pub aware: DateTime<Tz>,
    #[serde(serialize_with = "utc")]
    pub due_utc: Time,
    #[serde(serialize_with = "local")]
    pub due_local: DateTime<Tz>,
    #[serde(serialize_with = "shown")]
    pub tz: Tz,
    pub warnings: Vec<String>,
}

/// When the people concerned, and then the Attorney General, must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaliforniaBreach {
    pub kind: &'static str,
    #[serde(serialize_with = "shown")]
    pub discovered: NaiveDate,
    #[serde(serialize_with = "shown")]
    pub notify_individuals_by: NaiveDate,
    #[serde(serialize_with = "shown_if")]
    pub individuals_notified: Option<NaiveDate>,
    /// For more than 500 residents; runs from the day on which the individuals were told.
    #[serde(serialize_with = "shown_if")]
    pub ag_sample_by: Option<NaiveDate>,
    #[serde(serialize_with = "shown")]
    pub tz: Tz,
    pub warnings: Vec<String>,
}

/// Elapsed hours: neither weekends nor clock changes give relief. The hour of the event, which Regulation
/// 1182/71 Art. 3(1) would leave out, counts: the stricter reading is the safe one.
pub fn gdpr_breach(aware: Time, zone: Tz, rules: &Rules) -> Result<GdprBreach> {
    let due = TimeDelta::try_hours(i64::from(rules.breach_hours))
        .and_then(|hours| aware.checked_add_signed(hours))
        .ok_or_else(|| {
            let aware = clock::seconds_text(aware);
            Error::usage(format!("`{aware}` is too far away to count from"))
        })?;
    Ok(GdprBreach {
        kind: ART33,
        aware: aware.with_timezone(&zone),
        due_utc: due,
        due_local: due.with_timezone(&zone),
        tz: zone,
        warnings: vec![],
    })
}

/// Calendar days from the day of discovery and from the day on which the individuals were told.
pub fn california_breach(
    discovered: Received,
    individuals_notified: Option<Received>,
    zone: Tz,
    rules: &Rules,
) -> Result<CaliforniaBreach> {
    let discovered = discovered.date(zone);
    let notified = individuals_notified.map(|received| received.date(zone));
    if let Some(notified) = notified.filter(|notified| *notified < discovered) {
        return Err(Error::usage(format!(
            "the individuals cannot have been notified on `{notified}`, before the discovery on `{discovered}`"
        )));
    }
    let notify_by = plus_days(discovered, rules.breach_individuals_days)?;
    let late = notified.filter(|notified| *notified > notify_by);
    Ok(CaliforniaBreach {
        kind: CA_1798_82,
        discovered,
        notify_individuals_by: notify_by,
        individuals_notified: notified,
        ag_sample_by: notified
            .map(|day| plus_days(day, rules.breach_ag_days))
            .transpose()?,
        tz: zone,
        warnings: late
            .map(|day| format!("the individuals were notified on {day}, after {notify_by}"))
            .into_iter()
            .collect(),
    })
}

fn local<S: Serializer>(time: &DateTime<Tz>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time.to_rfc3339_opts(SecondsFormat::Secs, true))
}

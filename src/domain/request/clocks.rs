//! The clocks of one request: what must be done by when, under each law it falls under. Pure.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use super::words::Law;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period;
use crate::domain::calendar::{CALIFORNIA, Calendar};
use crate::domain::deadline::{self, Ccpa, Gdpr, Place, Received, Rules};

/// What the days are counted from, in and by.
#[derive(Clone, Debug)]
pub struct Basis {
    pub law: Law,
    pub received: Time,
    pub zone: Tz,
    pub calendar: String,
    pub suspended_days: u32,
}

/// The dates under each law.
#[derive(Clone, Debug, Serialize)]
pub struct Clocks {
    pub gdpr: Option<Gdpr>,
    pub ccpa: Option<Ccpa>,
}

/// Something that the law wants done by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// `answer` or `acknowledge`.
    pub what: &'static str,
    pub law: &'static str,
    /// To be reminded of: never later than `due`.
    pub act_by: NaiveDate,
    pub due: NaiveDate,
}

impl Clocks {
    pub fn of(basis: &Basis) -> Result<Self> {
        let rules = Rules::default();
        let received = Received::At(basis.received);
        let calendar = |law: Law| {
            // California counts by its own days, wherever the controller is.
            let code = if law == Law::Ccpa && basis.law == Law::Both {
                CALIFORNIA
            } else {
                &basis.calendar
            };
            Calendar::named(code)
        };
        let gdpr = if basis.law.has_gdpr() {
            let calendar = calendar(Law::Gdpr)?;
            let place = Place::of(&calendar).in_zone(basis.zone);
            Some(deadline::gdpr(
                received,
                basis.suspended_days,
                &place,
                &rules,
            )?)
        } else {
            None
        };
        let ccpa = if basis.law.has_ccpa() {
            let calendar = calendar(Law::Ccpa)?;
            let place = Place::of(&calendar).in_zone(basis.zone);
            Some(deadline::ccpa(received, &place, &rules)?)
        } else {
            None
        };
        Ok(Self { gdpr, ccpa })
    }

    /// Open duties, the next to act on first. `extended` moves the answer; the confirmation is never moved.
    pub fn duties(&self, acknowledged: Acknowledged, extended: Extended) -> Vec<Duty> {
        let mut duties = vec![];
        if let Some(ccpa) = self
            .ccpa
            .as_ref()
            .filter(|_| acknowledged == Acknowledged::No)
        {
            duties.push(Duty {
                what: "acknowledge",
                law: "ccpa",
                act_by: ccpa.ack_strict,
                due: ccpa.ack,
            });
        }
        let answers = [
            self.gdpr
                .as_ref()
                .map(|dates| ("gdpr", dates.act_by, dates.due, dates.due_extended)),
            self.ccpa
                .as_ref()
                .map(|dates| ("ccpa", dates.act_by, dates.due, dates.due_extended)),
        ];
        for (law, act_by, due, later) in answers.into_iter().flatten() {
            let (act_by, due) = match extended {
                Extended::No => (act_by, due),
                // The extended day may be a holiday: two working days before it are early enough to act.
                Extended::Yes => (
                    later
                        .checked_sub_days(chrono::Days::new(2))
                        .unwrap_or(later),
                    later,
                ),
            };
            duties.push(Duty {
                what: "answer",
                law,
                act_by,
                due,
            });
        }
        duties.sort_by_key(|duty| (duty.act_by, duty.due));
        duties
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acknowledged {
    Yes,
    No,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extended {
    Yes,
    No,
}

impl Duty {
    /// The last hour of the day is over: the period ended at the following midnight in `zone`.
    pub fn is_overdue(&self, now: Time, zone: Tz) -> bool {
        let after = self.due.succ_opt().unwrap_or(self.due);
        now >= period::start_of_day(after, &zone)
    }

    /// Calendar days from today until the day to act by; negative when it has passed.
    pub fn days_left(&self, now: Time, zone: Tz) -> i64 {
        (self.act_by - now.with_timezone(&zone).date_naive()).num_days()
    }
}

/// The zone that a row of the store names.
pub fn read_zone(name: &str) -> Result<Tz> {
    name.parse()
        .map_err(|_| Error::integrity("a request has an impossible time zone"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock;

    fn basis(law: Law) -> Basis {
        Basis {
            law,
            received: clock::parse("2026-03-05T23:30:00Z").unwrap(),
            zone: chrono_tz::Europe::Berlin,
            calendar: "DE".to_owned(),
            suspended_days: 0,
        }
    }

    #[test]
    fn one_request_runs_on_two_clocks_and_the_earlier_leads() {
        let clocks = Clocks::of(&basis(Law::Both)).unwrap();
        assert_eq!(clocks.ccpa.as_ref().unwrap().calendar, "US-CA");
        // Half past eleven in the evening UTC is the next day in Berlin.
        let gdpr = clocks.gdpr.as_ref().unwrap();
        assert_eq!(gdpr.received_local.to_string(), "2026-03-06");
        let duties = clocks.duties(Acknowledged::No, Extended::No);
        let told: Vec<_> = duties.iter().map(|duty| (duty.what, duty.law)).collect();
        assert_eq!(
            told,
            [
                ("acknowledge", "ccpa"),
                ("answer", "gdpr"),
                ("answer", "ccpa")
            ]
        );
        assert!(duties.iter().all(|duty| duty.act_by <= duty.due));
        assert_eq!(clocks.duties(Acknowledged::Yes, Extended::No).len(), 2);
    }

    #[test]
    fn overdue_begins_with_the_midnight_after_the_day() {
        let clocks = Clocks::of(&basis(Law::Gdpr)).unwrap();
        let duties = clocks.duties(Acknowledged::Yes, Extended::No);
        let (duty, zone) = (&duties[0], chrono_tz::Europe::Berlin);
        let ends = clocks.gdpr.as_ref().unwrap().due_ends_utc;
        assert!(duty.is_overdue(ends, zone));
        assert!(!duty.is_overdue(ends - chrono::TimeDelta::seconds(1), zone));
        assert_eq!(
            duty.days_left(ends, zone),
            (duty.act_by - duty.due).num_days() - 1
        );
    }
}

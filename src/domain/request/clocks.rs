//! The clocks of one request: what must be done by when, under each law it falls under. Pure.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use super::kind::Pace;
use super::words::Law;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::{self, Ccpa, Gdpr, Place, Received, Rules};

/// What the days are counted from, in and by.
#[derive(Clone, Debug)]
pub struct Basis {
    pub law: Law,
    pub received: Time,
    pub zone: Tz,
    /// Whose holidays count under the GDPR.
    pub gdpr: Calendar,
    /// Whose count under the CCPA: California's, where both laws run.
    pub ccpa: Calendar,
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
    /// `acknowledge`, `answer` or `decide`.
    pub what: &'static str,
    pub law: &'static str,
    /// To be reminded of: never later than `due`.
    pub act_by: NaiveDate,
    pub due: NaiveDate,
}

/// What the duties hang on besides the days.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub acknowledged: Acknowledged,
    pub extended: Extended,
    pub pace: Pace,
    /// What is due at the end: `answer` or `decide`.
    pub answer: &'static str,
}

impl Clocks {
    pub fn of(basis: &Basis) -> Result<Self> {
        let rules = Rules::default();
        let received = Received::At(basis.received);
        let gdpr = if basis.law.has_gdpr() {
            let place = Place::of(&basis.gdpr).in_zone(basis.zone);
            let days = basis.suspended_days;
            Some(deadline::gdpr(received, days, &place, &rules)?)
        } else {
            None
        };
        let ccpa = if basis.law.has_ccpa() {
            let place = Place::of(&basis.ccpa).in_zone(basis.zone);
            Some(deadline::ccpa(received, &place, &rules)?)
        } else {
            None
        };
        Ok(Self { gdpr, ccpa })
    }

    /// Open duties, the next to act on first. An extension moves the answer; the confirmation is never moved.
    pub fn duties(&self, standing: &Standing) -> Vec<Duty> {
        let mut duties = vec![];
        let unconfirmed = standing.acknowledged == Acknowledged::No;
        if let Some(ccpa) = self.ccpa.as_ref().filter(|_| unconfirmed) {
            duties.push(Duty {
                what: "acknowledge",
                law: "ccpa",
                act_by: ccpa.ack_strict,
                due: ccpa.ack,
            });
        }
        let gdpr = self.gdpr.as_ref().map(|dates| gdpr_answer(dates, standing));
        let ccpa = self.ccpa.as_ref().map(|dates| ccpa_answer(dates, standing));
        duties.extend([gdpr, ccpa].into_iter().flatten());
        duties.sort_by_key(|duty| (duty.act_by, duty.due));
        duties
    }
}

fn gdpr_answer(dates: &Gdpr, standing: &Standing) -> Duty {
    let due = match standing.extended {
        Extended::No => dates.due,
        Extended::Yes => dates.due_extended,
    };
    let act_by = match (standing.pace, standing.extended) {
        (Pace::AtOnce, _) => dates.next_working_day.min(dates.act_by),
        (_, Extended::No) => dates.act_by,
        (_, Extended::Yes) => early(dates.due_extended),
    };
    Duty {
        what: standing.answer,
        law: "gdpr",
        act_by,
        due,
    }
}

fn ccpa_answer(dates: &Ccpa, standing: &Standing) -> Duty {
    let (act_by, due) = match (standing.pace, standing.extended) {
        (Pace::OptOut, _) => (dates.optout_strict, dates.optout),
        (_, Extended::No) => (dates.act_by, dates.due),
        (_, Extended::Yes) => (early(dates.due_extended), dates.due_extended),
    };
    Duty {
        what: standing.answer,
        law: "ccpa",
        act_by,
        due,
    }
}

/// The extended day may be a holiday: two working days before it are early enough to act.
fn early(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(chrono::Days::new(2)).unwrap_or(day)
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
            gdpr: Calendar::named("DE").unwrap(),
            ccpa: Calendar::named("US-CA").unwrap(),
            suspended_days: 0,
        }
    }

    fn duties(clocks: &Clocks, acknowledged: Acknowledged, pace: Pace) -> Vec<Duty> {
        clocks.duties(&Standing {
            acknowledged,
            extended: Extended::No,
            pace,
            answer: "answer",
        })
    }

    #[test]
    fn an_opt_out_has_fifteen_business_days_and_a_consent_ends_at_once() {
        let clocks = Clocks::of(&basis(Law::Ccpa)).unwrap();
        let day = clocks.ccpa.as_ref().unwrap();
        let opted = duties(&clocks, Acknowledged::Yes, Pace::OptOut);
        assert_eq!(
            (opted[0].act_by, opted[0].due),
            (day.optout_strict, day.optout)
        );
        let clocks = Clocks::of(&basis(Law::Gdpr)).unwrap();
        let stopped = duties(&clocks, Acknowledged::Yes, Pace::AtOnce);
        // Received on Friday, 6 March 2026 in Berlin.
        assert_eq!(stopped[0].act_by.to_string(), "2026-03-09");
        assert_eq!(stopped[0].due, clocks.gdpr.unwrap().due);
    }

    #[test]
    fn one_request_runs_on_two_clocks_and_the_earlier_leads() {
        let clocks = Clocks::of(&basis(Law::Both)).unwrap();
        assert_eq!(clocks.ccpa.as_ref().unwrap().calendar, "US-CA");
        // Half past eleven in the evening UTC is the next day in Berlin.
        let gdpr = clocks.gdpr.as_ref().unwrap();
        assert_eq!(gdpr.received_local.to_string(), "2026-03-06");
        let open = duties(&clocks, Acknowledged::No, Pace::Usual);
        let told: Vec<_> = open.iter().map(|duty| (duty.what, duty.law)).collect();
        assert_eq!(
            told,
            [
                ("acknowledge", "ccpa"),
                ("answer", "gdpr"),
                ("answer", "ccpa")
            ]
        );
        assert!(open.iter().all(|duty| duty.act_by <= duty.due));
        assert_eq!(duties(&clocks, Acknowledged::Yes, Pace::Usual).len(), 2);
    }

    #[test]
    fn overdue_begins_with_the_midnight_after_the_day() {
        let clocks = Clocks::of(&basis(Law::Gdpr)).unwrap();
        let open = duties(&clocks, Acknowledged::Yes, Pace::Usual);
        let (duty, zone) = (&open[0], chrono_tz::Europe::Berlin);
        let ends = clocks.gdpr.as_ref().unwrap().due_ends_utc;
        assert!(duty.is_overdue(ends, zone));
        assert!(!duty.is_overdue(ends - chrono::TimeDelta::seconds(1), zone));
        assert_eq!(
            duty.days_left(ends, zone),
            (duty.act_by - duty.due).num_days() - 1
        );
    }
}

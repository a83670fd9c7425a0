//! Times of foreign logs: some lack the year, some the zone. What is missing is put in by rules that do not depend
//! on the lines around them.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// A time as a line tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// None: it happened when it is recorded.
    None,
    Exact(Time),
    /// Without a zone.
    Local(NaiveDateTime),
    /// Without zone and year (RFC 3164).
    Yearless {
        month: u32,
        day: u32,
        time: NaiveTime,
    },
}

impl Stamp {
    /// The line's own minute, as it stands there: it does not depend on flags or on the present.
    pub fn minute(&self) -> u32 {
        let seconds = match self {
            Self::None => 0,
            Self::Exact(time) => time.timestamp(),
            Self::Local(time) => time.and_utc().timestamp(),
            // 1972 has every day that a year can have.
            Self::Yearless { month, day, time } => NaiveDate::from_ymd_opt(1972, *month, *day)
                .map_or(0, |date| date.and_time(*time).and_utc().timestamp()),
        };
        u32::try_from(seconds / 60).unwrap_or(0)
    }
}

/// Where the clock hung that wrote the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    Named(Tz),
    Offset(FixedOffset),
}

impl Zone {
    pub const UTC: Self = Self::Named(Tz::UTC);

    /// `Europe/Berlin`, `+01:00`, `Z`.
    pub fn parse(typed: &str) -> Result<Self> {
        if let Ok(zone) = typed.parse::<Tz>() {
            return Ok(Self::Named(zone));
        }
        if typed == "Z" {
            return Ok(Self::UTC);
        }
        let offset = DateTime::parse_from_rfc3339(&format!("2000-01-01T00:00:00{typed}"));
        let offset = offset.map_err(|_| {
            Error::usage(format!("`{}` is no zone", safe(typed)))
                .hint("write a name like `Europe/Berlin` or an offset like `+01:00`")
        })?;
        Ok(Self::Offset(*offset.offset()))
    }

    /// The instant, and whether the clock showed it twice or never. Of two the first is taken; a time that a
    /// clock change skips is read by the offset before the change.
    fn instant(self, local: NaiveDateTime) -> Option<(Time, bool)> {
        let tz = match self {
            Self::Offset(offset) => {
                let time = offset.from_local_datetime(&local).single()?;
                return Some((time.with_timezone(&Utc), false));
            }
            Self::Named(tz) => tz,
        };
        let found = tz.from_local_datetime(&local);
        if let Some(time) = found.single() {
            return Some((time.with_timezone(&Utc), false));
        }
        if let Some(first) = found.earliest() {
            return Some((first.with_timezone(&Utc), true));
        }
        let day = TimeDelta::days(1);
        let before = tz
            .from_local_datetime(&local.checked_sub_signed(day)?)
            .earliest()?;
        Some((before.with_timezone(&Utc) + day, true))
    }
}

/// What fills the gaps.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub zone: Zone,
    /// The year of the first line, then of the last one.
    pub year: Option<i32>,
    pub now: Time,
    /// Month and day of the last line without a year, as one number that grows through the year.
    last: Option<u32>,
}

/// A time with its gaps filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub time: Option<Time>,
    /// A clock change made it stand for two instants or none.
    pub doubtful: bool,
    /// The zone came from the caller.
    pub zoned: bool,
}

impl Calendar {
    pub const fn new(zone: Zone, year: Option<i32>, now: Time) -> Self {
        Self {
            zone,
            year,
            now,
            last: None,
        }
    }

    /// `None` where there is no such day.
    pub fn place(&mut self, stamp: Stamp) -> Option<Placed> {
        let (time, zoned) = match stamp {
            Stamp::None => (None, false),
            Stamp::Exact(time) => (Some((time, false)), false),
            Stamp::Local(local) => (Some(self.zone.instant(local)?), true),
            Stamp::Yearless { month, day, time } => (Some(self.with_year(month, day, time)?), true),
        };
        Some(Placed {
            time: time.map(|(time, _)| clock::settled(time)),
            doubtful: time.is_some_and(|(_, doubtful)| doubtful),
            zoned,
        })
    }

    fn with_year(&mut self, month: u32, day: u32, time: NaiveTime) -> Option<(Time, bool)> {
        if let Some(year) = self.year {
            let at = month * 31 + day;
            let year = year.checked_add(turn(self.last, at))?;
            let date = NaiveDate::from_ymd_opt(year, month, day)?;
            let placed = self.zone.instant(date.and_time(time))?;
            self.year = Some(year);
            self.last = Some(at);
            return Some(placed);
        }
        // The newest year that does not put it more than a day into the future; of February 29 the newest leap
        // year, at most eight years back (1900 and 2100 are none).
        let latest = self.now + TimeDelta::days(1);
        (0..=9).find_map(|back| {
            let year = latest.year().checked_sub(back)?.checked_add(1)?;
            let date = NaiveDate::from_ymd_opt(year, month, day)?;
            let placed = self.zone.instant(date.and_time(time))?;
            (placed.0 <= latest).then_some(placed)
        })
    }
}

/// How many years a line lies from the one before: logs go forward, and lines that come late do so by days. More
/// than half a year back is the next year; almost a year ahead is a late line of the year before.
fn turn(last: Option<u32>, at: u32) -> i32 {
    match last {
        Some(last) if last > at + 186 => 1,
        Some(last) if at > last + 341 => -1,
        _ => 0,
    }
}

/// `Feb  2 14:10:21` or `Feb 12 2026 14:10:21.250`, and what follows (RFC 3164 §4.1.2).
pub fn month_first(text: &str) -> Option<(Stamp, &str)> {
    let (month, rest) = text.split_at_checked(3)?;
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = months
        .iter()
        .zip(1_u32..)
        .find(|(name, _)| **name == month)?
        .1;
    let (day, rest) = word(rest.strip_prefix(' ')?);
    let day: u32 = number(day, 2)?;
    let (mut clock, mut rest) = word(rest);
    let mut year = None;
    if let Some(found) = (clock.len() == 4).then(|| number(clock, 4)).flatten() {
        year = i32::try_from(found).ok();
        (clock, rest) = word(rest);
    }
    let time = clock_time(clock.strip_suffix(':').unwrap_or(clock))?;
    let date = NaiveDate::from_ymd_opt(year.unwrap_or(1972), month, day)?;
    let stamp = if year.is_some() {
        Stamp::Local(date.and_time(time))
    } else {
        Stamp::Yearless { month, day, time }
    };
    Some((stamp, rest))
}

/// RFC 3339, also with a space for the `T`; without an offset it is local.
pub fn iso(text: &str) -> Option<Stamp> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(Stamp::Exact(time.with_timezone(&Utc)));
    }
    let (date, time) = text.split_once(['T', ' '])?;
    let date = crate::base::period::parse_date(date)?;
    Some(Stamp::Local(date.and_time(clock_time(time)?)))
}

/// Seconds since 1970 with a fraction, or milliseconds or microseconds: told apart by their size.
pub fn unix(text: &str) -> Option<Stamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 17 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    let micros = match whole.len() {
        0..=11 => {
            let part: String = fraction.chars().chain("000000".chars()).take(6).collect();
            number
                .checked_mul(1_000_000)?
                .checked_add(part.parse().ok()?)?
        }
        12..=14 => number.checked_mul(1000)?,
        _ => number,
    };
    clock::from_micros(micros).ok().map(Stamp::Exact)
}

fn clock_time(text: &str) -> Option<NaiveTime> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let mut parts = whole.split(':');
    let mut next = || number(parts.next()?, 2);
    let (hour, minute, second) = (next()?, next()?, next()?);
    if parts.next().is_some() || fraction.len() > 9 {
        return None;
    }
    let mut nanos = 0;
    if !fraction.is_empty() {
        nanos = number(&format!("{fraction:0<9}"), 9)?;
    }
    // A leap second is the end of the minute: no clock of ours shows it.
    NaiveTime::from_hms_nano_opt(hour, minute, second.min(59), nanos)
}

/// Digits only, at most so many.
fn number(text: &str, most: usize) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The next word and what stands behind the space after it.
pub fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start_matches(' ');
    text.split_once(' ').unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::{parse, seconds_text};

    fn placed(line: &str, zone: &str, year: Option<i32>, now: &str) -> (String, bool) {
        let mut calendar = Calendar::new(Zone::parse(zone).unwrap(), year, parse(now).unwrap());
        let placed = calendar.place(month_first(line).unwrap().0).unwrap();
        (seconds_text(placed.time.unwrap()), placed.doubtful)
    }

    #[test]
    fn a_year_is_the_newest_that_is_not_ahead() {
        let now = "2026-11-22T12:00:00Z";
        for (line, expected) in [
            ("Nov 23 11:59:59 h", "2026-11-23T11:59:59Z"),
            ("Nov 23 12:00:01 h", "2025-11-23T12:00:01Z"),
            ("Dec 31 23:59:59 h", "2025-12-31T23:59:59Z"),
            ("Jan  1 00:00:00 h", "2026-01-01T00:00:00Z"),
            ("Feb 29 08:00:00 h", "2024-02-29T08:00:00Z"),
            ("Oct 11 2003 22:14:15.003: h", "2003-10-11T22:14:15Z"),
        ] {
            assert_eq!(
                placed(line, "UTC", None, now),
                (expected.to_owned(), false),
                "{line}"
            );
        }
        // A log of the old year read on New Year's Day, and one from a clock that runs ahead of it.
        let eve = "2026-12-31T20:00:00Z";
        assert_eq!(
            placed("Jan  1 01:00:00 h", "UTC", None, eve).0,
            "2027-01-01T01:00:00Z"
        );
    }

    #[test]
    fn a_given_year_rolls_over_and_late_lines_do_not() {
        let now = parse("2026-11-22T12:00:00Z").unwrap();
        let mut calendar = Calendar::new(Zone::UTC, Some(2019), now);
        let mut year = |line: &str| {
            let placed = calendar.place(month_first(line).unwrap().0).unwrap();
            placed.time.unwrap().year()
        };
        assert_eq!(year("Dec 31 23:59:59 h"), 2019);
        assert_eq!(year("Jan  1 00:00:01 h"), 2020);
        assert_eq!(year("Jan  2 00:00:01 h"), 2020);
        // Late lines of the old year take nothing with them; a log may be silent for months.
        assert_eq!(year("Dec 31 23:59:58 h"), 2019);
        assert_eq!(year("Jan  1 00:00:05 h"), 2020);
        assert_eq!(year("Mar  3 00:00:00 h"), 2020);
        assert_eq!(year("Dec 30 00:00:00 h"), 2020);
        assert_eq!(year("Feb  2 00:00:00 h"), 2021);
    }

    #[test]
    fn clock_changes_follow_the_stated_rule() {
        let now = "2026-11-22T12:00:00Z";
        let berlin = |line| placed(line, "Europe/Berlin", None, now);
        assert_eq!(
            berlin("Jul  1 12:00:00 h"),
            ("2026-07-01T10:00:00Z".to_owned(), false)
        );
        // 2026-10-25 02:30 came twice: the first, in summer time.
        assert_eq!(
            berlin("Oct 25 02:30:00 h"),
            ("2026-10-25T00:30:00Z".to_owned(), true)
        );
        // 2026-03-29 02:30 never came: read with the winter offset.
        assert_eq!(
            berlin("Mar 29 02:30:00 h"),
            ("2026-03-29T01:30:00Z".to_owned(), true)
        );
        assert_eq!(
            placed("Jul  1 12:00:00 h", "-05:30", None, now).0,
            "2026-07-01T17:30:00Z"
        );
    }

    #[test]
    fn what_is_no_time_is_none() {
        for line in [
            "Feb 30 12:00:00 h",
            "Foo 1 12:00:00",
            "Feb 1 25:00:00",
            "Feb 1",
            "Feb",
            "",
        ] {
            assert!(month_first(line).is_none(), "{line}");
        }
        assert!(iso("2026-02-30T00:00:00Z").is_none());
        assert!(Zone::parse("Mars/Olympus").is_err());
        assert!(matches!(
            iso("2023-05-25 22:24:19,357"),
            Some(Stamp::Local(_))
        ));
    }
}

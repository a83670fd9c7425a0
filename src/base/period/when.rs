//! Times as typed: RFC 3339, a date, or a period from now, and everything that the program itself prints.
//! Pure: the caller gives the time and the zone.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

use super::Period;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::text;

/// What a time looks like, for error messages and help.
pub const TIMES: &str = "RFC 3339 (`2026-03-05T14:30:00Z`), a date (`2026-03-05`)";

/// Reads a time: RFC 3339, a date (its first instant in `zone`), or a period back from `now`.
pub fn parse_when(typed: &str, now: Time, zone: &Tz) -> Result<Time> {
    if let Some(time) = absolute(typed, *zone) {
        return time;
    }
    match typed.parse::<Period>() {
        Ok(period) => Ok(period.before(now)),
        Err(_) => Err(unreadable(typed, "a period back from now")),
    }
}

/// Reads the time at which something will end: RFC 3339, a date (its first instant in `zone`), or a period
/// forward from `now`. A time that is not ahead is refused, for it would end before it began.
pub fn parse_future(typed: &str, now: Time, zone: &Tz) -> Result<Time> {
    let time = match (absolute(typed, *zone), typed.parse::<Period>()) {
        (Some(time), _) => time?,
        (None, Ok(period)) => period.after(now),
        (None, Err(_)) => return Err(unreadable(typed, "a period from now")),
    };
    if time > now {
        return Ok(time);
    }
    let (typed, now) = (text::safe(typed), clock::seconds_text(now));
    Err(Error::usage(format!(
        "`{typed}` is not in the future (now is `{now}`)"
    )))
}

/// The date that `typed` is, if it has the shape of one and exists.
pub fn parse_date(typed: &str) -> Option<NaiveDate> {
    let shape = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    (typed.len() == 10 && typed.bytes().enumerate().all(shape))
        .then(|| NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok())?
}

/// The first instant of `date` in `zone`: midnight, or what follows where a clock change swallows it; of a
/// midnight that comes twice, the first.
pub fn start_of_day(date: NaiveDate, zone: &Tz) -> Time {
    let midnight = date.and_time(NaiveTime::MIN);
    if let Some(start) = zone.from_local_datetime(&midnight).earliest() {
        return start.with_timezone(&Utc);
    }
    let after_gap = GapInfo::new(&midnight, zone).and_then(|gap| gap.end);
    after_gap.map_or_else(|| midnight.and_utc(), |end| end.with_timezone(&Utc))
}

/// A date or a time with its offset; `None` where it is neither.
fn absolute(typed: &str, zone: Tz) -> Option<Result<Time>> {
    let typed = typed.trim();
    if let Some(date) = parse_date(typed) {
        return Some(Ok(start_of_day(date, &zone)));
    }
    if let Some(time) = instant(typed) {
        return Some(Ok(time));
    }
    without_offset(typed).then(|| {
        let safe = text::safe(typed);
        Err(
            Error::usage(format!("`{safe}` does not say in which zone it is meant"))
                .hint("end it with `Z` for UTC or with an offset such as `+01:00`"),
        )
    })
}

/// RFC 3339, also with a space for the `T` (§5.6) and without seconds (ISO 8601), and the form in file names.
fn instant(typed: &str) -> Option<Time> {
    if let Ok(time) = DateTime::parse_from_rfc3339(typed) {
        return Some(time.with_timezone(&Utc));
    }
    if let Ok(time) = NaiveDateTime::parse_from_str(typed, "%Y%m%dT%H%M%SZ") {
        // The pattern alone would also take `2026112T…`: only what is written back the same is meant.
        return Some(time.and_utc()).filter(|time| clock::file_text(*time) == typed);
    }
    let (minutes, offset) = typed.split_at_checked(16)?;
    DateTime::parse_from_rfc3339(&format!("{minutes}:00{offset}"))
        .ok()
        .map(|time| time.with_timezone(&Utc))
}

fn without_offset(typed: &str) -> bool {
    instant(&format!("{typed}Z")).is_some()
}

fn unreadable(typed: &str, period: &str) -> Error {
    let shown = text::safe(typed);
    let error = Error::usage(format!(
        "`{shown}` is not a time (accepted are {TIMES} or {period}: `7d`, `24h`, `3 months`)"
    ));
    let like_a_date = typed.trim().bytes().take(5).collect::<Vec<_>>();
    match like_a_date.as_slice() {
        [a, b, c, d, b'-'] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()) => {
            error.because("there is no such date or hour, or it is written differently")
        }
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;
    use proptest::prelude::*;

    use super::*;

    fn now() -> Time {
        clock::parse("2026-11-22T13:05:01Z").unwrap()
    }

    fn read(typed: &str) -> String {
        clock::seconds_text(parse_when(typed, now(), &Berlin).unwrap())
    }

    #[test]
    fn every_form_is_read() {
        for (typed, meant) in [
            ("2026-03-05T14:30:00Z", "2026-03-05T14:30:00Z"),
            ("2026-03-05 14:30:00z", "2026-03-05T14:30:00Z"),
            ("2026-03-05T14:30:00.123456Z", "2026-03-05T14:30:00Z"),
            ("2026-03-05T14:30:00+02:00", "2026-03-05T12:30:00Z"),
            ("2026-03-05 14:30+02:00", "2026-03-05T12:30:00Z"),
            ("2026-03-05T14:30Z", "2026-03-05T14:30:00Z"),
            ("20261122T130501Z", "2026-11-22T13:05:01Z"),
            ("2026-03-05", "2026-03-04T23:00:00Z"),
            ("2026-07-05", "2026-07-04T22:00:00Z"),
            (" 7d ", "2026-11-15T13:05:01Z"),
            ("24h", "2026-11-21T13:05:01Z"),
            ("3 months", "2026-08-22T13:05:01Z"),
        ] {
            assert_eq!(read(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_with_what_is() {
        for typed in [
            "",
            "yesterday",
            "05.03.2026",
            "3/5/2026",
            "2026-3-5",
            "2026-02-30",
            "2026-13-01",
            "+2026-03-5",
            "2026-03-05T25:00:00Z",
            "20261122",
            "1772668800",
            "-7d",
        ] {
            let error = parse_when(typed, now(), &Berlin).unwrap_err();
            assert!(
                error.message.contains("`2026-03-05T14:30:00Z`") && error.message.contains("`7d`"),
                "{typed}: {error}"
            );
        }
        for typed in ["2026-03-05T14:30:00", "2026-03-05 14:30"] {
            let error = parse_when(typed, now(), &Berlin).unwrap_err();
            assert!(error.hint.unwrap().contains("offset"), "{typed}");
        }
    }

    #[test]
    fn the_end_of_something_lies_ahead() {
        let end = |typed| parse_future(typed, now(), &Berlin).map(clock::seconds_text);
        assert_eq!(end("7d").unwrap(), "2026-11-29T13:05:01Z");
        assert_eq!(end("2026-12-24").unwrap(), "2026-12-23T23:00:00Z");
        for typed in ["2026-11-22", "2026-11-22T13:05:01Z", "0d", "soon"] {
            end(typed).unwrap_err();
        }
    }

    #[test]
    fn a_day_begins_when_the_clock_change_lets_it() {
        let day = |text: &str| parse_date(text).unwrap();
        let start = |text, zone| clock::seconds_text(start_of_day(day(text), &zone));
        // Chile skips 00:00 to 01:00; Cuba has that hour twice; Samoa skipped a whole day.
        assert_eq!(
            start("2019-09-08", chrono_tz::America::Santiago),
            "2019-09-08T04:00:00Z"
        );
        assert_eq!(
            start("2024-11-03", chrono_tz::America::Havana),
            "2024-11-03T04:00:00Z"
        );
        assert_eq!(
            start("2011-12-30", chrono_tz::Pacific::Apia),
            "2011-12-30T10:00:00Z"
        );
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(micros in 0_i64..4_102_444_800_000_000) {
            let time = clock::from_micros(micros).unwrap();
            let whole = clock::seconds_text(time);
            prop_assert_eq!(parse_when(&clock::micros_text(time), now(), &Berlin).unwrap(), time);
            prop_assert_eq!(read(&whole), whole.clone());
            prop_assert_eq!(read(&clock::file_text(time)), whole);
        }

        #[test]
        fn any_text_is_read_or_refused(typed in "\\PC{0,24}") {
            parse_when(&typed, now(), &Berlin).ok();
            parse_future(&typed, now(), &Berlin).ok();
        }
    }
}

//! When a job runs, in the words of systemd.time(7) and crontab(5).

use crate::base::error::{Error, Result};
use crate::base::period::Period;

/// The minute of jobs that nobody gave one: not a round one, which everybody's jobs have.
const MINUTE: u32 = 17;
const HOUR: u32 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Hour and minute.
    Daily(u32, u32),
    Weekly(u32, u32),
    Hours(u32),
    Minutes(u32),
}

impl When {
    pub(super) fn of(at: Option<&str>, every: Option<&str>) -> Result<Self> {
        match (at, every) {
            (Some(at), _) => time(at).map(|(hour, minute)| Self::Daily(hour, minute)),
            (None, Some(every)) => period(every),
            (None, None) => Ok(Self::Daily(HOUR, MINUTE)),
        }
    }

    pub(super) fn calendar(self) -> String {
        match self {
            Self::Daily(hour, minute) => format!("*-*-* {hour:02}:{minute:02}:00"),
            Self::Weekly(hour, minute) => format!("Sun *-*-* {hour:02}:{minute:02}:00"),
            Self::Hours(hours) => format!("*-*-* 00/{hours}:{MINUTE:02}:00"),
            Self::Minutes(minutes) => format!("*-*-* *:00/{minutes}:00"),
        }
    }

    pub(super) fn crontab(self) -> String {
        match self {
            Self::Daily(hour, minute) => format!("{minute} {hour} * * *"),
            Self::Weekly(hour, minute) => format!("{minute} {hour} * * 0"),
            Self::Hours(1) => format!("{MINUTE} * * * *"),
            Self::Hours(hours) => format!("{MINUTE} */{hours} * * *"),
            Self::Minutes(minutes) => format!("*/{minutes} * * * *"),
        }
    }

    /// How far machines are kept apart from each other, in minutes; far less than the period.
    pub(super) const fn spread(self) -> u32 {
        match self {
            Self::Weekly(..) => 60,
            Self::Daily(..) => 15,
            Self::Hours(_) => 5,
            Self::Minutes(_) => 1,
        }
    }

    /// An age that only a missed run explains: the period, and time for the run itself.
    pub(super) fn longest_age(self) -> Period {
        let minutes: u64 = match self {
            Self::Weekly(..) => 7 * 24 * 60,
            Self::Daily(..) => 24 * 60,
            Self::Hours(hours) => u64::from(hours) * 60,
            Self::Minutes(minutes) => u64::from(minutes),
        };
        Period::of_seconds((minutes + 120) * 60)
    }
}

fn time(typed: &str) -> Result<(u32, u32)> {
    let digits = |text: &str| {
        let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let read = typed
        .split_once(':')
        .and_then(|(hour, minute)| Some((digits(hour)?, digits(minute)?)));
    match read {
        Some((hour, minute)) if hour < 24 && minute < 60 => Ok((hour, minute)),
        _ => Err(Error::usage(format!(
            "`{}` is no time of day (accepted is `HH:MM`, like `03:17`)",
            crate::base::text::safe(typed)
        ))),
    }
}

fn period(typed: &str) -> Result<When> {
    let period: Period = typed.parse()?;
    let uneven = || {
        Error::usage(format!("`--every {period}` does not come out even"))
            .hint("give minutes that divide an hour, hours that divide a day, `1d` or `1w`; five minutes at least")
    };
    let seconds = period.as_duration().ok_or_else(uneven)?.as_secs();
    let minutes = u32::try_from(seconds / 60).map_err(|_| uneven())?;
    match minutes {
        _ if seconds % 60 != 0 => Err(uneven()),
        1440 => Ok(When::Daily(HOUR, MINUTE)),
        10_080 => Ok(When::Weekly(HOUR, MINUTE)),
        5..60 if 60 % minutes == 0 => Ok(When::Minutes(minutes)),
        60..1440 if minutes % 60 == 0 && 1440 % minutes == 0 => Ok(When::Hours(minutes / 60)),
        _ => Err(uneven()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_periods_become_calendar_and_crontab() {
        let both = |at, every| {
            let when = When::of(at, every).unwrap();
            (when.calendar(), when.crontab())
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(both(None, None), pair("*-*-* 03:17:00", "17 3 * * *"));
        assert_eq!(
            both(Some("02:05"), None),
            pair("*-*-* 02:05:00", "5 2 * * *")
        );
        assert_eq!(
            both(None, Some("6h")),
            pair("*-*-* 00/6:17:00", "17 */6 * * *")
        );
        assert_eq!(
            both(None, Some("1h")),
            pair("*-*-* 00/1:17:00", "17 * * * *")
        );
        assert_eq!(
            both(None, Some("15 min")),
            pair("*-*-* *:00/15:00", "*/15 * * * *")
        );
        assert_eq!(
            both(None, Some("1w")),
            pair("Sun *-*-* 03:17:00", "17 3 * * 0")
        );
    }

    #[test]
    fn what_would_drift_is_refused() {
        for every in ["7h", "45m", "90m", "1m", "2d", "1mo", "61s"] {
            assert!(When::of(None, Some(every)).is_err(), "{every}");
        }
        for at in ["24:00", "3:17", "03:60", "03:1a", "+3:17", "0317"] {
            assert!(When::of(Some(at), None).is_err(), "{at}");
        }
    }
}

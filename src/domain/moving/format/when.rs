//! Times as other programs write them. Without a zone they are UTC.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::base::clock::Time;

/// RFC 3339, SQL (`2026-03-05 14:30:00`), a date, LDAP generalized time, or seconds since 1970.
pub(super) fn read(text: &str) -> Option<Time> {
    if text.len() > 40 {
        return None;
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.len() == 10 {
        return seconds(text.parse().ok()?);
    }
    if let Some(stamp) = text.strip_suffix('Z').filter(|_| text.len() >= 15) {
        let whole = stamp.split('.').next().unwrap_or(stamp);
        if whole.len() == 14 && whole.bytes().all(|byte| byte.is_ascii_digit()) {
            let time = NaiveDateTime::parse_from_str(whole, "%Y%m%d%H%M%S").ok()?;
            return sane(time.and_utc());
        }
    }
    if text.len() == 10 {
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        return sane(date.and_time(NaiveTime::MIN).and_utc());
    }
    let zoned = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f%#z"))
        .map(|time| time.with_timezone(&Utc));
    if let Ok(time) = zoned {
        return sane(time);
    }
    let plain = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f"))
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M"));
    sane(plain.ok()?.and_utc())
}

pub(super) fn seconds(seconds: i64) -> Option<Time> {
    sane(DateTime::from_timestamp(seconds, 0)?)
}

pub(super) fn milliseconds(milliseconds: i64) -> Option<Time> {
    sane(DateTime::from_timestamp_millis(milliseconds)?)
}

/// A year that the store and every format can write.
fn sane(time: Time) -> Option<Time> {
    use chrono::Datelike as _;
    (1900..=9999).contains(&time.year()).then_some(time)
}

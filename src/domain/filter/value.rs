//! One comparison of a filter: reading its value in the form of the field, and holding it against a row.

use chrono_tz::Tz;

use super::{Form, Found};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::{Period, parse_date, parse_when, start_of_day};
use crate::base::text::{did_you_mean, folded, safe};

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
    Contains,
}

impl Sign {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Is => "=",
            Self::IsNot => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Contains => "~",
        }
    }
}

/// A comparison in the form of its field.
#[derive(Clone, Debug)]
pub enum Test {
    /// `=none` (true) or `!=none` (false).
    Absent(bool),
    Text(Sign, String),
    Number(Sign, i64),
    /// From the first instant to before the second: a date is a whole day, anything else an instant.
    Time(Sign, Time, Time),
}

/// What a comparison is read with.
pub(super) struct Now {
    pub(super) now: Time,
    pub(super) zone: Tz,
}

impl Test {
    pub(super) fn read(name: &str, form: Form, sign: Sign, value: &str, now: &Now) -> Result<Self> {
        let lacks_none = !matches!(form, Form::Word(words) if words.contains(&"none"));
        match (value.eq_ignore_ascii_case("none") && lacks_none, sign) {
            (true, Sign::Is) => return Ok(Self::Absent(true)),
            (true, Sign::IsNot) => return Ok(Self::Absent(false)),
            _ => {}
        }
        match form {
            Form::Text => Ok(Self::Text(sign, folded(value))),
            Form::Word(words) => {
                needs(matches!(sign, Sign::Is | Sign::IsNot), name, sign)?;
                known(name, words, value)?;
                Ok(Self::Text(sign, folded(value)))
            }
            Form::Rank(words) => {
                needs(sign != Sign::Contains, name, sign)?;
                Ok(Self::Number(sign, known(name, words, value)?))
            }
            Form::Number => {
                let number = value.parse().map_err(|_| {
                    Error::usage(format!(
                        "`{name}` is compared with a number, not with `{}`",
                        safe(value)
                    ))
                })?;
                needs(sign != Sign::Contains, name, sign)?;
                Ok(Self::Number(sign, number))
            }
            Form::Time => {
                needs(sign != Sign::Contains, name, sign)?;
                let (first, end) = span(value, now)?;
                Ok(Self::Time(sign, first, end))
            }
        }
    }

    pub fn holds(&self, found: &Found) -> bool {
        match (self, found) {
            (Self::Absent(wanted), found) => is_absent(found) == *wanted,
            // Nothing is not equal to anything, and neither before nor after anything.
            (
                Self::Text(sign, _) | Self::Number(sign, _) | Self::Time(sign, ..),
                Found::Nothing,
            ) => *sign == Sign::IsNot,
            (Self::Text(Sign::IsNot, wanted), found) => !any(found, |text| like(wanted, text)),
            (Self::Text(sign, wanted), found) => any(found, |text| match sign {
                Sign::Is | Sign::IsNot => like(wanted, text),
                Sign::Contains => text.contains(wanted.as_str()),
                Sign::Less => text < wanted.as_str(),
                Sign::AtMost => text <= wanted.as_str(),
                Sign::More => text > wanted.as_str(),
                Sign::AtLeast => text >= wanted.as_str(),
            }),
            (Self::Number(sign, wanted), Found::Number(number)) => match sign {
                Sign::Is | Sign::Contains => number == wanted,
                Sign::IsNot => number != wanted,
                Sign::Less => number < wanted,
                Sign::AtMost => number <= wanted,
                Sign::More => number > wanted,
                Sign::AtLeast => number >= wanted,
            },
            (Self::Time(sign, first, end), Found::Time(time)) => match sign {
                Sign::Is | Sign::Contains => first <= time && time < end,
                Sign::IsNot => time < first || end <= time,
                Sign::Less => time < first,
                Sign::AtMost => time < end,
                Sign::More => end <= time,
                Sign::AtLeast => first <= time,
            },
            _ => false,
        }
    }
}

/// The place of a word among those that can be; another one is a slip.
fn known(name: &str, words: &[&str], value: &str) -> Result<i64> {
    let value = folded(value);
    let place = words.iter().position(|word| *word == value);
    if let Some(place) = place.and_then(|place| i64::try_from(place).ok()) {
        return Ok(place);
    }
    let all = words.join("`, `");
    let error = Error::usage(format!("`{name}` is never `{}`", safe(&value)));
    let near = did_you_mean(&value, words.iter().copied());
    Err(error.hint(near.unwrap_or_else(|| format!("it is one of `{all}`"))))
}

fn is_absent(found: &Found) -> bool {
    match found {
        Found::Nothing => true,
        Found::Many(texts) => texts.is_empty(),
        _ => false,
    }
}

fn any(found: &Found, holds: impl Fn(&str) -> bool) -> bool {
    match found {
        Found::Text(text) => holds(&folded(text)),
        Found::Many(texts) => texts.iter().any(|text| holds(&folded(text))),
        _ => false,
    }
}

/// Whether `text` has the form of `pattern`, in which `*` stands for anything.
fn like(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut left) = text.strip_prefix(start) else {
        return false;
    };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = left.split_once(part) else {
            return false;
        };
        left = after;
    }
    left.ends_with(last)
}

fn needs(fits: bool, name: &str, sign: Sign) -> Result<()> {
    if fits {
        return Ok(());
    }
    Err(Error::usage(format!(
        "`{name}` cannot be compared by `{}`",
        sign.as_str()
    )))
}

fn span(value: &str, now: &Now) -> Result<(Time, Time)> {
    if let Some(date) = parse_date(value) {
        let next = date.succ_opt().unwrap_or(date);
        return Ok((start_of_day(date, &now.zone), start_of_day(next, &now.zone)));
    }
    let time = match value.strip_prefix('+') {
        Some(ahead) => ahead.parse::<Period>()?.after(now.now),
        None => parse_when(value, now.now, &now.zone)?,
    };
    Ok((time, time + chrono::TimeDelta::microseconds(1)))
}

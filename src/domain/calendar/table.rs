//! The compiled-in holiday tables and their reader. Facts only; what a working day is stands in the parent.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use chrono_tz::{America, Asia, Europe, Tz};

use crate::base::error::{Error, Result};
use crate::base::text;

type Holidays = BTreeMap<NaiveDate, String>;

/// Code, place, usual zone, table.
///
/// EU: the national holidays on which the Python libraries `holidays` 0.109 and `workalendar` 17.0.0 agree;
/// for 13 states they differ on some weekdays, and a disputed day counts as a working day here. Holidays of
/// regions (German states, Spanish regions) are left out. California: the nine closing days that federal
/// law and Cal. Gov. Code §6700 have in common.
pub const EMBEDDED: &[(&str, &str, Tz, &str)] = &[
    ("AT", "Austria", Europe::Vienna, include_str!("days/AT.txt")),
    (
        "BE",
        "Belgium",
        Europe::Brussels,
        include_str!("days/BE.txt"),
    ),
    ("BG", "Bulgaria", Europe::Sofia, include_str!("days/BG.txt")),
    ("CY", "Cyprus", Asia::Nicosia, include_str!("days/CY.txt")),
    ("CZ", "Czechia", Europe::Prague, include_str!("days/CZ.txt")),
    ("DE", "Germany", Europe::Berlin, include_str!("days/DE.txt")),
    (
        "DK",
        "Denmark",
        Europe::Copenhagen,
        include_str!("days/DK.txt"),
    ),
    (
        "EE",
        "Estonia",
        Europe::Tallinn,
        include_str!("days/EE.txt"),
    ),
    ("ES", "Spain", Europe::Madrid, include_str!("days/ES.txt")),
    (
        "FI",
        "Finland",
        Europe::Helsinki,
        include_str!("days/FI.txt"),
    ),
    ("FR", "France", Europe::Paris, include_str!("days/FR.txt")),
    ("GR", "Greece", Europe::Athens, include_str!("days/GR.txt")),
    ("HR", "Croatia", Europe::Zagreb, include_str!("days/HR.txt")),
    (
        "HU",
        "Hungary",
        Europe::Budapest,
        include_str!("days/HU.txt"),
    ),
    ("IE", "Ireland", Europe::Dublin, include_str!("days/IE.txt")),
    ("IT", "Italy", Europe::Rome, include_str!("days/IT.txt")),
    (
        "LT",
        "Lithuania",
        Europe::Vilnius,
        include_str!("days/LT.txt"),
    ),
    (
        "LU",
        "Luxembourg",
        Europe::Luxembourg,
        include_str!("days/LU.txt"),
    ),
    ("LV", "Latvia", Europe::Riga, include_str!("days/LV.txt")),
    ("MT", "Malta", Europe::Malta, include_str!("days/MT.txt")),
    (
        "NL",
        "Netherlands",
        Europe::Amsterdam,
        include_str!("days/NL.txt"),
    ),
    ("PL", "Poland", Europe::Warsaw, include_str!("days/PL.txt")),
    (
        "PT",
        "Portugal",
        Europe::Lisbon,
        include_str!("days/PT.txt"),
    ),
    (
        "RO",
        "Romania",
        Europe::Bucharest,
        include_str!("days/RO.txt"),
    ),
    (
        "SE",
        "Sweden",
        Europe::Stockholm,
        include_str!("days/SE.txt"),
    ),
    (
        "SI",
        "Slovenia",
        Europe::Ljubljana,
        include_str!("days/SI.txt"),
    ),
    (
        "SK",
        "Slovakia",
        Europe::Bratislava,
        include_str!("days/SK.txt"),
    ),
    (
        "US-CA",
        "California",
        America::Los_Angeles,
        include_str!("days/US-CA.txt"),
    ),
];

pub fn read(table: &str) -> Result<(RangeInclusive<i32>, Holidays)> {
    let mut lines = (1..)
        .zip(table.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let (number, first) = lines.next().unwrap_or((1, ""));
    let years = years(first).ok_or_else(|| {
        damaged(
            number,
            first,
            "the years covered, such as `years 2024-2036`",
        )
    })?;
    let mut holidays = Holidays::new();
    for (number, line) in lines {
        let Some(days) = holiday(line, &years) else {
            return Err(damaged(number, line, "dates within those years and a name"));
        };
        holidays.extend(days);
    }
    Ok((years, holidays))
}

/// At most a few centuries, so that a slip in an imported table does not fill the memory.
fn years(line: &str) -> Option<RangeInclusive<i32>> {
    let (first, last) = line.strip_prefix("years ")?.trim().split_once('-')?;
    let (first, last): (i32, i32) = (first.parse().ok()?, last.parse().ok()?);
    (1900 <= first && first <= last && last <= 2400).then_some(first..=last)
}

/// The days of one line: every word before the name is a date.
fn holiday(line: &str, years: &RangeInclusive<i32>) -> Option<Holidays> {
    let mut rest = line.trim();
    let mut days = vec![];
    while let Some((word, after)) = rest.split_once(' ')
        && word.starts_with(|c: char| c.is_ascii_digit())
    {
        days.extend(dates(word, years)?);
        rest = after.trim_start();
    }
    let named = !days.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit());
    named.then(|| days.into_iter().map(|day| (day, rest.to_owned())).collect())
}

/// `12-25` is that day of every year, `2026-04-03` one day.
fn dates(word: &str, years: &RangeInclusive<i32>) -> Option<Vec<NaiveDate>> {
    let parts: Vec<u32> = word
        .split('-')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match *parts.as_slice() {
        [month, day] => years
            .clone()
            .map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .collect(),
        [year, month, day] => {
            let year = i32::try_from(year)
                .ok()
                .filter(|year| years.contains(year))?;
            Some(vec![NaiveDate::from_ymd_opt(year, month, day)?])
        }
        _ => None,
    }
}

fn damaged(number: usize, line: &str, wanted: &str) -> Error {
    let line = text::safe(line);
    Error::usage(format!(
        "line {number} of the holiday table is `{line}`; wanted are {wanted}"
    ))
}

//! Holiday tables of one's own, kept in the store beside those that are compiled in.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;

use super::clocks::read_zone;
use crate::base::error::{Error, Result};
use crate::base::text;
use crate::domain::audit::{self, Changed, Event};
use crate::domain::calendar::{CALIFORNIA, Calendar};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::calendar::CalendarRow;

/// A table that was read from a file.
#[derive(Clone, Debug)]
pub struct NewCalendar {
    pub code: String,
    pub place: String,
    pub zone: Tz,
    pub years: RangeInclusive<i32>,
    pub holidays: BTreeMap<NaiveDate, String>,
}

/// What becomes of a table that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfExists {
    Fail,
    Skip,
    Update,
}

/// A table that was taken over, and what differs from the one before.
#[derive(Clone, Debug)]
pub struct Imported {
    pub code: String,
    pub days: usize,
    /// Against the table of that code before: days more, days fewer.
    pub added: usize,
    pub removed: usize,
    /// It was there, and stays.
    pub skipped: Skipped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    Yes,
    No,
}

/// The calendar of this code or name: compiled in, or the store's own.
pub fn find(tx: &Tx<'_>, named: &str) -> Result<Calendar> {
    let error = match Calendar::named(named) {
        Ok(calendar) => return Ok(calendar),
        Err(error) => error,
    };
    let wanted = text::folded(named.trim());
    let rows = tx.calendars()?;
    let found = rows
        .iter()
        .find(|row| text::folded(&row.code) == wanted || text::folded(&row.place) == wanted);
    match found {
        Some(row) => read(tx, row),
        None => Err(error),
    }
}

/// The same for who has no transaction.
pub fn named(ctx: &Context, code: &str) -> Result<Calendar> {
    ctx.store.read(|tx| find(tx, code))
}

/// The store's own calendars.
pub fn own(tx: &Tx<'_>) -> Result<Vec<Calendar>> {
    tx.calendars()?.iter().map(|row| read(tx, row)).collect()
}

fn read(tx: &Tx<'_>, row: &CalendarRow) -> Result<Calendar> {
    let mut holidays = BTreeMap::new();
    for (date, name) in tx.calendar_days(&row.code)? {
        let date = date.parse().map_err(|_| {
            Error::integrity(format!("calendar `{}` has an impossible date", row.code))
        })?;
        holidays.insert(date, name);
    }
    let years = row.first_year..=row.last_year;
    let calendar = Calendar::imported(&row.code, read_zone(&row.zone)?, years, holidays);
    Ok(calendar.of_place(&row.place))
}

/// Takes a table over. The codes of the compiled-in ones stay theirs: what a request was counted by must not change
/// under it.
pub fn import(ctx: &Context, new: &NewCalendar, if_exists: IfExists) -> Result<Changed<Imported>> {
    require_code(&new.code)?;
    let event = Event::new("calendar.import").field("calendar", new.code.as_str());
    audit::change(ctx, event, |tx, event| {
        let before: BTreeSet<String> = days_of(tx, &new.code)?;
        let days: Vec<(String, String)> = new
            .holidays
            .iter()
            .map(|(date, name)| (date.to_string(), name.clone()))
            .collect();
        let after: BTreeSet<String> = days.iter().map(|(date, _)| date.clone()).collect();
        let is_there = tx.calendar(&new.code)?.is_some();
        let imported = Imported {
            code: new.code.clone(),
            days: days.len(),
            added: after.difference(&before).count(),
            removed: before.difference(&after).count(),
            skipped: if is_there && if_exists == IfExists::Skip {
                Skipped::Yes
            } else {
                Skipped::No
            },
        };
        if is_there && if_exists == IfExists::Fail {
            return Err(
                Error::conflict(format!("there is a calendar `{}` already", new.code))
                    .hint("put this one in its place with `--if-exists update`"),
            );
        }
        event.set("count", imported.days);
        if imported.skipped == Skipped::No {
            tx.put_calendar(&row(ctx, new), &days)?;
        }
        Ok(imported)
    })
}

fn days_of(tx: &Tx<'_>, code: &str) -> Result<BTreeSet<String>> {
    let days = tx.calendar_days(code)?.into_iter();
    Ok(days.map(|(date, _)| date).collect())
}

fn row(ctx: &Context, new: &NewCalendar) -> CalendarRow {
    CalendarRow {
        code: new.code.clone(),
        place: new.place.clone(),
        zone: new.zone.name().to_owned(),
        first_year: *new.years.start(),
        last_year: *new.years.end(),
        imported: ctx.now(),
    }
}

fn require_code(code: &str) -> Result<()> {
    let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let is_code = (2..=20).contains(&code.len())
        && code.chars().all(fits)
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && !code.ends_with('-');
    if !is_code {
        return Err(Error::usage(format!(
            "`{}` cannot be the code of a calendar",
            text::safe(code)
        ))
        .hint("use 2 to 20 of A–Z, 0–9 and `-`, such as `DE-BE`"));
    }
    if Calendar::named(code).is_ok() {
        return Err(Error::usage(format!(
            "`{code}` is compiled in: requests that name it are counted by that table"
        ))
        .hint(format!(
            "give yours its own code, such as `{code}-OWN`, and name that in `controller.calendar`"
        )));
    }
    Ok(())
}

/// What is wrong with the calendars that are in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub code: String,
    pub years: RangeInclusive<i32>,
    /// Years of now and next that it does not cover.
    pub missing: Vec<i32>,
    /// The compiled-in table that it was held against.
    pub against: Option<String>,
    /// Holidays on weekdays that only it has, and those that only the other has, in the years of both.
    pub more: Vec<NaiveDate>,
    pub fewer: Vec<NaiveDate>,
}

/// The calendars in use: the configured one, California's, those of open requests, the imported ones.
pub fn in_use(tx: &Tx<'_>, configured: Option<&str>) -> Result<Vec<Calendar>> {
    let mut found = embedded_in_use(configured)?;
    found.extend(own(tx)?);
    for row in tx.open_requests()? {
        found.push(find(tx, &row.calendar)?);
    }
    if let Some(code) = configured {
        found.push(find(tx, code)?);
    }
    let mut codes = BTreeSet::new();
    found.retain(|calendar| codes.insert(calendar.code().to_owned()));
    Ok(found)
}

/// Those that need no store.
pub fn embedded_in_use(configured: Option<&str>) -> Result<Vec<Calendar>> {
    let mut found = vec![Calendar::named(CALIFORNIA)?];
    if let Some(calendar) = configured.and_then(|code| Calendar::named(code).ok()) {
        found.insert(0, calendar);
    }
    found.dedup_by_key(|calendar| calendar.code().to_owned());
    Ok(found)
}

/// Whether `calendar` covers this year and the next, and how it differs from the compiled-in table of its country.
pub fn check(calendar: &Calendar, year: i32) -> Checked {
    let missing = [year, year.saturating_add(1)];
    let missing = missing
        .into_iter()
        .filter(|year| !calendar.years().contains(year));
    let base = base(calendar);
    let (more, fewer) = base.as_ref().map_or((vec![], vec![]), |base| {
        (only_in(calendar, base), only_in(base, calendar))
    });
    Checked {
        code: calendar.code().to_owned(),
        years: calendar.years(),
        missing: missing.collect(),
        against: base.map(|base| base.code().to_owned()),
        more,
        fewer,
    }
}

/// `DE-BE` is held against `DE`, `US-CA-OWN` against `US-CA`.
fn base(calendar: &Calendar) -> Option<Calendar> {
    let mut code = calendar.code();
    while let Some((shorter, _)) = code.rsplit_once('-') {
        if let Ok(found) = Calendar::named(shorter) {
            return Some(found);
        }
        code = shorter;
    }
    None
}

/// Holidays on weekdays that only one of them has; a weekend is no working day anyhow.
fn only_in(one: &Calendar, other: &Calendar) -> Vec<NaiveDate> {
    let days = one.holidays().map(|(date, _)| date);
    let is_weekday = |date: &NaiveDate| date.weekday().number_from_monday() <= 5;
    days.filter(|date| one.covers(*date) && other.covers(*date) && is_weekday(date))
        .filter(|date| !other.is_public_holiday(*date))
        .collect()
}

//! Rows of holiday tables that were imported. What a working day is, is decided in `domain::calendar`.

use rusqlite::{OptionalExtension as _, Row, params};

use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// A row of `calendar`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    pub code: String,
    pub place: String,
    /// IANA name.
    pub zone: String,
    pub first_year: i32,
    pub last_year: i32,
    pub imported: Time,
}

fn calendar(row: &Row<'_>) -> Result<CalendarRow> {
    Ok(CalendarRow {
        code: row.get(0)?,
        place: row.get(1)?,
        zone: row.get(2)?,
        first_year: row.get(3)?,
        last_year: row.get(4)?,
        imported: clock::from_micros(row.get(5)?)?,
    })
}

const SELECT: &str = "SELECT code, place, zone, first_year, last_year, imported FROM calendar";

impl Tx<'_> {
    /// The codes of all imported calendars, in alphabetical order.
    pub fn calendars(&self) -> Result<Vec<CalendarRow>> {
        let mut statement = self
            .conn()
            .prepare_cached(&format!("{SELECT} ORDER BY code"))?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(calendar(row)?);
        }
        Ok(found)
    }

    pub fn calendar(&self, code: &str) -> Result<Option<CalendarRow>> {
        let mut statement = self
            .conn()
            .prepare_cached(&format!("{SELECT} WHERE code = ?1"))?;
        let found = statement.query_row([code], |row| Ok(calendar(row)));
        found.optional()?.transpose()
    }

    /// The holidays of an imported calendar: date and name.
    pub fn calendar_days(&self, code: &str) -> Result<Vec<(String, String)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT date, name FROM calendar_day WHERE calendar = ?1 ORDER BY date",
        )?;
        let rows = statement.query_map([code], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts a calendar in the place of one with its code.
    pub fn put_calendar(&self, row: &CalendarRow, days: &[(String, String)]) -> Result<()> {
        let conn = self.conn();
        conn.prepare_cached("DELETE FROM calendar_day WHERE calendar = ?1")?
            .execute([&row.code])?;
        conn.prepare_cached(
            "INSERT INTO calendar VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT DO UPDATE SET
                 place = ?2, zone = ?3, first_year = ?4, last_year = ?5, imported = ?6",
        )?
        .execute(params![
            row.code,
            row.place,
            row.zone,
            row.first_year,
            row.last_year,
            row.imported.timestamp_micros(),
        ])?;
        let mut insert = conn.prepare_cached("INSERT INTO calendar_day VALUES (?1,?2,?3)")?;
        for (date, name) in days {
            insert.execute([&row.code, date, name])?;
        }
        Ok(())
    }
}

//! Public holidays and working days, from tables compiled in or imported. A table covers some years only:
//! whoever counts asks `covers` and tells of a date beyond them.

pub mod foreign;
mod table;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;

use crate::base::error::{Error, Result};
use crate::base::text;

/// The calendar by which California counts business days.
pub const CALIFORNIA: &str = "US-CA";

/// The holidays of one place, with the zone in which its days usually begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    code: String,
    place: String,
    zone: Tz,
    years: RangeInclusive<i32>,
    holidays: BTreeMap<NaiveDate, String>,
}

impl Calendar {
    /// A calendar that is compiled in, by its code (`DE`, `US-CA`) or the name of the place.
    pub fn named(typed: &str) -> Result<Self> {
        let wanted = text::folded(typed.trim());
        let is_wanted = |name: &str| text::folded(name) == wanted;
        // The EU's own style guide writes EL where ISO 3166 has GR.
        let is_greece = |code: &str| code == "GR" && wanted == "el";
        let found = table::EMBEDDED
            .iter()
            .find(|(code, place, ..)| is_wanted(code) || is_wanted(place) || is_greece(code));
        let Some((code, place, zone, days)) = found else {
            return Err(unknown(typed));
        };
        Self::read(code, place, *zone, days)
    }

    /// Reads a table in the format of the compiled-in ones: `# comment`, then `years 2024-2036`, then a
    /// line for each holiday: its dates (`12-25` in every year, `2026-04-03` in one) and its name.
    pub fn read(code: &str, place: &str, zone: Tz, table: &str) -> Result<Self> {
        let (years, holidays) = table::read(table)
            .map_err(|error| error.because(format!("in calendar `{}`", text::safe(code))))?;
        Ok(Self {
            code: code.to_owned(),
            place: place.to_owned(),
            zone,
            years,
            holidays,
        })
    }

    /// A calendar from elsewhere; a holiday outside `years` has no effect on what is covered.
    pub fn imported(
        code: &str,
        zone: Tz,
        years: RangeInclusive<i32>,
        holidays: BTreeMap<NaiveDate, String>,
    ) -> Self {
        Self {
            code: code.to_owned(),
            place: code.to_owned(),
            zone,
            years,
            holidays,
        }
    }

    #[must_use]
    pub fn of_place(self, place: &str) -> Self {
        Self {
            place: place.to_owned(),
            ..self
        }
    }

    /// The codes of the compiled-in calendars, in alphabetical order.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        table::EMBEDDED.iter().map(|(code, ..)| *code)
    }

    pub fn code(&self) -> &str {
        &self.code
    }

    /// The name of the country or state.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The zone of the capital (of California's largest city): what is meant where none is given.
    pub const fn zone(&self) -> Tz {
        self.zone
    }

    /// The years for which the holidays are known.
    pub fn years(&self) -> RangeInclusive<i32> {
        self.years.clone()
    }

    /// Whether the holidays of this date's year are known; where not, "no holiday" means nothing.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.years.contains(&date.year())
    }

    /// The holidays with their names, in order of their dates.
    pub fn holidays(&self) -> impl Iterator<Item = (NaiveDate, &str)> {
        self.holidays
            .iter()
            .map(|(date, name)| (*date, name.as_str()))
    }

    pub fn is_public_holiday(&self, date: NaiveDate) -> bool {
        self.holidays.contains_key(&date)
    }

    /// Monday to Friday less holidays (Regulation 1182/71 Art. 2(2)).
    pub fn is_business_day(&self, date: NaiveDate) -> bool {
        date.weekday() != Weekday::Sat && self.is_strict_business_day(date)
    }

    /// Monday to Saturday less holidays (Cal. Civ. Code §9).
    pub fn is_strict_business_day(&self, date: NaiveDate) -> bool {
        date.weekday() != Weekday::Sun && !self.is_public_holiday(date)
    }
}

fn unknown(typed: &str) -> Error {
    let error = Error::usage(format!("there is no calendar `{}`", text::safe(typed)));
    let names = table::EMBEDDED
        .iter()
        .flat_map(|(code, place, ..)| [*code, *place]);
    match text::did_you_mean(typed, names) {
        Some(question) => error.hint(question),
        None => error.hint(format!(
            "there are {}",
            Calendar::codes().collect::<Vec<_>>().join(" ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn all_of_the_eu_and_california_are_there() {
        assert_eq!(Calendar::codes().count(), 28);
        assert!(Calendar::codes().is_sorted());
        for code in Calendar::codes() {
            let calendar = Calendar::named(code).unwrap();
            assert_eq!(calendar.code(), code);
            for year in calendar.years() {
                // Not asked as a holiday: Spain's table leaves one that falls on a Sunday out.
                let christmas = NaiveDate::from_ymd_opt(year, 12, 25).unwrap();
                assert!(!calendar.is_business_day(christmas), "{code} {year}");
            }
            assert!(
                calendar
                    .holidays()
                    .all(|(date, name)| calendar.covers(date) && !name.is_empty())
            );
        }
    }

    #[test]
    fn a_place_is_found_by_code_or_name_and_guessed_when_mistyped() {
        for typed in [
            "de",
            "DE",
            " Germany ",
            "us-ca",
            "California",
            "EL",
            "greece",
        ] {
            Calendar::named(typed).unwrap();
        }
        let hint = |typed: &str| Calendar::named(typed).unwrap_err().hint.unwrap();
        assert!(hint("Germny").contains("`Germany`"));
        assert!(hint("USCA").contains("`US-CA`"));
        assert!(hint("??").contains("AT BE BG"));
    }

    #[test]
    fn saturday_is_a_business_day_only_in_the_strict_count() {
        let california = Calendar::named(CALIFORNIA).unwrap();
        assert!(california.is_strict_business_day(day("2026-06-27")));
        assert!(!california.is_business_day(day("2026-06-27")));
        // 4 July 2026 is a Saturday, and Gov. Code 6701 does not give the Friday instead.
        assert!(!california.is_strict_business_day(day("2026-07-04")));
        assert!(california.is_business_day(day("2026-07-03")));
        // 4 July 2027 is a Sunday: Monday instead.
        assert!(!california.is_strict_business_day(day("2027-07-05")));
    }

    #[test]
    fn a_year_beyond_the_table_is_not_covered() {
        let germany = Calendar::named("DE").unwrap();
        assert_eq!(germany.years(), 2024..=2036);
        assert!(germany.covers(day("2036-12-31")) && !germany.covers(day("2037-01-01")));
        assert!(!germany.covers(day("2023-12-31")));
    }

    #[test]
    fn a_damaged_table_is_refused_with_its_line() {
        let read = |table| Calendar::read("X", "X", chrono_tz::UTC, table);
        for (table, line) in [
            ("", "line 1"),
            ("12-25 Christmas", "line 1"),
            ("years 2026-2024\n", "line 1"),
            ("years 0-999999\n", "line 1"),
            ("years 2024-2036\n12-25\n", "line 2"),
            ("years 2024-2036\nChristmas\n", "line 2"),
            ("years 2024-2036\n02-30 No day\n", "line 2"),
            ("years 2024-2036\n2037-01-01 Beyond\n", "line 2"),
        ] {
            let error = read(table).unwrap_err();
            assert!(error.message.contains(line), "{table:?}: {error}");
        }
    }

    #[test]
    fn the_tables_are_those_that_were_agreed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/deadlines");
        let read = |name| std::fs::read_to_string(folder.join(name)).ok();
        let eu = read("holidays_eu27_agreed_2024_2036.csv");
        let california = read("us_ca_business_holidays_2020_2040.csv");
        let (Some(eu), Some(california)) = (eu, california) else {
            crate::base::skipped("the agreed tables are not beside this package");
            return;
        };
        let prefixed = california
            .lines()
            .skip(1)
            .map(|line| format!("US-CA,{line}"));
        let agreed: BTreeSet<String> = (eu.lines().skip(1).map(str::to_owned))
            .chain(prefixed)
            .map(|line| line.split(',').take(2).collect::<Vec<_>>().join(","))
            .collect();
        let ours: BTreeSet<String> = Calendar::codes()
            .map(|code| Calendar::named(code).unwrap())
            .flat_map(|calendar| {
                let code = calendar.code().to_owned();
                let days: Vec<_> = calendar.holidays().map(|(date, _)| date).collect();
                days.into_iter().map(move |date| format!("{code},{date}"))
            })
            .collect();
        assert_eq!(ours, agreed);
    }
}

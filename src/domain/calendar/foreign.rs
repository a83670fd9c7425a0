//! Holiday tables from elsewhere: CSV (`date,name`) and iCalendar (RFC 5545). What is not understood is refused with
//! its line, never passed over: a holiday less is a date too early, one too many a date too late.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::base::error::{Error, Result};
use crate::base::text;

/// More days than a century of holidays has.
const MOST_DAYS: usize = 5_000;
const MOST_NAME: usize = 200;
/// A holiday that lasts longer is a mistake in the file.
const MOST_LENGTH: i64 = 14;

pub type Holidays = BTreeMap<NaiveDate, String>;

/// Reads either: iCalendar begins with `BEGIN:VCALENDAR`.
pub fn read(file: &str) -> Result<Holidays> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let first = file.lines().next().unwrap_or_default().trim();
    let holidays = if first.eq_ignore_ascii_case("BEGIN:VCALENDAR") {
        icalendar(file)?
    } else {
        csv(file)?
    };
    if holidays.is_empty() {
        return Err(Error::usage("the file names no holiday").hint(
            "wanted are lines like `2027-06-24,Midsummer`, or an iCalendar file of whole days",
        ));
    }
    Ok(holidays)
}

fn csv(file: &str) -> Result<Holidays> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(file.as_bytes());
    let mut holidays = Holidays::new();
    for (place, record) in (1_u64..).zip(reader.records()) {
        let record =
            record.map_err(|error| Error::usage("the CSV file is damaged").because(error))?;
        let line = record.position().map_or(place, csv::Position::line);
        let (date, name) = (record.get(0).unwrap_or_default(), record.get(1));
        let is_head = place == 1 && date.eq_ignore_ascii_case("date");
        if is_head || date.starts_with('#') {
            continue;
        }
        let day = date
            .parse()
            .map_err(|_| wrong(line, date, "a date like `2027-06-24`"))?;
        let name = name
            .filter(|name| !name.is_empty())
            .ok_or_else(|| wrong(line, date, "a name behind the date, after a comma"))?;
        add(&mut holidays, (line, day, name))?;
    }
    Ok(holidays)
}

/// One event while it is read.
#[derive(Default)]
struct Event {
    line: u64,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    name: Option<String>,
}

fn icalendar(file: &str) -> Result<Holidays> {
    let mut holidays = Holidays::new();
    let mut event: Option<Event> = None;
    // Parts inside an event, such as alarms, have properties of their own.
    let mut inner = 0_u32;
    for (line, text) in unfolded(file) {
        let (head, value) = text.split_once(':').unwrap_or((text.as_str(), ""));
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        let name = name.to_ascii_uppercase();
        let Some(open) = event.as_mut() else {
            if name == "BEGIN" && value.eq_ignore_ascii_case("VEVENT") {
                event = Some(Event {
                    line,
                    ..Event::default()
                });
            }
            continue;
        };
        match name.as_str() {
            "BEGIN" => inner = inner.saturating_add(1),
            "END" if inner > 0 => inner -= 1,
            "END" => {
                if let Some(done) = event.take() {
                    take(&mut holidays, done)?;
                }
            }
            _ if inner > 0 => {}
            "DTSTART" => open.start = Some(whole_day(line, parameters, value)?),
            "DTEND" => open.end = Some(whole_day(line, parameters, value)?),
            "SUMMARY" => open.name = Some(unescaped(value)),
            "RRULE" | "RDATE" | "EXDATE" | "DURATION" => {
                return Err(wrong(
                    line,
                    &name,
                    "every holiday as a day of its own, without a rule of repetition",
                ));
            }
            _ => {}
        }
    }
    match event {
        Some(cut) => Err(wrong(cut.line, "BEGIN:VEVENT", "an `END:VEVENT` behind it")),
        None => Ok(holidays),
    }
}

/// Logical lines with the number of their first one (RFC 5545 §3.1).
fn unfolded(file: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = vec![];
    for (number, line) in (1_u64..).zip(file.lines()) {
        let line = line.trim_end_matches('\r');
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, text))) => text.push_str(more),
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// `20270624`; a time of day is none of a holiday's.
fn whole_day(line: u64, parameters: &str, value: &str) -> Result<NaiveDate> {
    let wanted = "a whole day like `DTSTART;VALUE=DATE:20270624`";
    let is_date = parameters
        .split(';')
        .any(|one| one.eq_ignore_ascii_case("VALUE=DATE"));
    let digits = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits && (is_date || parameters.is_empty())) {
        return Err(wrong(line, value, wanted));
    }
    NaiveDate::parse_from_str(value, "%Y%m%d").map_err(|_| wrong(line, value, wanted))
}

/// RFC 5545 §3.3.11.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            (other, false) => text.push(other),
        }
    }
    text
}

/// The days of an event; its end is the day after the last (RFC 5545 §3.6.1).
fn take(holidays: &mut Holidays, event: Event) -> Result<()> {
    let line = event.line;
    let start = event
        .start
        .ok_or_else(|| wrong(line, "BEGIN:VEVENT", "a `DTSTART` in the event"))?;
    let name = event
        .name
        .ok_or_else(|| wrong(line, "BEGIN:VEVENT", "a `SUMMARY` in the event"))?;
    let length = event.end.map_or(1, |end| (end - start).num_days().max(1));
    if length > MOST_LENGTH {
        return Err(wrong(line, &name, "a holiday of at most two weeks"));
    }
    for number in 0..u64::try_from(length).unwrap_or(1) {
        let day = start
            .checked_add_days(Days::new(number))
            .ok_or_else(|| wrong(line, &name, "a date on the calendar"))?;
        add(holidays, (line, day, &name))?;
    }
    Ok(())
}

/// Two names for one day are joined: a day can be a holiday twice.
fn add(holidays: &mut Holidays, (line, day, name): (u64, NaiveDate, &str)) -> Result<()> {
    use chrono::Datelike as _;
    if !(1900..=2400).contains(&day.year()) {
        return Err(wrong(line, &day.to_string(), "a year from 1900 to 2400"));
    }
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MOST_NAME || text::safe(name) != name {
        return Err(wrong(line, name, "a name of 1 to 200 visible characters"));
    }
    match holidays.get_mut(&day) {
        Some(known) if known.split(" / ").any(|one| one == name) => {}
        Some(known) => {
            known.push_str(" / ");
            known.push_str(name);
        }
        None => {
            holidays.insert(day, name.to_owned());
        }
    }
    if holidays.len() > MOST_DAYS {
        return Err(wrong(line, name, "at most 5000 holidays"));
    }
    Ok(())
}

fn wrong(line: u64, found: &str, wanted: &str) -> Error {
    let short: String = found.chars().take(60).collect();
    Error::usage(format!(
        "line {line} of the holidays has `{}`; wanted is {wanted}",
        text::safe(&short)
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn lines_of_dates_and_names_are_read() {
        let file = "\u{feff}date,name\r\n2027-03-08,Frauentag\r\n# ours\r\n2027-06-24,\"Midsummer, observed\"\r\n2027-03-08,Second\r\n";
        let holidays = read(file).unwrap();
        assert_eq!(holidays[&day("2027-03-08")], "Frauentag / Second");
        assert_eq!(holidays[&day("2027-06-24")], "Midsummer, observed");
        for (file, line) in [
            ("2027-02-30,No day\n", "line 1"),
            ("2027-01-01,New Year\n2027-06-24\n", "line 2"),
            ("3027-01-01,Far\n", "line 1"),
            ("24.06.2027,Midsummer\n", "line 1"),
            ("2027-01-01,\u{1b}[31mred\n", "line 1"),
        ] {
            let error = read(file).unwrap_err();
            assert!(error.message.contains(line), "{file:?}: {error}");
        }
        read("").unwrap_err();
        read("date,name\n").unwrap_err();
    }

    #[test]
    fn whole_days_of_an_icalendar_are_read() {
        let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270510\r\nDTEND;VALUE=DATE:20270512\r\nSUMMARY:Two days\\, \r\n folded\r\nBEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let holidays = read(file).unwrap();
        let days: Vec<_> = holidays.keys().map(NaiveDate::to_string).collect();
        assert_eq!(days, ["2027-05-10", "2027-05-11"]);
        assert_eq!(holidays[&day("2027-05-11")], "Two days, folded");
        let event = |inner: &str| {
            read(&format!(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\n{inner}\nEND:VEVENT\n"
            ))
        };
        for refused in [
            "DTSTART:20270510T100000Z\nSUMMARY:x",
            "DTSTART;VALUE=DATE:20270510\nSUMMARY:x\nRRULE:FREQ=YEARLY",
            "DTSTART;VALUE=DATE:20270510",
            "SUMMARY:x",
            "DTSTART;VALUE=DATE:20270510\nDTEND;VALUE=DATE:20280510\nSUMMARY:x",
        ] {
            event(refused).unwrap_err();
        }
        read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270510\nSUMMARY:cut\n")
            .unwrap_err();
    }

    proptest! {
        #[test]
        fn nothing_makes_the_reader_panic(text in "\\PC{0,200}", lines in prop::collection::vec(
            prop::sample::select(vec!["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "DTSTART;VALUE=DATE:20270510",
                "DTEND:20270511", " folded", "SUMMARY:a\\", "BEGIN:VALARM", "END:VALARM", "2027-01-01,x"]), 0..12)) {
            read(&text).ok();
            read(&lines.join("\n")).ok();
        }
    }
}

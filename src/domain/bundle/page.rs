//! The page to read: self-contained, no script, nothing fetched. Every value is escaped by the template
//! language, and control or direction characters are made visible first.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use minijinja::{Environment, context};
use serde::Serialize;

use super::response::Response;
use super::sections::Section;
use super::{About, Profile};
use crate::base::error::{Error, Result};
use crate::base::{clock, text};
use crate::crypto::seal::sha256;

const TEMPLATE: &str = include_str!("start-here.html");
const STYLE: &str = include_str!("start-here.css");
/// More rows than this stand in the CSV file only.
const MOST_ROWS: usize = 500;
const MOST_MONTHS: usize = 24;
/// The height of the highest bar.
const HEIGHT: u32 = 120;

/// A table as it is shown.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    file: &'a str,
    title: &'a str,
    caption: &'a str,
    header: &'a [&'static str],
    rows: Vec<Vec<String>>,
    total: usize,
    is_cut: bool,
}

/// One month of the chart.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct Bar {
    month: String,
    year: i32,
    count: u32,
    x: u32,
    height: u32,
    top: u32,
    /// The year is written under its first month only.
    tells_year: bool,
}

pub(super) fn render(
    response: &Response,
    sections: &[Section],
    about: &About<'_>,
) -> Result<String> {
    let shown: Vec<Shown<'_>> = sections.iter().map(show).collect();
    let bars = bars(response);
    let bar_count = u32::try_from(bars.len()).unwrap_or_default();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    let broken =
        |error: minijinja::Error| Error::bug("the page of a bundle does not render").because(error);
    // The name's ending makes the template escape HTML.
    environment
        .add_template("start-here.html", TEMPLATE)
        .map_err(broken)?;
    let template = environment
        .get_template("start-here.html")
        .map_err(broken)?;
    let controller = about.controller;
    template
        .render(context! {
            style => STYLE,
            style_hash => data_encoding::BASE64.encode(&sha256(STYLE.as_bytes())),
            reference => about.reference,
            is_access => about.profile == Profile::Access,
            made => about.made.format("%-d %B %Y, %H:%M UTC").to_string(),
            controller => controller.name.as_deref().map(text::safe),
            contact => controller.contact.as_deref().map(text::safe),
            authority => controller.authority.as_deref().map(text::safe),
            has_account => response.account.is_some(),
            counts => counts(response),
            sections => minijinja::value::Serde(&shown),
            bars => minijinja::value::Serde(&bars),
            chart_width => bar_count.max(6) * 32 + 8,
            chart_height => HEIGHT + 52,
            chart_floor => HEIGHT + 16,
        })
        .map_err(broken)
}

fn show(section: &Section) -> Shown<'_> {
    let rows = section.rows.iter().take(MOST_ROWS);
    Shown {
        id: section.id,
        file: section.file,
        title: section.title,
        caption: section.caption,
        header: &section.header,
        rows: rows
            .map(|row| row.iter().map(|cell| readable(cell)).collect())
            .collect(),
        total: section.rows.len(),
        is_cut: section.rows.len() > MOST_ROWS,
    }
}

/// Instants without the letters of RFC 3339, and unbroken; the page says once that they are UTC.
fn readable(cell: &str) -> String {
    let is_instant = cell.len() == 20 && cell.ends_with('Z');
    match clock::parse(cell) {
        Ok(time) if is_instant => time
            .format("%Y\u{2011}%m\u{2011}%d\u{a0}%H:%M:%S")
            .to_string(),
        _ => text::safe(cell),
    }
}

fn counts(response: &Response) -> Vec<String> {
    let count = |n: usize, noun: &str| text::count(i128::try_from(n).unwrap_or_default(), noun);
    vec![
        count(response.sign_ins.len(), "sign-in"),
        count(response.activity.len(), "entry of activity")
            .replace("entry of activitys", "entries of activity"),
        count(response.requests.len(), "data request"),
    ]
}

/// Events per month, months without any included, the last two years at most.
pub(super) fn bars(response: &Response) -> Vec<Bar> {
    let times = response.activity.iter().map(|item| &item.time);
    let times = times.chain(response.sign_ins.iter().map(|item| &item.time));
    let mut months: BTreeMap<i32, u32> = BTreeMap::new();
    for time in times {
        let Ok(date) = time
            .chars()
            .take(10)
            .collect::<String>()
            .parse::<NaiveDate>()
        else {
            continue;
        };
        let month = date.year() * 12 + i32::try_from(date.month0()).unwrap_or_default();
        *months.entry(month).or_default() += 1;
    }
    let (Some(first), Some(last)) = (months.keys().next(), months.keys().next_back()) else {
        return vec![];
    };
    let most = i32::try_from(MOST_MONTHS).unwrap_or(24);
    let first = (*first).max(last - most + 1);
    let highest = months.range(first..).map(|(_, count)| *count).max();
    let mut x = 8;
    let mut bars = vec![];
    for month in first..=*last {
        let count = months.get(&month).copied().unwrap_or_default();
        let height = (count * HEIGHT).div_ceil(highest.unwrap_or(1).max(1));
        let (year, number) = (month.div_euclid(12), month.rem_euclid(12));
        bars.push(Bar {
            month: name(number).to_owned(),
            year,
            count,
            x,
            height,
            top: HEIGHT + 16 - height,
            tells_year: number == 0 || bars.is_empty(),
        });
        x += 32;
    }
    bars
}

fn name(month: i32) -> &'static str {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let place = usize::try_from(month).unwrap_or_default();
    NAMES.get(place).copied().unwrap_or("?")
}

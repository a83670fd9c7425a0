//! The page to read: self-contained, no script, nothing fetched. Every value is escaped by the template
//! language, and control or direction characters are made visible first.

use minijinja::{Environment, context};
use serde::Serialize;

use super::months::HEIGHT;
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

/// A table as it is shown.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    file: &'a str,
    title: &'a str,
    caption: &'a str,
    header: Vec<&'a str>,
    rows: Vec<Vec<String>>,
    total: usize,
    is_cut: bool,
}

pub(super) fn render(
    response: &Response,
    sections: &[Section<'_>],
    about: &About<'_>,
) -> Result<String> {
    let shown = sections.iter().map(show).collect::<Result<Vec<_>>>()?;
    let bars = response.months.bars();
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

fn show<'a>(section: &'a Section<'_>) -> Result<Shown<'a>> {
    let rows = section.rows().take(MOST_ROWS);
    Ok(Shown {
        id: section.id,
        file: section.file,
        title: section.title,
        caption: section.caption,
        header: section.header.clone(),
        rows: rows
            .map(|row| Ok(row?.iter().map(|cell| readable(cell)).collect()))
            .collect::<Result<_>>()?,
        total: section.len(),
        is_cut: section.len() > MOST_ROWS,
    })
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

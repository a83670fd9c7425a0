//! Views on a terminal: drawn tables, aligned records, all within its width. A word is never broken; a table
//! that has no room for its words becomes one block a row.

use crate::base::text::safe;

use super::times::{Times, columns, longest_word, wrapped};
use super::{Table, View};

/// Columns that a table takes beside the content of each of its own: one before it, one between two.
const PADDING: usize = 2;
/// A value that would get fewer columns beside its name is not wrapped at all.
const LEAST: usize = 16;

/// The view as text, and under it the zone of its instants.
pub(super) fn drawn(view: &View, width: u16, utc: bool) -> String {
    let mut times = Times::new(utc);
    let shown = part(view, usize::from(width), &mut times);
    match times.note() {
        Some(note) => format!("{shown}\n{note}\n"),
        None => shown,
    }
}

fn part(view: &View, width: usize, times: &mut Times) -> String {
    match view {
        View::Parts(parts) => {
            let shown: Vec<String> = parts.iter().map(|one| part(one, width, times)).collect();
            let dense = parts.iter().all(|one| matches!(one, View::Lines(_)));
            shown.join(if dense { "" } else { "\n" })
        }
        View::Lines(lines) => lines
            .iter()
            .map(|line| times.sentence(&safe(line)) + "\n")
            .collect(),
        View::Table(table) => tabled(table, width, times),
        View::Record(fields) => {
            let fields: Vec<(String, String)> = fields
                .iter()
                .map(|(key, value)| (key.clone(), times.short(&safe(value))))
                .collect();
            aligned(&fields, width)
        }
    }
}

fn tabled(table: &Table, width: usize, times: &mut Times) -> String {
    if table.rows.is_empty() {
        return format!("{}\n", table.empty.as_deref().unwrap_or("nothing to show"));
    }
    let header: Vec<String> = table.header.iter().map(|name| safe(name)).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| times.short(&safe(cell))).collect())
        .collect();
    if let Some(widths) = widths(&header, &rows, width) {
        return laid_out(&header, &rows, &widths);
    }
    // Columns that say nothing go first.
    let (few, short) = (said(&header, &rows), |row: &Vec<String>| said(row, &rows));
    let rows: Vec<Vec<String>> = rows.iter().map(short).collect();
    match widths(&few, &rows, width) {
        Some(widths) => laid_out(&few, &rows, &widths),
        None => blocks(&few, &rows, width),
    }
}

/// The cells of the columns in which some row says something.
fn said(cells: &[String], rows: &[Vec<String>]) -> Vec<String> {
    let says = |index: usize| {
        let mut column = rows.iter().filter_map(|row| row.get(index));
        column.any(|cell| !cell.is_empty())
    };
    let kept = cells.iter().enumerate().filter(|(index, _)| says(*index));
    kept.map(|(_, cell)| cell.clone()).collect()
}

/// How wide each column becomes; none where the words do not fit side by side.
fn widths(header: &[String], rows: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
    let measured = |measure: fn(&str) -> usize| -> Vec<usize> {
        let of_column = |(index, name): (usize, &String)| {
            let cells = rows.iter().filter_map(|row| row.get(index));
            cells
                .map(|cell| measure(cell))
                .fold(measure(name), usize::max)
        };
        header.iter().enumerate().map(of_column).collect()
    };
    let room = (width + 1).checked_sub(header.len() * PADDING)?;
    let (mut given, wanted) = (measured(longest_word), measured(columns));
    let mut left = room.checked_sub(given.iter().sum())?;
    // What is left goes to the narrowest of those that want more, column by column.
    while left > 0 {
        let pairs = given.iter_mut().zip(&wanted);
        let Some((next, _)) = pairs
            .filter(|(given, wanted)| **given < **wanted)
            .min_by_key(|(given, _)| **given)
        else {
            break;
        };
        *next += 1;
        left -= 1;
    }
    Some(given)
}

fn laid_out(header: &[String], rows: &[Vec<String>], widths: &[usize]) -> String {
    let style = comfy_table::TableStyle::new()
        .header_separator(comfy_table::LineStyle::none().fill('─').junction('─'));
    let cells = |row: &[String]| -> Vec<String> {
        let lines = row.iter().zip(widths);
        lines
            .map(|(cell, width)| wrapped(cell, *width).join("\n"))
            .collect()
    };
    let mut drawing = comfy_table::Table::new();
    drawing
        .load_style(style)
        .set_content_arrangement(comfy_table::ContentArrangement::Disabled)
        .set_header(cells(header));
    for row in rows {
        drawing.add_row(cells(row));
    }
    for column in drawing.column_iter_mut() {
        column.set_padding((1, 0));
    }
    drawing.trim_fmt() + "\n"
}

/// Every row as a record of what it says, with a blank line between two.
fn blocks(header: &[String], rows: &[Vec<String>], width: usize) -> String {
    let block = |row: &Vec<String>| {
        let fields: Vec<(String, String)> = header
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| (name.clone(), cell.clone()))
            .collect();
        aligned(&fields, width)
    };
    let blocks: Vec<String> = rows.iter().map(block).collect();
    blocks.join("\n")
}

fn aligned(fields: &[(String, String)], width: usize) -> String {
    let names = fields.iter().map(|(name, _)| columns(name));
    let indent = names.max().unwrap_or(0) + 2;
    let room = width.saturating_sub(indent);
    let line = |(name, value): &(String, String)| {
        let colon = if name.is_empty() { "" } else { ":" };
        let gap = " ".repeat(indent - columns(name) - colon.len());
        let room = if room < LEAST { usize::MAX } else { room };
        let value = wrapped(value, room).join(&format!("\n{}", " ".repeat(indent)));
        format!("{}\n", format!("{name}{colon}{gap}{value}").trim_end())
    };
    fields.iter().map(line).collect()
}

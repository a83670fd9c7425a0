//! Instants as a person reads them: short, all in one zone, which is said once. Programs get RFC 3339 in UTC
//! and never come here.

use std::collections::BTreeSet;

use chrono::{Local, Offset as _};

use crate::base::clock::{self, Time};

/// Stands for the space inside an instant until its line is wrapped: it must not be broken there.
const GLUE: char = '\u{e000}';

/// The zone that a screen shows, and the offsets that its instants had there.
pub(crate) struct Times {
    utc: bool,
    offsets: BTreeSet<String>,
}

impl Times {
    pub(crate) const fn new(utc: bool) -> Self {
        Self {
            utc,
            offsets: BTreeSet::new(),
        }
    }

    /// The text with every instant short; [`Self::note`] says the zone.
    pub(crate) fn short(&mut self, text: &str) -> String {
        replaced(text, |time, fraction| {
            let (shown, offset) = self.civil(time);
            self.offsets.insert(offset);
            format!("{}{fraction}", shown.replace(' ', &GLUE.to_string()))
        })
    }

    /// The text with every instant and its zone: for a sentence that stands alone.
    pub(crate) fn sentence(&self, text: &str) -> String {
        replaced(text, |time, _| {
            let (shown, offset) = self.civil(time);
            format!("{shown} {offset}")
        })
    }

    /// The line under a view that says in which zone its instants are; none where it shows none.
    pub(crate) fn note(&self) -> Option<String> {
        let offsets: Vec<&str> = self.offsets.iter().map(String::as_str).collect();
        match offsets.as_slice() {
            [] => None,
            [one] => Some(format!("Times are in {one}")),
            // Summer and winter on one screen.
            many => Some(format!("Times are local: {}", many.join(", "))),
        }
    }

    fn civil(&self, time: Time) -> (String, String) {
        let form = "%Y-%m-%d %H:%M:%S";
        if self.utc {
            return (time.format(form).to_string(), "UTC".to_owned());
        }
        let local = time.with_timezone(&Local);
        let offset = local.offset().fix();
        let name = if offset.local_minus_utc() == 0 {
            "UTC".to_owned()
        } else {
            format!("UTC{offset}")
        };
        (local.format(form).to_string(), name)
    }
}

/// The text in lines of at most `width` columns, broken at spaces only: a longer word keeps its line whole,
/// so that it can be copied.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && columns(&line) + 1 + columns(word) > width {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
        .into_iter()
        .map(|line| line.replace(GLUE, " "))
        .collect()
}

/// Columns of the longest word, which is what a table must leave room for.
pub(crate) fn longest_word(text: &str) -> usize {
    text.split(' ').map(columns).max().unwrap_or(0)
}

/// How many columns a terminal takes for it.
pub(crate) fn columns(text: &str) -> usize {
    dialoguer::console::measure_text_width(text)
}

/// Every instant in the text by what `form` makes of it and of its fraction of a second (`.123` or nothing).
fn replaced(text: &str, mut form: impl FnMut(Time, &str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside_word = false;
    while let Some(first) = rest.chars().next() {
        let found = instant(rest).filter(|_| !inside_word);
        let read = found.and_then(|(word, end)| Some((clock::parse(word).ok()?, word, end)));
        let taken = if let Some((time, word, end)) = read {
            out.push_str(&form(
                time,
                word.get(19..word.len() - 1).unwrap_or_default(),
            ));
            end
        } else {
            out.push(first);
            first.len_utf8()
        };
        inside_word = first.is_alphanumeric() || first == '-';
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// An RFC 3339 instant in UTC that the text begins with, and where it ends.
fn instant(text: &str) -> Option<(&str, usize)> {
    let head = text.get(..19)?;
    let fits = |(byte, form): (u8, u8)| match form {
        b'd' => byte.is_ascii_digit(),
        _ => byte == form,
    };
    if !head.bytes().zip(*b"dddd-dd-ddTdd:dd:dd").all(fits) {
        return None;
    }
    let tail = text.get(19..)?;
    let fraction = match tail.strip_prefix('.') {
        Some(digits) => 1 + digits.bytes().take_while(u8::is_ascii_digit).count(),
        None => 0,
    };
    let after = tail.get(fraction..)?.strip_prefix('Z')?;
    let end = 19 + fraction + 1;
    let alone = !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    text.get(..end).filter(|_| alone).map(|word| (word, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_found_in_sentences_and_nowhere_else() {
        let utc = Times::new(true);
        assert_eq!(
            utc.sentence("locked until 2026-11-22T20:07:04Z, see é"),
            "locked until 2026-11-22 20:07:04 UTC, see é"
        );
        for other in [
            "x2026-11-22T20:07:04Z",
            "2026-11-22T20:07:04Zulu",
            "2026-13-22T20:07:04Z",
            "20261122T200704Z",
            "2026-11-22",
        ] {
            assert_eq!(utc.sentence(other), other);
        }
    }

    #[test]
    fn the_zone_is_said_once_and_only_for_instants() {
        let mut times = Times::new(true);
        assert_eq!(times.note(), None);
        let cell = times.short("2026-11-22T20:07:04.123456Z");
        assert_eq!(wrapped(&cell, 5), ["2026-11-22 20:07:04.123456"]);
        times.short("2026-11-23T20:07:04Z");
        assert_eq!(times.note().unwrap(), "Times are in UTC");
    }

    #[test]
    fn words_are_kept_whole() {
        assert_eq!(
            wrapped("a bc backup.create d", 5),
            ["a bc", "backup.create", "d"]
        );
        assert_eq!(wrapped("", 5), [""]);
    }
}

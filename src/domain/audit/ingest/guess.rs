//! In which format the lines of a file are, where nobody said it: most of the first ones decide, and a run of later
//! ones can decide anew. One line alone, which anybody may have written, decides nothing for long.

use super::Format;
use super::draft::Draft;
use super::lines::{Line, text};

/// Lines that are looked at before the first is read, and before another format is taken.
const FIRST: usize = 64;
const AHEAD: usize = 16;
/// So many lines in a row that fit another format, and not this one, make it the format; as long as no more lines
/// than that fitted, one does.
const ENOUGH: u32 = 8;
const FEW: u32 = 3;

/// The format so far.
#[derive(Clone, Debug)]
pub struct Guess {
    format: Option<Format>,
    /// The caller said it.
    said: bool,
    /// Lines that fitted, and those in a row that fit another format.
    fitted: u32,
    other: Option<(Format, u32)>,
}

impl Guess {
    pub const fn new(said: Option<Format>) -> Self {
        Self {
            format: said,
            said: said.is_some(),
            fitted: 0,
            other: None,
        }
    }

    pub const fn format(&self) -> Option<Format> {
        self.format
    }

    /// Looks at a line before it is read, and at those from it on as far as they are there: the first lines of a
    /// file, and those at which another format begins, are read in the right one.
    pub fn look<'a, I>(&mut self, line: &Line<'_>, from_here: impl Fn() -> I)
    where
        I: Iterator<Item = Line<'a>>,
    {
        if self.said {
            return;
        }
        let Some(current) = self.format else {
            if of(line).is_some() {
                let found = commonest(from_here().take(FIRST));
                self.format = found.map(|(format, _)| format);
                self.fitted = found.map_or(0, |(_, lines)| lines);
            }
            return;
        };
        let Some(other) = misfit(current, line) else {
            return;
        };
        let ahead: Vec<Option<Format>> = from_here().take(AHEAD).map(|line| of(&line)).collect();
        let fit = |format| ahead.iter().filter(|found| **found == Some(format)).count();
        if fit(other) >= AHEAD / 2 && fit(other) > 2 * fit(current) {
            self.take(other);
        }
    }

    /// The draft of a line; `None` where it does not make sense in the format of the file.
    pub fn read(&mut self, line: &str) -> Option<Draft> {
        if self.format.is_none() {
            self.format = Format::of(line);
        }
        let current = self.format?;
        if let Some(draft) = current.read(line) {
            self.fitted = self.fitted.saturating_add(1);
            self.other = None;
            return Some(draft);
        }
        if self.said {
            return None;
        }
        let other = Format::of(line).filter(|other| *other != current)?;
        let before = match self.other {
            Some((format, count)) if format == other => count,
            _ => 0,
        };
        self.other = Some((other, before + 1));
        if self.fitted > FEW && before + 1 < ENOUGH {
            return None;
        }
        self.take(other);
        self.read(line)
    }

    const fn take(&mut self, format: Format) {
        self.format = Some(format);
        self.fitted = 0;
        self.other = None;
    }
}

/// The format in which a line makes sense, if it is another.
fn misfit(current: Format, line: &Line<'_>) -> Option<Format> {
    // What the line begins with shows most that fit without reading it twice.
    let Line::Bytes(bytes) = line else {
        return None;
    };
    let is_object = bytes.starts_with(b"{");
    let wants_object = matches!(current, Format::Jsonl | Format::Journald);
    let is_digit = bytes.first().is_some_and(u8::is_ascii_digit);
    let suspect = is_object != wants_object
        || bytes.starts_with(b"CEF:") != (current == Format::Cef)
        || (current == Format::Syslog && is_digit && !is_dated(bytes))
        || (current == Format::Web && !is_digit);
    if !suspect {
        return None;
    }
    of(line).filter(|other| *other != current)
}

/// `2026-…`, as RFC 3339 begins.
fn is_dated(bytes: &[u8]) -> bool {
    bytes.get(4) == Some(&b'-')
}

fn of(line: &Line<'_>) -> Option<Format> {
    match line {
        Line::Bytes(bytes) => Format::of(&text(bytes).0),
        Line::TooLong => None,
    }
}

/// The format of most of the lines, and how many they are; of two, the one that came first.
fn commonest<'a>(lines: impl Iterator<Item = Line<'a>>) -> Option<(Format, u32)> {
    let mut counts: Vec<(Format, u32)> = vec![];
    for format in lines.filter_map(|line| of(&line)) {
        match counts.iter_mut().find(|(known, _)| *known == format) {
            Some((_, count)) => *count += 1,
            None => counts.push((format, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SSHD: &str = "Nov 20 10:00:00 gate sshd[7]: x";
    const JSON: &str = "{\"action\":\"a.b\"}";
    const WEB: &str = "192.0.2.1 - - [10/Oct/2000:13:55:36 +0000] \"GET / HTTP/1.0\" 200 1";

    /// Which lines are read, where so many come at once.
    fn read(lines: &[&str], at_once: usize) -> usize {
        let mut guess = Guess::new(None);
        let mut read = 0;
        for part in lines.chunks(at_once) {
            for (number, line) in part.iter().enumerate() {
                let rest = || {
                    part.iter()
                        .skip(number)
                        .map(|line| Line::Bytes(line.as_bytes()))
                };
                guess.look(&Line::Bytes(line.as_bytes()), rest);
                read += usize::from(guess.read(line).is_some());
            }
        }
        read
    }

    #[test]
    fn one_line_does_not_fix_the_format() {
        let mut lines = vec![JSON];
        lines.extend([SSHD; 40]);
        // Known ahead, the one that does not fit is counted; one by one, each is read.
        assert_eq!(read(&lines, 100), 40);
        assert_eq!(read(&lines, 1), 41);
        // Nor does one in the middle.
        let mut lines = vec![SSHD; 40];
        lines.push(JSON);
        lines.extend([SSHD; 40]);
        assert_eq!(read(&lines, 100), 80);
        assert_eq!(read(&lines, 1), 80);
    }

    #[test]
    fn a_file_may_become_another() {
        for other in [JSON, WEB] {
            let mut lines = vec![SSHD; 40];
            lines.extend([other; 40]);
            assert_eq!(read(&lines, 100), 80, "{other}");
            // One by one it takes some lines to be sure; they are counted.
            assert_eq!(read(&lines, 1), 73, "{other}");
            lines.reverse();
            assert_eq!(read(&lines, 100), 80, "{other}");
        }
    }

    #[test]
    fn what_the_caller_says_stays() {
        let mut guess = Guess::new(Some(Format::Syslog));
        for _ in 0..20 {
            guess.look(&Line::Bytes(JSON.as_bytes()), || {
                [Line::Bytes(JSON.as_bytes())].into_iter()
            });
            assert!(guess.read(JSON).is_none());
        }
        assert_eq!(guess.format(), Some(Format::Syslog));
    }
}

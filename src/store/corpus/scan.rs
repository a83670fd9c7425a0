//! Reading a whole list: every line's form and order, for whoever wants to be sure.

use std::cmp::Ordering;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use super::line::{LONGEST, Line, order};
use super::{Kind, look, plain, ranges};
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};

/// What reading all of a list showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scanned {
    pub lines: u64,
    /// Lines with the count 0, which stand for nothing.
    pub padding: u64,
    /// What is wrong, the first of it; none: the list is sound.
    pub wrong: Option<String>,
}

/// Reads all of a list. A list that cannot be read at all is an error, a wrong line a finding.
pub fn scan(path: &Path, kind: Kind, report: &mut Report<'_>) -> Result<Scanned> {
    match kind {
        Kind::Sorted => sorted(path, report),
        Kind::Ranges => Ok(folder(path, report)),
        Kind::Plain => Ok(match plain::check(path) {
            Ok(lines) => Scanned {
                lines,
                ..Scanned::default()
            },
            Err(error) => found(&Scanned::default(), error.message),
        }),
    }
}

fn found(scanned: &Scanned, wrong: impl Into<String>) -> Scanned {
    Scanned {
        wrong: Some(wrong.into()),
        ..*scanned
    }
}

fn sorted(path: &Path, report: &mut Report<'_>) -> Result<Scanned> {
    let unreadable = |error: std::io::Error| Error::io("read", path, &error);
    let file = super::open(path)?;
    let total = file.metadata().map_err(unreadable)?.len();
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let mut scanned = Scanned::default();
    let (mut text, mut before, mut done) = (vec![], vec![], 0_u64);
    loop {
        text.clear();
        let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        let read = reader
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut text)
            .map_err(unreadable)?;
        if read == 0 {
            return Ok(scanned);
        }
        scanned.lines += 1;
        done += u64::try_from(read).unwrap_or_default();
        let Some(line) = Line::whole(text.strip_suffix(b"\n").unwrap_or(&text)) else {
            let wrong = format!("line {} has another form", scanned.lines);
            return Ok(found(&scanned, wrong));
        };
        if scanned.lines > 1 && order(&before, line.digits) != Ordering::Less {
            let wrong = format!("line {} stands after a greater or equal one", scanned.lines);
            return Ok(found(&scanned, wrong));
        }
        scanned.padding += u64::from(line.count == 0);
        before.clear();
        before.extend_from_slice(line.digits);
        if scanned.lines.is_multiple_of(1 << 16) {
            report(Progress::of(done, total));
        }
    }
}

fn folder(path: &Path, report: &mut Report<'_>) -> Scanned {
    let mut scanned = Scanned::default();
    for range in 0..ranges::FILES {
        let file = ranges::file_of(path, &format!("{range:05X}"));
        match file.and_then(|file| look::in_order(&file)) {
            Ok(lines) => scanned.lines += lines,
            Err(error) => return found(&scanned, error.message),
        }
        if range.is_multiple_of(1 << 10) {
            report(Progress::of(u64::from(range), u64::from(ranges::FILES)));
        }
    }
    scanned
}

//! Looking a fingerprint up in a folder of range files: `00000` to `FFFFF`, named by its first five digits,
//! each with lines of the other 35.

use std::path::{Path, PathBuf};

use super::line::Line;
use crate::base::error::{Error, Result};

/// How many files a whole folder has.
pub(super) const FILES: u32 = 1 << 20;
/// Digits in a file's name, and in its lines.
const NAMED: usize = 5;
const WIDTH: usize = 35;
/// A range file has some 80 KB; one of this size is something else.
const LONGEST: u64 = 16 * 1024 * 1024;

/// The file of one range, in any of the spellings that downloaders give it.
pub(super) fn file_of(folder: &Path, range: &str) -> Result<PathBuf> {
    let lower = range.to_ascii_lowercase();
    let names = [
        format!("{range}.txt"),
        range.to_owned(),
        format!("{lower}.txt"),
        lower,
    ];
    let mut paths = names.iter().map(|name| folder.join(name));
    paths
        .find(|path| path.is_file())
        .ok_or_else(|| Error::failed(format!("the range file `{range}` is missing")))
}

/// How often the list says that the password was seen; 0 = it is not there.
pub(super) fn times(folder: &Path, digits: &str) -> Result<u64> {
    let (range, wanted) = digits.split_at_checked(NAMED).unwrap_or_default();
    let mut found = 0;
    each_line(&file_of(folder, range)?, |line| {
        if line.digits.eq_ignore_ascii_case(wanted.as_bytes()) {
            found = line.count;
        }
        Ok(())
    })?;
    Ok(found)
}

/// Reads every line of a range file; one that has another form is an error.
pub(super) fn each_line(path: &Path, mut see: impl FnMut(Line<'_>) -> Result<()>) -> Result<u64> {
    let bytes = super::read_whole(path, LONGEST)?
        .ok_or_else(|| odd(path, "is too long for a range file"))?;
    let text = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
    if text.is_empty() {
        return Err(odd(path, "is empty"));
    }
    let mut lines = 0;
    for text in text.split(|byte| *byte == b'\n') {
        lines += 1;
        let line = Line::read(text, WIDTH)
            .ok_or_else(|| odd(path, &format!("has a line of another form: line {lines}")))?;
        see(line)?;
    }
    Ok(lines)
}

pub(super) fn odd(path: &Path, what: &str) -> Error {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Error::failed(format!("the range file `{name}` {what}"))
}

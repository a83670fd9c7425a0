//! A short list of passwords as they are, one a line: an organization's own list, or the first few thousand of a
//! published one. Read whole at each look, so its size is bounded.

use std::path::Path;

use crate::base::error::{Error, Result};

/// The longest list that is read as it is, in bytes.
pub const LONGEST: u64 = 4 * 1024 * 1024;

/// Whether the list holds the password, in any case of ASCII letters.
pub(super) fn times(path: &Path, password: &str) -> Result<u64> {
    let text = read(path)?;
    let found = lines(&text).any(|line| line.eq_ignore_ascii_case(password.as_bytes()));
    Ok(u64::from(found))
}

/// Reads a list and counts its lines; text of another form is an error.
pub(super) fn check(path: &Path) -> Result<u64> {
    let text = read(path)?;
    if std::str::from_utf8(&text).is_err() {
        return Err(Error::failed("it is not UTF-8 text"));
    }
    let mut count = 0;
    for (at, line) in lines(&text).enumerate() {
        if line.len() > 4096 || line.iter().any(|byte| *byte < b' ' && *byte != b'\t') {
            return Err(Error::failed(format!(
                "line {} is too long or holds control characters",
                at + 1
            )));
        }
        count += u64::from(!line.is_empty());
    }
    if count == 0 {
        return Err(Error::failed("it holds no password"));
    }
    Ok(count)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    super::read_whole(path, LONGEST)?.ok_or_else(|| {
        Error::failed("it is too long to be read as it is")
            .hint("sort it once with `optimactl password corpus build`")
    })
}

/// Lines without their ends.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

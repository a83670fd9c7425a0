//! What a file or folder is, from its first bytes, and samples that tell a sound list from a broken one before it
//! is trusted.

use std::cmp::Ordering;
use std::io::Read as _;
use std::path::Path;

use super::line::{Line, head, order};
use super::sorted::Sorted;
use super::{Kind, plain, ranges};
use crate::base::error::{Error, Result};
use crate::crypto::leaked::DIGITS;

/// Places at which a sorted file is looked at; range files likewise.
const SAMPLES: u32 = 1000;
const RANGE_SAMPLES: u32 = 64;
/// Digits of an NTLM fingerprint.
const NTLM: usize = 32;

/// Other things that such a file turns out to be, by their first bytes.
const FOREIGN: [(&[u8], &str); 9] = [
    (&[0x1f, 0x8b], "it is packed with gzip"),
    (b"7z\xbc\xaf\x27\x1c", "it is packed with 7-Zip"),
    (b"PK\x03\x04", "it is packed with zip"),
    (&[0x28, 0xb5, 0x2f, 0xfd], "it is packed with zstd"),
    (b"\xfd7zXZ\x00", "it is packed with xz"),
    (b"BZh", "it is packed with bzip2"),
    (b"\xef\xbb\xbf", "it begins with a byte order mark"),
    (b"\xff\xfe", "it is UTF-16 text"),
    (b"\xfe\xff", "it is UTF-16 text"),
];

/// What lies at `path`; anything that is no list is refused with the reason.
pub fn kind_of(path: &Path) -> Result<Kind> {
    let meta = std::fs::metadata(path).map_err(|error| Error::io("look at", path, &error))?;
    if meta.is_dir() {
        return Ok(Kind::Ranges);
    }
    if !meta.is_file() {
        return Err(Error::refused("it is neither a file nor a folder"));
    }
    let begin = beginning(path)?;
    foreign(&begin)?;
    let first = begin.split(|byte| *byte == b'\n').next().unwrap_or(&begin);
    if Line::whole(first).is_some() {
        return Ok(Kind::Sorted);
    }
    refuse_other_digits(first)?;
    if meta.len() > plain::LONGEST {
        return Err(
            Error::refused("a plain list of this size would be slow at every sign-in")
                .hint("sort it once with `optimactl password corpus build`"),
        );
    }
    Ok(Kind::Plain)
}

fn beginning(path: &Path) -> Result<Vec<u8>> {
    let file = super::open(path)?;
    let mut begin = vec![];
    file.take(4096)
        .read_to_end(&mut begin)
        .map_err(|error| Error::io("read", path, &error))?;
    Ok(begin)
}

fn foreign(begin: &[u8]) -> Result<()> {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| begin.starts_with(magic)) {
        return Err(Error::refused(*what).hint("unpack it, or save it as plain text"));
    }
    let text = begin.trim_ascii_start();
    if text.is_empty() {
        return Err(Error::refused("it is empty"));
    }
    if text.starts_with(b"<") || text.starts_with(b"{") {
        return Err(Error::refused(
            "it is a web page or a message, not a list: the download failed",
        ));
    }
    if begin.contains(&0) {
        return Err(Error::refused("it is not text"));
    }
    Ok(())
}

/// A line of digits that is no SHA-1 line belongs to a list of another sort.
fn refuse_other_digits(first: &[u8]) -> Result<()> {
    let digits = first.iter().take_while(|byte| byte.is_ascii_hexdigit());
    let digits = digits.count();
    if Line::read(first, NTLM).is_some() {
        return Err(Error::refused(
            "it holds NTLM fingerprints (32 digits); lists of SHA-1 are needed (40 digits)",
        )
        .hint("download it again without the option for NTLM"));
    }
    if digits == 35 && Line::read(first, digits).is_some() {
        return Err(Error::refused("it is one file of a folder of ranges").hint("add the folder"));
    }
    if digits >= NTLM {
        return Err(Error::refused(format!(
            "its lines have {digits} digits, not the {DIGITS} of SHA-1 and a count"
        )));
    }
    Ok(())
}

/// Looks at samples of a list: form, order, and whether its end is there. Not the self-test.
pub(super) fn sample(path: &Path, kind: Kind) -> Result<()> {
    match kind {
        Kind::Sorted => sample_sorted(&Sorted::open(path)?),
        Kind::Ranges => sample_ranges(path),
        Kind::Plain => plain::check(path).map(drop),
    }
}

fn sample_sorted(sorted: &Sorted) -> Result<()> {
    let mut before: Option<(u64, Vec<u8>)> = None;
    for number in 0..SAMPLES {
        let offset = sorted.bytes / u64::from(SAMPLES) * u64::from(number);
        let Some((at, text)) = sorted.line_at(offset)? else {
            continue;
        };
        let line = Line::whole(&text).ok_or_else(|| malformed(at))?;
        if let Some((earlier, digits)) = &before
            && *earlier < at
            && order(digits, line.digits) != Ordering::Less
        {
            return Err(Error::refused(format!(
                "it is not sorted: the line at byte {at} stands after a greater one"
            ))
            .hint("sort it by `LC_ALL=C sort`, or download the list that is ordered by hash"));
        }
        before = Some((at, line.digits.to_vec()));
    }
    complete(sorted)
}

fn malformed(at: u64) -> Error {
    Error::refused(format!(
        "the line at byte {at} has not the form of a fingerprint and its count"
    ))
}

/// Whether the end is there. Fingerprints are spread evenly: a list of n lines that ends more than 50/n before
/// the greatest fingerprint was cut off (or one in e^50 lists is refused wrongly).
fn complete(sorted: &Sorted) -> Result<()> {
    let last = sorted.last_line()?;
    let text = last.strip_suffix(b"\n").unwrap_or(&last);
    let Some(line) = Line::whole(text) else {
        return Err(Error::refused(
            "its last line is cut off: the download is not complete",
        ));
    };
    let length = u64::try_from(last.len()).unwrap_or(u64::MAX).max(1);
    let lines = (sorted.bytes / length).max(1);
    let missing = u64::MAX - head(line.digits);
    if missing / 50 > u64::MAX / lines {
        return Err(Error::refused(
            "its end is missing: it stops long before the greatest fingerprint",
        )
        .hint("download it again"));
    }
    Ok(())
}

fn sample_ranges(folder: &Path) -> Result<()> {
    for number in 0..RANGE_SAMPLES {
        // Both ends and places between them.
        let range = u64::from(number) * u64::from(ranges::FILES - 1) / u64::from(RANGE_SAMPLES - 1);
        let path = ranges::file_of(folder, &format!("{range:05X}"))?;
        in_order(&path)?;
    }
    Ok(())
}

/// Reads a range file and counts its lines; each stands after a smaller one.
pub(super) fn in_order(path: &Path) -> Result<u64> {
    let mut before = vec![];
    ranges::each_line(path, |line| {
        if !before.is_empty() && order(&before, line.digits) != Ordering::Less {
            return Err(ranges::odd(path, "is not sorted"));
        }
        before.clear();
        before.extend_from_slice(line.digits);
        Ok(())
    })
}

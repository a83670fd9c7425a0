//! One line of a list of leaked passwords: hexadecimal digits, and how often the password was seen.

use crate::crypto::leaked::DIGITS;

/// The longest line that is read as one: digits, a colon, a count, and the line's end.
pub(super) const LONGEST: usize = 64;

/// A line in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// As they stand there, in either case.
    pub(super) digits: &'a [u8],
    /// 0 pads a list so that its size tells nothing.
    pub(super) count: u64,
}

impl<'a> Line<'a> {
    /// Reads a line of `width` digits without its newline; a count that is missing is 1.
    pub(super) fn read(text: &'a [u8], width: usize) -> Option<Self> {
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let (digits, rest) = text.split_at_checked(width)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let count = match rest {
            [] => 1,
            [b':', count @ ..] => number(count)?,
            _ => return None,
        };
        Some(Self { digits, count })
    }

    /// A line of a sorted file.
    pub(super) fn whole(text: &'a [u8]) -> Option<Self> {
        Self::read(text, DIGITS)
    }

    /// The first 64 bits, by which a place in a sorted file is guessed.
    pub(super) fn head(&self) -> u64 {
        head(self.digits)
    }
}

/// The first 16 digits as a number; anything else than digits counts as 0.
pub(super) fn head(digits: &[u8]) -> u64 {
    digits.iter().take(16).fold(0, |sum, digit| {
        let value = char::from(*digit).to_digit(16).unwrap_or(0);
        (sum << 4) | u64::from(value)
    })
}

fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    std::str::from_utf8(digits)
        .ok()
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?
        .parse()
        .ok()
}

/// Orders digits without regard to their case.
pub(super) fn order(a: &[u8], b: &[u8]) -> std::cmp::Ordering {
    let upper = u8::to_ascii_uppercase;
    a.iter().map(upper).cmp(b.iter().map(upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_strictly() {
        let digits = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";
        let read = |text: &str| Line::whole(text.as_bytes()).map(|line| line.count);
        assert_eq!(read(digits), Some(1));
        assert_eq!(read(&format!("{digits}:12\r")), Some(12));
        assert_eq!(read(&format!("{digits}:0")), Some(0));
        for wrong in [
            format!("{digits}:"),
            format!("{digits}: 1"),
            format!("{digits}:+1"),
            format!("{digits}0:1"),
            format!("{digits};1"),
            digits.get(1..).unwrap().to_owned(),
            format!("g{}", digits.get(1..).unwrap()),
            format!("{digits}:1234567890123456"),
        ] {
            assert_eq!(read(&wrong), None, "{wrong}");
        }
        assert_eq!(head(b"00000000000000FF77"), 255);
        assert_eq!(order(b"aB", b"Ab"), std::cmp::Ordering::Equal);
    }
}

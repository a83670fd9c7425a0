//! Lines of a log, whatever its bytes are: each at most 64 KiB in memory, wrong encodings marked. Longer lines are
//! passed over without being kept.

use std::borrow::Cow;
use std::io::{self, BufRead, Read as _};

use crate::base::error::{Error, Result};

/// Lines and bytes of them that are understood together.
const CHUNK_LINES: usize = 2_000;
const CHUNK_BYTES: usize = 1 << 20;
/// The longest line that is looked at. Nothing longer fits an entry.
pub const LONGEST: usize = 64 * 1024;

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line<'a> {
    Bytes(&'a [u8]),
    TooLong,
}

/// Splits what a reader gives. The last line may lack its end: a writer may be in the middle of it.
#[derive(Default)]
pub struct Splitter {
    buffer: Vec<u8>,
    passing: bool,
    begun: bool,
    /// What ended the last lines, to be told behind them.
    failed: Option<io::Error>,
    /// How many bytes were read.
    pub read: u64,
}

impl Splitter {
    /// The next complete line; `None` when the reader has no more for now. What is left of it waits in here for
    /// the rest.
    pub fn next(&mut self, reader: &mut dyn BufRead) -> io::Result<Option<Line<'_>>> {
        if self.buffer.last() == Some(&b'\n') {
            self.buffer.clear();
        }
        loop {
            let room = LONGEST + 2 - self.buffer.len().min(LONGEST + 1);
            let most = u64::try_from(room).unwrap_or(1);
            let mut limited = (&mut *reader).take(most);
            let before = self.buffer.len();
            let ended = limited.read_until(b'\n', &mut self.buffer);
            // Also where it failed: what came before the failure is taken from the reader.
            let read = self.buffer.len() - before;
            self.read += u64::try_from(read).unwrap_or(0);
            ended?;
            if self.buffer.last() == Some(&b'\n') {
                return Ok(Some(self.whole()));
            }
            if self.buffer.len() > LONGEST {
                self.passing = true;
                self.buffer.clear();
            } else if read == 0 {
                return Ok(None);
            }
        }
    }

    /// Whether a line began that has no end yet; asked after [`Self::next`] had no more.
    pub const fn is_within_a_line(&self) -> bool {
        self.passing || !self.buffer.is_empty()
    }

    /// Whether what stands behind the last line end is a JSON object from its first brace to its last: nothing is
    /// missing from it.
    pub fn is_whole_object(&self) -> bool {
        !self.passing
            && self.buffer.starts_with(b"{")
            && serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&self.buffer)
                .is_ok()
    }

    /// What stands behind the last line end, once it is known that nothing follows.
    pub fn rest(&mut self) -> Option<Line<'_>> {
        if self.passing {
            self.passing = false;
            self.buffer.clear();
            return Some(Line::TooLong);
        }
        if self.buffer.is_empty() || self.buffer.last() == Some(&b'\n') {
            return None;
        }
        self.buffer.push(b'\n');
        Some(self.whole())
    }

    fn whole(&mut self) -> Line<'_> {
        if std::mem::take(&mut self.passing) {
            return Line::TooLong;
        }
        let first = !std::mem::replace(&mut self.begun, true);
        let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let marked = if first {
            line.strip_prefix(b"\xef\xbb\xbf")
        } else {
            None
        };
        let line = marked.unwrap_or(line);
        if line.len() > LONGEST {
            return Line::TooLong;
        }
        Line::Bytes(line)
    }
}

/// Lines that are understood together, one behind the other in one piece of memory.
#[derive(Default)]
pub struct Chunk {
    bytes: Vec<u8>,
    /// Where each ends; `None` stands for one that is too long.
    ends: Vec<Option<usize>>,
}

impl Chunk {
    /// As many complete lines as fit; `None` when the reader has none for now. Lines that were taken from the reader
    /// before it failed come first, the failure with the next call.
    pub fn read(splitter: &mut Splitter, reader: &mut dyn BufRead) -> Result<Option<Self>> {
        let mut chunk = Self::default();
        while chunk.ends.len() < CHUNK_LINES && chunk.bytes.len() < CHUNK_BYTES {
            let next = match splitter.failed.take() {
                Some(error) => Err(error),
                None => splitter.next(reader),
            };
            let next = match next {
                Ok(next) => next,
                Err(error) if chunk.ends.is_empty() => {
                    return Err(Error::failed("the log could not be read").because(error));
                }
                Err(error) => {
                    splitter.failed = Some(error);
                    break;
                }
            };
            match next {
                Some(Line::Bytes(bytes)) => {
                    chunk.bytes.extend_from_slice(bytes);
                    chunk.ends.push(Some(chunk.bytes.len()));
                }
                Some(Line::TooLong) => chunk.ends.push(None),
                None => break,
            }
        }
        Ok((!chunk.ends.is_empty()).then_some(chunk))
    }

    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut from = 0;
        self.ends.iter().map(move |end| match end {
            None => Line::TooLong,
            Some(end) => {
                let bytes = self.bytes.get(from..*end).unwrap_or_default();
                from = *end;
                Line::Bytes(bytes)
            }
        })
    }
}

/// The text of a line, and whether bytes had to be replaced: those that are no UTF-8, and NUL.
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let text = String::from_utf8_lossy(bytes);
    let replaced = matches!(text, Cow::Owned(_));
    if text.contains('\0') {
        return (Cow::Owned(text.replace('\0', "\u{fffd}")), true);
    }
    (text, replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<String> {
        let mut reader = io::BufReader::with_capacity(7, bytes);
        let mut splitter = Splitter::default();
        let mut found = vec![];
        let shown = |line: Line<'_>| match line {
            Line::Bytes(bytes) => text(bytes).0.into_owned(),
            Line::TooLong => "(too long)".to_owned(),
        };
        while let Some(line) = splitter.next(&mut reader).unwrap() {
            found.push(shown(line));
        }
        found.extend(splitter.rest().map(shown));
        found
    }

    #[test]
    fn lines_end_in_every_way() {
        assert_eq!(
            all(b"\xef\xbb\xbfa\r\n\nb\x00\xff\nc"),
            ["a", "", "b\u{fffd}\u{fffd}", "c"]
        );
        assert!(all(b"").is_empty());
    }

    #[test]
    fn a_huge_line_is_passed_over() {
        let mut bytes = b"a\n".to_vec();
        bytes.extend(vec![b'x'; 5 * LONGEST]);
        bytes.extend(b"\nb\n");
        assert_eq!(all(&bytes), ["a", "(too long)", "b"]);
        let fits = vec![b'x'; LONGEST];
        assert_eq!(all(&fits).len(), 1);
        assert_eq!(all(&vec![b'x'; LONGEST + 1]), ["(too long)"]);
        let mut ended = vec![b'x'; LONGEST + 1];
        ended.push(b'\n');
        assert_eq!(all(&ended), ["(too long)"]);
    }

    /// Fails once where it stands between its two parts.
    struct Failing<'a>(Vec<&'a [u8]>);

    impl io::Read for Failing<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            match self.0.first_mut() {
                Some([]) => {
                    self.0.remove(0);
                    Err(io::Error::other("a bad sector"))
                }
                Some(part) => part.read(room),
                None => Ok(0),
            }
        }
    }

    #[test]
    fn what_stands_before_a_failure_is_not_lost() {
        let mut splitter = Splitter::default();
        let mut reader = io::BufReader::new(Failing(vec![b"a\nb\nhal", b"f\nc\n"]));
        let mut found = vec![];
        let mut failed = 0;
        for _ in 0..6 {
            match Chunk::read(&mut splitter, &mut reader) {
                Ok(Some(chunk)) => found.extend(chunk.lines().map(|line| match line {
                    Line::Bytes(bytes) => text(bytes).0.into_owned(),
                    Line::TooLong => String::new(),
                })),
                Ok(None) => {}
                Err(_) => failed += 1,
            }
        }
        assert_eq!(found, ["a", "b", "half", "c"]);
        assert_eq!((failed, splitter.read), (2, 11));
    }
}

//! Looking a fingerprint up in one sorted file of any size: read where it should stand, no index. Fingerprints
//! are spread evenly, so a place can be guessed from them; halving takes over where they are not.

use std::cmp::Ordering;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use super::line::{LONGEST, Line, head, order};
use crate::base::error::{Error, Result};

/// Bytes read at once: some 360 lines, where a second guess always lands.
const BLOCK: usize = 16 * 1024;
/// Guesses before halving takes over.
const GUESSES: u32 = 8;
/// More rounds than halving needs for any file.
const ROUNDS: u32 = 80;

/// An open sorted file.
pub(super) struct Sorted {
    file: File,
    pub(super) bytes: u64,
}

/// Where the line can still begin, and the fingerprints around it.
struct Span {
    low: u64,
    high: u64,
    low_head: u64,
    high_head: u64,
}

/// Whole lines that were read, and where they begin.
struct Block {
    at: u64,
    text: Vec<u8>,
}

impl Sorted {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let file = super::open(path)?;
        let meta = file
            .metadata()
            .map_err(|error| Error::io("look at", path, &error))?;
        Ok(Self {
            file,
            bytes: meta.len(),
        })
    }

    /// How often the list says that the password was seen; 0 = it is not there.
    pub(super) fn times(&self, digits: &str) -> Result<u64> {
        let wanted = digits.as_bytes();
        let mut span = Span {
            low: 0,
            high: self.bytes,
            low_head: 0,
            high_head: u64::MAX,
        };
        for round in 0..ROUNDS {
            if span.low >= span.high {
                return Ok(0);
            }
            let block = self.block(span.place(head(wanted), round), span.low)?;
            let (first, last) = block.ends()?;
            if order(wanted, first.digits) == Ordering::Less {
                if block.at <= span.low {
                    return Ok(0);
                }
                (span.high, span.high_head) = (block.at, first.head());
            } else if order(wanted, last.digits) == Ordering::Greater {
                (span.low, span.low_head) = (block.end(), last.head());
            } else {
                return Ok(block.find(wanted).unwrap_or(0));
            }
        }
        Err(Error::failed("the file is not in order"))
    }

    /// The first whole line at `offset` or after it, and where it begins.
    pub(super) fn line_at(&self, offset: u64) -> Result<Option<(u64, Vec<u8>)>> {
        let block = self.block(offset, 0)?;
        let first = block.lines().next().map(|line| (block.at, line.to_vec()));
        Ok(first)
    }

    /// The last line, with its newline where it has one.
    pub(super) fn last_line(&self) -> Result<Vec<u8>> {
        let start = self.bytes.saturating_sub(u64_of(2 * LONGEST));
        let text = self.read(start, 2 * LONGEST)?;
        let body = text.strip_suffix(b"\n").unwrap_or(&text);
        let begin = body
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        Ok(text.get(begin..).unwrap_or_default().to_vec())
    }

    /// Whole lines around `place`, none of them before `low`, where a line begins.
    fn block(&self, place: u64, low: u64) -> Result<Block> {
        let start = place.max(low);
        let mut text = self.read(start, BLOCK)?;
        let ends_here = start.saturating_add(u64_of(text.len())) >= self.bytes;
        if !ends_here {
            let end = text.iter().rposition(|byte| *byte == b'\n');
            text.truncate(end.map_or(0, |at| at + 1));
        }
        if start == low {
            return Ok(Block { at: start, text });
        }
        let first = text.iter().position(|byte| *byte == b'\n');
        let skipped = first.map_or(text.len(), |at| at + 1);
        Ok(Block {
            at: start.saturating_add(u64_of(skipped)),
            text: text.split_off(skipped),
        })
    }

    /// Up to `length` bytes from `start`; fewer only at the end.
    fn read(&self, start: u64, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        let mut filled = 0;
        while let Some(room) = bytes.get_mut(filled..).filter(|room| !room.is_empty()) {
            let at = start.saturating_add(u64_of(filled));
            match self.file.read_at(room, at) {
                Ok(0) => break,
                Ok(more) => filled += more,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    return Err(Error::failed("the file cannot be read").because(error));
                }
            }
        }
        bytes.truncate(filled);
        Ok(bytes)
    }
}

impl Span {
    /// Where to read next: half a block before the place where the line should stand.
    fn place(&self, wanted: u64, round: u32) -> u64 {
        let length = self.high.saturating_sub(self.low);
        let heads = self.high_head.saturating_sub(self.low_head);
        let into = if round >= GUESSES || heads == 0 {
            length / 2
        } else {
            let ahead = wanted.saturating_sub(self.low_head).min(heads);
            let into = u128::from(length) * u128::from(ahead) / u128::from(heads);
            u64::try_from(into).unwrap_or(length)
        };
        let place = self.low.saturating_add(into);
        place.saturating_sub(u64_of(BLOCK / 2)).max(self.low)
    }
}

impl Block {
    fn end(&self) -> u64 {
        self.at.saturating_add(u64_of(self.text.len()))
    }

    fn lines(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        let text = self.text.strip_suffix(b"\n").unwrap_or(&self.text);
        let lines = (!text.is_empty()).then(|| text.split(|byte| *byte == b'\n'));
        lines.into_iter().flatten()
    }

    /// The first and the last line.
    fn ends(&self) -> Result<(Line<'_>, Line<'_>)> {
        let first = self.lines().next().and_then(Line::whole);
        let last = self.lines().next_back().and_then(Line::whole);
        first.zip(last).ok_or_else(|| {
            Error::failed(format!(
                "a line near byte {} has not the form of a fingerprint and its count",
                self.at
            ))
        })
    }

    fn find(&self, wanted: &[u8]) -> Option<u64> {
        let mut lines = self.lines().filter_map(Line::whole);
        lines
            .find(|line| line.digits.eq_ignore_ascii_case(wanted))
            .map(|line| line.count)
    }
}

/// Lengths in memory fit.
fn u64_of(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

//! Lines of a text file, each at most a MiB: longer ones are passed over without being kept. A byte order mark
//! and CRLF are taken; NUL and invalid UTF-8 make a line faulty.

use std::io::{BufRead, Read as _};

use super::LONGEST;
use super::fault::Fault;
use crate::base::error::{Error, Result};

/// How much of a line that is too long is read at once.
const STEP: u64 = 64 * 1024;

pub(super) struct Lines<'a> {
    reader: &'a mut dyn BufRead,
    buffer: Vec<u8>,
    number: u64,
}

/// A line, or what is wrong with it.
pub(super) type Line<'a> = Result<&'a str, Box<Fault>>;

impl<'a> Lines<'a> {
    pub(super) const fn new(reader: &'a mut dyn BufRead) -> Self {
        Self {
            reader,
            buffer: vec![],
            number: 0,
        }
    }

    /// The number of the line that was read last, from 1.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>> {
        let most = u64::try_from(LONGEST).unwrap_or(u64::MAX) + 2;
        if self.read(most)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.number == 1 {
            self.begin()?;
        }
        let whole = self.buffer.last() == Some(&b'\n');
        if whole {
            self.buffer.pop();
            if self.buffer.last() == Some(&b'\r') {
                self.buffer.pop();
            }
        }
        if self.buffer.len() > LONGEST {
            if !whole {
                self.pass_over()?;
            }
            return Ok(Some(Err(Box::new(
                self.fault("the line is longer than 1 MiB"),
            ))));
        }
        if self.buffer.contains(&0) {
            return Ok(Some(Err(Box::new(
                self.fault("the line contains a NUL byte"),
            ))));
        }
        match std::str::from_utf8(&self.buffer) {
            Ok(line) => Ok(Some(Ok(line))),
            Err(_) => Ok(Some(Err(Box::new(Fault::new(
                self.number,
                "the line is not UTF-8 text; convert the file first",
            ))))),
        }
    }

    fn read(&mut self, most: u64) -> Result<usize> {
        self.buffer.clear();
        let mut limited = (&mut *self.reader).take(most);
        limited
            .read_until(b'\n', &mut self.buffer)
            .map_err(|error| unreadable(&error))
    }

    fn begin(&mut self) -> Result<()> {
        if self.buffer.starts_with(b"\xef\xbb\xbf") {
            self.buffer.drain(..3);
        }
        if self.buffer.starts_with(b"\xff\xfe") || self.buffer.starts_with(b"\xfe\xff") {
            return Err(utf16());
        }
        Ok(())
    }

    /// Reads on to the end of a line that is too long.
    fn pass_over(&mut self) -> Result<()> {
        while self.read(STEP)? > 0 && self.buffer.last() != Some(&b'\n') {}
        Ok(())
    }

    fn fault(&self, problem: &str) -> Fault {
        Fault::new(self.number, problem)
    }
}

pub(super) fn utf16() -> Error {
    Error::usage("the file is UTF-16 text").hint("convert it to UTF-8 first")
}

pub(super) fn unreadable(error: &std::io::Error) -> Error {
    Error::failed("the accounts could not be read").because(error)
}

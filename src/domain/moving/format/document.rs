//! One large JSON document, read element by element: a list of accounts, at the top or under one key, whose
//! elements are cut out of the stream and held one at a time. What lies elsewhere is passed over unkept.

use std::io::BufRead;

use super::fault::Fault;
use super::lines::{unreadable, utf16};
use super::{Item, LONGEST, See};
use crate::base::error::{Error, Result};

/// The longest key that is kept to be compared.
const LONGEST_KEY: usize = 256;

/// What a list at the top holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Top {
    /// Accounts.
    Rows,
    /// Objects that have accounts under the key.
    Documents,
}

/// What takes the bytes of each element.
type Take<'a> = dyn FnMut(u64, &[u8], &mut See<'_>) -> Result<()> + 'a;

/// Where the accounts stand.
pub(super) struct Shape {
    /// Under which key of an object; none: the objects at the top are the accounts.
    pub(super) key: Option<&'static str>,
    pub(super) top: Top,
}

/// Hands over the number and the bytes of every element; what is too long becomes a fault.
pub(super) fn elements(
    reader: &mut dyn BufRead,
    shape: &Shape,
    see: &mut See<'_>,
    take: &mut Take<'_>,
) -> Result<()> {
    let mut scan = Scan {
        reader,
        line: 1,
        number: 0,
        kept: vec![],
    };
    scan.mark()?;
    let mut found = false;
    while let Some(byte) = scan.peek()? {
        match (byte, shape.key, shape.top) {
            (b'[', _, Top::Rows) => {
                scan.list(see, take)?;
                found = true;
            }
            (b'[', Some(key), Top::Documents) => {
                scan.step()?;
                while scan.more(b']')? {
                    found |= scan.object(key, see, take)?;
                }
            }
            (b'{', Some(key), _) => found |= scan.object(key, see, take)?,
            (b'{', None, _) => {
                scan.element(see, take)?;
                found = true;
            }
            _ => return Err(scan.wrong("an object or a list is expected")),
        }
    }
    if found {
        return Ok(());
    }
    let missing = shape
        .key
        .map_or("there is no list of accounts".to_owned(), |key| {
            format!("there is no list `{key}`")
        });
    Err(Error::usage(missing))
}

struct Scan<'a> {
    reader: &'a mut dyn BufRead,
    line: u64,
    /// Of the element that was read last, from 1: a document may stand on a single line.
    number: u64,
    kept: Vec<u8>,
}

/// Whether bytes are kept, and up to how many.
#[derive(Clone, Copy)]
enum Keep {
    Nothing,
    UpTo(usize),
}

impl Scan<'_> {
    fn chunk(&mut self) -> Result<&[u8]> {
        self.reader.fill_buf().map_err(|error| unreadable(&error))
    }

    /// Passes over a byte order mark.
    fn mark(&mut self) -> Result<()> {
        let chunk = self.chunk()?;
        if chunk.starts_with(b"\xff\xfe") || chunk.starts_with(b"\xfe\xff") {
            return Err(utf16());
        }
        if chunk.starts_with(b"\xef\xbb\xbf") {
            self.reader.consume(3);
        }
        Ok(())
    }

    /// The next byte that is no white space, not taken yet.
    fn peek(&mut self) -> Result<Option<u8>> {
        loop {
            let chunk = self.reader.fill_buf().map_err(|error| unreadable(&error))?;
            let Some(byte) = chunk.first().copied() else {
                return Ok(None);
            };
            match byte {
                b' ' | b'\t' | b'\r' => {}
                b'\n' => self.line += 1,
                _ => return Ok(Some(byte)),
            }
            self.reader.consume(1);
        }
    }

    fn step(&mut self) -> Result<()> {
        if self.peek()?.is_some() {
            self.reader.consume(1);
        }
        Ok(())
    }

    fn wrong(&self, what: &str) -> Error {
        Error::usage(format!("line {}: {what}", self.line)).hint("the file must be whole, and JSON")
    }

    /// Takes the comma before the next member, or what closes the list; false at its end.
    fn more(&mut self, close: u8) -> Result<bool> {
        if self.peek()? == Some(b',') {
            self.reader.consume(1);
        }
        match self.peek()? {
            None => Err(self.wrong("the document ends in the middle")),
            Some(byte) if byte == close => {
                self.reader.consume(1);
                Ok(false)
            }
            Some(_) => Ok(true),
        }
    }

    fn list(&mut self, see: &mut See<'_>, take: &mut Take<'_>) -> Result<()> {
        self.step()?;
        while self.more(b']')? {
            self.element(see, take)?;
        }
        Ok(())
    }

    fn element(&mut self, see: &mut See<'_>, take: &mut Take<'_>) -> Result<()> {
        self.number += 1;
        if !self.value(Keep::UpTo(LONGEST))? {
            let fault = Fault::new(self.number, "the element is longer than 1 MiB");
            return see(Item::Fault(Box::new(fault)));
        }
        let bytes = std::mem::take(&mut self.kept);
        take(self.number, &bytes, see)?;
        self.kept = bytes;
        Ok(())
    }

    /// Reads an object; the list under `key` holds the accounts. Whether it was there.
    fn object(&mut self, key: &str, see: &mut See<'_>, take: &mut Take<'_>) -> Result<bool> {
        if self.peek()? != Some(b'{') {
            return Err(self.wrong("an object is expected"));
        }
        self.step()?;
        let mut found = false;
        while self.more(b'}')? {
            if self.peek()? != Some(b'"') {
                return Err(self.wrong("a key is expected"));
            }
            let whole = self.value(Keep::UpTo(LONGEST_KEY))?;
            let is_it = whole
                && self.kept.get(1..self.kept.len().saturating_sub(1)) == Some(key.as_bytes());
            if self.peek()? != Some(b':') {
                return Err(self.wrong("a colon is expected"));
            }
            self.step()?;
            match (is_it, self.peek()?) {
                (true, Some(b'[')) if found => {
                    return Err(self.wrong(&format!("the key `{key}` stands twice")));
                }
                (true, Some(b'[')) => {
                    self.list(see, take)?;
                    found = true;
                }
                _ => {
                    self.value(Keep::Nothing)?;
                }
            }
        }
        Ok(found)
    }

    /// Takes one value off the stream, and keeps it where that is asked; false if it is longer than may be kept.
    /// Brackets are counted, not nested: depth costs nothing here.
    fn value(&mut self, keep: Keep) -> Result<bool> {
        self.kept.clear();
        self.peek()?;
        let mut state = Value::default();
        let mut fits = true;
        while !state.done {
            let chunk = self.reader.fill_buf().map_err(|error| unreadable(&error))?;
            if chunk.is_empty() {
                break;
            }
            let mut used = 0;
            for byte in chunk {
                if !state.takes(*byte) {
                    break;
                }
                used += 1;
                if *byte == b'\n' {
                    self.line += 1;
                }
                if state.done {
                    break;
                }
            }
            if let (Keep::UpTo(most), Some(taken)) = (keep, chunk.get(..used)) {
                fits &= self.kept.len() + used <= most;
                if fits {
                    self.kept.extend_from_slice(taken);
                }
            }
            self.reader.consume(used);
        }
        if !state.done && (state.depth > 0 || state.in_text || !state.begun) {
            return Err(self.wrong("the document ends in the middle"));
        }
        Ok(fits)
    }
}

/// Where in a value the scan is.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the state of a scanner that looks at every byte"
)]
struct Value {
    depth: u64,
    in_text: bool,
    escaped: bool,
    begun: bool,
    done: bool,
}

impl Value {
    /// Whether the byte belongs to the value; says when it is the last.
    fn takes(&mut self, byte: u8) -> bool {
        if self.in_text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => {
                    self.in_text = false;
                    self.done = self.depth == 0;
                }
                _ => {}
            }
            return true;
        }
        match byte {
            b'"' if self.depth > 0 || !self.begun => self.in_text = true,
            b'{' | b'[' if self.depth > 0 || !self.begun => self.depth += 1,
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                self.done = self.depth == 0;
            }
            // A number or word ends before what follows it.
            b',' | b'}' | b']' | b':' | b'"' | b'{' | b'[' | b' ' | b'\t' | b'\r' | b'\n'
                if self.depth == 0 =>
            {
                self.done = true;
                // Nothing was taken: an empty value would not move on.
                let empty = !self.begun;
                self.begun = true;
                return empty;
            }
            _ => {}
        }
        self.begun = true;
        true
    }
}

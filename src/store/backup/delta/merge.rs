//! A base and what changed since, merged into one image in a single pass: both come in the order of pages, and
//! only one page of each is held.

use std::io::Read;

use super::form::{Header, exactly};
use crate::base::error::{Error, Result};

/// Takes the base image block by block and hands out the new one.
pub struct Merge<'a> {
    header: Header,
    delta: &'a mut dyn Read,
    page: Vec<u8>,
    /// The page of the base that comes next.
    next: u64,
}

type Out<'a> = &'a mut dyn FnMut(&[u8]) -> Result<()>;

impl<'a> Merge<'a> {
    /// Reads the delta's header. `base_sha256` is what the base was signed as, `limit` the most bytes of an image.
    pub fn begin(delta: &'a mut dyn Read, base_sha256: &[u8; 32], limit: u64) -> Result<Self> {
        let header = Header::read(delta, limit)?;
        if header.base_sha256 != *base_sha256 {
            return Err(wrong_base());
        }
        let size = usize::try_from(header.page_size).unwrap_or(0);
        Ok(Self {
            header,
            delta,
            page: vec![0; size],
            next: 1,
        })
    }

    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// A block of the base; whole pages.
    pub fn take(&mut self, block: &[u8], out: Out<'_>) -> Result<()> {
        let mut same = 0;
        let mut rest = block;
        // Runs of unchanged pages are handed on as they came.
        while same < rest.len() {
            let number = self.next;
            let end = same + self.page.len();
            if end > rest.len() || number > self.header.base_pages {
                return Err(wrong_base());
            }
            self.next += 1;
            let gone = number > self.header.pages;
            if !gone && !self.header.changed.has(number) {
                same = end;
                continue;
            }
            hand(rest.get(..same), out)?;
            if !gone {
                exactly(self.delta, &mut self.page)?;
                out(&self.page)?;
            }
            rest = rest.get(end..).unwrap_or_default();
            same = 0;
        }
        hand(rest.get(..same), out)
    }

    /// The pages behind the base; then nothing may be left.
    pub fn finish(mut self, out: Out<'_>) -> Result<()> {
        if self.next != self.header.base_pages + 1 {
            return Err(wrong_base());
        }
        for _ in self.next..=self.header.pages {
            exactly(self.delta, &mut self.page)?;
            out(&self.page)?;
        }
        // Reading to the end is what authenticates the last of it, too.
        match self.delta.read(&mut [0]) {
            Ok(0) => Ok(()),
            Ok(_) => Err(Error::integrity("the delta holds more than it says")),
            Err(error) => Err(Error::integrity("the delta is damaged or cut").because(error)),
        }
    }
}

fn hand(pages: Option<&[u8]>, out: Out<'_>) -> Result<()> {
    match pages {
        Some(pages) if !pages.is_empty() => out(pages),
        _ => Ok(()),
    }
}

fn wrong_base() -> Error {
    Error::integrity("the delta was not made against this backup")
}

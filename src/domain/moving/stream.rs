//! A file that is read on a thread of its own while its rows are written: reading, checking and folding names
//! cost as much as writing.

use std::io::{BufReader, Read};
use std::sync::mpsc::{Receiver, SyncSender};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::format::{Format, Item, Options, rows};
use crate::base::error::{Error, Result};

/// Items that go over at once, and how many such heaps wait: enough to keep both sides busy.
const HEAP: usize = 256;
pub(super) const HEAPS: usize = 8;
const BUFFER: usize = 256 * 1024;

pub(super) enum Message {
    Items(Vec<Item>),
    /// The digest of the whole file, or why it could not be read.
    End(Result<String>),
}

/// The reading side.
pub(super) fn read(
    from: Box<dyn Read + Send>,
    format: Format,
    options: &Options,
    to: &SyncSender<Message>,
) {
    let mut reader = BufReader::with_capacity(
        BUFFER,
        Digesting {
            from,
            digest: Sha256::new(),
        },
    );
    let mut heap = Vec::with_capacity(HEAP);
    let gone = || Error::bug("nobody takes the rows any more");
    let read = rows(format, &mut reader, options, &mut |item| {
        heap.push(item);
        if heap.len() < HEAP {
            return Ok(());
        }
        let full = std::mem::replace(&mut heap, Vec::with_capacity(HEAP));
        to.send(Message::Items(full)).map_err(|_| gone())
    });
    // The other side hangs up when it has failed; then nobody waits for the rest.
    if to.send(Message::Items(heap)).is_ok() {
        let end = read.map(|()| HEXLOWER.encode(&reader.into_inner().digest.finalize()));
        to.send(Message::End(end)).ok();
    }
}

/// A reader that digests what passes.
struct Digesting {
    from: Box<dyn Read + Send>,
    digest: Sha256,
}

impl Read for Digesting {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(to)?;
        self.digest.update(to.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// The digest of a whole file.
pub fn digest(from: Box<dyn Read + Send>) -> Result<String> {
    let mut through = Digesting {
        from,
        digest: Sha256::new(),
    };
    let mut buffer = vec![0; BUFFER];
    loop {
        match through.read(&mut buffer) {
            Ok(0) => return Ok(HEXLOWER.encode(&through.digest.finalize())),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::failed("the file cannot be read").because(error)),
        }
    }
}

/// The writing side.
pub(super) struct Incoming {
    from: Receiver<Message>,
    heap: std::vec::IntoIter<Item>,
    /// Once the file has ended.
    pub(super) digest: Option<String>,
}

impl Incoming {
    pub(super) fn new(from: Receiver<Message>) -> Self {
        Self {
            from,
            heap: vec![].into_iter(),
            digest: None,
        }
    }

    /// Waits for the first rows, so that nobody holds the store while a person types or a pipe is slow to start.
    pub(super) fn wait(&mut self) -> Result<bool> {
        while self.digest.is_none() && self.heap.as_slice().is_empty() {
            self.receive()?;
        }
        Ok(!self.heap.as_slice().is_empty())
    }

    pub(super) fn next(&mut self) -> Result<Option<Item>> {
        self.wait()?;
        Ok(self.heap.next())
    }

    fn receive(&mut self) -> Result<()> {
        match self.from.recv() {
            Ok(Message::Items(items)) => self.heap = items.into_iter(),
            Ok(Message::End(end)) => self.digest = Some(end?),
            Err(_) => return Err(Error::bug("the reader of the file ended without a word")),
        }
        Ok(())
    }
}

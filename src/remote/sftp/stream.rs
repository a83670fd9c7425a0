//! Files of an SFTP server as streams: several requests are on their way at once, so that the line's delay costs
//! nothing, and memory stays bounded.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::sync::Arc;

use crate::base::error::{Error, Result};
use crate::base::place::Upload;

use super::folder::Folder;
use super::packet::{self, Answer, Request, strange};
use super::session::Session;

/// Every server takes this much in one packet.
const PIECE: usize = 32 << 10;
/// Requests on their way.
const AHEAD: usize = 32;

pub(super) struct Download {
    folder: Arc<Folder>,
    name: String,
    handle: Vec<u8>,
    length: u64,
    /// Where the next request begins.
    asked: u64,
    waiting: VecDeque<(u32, u64, usize)>,
    ready: Vec<u8>,
    used: usize,
}

impl Download {
    pub(super) fn new(folder: Arc<Folder>, name: &str, handle: Vec<u8>, length: u64) -> Self {
        Self {
            folder,
            name: name.to_owned(),
            handle,
            length,
            asked: 0,
            waiting: VecDeque::new(),
            ready: vec![],
            used: 0,
        }
    }

    fn ask(&mut self, from: u64, count: usize) -> Result<()> {
        let request = Request::new(packet::READ)
            .text(&self.handle)
            .long(from)
            .number(u32::try_from(count).unwrap_or(u32::MAX));
        let id = self.folder.session.send(&request)?;
        self.waiting.push_back((id, from, count));
        Ok(())
    }

    /// Fetches the next piece; none at the end.
    fn next(&mut self) -> Result<bool> {
        while self.waiting.len() < AHEAD && self.asked < self.length {
            let count = usize::try_from(self.length - self.asked)
                .unwrap_or(PIECE)
                .min(PIECE);
            self.ask(self.asked, count)?;
            self.asked += u64::try_from(count).unwrap_or_default();
        }
        let Some((id, from, count)) = self.waiting.pop_front() else {
            return Ok(false);
        };
        let mut data = match self.folder.session.wait(id)? {
            Answer::Data(data) if !data.is_empty() && data.len() <= count => data,
            Answer::Data(_) => return Err(strange("more or fewer bytes than asked for")),
            Answer::Status {
                code: packet::EOF, ..
            } => {
                return Err(Error::new(
                    crate::base::error::Kind::Remote,
                    format!(
                        "`{}` at `{}` is shorter than it was a moment ago",
                        self.name, self.folder.name
                    ),
                ));
            }
            other => return Err(self.folder.failure("read", &self.name, other)),
        };
        // A short answer is allowed: the rest of this piece is asked for on its own.
        while data.len() < count {
            let request = Request::new(packet::READ)
                .text(&self.handle)
                .long(from + u64::try_from(data.len()).unwrap_or_default())
                .number(u32::try_from(count - data.len()).unwrap_or_default());
            match self.folder.session.ask(&request)? {
                Answer::Data(more) if !more.is_empty() && more.len() <= count - data.len() => {
                    data.extend(more);
                }
                other => return Err(self.folder.failure("read", &self.name, other)),
            }
        }
        (self.ready, self.used) = (data, 0);
        Ok(true)
    }
}

impl Read for Download {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() || (self.used >= self.ready.len() && !self.next()?) {
            return Ok(0);
        }
        let rest = self.ready.get(self.used..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.used += count;
        Ok(count)
    }
}

impl Drop for Download {
    fn drop(&mut self) {
        settle(
            &self.folder.session,
            self.waiting.drain(..).map(|(id, ..)| id),
        );
        self.folder.close(&self.handle).ok();
    }
}

/// Takes answers that nobody wants any more out of the way.
fn settle(session: &Session, ids: impl Iterator<Item = u32>) {
    for id in ids {
        if session.wait(id).is_err() {
            return;
        }
    }
}

pub(super) struct SftpUpload {
    folder: Arc<Folder>,
    name: String,
    partial: String,
    handle: Vec<u8>,
    buffer: Vec<u8>,
    written: u64,
    waiting: VecDeque<u32>,
    is_sealed: bool,
    is_published: bool,
}

impl SftpUpload {
    pub(super) fn new(folder: Arc<Folder>, name: &str, partial: String, handle: Vec<u8>) -> Self {
        Self {
            folder,
            name: name.to_owned(),
            partial,
            handle,
            buffer: Vec::with_capacity(PIECE),
            written: 0,
            waiting: VecDeque::new(),
            is_sealed: false,
            is_published: false,
        }
    }

    fn send(&mut self) -> Result<()> {
        let request = Request::new(packet::WRITE)
            .text(&self.handle)
            .long(self.written)
            .text(&self.buffer);
        self.waiting.push_back(self.folder.session.send(&request)?);
        self.written += u64::try_from(self.buffer.len()).unwrap_or_default();
        self.buffer.clear();
        self.settle_to(AHEAD)
    }

    /// Waits until no more than this many are on their way.
    fn settle_to(&mut self, most: usize) -> Result<()> {
        while self.waiting.len() > most {
            let Some(id) = self.waiting.pop_front() else {
                break;
            };
            match self.folder.session.wait(id)? {
                Answer::Status {
                    code: packet::OK, ..
                } => {}
                other => return Err(self.folder.not_written(&self.name, other)),
            }
        }
        Ok(())
    }
}

impl Write for SftpUpload {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_sealed {
            return Err(Error::bug("a sealed upload was written to").into());
        }
        let room = PIECE.saturating_sub(self.buffer.len()).min(bytes.len());
        let taken = bytes.get(..room).unwrap_or_default();
        self.buffer.extend_from_slice(taken);
        if self.buffer.len() >= PIECE {
            self.send()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Upload for SftpUpload {
    fn seal(&mut self) -> Result<()> {
        if self.is_sealed {
            return Ok(());
        }
        if !self.buffer.is_empty() {
            self.send()?;
        }
        self.settle_to(0)?;
        self.folder.sync(&self.handle, &self.name)?;
        self.folder.close(&self.handle)?;
        self.is_sealed = true;
        Ok(())
    }

    fn reopen(&self) -> Result<Box<dyn Read + Send>> {
        Ok(Box::new(Folder::read(&self.folder, &self.partial)?))
    }

    fn publish(mut self: Box<Self>) -> Result<()> {
        self.seal()?;
        self.folder.rename_new(&self.partial, &self.name)?;
        self.is_published = true;
        Ok(())
    }
}

impl Drop for SftpUpload {
    fn drop(&mut self) {
        settle(&self.folder.session, self.waiting.drain(..));
        if !self.is_sealed {
            self.folder.close(&self.handle).ok();
        }
        if !self.is_published {
            self.folder.remove(&self.partial).ok();
        }
    }
}

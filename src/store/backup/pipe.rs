//! Stages in threads of their own, joined by short queues: what one stage makes, several take without a copy.
//! Memory stays at a few blocks, however much flows through.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::ScopedJoinHandle;

use super::length;
use crate::base::error::{Error, Result};
use crate::crypto::seal::Digester;

/// Bytes that several stages look at.
pub type Block = Arc<Vec<u8>>;

/// Bytes that travel together: few enough that a stage finds in the processor's cache what the last one left there.
pub(super) const BLOCK: usize = 1 << 18;
/// Blocks that wait between two stages.
const AHEAD: usize = 8;

pub(super) fn queue<T>() -> (SyncSender<T>, Receiver<T>) {
    sync_channel(AHEAD)
}

/// Blocks that come back when all stages are done with them: memory that is asked for anew for each costs the system
/// more than what is written into it.
#[derive(Default)]
pub(super) struct Pool(VecDeque<Block>);

/// More blocks than can be on their way at once.
const POOLED: usize = 4 * AHEAD;

impl Pool {
    /// A block to fill, with whatever was in it.
    pub(super) fn take(&mut self) -> Vec<u8> {
        match self.0.pop_front().map(Arc::try_unwrap) {
            Some(Ok(bytes)) => return bytes,
            Some(Err(lent)) => self.0.push_front(lent),
            None => {}
        }
        Vec::with_capacity(BLOCK)
    }

    pub(super) fn lend(&mut self, bytes: Vec<u8>) -> Block {
        let block = Arc::new(bytes);
        if self.0.len() < POOLED {
            self.0.push_back(Arc::clone(&block));
        }
        block
    }
}

/// Counts and hashes everything that comes.
pub(super) fn digest(blocks: Receiver<Block>) -> (u64, [u8; 32]) {
    let mut digester = Digester::default();
    let mut bytes = 0;
    for block in blocks {
        digester.update(&block);
        bytes += length(block.len());
    }
    (bytes, digester.finish())
}

/// The stage behind a queue has ended before its time: its own error tells why.
pub(super) fn stopped<E>(_: E) -> io::Error {
    io::Error::new(io::ErrorKind::BrokenPipe, "a later stage stopped")
}

/// A writer that hands blocks to several stages.
pub(super) struct Fan {
    sinks: Vec<SyncSender<Block>>,
    block: Vec<u8>,
    pool: Pool,
}

impl Fan {
    pub(super) fn new(sinks: Vec<SyncSender<Block>>) -> Self {
        Self {
            sinks,
            block: vec![],
            pool: Pool::default(),
        }
    }

    fn send(&mut self) -> io::Result<()> {
        if self.block.is_empty() {
            return Ok(());
        }
        let block = self.pool.lend(std::mem::take(&mut self.block));
        self.block = self.pool.take();
        self.block.clear();
        for sink in &self.sinks {
            sink.send(Arc::clone(&block)).map_err(stopped)?;
        }
        Ok(())
    }
}

impl Write for Fan {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.block.extend_from_slice(bytes);
        if self.block.len() >= BLOCK {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}

/// Blocks of another stage as a stream; it ends where the stage does.
pub(super) struct Pull {
    blocks: Receiver<Block>,
    block: Block,
    at: usize,
}

impl Pull {
    pub(super) fn new(blocks: Receiver<Block>) -> Self {
        Self {
            blocks,
            block: Arc::new(vec![]),
            at: 0,
        }
    }
}

impl Read for Pull {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.block.len() {
            match self.blocks.recv() {
                Ok(block) => (self.block, self.at) = (block, 0),
                Err(_) => return Ok(0),
            }
        }
        let count = self.block.get(self.at..).unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

/// Waits for a stage; one that panicked is a defect.
pub(super) fn join<T>(stage: ScopedJoinHandle<'_, T>) -> Result<T> {
    stage
        .join()
        .map_err(|_| Error::bug("a stage of the backup stopped unexpectedly"))
}

/// What a stage made, and apart from that whether it failed.
pub(super) fn apart<T>(result: Result<T>) -> (Option<T>, Result<()>) {
    match result {
        Ok(value) => (Some(value), Ok(())),
        Err(error) => (None, Err(error)),
    }
}

/// Of several failures the one that is not only the echo of another.
pub(super) fn first_cause<T>(results: Vec<Result<T>>) -> Result<Vec<T>> {
    let mut echo = None;
    let mut values = vec![];
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(error) if error.message == ECHO => echo = Some(error),
            Err(error) => return Err(error),
        }
    }
    echo.map_or(Ok(values), Err)
}

/// The message of a stage that stopped because another one did.
pub(super) const ECHO: &str = "a stage of the backup was cut short";

pub(super) fn echo() -> Error {
    Error::failed(ECHO)
}

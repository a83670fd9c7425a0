//! Pages into a file: read, compressed on all cores and encrypted in stages of their own, hashed beside it.
//! Nothing in the clear is ever written, and a stream that lacks a page is never finished.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread;

use super::delta::Indexer;
use super::pipe::{self, Block, ECHO, Fan};
use super::{Image, Snapshot, Source, hex, length};
use crate::base::error::{Error, Result};
use crate::base::place::Upload;
use crate::base::progress::{Progress, Report};
use crate::crypto::wrap::{self, Recipient};

/// More workers gain little and cost memory.
const MOST_WORKERS: u32 = 4;
/// From this level on one worker alone holds tens of megabytes.
const HEAVY_LEVEL: i32 = 10;

/// How a file is made.
pub struct Packing<'a> {
    pub recipients: &'a [Recipient],
    /// zstd's level, 1 to 19.
    pub level: i32,
}

/// What was written: the image inside and the file around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub image: Image,
    pub bytes: u64,
    /// Lower-case hex.
    pub sha256: String,
}

/// What flows to the compressor. Only the end mark lets it finish the encrypted stream: a producer that
/// dies in the middle must not leave a file that decrypts.
enum Piece {
    Block(Block),
    End,
}

/// Streams a snapshot into a new file. What was written is neither sealed nor published here. An indexer keeps what
/// the pages were, for deltas.
pub fn pack(
    snapshot: &Snapshot<'_>,
    packing: &Packing<'_>,
    output: &mut (dyn Write + Send),
    report: &mut Report<'_>,
    indexer: Option<&mut Indexer>,
) -> Result<Written> {
    let total = snapshot.bytes();
    let passed = thread::scope(|scope| {
        let (to_index, for_index) = pipe::queue::<Block>();
        let size = snapshot.page_size;
        let index = indexer.map(|indexer| scope.spawn(move || indexer.add_each(for_index, size)));
        let mut done = 0;
        let feed = |give: Give<'_>| {
            snapshot.each_block(|block| {
                done += length(block.len());
                if index.is_some() {
                    to_index
                        .send(Arc::clone(&block))
                        .map_err(|_| pipe::echo())?;
                }
                give(block)?;
                report(Progress::of(done, total));
                Ok(())
            })
        };
        let passed = stream(total, packing, output, feed);
        drop(to_index);
        if let Some(index) = index {
            pipe::join(index)?;
        }
        passed
    })?;
    Ok(Written {
        image: Image {
            bytes: passed.clear.0,
            page_size: snapshot.page_size,
            pages: snapshot.pages,
            sha256: hex(passed.clear.1),
        },
        bytes: passed.around.0,
        sha256: hex(passed.around.1),
    })
}

/// Takes the next block of what goes in.
pub(super) type Give<'a> = &'a mut dyn FnMut(Block) -> Result<()>;

/// Bytes and SHA-256 of what went in and of what came out.
pub(super) struct Passed {
    pub(super) clear: (u64, [u8; 32]),
    pub(super) around: (u64, [u8; 32]),
}

/// Compresses and encrypts the `total` bytes that `feed` gives, each stage in a thread of its own.
pub(super) fn stream(
    total: u64,
    packing: &Packing<'_>,
    output: &mut (dyn Write + Send),
    feed: impl FnOnce(Give<'_>) -> Result<()>,
) -> Result<Passed> {
    thread::scope(|scope| {
        let (to_digest, for_digest) = pipe::queue();
        let (to_packer, for_packer) = pipe::queue();
        let (to_writer, for_writer) = pipe::queue();
        let (to_file_digest, for_file_digest) = pipe::queue();
        let clear = scope.spawn(|| pipe::digest(for_digest));
        let packer = scope.spawn(move || {
            let fan = Fan::new(vec![to_writer, to_file_digest]);
            press(&for_packer, packing, total, fan)
        });
        let writer = scope.spawn(move || write(for_writer, output));
        let around = scope.spawn(|| pipe::digest(for_file_digest));
        let read = feed(&mut |block| {
            to_digest
                .send(Arc::clone(&block))
                .map_err(|_| pipe::echo())?;
            to_packer
                .send(Piece::Block(block))
                .map_err(|_| pipe::echo())
        });
        let read = read.and_then(|()| to_packer.send(Piece::End).map_err(|_| pipe::echo()));
        drop((to_digest, to_packer));
        let (pressed, wrote) = (pipe::join(packer)?, pipe::join(writer)?);
        pipe::first_cause(vec![wrote, read, pressed])?;
        Ok(Passed {
            clear: pipe::join(clear)?,
            around: pipe::join(around)?,
        })
    })
}

/// Compresses (content size and checksum in the frame) and encrypts.
fn press(pieces: &Receiver<Piece>, packing: &Packing<'_>, total: u64, fan: Fan) -> Result<()> {
    let sealed = wrap::encrypt_stream(packing.recipients, fan)?;
    let mut packer = compressor(sealed, packing.level, total).map_err(|error| broken(&error))?;
    loop {
        match pieces.recv() {
            Ok(Piece::Block(block)) => packer.write_all(&block).map_err(|error| broken(&error))?,
            Ok(Piece::End) => break,
            Err(_) => return Err(pipe::echo()),
        }
    }
    packer
        .finish()
        .and_then(wrap::StreamWriter::finish)
        .and_then(|mut fan| fan.flush())
        .map_err(|error| broken(&error))
}

fn compressor<W: Write>(
    sealed: W,
    level: i32,
    total: u64,
) -> io::Result<zstd::stream::write::Encoder<'static, W>> {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
    let workers = if level >= HEAVY_LEVEL {
        1
    } else {
        u32::try_from(cores).unwrap_or(1).min(MOST_WORKERS)
    };
    let mut packer = zstd::stream::write::Encoder::new(sealed, level)?;
    packer.include_checksum(true)?;
    packer.include_contentsize(true)?;
    packer.set_pledged_src_size(Some(total))?;
    packer.multithread(workers)?;
    Ok(packer)
}

fn broken(error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Error::failed(ECHO);
    }
    Error::failed("the backup could not be compressed").because(error)
}

fn write(blocks: Receiver<Block>, output: &mut (dyn Write + Send)) -> Result<()> {
    for block in blocks {
        output
            .write_all(&block)
            .map_err(|error| Error::stream("the backup's file cannot be written", error))?;
    }
    Ok(())
}

/// Copies a finished file to another place, seals it there and compares its digest.
pub fn copy(from: &Source<'_>, to: &mut dyn Upload, written: &Written) -> Result<()> {
    let mut source = from()?;
    io::copy(&mut source, to)
        .map_err(|error| Error::stream("the backup's file cannot be copied", error))?;
    to.seal()?;
    let found = super::digest(
        to.reopen()?,
        written.bytes,
        &mut crate::base::progress::silent,
    )?;
    if found == (written.bytes, written.sha256.clone()) {
        return Ok(());
    }
    Err(Error::failed("the copy was read back differently"))
}

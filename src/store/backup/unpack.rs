//! A file back into pages: decrypted, decompressed, hashed inside and outside in stages of their own.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;

use super::pipe::{self, BLOCK, Block};
use super::{hex, length};
use crate::base::error::{Error, Kind, Result};
use crate::base::progress::{Progress, Report};
use crate::crypto::seal::Digester;
use crate::crypto::wrap::{self, Identity};

/// The largest window that a frame may ask for: 32 MiB; level 19 needs 8.
const WINDOW_LOG: u32 = 25;

/// What a file turned out to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    pub image_bytes: u64,
    pub image_sha256: String,
    pub bytes: u64,
    pub sha256: String,
}

/// Opens a file from its beginning, as often as it is asked.
pub type Source<'a> = dyn Fn() -> Result<Box<dyn Read + Send>> + 'a;

/// Opens a backup and hands out its image block by block, never more than `limit` bytes of it. `rings` are
/// the identities to try, one ring after the other.
pub fn unpack(
    source: &Source<'_>,
    rings: &[&[Identity]],
    limit: u64,
    mut take: impl FnMut(&[u8]) -> Result<()>,
) -> Result<Unpacked> {
    let ring = fitting(source, rings)?;
    let file = source()?;
    thread::scope(|scope| {
        let (to_image, for_image) = pipe::queue();
        let (to_file, for_file) = pipe::queue();
        let (to_taker, for_taker) = pipe::queue();
        let image = scope.spawn(|| pipe::digest(for_image));
        let around = scope.spawn(|| pipe::digest(for_file));
        let opener = scope.spawn(move || {
            let tee = Tee {
                file,
                copy: to_file,
            };
            open_up(ring, tee, limit, &[to_image, to_taker])
        });
        let mut taken = Ok(());
        for block in for_taker {
            taken = take(&block);
            if taken.is_err() {
                break;
            }
        }
        let done = pipe::join(opener)?;
        pipe::first_cause(vec![taken, done])?;
        let ((image_bytes, image), (bytes, sha256)) = (pipe::join(image)?, pipe::join(around)?);
        Ok(Unpacked {
            image_bytes,
            image_sha256: hex(image),
            bytes,
            sha256: hex(sha256),
        })
    })
}

/// The first ring with an identity that opens the file's header.
fn fitting<'a>(source: &Source<'_>, rings: &[&'a [Identity]]) -> Result<&'a [Identity]> {
    let mut last = Error::new(Kind::WrongKey, "no identity was given");
    for ring in rings {
        match wrap::decrypt_stream(ring, source()?) {
            Ok(_) => return Ok(ring),
            Err(error) if error.kind == Kind::WrongKey => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Reads the file and passes a copy of what was read to its digest.
struct Tee {
    file: Box<dyn Read + Send>,
    copy: SyncSender<Block>,
}

impl Read for Tee {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        if let Some(read) = buffer.get(..count).filter(|read| !read.is_empty()) {
            self.copy
                .send(Arc::new(read.to_vec()))
                .map_err(pipe::stopped)?;
        }
        Ok(count)
    }
}

fn open_up(ring: &[Identity], tee: Tee, limit: u64, sinks: &[SyncSender<Block>]) -> Result<()> {
    // Large reads: each becomes a block for the digest.
    let input = io::BufReader::with_capacity(BLOCK, tee);
    let clear = wrap::decrypt_stream(ring, input)?;
    let mut image = zstd::stream::read::Decoder::new(clear).map_err(|error| damaged(&error))?;
    image
        .window_log_max(WINDOW_LOG)
        .map_err(|error| damaged(&error))?;
    let mut given = 0;
    loop {
        let mut block = Vec::with_capacity(BLOCK);
        image
            .by_ref()
            .take(length(BLOCK))
            .read_to_end(&mut block)
            .map_err(|error| damaged(&error))?;
        if block.is_empty() {
            return Ok(());
        }
        given += length(block.len());
        if given > limit {
            return Err(Error::integrity("the backup holds more than it should"));
        }
        let block = Arc::new(block);
        for sink in sinks {
            sink.send(Arc::clone(&block)).map_err(|_| pipe::echo())?;
        }
    }
}

/// Cut, changed or foreign content is damage; a failing disk is not.
fn damaged(error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::BrokenPipe => pipe::echo(),
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Other => {
            Error::integrity("the backup is damaged, cut or was tampered with").because(error)
        }
        _ => Error::failed("the backup could not be read").because(error),
    }
}

/// Length and SHA-256 of a file as it lies there; `total` is what it should have.
pub fn digest(mut file: impl Read, total: u64, report: &mut Report<'_>) -> Result<(u64, String)> {
    let mut digester = Digester::default();
    let mut block = vec![0; BLOCK];
    let mut bytes = 0;
    loop {
        let count = file.read(&mut block).map_err(|error| damaged(&error))?;
        let Some(read) = block.get(..count).filter(|read| !read.is_empty()) else {
            return Ok((bytes, hex(digester.finish())));
        };
        digester.update(read);
        bytes += length(count);
        report(Progress::of(bytes, total));
    }
}

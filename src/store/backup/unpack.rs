//! A file back into pages: decrypted, decompressed, hashed outside on the way and inside in a stage of its own.

use std::io::{self, Read};
use std::sync::mpsc::SyncSender;
use std::thread;

use super::pipe::{self, BLOCK, Block, Pool, Pull};
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
    mut take: impl FnMut(&Block) -> Result<()>,
) -> Result<Unpacked> {
    thread::scope(|scope| {
        let (to_image, for_image) = pipe::queue();
        let image = scope.spawn(|| pipe::digest(for_image));
        let opened = open_any(source, rings, limit, |block| {
            take(&block)?;
            to_image.send(block).map_err(|_| pipe::echo())
        });
        drop(to_image);
        let (image_bytes, image) = pipe::join(image)?;
        let opened = opened?;
        Ok(Unpacked {
            image_bytes,
            image_sha256: hex(image),
            bytes: opened.bytes,
            sha256: opened.sha256,
        })
    })
}

/// The same without a digest of the image, for a file whose own digest is known.
pub fn open_any(
    source: &Source<'_>,
    rings: &[&[Identity]],
    limit: u64,
    take: impl FnMut(Block) -> Result<()>,
) -> Result<Opened> {
    let ring = fitting(source, rings)?;
    open(ring, source()?, limit, take)
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

/// Reads the file and hashes what was read.
struct Around {
    file: Box<dyn Read + Send>,
    digester: Digester,
    bytes: u64,
}

impl Read for Around {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.digester
            .update(buffer.get(..count).unwrap_or_default());
        self.bytes += length(count);
        Ok(count)
    }
}

/// What was opened, by its length and by what the file around it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub image_bytes: u64,
    pub bytes: u64,
    pub sha256: String,
}

/// Opens a file with the ring that fits and hands out what is in it; decrypting has a thread of its own. age's
/// authentication and the checksum in zstd's frame (RFC 8878 §3.1.1) have to fit; what else it should be is for others
/// to compare.
pub fn open(
    ring: &[Identity],
    file: Box<dyn Read + Send>,
    limit: u64,
    take: impl FnMut(Block) -> Result<()>,
) -> Result<Opened> {
    thread::scope(|scope| {
        let (to_image, for_image) = pipe::queue();
        let stage = scope.spawn(move || decrypt(ring, file, &to_image));
        let image_bytes = decompress(Pull::new(for_image), limit, take);
        let (file, decrypted) = pipe::apart(pipe::join(stage)?);
        let (image_bytes, decompressed) = pipe::apart(image_bytes);
        // Where nothing more could be decrypted, that is what there is to tell.
        pipe::first_cause(vec![decrypted, decompressed])?;
        match (file, image_bytes) {
            (Some((bytes, sha256)), Some(image_bytes)) => Ok(Opened {
                image_bytes,
                bytes,
                sha256: hex(sha256),
            }),
            _ => Err(Error::bug("a backup was opened without a result")),
        }
    })
}

/// Length and digest of the file when all of it went on.
fn decrypt(
    ring: &[Identity],
    file: Box<dyn Read + Send>,
    to: &SyncSender<Block>,
) -> Result<(u64, [u8; 32])> {
    let mut around = Around {
        file,
        digester: Digester::default(),
        bytes: 0,
    };
    let input = io::BufReader::with_capacity(BLOCK, &mut around);
    let clear = wrap::decrypt_stream(ring, input)?;
    each_block(clear, |block| to.send(block).map_err(|_| pipe::echo()))?;
    Ok((around.bytes, around.digester.finish()))
}

/// The bytes that were handed out.
fn decompress(from: Pull, limit: u64, mut take: impl FnMut(Block) -> Result<()>) -> Result<u64> {
    let mut image = zstd::stream::read::Decoder::new(from).map_err(damaged)?;
    image.window_log_max(WINDOW_LOG).map_err(damaged)?;
    let mut given = 0;
    each_block(image, |block| {
        given += length(block.len());
        if given > limit {
            return Err(Error::integrity("the backup holds more than it should"));
        }
        take(block)
    })?;
    Ok(given)
}

fn each_block(mut from: impl Read, mut take: impl FnMut(Block) -> Result<()>) -> Result<()> {
    let mut pool = Pool::default();
    loop {
        let mut block = pool.take();
        block.resize(BLOCK, 0);
        let count = fill(&mut from, &mut block).map_err(damaged)?;
        block.truncate(count);
        if block.is_empty() {
            return Ok(());
        }
        take(pool.lend(block))?;
    }
}

/// Reads until the buffer is full or nothing comes any more.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Cut, changed or foreign content is damage; a failing disk is not.
fn damaged(error: io::Error) -> Error {
    let error = match error.downcast::<Error>() {
        Ok(told) => return told,
        Err(error) => error,
    };
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
        let count = file.read(&mut block).map_err(damaged)?;
        let Some(read) = block.get(..count).filter(|read| !read.is_empty()) else {
            return Ok((bytes, hex(digester.finish())));
        };
        digester.update(read);
        bytes += length(count);
        report(Progress::of(bytes, total));
    }
}

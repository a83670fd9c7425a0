//! Reading a file back while it is still being written: never further than what is there for good, and from where it
//! lies. The end of a writer that failed is not taken for the end of its file.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::unpack::{Opened, open};
use super::{length, pipe};
use crate::base::error::{Error, Result};
use crate::base::place::{Behind, Upload};
use crate::crypto::wrap::Identity;
use crate::store::direct::PIECE;

/// What is written before it is read, where the system's memory has to be flushed for that: each flush waits for the
/// disk.
const STRETCH: u64 = if cfg!(test) { 1 << 16 } else { 32 << 20 };

/// How far the writer is.
enum Told {
    Until(u64),
    /// That was all of it.
    End,
}

/// Writes into a file and tells how far it is.
pub struct Leader<'a> {
    output: &'a mut dyn Upload,
    to: Sender<Told>,
    written: u64,
    told: u64,
}

/// Reads what was told of.
struct Follower {
    behind: Box<dyn Behind>,
    told: Receiver<Told>,
    at: u64,
    until: u64,
    ended: bool,
}

/// Runs `write`, and opens what it writes with `ring` right behind it. The image has at most `limit` bytes.
pub fn read_behind<T>(
    behind: Box<dyn Behind>,
    output: &mut dyn Upload,
    (ring, limit): (&[Identity], u64),
    write: impl FnOnce(&mut Leader<'_>) -> Result<T>,
) -> Result<(T, Opened)> {
    let (to, told) = channel();
    let mut leader = Leader {
        output,
        to,
        written: 0,
        told: 0,
    };
    let follower = Follower {
        behind,
        told,
        at: 0,
        until: 0,
        ended: false,
    };
    thread::scope(|scope| {
        let reader = scope.spawn(move || open(ring, Box::new(follower), limit, |_| Ok(())));
        let done = write(&mut leader).and_then(|done| leader.finish().map(|()| done));
        drop(leader);
        let read = pipe::join(reader)?;
        // A reader whose writer failed has nothing to add.
        Ok((done?, read?))
    })
}

impl Leader<'_> {
    /// A reader that is gone tells by itself why.
    fn tell(&mut self, until: u64) {
        self.told = until;
        self.to.send(Told::Until(until)).ok();
    }

    fn finish(&mut self) -> Result<()> {
        self.output
            .flush()
            .map_err(|error| Error::stream("the backup's file cannot be written", error))?;
        self.tell(self.written);
        self.to.send(Told::End).ok();
        Ok(())
    }
}

impl Write for Leader<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.output.write(bytes)?;
        self.written += length(count);
        // Less than a piece may still be held back.
        let there = self.written - self.written % length(PIECE);
        if there - self.told >= STRETCH {
            self.tell(there);
        }
        Ok(count)
    }

    /// Only the end is flushed: what was told of must be whole pieces until then.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Follower {
    /// Waits until there is more to read, or nothing will come.
    fn wait(&mut self) -> io::Result<()> {
        while self.at == self.until && !self.ended {
            match self.told.recv().map_err(pipe::stopped)? {
                Told::Until(bytes) => {
                    let fresh = self.until..bytes;
                    self.behind.settle(&fresh).map_err(io::Error::other)?;
                    self.until = bytes;
                }
                Told::End => self.ended = true,
            }
        }
        Ok(())
    }
}

impl Read for Follower {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.wait()?;
        let left = usize::try_from(self.until - self.at).unwrap_or(usize::MAX);
        let most = left.min(buffer.len());
        let count = self
            .behind
            .read(buffer.get_mut(..most).unwrap_or_default())?;
        if count == 0 && most > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.at += length(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::base::error::Kind;
    use crate::crypto::random::Random;
    use crate::crypto::wrap;
    use crate::store::backup::pack::{Packing, stream};

    /// A disk that may give back something else than it took.
    #[derive(Clone, Default)]
    struct Disk {
        bytes: Arc<Mutex<Vec<u8>>>,
        settled: Arc<Mutex<Vec<Range<u64>>>>,
        at: usize,
        wrong: Option<usize>,
        fails: bool,
    }

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.bytes.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Upload for Disk {
        fn seal(&mut self) -> Result<()> {
            Ok(())
        }

        fn reopen(&self) -> Result<Box<dyn Read + Send>> {
            Ok(Box::new(self.clone()))
        }

        fn publish(self: Box<Self>) -> Result<()> {
            Ok(())
        }
    }

    impl Read for Disk {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let bytes = self.bytes.lock().unwrap();
            let count = buffer.len().min(bytes.len() - self.at);
            buffer[..count].copy_from_slice(&bytes[self.at..self.at + count]);
            if let Some(wrong) = self
                .wrong
                .filter(|at| (self.at..self.at + count).contains(at))
            {
                buffer[wrong - self.at] ^= 1;
            }
            self.at += count;
            Ok(count)
        }
    }

    impl Behind for Disk {
        fn settle(&mut self, bytes: &Range<u64>) -> Result<()> {
            self.settled.lock().unwrap().push(bytes.clone());
            if self.fails {
                return Err(Error::new(Kind::NoSpace, "cannot flush"));
            }
            Ok(())
        }
    }

    /// Random bytes, of which `given` come before the writer fails, written and read back.
    fn through(disk: &Disk, total: usize, given: usize) -> Result<Opened> {
        let (identity, recipient) = wrap::new_identity().unwrap();
        let ring = wrap::parse_identities(&identity, "test").unwrap();
        let packing = Packing {
            recipients: &[recipient],
            level: 1,
        };
        let mut image = vec![0; total];
        Random::seeded(b"7").fill(&mut image).unwrap();
        let (mut output, total) = (disk.clone(), length(total));
        let (passed, read) = read_behind(
            Box::new(disk.clone()),
            &mut output,
            (&ring, total),
            |output| {
                stream(total, &packing, output, |give| {
                    for block in image[..given].chunks(50_000) {
                        give(Arc::new(block.to_vec()))?;
                    }
                    if length(given) < total {
                        return Err(Error::failed("the store is gone"));
                    }
                    Ok(())
                })
            },
        )?;
        assert_eq!(read.sha256, crate::store::backup::hex(passed.around.1));
        assert_eq!(read.image_bytes, passed.clear.0);
        Ok(read)
    }

    #[test]
    fn everything_is_read_in_stretches_that_were_flushed() {
        let disk = Disk::default();
        let read = through(&disk, 2_000_000, 2_000_000).unwrap();
        assert_eq!(
            (read.image_bytes, read.bytes),
            (2_000_000, length(disk.bytes.lock().unwrap().len()))
        );
        let settled = disk.settled.lock().unwrap();
        assert!(settled.len() > 3, "{settled:?}");
        assert!(settled.windows(2).all(|two| two[0].end == two[1].start));
        assert_eq!(settled.last().unwrap().end, read.bytes);
    }

    #[test]
    fn a_disk_that_gives_back_something_else_is_noticed() {
        for wrong in [300, 70_000, 1_999_999] {
            let disk = Disk {
                wrong: Some(wrong),
                ..Disk::default()
            };
            let error = through(&disk, 2_000_000, 2_000_000).unwrap_err();
            assert_eq!(error.kind, Kind::Integrity, "{wrong}: {error}");
        }
    }

    #[test]
    fn a_failed_flush_is_the_answer_and_not_damage() {
        let disk = Disk {
            fails: true,
            ..Disk::default()
        };
        let error = through(&disk, 2_000_000, 2_000_000).unwrap_err();
        assert_eq!(error.kind, Kind::NoSpace, "{error}");
    }

    #[test]
    fn a_writer_that_fails_is_the_answer_and_its_end_is_none() {
        for given in [0, 100_000, 1_950_000] {
            let error = through(&Disk::default(), 2_000_000, given).unwrap_err();
            assert_eq!(error.message, "the store is gone");
        }
    }
}

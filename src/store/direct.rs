//! Large files between memory and the disk itself, past what the system keeps of them: nothing is copied twice,
//! nothing that others work with is pushed out, and what is read back comes from where it lies. Where a file system
//! does not go along (`O_DIRECT` of open(2)), the usual way is taken.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;

use rustix::fs::{AtFlags, OFlags, StatxFlags, fcntl_getfl, fcntl_setfl};

/// Bytes that go at once.
pub const PIECE: usize = if cfg!(test) { 1 << 16 } else { 1 << 20 };
/// What addresses in memory, offsets and lengths have to be multiples of. Few disks have larger blocks; for those the
/// first refusal ends it.
const ALIGN: usize = 4096;

/// Whether what is read and written now goes past the system's memory.
pub fn is_on(file: &File) -> bool {
    fcntl_getfl(file).is_ok_and(|flags| flags.contains(OFlags::DIRECT))
}

/// Asks for it, where the file system says that it does so and with which alignment (`STATX_DIOALIGN` of statx(2)): some
/// take the flag and copy through their memory all the same. One that cannot is no failure.
pub fn begin(file: &File) {
    let wanted = StatxFlags::DIOALIGN;
    let told = rustix::fs::statx(file, c"", AtFlags::EMPTY_PATH, wanted);
    let aligned =
        |bytes: u32| bytes > 0 && usize::try_from(bytes).is_ok_and(|bytes| bytes <= ALIGN);
    let fits = told.is_ok_and(|told| {
        told.stx_mask & wanted.bits() != 0
            && aligned(told.stx_dio_mem_align)
            && aligned(told.stx_dio_offset_align)
    });
    if fits {
        set(file, true);
    }
}

fn set(file: &File, on: bool) {
    if let Ok(mut flags) = fcntl_getfl(file) {
        flags.set(OFlags::DIRECT, on);
        fcntl_setfl(file, flags).ok();
    }
}

/// Writes all of it. An end that is no whole block goes the usual way.
pub fn write_all_at(file: &File, mut bytes: &[u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let count = retried(file, || file.write_at(bytes, offset))?;
        if count == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        bytes = bytes.get(count..).unwrap_or_default();
        offset = after(offset, count);
    }
    Ok(())
}

fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    retried(file, || file.read_at(buffer, offset))
}

/// Reads until the buffer is full or the file has ended; how much it was.
pub fn read_up_to(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match read_at(file, rest, after(offset, filled))? {
            0 => break,
            count => filled += count,
        }
        // Less than whole blocks is nearly always the end. What is behind it can only be asked for the usual way.
        if !filled.is_multiple_of(ALIGN) && is_on(file) {
            set(file, false);
            filled += read_up_to(
                file,
                buffer.get_mut(filled..).unwrap_or_default(),
                after(offset, filled),
            )?;
            break;
        }
    }
    Ok(filled)
}

/// What is refused because of its form is done the usual way, and so is everything after it.
fn retried(file: &File, mut call: impl FnMut() -> io::Result<usize>) -> io::Result<usize> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::InvalidInput && is_on(file) => {
                set(file, false);
            }
            other => return other,
        }
    }
}

fn after(offset: u64, count: usize) -> u64 {
    offset.saturating_add(u64::try_from(count).unwrap_or(u64::MAX))
}

/// One piece of memory that lies as the disk wants it.
pub struct Piece {
    bytes: Vec<u8>,
    start: usize,
}

impl Piece {
    /// With room for `size` bytes.
    pub fn new(size: usize) -> Self {
        let bytes = vec![0; size + ALIGN];
        let start = bytes.as_ptr().align_offset(ALIGN);
        Self {
            start: start.min(ALIGN),
            bytes,
        }
    }

    pub fn bytes(&mut self) -> &mut [u8] {
        let end = self.bytes.len() - ALIGN + self.start;
        self.bytes.get_mut(self.start..end).unwrap_or_default()
    }
}

/// A new file that is written from its beginning. Whole pieces are written at once; what is less is held back until
/// [`flush`](Write::flush).
pub struct Sink {
    pub file: File,
    piece: Piece,
    filled: usize,
    offset: u64,
}

impl Sink {
    pub fn new(file: File) -> Self {
        Self {
            file,
            piece: Piece::new(PIECE),
            filled: 0,
            offset: 0,
        }
    }

    /// Whether something is not written yet.
    pub const fn holds_back(&self) -> bool {
        self.filled > 0
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = self.piece.bytes().get_mut(self.filled..);
        let count = room.unwrap_or_default().write(bytes)?;
        self.filled += count;
        if self.filled == PIECE {
            // A file of less than that has nothing to win.
            if self.offset == 0 {
                begin(&self.file);
            }
            self.flush()?;
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        let held = self.piece.bytes().get(..self.filled).unwrap_or_default();
        write_all_at(&self.file, held, self.offset)?;
        self.offset = after(self.offset, self.filled);
        self.filled = 0;
        Ok(())
    }
}

/// Reads a file from its beginning, and never further than it was told: behind that somebody may be writing.
pub struct Stream {
    pub file: File,
    piece: Piece,
    at: usize,
    filled: usize,
    offset: u64,
    until: u64,
}

impl Stream {
    pub fn new(file: File) -> Self {
        begin(&file);
        Self {
            file,
            piece: Piece::new(PIECE),
            at: 0,
            filled: 0,
            offset: 0,
            until: 0,
        }
    }

    /// Up to here there is something to read. Every such place but the last is a multiple of [`PIECE`].
    pub const fn extend(&mut self, until: u64) {
        self.until = until;
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.filled {
            let most = usize::try_from(self.until.saturating_sub(self.offset)).unwrap_or(PIECE);
            // A whole piece is asked for at the end, too: a length must be a multiple of the disk's blocks.
            let found = read_up_to(&self.file, self.piece.bytes(), self.offset)?;
            (self.at, self.filled) = (0, found.min(most));
            self.offset = after(self.offset, self.filled);
        }
        let held = self.piece.bytes().get(self.at..self.filled);
        let count = held.unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random::Random;

    fn random(length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        Random::seeded(b"direct").fill(&mut bytes).unwrap();
        bytes
    }

    fn open(dir: &tempfile::TempDir) -> File {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(true);
        options.open(dir.path().join("file")).unwrap()
    }

    fn whole(mut sink: Sink, bytes: &[u8], step: usize) -> io::Result<File> {
        for part in bytes.chunks(step) {
            sink.write_all(part)?;
        }
        sink.flush()?;
        Ok(sink.file)
    }

    #[test]
    fn memory_lies_as_the_disk_wants_it() {
        for size in [ALIGN, PIECE, 3 * ALIGN] {
            let mut piece = Piece::new(size);
            assert_eq!(piece.bytes().len(), size);
            assert_eq!(piece.bytes().as_ptr().align_offset(ALIGN), 0);
        }
    }

    #[test]
    fn what_is_written_in_any_steps_is_read_in_any_steps() {
        let dir = tempfile::TempDir::new().unwrap();
        let lengths = [
            0,
            1,
            511,
            4096,
            PIECE - 1,
            PIECE,
            PIECE + 1,
            3 * PIECE + 8192,
        ];
        for length in lengths {
            for step in [1 << 10, 70_001, 2 * PIECE] {
                let bytes = random(length);
                whole(Sink::new(open(&dir)), &bytes, step).unwrap();
                assert!(std::fs::read(dir.path().join("file")).unwrap() == bytes);
                let mut stream = Stream::new(File::open(dir.path().join("file")).unwrap());
                stream.extend(u64::try_from(length).unwrap());
                let (mut back, mut part) = (vec![], vec![0; step]);
                while let Some(count) = Some(stream.read(&mut part).unwrap()).filter(|n| *n > 0) {
                    back.extend_from_slice(&part[..count]);
                }
                assert!(back == bytes, "{length} in steps of {step}");
            }
        }
    }

    /// Only what is large goes past the system's memory, and on this file system, if it can, that happens.
    #[test]
    fn small_files_go_the_usual_way_and_large_ones_past_the_cache() {
        let dir = tempfile::TempDir::new().unwrap();
        let able = open(&dir);
        begin(&able);
        let can = is_on(&able);
        for (length, expected) in [(PIECE - 1, false), (PIECE, can), (2 * PIECE, can)] {
            let file = whole(Sink::new(open(&dir)), &random(length), 5000).unwrap();
            assert_eq!(is_on(&file), expected, "{length}");
        }
    }

    #[test]
    fn nothing_is_read_behind_what_was_told() {
        let dir = tempfile::TempDir::new().unwrap();
        let bytes = random(3 * PIECE + 100);
        whole(Sink::new(open(&dir)), &bytes, PIECE).unwrap();
        let mut stream = Stream::new(File::open(dir.path().join("file")).unwrap());
        let mut back = vec![];
        for until in [0, 1, 1, 3] {
            stream.extend(until * u64::try_from(PIECE).unwrap());
            stream.read_to_end(&mut back).unwrap();
            assert_eq!(u64::try_from(back.len() / PIECE).unwrap(), until);
        }
        stream.extend(u64::MAX);
        stream.read_to_end(&mut back).unwrap();
        assert!(back == bytes);
    }

    /// Memory that lies elsewhere, as on a disk with larger blocks.
    #[test]
    fn what_the_disk_does_not_take_as_it_is_goes_the_usual_way() {
        let dir = tempfile::TempDir::new().unwrap();
        let (file, bytes) = (open(&dir), random(PIECE));
        begin(&file);
        let was_on = is_on(&file);
        write_all_at(&file, &bytes[1..], 0).unwrap();
        assert!(!was_on || !is_on(&file));
        begin(&file);
        let mut back = vec![0; PIECE];
        assert_eq!(read_up_to(&file, &mut back[3..], 1).unwrap(), PIECE - 3);
        assert!(back[3..] == bytes[2..][..PIECE - 3]);
    }

    #[test]
    fn a_full_disk_is_told() {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let error = whole(Sink::new(full), &[1; 5000], 5000).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }
}

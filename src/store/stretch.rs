//! The beginnings of large files, copied and compared piece by piece: memory stays small however long they are.

use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::file;
use crate::base::error::{Error, Result};

/// Bytes that are held at a time.
const PIECE: usize = 1 << 18;

/// Writes the first `bytes` of an open file as a file of their own, so that after any crash the old content or the
/// new one is there, never a part.
pub fn copy_atomic(from: &File, to: &Path, bytes: u64) -> Result<()> {
    file::atomically(to, |target| copy(from, target, to, 0..bytes))
}

/// Writes a part of one file to the same place of another, flushed.
pub fn append(from: &File, to: &File, path: &Path, part: Range<u64>) -> Result<()> {
    copy(from, to, path, part)?;
    file::sync(to, path)
}

fn copy(from: &File, to: &File, path: &Path, part: Range<u64>) -> Result<()> {
    each(part, |piece, at| {
        read(from, piece, at, path)?;
        to.write_all_at(piece, at)
            .map_err(|error| Error::io("write", path, &error))
    })
}

/// Whether two files say the same in a part of them; `path` is the second one's.
pub fn is_same(one: &File, other: &File, path: &Path, part: Range<u64>) -> Result<bool> {
    let (mut same, mut theirs) = (true, vec![]);
    each(part, |piece, at| {
        theirs.resize(piece.len(), 0);
        read(one, piece, at, path)?;
        read(other, &mut theirs, at, path)?;
        same &= *piece == theirs;
        Ok(())
    })?;
    Ok(same)
}

/// Whether two files say the same in a part of them but where the first one has this byte.
pub fn is_same_but(
    one: &File,
    other: &File,
    path: &Path,
    (part, blank): (Range<u64>, u8),
) -> Result<bool> {
    let (mut same, mut theirs) = (true, vec![]);
    each(part, |piece, at| {
        theirs.resize(piece.len(), 0);
        read(one, piece, at, path)?;
        read(other, &mut theirs, at, path)?;
        let mut both = piece.iter().zip(&theirs);
        same &= both.all(|(own, their)| own == their || *own == blank);
        Ok(())
    })?;
    Ok(same)
}

/// Writes this byte into a part of the second file wherever the first one has it and the second one has not, flushed.
/// Nothing else of it is written.
pub fn blank(one: &File, other: &File, path: &Path, (part, blank): (Range<u64>, u8)) -> Result<()> {
    let mut theirs = vec![];
    each(part, |piece, at| {
        theirs.resize(piece.len(), 0);
        read(one, piece, at, path)?;
        read(other, &mut theirs, at, path)?;
        let both = piece.iter().zip(&theirs);
        for (at, (own, their)) in (at..).zip(both) {
            if own != their && *own == blank {
                other
                    .write_all_at(&[blank], at)
                    .map_err(|error| Error::io("write", path, &error))?;
            }
        }
        Ok(())
    })?;
    file::sync(other, path)
}

fn read(file: &File, into: &mut [u8], at: u64, path: &Path) -> Result<()> {
    file.read_exact_at(into, at)
        .map_err(|error| Error::io("read", path, &error))
}

fn each(part: Range<u64>, mut see: impl FnMut(&mut [u8], u64) -> Result<()>) -> Result<()> {
    let (mut piece, mut at) = (vec![0; PIECE], part.start);
    while at < part.end {
        let left = usize::try_from(part.end - at).unwrap_or(PIECE).min(PIECE);
        see(piece.get_mut(..left).unwrap_or_default(), at)?;
        at += u64::try_from(left).unwrap_or(u64::MAX);
    }
    Ok(())
}

/// How many line feeds a file holds.
pub fn lines(file: &File, path: &Path) -> Result<u64> {
    let mut lines = 0;
    each(0..length(file, path)?, |piece, at| {
        read(file, piece, at, path)?;
        // The end of the last piece is no line's end.
        let ends = piece.split(|byte| *byte == b'\n').count().saturating_sub(1);
        lines += u64::try_from(ends).unwrap_or(0);
        Ok(())
    })?;
    Ok(lines)
}

/// The length of an open file.
pub fn length(file: &File, path: &Path) -> Result<u64> {
    let meta = file.metadata();
    meta.map(|meta| meta.len())
        .map_err(|error| Error::io("look at", path, &error))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn parts_are_copied_continued_and_compared() {
        let dir = tempfile::TempDir::new().unwrap();
        let (one, two) = (dir.path().join("one"), dir.path().join("two"));
        let content: Vec<u8> = (0..700_000_u32).flat_map(u32::to_le_bytes).collect();
        fs::write(&one, &content).unwrap();
        let from = File::open(&one).unwrap();
        copy_atomic(&from, &two, 1_000_001).unwrap();
        assert_eq!(fs::read(&two).unwrap(), content[..1_000_001]);
        let to = File::options().read(true).write(true).open(&two).unwrap();
        append(&from, &to, &two, 1_000_001..2_800_000).unwrap();
        assert_eq!(fs::read(&two).unwrap(), content);
        assert!(is_same(&from, &to, &two, 0..2_800_000).unwrap());
        to.write_all_at(&[1], 2_799_999).unwrap();
        assert!(!is_same(&from, &to, &two, 0..2_800_000).unwrap());
        assert!(is_same(&from, &to, &two, 0..2_799_999).unwrap());
        assert!(is_same(&from, &to, &two, 0..2_800_001).is_err());
        assert!(copy_atomic(&from, &two, 2_800_001).is_err());
        fs::write(&one, "a--b\n--").unwrap();
        fs::write(&two, "axyc\nz-w").unwrap();
        blank(&from, &to, &two, (0..7, b'-')).unwrap();
        assert_eq!(fs::read_to_string(&two).unwrap(), "a--c\n--w");
        fs::write(&one, "a\n\nb\nc").unwrap();
        assert_eq!(lines(&File::open(&one).unwrap(), &one).unwrap(), 3);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}

//! From a plain list of passwords to a sorted file: sorted in pieces that fit into memory, then merged. Memory is
//! bounded, whatever the list's size; the pieces hold fingerprints only and have no name in any folder.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Read, Seek as _, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use data_encoding::HEXUPPER;

use super::super::file;
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::base::text::composed;
use crate::crypto::leaked::sha1;

/// Fingerprints sorted at once: 64 MB.
const PIECE: usize = 3 << 20;
/// The longest line that is a password.
const LONGEST: u64 = 64 * 1024;
/// Pieces that are merged: with [`PIECE`], three thousand million passwords.
const PIECES: usize = 1000;

type Print = [u8; 20];

/// What became of a plain list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
    /// Lines of the plain list that hold a password.
    pub read: u64,
    /// Different passwords.
    pub written: u64,
}

/// Reads a plain list from `from` and writes the sorted one to `to`; pieces lie beside `output`.
pub fn build(
    from: impl BufRead,
    to: &mut dyn Write,
    output: &Path,
    report: &mut Report<'_>,
) -> Result<Built> {
    let (pieces, read) = pieces(from, output, report)?;
    let written = merge(pieces, to)?;
    Ok(Built { read, written })
}

/// Sorted pieces of the list, each in a file of its own.
fn pieces(
    mut from: impl BufRead,
    output: &Path,
    report: &mut Report<'_>,
) -> Result<(Vec<File>, u64)> {
    // The self-test looks for this one.
    let mut prints = vec![sha1(b"password")];
    let (mut files, mut text, mut read, mut done) = (vec![], vec![], 0_u64, 0_u64);
    loop {
        text.clear();
        let length = from
            .by_ref()
            .take(LONGEST)
            .read_until(b'\n', &mut text)
            .map_err(|error| Error::failed("the list cannot be read").because(error))?;
        if length == 0 {
            break;
        }
        done += u64::try_from(length).unwrap_or_default();
        read += u64::from(take(&text, read + 1, &mut prints)?);
        if prints.len() >= PIECE {
            if files.len() >= PIECES {
                return Err(Error::refused("the list has too many passwords"));
            }
            files.push(piece(&mut prints, output)?);
            report(Progress::open(done));
        }
    }
    files.push(piece(&mut prints, output)?);
    Ok((files, read))
}

/// Takes the password of one line; false for an empty one.
fn take(text: &[u8], number: u64, prints: &mut Vec<Print>) -> Result<bool> {
    if u64::try_from(text.len()).is_ok_and(|length| length >= LONGEST) {
        return Err(Error::refused(format!(
            "the password after {number} others is longer than {LONGEST} bytes"
        ))
        .hint("is this a list of passwords, one a line?"));
    }
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    if text.is_empty() {
        return Ok(false);
    }
    // Passwords are compared in their composed form; bytes that are no text cannot be typed, but do no harm.
    match std::str::from_utf8(text) {
        Ok(text) if !text.is_ascii() => prints.push(sha1(composed(text).as_bytes())),
        _ => prints.push(sha1(text)),
    }
    Ok(true)
}

/// Sorts what was collected into a file without a name: it is gone when it is closed, whatever happens.
fn piece(prints: &mut Vec<Print>, output: &Path) -> Result<File> {
    let path = file::beside(output, ".piece");
    let failed = |error: std::io::Error| Error::io("write", &path, &error);
    prints.sort_unstable();
    let mut file = readable(&path)?;
    let mut out = BufWriter::with_capacity(1 << 20, &mut file);
    for print in prints.iter() {
        out.write_all(print).map_err(failed)?;
    }
    out.flush().map_err(failed)?;
    drop(out);
    file.rewind().map_err(failed)?;
    prints.clear();
    Ok(file)
}

/// A file that can be read back, and that nobody finds.
fn readable(path: &Path) -> Result<File> {
    let failed = |error: std::io::Error| Error::io("create", path, &error);
    file::remove_if_there(path)?;
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(failed)?;
    std::fs::remove_file(path).map_err(failed)?;
    Ok(file)
}

/// Writes every fingerprint once with its count; gives how many.
fn merge(pieces: Vec<File>, to: &mut dyn Write) -> Result<u64> {
    let mut readers: Vec<_> = pieces
        .into_iter()
        .map(|file| BufReader::with_capacity(64 * 1024, file))
        .collect();
    let mut heap = BinaryHeap::new();
    for (number, reader) in readers.iter_mut().enumerate() {
        heap.extend(next(reader)?.map(|print| Reverse((print, number))));
    }
    let (mut current, mut count, mut written) = (None, 0_u64, 0_u64);
    while let Some(Reverse((print, number))) = heap.pop() {
        if current != Some(print) {
            written += line(to, current.replace(print), count)?;
            count = 0;
        }
        count += 1;
        if let Some(reader) = readers.get_mut(number) {
            heap.extend(next(reader)?.map(|print| Reverse((print, number))));
        }
    }
    written += line(to, current, count)?;
    Ok(written)
}

fn line(to: &mut dyn Write, print: Option<Print>, count: u64) -> Result<u64> {
    let Some(print) = print else {
        return Ok(0);
    };
    writeln!(to, "{}:{count}", HEXUPPER.encode(&print))
        .map_err(|error| Error::failed("the sorted list cannot be written").because(error))?;
    Ok(1)
}

fn next(reader: &mut BufReader<File>) -> Result<Option<Print>> {
    let mut print = Print::default();
    match reader.read_exact(&mut print) {
        Ok(()) => Ok(Some(print)),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(Error::failed("a piece cannot be read back").because(error)),
    }
}

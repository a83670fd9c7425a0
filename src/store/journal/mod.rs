//! The rights journal: an append-only file of sealed lines, each bound to the one before it, that outlives
//! every restore. Here it is read and verified; lines are appended only inside a write transaction.

mod append;
mod apply;
mod line;
mod payload;
mod settle;
mod standing;
#[cfg(test)]
mod tests;

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::check::RESTORE;
use super::file;
use super::keyring::{Keyring, NamedKey};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::json;
use crate::crypto::random::Random;
use crate::crypto::seal;

pub(super) use append::Collected;
pub use apply::{Applied, Outcome};
pub use line::{Act, Choice, Duty, Factor, Held, Line, Person, Rectified};
pub use payload::Fields;
pub(in crate::store) use payload::cut_values;
pub use settle::Settled;
pub use standing::Erased;

const FORMAT: &str = "optimactl/rights-journal/1";
/// The longest line, with what is sealed behind it.
const LONGEST: u64 = 1 << 20;

/// A place in the journal: behind which line, at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Of the line before it; 0 = the header.
    pub number: u64,
    /// Bytes up to and with that line's line feed.
    pub end: u64,
    /// That line's length, without the line feed.
    pub length: u64,
    /// SHA-256 of that line as it is sealed.
    pub head: [u8; 32],
}

/// The journal, read and verified from its first line to its last.
#[derive(Debug)]
pub struct Journal {
    /// SHA-256 of the last sealed line.
    pub head: [u8; 32],
    /// Where the last whole line ends.
    pub mark: Mark,
    /// Every one in it: keys that are found later may be older than any image.
    pub removals: Vec<Removal>,
}

/// An unlocker that was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    pub unlocker: String,
    /// Of the keyring that no longer has it.
    pub generation: u64,
}

impl Journal {
    /// Writes a journal with its header alone.
    pub fn create(path: &Path, keyring: &Keyring, random: &Random, now: Time) -> Result<()> {
        let header =
            json!({"date": seconds_text(now), "format": FORMAT, "store_id": keyring.store_id});
        let place = Place::first(&keyring.store_id);
        let sealed = seal_line(keyring, random, &place, &json::canonical(&header)?)?;
        file::write_atomic(path, format!("{sealed}\n").as_bytes())
    }

    /// Reads every line; a changed, missing or foreign one is damage. A last line without its line feed is
    /// what a crash left of an append that was never confirmed: it is cut off at the next append.
    pub fn open(path: &Path, keyring: &Keyring) -> Result<Self> {
        let mut removals = vec![];
        let mark = walk(path, keyring, None, |_, line| {
            if let Act::UnlockerRemoval {
                unlocker,
                generation,
            } = line.act
            {
                removals.push(Removal {
                    unlocker,
                    generation,
                });
            }
            Ok(())
        })?;
        Ok(Self {
            head: mark.head,
            mark,
            removals,
        })
    }

    /// The number of the last line; 0 when there is only the header.
    pub fn last(&self) -> usize {
        usize::try_from(self.mark.number).unwrap_or(usize::MAX)
    }
}

/// Hands over the lines behind `from` (none: all but the header), each verified; gives where the last ends.
pub fn walk(
    path: &Path,
    keyring: &Keyring,
    from: Option<Mark>,
    mut see: impl FnMut(u64, Line) -> Result<()>,
) -> Result<Mark> {
    let mut file = open_file(path)?;
    let mut mark = match from {
        Some(mark) => mark,
        None => first(&file, keyring)?,
    };
    file.seek(SeekFrom::Start(mark.end))
        .map_err(|error| Error::io("read", path, &error))?;
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut bytes = vec![];
    loop {
        bytes.clear();
        (&mut reader)
            .take(LONGEST)
            .read_until(b'\n', &mut bytes)
            .map_err(|error| Error::io("read", path, &error))?;
        let Some(line) = bytes.strip_suffix(b"\n") else {
            if u64::try_from(bytes.len()) == Ok(LONGEST) {
                return Err(damaged(mark.number + 1));
            }
            return Ok(mark);
        };
        let sealed = sealed_part(line);
        let place = Place::behind(&keyring.store_id, &mark);
        let clear = open_line(keyring, &place, sealed)?;
        let mut line_of = Line::read(&clear);
        line_of.value = payload::read(keyring, &place, &line_of, line)?;
        mark = mark.next(line);
        see(mark.number, line_of)?;
    }
}

/// SHA-256 of a sealed line, which nothing is asked of: whoever needs more opens the journal.
pub fn head_of(path: &Path, number: u64) -> Result<Option<[u8; 32]>> {
    let mut reader = BufReader::with_capacity(1 << 16, open_file(path)?);
    let mut bytes = vec![];
    for at in 0..=number {
        bytes.clear();
        (&mut reader)
            .take(LONGEST)
            .read_until(b'\n', &mut bytes)
            .map_err(|error| Error::io("read", path, &error))?;
        match bytes.strip_suffix(b"\n") {
            Some(line) if at == number => return Ok(Some(seal::sha256(sealed_part(line)))),
            Some(_) => {}
            None => return Ok(None),
        }
    }
    Ok(None)
}

impl Mark {
    fn next(&self, line: &[u8]) -> Self {
        let length = u64::try_from(line.len()).unwrap_or(u64::MAX);
        Self {
            number: self.number + 1,
            end: self.end.saturating_add(length).saturating_add(1),
            length,
            head: seal::sha256(sealed_part(line)),
        }
    }

    /// Whether the journal reaches to this place and has the same line before it: what can be told in constant
    /// time. A change further ahead is found by whoever reads all of it.
    pub(super) fn require_in(&self, file: &File, path: &Path) -> Result<u64> {
        let meta = file.metadata();
        let length = meta.map_err(|error| Error::io("look at", path, &error))?;
        let length = length.len();
        if length < self.end || self.length > LONGEST || self.end <= self.length {
            return Err(behind());
        }
        let size = usize::try_from(self.length).unwrap_or(0);
        let mut bytes = vec![0; size + 1];
        file.read_exact_at(&mut bytes, self.end - self.length - 1)
            .map_err(|error| Error::io("read", path, &error))?;
        let fits = bytes
            .strip_suffix(b"\n")
            .is_some_and(|line| seal::sha256(sealed_part(line)) == self.head);
        if fits { Ok(length) } else { Err(behind()) }
    }
}

/// The journal lacks what the database has applied: it was put back, or exchanged.
fn behind() -> Error {
    Error::integrity("the rights journal lacks its last lines, or they are others: it was put back")
        .hint("take the copy of a backup target's `recovery/` folder")
}

fn damaged(number: u64) -> Error {
    Error::integrity(format!("line {number} of the rights journal was changed"))
        .hint("take the copy of a backup target's `recovery/` folder")
}

pub(super) fn open_file(path: &Path) -> Result<File> {
    file::open_regular(OpenOptions::new().read(true), path).map_err(|error| {
        Error::integrity("the rights journal is missing")
            .because(error)
            .hint(RESTORE)
    })
}

/// Behind the header, which must be this store's.
fn first(file: &File, keyring: &Keyring) -> Result<Mark> {
    let mut bytes = vec![];
    let read = BufReader::new(file)
        .take(LONGEST)
        .read_until(b'\n', &mut bytes);
    read.map_err(|error| Error::integrity("the rights journal cannot be read").because(error))?;
    let line = bytes.strip_suffix(b"\n").ok_or_else(|| damaged(0))?;
    let clear = open_line(keyring, &Place::first(&keyring.store_id), line)?;
    let header: Value = serde_json::from_slice(&clear).map_err(|_| damaged(0))?;
    let field = |name: &str| header.get(name).and_then(Value::as_str);
    if field("format") != Some(FORMAT) || field("store_id") != Some(&keyring.store_id) {
        return Err(Error::integrity(
            "the rights journal belongs to another store",
        ));
    }
    let length = u64::try_from(line.len()).unwrap_or(u64::MAX);
    Ok(Mark {
        number: 0,
        end: length + 1,
        length,
        head: seal::sha256(line),
    })
}

/// What is sealed behind a line after a space is a value that an erasure may cut out: the chain does not need
/// it, the line keeps its digest.
pub fn sealed_part(line: &[u8]) -> &[u8] {
    line.split(|byte| *byte == b' ').next().unwrap_or(line)
}

/// What a line is bound to: the store, its number, and the sealed line before it.
struct Place {
    store_id: String,
    number: u64,
    before: [u8; 32],
}

impl Place {
    fn first(store_id: &str) -> Self {
        Self {
            store_id: store_id.to_owned(),
            number: 0,
            before: [0; 32],
        }
    }

    fn behind(store_id: &str, mark: &Mark) -> Self {
        Self {
            store_id: store_id.to_owned(),
            number: mark.number + 1,
            before: mark.head,
        }
    }

    fn bound(&self) -> Vec<u8> {
        let number = format!("\n{}\n", self.number);
        [self.store_id.as_bytes(), number.as_bytes(), &self.before].concat()
    }
}

fn seal_line(keyring: &Keyring, random: &Random, place: &Place, clear: &[u8]) -> Result<String> {
    let key = Keyring::newest(&keyring.journal)?;
    let sealed = seal::seal(&key.key, random.bytes()?, &place.bound(), clear)?;
    Ok(BASE64.encode(&sealed))
}

/// A line may be sealed under any journal key that the keyring kept.
fn open_line(
    keyring: &Keyring,
    place: &Place,
    sealed: &[u8],
) -> Result<zeroize::Zeroizing<Vec<u8>>> {
    let bytes = BASE64.decode(sealed).map_err(|_| damaged(place.number))?;
    let opened = |named: &NamedKey| seal::open(&named.key, &place.bound(), &bytes).ok();
    keyring
        .journal
        .iter()
        .rev()
        .find_map(opened)
        .ok_or_else(|| damaged(place.number))
}

//! The rights journal: an append-only file of sealed lines, each bound to the one before it, that outlives
//! every restore.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::file;
use super::keyring::{Keyring, NamedKey};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::json;
use crate::crypto::random::Random;
use crate::crypto::seal;

const FORMAT: &str = "optimactl/rights-journal/1";
/// The largest journal that is read: a million lines.
const LIMIT: u64 = 1 << 30;

/// The journal, read and verified from its first line to its last.
pub struct Journal {
    path: PathBuf,
    store_id: String,
    /// The clear lines; line 0 is the header.
    pub lines: Vec<Value>,
    /// SHA-256 of the last sealed line.
    pub head: [u8; 32],
    /// Bytes up to the end of the last whole line.
    whole: u64,
}

impl Journal {
    /// Writes a journal with its header alone.
    pub fn create(path: &Path, keyring: &Keyring, random: &Random, now: Time) -> Result<()> {
        let header =
            json!({"date": seconds_text(now), "format": FORMAT, "store_id": keyring.store_id});
        let sealed = seal_line(keyring, random, &Place::first(&keyring.store_id), &header)?;
        file::write_atomic(path, format!("{sealed}\n").as_bytes())
    }

    /// Reads every line; a changed, missing or foreign one is damage. A last line without its line feed is
    /// what a crash left of an append that was never confirmed: it is cut off at the next append.
    pub fn open(path: &Path, keyring: &Keyring) -> Result<Self> {
        let bytes = file::read_regular(path, LIMIT)
            .map_err(|error| Error::integrity("the rights journal is missing").because(error))?;
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| Error::integrity("the rights journal is not text"))?;
        let mut place = Place::first(&keyring.store_id);
        let mut lines = vec![];
        let whole = text
            .rfind('\n')
            .map_or("", |end| text.get(..end).unwrap_or(""));
        for sealed in whole.split('\n') {
            lines.push(open_line(keyring, &place, sealed)?);
            place = place.next(sealed);
        }
        let journal = Self {
            path: path.to_owned(),
            store_id: keyring.store_id.clone(),
            lines,
            head: place.before,
            whole: u64::try_from(whole.len() + 1).unwrap_or(0),
        };
        journal.require_header()?;
        Ok(journal)
    }

    fn require_header(&self) -> Result<()> {
        let header = self.lines.first();
        let field = |name: &str| {
            header
                .and_then(|header| header.get(name))
                .and_then(Value::as_str)
        };
        if field("format") == Some(FORMAT) && field("store_id") == Some(&self.store_id) {
            return Ok(());
        }
        Err(Error::integrity(
            "the rights journal belongs to another store",
        ))
    }

    /// The number of the last line; 0 when there is only the header.
    pub fn last(&self) -> usize {
        self.lines.len().saturating_sub(1)
    }

    /// The line that the database applied last must be there.
    pub fn require_line(&self, number: &str) -> Result<()> {
        match number.parse::<usize>() {
            Ok(number) if number <= self.last() => Ok(()),
            _ => Err(Error::integrity("the rights journal lacks its last lines")
                .hint("take the copy of a backup target's `recovery/` folder")),
        }
    }

    /// A line that another process confirmed meanwhile must not be cut off as if it were torn.
    fn require_unchanged(&self) -> Result<()> {
        let bytes = file::read_limited(&self.path, LIMIT)?;
        let whole = usize::try_from(self.whole).unwrap_or(usize::MAX);
        if bytes.get(whole..).is_some_and(|tail| tail.contains(&b'\n')) {
            return Err(Error::conflict("the rights journal grew meanwhile").hint("run it again"));
        }
        Ok(())
    }

    /// Appends and flushes one line; returns its number.
    pub fn append(&mut self, keyring: &Keyring, random: &Random, line: Value) -> Result<usize> {
        let place = Place {
            store_id: self.store_id.clone(),
            number: self.lines.len(),
            before: self.head,
        };
        let sealed = seal_line(keyring, random, &place, &line)?;
        let io = |error| Error::io("append to", &self.path, &error);
        let mut target = OpenOptions::new()
            .append(true)
            .open(&self.path)
            .map_err(io)?;
        self.require_unchanged()?;
        target.set_len(self.whole).map_err(io)?;
        target
            .write_all(format!("{sealed}\n").as_bytes())
            .map_err(io)?;
        file::sync(&target, &self.path)?;
        self.head = place.next(&sealed).before;
        self.whole += u64::try_from(sealed.len() + 1).unwrap_or(0);
        self.lines.push(line);
        Ok(self.last())
    }
}

/// What a line is bound to: the store, its number, and the sealed line before it.
struct Place {
    store_id: String,
    number: usize,
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

    fn next(&self, sealed: &str) -> Self {
        Self {
            store_id: self.store_id.clone(),
            number: self.number + 1,
            before: seal::sha256(sealed.as_bytes()),
        }
    }

    fn bound(&self) -> Vec<u8> {
        let number = format!("\n{}\n", self.number);
        [self.store_id.as_bytes(), number.as_bytes(), &self.before].concat()
    }
}

fn seal_line(keyring: &Keyring, random: &Random, place: &Place, line: &Value) -> Result<String> {
    let key = Keyring::newest(&keyring.journal)?;
    let clear = json::canonical(line)?;
    let sealed = seal::seal(&key.key, random.bytes()?, &place.bound(), &clear)?;
    Ok(BASE64.encode(&sealed))
}

/// A line may be sealed under any journal key that the keyring kept.
fn open_line(keyring: &Keyring, place: &Place, sealed: &str) -> Result<Value> {
    let damaged = || {
        Error::integrity(format!(
            "line {} of the rights journal was changed",
            place.number
        ))
        .hint("take the copy of a backup target's `recovery/` folder")
    };
    let bytes = BASE64.decode(sealed.as_bytes()).map_err(|_| damaged())?;
    let opened = |named: &NamedKey| seal::open(&named.key, &place.bound(), &bytes).ok();
    let clear = keyring
        .journal
        .iter()
        .rev()
        .find_map(opened)
        .ok_or_else(damaged)?;
    serde_json::from_slice(&clear).map_err(|_| damaged())
}

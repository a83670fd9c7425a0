//! What is left of a person, as a search found it: in every text of every table, and in every file of the store's folder.
//! It reads and counts; what it finds in the audit log's values is named, so that it can be erased.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::tables;
use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::domain::context::Context;
use crate::domain::privacy::Needles;

/// Mentions that are named one by one.
const MOST_MENTIONS: usize = 1_000;
/// Folders in the store's folder that are looked into.
const DEPTH: u8 = 3;
const BLOCK: usize = 1 << 20;
/// An identifier across two blocks is found by what both share.
const SHARED: usize = 1 << 10;

/// What was found: by `table.column`, or by the file's name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Residue {
    pub found: BTreeMap<String, u64>,
    /// Columns that can hold a text, and files: what was looked through.
    pub columns: u64,
    pub files: u64,
    /// Values of the log about others in which a name of the person stands, event and field; the first of them. It may
    /// be another one's name, or a word: people look.
    #[serde(default)]
    pub mentions: Vec<(u64, String)>,
    #[serde(default)]
    pub mentioned: u64,
    /// When it was looked, in microseconds since 1970.
    #[serde(default)]
    pub at: i64,
    /// Values of the log with an address of the person: event and field.
    #[serde(skip)]
    pub values: Vec<(u64, String)>,
}

impl Residue {
    pub fn total(&self) -> u64 {
        self.found.values().sum()
    }

    pub(super) fn add(&mut self, place: String) {
        *self.found.entry(place).or_insert(0) += 1;
    }

    /// Takes over what another look at other rows found.
    pub(super) fn join(&mut self, other: Self) {
        for (place, count) in other.found {
            *self.found.entry(place).or_insert(0) += count;
        }
        self.values.extend(other.values);
        self.mentioned += other.mentioned;
        self.mentions.extend(other.mentions);
        // Each look names the first ones that it saw.
        self.mentions.sort_unstable();
        self.mentions.truncate(MOST_MENTIONS);
    }

    /// Values of the log that were found went, but for those that are held.
    pub(super) fn went(&mut self, held: u64) {
        self.values.clear();
        self.found.insert(VALUES.to_owned(), held);
        self.found.retain(|_, count| *count > 0);
    }

    /// Leaves out what stands in this place once, and must.
    pub(super) fn forgive(&mut self, place: &str) {
        if let Some(count) = self.found.get_mut(place) {
            *count -= 1;
        }
        self.found.retain(|_, count| *count > 0);
    }

    pub(super) fn mention(&mut self, seq: u64, field: String) {
        self.mentioned += 1;
        if self.mentions.len() < MOST_MENTIONS {
            self.mentions.push((seq, field));
        }
    }
}

/// Where values of the log stand.
pub(super) const VALUES: &str = "disclosure.text";

/// Looks through everything, all tables on one snapshot.
pub(super) fn scan(ctx: &Context, needles: &Needles, report: &mut Report<'_>) -> Result<Residue> {
    let mut residue = Residue {
        at: ctx.now().timestamp_micros(),
        ..Residue::default()
    };
    tables::search(ctx, needles, &mut residue, report)?;
    folder(ctx.store.folder.path(), needles, (&mut residue, DEPTH))?;
    Ok(residue)
}

fn folder(path: &Path, needles: &Needles, (residue, depth): (&mut Residue, u8)) -> Result<()> {
    let failed = |error: std::io::Error| Error::io("read", path, &error);
    let Some(depth) = depth.checked_sub(1) else {
        return Ok(());
    };
    for entry in fs::read_dir(path).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        // A file may go while it is looked for.
        let Ok(meta) = path.symlink_metadata() else {
            continue;
        };
        if meta.is_dir() {
            folder(&path, needles, (residue, depth))?;
        } else if meta.is_file() && !is_encrypted(&path) {
            residue.files += 1;
            if file_holds(&path, needles)? {
                let name = path.file_name().unwrap_or_default();
                residue.add(name.to_string_lossy().into_owned());
            }
        }
    }
    Ok(())
}

/// What the store itself writes is encrypted: nothing could be found in it.
fn is_encrypted(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("store.db") || name.ends_with(".age") || name.ends_with(".journal")
}

fn file_holds(path: &Path, needles: &Needles) -> Result<bool> {
    let failed = |error: std::io::Error| Error::io("read", path, &error);
    let Ok(mut file) = File::open(path) else {
        return Ok(false);
    };
    let mut block: Vec<u8> = Vec::with_capacity(BLOCK + SHARED);
    loop {
        let kept = block.len().min(SHARED);
        block.drain(..block.len() - kept);
        let more = u64::try_from(BLOCK).unwrap_or(u64::MAX);
        let read = (&mut file)
            .take(more)
            .read_to_end(&mut block)
            .map_err(failed)?;
        if read == 0 {
            return Ok(false);
        }
        if needles.are_in_file(&block) {
            return Ok(true);
        }
    }
}

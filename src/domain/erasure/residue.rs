//! Looking whether anything is left of a person: every text of every table, and every file of the store's folder. It
//! reads and counts; what it finds in the audit log's values is named, so that it can be erased.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::domain::audit::reveal;
use crate::domain::context::Context;
use crate::domain::privacy::{FREE_TEXT, Found, Needles};
use crate::store::Tx;

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
    /// Columns and files that were looked through.
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

    fn add(&mut self, place: String) {
        *self.found.entry(place).or_insert(0) += 1;
    }

    /// Leaves out what stands in this place once, and must.
    pub(super) fn forgive(&mut self, place: &str) {
        if let Some(count) = self.found.get_mut(place) {
            *count -= 1;
        }
        self.found.retain(|_, count| *count > 0);
    }

    fn mention(&mut self, seq: u64, field: String) {
        self.mentioned += 1;
        if self.mentions.len() < MOST_MENTIONS {
            self.mentions.push((seq, field));
        }
    }
}

/// Looks through everything on one snapshot.
pub(super) fn scan(ctx: &Context, needles: &Needles, report: &mut Report<'_>) -> Result<Residue> {
    let mut residue = Residue {
        at: ctx.now().timestamp_micros(),
        ..Residue::default()
    };
    ctx.store
        .read(|tx| tables(tx, needles, &mut residue, report))?;
    folder(ctx.store.folder.path(), needles, (&mut residue, DEPTH))?;
    Ok(residue)
}

fn tables(
    tx: &Tx<'_>,
    needles: &Needles,
    residue: &mut Residue,
    report: &mut Report<'_>,
) -> Result<()> {
    let mut seen = 0;
    for (table, columns) in tx.tables()? {
        residue.columns += u64::try_from(columns.len()).unwrap_or(0);
        let names: Vec<bool> = columns
            .iter()
            .map(|column| FREE_TEXT.contains(&(table.as_str(), column.as_str())))
            .collect();
        let is_log = table == "disclosure";
        tx.each_value(&table, &columns, &mut |at, seq, bytes| {
            seen += 1;
            if seen % 65_536 == 0 {
                report(Progress::open(seen));
            }
            let column = columns.get(at).map_or("", String::as_str);
            if is_log && column == "text" {
                return disclosed(needles, (seq.unwrap_or_default(), bytes), residue);
            }
            let is_meant = match needles.find(bytes) {
                None => false,
                Some(Found::Address) => true,
                Some(Found::Name) => names.get(at) == Some(&true),
            };
            if is_meant {
                residue.add(format!("{table}.{column}"));
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// A value of the log: one with an address goes, one with a name is looked at by people.
fn disclosed(needles: &Needles, (seq, bytes): (u64, &[u8]), residue: &mut Residue) -> Result<()> {
    let Some(found) = needles.find_disclosed(bytes) else {
        return Ok(());
    };
    let field = reveal(std::str::from_utf8(bytes).unwrap_or_default())?.0;
    match found {
        Found::Name => residue.mention(seq, field),
        Found::Address => {
            residue.add("disclosure.text".to_owned());
            residue.values.push((seq, field));
        }
    }
    Ok(())
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

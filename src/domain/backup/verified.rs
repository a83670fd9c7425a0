//! `STEM.verified-N.json` beside a manifest: when the backup last passed each level. A place may only take files,
//! so every result is a new one under the next number. Says nothing of how a backup is proven.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::listing::{Item, LIMIT};
use super::signed;
use super::target::Target;
use super::trust::Trust;
use super::verify::Level;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::place;
use crate::crypto::note::SigningKey;

/// The format, and the first line under the signature.
pub const FORMAT: &str = "optimactl/verified/1";
/// As many documents are tried: a flood of forged ones ends.
const MOST: usize = 4;
/// No document that this program wrote has a larger number.
const LAST: u64 = 1_000_000_000;

/// One level that was passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    pub at: String,
    pub milliseconds: u64,
    /// The version that looked.
    pub tool: String,
}

impl Passed {
    pub fn new(at: Time, milliseconds: u64) -> Self {
        Self {
            at: seconds_text(at),
            milliseconds,
            tool: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// Every level that a backup has passed, by the level's name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels(BTreeMap<String, Passed>);

impl Levels {
    pub fn get(&self, level: Level) -> Option<&Passed> {
        self.0.get(level.as_str())
    }

    /// Keeps the later time: a clock that was set back takes nothing back.
    fn add(&mut self, level: Level, passed: Passed) {
        let later = self.get(level).is_none_or(|known| known.at <= passed.at);
        if later {
            self.0.insert(level.as_str().to_owned(), passed);
        }
    }
}

/// The document.
#[derive(Serialize, Deserialize)]
struct Document {
    backup: String,
    levels: Levels,
    /// Of the manifest beside it: it fits no other backup.
    manifest_sha256: String,
    store_id: String,
}

/// What the newest document that counts says; empty where nobody left one.
pub fn read(target: &Target, item: &Item, trust: &Trust) -> Result<Levels> {
    let mut first = None;
    for (_, name) in numbered(item).into_iter().take(MOST) {
        match open(target, item, name, trust) {
            Ok(levels) => return Ok(levels),
            Err(error) if error.kind == Kind::Remote => return Err(error),
            // A newer one has taken its place since the listing.
            Err(error) if error.kind == Kind::NotFound => {}
            Err(error) => first = first.or(Some(error.detail(format!("`{name}`")))),
        }
    }
    first.map_or_else(|| Ok(Levels::default()), Err)
}

fn open(target: &Target, item: &Item, name: &str, trust: &Trust) -> Result<Levels> {
    let bytes = place::read(target.place(), name, LIMIT)?;
    let value = signed::open(&bytes, FORMAT, trust)?;
    let document: Document = serde_json::from_value(value)
        .map_err(|error| Error::integrity("a field is missing or wrong").because(error))?;
    if document.backup == item.manifest.id && document.manifest_sha256 == item.sha256 {
        return Ok(document.levels);
    }
    Err(Error::integrity("it was signed for another backup"))
}

/// Adds a result to what is known and leaves it under the next number; older documents go where they can.
pub fn leave(
    target: &Target,
    item: &Item,
    (level, passed): (Level, Passed),
    (key, trust): (&SigningKey, &Trust),
) -> Result<()> {
    let mut levels = match read(target, item, trust) {
        // A damaged one is replaced by what is known now.
        Err(error) if error.kind == Kind::Integrity => Levels::default(),
        known => known?,
    };
    levels.add(level, passed);
    let document = Document {
        backup: item.manifest.id.clone(),
        levels,
        manifest_sha256: item.sha256.clone(),
        store_id: item.manifest.store_id.clone(),
    };
    let value = serde_json::to_value(document)
        .map_err(|error| Error::bug("a document does not serialize").because(error))?;
    let bytes = signed::sign(value, FORMAT, key)?;
    let old = numbered(item);
    let next = old.first().map_or(1, |(number, _)| number + 1);
    write(target, item, next, &bytes)?;
    for (_, name) in old {
        // A place that only takes files keeps them all; the newest counts.
        if target.place().remove(name).is_err() {
            break;
        }
    }
    Ok(())
}

/// Two runs at once may want the same number.
fn write(target: &Target, item: &Item, next: u64, bytes: &[u8]) -> Result<()> {
    let name = |number: u64| format!("{}.verified-{number}.json", item.stem());
    for number in next..next + 8 {
        match place::write_new(target.place(), &name(number), bytes) {
            Err(error) if error.kind == Kind::Conflict => {}
            done => return done,
        }
    }
    Err(Error::conflict(format!(
        "`{}` is there already",
        name(next)
    )))
}

/// The documents of a backup by their numbers, newest first.
fn numbered(item: &Item) -> Vec<(u64, &str)> {
    let mut found: Vec<(u64, &str)> = item
        .documents
        .iter()
        .filter_map(|name| {
            let rest = name.strip_prefix(item.stem())?;
            let number = rest.strip_prefix(".verified-")?.strip_suffix(".json")?;
            let number = number.parse().ok().filter(|number| *number < LAST)?;
            Some((number, name.as_str()))
        })
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found
}

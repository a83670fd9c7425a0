//! What lies beside a manifest, signed: that a backup is pinned, that it was pruned. A forged pin keeps a backup,
//! a forged record of pruning explains nothing.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::listing::{Item, LIMIT, Odd};
use super::names::{document_stem, is_document};
use super::retention::Held;
use super::signed;
use super::trust::Trust;
use crate::base::clock;
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Place};
use crate::crypto::note::SigningKey;

const PIN: &str = "optimactl/pin/1";
const PRUNED: &str = "optimactl/pruned/1";

/// A pin is replaced by writing the other name first, so that no moment is without one.
pub(super) fn pin_names(stem: &str) -> [String; 2] {
    [format!("{stem}.pin.json"), format!("{stem}.repin.json")]
}

pub(super) fn pruned_name(stem: &str) -> String {
    format!("{stem}.pruned.json")
}

/// Where the file waits before it is really removed.
pub(super) fn trash_name(file: &str) -> String {
    format!("{TRASH}/{file}")
}

pub(super) const TRASH: &str = "trash";

/// `STEM.pin.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    pub backup: String,
    pub created: String,
    /// Of the manifest beside it: it fits no other backup.
    pub manifest_sha256: String,
    pub reason: String,
    pub store_id: String,
    pub until: Option<String>,
}

/// `STEM.pruned.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pruned {
    pub backup: String,
    pub created: String,
    pub manifest_sha256: String,
    /// The rules of that run.
    pub policy: String,
    pub reasons: Vec<String>,
    pub store_id: String,
    /// Until then its file lies in `trash/`; none when it was removed at once.
    pub trash_until: Option<String>,
}

impl Pin {
    pub(super) fn sign(&self, key: &SigningKey) -> Result<Vec<u8>> {
        seal(self, PIN, key)
    }
}

impl Pruned {
    pub(super) fn sign(&self, key: &SigningKey) -> Result<Vec<u8>> {
        seal(self, PRUNED, key)
    }
}

fn seal(document: &impl Serialize, format: &str, key: &SigningKey) -> Result<Vec<u8>> {
    let value = serde_json::to_value(document)
        .map_err(|error| Error::bug("a document does not serialize").because(error))?;
    signed::sign(value, format, key)
}

/// Everything beside one manifest.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub pin: Option<Held>,
    pub pruned: Option<Pruned>,
    /// Pins that this store did not sign.
    pub foreign: Vec<Odd>,
    /// Other documents that do not count.
    pub odd: Vec<Odd>,
}

/// Brings what was said of a backup to the name that its manifest is about to get. The signatures bind it to the
/// backup, whatever that is called.
pub(super) fn carry(place: &dyn Place, from: &Item, stem: &str) -> Result<()> {
    let prefix = format!("{stem}.");
    for entry in place.list("")? {
        // A run that was cut short left it; since then it may have been taken back.
        if entry.name.starts_with(&prefix) && is_document(&entry.name) {
            unless(Kind::Refused, place.remove(&entry.name))?;
        }
    }
    for name in documents(from) {
        let kind = name.strip_prefix(from.stem()).unwrap_or_default();
        let bytes = place::read(place, name, LIMIT)?;
        let written = place::write_new(place, &format!("{stem}{kind}"), &bytes);
        unless(Kind::Conflict, written)?;
    }
    Ok(())
}

/// The documents beside this very manifest, not those beside a rewrapped one of its name.
pub(super) fn documents(item: &Item) -> impl Iterator<Item = &String> {
    let own = |name: &&String| document_stem(name) == Some(item.stem());
    item.documents.iter().filter(own)
}

/// An error of this kind is none.
fn unless(kind: Kind, result: Result<()>) -> Result<()> {
    match result {
        Err(error) if error.kind == kind => Ok(()),
        other => other,
    }
}

/// Which backup the documents must be of.
pub(super) struct Of<'a> {
    pub stem: &'a str,
    pub id: &'a str,
    pub manifest_sha256: &'a str,
}

pub(super) fn read(
    place: &dyn Place,
    there: &dyn Fn(&str) -> bool,
    of: &Of<'_>,
    trust: &Trust,
) -> Result<Beside> {
    let mut beside = Beside::default();
    for name in pin_names(of.stem).into_iter().filter(|name| there(name)) {
        let pin = document::<Pin>(place, &name, PIN, trust)?.and_then(|pin| {
            require_same(of, &pin.backup, &pin.manifest_sha256)?;
            let until = pin.until.as_deref().map(clock::parse).transpose()?;
            Ok(Held {
                until,
                reason: pin.reason,
                foreign: false,
            })
        });
        let pin = pin.unwrap_or_else(|error| {
            beside.foreign.push(odd(&name, &error));
            Held {
                until: None,
                reason: String::new(),
                foreign: true,
            }
        });
        beside.pin = Some(stronger(beside.pin.take(), pin));
    }
    let name = pruned_name(of.stem);
    if there(&name) {
        let pruned = document::<Pruned>(place, &name, PRUNED, trust)?;
        let pruned = pruned.and_then(|pruned| {
            require_same(of, &pruned.backup, &pruned.manifest_sha256)?;
            Ok(pruned)
        });
        match pruned {
            Ok(pruned) => beside.pruned = Some(pruned),
            Err(error) => beside.odd.push(odd(&name, &error)),
        }
    }
    Ok(beside)
}

/// A document, or why it does not count; a place that does not answer is a failure.
fn document<T: DeserializeOwned>(
    place: &dyn Place,
    name: &str,
    format: &str,
    trust: &Trust,
) -> Result<Result<T>> {
    let bytes = match place::read(place, name, LIMIT) {
        Err(error) if error.kind == Kind::Remote => return Err(error),
        other => other,
    };
    let value = bytes.and_then(|bytes| signed::open(&bytes, format, trust));
    Ok(value.and_then(|value| {
        serde_json::from_value(value)
            .map_err(|error| Error::integrity("a field is missing or wrong").because(error))
    }))
}

fn require_same(of: &Of<'_>, id: &str, manifest_sha256: &str) -> Result<()> {
    if id == of.id && manifest_sha256 == of.manifest_sha256 {
        return Ok(());
    }
    Err(Error::integrity("it was signed for another backup"))
}

fn odd(name: &str, error: &Error) -> Odd {
    Odd {
        file: name.to_owned(),
        why: error.to_string(),
    }
}

/// Of two pins, the one that holds longer.
fn stronger(known: Option<Held>, other: Held) -> Held {
    let Some(known) = known else { return other };
    let longer = match (known.until, other.until) {
        (None, _) => true,
        (_, None) => false,
        (Some(known), Some(other)) => known >= other,
    };
    if longer { known } else { other }
}

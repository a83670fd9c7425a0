//! `STEM.copied.json` beside a manifest: the store says that the numbers before it were left out on purpose when it
//! was copied to this place. Without this signed word a number that is not here is missing.

use serde::{Deserialize, Serialize};

use super::listing::{Item, LIMIT};
use super::signed;
use super::target::Target;
use super::trust::Trust;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::place;
use crate::crypto::note::SigningKey;

/// The format, and the first line under the signature.
pub const FORMAT: &str = "optimactl/copied/1";

#[derive(Serialize, Deserialize)]
struct Document {
    /// The newest number of its epoch that lay at the place before it; 0 where there was none.
    after: u64,
    backup: String,
    created: String,
    manifest_sha256: String,
    store_id: String,
}

pub(super) fn name(stem: &str) -> String {
    format!("{stem}.copied.json")
}

/// The number after which this one was copied, where the store says so.
pub(super) fn read(target: &Target, item: &Item, trust: &Trust) -> Result<Option<u64>> {
    let name = name(item.stem());
    if !item.documents.contains(&name) {
        return Ok(None);
    }
    let bytes = match place::read(target.place(), &name, LIMIT) {
        Err(error) if error.kind == Kind::NotFound => return Ok(None),
        read => read?,
    };
    let value = signed::open(&bytes, FORMAT, trust)?;
    let document: Document = serde_json::from_value(value)
        .map_err(|error| Error::integrity("a field is missing or wrong").because(error))?;
    if document.backup == item.manifest.id && document.manifest_sha256 == item.sha256 {
        return Ok(Some(document.after));
    }
    Err(Error::integrity("it was signed for another backup"))
}

/// Written before the manifest: no moment shows an unexplained gap.
pub(super) fn write(
    target: &Target,
    item: &Item,
    (after, now): (u64, Time),
    key: &SigningKey,
) -> Result<()> {
    let document = Document {
        after,
        backup: item.manifest.id.clone(),
        created: seconds_text(now),
        manifest_sha256: item.sha256.clone(),
        store_id: item.manifest.store_id.clone(),
    };
    let value = serde_json::to_value(document)
        .map_err(|error| Error::bug("a document does not serialize").because(error))?;
    let bytes = signed::sign(value, FORMAT, key)?;
    match place::write_new(target.place(), &name(item.stem()), &bytes) {
        // A run that was cut left one; the numbers that it names lie here or do not.
        Err(error) if error.kind == Kind::Conflict => Ok(()),
        done => done,
    }
}

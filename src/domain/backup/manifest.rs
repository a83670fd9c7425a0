//! The manifest of a backup: its canonical bytes, signed by the audit key. It holds no personal data and
//! counts no persons.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::signed;
use super::trust::Trust;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::crypto::note::SigningKey;
use crate::crypto::seal::sha256;
use crate::store::backup::{Form, RecoveryNames, data_stem};

/// The format, and the first line under the signature: no other document of the key begins so.
pub const FORMAT: &str = "optimactl/manifest/1";

/// What is known of a backup without any secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub audit: AuditPart,
    /// The instant of the image.
    pub created: String,
    /// Absent in a full backup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delta: Option<DeltaPart>,
    pub epoch: String,
    pub file: FilePart,
    pub format: String,
    pub id: String,
    pub image: ImagePart,
    pub journal: JournalPart,
    pub label: Option<String>,
    pub level: i32,
    pub milliseconds: u64,
    pub name: String,
    /// SHA-256 of the manifest before it, of this epoch at this target.
    pub previous: Option<String>,
    /// Fingerprints.
    pub recipients: Vec<String>,
    pub recovery: RecoveryNames,
    /// Absent in a backup that is as it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewrapped: Option<Rewrapped>,
    pub schema: u32,
    pub sequence: u64,
    pub store_id: String,
    pub tool: String,
    pub vkey: String,
}

/// The log inside the image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPart {
    /// A signed checkpoint of the tree inside the image.
    pub checkpoint: String,
    pub size: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePart {
    pub bytes: u64,
    pub name: String,
    pub sha256: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImagePart {
    pub bytes: u64,
    pub page_size: u32,
    pub pages: u64,
    pub sha256: String,
}

/// A backup whose file holds only the pages that changed since a full one. `image` is what both make together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeltaPart {
    /// Id of the full backup.
    pub base: String,
    pub base_image_sha256: String,
    /// Bytes of the list and the pages.
    pub bytes: u64,
    /// Pages in the file.
    pub changed: u64,
    /// Of the list and the pages.
    pub sha256: String,
}

/// A backup whose header was written anew for other recipients. It keeps its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rewrapped {
    pub at: String,
    /// How often so far.
    pub number: u64,
    /// SHA-256 of the manifest that it was made with: by this the next backup's manifest names it.
    pub was: String,
}

/// The head of the rights journal: a restore needs at least this much of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalPart {
    pub head: String,
    pub number: u64,
}

impl Manifest {
    /// The bytes of the file.
    pub fn sign(&self, key: &SigningKey) -> Result<Vec<u8>> {
        let value = serde_json::to_value(self)
            .map_err(|error| Error::bug("a manifest does not serialize").because(error))?;
        signed::sign(value, FORMAT, key)
    }

    /// Reads the bytes of a file. Any byte that differs from what was signed is damage or tampering.
    pub fn open(bytes: &[u8], trust: &Trust) -> Result<Self> {
        Self::of(signed::open(bytes, FORMAT, trust)?)
    }

    /// Reads a manifest without knowing whom to trust: what it says is only a claim.
    pub fn claimed(bytes: &[u8]) -> Result<Self> {
        Self::of(signed::claimed(bytes, FORMAT)?)
    }

    fn of(value: Value) -> Result<Self> {
        serde_json::from_value(value).map_err(|error| {
            Error::integrity("it is no manifest: a field is missing or wrong").because(error)
        })
    }

    /// What its file holds.
    pub const fn form(&self) -> Form {
        match self.delta {
            None => Form::Full,
            Some(_) => Form::Delta,
        }
    }

    /// What the names of everything that belongs to it begin with.
    pub fn stem(&self) -> &str {
        data_stem(&self.file.name).unwrap_or(&self.file.name)
    }

    /// How often its file was written anew for other recipients.
    pub fn rewraps(&self) -> u64 {
        self.rewrapped.as_ref().map_or(0, |one| one.number)
    }

    pub fn created(&self) -> Result<Time> {
        clock::parse(&self.created)
    }
}

/// SHA-256 of a manifest's bytes, as the next one names it.
pub fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&sha256(bytes))
}

//! Proof files (c2sp.org/tlog-proof@v1): one entry, its path, and the checkpoint it leads to.
//! A file proves itself to whoever holds the log's public key; no store is needed.

use std::fmt::Write as _;

use data_encoding::BASE64;

use super::checkpoint::Checkpoint;
use super::key::Vkey;
use super::parse_count;
use super::signed::{MAX_NOTE, Note};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::{Hash, Inclusion, leaf, verify_inclusion};

const TITLE: &str = "c2sp.org/tlog-proof@v1";

/// Entries are at most this long: bundles of tiles count their bytes in 16 bits.
const MAX_ENTRY: usize = 65_535;

/// No tree counted in 64 bits has longer paths.
const MAX_HASHES: usize = 64;

/// That an entry stands at its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    pub index: u64,
    /// The entry itself, never empty; another log may leave it out or put something else here.
    pub extra: Option<Vec<u8>>,
    pub hashes: Vec<Hash>,
    /// The signed note, byte for byte.
    pub checkpoint: String,
}

impl TlogProof {
    pub fn to_text(&self) -> String {
        let mut text = format!("{TITLE}\n");
        if let Some(extra) = self.extra.as_ref().filter(|extra| !extra.is_empty()) {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "extra {}", BASE64.encode(extra));
        }
        let _ = writeln!(text, "index {}", self.index);
        for hash in &self.hashes {
            let _ = writeln!(text, "{}", BASE64.encode(hash));
        }
        let _ = write!(text, "\n{}", self.checkpoint);
        text
    }

    /// Reads a proof file; its checkpoint must be a note, whoever signed it.
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() > MAX_NOTE {
            return Err(broken(&format!("is longer than {MAX_NOTE} bytes")));
        }
        let Some((head, checkpoint)) = text.split_once("\n\n") else {
            return Err(broken("has no checkpoint"));
        };
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(TITLE) {
            return Err(broken(&format!("does not begin with `{TITLE}`")));
        }
        let extra = lines
            .next_if(|line| line.starts_with("extra "))
            .map(parse_extra)
            .transpose()?;
        let Some(index) = lines.next().and_then(|line| line.strip_prefix("index ")) else {
            return Err(broken("does not say its index"));
        };
        let index = parse_count(index, "proof's index")?;
        let hashes: Vec<Hash> = lines
            .take(MAX_HASHES + 1)
            .map(parse_hash)
            .collect::<Result<_>>()?;
        if hashes.len() > MAX_HASHES {
            return Err(broken("has more hashes than any tree"));
        }
        Checkpoint::parse(&Note::parse(checkpoint)?.text)?;
        Ok(Self {
            index,
            extra,
            hashes,
            checkpoint: checkpoint.into(),
        })
    }

    /// Shows that the entry in `extra` stands at `index` in the log of one of these keys.
    pub fn verify(&self, known: &[Vkey]) -> Result<Checkpoint> {
        let Some(entry) = &self.extra else {
            return Err(broken("does not hold its entry"));
        };
        self.verify_entry(entry, known)
    }

    /// The same for an entry that comes from elsewhere.
    pub fn verify_entry(&self, entry: &[u8], known: &[Vkey]) -> Result<Checkpoint> {
        let checkpoint = Checkpoint::open(&self.checkpoint, known)?;
        let claim = Inclusion {
            leaf: leaf(entry),
            index: self.index,
            size: checkpoint.size,
        };
        verify_inclusion(&claim, &self.hashes, &checkpoint.root)?;
        Ok(checkpoint)
    }
}

fn broken(what: &str) -> Error {
    Error::integrity(format!("the proof {what}"))
}

fn parse_extra(line: &str) -> Result<Vec<u8>> {
    let encoded = line.strip_prefix("extra ").unwrap_or_default();
    match BASE64.decode(encoded.as_bytes()) {
        Ok(extra) if !extra.is_empty() && extra.len() <= MAX_ENTRY => Ok(extra),
        Ok(_) => Err(broken(&format!(
            "holds an entry of no or more than {MAX_ENTRY} bytes"
        ))),
        Err(_) => Err(broken("holds an entry that is not base64")),
    }
}

fn parse_hash(line: &str) -> Result<Hash> {
    let decoded = BASE64
        .decode(line.as_bytes())
        .ok()
        .and_then(|hash| hash.try_into().ok());
    decoded.ok_or_else(|| broken("has a line that is no SHA-256 hash"))
}

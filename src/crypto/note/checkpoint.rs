//! Checkpoints (c2sp.org/tlog-checkpoint): which log, how long, which root.
//! Reads and writes them; whether one tree continues another is `merkle`'s to say.

use data_encoding::BASE64;

use super::key::{SigningKey, Vkey};
use super::parse_count;
use super::signed::{open_note, sign_note};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::Hash;

/// The state of one log at one size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

impl Checkpoint {
    /// The text that is signed. Extension lines are never written: no monitor can audit them.
    pub fn to_text(&self) -> String {
        format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            BASE64.encode(&self.root)
        )
    }

    /// Reads a text that was signed; extension lines of other logs are skipped.
    pub fn parse(text: &str) -> Result<Self> {
        let broken = |what| Error::integrity(format!("the checkpoint {what}"));
        if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
            return Err(broken("holds a control character"));
        }
        let Some(lines) = text.strip_suffix('\n') else {
            return Err(broken("does not end with a newline"));
        };
        if lines.split('\n').any(str::is_empty) {
            return Err(broken("holds an empty line"));
        }
        let mut lines = lines.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next())
        else {
            return Err(broken("has fewer than three lines"));
        };
        let root = BASE64
            .decode(root.as_bytes())
            .ok()
            .and_then(|root| root.try_into().ok());
        let Some(root) = root else {
            return Err(broken("has a root that is no SHA-256 hash"));
        };
        Ok(Self {
            origin: origin.into(),
            size: parse_count(size, "checkpoint's size")?,
            root,
        })
    }

    /// The signed note, under the origin as the key's name.
    pub fn sign(&self, key: &SigningKey) -> Result<String> {
        let text = self.to_text();
        // An origin of two lines would be signed as another checkpoint.
        if !Self::parse(&text).is_ok_and(|again| again == *self) {
            return Err(Error::bug("the checkpoint would be read back differently"));
        }
        sign_note(&text, &[(&self.origin, key)])
    }

    /// Verifies a signed checkpoint: a known key that bears the origin's name must have signed.
    ///
    /// A witness's signature alone is not enough, nor is that of another log's key.
    pub fn open(note: &str, known: &[Vkey]) -> Result<Self> {
        let opened = open_note(note, known)?;
        let checkpoint = Self::parse(&opened.text)?;
        if !opened
            .signers
            .iter()
            .any(|key| key.name() == checkpoint.origin)
        {
            return Err(Error::integrity(
                "the checkpoint is not signed by a key of its own log",
            ));
        }
        Ok(checkpoint)
    }
}

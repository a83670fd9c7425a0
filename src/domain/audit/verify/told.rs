//! What an event says that it took in or handed out, to be compared with the row that is kept of it.

use serde_json::Value;

use super::loss::is_own;
use crate::base::error::{Error, Result};
use crate::domain::audit::{anchor, witness};
use crate::store::Tx;
use crate::store::audit::{AnchorRow, CosignatureRow};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::domain::audit) struct Told {
    pub(super) action: String,
    epoch: String,
    size: u64,
    /// The witness's name, or the kind of anchor.
    pub(super) what: String,
    /// Of the request or response of a time-stamp.
    fingerprint: Option<String>,
}

impl Told {
    pub(super) fn of_entry(entry: &[u8]) -> Option<Self> {
        let entry: Value = serde_json::from_slice(entry).ok()?;
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
        let data = entry.get("data")?;
        if !is_own(&entry) {
            return None;
        }
        Some(Self {
            action: text(entry.get("action"))?,
            epoch: text(data.get("epoch"))?,
            size: data.get("size")?.as_u64()?,
            what: text(data.get("witness").or_else(|| data.get("kind")))?,
            fingerprint: text(data.get("fingerprint")),
        })
    }

    /// What the event says that took a cosignature in.
    pub(in crate::domain::audit) fn of_cosignature(row: &CosignatureRow) -> Self {
        let name = row.key.split('+').next().unwrap_or_default();
        Self {
            action: witness::ACTION.to_owned(),
            epoch: row.epoch.clone(),
            size: row.size,
            what: name.to_owned(),
            fingerprint: None,
        }
    }

    /// What the events say of an anchor: that it left, and that its time-stamp came back.
    pub(in crate::domain::audit) fn of_anchor(row: &AnchorRow) -> Vec<(u64, Self)> {
        let told = |action: &str, bytes: Option<&Vec<u8>>| Self {
            action: action.to_owned(),
            epoch: row.epoch.clone(),
            size: row.size,
            what: row.kind.clone(),
            fingerprint: bytes.map(|bytes| anchor::fingerprint(bytes)),
        };
        let left = (row.seq, told(anchor::ACTION, row.query.as_ref()));
        let back = row
            .answered
            .map(|seq| (seq, told(anchor::ANSWER, row.response.as_ref())));
        [left].into_iter().chain(back).collect()
    }

    /// That event `seq` tells just this.
    pub(in crate::domain::audit) fn require(&self, tx: &Tx<'_>, seq: u64) -> Result<()> {
        let entry = tx.entry(seq)?;
        let said = entry.and_then(|entry| Self::of_entry(&entry));
        if said.as_ref() == Some(self) {
            return Ok(());
        }
        Err(Error::integrity("no event tells of it"))
    }
}

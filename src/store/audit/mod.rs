//! Rows of the audit log: events, words, disclosures, tree, tiles, zones, checkpoints. Nothing is decided here;
//! `domain::audit` composes them.

mod checkpoint;
mod erase;
mod party;
mod plan;
mod prune;
mod query;
mod rows;
mod scan;
mod structure;
#[cfg(test)]
pub(crate) mod tamper;
mod tree;
mod vouch;

use crate::base::clock::Time;
use crate::base::error::{Error, Result};

pub use erase::Fate;
pub use plan::{Explained, Indexed};
pub use query::{Columns, FoundRow, Order, Selection, Tally};
pub use scan::{DisclosureRow, ScanRow};
pub use tree::TreeNodes;
pub use vouch::{AnchorRow, CosignatureRow};

/// Which words a dictionary numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Action,
    Actor,
    Target,
    Source,
}

impl Word {
    pub const fn number(self) -> i64 {
        match self {
            Self::Action => 1,
            Self::Actor => 2,
            Self::Target => 3,
            Self::Source => 4,
        }
    }
}

/// A row of `event`.
pub struct EventRow<'a> {
    pub seq: u64,
    pub ts: Time,
    pub rts: Time,
    pub action: i64,
    pub actor: i64,
    pub target: Option<i64>,
    pub source: i64,
    pub outcome: u8,
    pub severity: u8,
    pub entry: &'a [u8],
}

/// What 256 events have in common: where a search by time, outcome or severity may skip them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    pub first_ts: i64,
    pub last_ts: i64,
    pub outcomes: i64,
    pub severities: i64,
}

impl Zone {
    pub const EMPTY: Self = Self {
        first_ts: i64::MAX,
        last_ts: i64::MIN,
        outcomes: 0,
        severities: 0,
    };

    pub fn add(&mut self, ts: i64, outcome: u8, severity: u8) {
        self.first_ts = self.first_ts.min(ts);
        self.last_ts = self.last_ts.max(ts);
        self.outcomes |= 1 << (outcome & 31);
        self.severities |= 1 << (severity & 31);
    }
}

/// A signed checkpoint as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointRow {
    pub epoch: String,
    pub size: u64,
    pub note: String,
    pub made: Time,
    pub reason: String,
}

pub(crate) fn signed(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| Error::bug("a number is too large for the store"))
}

pub(crate) fn unsigned(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|_| Error::integrity("the store holds an impossible number"))
}

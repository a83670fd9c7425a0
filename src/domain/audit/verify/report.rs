//! What verifying found, in the order of the events.

use super::Depth;
use crate::base::clock::Time;

/// Findings beyond this many are counted and not kept: memory stays the same whatever was done to the log.
const MOST_KEPT: usize = 100;

/// Something wrong, at the first event it shows at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub seq: Option<u64>,
    pub what: String,
}

/// One of the three answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub findings: Vec<Finding>,
    /// How many findings were not kept.
    pub more: u64,
}

impl Verdict {
    pub fn is_good(&self) -> bool {
        self.findings.is_empty()
    }

    pub fn add(&mut self, seq: impl Into<Option<u64>>, what: impl Into<String>) {
        self.keep(MOST_KEPT, seq.into(), what.into());
    }

    /// What is judged once every event was seen: it has room of its own, or a thousand changed events would hide that
    /// the log does not fit what others keep of it.
    pub fn add_judged(&mut self, seq: impl Into<Option<u64>>, what: impl Into<String>) {
        self.keep(2 * MOST_KEPT, seq.into(), what.into());
    }

    fn keep(&mut self, most: usize, seq: Option<u64>, what: String) {
        if self.findings.len() >= most {
            self.more += 1;
            return;
        }
        let finding = Finding { seq, what };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

/// Events that a restore said it does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The event that says so: the first of its epoch.
    pub seq: u64,
    pub old_epoch: String,
    pub old_size: u64,
    pub lost: u64,
}

/// The beginning of the log, of which only the hashes are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pruned {
    /// The event that says so.
    pub seq: u64,
    /// How many.
    pub events: u64,
    /// The digest of the archive that holds the last of them.
    pub archive: String,
}

/// The newest checkpoint that left the store, as far as the store knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOut {
    pub epoch: String,
    pub size: u64,
    pub made: Time,
    pub reason: String,
}

/// How far a copy from outside vouches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchoring {
    /// The size of the trusted checkpoint that fits, if one was given.
    pub anchored: Option<u64>,
    /// So many events of a trusted checkpoint a restore lost, and somebody accepted that: it was compared with nothing.
    pub accepted_loss: Option<u64>,
    pub tail: u64,
    /// Since when the oldest event of the tail waits for an anchor.
    pub minutes: Option<i64>,
    pub handed_out: Option<HandedOut>,
    /// Cosignatures and anchors that the store keeps.
    pub cosignatures: u64,
    pub anchors: u64,
    /// Anchors whose events were pruned: nobody can say any more when they left.
    pub untold_anchors: u64,
    /// What the configured witnesses say; `None` without any.
    pub quorum: Option<Quorum>,
    /// The anchor that covers most.
    pub newest_anchor: Option<AnchorShown>,
}

/// How far enough witnesses vouch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    pub needed: usize,
    pub witnesses: usize,
    pub size: Option<u64>,
    /// The newest cosignature of each that gave one.
    pub known: Vec<Witnessed>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnessed {
    pub name: String,
    pub size: u64,
    pub signed: Time,
}

/// Something that left the store; whether it still exists only its keeper knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorShown {
    pub kind: String,
    pub size: u64,
    pub made: Time,
    /// A time-stamp came back.
    pub answered: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub depth: Depth,
    pub events: u64,
    pub epoch: String,
    pub root: Option<String>,
    pub checkpoints: u64,
    pub disclosures: u64,
    /// Personal values that are gone and whose going is recorded.
    pub explained: u64,
    /// Of these, values in front of the trusted checkpoint whose reason stands behind it: nobody vouches for it yet.
    pub explained_behind: u64,
    pub declared: Vec<Declared>,
    pub pruned: Option<Pruned>,
    /// The epoch whose loss a trusted checkpoint shows and nobody accepted yet.
    pub unaccepted: Option<String>,
    pub integrity: Verdict,
    pub completeness: Verdict,
    pub anchoring: Anchoring,
}

impl Report {
    pub(super) fn new(depth: Depth) -> Self {
        Self {
            depth,
            events: 0,
            epoch: String::new(),
            root: None,
            checkpoints: 0,
            disclosures: 0,
            explained: 0,
            explained_behind: 0,
            declared: vec![],
            pruned: None,
            unaccepted: None,
            integrity: Verdict::default(),
            completeness: Verdict::default(),
            anchoring: Anchoring::default(),
        }
    }

    pub fn is_good(&self) -> bool {
        self.integrity.is_good() && self.completeness.is_good()
    }

    /// Nothing is missing but what a restore said it does not have.
    pub fn lacks_declared_only(&self) -> bool {
        let findings = &self.completeness.findings;
        self.unaccepted.is_some() && findings.len() == 1 && self.completeness.more == 0
    }

    pub(super) fn sort(&mut self) {
        for verdict in [&mut self.integrity, &mut self.completeness] {
            verdict
                .findings
                .sort_by_key(|finding| finding.seq.unwrap_or(u64::MAX));
        }
    }
}

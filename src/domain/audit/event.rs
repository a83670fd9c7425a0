//! An event before it has its number: what happened to whom, and which values are personal.

use serde_json::{Map, Value};

use super::disclosure::{Disclosure, disclose};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::crypto::random::Random;

/// How what was tried ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Success,
    Failure,
    Refused,
    /// Announced; another event tells how it ended.
    Intent,
}

impl Outcome {
    pub const ALL: [Self; 4] = [Self::Success, Self::Failure, Self::Refused, Self::Intent];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::Refused => "refused",
            Self::Intent => "intent",
        }
    }

    /// The number in the search column.
    pub const fn number(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Failure => 1,
            Self::Refused => 2,
            Self::Intent => 3,
        }
    }
}

/// How much an event matters, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Info,
    Low,
    Medium,
    High,
    Critical,
}

impl Severity {
    pub const ALL: [Self; 5] = [
        Self::Info,
        Self::Low,
        Self::Medium,
        Self::High,
        Self::Critical,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }

    /// The number in the search column.
    pub const fn number(self) -> u8 {
        match self {
            Self::Info => 0,
            Self::Low => 1,
            Self::Medium => 2,
            Self::High => 3,
            Self::Critical => 4,
        }
    }
}

/// Who acted or was acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// An id that stands for itself: `acc_…`, `req_…`, a backup's id, a role, an unlocker.
    Id(String),
    /// A name that must not stand in the log: it becomes a pseudonym, its clear form a disclosure.
    Name(String),
}

/// Keys whose values may stand in the clear: counts, kinds, ids, digests. Anything else is personal or free
/// text and belongs behind a digest ([`Event::personal`]).
const CLEAR: &[&str] = &[
    "accounts",
    "algorithm",
    "archive",
    "backup",
    "barred",
    "bundle",
    "bytes",
    "calendar",
    "changed",
    "channel",
    "checkpoint",
    "code",
    "corpus",
    "count",
    "days",
    "due",
    "encrypted",
    "epoch",
    "epochs",
    "error",
    "expires",
    "factor",
    "failed",
    "fields",
    "findings",
    "file_sha256",
    "fingerprint",
    "first",
    "format",
    "generation",
    "group",
    "image_sha256",
    "held",
    "hold",
    "initial",
    "kept",
    "key",
    "kind",
    "known",
    "last",
    "law",
    "left",
    "level",
    "lifted",
    "manifest",
    "method",
    "number",
    "old_epoch",
    "old_origin",
    "old_size",
    "pages",
    "permission",
    "previous",
    "purpose",
    "ranges",
    "recipients",
    "reference",
    "remaining",
    "reapplied",
    "replaced_by",
    "restored",
    "role",
    "roles",
    "rows_sha256",
    "schema",
    "scheme",
    "scopes",
    "seconds",
    "sequence",
    "session",
    "sessions",
    "set",
    "size",
    "slot",
    "state",
    "step",
    "store",
    "swept",
    "to",
    "token",
    "from",
    "type",
    "until",
    "used",
    "version",
    "vkey",
    "warned",
    "what",
    "witness",
    "written",
];

/// An event under construction.
#[derive(Clone, Debug)]
pub struct Event {
    pub(super) action: String,
    pub(super) actor: Option<Party>,
    pub(super) target: Option<Party>,
    pub(super) source: String,
    pub(super) outcome: Outcome,
    pub(super) severity: Severity,
    pub(super) time: Option<Time>,
    pub(super) intent: Option<u64>,
    pub(super) request: Option<String>,
    pub(super) data: Map<String, Value>,
    pub(super) personal: Vec<(String, Value)>,
    /// Personal values that were put behind their digests already.
    pub(super) disclosed: Vec<(String, Disclosure)>,
    pub(super) foreign: bool,
}

impl Event {
    /// An event of this program: `noun.verb`, a success unless said otherwise.
    pub fn new(action: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            actor: None,
            target: None,
            source: "optimactl".to_owned(),
            outcome: Outcome::Success,
            severity: Severity::Info,
            time: None,
            intent: None,
            request: None,
            data: Map::new(),
            personal: vec![],
            disclosed: vec![],
            foreign: false,
        }
    }

    /// An event that another program tells of. Its fields are all personal unless they are allow-listed.
    pub fn foreign(action: impl Into<String>, source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            foreign: true,
            ..Self::new(action)
        }
    }

    pub fn action(&self) -> &str {
        &self.action
    }

    /// Somebody else than the caller acted: the account that signs in, the actor of a foreign event.
    #[must_use]
    pub fn actor(mut self, actor: Party) -> Self {
        self.actor = Some(actor);
        self
    }

    #[must_use]
    pub fn target(mut self, id: impl Into<String>) -> Self {
        self.set_target(id);
        self
    }

    #[must_use]
    pub fn target_name(mut self, name: impl Into<String>) -> Self {
        self.target = Some(Party::Name(name.into()));
        self
    }

    /// Names the target once it is known, inside the transaction.
    pub fn set_target(&mut self, id: impl Into<String>) {
        self.target = Some(Party::Id(id.into()));
    }

    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    #[must_use]
    pub fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }

    /// When it happened, if that is not now.
    #[must_use]
    pub fn at(mut self, time: Time) -> Self {
        self.time = Some(time);
        self
    }

    #[must_use]
    pub fn intent(mut self, seq: u64) -> Self {
        self.intent = Some(seq);
        self
    }

    #[must_use]
    pub fn request(mut self, id: impl Into<String>) -> Self {
        self.request = Some(id.into());
        self
    }

    /// A value in the clear, under one of the allow-listed keys. A key that is not listed is treated as
    /// personal: forgetting to list it costs a digest and never a leak.
    #[must_use]
    pub fn field(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.set(key, value);
        self
    }

    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        if CLEAR.contains(&key) && !self.foreign {
            self.data.insert(key.to_owned(), value.into());
        } else {
            self.personal.push((key.to_owned(), value.into()));
        }
    }

    /// A personal or free-text value: the entry holds its digest, a table beside it the value.
    #[must_use]
    pub fn personal(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.set_personal(field, value);
        self
    }

    pub fn set_personal(&mut self, field: &str, value: impl Into<Value>) {
        self.personal.push((field.to_owned(), value.into()));
    }

    /// Puts the personal values behind their digests ahead of the appending, where no lock is held.
    pub(super) fn disclosed(mut self, random: &Random) -> Result<Self> {
        for (field, value) in self.personal.drain(..) {
            let disclosure = disclose(random, &field, &value)?;
            self.disclosed.push((field, disclosure));
        }
        Ok(self)
    }
}

//! What a line of the rights journal says. The names and fields stand in journals for ever: new kinds and new
//! optional fields may come, nothing here is renamed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::error::{Error, Result};
use crate::base::json;

/// One line, without its number: that is its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When it was written, RFC 3339. For people: a restore goes by numbers.
    pub at: String,
    #[serde(flatten)]
    pub act: Act,
    /// The account that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The accounts, where one act was about many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// What was sealed behind the line, where nobody cut it out.
    #[serde(skip)]
    pub value: Option<Rectified>,
}

/// A rectified value. It is personal, and is shown by nobody who only looks at lines.
#[derive(Clone, PartialEq, Eq)]
pub struct Rectified(pub(super) String);

impl std::fmt::Debug for Rectified {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(a value)")
    }
}

/// How an account is found that has another id: keyed digests of its folded name and address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The id of the HMAC key.
    pub key: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// What was taken away. Times are microseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Act {
    /// A person is erased: the account, and under which random ids else the audit log knew them.
    Erasure {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pseudonyms: Vec<String>,
        /// Classes of data that a hold kept.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        kept: Vec<String>,
        /// Events of the log when it began: those behind them are of whoever came later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        size: Option<u64>,
    },
    /// The account's data are only stored from now on (GDPR Art. 18).
    Restriction {
        ground: String,
    },
    Objection(Choice),
    OptOut(Choice),
    /// The account's consents for a purpose were withdrawn: whichever of them an image holds.
    Withdrawal {
        purpose: String,
        through: String,
        ended: i64,
    },
    Hold(Held),
    /// The digest of the value that is sealed behind the line.
    Rectification {
        field: String,
        payload: String,
        /// The keyed digest of the value that was wrong, base64url.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        former: Option<String>,
    },
    /// A token ends: at once, or at a time.
    Revocation {
        token: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<i64>,
    },
    Lock {
        until: i64,
    },
    Disable,
    /// An account ends sooner than before.
    Expiry {
        until: i64,
    },
    /// An account was removed, softly.
    Removal,
    /// A role from an account, an account from a group, a role from a group, a permission from a role, or a
    /// role or group as a whole: what is named together goes apart.
    RoleRemoval(Duty),
    /// An erasure takes at least so many people again.
    Approvers {
        least: u32,
    },
    /// An operating system's user acts for no account any more.
    OperatorRemoval {
        uid: u32,
    },
    /// The keyring of this generation has it no more.
    UnlockerRemoval {
        unlocker: String,
        generation: u64,
    },
    /// The password is another one; with a time, it must become another one by then.
    PasswordChange {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<i64>,
    },
    FactorChange {
        what: Factor,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        factor: Option<String>,
    },
    /// Takes back earlier lines for the subject. It grants nothing: a restore leaves out the lines that it
    /// names, and what they restricted stays as it is in the image.
    Lift {
        lines: Vec<u64>,
    },
    /// Values of the audit log were erased: by field the first and last numbers of events, and in that order the first
    /// four bytes of each value's digest, base64, so that another history's events of these numbers stay.
    Redaction {
        ranges: BTreeMap<String, Vec<(u64, u64)>>,
        checks: String,
    },
    /// An erasure is complete.
    Done {
        line: u64,
        /// Backups made before the one are deleted by the other.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        made_before: Option<i64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        gone_by: Option<i64>,
    },
    /// A kind that a newer version writes.
    #[serde(other)]
    Unknown,
}

/// A hold. Its subject is the line's; a line without one holds the classes of everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub id: String,
    pub classes: Vec<String>,
    pub basis: String,
    pub owner: String,
    pub review: i64,
}

/// An objection or opt-out. It names its person itself: it holds for people without an account, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub what: String,
    pub source: String,
    pub channel: String,
    pub received: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Of the normalized address, in base64url.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// What a role removal takes from what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<String>,
}

impl Duty {
    pub fn role(role: &str) -> Self {
        Self {
            role: Some(role.to_owned()),
            ..Self::default()
        }
    }

    pub fn group(group: &str) -> Self {
        Self {
            group: Some(group.to_owned()),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn of_group(self, group: &str) -> Self {
        Self {
            group: Some(group.to_owned()),
            ..self
        }
    }

    #[must_use]
    pub fn permission(self, permission: &str) -> Self {
        Self {
            permission: Some(permission.to_owned()),
            ..self
        }
    }
}

/// How the second factors of an account changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    Bound,
    Removed,
    /// The recovery codes are void: there are new ones, or none.
    Recovery,
    /// Signing in without one was barred.
    Barred,
}

impl Act {
    /// The word in the line.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Erasure { .. } => "erasure",
            Self::Restriction { .. } => "restriction",
            Self::Objection(_) => "objection",
            Self::OptOut(_) => "opt-out",
            Self::Withdrawal { .. } => "withdrawal",
            Self::Hold(_) => "hold",
            Self::Rectification { .. } => "rectification",
            Self::Revocation { .. } => "revocation",
            Self::Lock { .. } => "lock",
            Self::Disable => "disable",
            Self::Expiry { .. } => "expiry",
            Self::Removal => "removal",
            Self::RoleRemoval(_) => "role-removal",
            Self::Approvers { .. } => "approvers",
            Self::OperatorRemoval { .. } => "operator-removal",
            Self::UnlockerRemoval { .. } => "unlocker-removal",
            Self::PasswordChange { .. } => "password-change",
            Self::FactorChange { .. } => "factor-change",
            Self::Lift { .. } => "lift",
            Self::Redaction { .. } => "redaction",
            Self::Done { .. } => "done",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it is a person's right, whatever account the person has.
    pub(super) const fn concerns_a_person(&self) -> bool {
        matches!(
            self,
            Self::Erasure { .. }
                | Self::Restriction { .. }
                | Self::Objection(_)
                | Self::OptOut(_)
                | Self::Withdrawal { .. }
                | Self::Hold(_)
                | Self::Rectification { .. }
                | Self::Unknown
        )
    }

    /// What a later act would name to lift it; none for what nothing lifts.
    pub fn lifted_as(&self) -> Option<String> {
        match self {
            Self::Lock { .. }
            | Self::Disable
            | Self::Expiry { .. }
            | Self::Removal
            | Self::Restriction { .. }
            | Self::Erasure { .. }
            | Self::Approvers { .. }
            | Self::FactorChange {
                what: Factor::Barred,
                ..
            } => Some(String::new()),
            Self::Hold(held) => Some(held.id.clone()),
            Self::Objection(choice) | Self::OptOut(choice) => Some(choice.id.clone()),
            Self::RoleRemoval(duty) => Some(
                [&duty.role, &duty.group, &duty.permission]
                    .map(|word| word.as_deref().unwrap_or_default())
                    .join("\n"),
            ),
            Self::OperatorRemoval { uid } => Some(uid.to_string()),
            _ => None,
        }
    }

    /// Whether only the change itself, which a crash undid, made sense of the line: the new password or factor
    /// is nowhere, so the old one still counts; an erasure that did not begin is begun anew.
    pub const fn died_with_its_change(&self) -> bool {
        matches!(
            self,
            Self::PasswordChange { until: None }
                | Self::Erasure { .. }
                | Self::Redaction { .. }
                | Self::FactorChange {
                    what: Factor::Bound | Factor::Recovery,
                    ..
                }
        )
    }
}

impl Line {
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let value = serde_json::to_value(self)
            .map_err(|error| Error::bug("a journal line does not serialize").because(error))?;
        json::canonical(&value)
    }

    /// What an authentic line says; one that this version cannot read is of an unknown kind.
    pub fn read(clear: &[u8]) -> Self {
        serde_json::from_slice(clear).unwrap_or_else(|_| Self {
            at: String::new(),
            act: Act::Unknown,
            subject: None,
            subjects: vec![],
            person: None,
            value: None,
        })
    }

    /// Every account that it is about.
    pub fn accounts(&self) -> impl Iterator<Item = &str> {
        let one = self.subject.as_deref().into_iter();
        one.chain(self.subjects.iter().map(String::as_str))
    }
}

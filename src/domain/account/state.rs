//! What an account may do now: the one place that reads disabled, locked, expired and removed together.

use crate::base::clock::Time;
use crate::store::account::AccountRow;

/// The state of an account at an instant. The strongest wins: a removed account that is locked, too, is
/// removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Enabled,
    Locked(Time),
    /// Its data are only stored (GDPR Art. 18).
    Restricted(Time),
    Expired(Time),
    Disabled(Time),
    Removed(Time),
}

impl State {
    pub fn of(row: &AccountRow, now: Time) -> Self {
        if let Some(since) = row.removed {
            return Self::Removed(since);
        }
        if let Some(since) = row.disabled {
            return Self::Disabled(since);
        }
        if let Some(at) = row.expires.filter(|at| *at <= now) {
            return Self::Expired(at);
        }
        if let Some(since) = row.restricted {
            return Self::Restricted(since);
        }
        match row.locked_until.filter(|until| *until > now) {
            Some(until) => Self::Locked(until),
            None => Self::Enabled,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Locked(_) => "locked",
            Self::Restricted(_) => "restricted",
            Self::Expired(_) => "expired",
            Self::Disabled(_) => "disabled",
            Self::Removed(_) => "removed",
        }
    }
}

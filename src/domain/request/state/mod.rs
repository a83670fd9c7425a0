//! The states of a request and the steps between them: one pure table for all types (`table`). Who may take a step, and
//! what else it needs, is the operations' matter.

mod steps;
mod table;
#[cfg(test)]
mod tests;

pub use steps::Step;
pub use table::{advance, after, next_command};

use crate::base::error::{Error, Result};

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Received,
    Acknowledged,
    IdentityPending,
    Verified,
    InProgress,
    AwaitingApproval,
    Ready,
    Delivering,
    RecipientsTold,
    Fulfilled,
    Partial,
    Denied,
    Withdrawn,
    Dismissed,
    /// Somebody is not content with how it was closed.
    Appealed,
    /// The decision stands.
    Upheld,
    /// The decision does not stand: the work begins again.
    Reversed,
}

impl State {
    pub const ALL: [Self; 17] = [
        Self::Received,
        Self::Acknowledged,
        Self::IdentityPending,
        Self::Verified,
        Self::InProgress,
        Self::AwaitingApproval,
        Self::Ready,
        Self::Delivering,
        Self::RecipientsTold,
        Self::Fulfilled,
        Self::Partial,
        Self::Denied,
        Self::Withdrawn,
        Self::Dismissed,
        Self::Appealed,
        Self::Upheld,
        Self::Reversed,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Acknowledged => "acknowledged",
            Self::IdentityPending => "identity-pending",
            Self::Verified => "verified",
            Self::InProgress => "in-progress",
            Self::AwaitingApproval => "awaiting-approval",
            Self::Ready => "ready",
            Self::Delivering => "delivering",
            Self::RecipientsTold => "recipients-told",
            Self::Fulfilled => "fulfilled",
            Self::Partial => "partial",
            Self::Denied => "denied",
            Self::Withdrawn => "withdrawn",
            Self::Dismissed => "dismissed",
            Self::Appealed => "appealed",
            Self::Upheld => "upheld",
            Self::Reversed => "reversed",
        }
    }

    /// The state that a row of the store names.
    pub fn read(text: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| Error::integrity("a request has an impossible state"))
    }

    /// Nothing leaves a final state but an appeal.
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Fulfilled
                | Self::Partial
                | Self::Denied
                | Self::Withdrawn
                | Self::Dismissed
                | Self::Upheld
        )
    }

    /// Nobody was made sure of yet.
    const fn is_early(self) -> bool {
        matches!(
            self,
            Self::Received | Self::Acknowledged | Self::IdentityPending
        )
    }
}

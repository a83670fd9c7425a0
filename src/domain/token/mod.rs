//! Tokens: long random keys with which programs, and people's scripts, prove who they are. Shown once, kept as
//! a digest; a token never does more than its account may.

mod create;
mod form;
mod list;
mod revoke;
mod rotate;
mod scope;
#[cfg(test)]
mod tests;
mod verify;

pub use create::{Expiry, MOST, Made, NewToken, create};
pub use form::{PATTERN, Secret};
pub use list::{FIELDS, Shown, count_live, expiring, show};
pub use revoke::{Ended, revoke};
pub use rotate::{LONGEST_OVERLAP, Renewal, Rotated, rotate};
pub use scope::Scope;
pub use verify::{Reason, Verdict, verify};

use crate::base::clock::Time;
use crate::base::error::Error;
use crate::base::text::safe;
use crate::store::token::TokenRow;

/// What a token is at an instant, whatever its account may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Active,
    /// Another one stands in its place; it works until its overlap ends.
    Rotated,
    Expired,
    Revoked,
}

impl State {
    pub fn of(row: &TokenRow, now: Time) -> Self {
        if row.revoked.is_some() {
            Self::Revoked
        } else if row.expires.is_some_and(|end| end <= now) {
            Self::Expired
        } else if row.replaced_by.is_some() {
            Self::Rotated
        } else {
            Self::Active
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Rotated => "rotated",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }

    /// Whether it is taken.
    pub const fn works(self) -> bool {
        matches!(self, Self::Active | Self::Rotated)
    }
}

/// The start of the day of `time`, in UTC: uses are remembered to the day.
fn day(time: Time) -> Time {
    time.date_naive().and_time(chrono::NaiveTime::MIN).and_utc()
}

fn unknown(id: &str) -> Error {
    Error::not_found(format!("there is no token `{}`", safe(id)))
        .hint("see `optimactl token list --all`")
}

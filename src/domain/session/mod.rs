//! Sessions: what a platform tells of the sign-ins that it keeps open, so that they can be seen, ended and
//! asked about in one place. The platform keeps the session; here stands whether it still holds.

mod list;
mod record;
mod revoke;
#[cfg(test)]
mod tests;
mod told;
mod verify;

pub use list::{FIELDS, Purged, count_open, purge};
pub use record::{Line, OnError, Outcome, Recorded, Told, record, record_all};
pub use revoke::{Ended, revoke};
pub use told::{Typed, meant, read_line};
pub use verify::{Reason, Verdict, Which, verify};

use super::Context;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::seal;
use crate::crypto::secret::SecretText;
use crate::store::session::SessionRow;

/// The longest name that a platform may have for a session, in bytes.
const LONGEST_KEY: usize = 512;

/// What a session is at an instant, whatever its account may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Expired,
    Revoked,
}

impl State {
    pub fn of(row: &SessionRow, now: Time) -> Self {
        if row.revoked.is_some() {
            Self::Revoked
        } else if row.expires <= now {
            Self::Expired
        } else {
            Self::Open
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }
}

/// The keyed digest of the platform's own name for a session, which may be the secret in somebody's cookie. Sessions
/// are found again when keys rotate.
fn digest(ctx: &Context, key: &SecretText) -> Result<[u8; 32]> {
    let text = key.expose();
    if text.is_empty() || text.len() > LONGEST_KEY {
        return Err(Error::usage(format!(
            "a session's key has 1 to {LONGEST_KEY} bytes"
        )));
    }
    let mac = ctx.store.keyring.lasting_hmac()?;
    seal::mac(mac, "session key", text.as_bytes())
}

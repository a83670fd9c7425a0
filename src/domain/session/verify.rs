//! Whether a session still holds, for a platform that asks at every page. It reads; at most once a minute it
//! writes when the session was seen.

use chrono::TimeDelta;

use super::{State, digest};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::crypto::secret::SecretText;
use crate::domain::account::State as Standing;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::session::SessionRow;

/// `seen` is written at most this often.
const RESOLUTION: TimeDelta = TimeDelta::minutes(1);

/// Which session is asked about.
pub enum Which<'a> {
    Id(&'a str),
    /// By the platform's own name for it.
    Key(&'a SecretText),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Open,
    Unknown,
    Expired,
    Revoked,
    /// Its account is locked, disabled, expired or removed.
    Barred,
}

impl Reason {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Barred => "barred",
        }
    }
}

/// The answer to the platform. The row is there unless the session is unknown.
#[derive(Debug)]
pub struct Verdict {
    pub reason: Reason,
    pub row: Option<SessionRow>,
}

/// Answers whether a session still holds. The answer does not depend on whether `seen` could be written: a
/// platform must not sign people out because another command is writing or the disk is full.
pub fn verify(ctx: &Context, which: &Which<'_>) -> Result<Verdict> {
    let now = ctx.now();
    let verdict = ctx.store.read(|tx| judge(ctx, tx, which, now))?;
    if let Some(row) = verdict.row.as_ref()
        && verdict.reason == Reason::Open
        && row.seen + RESOLUTION <= now
    {
        ctx.store
            .write(ctx.mode, |tx| tx.see_session(&row.id, now))
            .ok();
    }
    Ok(verdict)
}

fn judge(ctx: &Context, tx: &Tx<'_>, which: &Which<'_>, now: Time) -> Result<Verdict> {
    let row = match which {
        Which::Id(id) => tx.session(id)?,
        Which::Key(key) => tx.session_of_key(&digest(ctx, key)?)?,
    };
    let Some(row) = row else {
        return Ok(Verdict {
            reason: Reason::Unknown,
            row: None,
        });
    };
    let owner = tx.account(&row.account)?;
    let barred = owner.is_none_or(|owner| Standing::of(&owner, now) != Standing::Enabled);
    let reason = match State::of(&row, now) {
        State::Revoked => Reason::Revoked,
        State::Expired => Reason::Expired,
        State::Open if barred => Reason::Barred,
        State::Open => Reason::Open,
    };
    Ok(Verdict {
        reason,
        row: Some(row),
    })
}

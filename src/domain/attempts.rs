//! Counting failures per authenticator (NIST SP 800-63B-4 §3.2.2): before anything is looked at, so that
//! parallel guesses count, too. A try that comes too early counts as `held`, not as failed: otherwise anybody
//! could disable a stranger's password by sending tries that are never looked at.

use chrono::TimeDelta;

use super::Context;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::crypto::seal;
use crate::store::Tx;
use crate::store::attempt::AttemptRow;

/// At this many consecutive failures an authenticator is disabled until it is bound again (63B-4 §3.2.2).
pub const LIMIT: u64 = 100;
/// Failures before the first waiting: typing errors.
const PATIENCE: u64 = 4;
/// Tries that may be looked at at once before any of them is known to be wrong: a service that signs in from
/// many processes with the right password never waits.
const BURST: u64 = 20;
/// The longest waiting: an hour.
const LONGEST_WAIT: i64 = 3600;
/// Names that nobody has are kept a day, and this many at most.
const STRANGERS: u64 = 100_000;

/// What is counted apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authenticator {
    Password,
    Totp,
    Recovery,
}

impl Authenticator {
    const fn purpose(self) -> &'static str {
        match self {
            Self::Password => "attempt password",
            Self::Totp => "attempt totp",
            Self::Recovery => "attempt recovery",
        }
    }
}

/// Whether a try may be looked at. One that is held answers and costs like a wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Counted as failed until it is found right.
    Open,
    /// It comes too early: counted as held, recorded with the state `held`.
    Held,
    /// Too many failures: counted as held, recorded with the state `disabled`.
    Disabled,
}

/// The keyed digest that stands for an authenticator of this name. By the first key, not the newest: counts
/// go on when keys rotate.
fn digest(ctx: &Context, name: &str, of: Authenticator) -> Result<[u8; 32]> {
    let key = ctx.store.keyring.hmac.first();
    let key = key.ok_or_else(|| Error::integrity("the keyring lacks its HMAC key"))?;
    seal::mac(&key.key, of.purpose(), folded(name).as_bytes())
}

/// How a name that nobody has stands in the audit log: people type passwords there.
pub(in crate::domain) fn stranger(ctx: &Context, name: &str) -> Result<String> {
    let digest = digest(ctx, name, Authenticator::Password)?;
    crate::base::id::id("unk", digest.get(..10).unwrap_or_default())
}

/// Counts a try. Must be committed before the try is looked at. `account` is none for a name nobody has.
pub(in crate::domain) fn count(
    ctx: &Context,
    tx: &Tx<'_>,
    name: &str,
    account: Option<&str>,
    of: Authenticator,
) -> Result<Gate> {
    let now = ctx.now();
    let digest = digest(ctx, name, of)?;
    let known = tx.attempt(&digest)?;
    let mut row = known.unwrap_or(AttemptRow {
        failed: 0,
        held: 0,
        last: now,
        free: now,
    });
    let gate = gate(&row, now);
    match gate {
        Gate::Open => row.failed += 1,
        Gate::Held | Gate::Disabled => row.held += 1,
    }
    if row.failed > BURST && gate == Gate::Open {
        row.free = now + wait(row.failed);
    }
    row.last = now;
    tx.put_attempt(&digest, account, &row)?;
    tx.forget_strangers(now - TimeDelta::days(1), STRANGERS)?;
    Ok(gate)
}

fn gate(row: &AttemptRow, now: Time) -> Gate {
    if row.failed >= LIMIT {
        Gate::Disabled
    } else if now < row.free {
        Gate::Held
    } else {
        Gate::Open
    }
}

/// Makes the next try wait, now that the last one was wrong.
pub(in crate::domain) fn failed(
    ctx: &Context,
    tx: &Tx<'_>,
    name: &str,
    account: Option<&str>,
    of: Authenticator,
) -> Result<u64> {
    let digest = digest(ctx, name, of)?;
    let Some(mut row) = tx.attempt(&digest)? else {
        return Ok(0);
    };
    let free = ctx.now() + wait(row.failed);
    if row.failed > PATIENCE && free > row.free {
        row.free = free;
        tx.put_attempt(&digest, account, &row)?;
    }
    Ok(row.failed)
}

/// Success, or a new binding: the count starts again.
pub(in crate::domain) fn forgive(
    ctx: &Context,
    tx: &Tx<'_>,
    name: &str,
    of: Authenticator,
) -> Result<()> {
    tx.remove_attempt(&digest(ctx, name, of)?)
}

/// What is counted for one authenticator of this name.
pub fn counted(
    ctx: &Context,
    tx: &Tx<'_>,
    name: &str,
    of: Authenticator,
) -> Result<Option<AttemptRow>> {
    tx.attempt(&digest(ctx, name, of)?)
}

/// One second after the fifth failure, doubling up to an hour.
fn wait(failed: u64) -> TimeDelta {
    let doublings = failed.saturating_sub(PATIENCE + 1).min(12);
    let seconds = 1_i64.checked_shl(u32::try_from(doublings).unwrap_or(12));
    TimeDelta::seconds(seconds.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_up_to_an_hour() {
        let seconds: Vec<i64> = [1, 5, 6, 7, 16, 17, 18, 99]
            .into_iter()
            .map(|failed| wait(failed).num_seconds())
            .collect();
        assert_eq!(seconds, [1, 1, 2, 4, 2048, 3600, 3600, 3600]);
    }
}

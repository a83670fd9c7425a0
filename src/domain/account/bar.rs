//! Keeping accounts out and letting them in again: disabled, locked, removed.

use super::each::{Did, Scope, alter};
use super::{KEPT_DAYS, State};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::domain::Context;
use crate::domain::audit::{Event, Severity};
use crate::store::Tx;
use crate::store::account::AccountRow;

/// A lock: until when and why.
#[derive(Clone, Debug)]
pub struct Lock {
    pub until: Time,
    pub reason: String,
}

/// Keeps accounts from signing in until they are enabled again.
pub fn disable(ctx: &Context, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("account.disable").severity(Severity::Medium);
    alter(ctx, event, who, Scope::Present, |tx, row, event, now| {
        row.disabled = row.disabled.or(Some(now));
        end_sessions(tx, row, event, ("disabled", now))
    })
}

pub fn enable(ctx: &Context, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("account.enable").severity(Severity::Medium);
    alter(ctx, event, who, Scope::Present, |_, row, _, _| {
        row.disabled = None;
        Ok(false)
    })
}

/// Keeps accounts from signing in for a time. A lock that lasts longer stays as it is: a shorter one must not
/// let somebody in sooner.
pub fn lock(ctx: &Context, who: &[String], lock: &Lock) -> Result<Vec<Did>> {
    let event = Event::new("account.lock")
        .severity(Severity::Medium)
        .personal("reason", lock.reason.as_str());
    alter(ctx, event, who, Scope::Present, |tx, row, event, now| {
        if row.locked_until.is_none_or(|until| until < lock.until) || !is_locked(row, now) {
            row.locked_until = Some(lock.until);
            row.lock_reason = Some(lock.reason.clone());
        }
        event.set("until", row.locked_until.map(seconds_text));
        end_sessions(tx, row, event, ("locked", now))
    })
}

pub fn unlock(ctx: &Context, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("account.unlock").severity(Severity::Medium);
    alter(ctx, event, who, Scope::Present, |_, row, _, _| {
        row.locked_until = None;
        row.lock_reason = None;
        Ok(false)
    })
}

/// Removes accounts softly: they keep name and data for [`KEPT_DAYS`] and can come back.
pub fn remove(ctx: &Context, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("account.remove").severity(Severity::High);
    alter(ctx, event, who, Scope::Every, |tx, row, event, now| {
        row.removed = row.removed.or(Some(now));
        end_sessions(tx, row, event, ("removed", now))
    })
}

/// Brings removed accounts back, as they were.
pub fn restore(ctx: &Context, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("account.restore").severity(Severity::Medium);
    alter(ctx, event, who, Scope::Every, |_, row, _, now| {
        let State::Removed(since) = State::of(row, now) else {
            return Ok(false);
        };
        if Period::of_days(KEPT_DAYS).after(since) <= now {
            return Err(Error::refused(format!(
                "the account `{}` was removed more than {KEPT_DAYS} days ago and awaits its purge",
                safe(&row.name)
            )));
        }
        row.removed = None;
        Ok(false)
    })
}

/// Whoever is kept out is signed out, too, and stays so when let in again. Tokens stay: they are turned away
/// while their account is barred, and a program that nobody watches works again afterwards.
fn end_sessions(
    tx: &Tx<'_>,
    row: &AccountRow,
    event: &mut Event,
    (why, now): (&str, Time),
) -> Result<bool> {
    let ended = tx.revoke_sessions(&row.id, None, why, now)?;
    if ended > 0 {
        event.set("sessions", ended);
    }
    Ok(ended > 0)
}

fn is_locked(row: &AccountRow, now: Time) -> bool {
    row.locked_until.is_some_and(|until| until > now)
}

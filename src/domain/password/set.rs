//! Setting a password, for an account that exists or inside the transaction that makes one.

use chrono::TimeDelta;

use super::history;
use super::prepare::Prepared;
use super::rules::{Policy, Subject};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;
use crate::domain::attempts;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::{Context, account, notice};
use crate::store::Tx;
use crate::store::account::{AccountKind, AccountRow};
use crate::store::credential::NewPassword;

/// How long a password lasts that somebody else chose (ASVS 5.0 6.4.1).
const INITIAL_HOURS: i64 = 24;

/// Who chose the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setter {
    /// The holder of the account.
    Holder,
    /// Somebody else: a person must replace it soon; a service keeps it.
    Operator,
}

/// What setting a password led to.
#[derive(Debug)]
pub struct WasSet {
    pub account: String,
    pub name: String,
    /// Until when the holder must replace it.
    pub change_by: Option<Time>,
}

/// By when a password must be replaced that is set now.
fn change_by(kind: AccountKind, setter: Setter, now: Time) -> Option<Time> {
    let initial = kind == AccountKind::Person && setter == Setter::Operator;
    initial.then(|| now + TimeDelta::hours(INITIAL_HOURS))
}

/// Writes the first password of an account inside the transaction that makes it, and returns by when it must
/// be replaced: an operator chose it.
pub fn set_initial(
    tx: &Tx<'_>,
    row: &AccountRow,
    new: &Prepared,
    now: Time,
) -> Result<Option<Time>> {
    write(tx, row, new, Setter::Operator, now)
}

/// Writes a hash from elsewhere; its password is the holder's own and stays in use.
pub fn import_hash(tx: &Tx<'_>, row: &AccountRow, new: &Prepared, now: Time) -> Result<()> {
    write(tx, row, new, Setter::Holder, now).map(drop)
}

/// Sets the password of an account that exists.
pub fn set(
    ctx: &Context,
    policy: &Policy,
    who: &str,
    text: &SecretText,
    setter: Setter,
) -> Result<Changed<WasSet>> {
    let row = ctx.store.read(|tx| account::find(tx, who))?;
    refuse_removed(&row)?;
    let new = Prepared::hash(ctx, policy, &Subject::of(&row), text)?;
    let event = Event::new("password.set")
        .severity(Severity::Medium)
        .target(&row.id);
    let now = ctx.now();
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, &row.id)?;
        refuse_removed(&row)?;
        history::keep(tx, policy, &row.id)?;
        let change_by = write(tx, &row, &new, setter, now)?;
        changed(ctx, tx, event, &row)?;
        event.set("initial", change_by.is_some());
        Ok(WasSet {
            account: row.id,
            name: row.name,
            change_by,
        })
    })
}

/// What follows from another password: failures of the old one are forgiven, sessions that it opened end, and
/// its holder is told.
pub(super) fn changed(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &mut Event,
    row: &AccountRow,
) -> Result<()> {
    attempts::forgive(ctx, tx, &row.name, attempts::Authenticator::Password)?;
    let sessions = tx.revoke_sessions(&row.id, None, "password-changed", ctx.now())?;
    event.set("sessions", sessions);
    notice::queue(ctx, tx, &row.id, notice::Kind::PasswordChanged)
}

/// Writes the row, and returns by when the password must be replaced.
pub(super) fn write(
    tx: &Tx<'_>,
    row: &AccountRow,
    new: &Prepared,
    setter: Setter,
    now: Time,
) -> Result<Option<Time>> {
    // The factor that made a short password acceptable may have gone since the rules were read.
    if new.needs_factor && row.factors == 0 {
        return Err(Error::conflict(format!(
            "the second factor of `{}` was removed meanwhile; the password is too short without it",
            row.name
        )));
    }
    let change_by = change_by(row.kind, setter, now);
    let new = NewPassword {
        hash: &new.hash,
        require_change: change_by,
        needs_factor: new.needs_factor,
    };
    tx.put_password(&row.id, &new, now)?;
    Ok(change_by)
}

pub(in crate::domain) fn refuse_removed(row: &AccountRow) -> Result<()> {
    if row.removed.is_none() {
        return Ok(());
    }
    Err(Error::refused(format!("`{}` is removed", row.name))
        .hint("bring it back with `optimactl account restore`"))
}

//! Redeeming a code: the holder chooses the password.

use super::code::Code;
use super::history;
use super::prepare::{Prepared, hashed};
use super::rules::{Policy, Subject};
use super::set::{Setter, WasSet, changed, write};
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::store::Tx;
use crate::store::account::AccountRow;

/// Sets the password of the account that the code was given to. A password that the rules refuse leaves the
/// code unused.
pub fn redeem(
    ctx: &Context,
    policy: &Policy,
    code: &Code,
    text: &SecretText,
) -> Result<Changed<WasSet>> {
    let digest = code.digest();
    let now = ctx.now();
    let event = Event::new("password.redeem").severity(Severity::Medium);
    let row = match ctx.store.read(|tx| holder(tx, &digest, now)) {
        Ok(row) => row,
        // The failure is recorded like any other: by a change that fails.
        Err(error) => {
            // The work of a code that is known: the time tells nothing, and each guess costs a hash.
            hashed(ctx, text).map(drop)?;
            return audit::change(ctx, event, |_, _| Err(error));
        }
    };
    let new = Prepared::hash(ctx, policy, &Subject::of(&row), text)?;
    audit::change(ctx, event, |tx, event| {
        event.set_target(&row.id);
        let row = holder(tx, &digest, now)?;
        if !tx.use_code(&digest, now)? {
            return Err(rejected());
        }
        history::keep(tx, policy, &row.id)?;
        write(tx, &row, &new, Setter::Holder, now)?;
        changed(ctx, tx, event, &row)?;
        Ok(WasSet {
            account: row.id,
            name: row.name,
            change_by: None,
        })
    })
}

/// The account that a valid code belongs to. Every other code gets the same answer.
fn holder(tx: &Tx<'_>, digest: &[u8; 32], now: Time) -> Result<AccountRow> {
    let code = tx.code(digest)?.ok_or_else(rejected)?;
    let row = tx.account(&code.account)?.ok_or_else(rejected)?;
    let version = tx.password(&row.id)?.map_or(0, |row| row.version);
    let valid = code.used.is_none()
        && code.expires > now
        && code.version == version
        && row.removed.is_none();
    if valid { Ok(row) } else { Err(rejected()) }
}

fn rejected() -> Error {
    Error::new(Kind::Rejected, "the code was not accepted").hint(
        "a code works once, for a limited time, and until the password is changed: ask for a new one",
    )
}

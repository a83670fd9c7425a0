//! Opt-outs and objections follow their account to a new address: they are found by address where the account is gone
//! one day. What a choice means, making and clearing one stand above, in `optout`.

use std::collections::BTreeMap;

use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::crypto::seal;
use crate::domain::Context;
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::optout::{ChoiceKind, Chooser, OptoutRow};

/// Writes each choice in force that was found by the old address, or is the account's, for the new address, too.
pub(in crate::domain) fn follow(
    ctx: &Context,
    tx: &Tx<'_>,
    (old, new): (&AccountRow, &AccountRow),
) -> Result<()> {
    if old.email == new.email {
        return Ok(());
    }
    let digest_of = |row: &AccountRow| row.email.as_deref().map(|it| digest(ctx, it)).transpose();
    let (before, after) = (digest_of(old)?, digest_of(new)?);
    let mut choices: BTreeMap<String, Vec<OptoutRow>> = BTreeMap::new();
    for row in tx.optouts_of(Chooser {
        account: Some(&new.id),
        digest: before.as_deref(),
    })? {
        if row.cleared.is_none() && is_own(Some(&new.id), &row) {
            choices.entry(row.what.clone()).or_default().push(row);
        }
    }
    for (what, rows) in choices {
        let known = |row: &OptoutRow| {
            row.account.as_ref() == Some(&new.id) && (after.is_none() || row.digest == after)
        };
        let Some(first) = rows.iter().min_by_key(|row| row.received) else {
            continue;
        };
        if rows.iter().any(known) {
            continue;
        }
        let row = OptoutRow {
            id: fresh_id(ctx, tx)?,
            account: Some(new.id.clone()),
            digest: after.clone(),
            ..first.clone()
        };
        tx.insert_optout(&row, ChoiceKind::of(&what))?;
    }
    Ok(())
}

/// Whether a choice is that of this account (none: of somebody without one) and not of another account that once had
/// the address: it is where that account is gone, because nobody else could say then who made it.
pub(in crate::domain) fn is_own(account: Option<&String>, row: &OptoutRow) -> bool {
    row.account.is_none() || row.account.as_ref() == account || row.name.is_none()
}

/// Of an address, under the first key, not the newest, so that rotation changes nothing.
pub(in crate::domain) fn digest(ctx: &Context, email: &str) -> Result<Vec<u8>> {
    let key = ctx.store.keyring.hmac.first();
    let key = key.ok_or_else(|| Error::integrity("the keyring lacks its HMAC key"))?;
    Ok(seal::mac(&key.key, "optout-email", folded(email).as_bytes())?.to_vec())
}

/// An id for a new choice.
pub(in crate::domain) fn fresh_id(ctx: &Context, tx: &Tx<'_>) -> Result<String> {
    loop {
        let id = ctx.random.id("opt")?;
        if tx.optout(&id)?.is_none() {
            return Ok(id);
        }
    }
}

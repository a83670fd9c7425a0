//! Earlier passwords, where the rules forbid to use them again (PCI DSS 8.3.7). Kept as hashes, as few as the rule
//! needs, and gone as soon as no rule needs them.

use super::rules::{Policy, Subject};
use crate::base::error::{Error, Result};
use crate::crypto::password;
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::store::Tx;

/// Whether `text` is the present password or one of the earlier ones that the rules count. Costs a hash for each.
pub(super) fn holds(
    ctx: &Context,
    policy: &Policy,
    subject: &Subject<'_>,
    text: &SecretText,
) -> Result<bool> {
    let (Some(account), kept @ 1..) = (subject.id, policy.profile.history) else {
        return Ok(false);
    };
    let hashes = ctx.store.read(|tx| tx.newest_hashes(account, kept))?;
    for hash in hashes {
        if is(ctx, text, &hash)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is(ctx: &Context, text: &SecretText, hash: &str) -> Result<bool> {
    let stored = password::parse(hash)
        .map_err(|error| Error::integrity("a stored password hash is unreadable").because(error))?;
    let pepper = match stored.pepper() {
        None => None,
        Some(id) => Some(ctx.store.keyring.pepper(id).ok_or_else(|| {
            Error::integrity("the keyring lacks the pepper of a stored password")
        })?),
    };
    password::verify(text, &stored, pepper.map(|pepper| &pepper.key))
}

/// Keeps the present hash among the earlier ones before another takes its place, as long as the rules ask.
pub(super) fn keep(tx: &Tx<'_>, policy: &Policy, account: &str) -> Result<()> {
    tx.keep_hash(account, policy.profile.history.saturating_sub(1))
}

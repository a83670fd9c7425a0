//! Checking a sign-in for another program. An unknown account, a wrong password and a held try look and cost
//! alike; only who knows the password learns more.

pub mod batch;
mod door;
#[cfg(test)]
mod door_tests;
#[cfg(test)]
mod factor_tests;
mod judge;
#[cfg(test)]
mod leak_tests;
#[cfg(test)]
mod tests;
pub mod wire;

pub use door::{Code, Door, Entered, enter, standing};
pub use judge::{Answer, Grace, Reason};

use super::Context;
use super::attempts::{self, Authenticator, Gate};
use super::password::{self, Recheck, hashed, is_current, recheck};
use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::crypto::password::{Stored, verify};
use crate::crypto::secret::SecretText;
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::credential::PasswordRow;

/// What somebody signs in with.
pub struct Credentials {
    pub account: String,
    pub password: SecretText,
    pub code: Option<SecretText>,
}

/// What the first transaction found: counted, and ready to be compared.
struct Candidate {
    /// None: nobody has this name.
    row: Option<AccountRow>,
    password: Option<PasswordRow>,
    gate: Gate,
}

/// What comparing the password gave, outside of any transaction.
struct Compared {
    right: bool,
    /// The stored hash could not be computed: there was no memory for it.
    failed: bool,
    /// Of the password that was compared.
    version: Option<u64>,
    /// The same password in today's form, where the stored form is an older one.
    fresh_hash: Option<String>,
    /// What lists of leaked passwords say of it.
    leak: Recheck,
}

/// Checks credentials: count, compare, judge. The count is committed before anything is compared, and no hash
/// runs inside a transaction.
pub fn check(ctx: &Context, given: &Credentials) -> Result<Answer> {
    let found = ctx
        .store
        .write(ctx.mode, |tx| count(ctx, tx, &given.account))?;
    let compared = compare(ctx, &found, &given.password)?;
    Ok(judge::conclude(ctx, given, &found, &compared)?.value)
}

/// Finds who is meant and counts the try. Must be committed before anything is compared.
fn count(ctx: &Context, tx: &Tx<'_>, account: &str) -> Result<Candidate> {
    let row = find(tx, account)?;
    let id = row.as_ref().map(|row| row.id.as_str());
    // An account that was named by its address has one count, not two.
    let counted = row.as_ref().map_or(account, |row| row.name.as_str());
    let gate = attempts::count(ctx, tx, counted, id, Authenticator::Password)?;
    let password = id.map(|id| tx.password(id)).transpose()?.flatten();
    Ok(Candidate {
        row,
        password,
        gate,
    })
}

/// The account with this name or address, unless it was removed.
fn find(tx: &Tx<'_>, account: &str) -> Result<Option<AccountRow>> {
    let name = folded(account);
    let row = match tx.account_named(&name)? {
        Some(row) => Some(row),
        None => tx.account_with_email(&name)?,
    };
    Ok(row.filter(|row| row.removed.is_none()))
}

/// Runs one hash for whoever asks: against the stored password, or against nothing at the standard cost. A
/// hash that was brought along and costs next to nothing is followed by one of ours; one that costs more keeps
/// its cost until its password is right once or it is wrapped, and until then a clock tells it from an unknown
/// name.
fn compare(ctx: &Context, found: &Candidate, typed: &SecretText) -> Result<Compared> {
    let wrong = Compared {
        right: false,
        failed: false,
        version: None,
        fresh_hash: None,
        leak: Recheck::NotDue,
    };
    let Some(stored) = &found.password else {
        hashed(ctx, typed).map(drop)?;
        return Ok(wrong);
    };
    if found.gate != Gate::Open {
        // Nothing is looked at, and a hash that was brought along costs what it likes: held tries are alike.
        hashed(ctx, typed).map(drop)?;
        return Ok(wrong);
    }
    let parsed = password::stored(&stored.hash)?;
    let Ok(right) = verify(typed, &parsed, pepper(ctx, &parsed)?) else {
        // Whose hash asks for more memory than there is, is nobody's business: the answer and the work of
        // everybody, and the event tells. If that fails, too, it fails for unknown names alike.
        hashed(ctx, typed).map(drop)?;
        return Ok(Compared {
            failed: true,
            ..wrong
        });
    };
    if !right {
        if parsed.is_light() {
            // A hash that takes no time would tell this account from an unknown name.
            hashed(ctx, typed).map(drop)?;
        }
        return Ok(wrong);
    }
    let fresh_hash = if is_current(ctx, &parsed)? {
        None
    } else {
        Some(hashed(ctx, typed)?)
    };
    let id = found.row.as_ref().map(|row| row.id.as_str());
    Ok(Compared {
        right: true,
        failed: false,
        version: Some(stored.version),
        fresh_hash,
        leak: id.map_or(Recheck::NotDue, |id| recheck(ctx, id, typed)),
    })
}

fn pepper<'a>(ctx: &'a Context, stored: &Stored) -> Result<Option<&'a crate::crypto::secret::Key>> {
    let Some(id) = stored.pepper() else {
        return Ok(None);
    };
    match ctx.store.keyring.pepper(id) {
        Some(pepper) => Ok(Some(&pepper.key)),
        None => Err(Error::integrity(
            "the keyring lacks the pepper of a stored password",
        )),
    }
}

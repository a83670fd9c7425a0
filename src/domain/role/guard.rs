//! The last-administrator guard: no act may leave the store without an account that can sign in and administer
//! it, nor without an operator who can while only operators may act.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::store::Tx;
use crate::store::role::AdministratorCounts;

/// Who could administer the store at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Administrators {
    pub counts: AdministratorCounts,
    /// Whether only operators may act.
    enforced: bool,
}

/// How many accounts can sign in and administer at `now`: count them before a change, in its transaction. An
/// open invitation or reset code makes no administrator.
pub fn administrators(tx: &Tx<'_>, now: Time) -> Result<Administrators> {
    Ok(Administrators {
        counts: tx.count_administrators(now)?,
        enforced: tx.operators_enforced()?.is_some(),
    })
}

/// Refuses, after a change and in its transaction, if it took away the last of the administrators that there
/// were before. A store that had none has nothing to lose.
pub fn guard(tx: &Tx<'_>, now: Time, before: Administrators) -> Result<()> {
    let after = administrators(tx, now)?;
    if before.counts.able > 0 && after.counts.able == 0 {
        return Err(Error::refused(
            "this would take away the last account that can administer the store",
        )
        .detail("an invitation or a code that was not redeemed is not counted")
        .hint(
            "let another account that has a password administer first: `optimactl role grant admin ACCOUNT`",
        ));
    }
    if after.enforced && before.counts.operators > 0 && after.counts.operators == 0 {
        return Err(Error::refused(
            "this would take away the last operator that can administer the store, and only operators may act",
        )
        .detail("an operator counts who holds `*`, has a second factor and is neither locked, disabled nor expired")
        .hint("bind another one first: `optimactl role operator bind ACCOUNT`"));
    }
    Ok(())
}

/// Refuses an end for `account` that would come by itself, if no other administrator is without one: after it,
/// nobody could administer, and no act would be there to refuse.
pub fn guard_end(tx: &Tx<'_>, now: Time, account: &str) -> Result<()> {
    if tx.is_last_lasting(now, account)? {
        return Err(Error::refused(
            "on that day the last account that can administer the store would expire",
        )
        .hint(
            "let another account without an expiry administer first: `optimactl role grant admin ACCOUNT`",
        ));
    }
    Ok(())
}

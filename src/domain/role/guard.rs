//! The last-administrator guard: no act may leave the store without an account that can sign in and
//! administer it.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::store::Tx;

/// How many accounts can sign in and administer at `now`: count them before a change, in its transaction. An
/// open invitation or reset code makes no administrator.
pub fn administrators(tx: &Tx<'_>, now: Time) -> Result<u64> {
    tx.count_administrators(now)
}

/// Refuses, after a change and in its transaction, if it took away the last of `before` administrators. A
/// store that had none has nothing to lose.
pub fn guard(tx: &Tx<'_>, now: Time, before: u64) -> Result<()> {
    if before == 0 || tx.count_administrators(now)? > 0 {
        return Ok(());
    }
    Err(Error::refused(
        "this would take away the last account that can administer the store",
    )
    .detail("an invitation or a code that was not redeemed is not counted")
    .hint(
        "let another account that has a password administer first: `optimactl role grant admin ACCOUNT`",
    ))
}

//! One change for one account or many: found, altered, guarded and recorded in one transaction.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::Context;
use crate::domain::audit::{self, Event};
use crate::domain::role;
use crate::store::Tx;
use crate::store::account::AccountRow;

/// What happened to one account.
#[derive(Clone, Debug)]
pub struct Did {
    /// As it is now.
    pub row: AccountRow,
    /// As it was before.
    pub was: AccountRow,
    /// Whether anything changed; false = it was so already.
    pub changed: bool,
    pub event: Option<u64>,
}

/// Which accounts a verb is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those that are not removed.
    Present,
    /// Also removed ones.
    Every,
}

/// Alters every account of `who` by `act`, which tells whether it changed something besides the row. All of
/// them or none; the last administrator stays.
pub(super) fn alter(
    ctx: &Context,
    event: Event,
    who: &[String],
    scope: Scope,
    act: impl FnMut(&Tx<'_>, &mut AccountRow, &mut Event, Time) -> Result<bool>,
) -> Result<Vec<Did>> {
    alter_after(ctx, event, (who, scope), |_| Ok(()), act)
}

/// Like [`alter`], after `first` found nothing wrong, in the same transaction: its failure is recorded, too.
pub(in crate::domain) fn alter_after(
    ctx: &Context,
    event: Event,
    (who, scope): (&[String], Scope),
    first: impl FnOnce(&Tx<'_>) -> Result<()>,
    mut act: impl FnMut(&Tx<'_>, &mut AccountRow, &mut Event, Time) -> Result<bool>,
) -> Result<Vec<Did>> {
    audit::change_many(ctx, event, |tx, batch| {
        first(tx)?;
        let now = ctx.now();
        let before = role::administrators(tx, now)?;
        let mut done = vec![];
        for who in who {
            let old = super::find(tx, who)?;
            batch.event.set_target(&old.id);
            if scope == Scope::Present {
                require_present(&old)?;
            }
            let mut row = old.clone();
            let mut changed = act(tx, &mut row, &mut batch.event, now)?;
            if row != old {
                tx.update_account(&row, now)?;
                changed = true;
            }
            batch.event.set("changed", changed);
            let event = batch.record(tx)?;
            let row = super::find(tx, &old.id)?;
            done.push(Did {
                row,
                was: old,
                changed,
                event,
            });
        }
        // A refusal by the guard names the account, where it is one.
        if let [only] = done.as_slice() {
            batch.event.set_target(&only.row.id);
        }
        role::guard(tx, now, before)?;
        Ok(done)
    })
}

fn require_present(row: &AccountRow) -> Result<()> {
    if row.removed.is_none() {
        return Ok(());
    }
    Err(
        Error::refused(format!("the account `{}` is removed", safe(&row.name))).hint(format!(
            "bring it back first with `optimactl account restore {}`",
            row.id
        )),
    )
}

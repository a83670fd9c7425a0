//! One change for one account or many: found, altered, guarded and recorded in one transaction.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::Context;
use crate::domain::audit::{self, Batch, Event};
use crate::domain::role;
use crate::store::Tx;
use crate::store::account::AccountRow;

/// More accounts are not altered at once: each has its event, all of them wait in one transaction for which
/// everybody else waits, too, and the answer tells of each.
pub const MOST: usize = 100_000;

/// What happened to one account: what the answers tell, and no more. A row has ten times the size.
#[derive(Clone, Debug)]
pub struct Did {
    pub id: String,
    /// As it is now; so are the next three.
    pub name: String,
    pub roles: Vec<String>,
    pub removed: Option<Time>,
    pub locked_until: Option<Time>,
    /// Until when it was locked before.
    pub was_locked_until: Option<Time>,
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
    let mut act = act;
    alter_after(
        ctx,
        event,
        (who, scope),
        |_| Ok(()),
        |tx, (), row, event| act(tx, row, event, ctx.now()),
    )
}

/// Like [`alter`], with what `first` found for all of them in the same transaction: its failure is recorded, too.
pub(in crate::domain) fn alter_after<F>(
    ctx: &Context,
    event: Event,
    (who, scope): (&[String], Scope),
    first: impl FnOnce(&Tx<'_>) -> Result<F>,
    mut act: impl FnMut(&Tx<'_>, &F, &mut AccountRow, &mut Event) -> Result<bool>,
) -> Result<Vec<Did>> {
    require_bounded(who.len())?;
    audit::change_many(ctx, event, |tx, batch| {
        let found = first(tx)?;
        let now = ctx.now();
        let before = role::administrators(tx, now)?;
        let mut done = vec![];
        for who in who {
            done.push(one(ctx, (tx, batch), (who, scope), |row, event| {
                act(tx, &found, row, event)
            })?);
        }
        // A refusal by the guard names the account, where it is one.
        if let [only] = done.as_slice() {
            batch.event.set_target(&only.id);
        }
        role::guard(tx, now, before)?;
        Ok(done)
    })
}

/// One account of it, with its event; the guard is whose the transaction is.
pub(super) fn one(
    ctx: &Context,
    (tx, batch): (&Tx<'_>, &mut Batch<'_>),
    (who, scope): (&str, Scope),
    act: impl FnOnce(&mut AccountRow, &mut Event) -> Result<bool>,
) -> Result<Did> {
    let old = super::find(tx, who)?;
    batch.event.set_target(&old.id);
    if scope == Scope::Present {
        require_present(&old)?;
    }
    let mut row = old.clone();
    let mut changed = act(&mut row, &mut batch.event)?;
    if row != old {
        tx.update_account(&row, ctx.now())?;
        super::choices::follow(ctx, tx, (&old, &row))?;
        changed = true;
    }
    batch.event.set("changed", changed);
    let event = batch.record(tx)?;
    let row = super::find(tx, &old.id)?;
    Ok(Did {
        id: row.id,
        name: row.name,
        roles: row.roles,
        removed: row.removed,
        locked_until: row.locked_until,
        was_locked_until: old.locked_until,
        changed,
        event,
    })
}

fn require_bounded(size: usize) -> Result<()> {
    if size <= MOST {
        return Ok(());
    }
    Err(
        Error::refused(format!("{size} accounts are more than the {MOST} that are changed at once"))
            .hint(
                "take them in parts: write their ids with `optimactl account list --fields id`, split the list, and give each part to `--names-from`",
            ),
    )
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

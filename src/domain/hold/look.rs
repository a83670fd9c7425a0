//! Looking at holds. Bases, owners and names are personal: every look but the reminder is recorded.

use super::find;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::domain::audit::{self, Event};
use crate::domain::context::Context;
use crate::store::hold::HoldRow;

/// Which holds a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    InForce,
    /// Also released ones.
    All,
    /// Those in force whose review is due by then.
    Due(Time),
}

/// The holds, the next review first; released ones behind.
pub fn list(ctx: &Context, which: Which) -> Result<Vec<HoldRow>> {
    audit::read(ctx, Event::new("hold.list"), |tx, event| {
        let mut rows = tx.holds()?;
        rows.retain(|row| match which {
            Which::All => true,
            Which::InForce => row.released.is_none(),
            Which::Due(until) => is_due(row, until),
        });
        event.set("count", rows.len());
        Ok(rows)
    })
}

/// Whether somebody must look by then whether it is still needed.
pub fn is_due(row: &HoldRow, until: Time) -> bool {
    row.released.is_none() && row.review <= until
}

/// One hold, and the requests that wait for it.
pub fn show(ctx: &Context, id: &str) -> Result<super::Placed> {
    audit::read(ctx, Event::new("hold.show"), |tx, event| {
        let hold = find(tx, id)?;
        super::name_event(event, &hold);
        let waiting = super::requests::waiting(tx, &hold)?;
        Ok(super::Placed { hold, waiting })
    })
}

//! Who belongs to a group: one account or many at once, an event for each.

use super::find;
use crate::base::error::Result;
use crate::domain::Context;
use crate::domain::account::{self, Did, Scope};
use crate::domain::audit::{Event, Severity};
use crate::store::Tx;

/// Puts accounts into a group: they hold its roles from now on.
pub fn add(ctx: &Context, group: &str, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("group.add").severity(Severity::Medium);
    let first = |tx: &Tx<'_>| find(tx, group);
    account::alter_after(
        ctx,
        event,
        (who, Scope::Present),
        first,
        |tx, group, row, event| {
            event.set("group", group.name.as_str());
            event.set("roles", group.roles.clone());
            tx.join_group(&row.id, &group.name, ctx.now())
        },
    )
}

/// Takes accounts out of a group, removed ones, too.
pub fn drop_members(ctx: &Context, group: &str, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("group.drop").severity(Severity::Medium);
    let first = |tx: &Tx<'_>| find(tx, group);
    account::alter_after(
        ctx,
        event,
        (who, Scope::Every),
        first,
        |tx, group, row, event| {
            event.set("group", group.name.as_str());
            event.set("roles", group.roles.clone());
            tx.leave_group(&row.id, &group.name)
        },
    )
}

//! Groups of accounts: who belongs to them, and the roles that all their members hold through them.

mod members;
#[cfg(test)]
mod tests;

pub use members::{add, drop_members};

use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::base::text;
use crate::domain::Context;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::role;
use crate::store::Tx;
use crate::store::group::GroupRow;

/// How many members of a group are named.
const NAMED: u32 = 100;

/// The group with this name; a missing one suggests close names.
pub fn find(tx: &Tx<'_>, name: &str) -> Result<GroupRow> {
    if let Some(row) = tx.group(name)? {
        return Ok(row);
    }
    let groups = tx.groups()?;
    let near = text::did_you_mean(name, groups.iter().map(|group| group.name.as_str()));
    let hint = near.unwrap_or_else(|| "see `optimactl group list`".to_owned());
    Err(Error::not_found(format!("there is no group `{}`", text::safe(name))).hint(hint))
}

/// Looks at a group and the names of those in it.
pub fn show(ctx: &Context, name: &str) -> Result<(GroupRow, Vec<String>)> {
    audit::read(ctx, Event::new("group.show"), |tx, event| {
        let row = find(tx, name)?;
        event.set_target(&row.name);
        let members = tx.members(&row.name, NAMED)?;
        Ok((row, members))
    })
}

/// Makes a group without members.
pub fn create(ctx: &Context, name: &Label, description: &str) -> Result<Changed<GroupRow>> {
    let event = Event::new("group.create")
        .severity(Severity::Low)
        .target(name.as_str())
        .field("group", name.as_str())
        .personal("description", description);
    audit::change(ctx, event, |tx, _| {
        tx.insert_group(name.as_str(), description, ctx.now())?;
        find(tx, name.as_str())
    })
}

/// Removes a group: its members stay and lose the roles that they held through it. Gives it as it was.
pub fn remove(ctx: &Context, name: &str) -> Result<Changed<GroupRow>> {
    let event = Event::new("group.remove").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let row = find(tx, name)?;
        event.set_target(&row.name);
        event.set("group", row.name.as_str());
        event.set("roles", row.roles.clone());
        let before = role::administrators(tx, now)?;
        let members = tx.remove_group(&row.name)?;
        role::guard(tx, now, before)?;
        role::tell_accounts(event, &members);
        Ok(row)
    })
}

/// Gives a role to every member of a group, and to those who join it; tells whether that is new.
pub fn grant(ctx: &Context, role_name: &str, group: &str) -> Result<Changed<bool>> {
    alter(ctx, "role.grant", (role_name, group), |tx, role, group| {
        tx.grant_group_role(group, role, ctx.now())
    })
}

/// Takes a role from a group; tells whether it held it.
pub fn revoke(ctx: &Context, role_name: &str, group: &str) -> Result<Changed<bool>> {
    alter(ctx, "role.revoke", (role_name, group), |tx, role, group| {
        tx.revoke_group_role(group, role)
    })
}

fn alter(
    ctx: &Context,
    action: &str,
    (role_name, group): (&str, &str),
    act: impl FnOnce(&Tx<'_>, &str, &str) -> Result<bool>,
) -> Result<Changed<bool>> {
    let event = Event::new(action).severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let role = role::find(tx, role_name)?;
        let group = find(tx, group)?;
        event.set_target(&group.name);
        event.set("role", role.name.as_str());
        event.set("group", group.name.as_str());
        event.set("count", group.members);
        let before = role::administrators(tx, now)?;
        let changed = act(tx, &role.name, &group.name)?;
        role::guard(tx, now, before)?;
        event.set("changed", changed);
        Ok(changed)
    })
}

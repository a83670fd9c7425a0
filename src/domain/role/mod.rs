//! Roles: what they permit, and the guard over the last administrator. Who holds a role is the accounts' matter.

mod guard;
mod permission;
mod table;
#[cfg(test)]
mod tests;

pub use guard::{Administrators, administrators, guard, guard_end};
pub use permission::Permission;
pub use table::{NOUNS, Verbs};

use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::base::text;
use crate::domain::Context;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::store::Tx;
use crate::store::role::{HolderRow, RoleRow};

/// The role with this name; a missing one suggests close names.
pub fn find(tx: &Tx<'_>, name: &str) -> Result<RoleRow> {
    if let Some(row) = tx.role(name)? {
        return Ok(row);
    }
    let roles = tx.roles()?;
    let near = text::did_you_mean(name, roles.iter().map(|role| role.name.as_str()));
    let hint = near.unwrap_or_else(|| "see `optimactl role list`".to_owned());
    Err(Error::not_found(format!("there is no role `{}`", text::safe(name))).hint(hint))
}

/// How many holders of a role are named.
const NAMED: u32 = 100;
/// Up to this many accounts are named in an event: it has at most 64 KiB.
const TOLD: usize = 1_000;

/// A role with those who hold it.
pub struct Shown {
    pub row: RoleRow,
    /// How many accounts hold it, by themselves or through a group, removed ones included.
    pub accounts: u64,
    /// The first of them.
    pub holders: Vec<HolderRow>,
}

/// Looks at a role and the names of those who hold it.
pub fn show(ctx: &Context, name: &str) -> Result<Shown> {
    audit::read(ctx, Event::new("role.show"), |tx, event| {
        let row = find(tx, name)?;
        event.set_target(&row.name);
        Ok(Shown {
            accounts: tx.count_holders(&row.name)?,
            holders: tx.holders(&row.name, NAMED)?,
            row,
        })
    })
}

/// Makes a role that permits these.
pub fn create(
    ctx: &Context,
    name: &Label,
    description: &str,
    permissions: &[Permission],
) -> Result<Changed<RoleRow>> {
    let event = Event::new("role.create")
        .severity(Severity::Medium)
        .target(name.as_str())
        .field("role", name.as_str())
        .personal("description", description);
    audit::change(ctx, event, |tx, event| {
        tx.insert_role(name.as_str(), description, ctx.now())?;
        for permission in permissions {
            tx.permit(name.as_str(), permission.as_str())?;
        }
        event.set("permission", words(permissions));
        find(tx, name.as_str())
    })
}

/// Removes a role, also from those who hold it; gives how many did.
pub fn remove(ctx: &Context, name: &str) -> Result<Changed<usize>> {
    let event = Event::new("role.remove").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let row = find(tx, name)?;
        event.set_target(&row.name);
        event.set("role", row.name.as_str());
        let before = administrators(tx, now)?;
        let holders = tx.remove_role(&row.name)?;
        guard(tx, now, before)?;
        tell_accounts(event, &holders);
        Ok(holders.len())
    })
}

/// Says in an event which accounts it was about, or only how many they are.
pub(in crate::domain) fn tell_accounts(event: &mut Event, ids: &[String]) {
    event.set("count", ids.len());
    if ids.len() <= TOLD {
        event.set("accounts", ids);
    }
}

/// Lets a role permit more; gives what is new.
pub fn permit(ctx: &Context, name: &str, more: &[Permission]) -> Result<Changed<Vec<String>>> {
    alter(ctx, "role.permit", name, more)
}

/// Takes permissions from a role; gives what it had of them.
pub fn withdraw(ctx: &Context, name: &str, less: &[Permission]) -> Result<Changed<Vec<String>>> {
    alter(ctx, "role.withdraw", name, less)
}

fn alter(
    ctx: &Context,
    action: &str,
    name: &str,
    permissions: &[Permission],
) -> Result<Changed<Vec<String>>> {
    let event = Event::new(action)
        .severity(Severity::High)
        .field("permission", words(permissions));
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let row = find(tx, name)?;
        event.set_target(&row.name);
        event.set("role", row.name.as_str());
        let before = administrators(tx, now)?;
        let mut changed = vec![];
        for permission in permissions {
            let is_new = match action {
                "role.permit" => tx.permit(&row.name, permission.as_str())?,
                _ => tx.withdraw(&row.name, permission.as_str())?,
            };
            if is_new {
                changed.push(permission.as_str().to_owned());
            }
        }
        guard(tx, now, before)?;
        event.set("changed", changed.len());
        Ok(changed)
    })
}

/// Whether a role that permits `held` permits `asked`.
pub fn covers(held: &str, asked: &str) -> bool {
    permission::covers(held, asked)
}

fn words(permissions: &[Permission]) -> Vec<String> {
    permissions
        .iter()
        .map(|permission| permission.as_str().to_owned())
        .collect()
}

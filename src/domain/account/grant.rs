//! Which roles accounts hold by themselves. What groups hold is the groups' matter.

use super::each::{Did, Scope, alter_after};
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::Context;
use crate::domain::audit::{Event, Severity};
use crate::domain::role;
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::role::RoleRow;

pub fn grant(ctx: &Context, role_name: &str, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("role.grant").severity(Severity::High);
    let (who, first) = ((who, Scope::Present), |tx: &Tx<'_>| {
        role_first(tx, role_name)
    });
    alter_after(ctx, event, who, first, |tx, role, row, event| {
        event.set("role", role.name.as_str());
        tx.grant_role(&row.id, &role.name, ctx.now())
    })
}

pub fn revoke(ctx: &Context, role_name: &str, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("role.revoke").severity(Severity::High);
    let (who, first) = ((who, Scope::Every), |tx: &Tx<'_>| role_first(tx, role_name));
    alter_after(ctx, event, who, first, |tx, role, row, event| {
        event.set("role", role.name.as_str());
        if tx.revoke_role(&row.id, &role.name)? {
            return Ok(true);
        }
        match group_with(tx, row, &role.name)? {
            Some(group) => Err(through(row, &role.name, &group)),
            None => Ok(false),
        }
    })
}

/// The first group through which an account holds a role.
fn group_with(tx: &Tx<'_>, row: &AccountRow, role: &str) -> Result<Option<String>> {
    let held = tx.held_by(&row.id)?.into_iter();
    Ok(held
        .filter(|(name, _)| name == role)
        .find_map(|(_, group)| group))
}

/// "Does not hold it" would be wrong, and taking the group's role would reach others.
fn through(row: &AccountRow, role: &str, group: &str) -> Error {
    let name = safe(&row.name);
    Error::refused(format!(
        "`{name}` holds `{role}` through the group `{group}`, not by itself"
    ))
    .hint(format!(
        "take the account from the group with `optimactl group drop {group} {}`, or the role from the whole group with `optimactl role revoke {role} --group {group}`",
        row.id
    ))
}

/// A missing role is told before a missing account, and somebody who typed the account there learns where the
/// role belongs.
fn role_first(tx: &Tx<'_>, role_name: &str) -> Result<RoleRow> {
    let error = match role::find(tx, role_name) {
        Ok(role) => return Ok(role),
        Err(error) => error,
    };
    Err(match tx.find_account(role_name)? {
        Some(_) => error.hint("the role comes first: `optimactl role grant ROLE ACCOUNT`"),
        None => error,
    })
}

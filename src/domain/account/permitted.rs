//! Whether an account may do something, and why: each role that was looked at, how it is held, what it permits.

use super::{State, find};
use crate::base::error::Result;
use crate::domain::Context;
use crate::domain::audit::{self, Event};
use crate::domain::role::{self, Permission};
use crate::store::Tx;
use crate::store::account::AccountRow;

/// A role that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    pub role: String,
    /// The group that the account holds it through; none: by itself.
    pub group: Option<String>,
    pub permissions: Vec<String>,
    /// The permission that permits what was asked.
    pub by: Option<String>,
}

/// Whether an account is permitted something, and why.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub row: AccountRow,
    pub state: State,
    /// Every role of the account.
    pub considered: Vec<Considered>,
    /// Roles of the store that would permit it, each with the permission that does.
    pub others: Vec<(String, String)>,
}

impl Verdict {
    /// An account that cannot act now is permitted nothing.
    pub fn is_permitted(&self) -> bool {
        self.state == State::Enabled && self.considered.iter().any(|role| role.by.is_some())
    }
}

/// Looks up what permits `asked` to an account.
pub fn permitted(ctx: &Context, who: &str, asked: &Permission) -> Result<Verdict> {
    let event = Event::new("role.check").field("permission", asked.as_str());
    audit::read(ctx, event, |tx, event| {
        let row = find(tx, who)?;
        event.set_target(&row.id);
        let considered = considered(tx, &row, asked.as_str())?;
        let mut others = permitting(tx, asked.as_str())?;
        others.retain(|(role, _)| !row.roles.contains(role));
        Ok(Verdict {
            state: State::of(&row, ctx.now()),
            considered,
            others,
            row,
        })
    })
}

/// Every role of an account, with what in it permits `asked`.
pub(in crate::domain) fn considered(
    tx: &Tx<'_>,
    row: &AccountRow,
    asked: &str,
) -> Result<Vec<Considered>> {
    let held = tx.held_by(&row.id)?.into_iter();
    held.map(|(name, group)| {
        let role = role::find(tx, &name)?;
        let by = covering(&role.permissions, asked);
        Ok(Considered {
            role: role.name,
            group,
            permissions: role.permissions,
            by,
        })
    })
    .collect()
}

/// The roles of the store that permit `asked`, with the permission that does.
pub(in crate::domain) fn permitting(tx: &Tx<'_>, asked: &str) -> Result<Vec<(String, String)>> {
    let roles = tx.roles()?.into_iter();
    Ok(roles
        .filter_map(|role| Some((role.name, covering(&role.permissions, asked)?)))
        .collect())
}

fn covering(held: &[String], asked: &str) -> Option<String> {
    held.iter().find(|held| role::covers(held, asked)).cloned()
}

//! Which roles accounts hold, and what that permits them.

use super::each::{Did, Scope, alter_after};
use super::{State, find};
use crate::base::error::Result;
use crate::domain::Context;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::role::{self, Permission};
use crate::store::Tx;
use crate::store::account::AccountRow;

pub fn grant(ctx: &Context, role_name: &str, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("role.grant").severity(Severity::High);
    let (who, first) = ((who, Scope::Present), |tx: &Tx<'_>| {
        role_first(tx, role_name)
    });
    alter_after(ctx, event, who, first, |tx, row, event, now| {
        let role = role::find(tx, role_name)?;
        event.set("role", role.name.as_str());
        tx.grant_role(&row.id, &role.name, now)
    })
}

pub fn revoke(ctx: &Context, role_name: &str, who: &[String]) -> Result<Vec<Did>> {
    let event = Event::new("role.revoke").severity(Severity::High);
    let (who, first) = ((who, Scope::Every), |tx: &Tx<'_>| role_first(tx, role_name));
    alter_after(ctx, event, who, first, |tx, row, event, _| {
        let role = role::find(tx, role_name)?;
        event.set("role", role.name.as_str());
        tx.revoke_role(&row.id, &role.name)
    })
}

/// A missing role is told before a missing account, and somebody who typed the account there learns where the
/// role belongs.
fn role_first(tx: &Tx<'_>, role_name: &str) -> Result<()> {
    let Err(error) = role::find(tx, role_name) else {
        return Ok(());
    };
    Err(match tx.find_account(role_name)? {
        Some(_) => error.hint("the role comes first: `optimactl role grant ROLE ACCOUNT`"),
        None => error,
    })
}

/// Whether an account is permitted something, and why.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub row: AccountRow,
    pub state: State,
    /// Roles that permit it, each with the permission that does.
    pub by: Vec<(String, String)>,
}

impl Verdict {
    /// An account that cannot act now is permitted nothing.
    pub fn is_permitted(&self) -> bool {
        self.state == State::Enabled && !self.by.is_empty()
    }
}

/// Looks up what permits `asked` to an account.
pub fn permitted(ctx: &Context, who: &str, asked: &Permission) -> Result<Verdict> {
    let event = Event::new("role.check").field("permission", asked.as_str());
    audit::read(ctx, event, |tx, event| {
        let row = find(tx, who)?;
        event.set_target(&row.id);
        let state = State::of(&row, ctx.now());
        let by = role::granting(tx, &row.roles, asked)?;
        Ok(Verdict { row, state, by })
    })
}

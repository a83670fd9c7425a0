//! Which roles accounts hold, and what that permits them.

use super::each::{Did, Scope, alter};
use super::{State, find};
use crate::base::error::Result;
use crate::domain::Context;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::role::{self, Permission};
use crate::store::account::AccountRow;

pub fn grant(ctx: &Context, role_name: &str, who: &[String]) -> Result<Vec<Did>> {
    role_first(ctx, role_name)?;
    let event = Event::new("role.grant").severity(Severity::High);
    alter(ctx, event, who, Scope::Present, |tx, row, event, now| {
        let role = role::find(tx, role_name)?;
        event.set("role", role.name.as_str());
        tx.grant_role(&row.id, &role.name, now)
    })
}

pub fn revoke(ctx: &Context, role_name: &str, who: &[String]) -> Result<Vec<Did>> {
    role_first(ctx, role_name)?;
    let event = Event::new("role.revoke").severity(Severity::High);
    alter(ctx, event, who, Scope::Every, |tx, row, event, _| {
        let role = role::find(tx, role_name)?;
        event.set("role", role.name.as_str());
        tx.revoke_role(&row.id, &role.name)
    })
}

/// Tells somebody who typed the account where the role belongs.
fn role_first(ctx: &Context, role_name: &str) -> Result<()> {
    ctx.store.read(|tx| {
        let Err(error) = role::find(tx, role_name) else {
            return Ok(());
        };
        Err(match tx.find_account(role_name)? {
            Some(_) => error.hint("the role comes first: `optimactl role grant ROLE ACCOUNT`"),
            None => error,
        })
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

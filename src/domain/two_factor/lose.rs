//! Losing factors: one that is removed, or all of them in a reset. A password that was long enough only beside
//! a factor must then be changed (NIST SP 800-63B-4 §3.1.1.2).

use chrono::TimeDelta;

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::{Context, account, role};
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::factor::FactorRow;

/// How long a password that became too short may still be used.
const GRACE_HOURS: i64 = 24;

/// What is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub account: String,
    pub name: String,
    pub factors: usize,
    /// By when the password must be changed because of it.
    pub change_by: Option<Time>,
}

/// Removes one factor: the only one, or the one that `factor` names.
pub fn remove(ctx: &Context, who: &str, factor: Option<&str>) -> Result<Changed<Lost>> {
    let event = Event::new("2fa.remove").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        let factors = tx.factors(&row.id)?;
        let chosen = choose(&row, &factors, factor)?;
        event.set("factor", chosen.id.as_str());
        let before = role::administrators(tx, ctx.now())?;
        tx.remove_factor(&chosen.id)?;
        role::guard(tx, ctx.now(), before)?;
        let last = chosen.confirmed.is_some() && row.factors == 1;
        Ok(Lost {
            change_by: if last { without(ctx, tx, &row)? } else { None },
            account: row.id,
            name: row.name,
            factors: 1,
        })
    })
}

/// Removes every factor and recovery code of an account whose holder lost them.
pub fn reset(ctx: &Context, who: &str) -> Result<Changed<Lost>> {
    let event = Event::new("2fa.reset").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        let factors = tx.factors(&row.id)?;
        let before = role::administrators(tx, ctx.now())?;
        for factor in &factors {
            tx.remove_factor(&factor.id)?;
        }
        role::guard(tx, ctx.now(), before)?;
        event.set("count", factors.len());
        Ok(Lost {
            change_by: without(ctx, tx, &row)?,
            account: row.id,
            name: row.name,
            factors: factors.len(),
        })
    })
}

fn choose<'a>(
    row: &AccountRow,
    factors: &'a [FactorRow],
    named: Option<&str>,
) -> Result<&'a FactorRow> {
    let ids: Vec<String> = factors
        .iter()
        .map(|factor| format!("`{}`", factor.id))
        .collect();
    match (named, factors) {
        (Some(id), _) => factors.iter().find(|f| f.id == id).ok_or_else(|| {
            Error::not_found(format!("`{}` has no factor `{}`", row.name, safe(id)))
                .hint(format!("see `optimactl 2fa status {}`", safe(&row.name)))
        }),
        (None, [only]) => Ok(only),
        (None, []) => Err(Error::not_found(format!(
            "`{}` has no second factor",
            row.name
        ))),
        (None, _) => Err(
            Error::usage(format!("`{}` has several second factors", row.name))
                .hint(format!("name one with `--factor`: {}", ids.join(", "))),
        ),
    }
}

/// What follows when no factor is left; returns by when the password must be changed.
fn without(ctx: &Context, tx: &Tx<'_>, row: &AccountRow) -> Result<Option<Time>> {
    tx.remove_recovery(&row.id)?;
    for of in [Authenticator::Totp, Authenticator::Recovery] {
        attempts::forgive(ctx, tx, &row.name, of)?;
    }
    let short = tx
        .password(&row.id)?
        .is_some_and(|password| password.needs_factor);
    if !short {
        return Ok(None);
    }
    let by = ctx.now() + TimeDelta::hours(GRACE_HOURS);
    tx.require_change(&row.id, by)?;
    Ok(tx.password(&row.id)?.and_then(|row| row.require_change))
}

//! Losing factors: one that is removed, or all of them in a reset. A password that was long enough only beside
//! a factor must then be changed (NIST SP 800-63B-4 §3.1.1.2).

use chrono::TimeDelta;

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::password::{Code, LONGEST_TTL, refuse_removed};
use crate::domain::{Context, Reach, account, notice, role};
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

/// A reset: what is gone, and the code with which the holder binds a new factor.
pub struct WasReset {
    pub lost: Lost,
    /// Sessions that were open and are not any more.
    pub sessions: usize,
    pub code: Code,
    pub expires: Time,
}

/// Removes one factor: the only one, or the one whose id or label `factor` is.
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
        if chosen.confirmed.is_some() {
            notice::queue(ctx, tx, &row.id, notice::Kind::FactorRemoved)?;
        }
        let last = chosen.confirmed.is_some() && row.factors == 1;
        Ok(Lost {
            change_by: if last { without(ctx, tx, &row)? } else { None },
            account: row.id,
            name: row.name,
            factors: 1,
        })
    })
}

/// Removes every factor and recovery code of an account whose holder lost them, ends its sessions, and gives
/// out a code that binds a new factor. The caller's reason stands in the event.
///
/// An operator does not do this to the own account: who found the terminal open would bind a phone of their own.
/// Who holds the files may, once operators are not enforced: the way back when the glass was broken.
pub fn reset(ctx: &Context, who: &str, ttl: Period) -> Result<Changed<WasReset>> {
    let lasts = ttl.as_duration().map(|ttl| ttl.as_secs());
    if !lasts.is_some_and(|seconds| (60..=LONGEST_TTL).contains(&seconds)) {
        return Err(
            Error::usage(format!("an enrollment code cannot last {ttl}"))
                .hint("give `--ttl` from 1m to 24h"),
        );
    }
    let code = Code::new(&ctx.random)?;
    let now = ctx.now();
    let expires = ttl.after(now);
    let event = Event::new("2fa.reset").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        refuse_removed(&row)?;
        refuse_own(ctx, tx, &row)?;
        let factors = tx.factors(&row.id)?;
        let before = role::administrators(tx, ctx.now())?;
        for factor in &factors {
            tx.remove_factor(&factor.id)?;
        }
        role::guard(tx, ctx.now(), before)?;
        let sessions = tx.revoke_sessions(&row.id, None, "2fa-reset", now)?;
        tx.insert_enroll_code(&code.digest(), &row.id, (now, expires))?;
        notice::queue(ctx, tx, &row.id, notice::Kind::FactorReset)?;
        event.set("count", factors.len());
        event.set("sessions", sessions);
        event.set("expires", seconds_text(expires));
        let lost = Lost {
            change_by: without(ctx, tx, &row)?,
            account: row.id,
            name: row.name,
            factors: factors.len(),
        };
        Ok(WasReset {
            lost,
            sessions,
            code,
            expires,
        })
    })
}

fn refuse_own(ctx: &Context, tx: &Tx<'_>, row: &AccountRow) -> Result<()> {
    let Some(user) = &ctx.caller.user else {
        return Ok(());
    };
    let bound = tx.operator(user.uid)?;
    let is_own = bound.is_some_and(|bound| user.is(&bound) && bound.account == row.id);
    let broken = user.reach == Reach::Files && tx.operators_enforced()?.is_none();
    if !is_own || broken {
        return Ok(());
    }
    Err(
        Error::refused("you cannot reset the second factors of your own account")
            .hint("let another operator do it; where there is none, root can run `optimactl role operator enforce off --break-glass`"),
    )
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
        (Some(named), _) => {
            let is_it = |f: &&FactorRow| f.id == named || f.label.as_deref() == Some(named);
            factors.iter().find(is_it).ok_or_else(|| {
                Error::not_found(format!("`{}` has no factor `{}`", row.name, safe(named)))
                    .hint(format!("see `optimactl 2fa status {}`", safe(&row.name)))
            })
        }
        (None, [only]) => Ok(only),
        (None, []) => Err(Error::not_found(format!(
            "`{}` has no second factor",
            row.name
        ))),
        (None, _) => Err(
            Error::usage(format!("`{}` has several second factors", row.name))
                .hint(format!("name one behind the account: {}", ids.join(", "))),
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

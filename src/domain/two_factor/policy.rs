//! Where a second factor is required: a rule per role, one deadline per account. The deadline is written once,
//! when a rule first applies; neither a new sign-in, nor roles that come and go, nor a reset opens it again. Of
//! several rules the one that ends first counts. Rules are for people: services sign in with tokens.

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::{Context, account, role};
use crate::store::Tx;
use crate::store::account::{AccountRow, Going};
use crate::store::factor_policy::{DeadlineRow, PolicyRow};

/// The longest grace, in days: a longer one is no requirement.
pub const LONGEST_GRACE: u64 = 366;

/// A rule that was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    pub rule: PolicyRow,
    /// Accounts that it is for now.
    pub accounts: u64,
    /// Those among them that got their deadline by it.
    pub written: usize,
}

/// Requires a second factor of the holders of a role, and writes the deadline of each who has none yet.
pub fn set_rule(
    ctx: &Context,
    of: &str,
    from: Option<Time>,
    grace: Period,
) -> Result<Changed<Ruled>> {
    let days = grace_days(grace)?;
    let now = ctx.now();
    let from = from.unwrap_or(now);
    let event = Event::new("2fa.policy-set")
        .severity(Severity::High)
        .field("from", seconds_text(from))
        .field("days", days);
    audit::change(ctx, event, |tx, event| {
        let role = role::find(tx, of)?;
        event.set_target(&role.name);
        event.set("role", role.name.as_str());
        let row = PolicyRow {
            role: role.name,
            from,
            grace_days: days,
            created: now,
        };
        tx.put_factor_policy(&row)?;
        let written = tx.write_deadlines(now)?;
        event.set("written", written);
        let accounts = tx.count_ruled(&row.role)?;
        Ok(Ruled {
            rule: row,
            accounts,
            written,
        })
    })
}

fn grace_days(grace: Period) -> Result<u64> {
    let days = grace
        .as_duration()
        .map(|grace| grace.as_secs())
        .filter(|seconds| seconds % 86_400 == 0)
        .map(|seconds| seconds / 86_400);
    days.filter(|days| *days <= LONGEST_GRACE).ok_or_else(|| {
        Error::usage(format!("a grace of {grace} is not accepted"))
            .hint("give whole days, `--grace 0d` to `--grace 366d`")
    })
}

/// Every rule, by role.
pub fn rules(ctx: &Context) -> Result<Vec<PolicyRow>> {
    ctx.store.read(|tx| tx.factor_policies())
}

/// Takes a rule back, with the deadlines that came from it and that no other rule asks for.
pub fn remove_rule(ctx: &Context, role: &str) -> Result<Changed<()>> {
    let event = Event::new("2fa.policy-remove").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let role = role::find(tx, role)?;
        event.set_target(&role.name);
        event.set("role", role.name.as_str());
        if !tx.remove_factor_policy(&role.name)? {
            return Err(Error::not_found(format!(
                "the role `{}` requires no second factor",
                safe(&role.name)
            ))
            .hint("see `optimactl 2fa policy show`"));
        }
        Ok(())
    })
}

/// The deadline of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extended {
    pub account: String,
    pub name: String,
    pub deadline: Time,
    /// Whether a bar was taken back by it.
    pub unbarred: bool,
}

/// Looks up a deadline; none where no rule asks for one.
pub fn deadline(ctx: &Context, who: &str) -> Result<(String, Option<DeadlineRow>)> {
    audit::read(ctx, Event::new("2fa.policy-deadline"), |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        let due = tx.factor_due(&row.id)?;
        Ok((row.name, due))
    })
}

/// Moves the deadline of one account, counted from today where it has passed. The caller's reason stands in
/// the event.
pub fn extend(ctx: &Context, who: &str, by: Period) -> Result<Changed<Extended>> {
    let now = ctx.now();
    if by.is_zero() || by.after(now) > Period::of_days(366).after(now) {
        return Err(Error::usage(format!("a deadline is not extended by {by}"))
            .hint("give `--extend` from 1d to 366d"));
    }
    let event = Event::new("2fa.policy-deadline").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        tx.write_deadline(&row.id, now)?;
        let Some((old, barred)) = tx.factor_deadline(&row.id)? else {
            return Err(Error::not_found(format!(
                "no rule requires a second factor of `{}`",
                safe(&row.name)
            ))
            .hint("see `optimactl 2fa policy show`"));
        };
        let deadline = by.after(old.max(now));
        tx.move_deadline(&row.id, deadline, now)?;
        event.set("from", seconds_text(old));
        event.set("until", seconds_text(deadline));
        Ok(Extended {
            account: row.id,
            name: row.name,
            deadline,
            unbarred: barred.is_some(),
        })
    })
}

/// How the requirement stands for somebody who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Due {
    /// There is a factor, or no rule asks for one.
    No,
    /// A factor is needed by then.
    By(Time),
    /// It was needed by then, and is not there.
    Overdue,
}

/// Whether a sign-in is barred for want of a factor. Looks at the rules themselves: signing in is barred in
/// time even where no timer runs. Costs nothing where somebody has a factor or no role.
pub(in crate::domain) fn due(ctx: &Context, tx: &Tx<'_>, row: &AccountRow) -> Result<Due> {
    if row.factors > 0 || row.roles.is_empty() {
        return Ok(Due::No);
    }
    let now = ctx.now();
    tx.write_deadline(&row.id, now)?;
    let Some(due) = tx.factor_due(&row.id)? else {
        return Ok(Due::No);
    };
    if due.deadline > now || is_spared(tx, &due, now)? {
        return Ok(Due::By(due.deadline));
    }
    Ok(Due::Overdue)
}

/// Whether somebody stays able to sign in because nobody else could administer.
pub(super) fn is_spared(tx: &Tx<'_>, due: &DeadlineRow, now: Time) -> Result<bool> {
    if !due.administers {
        return Ok(false);
    }
    Ok(tx.spared_administrator(now)?.as_ref() == Some(&due.account))
}

/// How somebody without a factor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is time.
    Due,
    /// The deadline has passed; signing in is barred.
    Overdue,
    /// The deadline has passed; it is the last administrator.
    Spared,
}

impl Standing {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::Spared => "spared",
        }
    }
}

/// Hands over everybody of whom a factor is required and who has none, the most urgent first. Gives how many
/// are overdue. The look is recorded first.
pub fn report(
    ctx: &Context,
    mut see: impl FnMut(&DeadlineRow, Standing) -> Result<Going>,
) -> Result<u64> {
    audit::read(ctx, Event::new("2fa.policy-report"), |_, _| Ok(()))?;
    let now = ctx.now();
    let mut overdue = 0;
    ctx.store.read(|tx| {
        tx.each_due(now, |row| {
            let standing = if row.deadline > now {
                Standing::Due
            } else if is_spared(tx, &row, now)? {
                Standing::Spared
            } else {
                Standing::Overdue
            };
            overdue += u64::from(standing != Standing::Due);
            see(&row, standing)
        })
    })?;
    Ok(overdue)
}

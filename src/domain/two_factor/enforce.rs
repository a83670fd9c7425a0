//! `2fa policy enforce`, for a timer: writes deadlines, warns, bars. In steps that each commit, so that sign-ins
//! never wait long; whatever was done stays done, and a second run finds nothing to do.

use super::enroll::stale;
use super::policy::is_spared;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::domain::Context;
use crate::domain::audit::{self, Batch, Event, Severity};
use crate::domain::notice;
use crate::store::Tx;

/// Accounts of one step.
const STEP: u32 = 1_000;
/// Days before the deadline at which its holder is warned, once each.
const WARN_DAYS: [i64; 2] = [7, 1];
/// Names that are kept for the answer.
const NAMED: usize = 100;

/// What was done.
#[derive(Clone, Debug, Default)]
pub struct Enforced {
    /// Pending factors that waited too long.
    pub swept: usize,
    /// Deadlines that were written.
    pub written: usize,
    pub warned: u64,
    pub barred: u64,
    /// Sessions that were ended.
    pub sessions: usize,
    /// The first of those who are barred now.
    pub names: Vec<String>,
    /// The last administrator, where the deadline has passed.
    pub spared: Option<String>,
    pub event: Option<u64>,
}

/// Where a walk stands.
struct Walk<'a> {
    after: String,
    now: Time,
    done: &'a mut Enforced,
}

/// Runs every step. A dry run takes all of them in one transaction and rolls it back.
pub fn enforce(ctx: &Context) -> Result<Enforced> {
    let mut done = Enforced::default();
    let mut walk = Walk {
        after: String::new(),
        now: ctx.now(),
        done: &mut done,
    };
    let begun = || Event::new("2fa.enforce");
    if ctx.dry_run() {
        audit::change_many(ctx, begun(), |tx, batch| {
            begin(tx, batch, &mut walk)?;
            for days in WARN_DAYS {
                walk.after.clear();
                while warn(ctx, tx, batch, (&mut walk, days))? {}
            }
            walk.after.clear();
            while bar(tx, batch, &mut walk)? {}
            Ok(())
        })?;
        return Ok(done);
    }
    audit::change_many(ctx, begun(), |tx, batch| begin(tx, batch, &mut walk))?;
    for days in WARN_DAYS {
        walk.after.clear();
        while audit::change_many(ctx, begun(), |tx, batch| {
            warn(ctx, tx, batch, (&mut walk, days))
        })? {}
    }
    walk.after.clear();
    while audit::change_many(ctx, begun(), |tx, batch| bar(tx, batch, &mut walk))? {}
    Ok(done)
}

fn begin(tx: &Tx<'_>, batch: &mut Batch<'_>, walk: &mut Walk<'_>) -> Result<()> {
    walk.done.swept = tx.sweep_pending(stale(walk.now))?;
    walk.done.written = tx.write_deadlines(walk.now)?;
    batch.event.set("swept", walk.done.swept);
    batch.event.set("written", walk.done.written);
    walk.done.event = batch.record(tx)?;
    Ok(())
}

/// Warns some; whether there may be more.
fn warn(
    ctx: &Context,
    tx: &Tx<'_>,
    batch: &mut Batch<'_>,
    (walk, days): (&mut Walk<'_>, i64),
) -> Result<bool> {
    let rows = tx.to_be_warned(&walk.after, walk.now, (days, STEP))?;
    let Some(last) = rows.last() else {
        return Ok(false);
    };
    walk.after.clone_from(&last.account);
    for row in &rows {
        notice::queue(ctx, tx, &row.account, notice::Kind::FactorDue)?;
        tx.mark_warned(&row.account, walk.now)?;
    }
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    walk.done.warned += count;
    batch.event = Event::new("2fa.warn")
        .field("warned", count)
        .field("days", days);
    batch.record(tx)?;
    Ok(true)
}

/// Bars some; whether there may be more. Each has an event of its own: it takes something away.
fn bar(tx: &Tx<'_>, batch: &mut Batch<'_>, walk: &mut Walk<'_>) -> Result<bool> {
    let rows = tx.overdue(&walk.after, walk.now, STEP)?;
    let Some(last) = rows.last() else {
        return Ok(false);
    };
    walk.after.clone_from(&last.account);
    for row in &rows {
        if is_spared(tx, row, walk.now)? {
            walk.done.spared = Some(row.name.clone());
            continue;
        }
        tx.mark_barred(&row.account, walk.now)?;
        let ended = tx.revoke_sessions(&row.account, None, "2fa-overdue", walk.now)?;
        batch.event = Event::new("2fa.bar")
            .severity(Severity::High)
            .target(&row.account)
            .field("role", row.role.as_str())
            .field("sessions", ended);
        batch.record(tx)?;
        walk.done.sessions += ended;
        walk.done.barred += 1;
        if walk.done.names.len() < NAMED {
            walk.done.names.push(row.name.clone());
        }
    }
    Ok(true)
}

//! What follows from a step or from the end of a hold, in the same transaction: what was left of an erasure is taken up
//! again, and a request that waited for another one's answer is open again where that gives none.

use super::state::Step;
use super::step::taken;
use super::{State, drop_flag, erase, find, has_flag};
use crate::base::error::Result;
use crate::domain::audit::{Batch, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::erasure;
use crate::domain::hold::{self, Placed};
use crate::store::Tx;
use crate::store::request::RequestRow;

/// A hold that ended, and the references of what is worked on again because of it.
#[derive(Debug)]
pub struct Released {
    pub placed: Changed<Placed>,
    pub reopened: Vec<String>,
}

/// Releases a hold, and takes up again what it kept: both or none.
pub fn release(ctx: &Context, hold: &str) -> Result<Released> {
    let mut reopened = vec![];
    let placed = hold::release_then(ctx, hold, |tx, batch, waiting| {
        for reference in waiting {
            let row = find(tx, reference)?;
            if is_left(tx, &row)? {
                take_up(ctx, tx, batch, &row)?;
                reopened.push(row.reference);
            }
        }
        Ok(())
    })?;
    Ok(Released { placed, reopened })
}

/// What follows from the state that a request has now.
pub(super) fn up(
    ctx: &Context,
    tx: &Tx<'_>,
    batch: &mut Batch<'_>,
    row: RequestRow,
) -> Result<RequestRow> {
    if matches!(
        State::read(&row.state)?,
        State::Denied | State::Withdrawn | State::Dismissed
    ) {
        reopen_duplicates(ctx, tx, batch, &row.reference)?;
    }
    if is_left(tx, &row)? {
        return take_up(ctx, tx, batch, &row);
    }
    Ok(row)
}

/// Whether something of an erasure that was closed is left, and a hold that kept it is in force no more: on the person,
/// or on others in whose events the person stands.
pub(super) fn is_left(tx: &Tx<'_>, row: &RequestRow) -> Result<bool> {
    let waits = row.closed.is_some() && has_flag(row, "held") && erase::is_erasure(row)?;
    if !waits || is_held(tx, row)? {
        return Ok(false);
    }
    let went = erasure::went(tx, &row.id)?;
    if !went.held.is_empty() || went.log_holds.is_empty() {
        return Ok(true);
    }
    for hold in &went.log_holds {
        if tx.hold(hold)?.is_none_or(|hold| hold.released.is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether anything of the person is held.
pub(super) fn is_held(tx: &Tx<'_>, row: &RequestRow) -> Result<bool> {
    hold::is_held(tx, row.account.as_deref())
}

/// The same request is worked on again, planned and approved anew. Its clocks are not started again: what is left is due
/// at once.
pub(super) fn take_up(
    ctx: &Context,
    tx: &Tx<'_>,
    batch: &mut Batch<'_>,
    row: &RequestRow,
) -> Result<RequestRow> {
    batch.event = Event::new("request.requeue").severity(Severity::Medium);
    let named = (row.id.as_str(), Step::Requeue, &mut batch.event);
    let row = taken(ctx, tx, named, |_, row, _| {
        drop_flag(row, "held");
        row.closed = None;
        Ok(None)
    })?;
    batch.record(tx)?;
    Ok(row)
}

/// Whoever could withdraw the first one could otherwise end the real one with it (GHSA-qx5f-ghc2-7g5c shows how).
fn reopen_duplicates(ctx: &Context, tx: &Tx<'_>, batch: &mut Batch<'_>, first: &str) -> Result<()> {
    for waited in tx.duplicates_of(first)? {
        batch.event = Event::new("request.reopen").severity(Severity::Medium);
        batch.event.set("reference", first);
        let named = (waited.as_str(), Step::Reopen, &mut batch.event);
        taken(ctx, tx, named, |_, row, _| {
            row.duplicate_of = None;
            row.closed = None;
            row.outcome = None;
            row.answered = None;
            // Made sure of for a request that was put aside: it is asked anew.
            row.verified = None;
            row.verified_how = None;
            row.level = None;
            Ok(None)
        })?;
        batch.record(tx)?;
    }
    Ok(())
}

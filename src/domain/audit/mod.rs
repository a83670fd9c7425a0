//! The audit log: every change, sign-in, read of personal data and failure of either becomes an event, in the
//! same transaction as what it tells of.

pub mod anchor;
mod append;
pub mod count;
mod disclosure;
pub mod entry;
mod erase;
mod event;
pub mod expire;
pub mod explain;
pub mod export;
pub mod expression;
pub mod ingest;
mod many;
pub mod network;
pub mod prove;
pub mod prune;
pub mod query;
pub mod record;
pub mod redact;
pub mod shown;
#[cfg(test)]
mod speed_tests;
#[cfg(test)]
mod tests;
pub mod verify;
mod verify_key;
pub mod witness;

pub use append::{Appender, append, append_all, checkpoint, sign_tree};
pub use disclosure::{Disclosure, digest, disclose, reveal};
pub use event::{Event, Outcome, Party, Severity};
pub use many::{Batch, change_many};
pub use verify_key::{
    handovers, predecessors, require_pinned, signing_key, store_of, successors, vkey,
};

use super::context::Context;
use crate::base::error::{Error, Kind, Result};
use crate::store::journal::Settled;
use crate::store::{Mode, Tx};

/// A change that was made, and the event that tells of it (`None` in a dry run).
#[derive(Debug)]
pub struct Changed<T> {
    pub value: T,
    pub event: Option<u64>,
}

/// Makes a change and its event in one transaction. `act` may complete the event. If it fails, nothing
/// changed, and the failure is recorded in a transaction of its own.
pub fn change<T>(
    ctx: &Context,
    mut event: Event,
    act: impl FnOnce(&Tx<'_>, &mut Event) -> Result<T>,
) -> Result<Changed<T>> {
    let done = ctx.store.write(ctx.mode, |tx| {
        let value = act(tx, &mut event)?;
        Ok((value, append(ctx, tx, &event)?))
    });
    match done {
        Ok((value, seq)) => Ok(Changed {
            value,
            event: (!ctx.dry_run()).then_some(seq),
        }),
        Err(error) => Err(failed(ctx, event, error)),
    }
}

/// Reads personal values and records that they were read, even in a dry run.
pub fn read<T>(
    ctx: &Context,
    mut event: Event,
    look: impl FnOnce(&Tx<'_>, &mut Event) -> Result<T>,
) -> Result<T> {
    let done = ctx.store.write(Mode::Commit, |tx| {
        let value = look(tx, &mut event)?;
        append(ctx, tx, &event)?;
        Ok(value)
    });
    done.map_err(|error| failed(ctx, event, error))
}

/// Records an event that stands alone.
pub fn note(ctx: &Context, event: &Event) -> Result<u64> {
    ctx.store.write(ctx.mode, |tx| append(ctx, tx, event))
}

/// Announces an effect outside the database; [`conclude`] follows, or the next open reports that it did not.
pub fn intend(ctx: &Context, event: Event) -> Result<u64> {
    let action = event.action().to_owned();
    let event = event.outcome(Outcome::Intent);
    ctx.store.write(Mode::Commit, |tx| {
        let seq = append(ctx, tx, &event)?;
        tx.insert_intent(seq, &action)?;
        Ok(seq)
    })
}

/// Records how an announced effect ended.
pub fn conclude(ctx: &Context, intent: u64, event: Event) -> Result<u64> {
    conclude_with(ctx, intent, event, |_| {})
}

/// The same, with what `also` notes in the transaction.
pub fn conclude_with(
    ctx: &Context,
    intent: u64,
    event: Event,
    also: impl FnOnce(&Tx<'_>),
) -> Result<u64> {
    let event = event.intent(intent);
    ctx.store.write(Mode::Commit, |tx| {
        tx.remove_intent(intent)?;
        also(tx);
        append(ctx, tx, &event)
    })
}

/// Applies the lines of the rights journal whose change a crash undid. Their event says how many there were.
pub fn settle(ctx: &Context) -> Result<Option<Settled>> {
    ctx.store.write(Mode::Commit, |tx| {
        let Some(settled) = tx.take_settled() else {
            return Ok(None);
        };
        append(ctx, tx, &told(settled))?;
        Ok(Some(settled))
    })
}

/// What the event of a settling says.
fn told(settled: Settled) -> Event {
    Event::new("journal.settle")
        .severity(Severity::High)
        .field("first", settled.first)
        .field("last", settled.last)
        .field("reapplied", settled.applied)
        .field("lifted", settled.lifted)
}

/// Records a failure after the rollback, and hands the error on. What could not even be recorded says so.
fn failed(ctx: &Context, event: Event, error: Error) -> Error {
    let outcome = match error.kind {
        Kind::Usage | Kind::StoreLocked | Kind::NoSpace | Kind::Bug => return error,
        Kind::Refused => Outcome::Refused,
        _ => Outcome::Failure,
    };
    if ctx.dry_run() {
        return error;
    }
    let event = event.outcome(outcome).field("error", error.kind.code());
    match ctx.store.write(Mode::Commit, |tx| append(ctx, tx, &event)) {
        Ok(_) => error,
        Err(why) => error.detail(format!("this failure could not be recorded: {why}")),
    }
}

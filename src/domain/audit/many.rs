//! Several changes in one transaction, each with its own event: all of them happen or none.

use super::{Event, append, failed};
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::Tx;

/// The event that is being filled, and the way to write it.
pub struct Batch<'a> {
    ctx: &'a Context,
    template: Event,
    /// What is tried now. If it fails, this event tells of it.
    pub event: Event,
}

impl Batch<'_> {
    /// Writes the event and begins the next one; gives its number (`None` in a dry run).
    pub fn record(&mut self, tx: &Tx<'_>) -> Result<Option<u64>> {
        let seq = append(self.ctx, tx, &self.event)?;
        self.event = self.template.clone();
        Ok((!self.ctx.dry_run()).then_some(seq))
    }
}

/// Runs `act` in one transaction; it records an event for each thing that it changes. If it fails, nothing
/// changed, and the failure is recorded by itself.
pub fn change_many<T>(
    ctx: &Context,
    event: Event,
    act: impl FnOnce(&Tx<'_>, &mut Batch<'_>) -> Result<T>,
) -> Result<T> {
    let mut batch = Batch {
        ctx,
        template: event.clone(),
        event,
    };
    let done = ctx.store.write(ctx.mode, |tx| act(tx, &mut batch));
    done.map_err(|error| failed(ctx, batch.event, error))
}

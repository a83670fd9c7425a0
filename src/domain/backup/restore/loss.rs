//! What a restore over a live store takes back: shown before anybody is asked.

use std::cmp::Reverse;

use super::over::{Source, extends};
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::audit::Selection;

/// The events behind an image, and what they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    pub first: u64,
    /// One past the last.
    pub end: u64,
    /// When the first of them was recorded.
    pub since: Option<Time>,
    /// How often each action succeeded, the commonest first.
    pub actions: Vec<(String, u64)>,
}

impl Loss {
    pub const fn events(&self) -> u64 {
        self.end.saturating_sub(self.first)
    }

    /// How often this was done.
    pub fn of(&self, action: &str) -> u64 {
        let found = self.actions.iter().find(|(known, _)| known == action);
        found.map_or(0, |(_, count)| *count)
    }
}

/// What a restore from `source` takes back; none where the live log does not go on from it, so that nothing can
/// be counted.
pub fn lost(ctx: &Context, source: &Source<'_>) -> Result<Option<Loss>> {
    match source.tree()? {
        Some(tree) if extends(ctx, tree)? => loss(ctx, tree.0).map(Some),
        _ => Ok(None),
    }
}

/// Counts what the live store did after its log had `size` events.
fn loss(ctx: &Context, size: u64) -> Result<Loss> {
    ctx.store.read(|tx| {
        let end = tx.tree()?.size();
        let selection = Selection {
            first: size,
            end,
            outcomes: Some(vec![0]),
            ..Selection::default()
        };
        let mut actions: Vec<_> = tx.count_actions(&selection)?.into_iter().collect();
        actions.sort_by_key(|(_, count)| Reverse(*count));
        let since = tx.recorded_micros(size)?;
        Ok(Loss {
            first: size,
            end: end.max(size),
            since: since.map(clock::from_micros).transpose()?,
            actions,
        })
    })
}

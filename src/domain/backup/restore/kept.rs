//! Databases that restores replaced: finding the one that an undo puts back, and discarding them.

use crate::base::error::{Error, Result};
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::store::folder::Folder;
use crate::store::replace::kept::{self, Kept};

/// What was discarded.
#[derive(Debug)]
pub struct Discarded {
    pub kept: Vec<Kept>,
    pub event: Option<u64>,
}

/// What an undo puts back: what was replaced last.
pub fn newest(folder: &Folder) -> Result<Kept> {
    let found = kept::list(folder)?.into_iter().next();
    found.ok_or_else(|| {
        Error::not_found("no replaced database is kept here")
            .hint("what a restore replaced stays until `optimactl backup discard-replaced`")
    })
}

/// Removes what is kept: the one that was replaced at `time`, or all of it.
pub fn discard(ctx: &Context, chosen: &[Kept]) -> Result<Discarded> {
    if ctx.dry_run() || chosen.is_empty() {
        return Ok(Discarded {
            kept: chosen.to_vec(),
            event: None,
        });
    }
    let event = Event::new("backup.discard")
        .severity(Severity::Medium)
        .field("count", chosen.len());
    let intent = audit::intend(ctx, event.clone())?;
    for one in chosen {
        kept::discard(&ctx.store.folder, one)?;
    }
    let bytes: u64 = chosen.iter().map(|one| one.bytes).sum();
    let event = audit::conclude(ctx, intent, event.field("bytes", bytes))?;
    Ok(Discarded {
        kept: chosen.to_vec(),
        event: Some(event),
    })
}

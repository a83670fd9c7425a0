//! Care of the database: its size, and a copy without empty pages.

use super::audit::{self, Event, Severity};
use super::context::Context;
use super::key;
use crate::base::error::Result;
use crate::store::check::{Depth, Read};
use crate::store::migrate::newest;
use crate::store::slot::Unlocker;
use crate::store::stats::Stats;

/// What a check found; findings are damage.
#[derive(Debug)]
pub struct Checked {
    pub read: Read,
    pub findings: Vec<String>,
}

/// Reads every page and checks the structure. The check itself is an event.
pub fn check(ctx: &Context, depth: Depth) -> Result<Checked> {
    let (read, findings) = ctx.store.check(depth)?;
    audit::note(
        ctx,
        &Event::new("store.check")
            .field("pages", read.pages)
            .field("count", findings.len()),
    )?;
    Ok(Checked { read, findings })
}

/// Sizes and counts.
pub fn stats(ctx: &Context) -> Result<Stats> {
    ctx.store.stats()
}

/// Whether the schema is the newest.
pub fn is_current(ctx: &Context) -> Result<bool> {
    Ok(ctx.store.schema()? == newest())
}

/// Brings the schema up to date; the versions before and after, and the event if there was anything to do.
pub fn migrate(ctx: &Context) -> Result<(u32, u32, Option<u64>)> {
    let (before, after) = (ctx.store.schema()?, newest());
    if before == after {
        return Ok((before, after, None));
    }
    let event = Event::new("store.migrate")
        .severity(Severity::Medium)
        .field("from", before)
        .field("to", after);
    let seq = ctx
        .store
        .migrate(ctx.mode, |tx| audit::append(ctx, tx, &event))?;
    Ok((before, after, Some(seq)))
}

/// Rewrites the database without its empty pages, under a fresh key. Answers the bytes before and after.
pub fn compact(ctx: Context, unlockers: &[Unlocker]) -> Result<(u64, u64, u64)> {
    let before = ctx.store.stats()?.file_bytes;
    let event = Event::new("store.compact").severity(Severity::Low);
    let intent = audit::intend(&ctx, event.clone())?;
    let ctx = key::fresh_data_key(ctx, unlockers)?;
    let after = ctx.store.stats()?.file_bytes;
    let seq = audit::conclude(&ctx, intent, event.field("bytes", after))?;
    Ok((before, after, seq))
}

//! Verifying the log: three verdicts that do not stand in for each other. Integrity: what is there is what was
//! written. Completeness: nothing is missing unexplained. Anchoring: how far a copy from outside vouches.

mod anchor;
mod block;
pub mod keys;
mod loss;
pub mod offline;
mod order;
mod pool;
mod report;
#[cfg(test)]
mod tests;

pub use report::{Anchoring, Declared, Finding, HandedOut, Report, Verdict};

use crate::base::error::Result;
use crate::base::progress;
use crate::domain::context::Context;
use crate::store::Tx;

/// How much is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Also search columns, dictionaries and zones, which lie outside the tree.
    #[default]
    Full,
    Quick,
}

/// What to verify against.
#[derive(Clone, Debug, Default)]
pub struct Request {
    pub depth: Depth,
    /// A checkpoint that was kept elsewhere: the note's text.
    pub trusted: Option<String>,
    /// An epoch whose declared loss somebody accepts.
    pub accepted: Option<String>,
}

/// Reads the whole log on one snapshot and tells what is wrong with it.
pub fn verify(
    ctx: &Context,
    request: &Request,
    report: &mut progress::Report<'_>,
) -> Result<Report> {
    ctx.store.read(|tx| verify_in(ctx, tx, request, report))
}

fn verify_in(
    ctx: &Context,
    tx: &Tx<'_>,
    request: &Request,
    progress: &mut progress::Report<'_>,
) -> Result<Report> {
    let mut report = Report::new(request.depth);
    let size = tx.tree()?.size();
    report.events = size;
    report.epoch.clone_from(&ctx.store.keyring.epoch);
    let losses = loss::Losses::read(tx, size, &mut report)?;
    report.declared.clone_from(&losses.declared);
    let anchor = anchor::Anchor::open(ctx, request, &losses, &mut report)?;
    let mut order = order::Order::new(ctx, tx, &losses, &anchor);
    pool::walk(tx, (size, request.depth), &mut |verified| {
        order.take(&verified, &mut report)?;
        progress(progress::Progress::of(order.done(), size));
        Ok(())
    })?;
    order.finish(&mut report)?;
    anchor.judge(ctx, tx, &mut report)?;
    report.sort();
    Ok(report)
}

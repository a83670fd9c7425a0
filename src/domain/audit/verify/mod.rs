//! Verifying the log: three verdicts that do not stand in for each other. Integrity: what is there is what was
//! written. Completeness: nothing is missing unexplained. Anchoring: how far a copy from outside vouches.

mod anchor;
mod block;
#[cfg(test)]
mod damage_tests;
mod finish;
#[cfg(test)]
mod forgery_tests;
pub mod keys;
mod loss;
#[cfg(test)]
mod mutation_tests;
pub mod offline;
#[cfg(test)]
mod offline_tests;
mod order;
mod pool;
mod report;
#[cfg(test)]
mod tests;
mod told;
mod vouch;

pub(in crate::domain::audit) use loss::is_own;
pub use report::{
    AnchorShown, Anchoring, Declared, Finding, HandedOut, Pruned, Quorum, Report, Verdict,
    Witnessed,
};
pub(in crate::domain::audit) use told::Told;

use crate::base::error::Result;
use crate::base::progress;
use crate::crypto::merkle::TILE_WIDTH;
use crate::domain::audit::witness::Policy;
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
    /// Whose cosignatures count.
    pub policy: Policy,
}

/// Reads the whole log on one snapshot and tells what is wrong with it.
pub fn verify(
    ctx: &Context,
    request: &Request,
    report: &mut progress::Report<'_>,
) -> Result<Report> {
    request.policy.require_others(&ctx.store.keyring)?;
    ctx.store.read(|tx| {
        let mut found = verify_in(ctx, tx, request, report)?;
        if request.depth == Depth::Full {
            for name in tx.odd_structure()? {
                let what = format!("`{name}` in the database is not as this program makes it");
                found.integrity.add_judged(None, what);
            }
        }
        Ok(found)
    })
}

fn verify_in(
    ctx: &Context,
    tx: &Tx<'_>,
    request: &Request,
    progress: &mut progress::Report<'_>,
) -> Result<Report> {
    let mut report = Report::new(request.depth);
    let size = believable(tx, &mut report)?;
    report.events = size;
    report.epoch.clone_from(&ctx.store.keyring.epoch);
    let mut losses = loss::Losses::read(tx, size, &mut report)?;
    report.declared.clone_from(&losses.declared);
    report.pruned.clone_from(&losses.pruned);
    losses.require_told(tx, &mut report)?;
    let anchor = anchor::Anchor::open(ctx, request, &losses, &mut report)?;
    losses.vouched(anchor.size());
    let mut order = order::Order::new(ctx, tx, &losses, &anchor);
    order.begin(&mut report)?;
    pool::walk(tx, (size, request.depth), &mut |verified| {
        order.take(&verified, &mut report)?;
        progress(progress::Progress::of(order.done(), size));
        Ok(())
    })?;
    order.finish(&mut report)?;
    vouch::judge(ctx, tx, &request.policy, &mut report)?;
    anchor.judge(ctx, tx, &mut report)?;
    report.sort();
    Ok(report)
}

/// How many events the walk looks for: as many as the tree says, unless that is a number that would keep it busy for
/// ever. Then the log ends where its entries do.
fn believable(tx: &Tx<'_>, report: &mut Report) -> Result<u64> {
    let end_of_rows = |newest: Option<u64>| newest.map_or(0, |seq| seq.saturating_add(1));
    let said = match order::readable(tx.tree())? {
        Ok(tree) => tree.size(),
        // That the edge does not fit is found at the end.
        Err(_) => end_of_rows(tx.last_row()?),
    };
    // A full tile is kept for each 256 events, pruned ones too: more than they hold cannot be whole.
    let most = tx.count_lowest_tiles()?.saturating_add(1);
    let most = most.saturating_mul(TILE_WIDTH);
    if said.saturating_sub(most) <= MOST_MISSING {
        return Ok(said);
    }
    let there = end_of_rows(tx.last_row()?).min(most);
    report.completeness.add(
        there,
        format!("the tree says that there are {said} events, and the newest is not near that"),
    );
    Ok(there)
}

/// So many missing events at the end are named one by one.
const MOST_MISSING: u64 = 1 << 20;

//! How long the file of a bundle may lie where it was written: it holds everything about a person, and nobody needs it
//! once they have it. The file is outside the store: that it is gone is told by whoever deleted it.

use super::state::Step;
use super::step::step;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::domain::audit::{Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::request::{BundleRow, RequestRow, StepRow};

/// A file that should have been deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    pub reference: String,
    pub kind: String,
    pub state: String,
    pub law: String,
    pub zone: String,
    /// Its name, without the folder.
    pub file: String,
    pub delete_by: Time,
}

/// Until when the file of a bundle may be kept: counted from its delivery, or where it never went out from its making.
pub fn delete_by(bundle: &BundleRow, keep: &Period) -> Time {
    keep.after(bundle.delivered.unwrap_or(bundle.built))
}

/// Whether somebody said that the file of a bundle is gone.
pub fn is_gone(bundle: &BundleRow, steps: &[StepRow]) -> bool {
    let mut discards = steps
        .iter()
        .filter(|step| step.step == Step::Discard.as_str());
    discards.any(|step| step.at >= bundle.built)
}

/// The files whose time is over, the longest over first. Nothing personal, so that the look is not recorded.
pub fn stale(ctx: &Context, keep: &Period) -> Result<Vec<Stale>> {
    let now = ctx.now();
    let mut found = ctx.store.read(|tx| {
        let mut found = vec![];
        for (id, bundle) in tx.bundles_not_discarded(Step::Discard.as_str())? {
            let delete_by = delete_by(&bundle, keep);
            let Some(row) = tx.request(&id)?.filter(|_| delete_by <= now) else {
                continue;
            };
            found.push(Stale {
                reference: row.reference,
                kind: row.kind,
                state: row.state,
                law: row.law,
                zone: row.zone,
                file: bundle.file,
                delete_by,
            });
        }
        Ok(found)
    })?;
    found.sort_by(|a, b| (a.delete_by, &a.file).cmp(&(b.delete_by, &b.file)));
    Ok(found)
}

/// The files of a request's bundles were deleted.
pub fn discard(ctx: &Context, named: &str) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.discard").severity(Severity::Low);
    step(ctx, named, Step::Discard, event, |tx, row, event| {
        let steps = tx.steps(&row.id)?;
        let left = tx.bundles(&row.id)?;
        let left = left
            .iter()
            .filter(|bundle| !is_gone(bundle, &steps))
            .count();
        if left == 0 {
            return Err(Error::conflict(format!(
                "no file of request {} is known to be left",
                row.reference
            ))
            .hint(format!("see `optimactl request show {}`", row.reference)));
        }
        event.set("count", left);
        Ok(None)
    })
}

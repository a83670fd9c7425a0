//! A checkpoint that was kept elsewhere, against the log: what catches somebody who holds store and keys.

use super::loss::Losses;
use super::order::readable;
use super::report::{HandedOut, Report};
use super::{Request, keys};
use crate::base::error::{Error, Result};
use crate::base::text::{count, safe};
use crate::crypto::merkle::Frontier;
use crate::crypto::note::Checkpoint;
use crate::domain::context::Context;
use crate::store::Tx;

pub(super) struct Anchor {
    trusted: Option<Checkpoint>,
    fits: std::cell::Cell<Option<bool>>,
}

impl Anchor {
    /// Reads the trusted checkpoint. One of another log or by an unknown key is no finding about this log: the
    /// question was wrong.
    pub(super) fn open(
        ctx: &Context,
        request: &Request,
        losses: &Losses,
        report: &mut Report,
    ) -> Result<Self> {
        let keyring = &ctx.store.keyring;
        let anchor = |trusted| Self {
            trusted,
            fits: std::cell::Cell::new(None),
        };
        let Some(note) = &request.trusted else {
            return Ok(anchor(None));
        };
        let trusted = keys::open(keyring, note).map_err(|error| {
            Error::integrity("the trusted checkpoint is none of this log").because(error)
        })?;
        if trusted.size == 0 {
            return Err(Error::integrity(
                "the trusted checkpoint covers no event: there is nothing to compare",
            ));
        }
        let epoch = keys::require_own(keyring, &trusted.origin)?;
        if let Some(accepted) = request.accepted.as_deref().filter(|named| *named != epoch) {
            return Err(Error::usage(format!(
                "the trusted checkpoint is of epoch `{epoch}`, and the loss of `{}` was accepted",
                safe(accepted)
            ))
            .hint("leave `--accept-epoch` out, and see what is said then"));
        }
        if epoch == keyring.epoch {
            return Ok(anchor(Some(trusted)));
        }
        // The event that ended its epoch may have been pruned.
        if losses.end_of(epoch).is_none() && trusted.size <= losses.pruned_end() {
            return Ok(anchor(Some(trusted)));
        }
        let Some(end) = losses.end_of(epoch) else {
            report.completeness.add(
                None,
                format!(
                    "the trusted checkpoint is of epoch `{epoch}`, which this log does not know"
                ),
            );
            return Ok(anchor(None));
        };
        if trusted.size <= end {
            return Ok(anchor(Some(trusted)));
        }
        // Up to the cut there is nothing to compare: the checkpoint's root covers what is not here.
        let lost = trusted.size - end;
        if request.accepted.is_some() {
            report.anchoring.accepted_loss = Some(lost);
        } else {
            let lost = count(lost, "event");
            report.unaccepted = Some(epoch.to_owned());
            report.completeness.add(
                end,
                format!("the trusted checkpoint covers {lost} of epoch `{epoch}` that a restore did not bring back"),
            );
        }
        Ok(anchor(None))
    }

    /// How many events the trusted checkpoint covers.
    pub(super) fn size(&self) -> Option<u64> {
        self.trusted.as_ref().map(|trusted| trusted.size)
    }

    /// Whether the trusted tree ends within these numbers.
    pub(super) fn falls(&self, over: u64, up_to: u64) -> bool {
        let size = self.trusted.as_ref().map(|trusted| trusted.size);
        size.is_some_and(|size| size > over && size <= up_to)
    }

    pub(super) fn compare(&self, size: u64, tree: &Frontier, report: &mut Report) {
        let Some(trusted) = self.trusted.as_ref().filter(|trusted| trusted.size == size) else {
            return;
        };
        let fits = trusted.root == tree.root();
        self.fits.set(Some(fits));
        if !fits {
            report.integrity.add_judged(
                size.checked_sub(1),
                format!(
                    "the trusted checkpoint of {} has another root: the log was rewritten",
                    count(size, "event")
                ),
            );
        }
    }

    pub(super) fn judge(&self, ctx: &Context, tx: &Tx<'_>, report: &mut Report) -> Result<()> {
        if let Some(trusted) = &self.trusted
            && trusted.size > report.events
        {
            report.completeness.add_judged(
                report.events,
                format!(
                    "the trusted checkpoint covers {}, and there are {}: the newest were cut off",
                    count(trusted.size, "event"),
                    report.events
                ),
            );
        }
        let trusted = self.trusted.as_ref().map(|trusted| trusted.size);
        let trusted = trusted.filter(|_| self.fits.get() == Some(true));
        let witnessed = report.anchoring.quorum.as_ref();
        let witnessed = witnessed.and_then(|quorum| quorum.size);
        // Every kept checkpoint was compared with the tree: what witnesses signed fits when nothing is wrong. The hash
        // of a missing event is taken from its tile: nobody vouches for what is not there.
        let lacks = |size: u64| {
            let mut findings = report.completeness.findings.iter();
            findings.any(|finding| finding.seq.is_none_or(|seq| seq < size))
        };
        let anchored = trusted
            .max(witnessed)
            .filter(|size| report.integrity.is_good() && !lacks(*size));
        report.anchoring.anchored = anchored;
        let from = anchored.unwrap_or(0);
        report.anchoring.tail = report.events.saturating_sub(from);
        if let Some(micros) = tx.recorded_micros(from)? {
            let waiting = ctx.now().timestamp_micros().saturating_sub(micros);
            report.anchoring.minutes = Some((waiting / 60_000_000).max(0));
        }
        let newest = readable(tx.newest_handed_out(&ctx.store.keyring.epoch))?;
        report.anchoring.handed_out = newest.unwrap_or_default().map(|row| HandedOut {
            epoch: row.epoch,
            size: row.size,
            made: row.made,
            reason: row.reason,
        });
        Ok(())
    }
}

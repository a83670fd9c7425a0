//! What is missing and said to be missing: personal values that were erased or expired, and events that a
//! restore did not have.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::order::readable;
use super::report::{Declared, Pruned, Report};
use crate::base::error::Result;
use crate::crypto::merkle::TILE_WIDTH;
use crate::store::Tx;
use crate::store::audit::{Columns, Selection, Word};

/// The words that explain a loss.
const REDACT: &str = "audit.redact";
const EXPIRE: &str = "audit.expire";
const EPOCH: &str = "log.epoch";
const PRUNE: &str = "audit.prune";

type Covered = BTreeMap<String, Vec<(u64, u64)>>;

/// What event `by` says is gone of a field.
struct Cover {
    by: u64,
    field: String,
    /// Those of all fields of the event.
    ranges: Rc<[(u64, u64)]>,
}

/// Whether a loss has a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    None,
    Given,
    /// The loss lies in front of the trusted checkpoint, and what gives the reason behind it.
    GivenBehind,
}

/// Which values may be gone, and which events are said not to be here.
#[derive(Default)]
pub(super) struct Losses {
    /// Per field (empty: every field) the numbers that are covered: first and last.
    covered: Covered,
    /// The same by what stands in front of the trusted checkpoint alone, and how many events that vouches for.
    vouched: Option<(u64, Covered)>,
    told: Vec<Cover>,
    pub(super) declared: Vec<Declared>,
    /// How far entries are said to have been pruned: it is always the beginning of the log.
    pub(super) pruned: Option<Pruned>,
}

impl Losses {
    /// Reads the explaining events. That they are genuine shows in the walk over all entries.
    pub(super) fn read(tx: &Tx<'_>, size: u64, report: &mut Report) -> Result<Self> {
        let mut losses = Self::default();
        let mut ids = vec![];
        for action in [REDACT, EXPIRE, EPOCH, PRUNE] {
            ids.extend(tx.known_word(Word::Action, action)?);
        }
        let selection = Selection {
            end: size,
            actions: Some(ids),
            ..Selection::default()
        };
        tx.find(&selection, Columns::All, &mut |row| {
            let value: Value = serde_json::from_slice(row.entry).unwrap_or_default();
            if !is_own(&value) {
                return Ok(std::ops::ControlFlow::Continue(()));
            }
            match value.get("action").and_then(Value::as_str) {
                Some(REDACT | EXPIRE) => losses.cover(row.seq, value.get("data")),
                Some(EPOCH) => losses.declare(row.seq, value.get("data"), report),
                Some(PRUNE) => losses.prune(row.seq, &value, report),
                _ => {}
            }
            Ok(std::ops::ControlFlow::Continue(()))
        })?;
        losses.covered = covered(&losses.told, size);
        Ok(losses)
    }

    /// A checkpoint from outside vouches for the first `size` events: reasons among them are as good as it is.
    pub(super) fn vouched(&mut self, size: Option<u64>) {
        let told = std::mem::take(&mut self.told);
        self.vouched = size.map(|size| (size, covered(&told, size)));
    }

    /// `ranges`: pairs of first and last number; `fields`: the names, or every field. Only events before the
    /// explaining one can be explained by it.
    fn cover(&mut self, seq: u64, data: Option<&Value>) {
        let list = |key: &str| {
            data.and_then(|data| data.get(key))
                .and_then(Value::as_array)
        };
        let number = |value: Option<&Value>| value.and_then(Value::as_u64);
        let ranges: Rc<[(u64, u64)]> = list("ranges")
            .into_iter()
            .flatten()
            .filter_map(|pair| Some((number(pair.get(0))?, number(pair.get(1))?)))
            .filter_map(|(first, last)| Some((first, last.min(seq.checked_sub(1)?))))
            .filter(|(first, last)| first <= last)
            .collect();
        let fields: Vec<String> = match list("fields") {
            None => vec![String::new()],
            Some(fields) => fields
                .iter()
                .filter_map(|field| field.as_str().map(str::to_owned))
                .collect(),
        };
        for field in fields {
            self.told.push(Cover {
                by: seq,
                field,
                ranges: Rc::clone(&ranges),
            });
        }
    }

    fn declare(&mut self, seq: u64, data: Option<&Value>, report: &mut Report) {
        let get = |key: &str| data.and_then(|data| data.get(key));
        let origin = get("old_origin").and_then(Value::as_str);
        let epoch = origin.and_then(|origin| origin.rsplit('/').next());
        let (Some(epoch), Some(old_size)) = (epoch, get("old_size").and_then(Value::as_u64)) else {
            report
                .integrity
                .add(seq, "a new epoch does not say what it follows");
            return;
        };
        self.add_epoch(seq, epoch, (old_size, get("known").and_then(Value::as_u64)));
    }

    fn add_epoch(&mut self, seq: u64, epoch: &str, (old_size, known): (u64, Option<u64>)) {
        if self.declared.iter().any(|known| known.seq == seq) {
            return;
        }
        self.declared.push(Declared {
            seq,
            old_epoch: epoch.to_owned(),
            old_size,
            // What was known to exist when the epoch began, in the image or not.
            lost: known.unwrap_or(old_size).max(old_size).saturating_sub(seq),
        });
    }

    /// Only what was in front of it can be gone by it.
    fn prune(&mut self, seq: u64, value: &Value, report: &mut Report) {
        let data = |key: &str| value.get("data").and_then(|data| data.get(key));
        let last = data("last").and_then(Value::as_u64);
        let events = last.and_then(|last| last.checked_add(1));
        let Some(events) = events.filter(|end| *end <= seq && end.is_multiple_of(TILE_WIDTH))
        else {
            report
                .integrity
                .add(seq, "a pruning does not say what it pruned");
            return;
        };
        // Histories that ended among what was pruned are told by the pruning.
        for told in data("epochs")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let number = |at| told.get(at).and_then(Value::as_u64);
            let epoch = told.get(0).and_then(Value::as_str);
            let epoch = epoch.and_then(|origin| origin.rsplit('/').next());
            if let (Some(epoch), Some(at), Some(old_size)) = (epoch, number(1), number(2)) {
                self.add_epoch(at, epoch, (old_size, number(3)));
            }
        }
        if self.pruned_end() < events {
            let archive = data("archive").and_then(Value::as_str);
            self.pruned = Some(Pruned {
                seq,
                events,
                archive: archive.unwrap_or_default().to_owned(),
            });
        }
    }

    /// One past the last event that is said to be pruned.
    pub(super) fn pruned_end(&self) -> u64 {
        self.pruned.as_ref().map_or(0, |pruned| pruned.events)
    }

    /// The store's own minimum must be the one that an event tells: else old events could go in silence.
    pub(super) fn require_told(&self, tx: &Tx<'_>, report: &mut Report) -> Result<()> {
        let told = self.pruned_end();
        let kept = readable(tx.first_kept())?.unwrap_or_else(|why| {
            report.integrity.add(None, why.to_string());
            told
        });
        if kept > told {
            report.completeness.add(
                told,
                format!(
                    "the store says that events up to {kept} were pruned, and no event tells of it"
                ),
            );
        } else if kept < told {
            report.integrity.add(
                None,
                format!("the store says that events up to {kept} were pruned, and an event tells of {told}"),
            );
        }
        let (events, values) = tx.rows_below(told)?;
        if events > 0 || values > 0 {
            report
                .integrity
                .add(None, "rows below the pruned minimum are there again");
        }
        Ok(())
    }

    pub(super) fn explains(&self, seq: u64, field: &str) -> Reason {
        if !holds(&self.covered, seq, field) {
            return Reason::None;
        }
        match &self.vouched {
            Some((size, covered)) if seq < *size && !holds(covered, seq, field) => {
                Reason::GivenBehind
            }
            _ => Reason::Given,
        }
    }

    /// One past the last event of an epoch that ended, `None` for the present one or an unknown one.
    pub(super) fn end_of(&self, epoch: &str) -> Option<u64> {
        let ended = self
            .declared
            .iter()
            .find(|declared| declared.old_epoch == epoch);
        ended.map(|declared| declared.seq)
    }
}

/// Whether this program did what the entry tells: the events of other programs explain nothing here, whatever they
/// call themselves.
pub(in crate::domain::audit) fn is_own(entry: &Value) -> bool {
    let is = |key: &str, text: &str| entry.get(key).and_then(Value::as_str) == Some(text);
    is("outcome", "success") && is("source", "optimactl")
}

/// What is covered by events before `end`.
fn covered(told: &[Cover], end: u64) -> Covered {
    let mut covered = Covered::new();
    for cover in told.iter().filter(|cover| cover.by < end) {
        let ranges = covered.entry(cover.field.clone()).or_default();
        ranges.extend(cover.ranges.iter().copied());
    }
    covered.values_mut().for_each(merge);
    covered
}

fn holds(covered: &Covered, seq: u64, field: &str) -> bool {
    let within = |ranges: &Vec<(u64, u64)>| {
        let after = ranges.partition_point(|(first, _)| *first <= seq);
        let range = after.checked_sub(1).and_then(|at| ranges.get(at));
        range.is_some_and(|(_, last)| seq <= *last)
    };
    ["", field]
        .iter()
        .any(|field| covered.get(*field).is_some_and(within))
}

fn merge(ranges: &mut Vec<(u64, u64)>) {
    ranges.sort_unstable();
    let mut merged: Vec<(u64, u64)> = Vec::with_capacity(ranges.len());
    for (first, last) in ranges.drain(..) {
        match merged.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    *ranges = merged;
}

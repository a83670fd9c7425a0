//! What vouches for the log from outside, as far as the store keeps it: cosignatures and anchors, against the
//! events that took them in.

use std::collections::{BTreeMap, HashMap};

use super::order::readable;
use super::report::{AnchorShown, Quorum, Report, Witnessed};
use super::told::Told;
use crate::base::error::Result;
use crate::base::text::count;
use crate::domain::audit::anchor;
use crate::domain::audit::witness::{self, Policy};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{AnchorRow, Columns, CosignatureRow, Selection, Word};

pub(super) fn judge(
    ctx: &Context,
    tx: &Tx<'_>,
    policy: &Policy,
    report: &mut Report,
) -> Result<()> {
    let mut told = read(tx, report.events)?;
    let mut newest: HashMap<String, Witnessed> = HashMap::new();
    tx.try_each_cosignature(&mut |seq, row| {
        report.anchoring.cosignatures += 1;
        let Some(row) = whole("cosignature", (seq, row), &mut told, report)? else {
            return Ok(());
        };
        if let Some(known) = cosignature(tx, &row, &mut told, report)? {
            let entry = newest
                .entry(row.key.clone())
                .or_insert_with(|| known.clone());
            if entry.size < known.size {
                *entry = known;
            }
        }
        Ok(())
    })?;
    quorum(policy, newest, report);
    tx.try_each_anchor(&mut |seq, row| {
        report.anchoring.anchors += 1;
        match whole("anchor", (seq, row), &mut told, report)? {
            Some(row) => anchored(ctx, tx, &row, &mut told, report),
            None => Ok(()),
        }
    })?;
    for (seq, told) in told {
        let what = match told.action.as_str() {
            witness::ACTION => {
                format!("the cosignature of `{}` that it took in is gone", told.what)
            }
            _ => format!("the anchor ({}) that it tells of is gone", told.what),
        };
        report.completeness.add_judged(seq, what);
    }
    Ok(())
}

/// A row that cannot be read is a finding at the event that took it in.
fn whole<T>(
    what: &str,
    (seq, row): (i64, Result<T>),
    told: &mut BTreeMap<u64, Told>,
    report: &mut Report,
) -> Result<Option<T>> {
    let why = match readable(row)? {
        Ok(row) => return Ok(Some(row)),
        Err(why) => why,
    };
    let seq = u64::try_from(seq).ok();
    let finding = format!("a kept {what} cannot be read: {why}");
    report.integrity.add_judged(seq, finding);
    seq.map(|seq| told.remove(&seq));
    Ok(None)
}

fn read(tx: &Tx<'_>, size: u64) -> Result<BTreeMap<u64, Told>> {
    let mut ids = vec![];
    for action in [witness::ACTION, anchor::ACTION, anchor::ANSWER] {
        ids.extend(tx.known_word(Word::Action, action)?);
    }
    let selection = Selection {
        end: size,
        actions: Some(ids),
        ..Selection::default()
    };
    let mut told = BTreeMap::new();
    tx.find(&selection, Columns::All, &mut |row| {
        if let Some(said) = Told::of_entry(row.entry) {
            told.insert(row.seq, said);
        }
        Ok(std::ops::ControlFlow::Continue(()))
    })?;
    Ok(told)
}

/// What the event of a row says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Told,
    Wrong,
    /// An event that was pruned tells nothing and accuses nobody.
    Pruned,
}

/// Takes what the event tells out of the list.
fn fits(tx: &Tx<'_>, told: &mut BTreeMap<u64, Told>, (seq, expected): (u64, &Told)) -> Result<Fit> {
    Ok(match told.remove(&seq) {
        Some(said) if said == *expected => Fit::Told,
        None if seq < readable(tx.first_kept())?.unwrap_or(0) => Fit::Pruned,
        _ => Fit::Wrong,
    })
}

fn cosignature(
    tx: &Tx<'_>,
    row: &CosignatureRow,
    told: &mut BTreeMap<u64, Told>,
    report: &mut Report,
) -> Result<Option<Witnessed>> {
    let events = count(row.size, "event");
    let wrong = |why: &str| format!("the cosignature of {events} {why}");
    let expected = Told::of_cosignature(row);
    if fits(tx, told, (row.seq, &expected))? == Fit::Wrong {
        report
            .integrity
            .add_judged(row.seq, wrong("is not the one that its event tells of"));
    }
    let checkpoint = readable(tx.checkpoint_of(&row.epoch, row.size))?;
    let Some(checkpoint) = checkpoint.unwrap_or_default() else {
        report
            .integrity
            .add_judged(row.seq, wrong("belongs to no checkpoint"));
        return Ok(None);
    };
    if let Err(error) = witness::checked(row, &checkpoint) {
        report
            .integrity
            .add_judged(row.seq, wrong(&format!("is not genuine: {error}")));
        return Ok(None);
    }
    Ok(Some(Witnessed {
        name: expected.what,
        size: row.size,
        signed: row.signed,
    }))
}

fn quorum(policy: &Policy, mut newest: HashMap<String, Witnessed>, report: &mut Report) {
    if policy.witnesses.is_empty() {
        return;
    }
    let known: Vec<Witnessed> = policy
        .witnesses
        .iter()
        .filter_map(|witness| newest.remove(&witness.to_string()))
        .collect();
    report.anchoring.quorum = Some(Quorum {
        needed: policy.quorum,
        witnesses: policy.voters(),
        size: policy.reached(known.iter().map(|known| (known.name.as_str(), known.size))),
        known,
    });
}

fn anchored(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &AnchorRow,
    told: &mut BTreeMap<u64, Told>,
    report: &mut Report,
) -> Result<()> {
    let mut is_told = true;
    for (seq, expected) in Told::of_anchor(row) {
        let fit = fits(tx, told, (seq, &expected))?;
        is_told &= fit != Fit::Pruned;
        if fit == Fit::Wrong {
            let what = format!(
                "the anchor ({}) is not the one that its event tells of",
                row.kind
            );
            report.integrity.add_judged(seq, what);
        }
    }
    if row.size > report.events {
        let covered = count(row.size, "event");
        let what = format!(
            "an anchor ({}) covers {covered}: the newest were cut off",
            row.kind
        );
        report.completeness.add_judged(report.events, what);
        return Ok(());
    }
    // It was signed into the store before it left, and nothing takes a checkpoint away.
    if readable(tx.checkpoint_of(&row.epoch, row.size))?.is_ok_and(|row| row.is_none()) {
        let what = format!(
            "the checkpoint of {} is missing, of which an anchor ({}) left",
            count(row.size, "event"),
            row.kind
        );
        report
            .completeness
            .add_judged(row.size.checked_sub(1), what);
    }
    if let Err(error) = anchor::checked(ctx, tx, row) {
        let what = format!("the anchor ({}) does not fit the log: {error}", row.kind);
        report.integrity.add_judged(row.seq, what);
        return Ok(());
    }
    // Its signature is the log's own: without the event anybody with the keys could have put the row there.
    if !is_told {
        report.anchoring.untold_anchors += 1;
        return Ok(());
    }
    let shown = AnchorShown {
        kind: row.kind.clone(),
        size: row.size,
        made: row.stamped.unwrap_or(row.made),
        answered: row.answered.is_some(),
    };
    let newest = &mut report.anchoring.newest_anchor;
    if newest.as_ref().is_none_or(|known| known.size <= shown.size) {
        *newest = Some(shown);
    }
    Ok(())
}

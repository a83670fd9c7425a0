//! What vouches for the log from outside, as far as the store keeps it: cosignatures and anchors, against the
//! events that took them in.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::loss::is_own;
use super::report::{AnchorShown, Quorum, Report, Witnessed};
use crate::base::error::Result;
use crate::base::text::count;
use crate::domain::audit::anchor;
use crate::domain::audit::witness::{self, Policy};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{AnchorRow, Columns, CosignatureRow, Selection, Word};

/// What an event says it took in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    action: String,
    epoch: String,
    size: u64,
    /// The witness's name, or the kind of anchor.
    what: String,
    /// Of the request or response of a time-stamp.
    fingerprint: Option<String>,
}

pub(super) fn judge(
    ctx: &Context,
    tx: &Tx<'_>,
    policy: &Policy,
    report: &mut Report,
) -> Result<()> {
    let mut told = read(tx, report.events)?;
    let mut newest: HashMap<String, Witnessed> = HashMap::new();
    tx.each_cosignature(&mut |row| {
        report.anchoring.cosignatures += 1;
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
    tx.each_anchor(&mut |row| anchored(ctx, tx, &row, &mut told, report))?;
    for (seq, told) in told {
        let what = match told.action.as_str() {
            witness::ACTION => {
                format!("the cosignature of `{}` that it took in is gone", told.what)
            }
            _ => format!("the anchor ({}) that it tells of is gone", told.what),
        };
        report.completeness.add(seq, what);
    }
    Ok(())
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
        let value: Value = serde_json::from_slice(row.entry).unwrap_or_default();
        if let Some(said) = parse(&value) {
            told.insert(row.seq, said);
        }
        Ok(std::ops::ControlFlow::Continue(()))
    })?;
    Ok(told)
}

fn parse(entry: &Value) -> Option<Told> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let data = entry.get("data")?;
    if !is_own(entry) {
        return None;
    }
    Some(Told {
        action: text(entry.get("action"))?,
        epoch: text(data.get("epoch"))?,
        size: data.get("size")?.as_u64()?,
        what: text(data.get("witness").or_else(|| data.get("kind")))?,
        fingerprint: text(data.get("fingerprint")),
    })
}

/// Whether event `seq` tells just this; takes it out of the list. An event that was pruned tells nothing and
/// accuses nobody.
fn fits(
    tx: &Tx<'_>,
    told: &mut BTreeMap<u64, Told>,
    (seq, expected): (u64, &Told),
) -> Result<bool> {
    Ok(match told.remove(&seq) {
        Some(said) => said == *expected,
        None => seq < tx.first_kept()?,
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
    let name = row.key.split('+').next().unwrap_or_default();
    let expected = Told {
        action: witness::ACTION.to_owned(),
        epoch: row.epoch.clone(),
        size: row.size,
        what: name.to_owned(),
        fingerprint: None,
    };
    if !fits(tx, told, (row.seq, &expected))? {
        report
            .integrity
            .add(row.seq, wrong("is not the one that its event tells of"));
    }
    let Some(checkpoint) = tx.checkpoint_of(&row.epoch, row.size)? else {
        report
            .integrity
            .add(row.seq, wrong("belongs to no checkpoint"));
        return Ok(None);
    };
    if let Err(error) = witness::checked(row, &checkpoint) {
        report
            .integrity
            .add(row.seq, wrong(&format!("is not genuine: {error}")));
        return Ok(None);
    }
    Ok(Some(Witnessed {
        name: name.to_owned(),
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
    report.anchoring.anchors += 1;
    let mut seqs = vec![(row.seq, anchor::ACTION, row.query.as_ref())];
    seqs.extend(
        row.answered
            .map(|seq| (seq, anchor::ANSWER, row.response.as_ref())),
    );
    for (seq, action, bytes) in seqs {
        let expected = Told {
            action: action.to_owned(),
            epoch: row.epoch.clone(),
            size: row.size,
            what: row.kind.clone(),
            fingerprint: bytes.map(|bytes| anchor::fingerprint(bytes)),
        };
        if !fits(tx, told, (seq, &expected))? {
            let what = format!(
                "the anchor ({}) is not the one that its event tells of",
                row.kind
            );
            report.integrity.add(seq, what);
        }
    }
    if row.size > report.events {
        let covered = count(row.size, "event");
        let what = format!(
            "an anchor ({}) covers {covered}: the newest were cut off",
            row.kind
        );
        report.completeness.add(report.events, what);
        return Ok(());
    }
    if let Err(error) = anchor::checked(ctx, tx, row) {
        let what = format!("the anchor ({}) does not fit the log: {error}", row.kind);
        report.integrity.add(row.seq, what);
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

//! What pruned events said of histories that ended: a restore begins a new one, and whoever keeps a checkpoint of
//! the old one must not find it accused. Decides nothing about pruning.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::super::verify::is_own;
use super::Span;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::audit::{Columns, Selection, Word};

/// The word of an event that tells of a new history.
const EPOCH: &str = "log.epoch";

/// Per history that ended among these events: its origin, the event that ended it, its size, and how many events
/// were known to exist. Those that an earlier pruning told of are told again.
pub(super) fn in_span(tx: &Tx<'_>, span: Span) -> Result<Vec<Value>> {
    let mut ids = vec![];
    for action in [EPOCH, "audit.prune"] {
        ids.extend(tx.known_word(Word::Action, action)?);
    }
    let selection = Selection {
        end: span.end,
        actions: Some(ids),
        ..Selection::default()
    };
    let mut found = vec![];
    tx.find(&selection, Columns::All, &mut |row| {
        let value: Value = serde_json::from_slice(row.entry).unwrap_or_default();
        if is_own(&value) {
            found.extend(told(row.seq, &value));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn told(seq: u64, value: &Value) -> Vec<Value> {
    let data = |key: &str| value.get("data").and_then(|data| data.get(key)).cloned();
    if value.get("action").and_then(Value::as_str) == Some(EPOCH) {
        return vec![json!([
            data("old_origin"),
            seq,
            data("old_size"),
            data("known")
        ])];
    }
    match data("epochs") {
        Some(Value::Array(epochs)) => epochs,
        _ => vec![],
    }
}

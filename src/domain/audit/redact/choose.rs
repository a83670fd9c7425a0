//! Which values of a stretch of events an order means.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Lasting, Order, each, holds};
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::audit::{DisclosureRow, Word};

/// The values of these events that the order means.
pub(super) fn choose(
    tx: &Tx<'_>,
    order: &Order,
    texts: &[String],
    ((first, end), rows): ((u64, u64), &mut Vec<(u64, String)>),
) -> Result<()> {
    if first >= end {
        return Ok(());
    }
    let mut take = |row: DisclosureRow| {
        if order.fields.is_empty() || order.fields.contains(&row.field) {
            rows.push((row.seq, row.field));
        }
    };
    let acted = sides(tx, order, Word::Actor, (first, end))?;
    let concerned = sides(tx, order, Word::Target, (first, end))?;
    for seq in acted.union(&concerned) {
        for row in tx.disclosures(*seq, *seq + 1)? {
            // The name of whoever else was there is not this person's; nor, where the person is erased, what an event
            // says of those on whom the person acted.
            let others = match row.field.as_str() {
                "actor_name" => !acted.contains(seq),
                "target_name" => !concerned.contains(seq),
                field if order.lasting == Lasting::ByPerson && !concerned.contains(seq) => {
                    is_of_target(tx, *seq)? && !OF_ACTOR.contains(&field)
                }
                _ => false,
            };
            if !others {
                take(row);
            }
        }
    }
    if !texts.is_empty() || order.parties.is_empty() {
        each(tx, (first, end), &mut |row| {
            if texts.is_empty() || holds(&row.text, texts)? {
                take(row);
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What an event says of whoever acted.
const OF_ACTOR: [&str; 6] = ["ip", "client_ip", "user_agent", "reason", "login", "host"];

/// Whether an event is about somebody, or something, besides whoever caused it.
fn is_of_target(tx: &Tx<'_>, seq: u64) -> Result<bool> {
    let entry = tx.entry(seq)?.unwrap_or_default();
    let entry: Value = serde_json::from_slice(&entry).unwrap_or_default();
    let target = entry.get("target").and_then(Value::as_str);
    Ok(target.is_some_and(|target| target.starts_with("acc_") || target.starts_with("s_")))
}

/// The events on one side of which any of the parties stands.
fn sides(tx: &Tx<'_>, order: &Order, word: Word, range: (u64, u64)) -> Result<BTreeSet<u64>> {
    let mut numbers = BTreeSet::new();
    for party in &order.parties {
        numbers.extend(tx.events_of_party(word, party, range)?);
    }
    Ok(numbers)
}

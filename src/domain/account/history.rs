//! What happened to an account, and what it did: the events of the audit log that name it.

use serde_json::{Map, Value};

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::domain::Context;
use crate::domain::audit::{self, Event};
use crate::store::Tx;
use crate::store::account::Going;
use crate::store::history::HistoryRow;

/// One event of an account's history.
#[derive(Clone, Debug)]
pub struct Happened {
    pub seq: u64,
    pub time: Time,
    pub action: String,
    pub outcome: String,
    pub severity: String,
    /// Who acted: a name where it is still known, else the id.
    pub actor: String,
    pub target: Option<String>,
    /// Values in the clear and those that are still disclosed.
    pub values: Map<String, Value>,
}

/// Hands over the newest `limit` events of the account since then, newest first. The look is recorded first.
pub fn history(
    ctx: &Context,
    who: &str,
    since: Time,
    limit: Option<u64>,
    mut see: impl FnMut(Happened) -> Result<Going>,
) -> Result<()> {
    let id = audit::read(ctx, Event::new("account.history"), |tx, event| {
        let row = super::find(tx, who)?;
        event.set_target(&row.id);
        Ok(row.id)
    })?;
    let mut left = limit.unwrap_or(u64::MAX);
    if left == 0 {
        return Ok(());
    }
    ctx.store.read(|tx| {
        tx.each_event_of(&id, since, |row| {
            left -= 1;
            match see(happened(tx, row)?)? {
                Going::On if left > 0 => Ok(Going::On),
                _ => Ok(Going::Enough),
            }
        })
    })
}

fn happened(tx: &Tx<'_>, row: HistoryRow) -> Result<Happened> {
    let damaged = || Error::integrity(format!("the audit event {} is damaged", row.seq));
    let entry: Value = serde_json::from_slice(&row.entry).map_err(|_| damaged())?;
    let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut values = match entry.get("data") {
        Some(Value::Object(data)) => data.clone(),
        _ => Map::new(),
    };
    for disclosure in &row.disclosures {
        let (field, value) = audit::reveal(disclosure)?;
        // The names of the parties stand in their own columns.
        if !["actor_name", "target_name"].contains(&field.as_str()) {
            values.insert(field, value);
        }
    }
    Ok(Happened {
        seq: row.seq,
        time: row.time,
        action: row.action,
        outcome: text("outcome").ok_or_else(damaged)?,
        severity: text("severity").ok_or_else(damaged)?,
        actor: named(tx, row.actor)?,
        target: row.target.map(|target| named(tx, target)).transpose()?,
        values,
    })
}

/// The name behind an id, where the store still knows it.
fn named(tx: &Tx<'_>, id: String) -> Result<String> {
    if let Some(row) = tx.account(&id)? {
        return Ok(row.name);
    }
    let Some(disclosure) = tx.disclosed_name(&id)? else {
        return Ok(id);
    };
    let (_, name) = audit::reveal(&disclosure)?;
    Ok(name.as_str().map_or(id, str::to_owned))
}

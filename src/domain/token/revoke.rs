//! Ending tokens: all that are named or none. One that was revoked already stays as it is; one that expired is
//! revoked all the same, because nothing may bring it back.

use super::form::Secret;
use super::unknown;
use crate::base::error::{Error, Result};
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::store::token::TokenRow;

/// What became of one token.
#[derive(Clone, Debug)]
pub struct Ended {
    pub row: TokenRow,
    /// False: it was revoked before.
    pub changed: bool,
    pub event: Option<u64>,
}

/// Revokes tokens by their ids, or one by itself: who finds a leaked token knows no id.
pub fn revoke(ctx: &Context, ids: &[String], found: Option<&Secret>) -> Result<Vec<Ended>> {
    let event = Event::new("token.revoke").severity(Severity::Medium);
    audit::change_many(ctx, event, |tx, batch| {
        let now = ctx.now();
        let mut rows: Vec<TokenRow> = vec![];
        for id in ids {
            rows.push(tx.token(id)?.ok_or_else(|| unknown(id))?);
        }
        if let Some(secret) = found {
            let row = tx.token_of_digest(&secret.digest())?;
            rows.push(row.ok_or_else(|| Error::not_found("no account has this token"))?);
        }
        let mut done: Vec<Ended> = vec![];
        for row in rows {
            if done.iter().any(|ended| ended.row.id == row.id) {
                continue;
            }
            batch.event.set_target(&row.account);
            batch.event.set("token", row.id.as_str());
            batch.event.set_personal("token_name", row.name.as_str());
            let changed = tx.revoke_token(&row.id, "asked", now)?;
            batch.event.set("changed", changed);
            let event = batch.record(tx)?;
            done.push(Ended {
                row,
                changed,
                event,
            });
        }
        Ok(done)
    })
}

//! Rectification (GDPR Art. 16, 11 CCR §7023): a value that was wrong is put right, and stays so: neither a restore of an
//! older backup nor an import brings the wrong one back (§7023(k)).

#[cfg(test)]
mod tests;

use super::account::{
    self, Clear, Did, Edit,
    rectified::{digest, statements},
};
use super::audit::{Batch, Event, Severity};
use super::context::Context;
use crate::base::error::{Error, Result};
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::rectified::RectifiedRow;

/// Puts values of an account right, inside the transaction of the request that asks for it. Each changed one has a line
/// in the rights journal, with the value sealed behind it, so that a later erasure can cut it out.
pub fn rectify(
    ctx: &Context,
    (tx, batch): (&Tx<'_>, &mut Batch<'_>),
    (who, edit): (&str, &Edit),
    (request, reference): (&str, &str),
) -> Result<Did> {
    let is_value = |clear: &Clear| !matches!(clear, Clear::Expires);
    if edit.kind.is_some() || edit.expires.is_some() || !edit.clear.iter().all(is_value) {
        return Err(
            Error::usage("kind and expiry of an account are no statements about a person")
                .hint("change them with `optimactl account change`"),
        );
    }
    batch.event = Event::new("account.rectify")
        .severity(Severity::Medium)
        .request(reference);
    account::change_within(ctx, (tx, batch), (who, edit), |old, new| {
        note(ctx, tx, (old, new), request)
    })
}

fn note(
    ctx: &Context,
    tx: &Tx<'_>,
    (old, new): (&AccountRow, &AccountRow),
    request: &str,
) -> Result<()> {
    for (field, before, after) in statements(old, new) {
        if before != after {
            let row = RectifiedRow {
                account: &new.id,
                field,
                digest: digest(ctx, field, before.map_or("", String::as_str))?,
                at: ctx.now(),
                request: Some(request),
            };
            tx.put_rectified(&row, after.map_or("", String::as_str))?;
        }
    }
    Ok(())
}

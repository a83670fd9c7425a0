//! Rectification (GDPR Art. 16, 11 CCR §7023): a value that was wrong is put right, and stays so: a restore of an older
//! backup does not bring the wrong one back (§7023(k)).

#[cfg(test)]
mod tests;

use super::account::{self, Clear, Did, Edit};
use super::context::Context;
use crate::base::error::{Error, Result};

/// Puts values of an account right. Each changed one has a line in the rights journal, with the value sealed behind it,
/// so that a later erasure can cut it out.
pub fn rectify(ctx: &Context, who: &str, edit: &Edit) -> Result<Vec<Did>> {
    let is_value = |clear: &Clear| !matches!(clear, Clear::Expires);
    if edit.kind.is_some() || edit.expires.is_some() || !edit.clear.iter().all(is_value) {
        return Err(
            Error::usage("kind and expiry of an account are no statements about a person")
                .hint("change them with `optimactl account change`"),
        );
    }
    account::change_noted(ctx, "account.rectify", (who, edit), |tx, old, new| {
        for (field, before, after) in [
            ("name", Some(&old.name), Some(&new.name)),
            ("email", old.email.as_ref(), new.email.as_ref()),
            (
                "display_name",
                old.display_name.as_ref(),
                new.display_name.as_ref(),
            ),
            ("region", old.region.as_ref(), new.region.as_ref()),
        ] {
            if before != after {
                tx.note_rectified(&new.id, field, after.map_or("", String::as_str));
            }
        }
    })
}

//! Putting a fresh token in the place of one: both work for a while, so that no program stands still. Of any
//! number of rotations at once one wins.

use super::create::{Expiry, Made, describe, insert, may_have};
use super::{State, unknown};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::token::TokenRow;

/// How long two tokens may work beside each other, in days.
pub const LONGEST_OVERLAP: u32 = 30;

/// When the fresh token ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// After as long as the old one was given.
    Same,
    By(Expiry),
}

/// The fresh token, and what becomes of the old one.
pub struct Rotated {
    pub made: Made,
    pub old: TokenRow,
    /// Until when the old one works; the present where there is no overlap.
    pub until: Time,
}

/// Rotates a token. A zero overlap ends the old one at once.
pub fn rotate(
    ctx: &Context,
    id: &str,
    overlap: Period,
    renewal: Renewal,
) -> Result<Changed<Rotated>> {
    let now = ctx.now();
    if overlap.after(now) > Period::of_days(LONGEST_OVERLAP).after(now) {
        return Err(Error::usage(format!(
            "two tokens work beside each other for at most {LONGEST_OVERLAP} days"
        )));
    }
    let event = Event::new("token.rotate").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let old = tx.token(id)?.ok_or_else(|| unknown(id))?;
        event.set_target(&old.account);
        require_active(&old, now)?;
        let owner = account::find(tx, &old.account)?;
        let expiry = match (renewal, old.expires) {
            (Renewal::By(expiry), _) => expiry,
            (Renewal::Same, Some(end)) => Expiry::At(now + (end - old.created)),
            (Renewal::Same, None) => Expiry::Never,
        };
        // A token that has no end keeps having none: the reason was given when it was made.
        if renewal != Renewal::Same || expiry != Expiry::Never {
            may_have(&owner, expiry, ctx)?;
        } else {
            may_have(&owner, Expiry::At(now), ctx)?;
        }
        let made = insert(ctx, tx, &owner, (&old.name, old.scopes.clone(), expiry))?;
        let until = overlap.after(now);
        let until = old.expires.map_or(until, |end| end.min(until));
        if !tx.replace_token(&old.id, &made.row.id, until)? {
            return Err(Error::conflict("the token was changed meanwhile").hint("look at it again"));
        }
        if overlap.is_zero() {
            tx.revoke_token(&old.id, "rotated", now)?;
        }
        describe(event, &made.row);
        event.set("previous", old.id.as_str());
        event.set("until", seconds_text(until));
        Ok(Rotated { made, old, until })
    })
}

fn require_active(old: &TokenRow, now: Time) -> Result<()> {
    let create = "make a new one with `optimactl token create`";
    match (State::of(old, now), &old.replaced_by) {
        (State::Revoked, None) => Err(Error::conflict("the token was revoked").hint(create)),
        (State::Expired, None) => Err(Error::conflict("the token has expired").hint(create)),
        (_, Some(by)) => Err(Error::conflict(format!(
            "the token was rotated already; `{by}` took its place"
        ))
        .hint(format!("rotate that one: `optimactl token rotate {by}`"))),
        _ => Ok(()),
    }
}

//! Taking a choice back, which only its maker can do.

use super::{What, Whose, find};
use crate::base::error::{Error, Result};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::privacy::Channel;
use crate::store::optout::{ChoiceKind, OptoutRow};

/// How the person opted in again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptIn {
    /// Once.
    Said,
    /// Asked for, and confirmed apart (11 CCR §7028(a)).
    Confirmed,
}

/// What was in force.
#[derive(Clone, Debug)]
pub struct Cleared {
    /// None: nothing was.
    pub rows: Vec<OptoutRow>,
    pub account: Option<String>,
}

/// Ends every choice of this kind that the person made.
pub fn clear(
    ctx: &Context,
    (whose, what): (&Whose, What),
    (opt_in, channel): (OptIn, Channel),
) -> Result<Changed<Cleared>> {
    let event = Event::new("optout.clear")
        .severity(Severity::Medium)
        .field("what", what.as_str())
        .field("channel", channel.as_str());
    audit::change(ctx, event, |tx, event| {
        let found = find(ctx, tx, whose)?;
        if let Some(account) = &found.account {
            event.set_target(account);
        }
        if what.kind() == ChoiceKind::OptOut && opt_in == OptIn::Said {
            return Err(Error::refused(
                "opting in again takes two steps: the person asks for it, and confirms it apart (11 CCR §7028(a))",
            )
            .hint("once both were done, say so with `--confirmed`"));
        }
        let rows = found.in_force(tx, what)?;
        if let Some(other) = rows.iter().find(|row| !found.owns(row)) {
            let account = other.account.as_deref().unwrap_or_default();
            return Err(Error::refused(format!(
                "the choice is that of {account}, which had this address"
            ))
            .hint(format!(
                "where it is the same person, name the account: `optimactl optout clear {account}`"
            )));
        }
        for row in &rows {
            tx.clear_optout(row, what.kind(), ctx.now())?;
        }
        if let (None, Some(row)) = (&found.account, rows.first()) {
            event.set_target(&row.id);
        }
        event.set("count", rows.len());
        Ok(Cleared {
            rows,
            account: found.account,
        })
    })
}

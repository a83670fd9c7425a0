//! Restriction of processing (GDPR Art. 18): an account's data are stored and nothing else. It cannot sign in, is told
//! nothing, leaves with no export and is not purged; the person's own requests are answered.

#[cfg(test)]
mod tests;

use super::account::{self, Did, Scope};
use super::audit::{self, Event, Severity};
use super::context::Context;
use super::privacy::Channel;
use crate::base::error::{Error, Result};
use crate::base::text;
use crate::store::restriction::RestrictionRow;

/// Why processing is restricted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Art. 18(1)(a): the person says that the data are wrong, and it is being looked into.
    Accuracy,
    /// (b): the processing is unlawful, and the person wants no erasure.
    Unlawful,
    /// (c): only the person needs the data, for legal claims.
    Claims,
    /// (d): the person objected, and whose grounds prevail is being looked into.
    Objection,
}

impl Ground {
    pub const ALL: [Self; 4] = [
        Self::Accuracy,
        Self::Unlawful,
        Self::Claims,
        Self::Objection,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accuracy => "accuracy",
            Self::Unlawful => "unlawful",
            Self::Claims => "claims",
            Self::Objection => "objection",
        }
    }

    /// Where the law has it.
    pub const fn paragraph(self) -> &'static str {
        match self {
            Self::Accuracy => "GDPR Art. 18(1)(a)",
            Self::Unlawful => "GDPR Art. 18(1)(b)",
            Self::Claims => "GDPR Art. 18(1)(c)",
            Self::Objection => "GDPR Art. 18(1)(d)",
        }
    }

    /// Reads what was typed, and what a row says.
    pub fn parse(typed: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|ground| ground.as_str() == typed)
            .ok_or_else(|| {
                Error::usage(format!("there is no ground `{}`", text::safe(typed))).hint(format!(
                    "the grounds are {}",
                    Self::ALL.map(Self::as_str).join(", ")
                ))
            })
    }
}

/// Restricts accounts: their sessions end, and what waited to be told to them is dropped. One that is restricted
/// already stays as it is. The last account that can administer the store cannot be restricted.
pub fn set(ctx: &Context, who: &[String], ground: Ground) -> Result<Vec<Did>> {
    let event = Event::new("restriction.set")
        .severity(Severity::Medium)
        .field("code", ground.as_str());
    account::alter_after(
        ctx,
        event,
        (who, Scope::Every),
        |_| Ok(()),
        |tx, (), row, event| {
            let now = ctx.now();
            let restricted = tx.restrict_account(&row.id, ground.as_str(), now)?;
            if !restricted {
                return Ok(false);
            }
            let ended = tx.revoke_sessions(&row.id, None, "restricted", now)?;
            event.set("sessions", ended);
            tx.drop_notices(&row.id, now)?;
            Ok(true)
        },
    )
}

/// Lifts restrictions, after the persons were told on this channel that it will happen (Art. 18(3)).
pub fn lift(ctx: &Context, who: &[String], informed: Channel) -> Result<Vec<Did>> {
    let event = Event::new("restriction.lift")
        .severity(Severity::Medium)
        .field("channel", informed.as_str());
    account::alter_after(
        ctx,
        event,
        (who, Scope::Every),
        |_| Ok(()),
        |tx, (), row, _| tx.lift_restriction(&row.id),
    )
}

/// Every restricted account, the longest restricted first; the look is recorded.
pub fn list(ctx: &Context) -> Result<Vec<RestrictionRow>> {
    audit::read(ctx, Event::new("restriction.list"), |tx, event| {
        let rows = tx.restrictions()?;
        event.set("count", rows.len());
        Ok(rows)
    })
}

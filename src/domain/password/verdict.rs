//! Every rule at once: those that the password alone is held to, and those that need the store and its lists.

use super::corpus;
use super::history;
use super::rules::{self, Corpora, Finding, Policy, Subject};
use crate::base::error::Result;
use crate::base::text::count;
use crate::crypto::secret::SecretText;
use crate::domain::Context;

/// Every rule that `text` does not meet, earlier passwords aside: whoever could ask for those could guess the
/// present one unseen. Never inside a transaction: lists are read.
pub fn findings(
    ctx: &Context,
    policy: &Policy,
    subject: &Subject<'_>,
    text: &SecretText,
) -> Result<Vec<Finding>> {
    let mut found = rules::check(policy, subject, text.expose());
    found.extend(leaked(ctx, policy, text)?);
    Ok(found)
}

/// Every rule that forbids to set `text`; none: it may be set.
pub(super) fn refusals(
    ctx: &Context,
    policy: &Policy,
    subject: &Subject<'_>,
    text: &SecretText,
) -> Result<Vec<Finding>> {
    let mut found = findings(ctx, policy, subject, text)?;
    // Each earlier password costs a hash: not for one that is refused anyway.
    if found.is_empty() && history::holds(ctx, policy, subject, text)? {
        found.push(Finding {
            rule: "history",
            clause: policy.profile.clauses.history,
            text: format!("it is one of the last {} passwords", policy.profile.history),
        });
    }
    Ok(found)
}

fn leaked(ctx: &Context, policy: &Policy, text: &SecretText) -> Result<Option<Finding>> {
    let times = match corpus::times_leaked(ctx, text) {
        Ok(times) => times,
        Err(_) if policy.corpora == Corpora::Optional => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(times.map(|times| Finding {
        rule: "breach",
        clause: policy.profile.clauses.breach,
        text: format!(
            "it stands in a list of leaked passwords, seen {}",
            count(times, "time")
        ),
    }))
}

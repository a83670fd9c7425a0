//! What a crash left announced and not concluded: looked at while nobody else works, concluded, and told.

use super::audit::{self, Event, Outcome, Severity};
use super::context::Context;
use crate::base::error::Result;

/// Concludes every open intent. The store must be open exclusively: then no intent belongs to a living process.
pub fn conclude_intents(ctx: &Context) -> Result<Vec<String>> {
    let intents = ctx.store.read(|tx| tx.intents())?;
    let mut notes = vec![];
    for (seq, action, since) in intents {
        // A replaced database is younger than the intent that announced it.
        let replaced = ctx.store.keyring.data_key()?.created >= since;
        let done = replaced && matches!(action.as_str(), "key.rotate" | "store.compact");
        let event = Event::new(&action).severity(Severity::Medium);
        let event = if done {
            event
        } else {
            event
                .outcome(Outcome::Failure)
                .field("error", "interrupted")
        };
        audit::conclude(ctx, seq, event)?;
        let how = if done {
            "had been finished"
        } else {
            "was cut short and had no effect"
        };
        notes.push(format!("`{action}` of event {seq} {how}"));
    }
    Ok(notes)
}

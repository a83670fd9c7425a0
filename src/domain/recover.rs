//! What a crash left announced and not concluded: looked at while nobody else works, concluded, and told.

use super::audit::{self, Event, Outcome, Severity};
use super::context::Context;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::keyring::Keyring;

/// Concludes every open intent. The store must be open exclusively: then no intent belongs to a living process.
pub fn conclude_intents(ctx: &Context) -> Result<Vec<String>> {
    let intents = ctx.store.read(|tx| tx.intents())?;
    let mut notes = vec![];
    for (seq, action, since) in intents {
        let done = took_effect(&ctx.store.keyring, &action, since);
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

/// Whether what an intent announced is there: a key or slot that is younger than the intent.
fn took_effect(keyring: &Keyring, action: &str, since: Time) -> bool {
    let young = |created: Time| created >= since;
    match action {
        "key.rotate" | "store.compact" => {
            keyring
                .data
                .as_ref()
                .is_some_and(|data| young(data.created))
                || young(keyring.signing.created)
        }
        "key.add" => keyring.slots.iter().any(|slot| young(slot.created)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit;
    use crate::domain::fixture::Fixture;

    #[test]
    fn an_intent_that_nobody_concluded_is_found() {
        let fixture = Fixture::new();
        let seq = audit::intend(&fixture.open(), audit::Event::new("backup.create")).unwrap();
        let ctx = fixture.open_exclusive();
        let notes = conclude_intents(&ctx).unwrap();
        assert_eq!(notes.len(), 1);
        assert!(notes[0].contains(&format!("event {seq}")), "{notes:?}");
        assert!(ctx.store.read(|tx| tx.intents()).unwrap().is_empty());
    }
}

//! What a crash left announced and not concluded: looked at while nobody else works, concluded, and told.

use super::audit::{self, Event, Outcome, Severity};
use super::context::Context;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::store::keyring::{Keyring, NamedKey};
use crate::store::slot;

/// How far what was announced came before the crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Whole,
    Partial,
    Nothing,
    /// It lies outside the store, where nobody looked.
    Unknown,
}

/// Concludes every open intent. The store must be open exclusively: then no intent belongs to a living process.
pub fn conclude_intents(ctx: &Context) -> Result<Vec<String>> {
    let intents = ctx.store.read(|tx| tx.intents())?;
    let mut notes = vec![];
    for (seq, action, since) in intents {
        let about = about(ctx, seq)?;
        let effect = effect(&ctx.store.keyring, &action, &about, since)?;
        clear_slot(ctx, &action, &about)?;
        let event = so_far(ctx, seq, Event::new(&action).severity(Severity::Medium))?;
        let (event, how) = match effect {
            Effect::Whole => (event, "had been finished"),
            Effect::Partial => (
                event.outcome(Outcome::Failure).field("error", "partial"),
                "was cut short half-way: run it again",
            ),
            Effect::Nothing => (
                event
                    .outcome(Outcome::Failure)
                    .field("error", "interrupted"),
                "was cut short and had no effect",
            ),
            Effect::Unknown => (
                event
                    .outcome(Outcome::Failure)
                    .field("error", "interrupted"),
                "was cut short: look whether what it makes is there",
            ),
        };
        audit::conclude_with(ctx, seq, event, |tx| {
            if action == "key.remove" && effect == Effect::Whole {
                tx.note_unlocker_removal(&about, ctx.store.keyring.generation);
            }
        })?;
        notes.push(format!("`{action}` of event {seq} {how}"));
    }
    Ok(notes)
}

/// What a run that takes in lines had written when it was ended.
fn so_far(ctx: &Context, seq: u64, event: Event) -> Result<Event> {
    if event.action() != "audit.ingest" {
        return Ok(event);
    }
    let written = ctx.store.read(|tx| tx.progress_of(seq))?;
    Ok(event.field("written", written))
}

/// Files of a slot that the keyring does not list: written before it was to, or left when it no longer did.
fn clear_slot(ctx: &Context, action: &str, about: &str) -> Result<()> {
    if !matches!(action, "key.add" | "key.remove") {
        return Ok(());
    }
    match Label::new(about, "name") {
        Ok(name) if !is_listed(&ctx.store.keyring, about) => {
            slot::remove(&ctx.store.folder, name.as_str())
        }
        _ => Ok(()),
    }
}

fn is_listed(keyring: &Keyring, slot: &str) -> bool {
    keyring.slots.iter().any(|entry| entry.name == slot)
}

fn is_newer(keys: &[NamedKey], since: Time) -> bool {
    keys.last().is_some_and(|key| key.created >= since)
}

/// What the intent was about: which key, which slot.
fn about(ctx: &Context, seq: u64) -> Result<String> {
    let entry = ctx.store.read(|tx| tx.entry(seq))?.unwrap_or_default();
    let value: serde_json::Value = serde_json::from_slice(&entry)
        .map_err(|error| Error::integrity("an audit event is unreadable").because(error))?;
    let field = |name: &str| {
        value
            .pointer(&format!("/data/{name}"))
            .and_then(|text| text.as_str())
    };
    Ok(field("what")
        .or_else(|| field("slot"))
        .unwrap_or_default()
        .to_owned())
}

/// Looks whether what was announced is there.
fn effect(keyring: &Keyring, action: &str, about: &str, since: Time) -> Result<Effect> {
    let all = |there: &[bool]| match (there.iter().all(|is| *is), there.iter().any(|is| *is)) {
        (true, _) => Effect::Whole,
        (false, true) => Effect::Partial,
        (false, false) => Effect::Nothing,
    };
    let data = keyring.data_key()?.created >= since;
    let signing = keyring.signing.created >= since;
    let master = keyring.master_created >= since;
    let listed = is_listed(keyring, about);
    Ok(match (action, about) {
        ("key.rotate", "data") | ("store.compact", _) => all(&[data]),
        ("key.rotate", "signing") => all(&[signing]),
        ("key.rotate", "pepper") => all(&[is_newer(&keyring.peppers, since)]),
        ("key.rotate", "journal") => all(&[is_newer(&keyring.journal, since)]),
        ("key.rotate", _) => all(&[master, signing, data]),
        ("key.add", _) => all(&[listed]),
        ("key.remove", _) => all(&[!listed]),
        ("key.retire", pepper) => all(&[keyring.pepper(pepper).is_none()]),
        // What replaced a database concluded it there; this one is as it was.
        ("store.restore", _) => Effect::Nothing,
        // Its batches stay; the rest is found again.
        ("password.upgrade" | "audit.ingest" | "request.source", _) => Effect::Partial,
        _ => Effect::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit;
    use crate::domain::fixture::Fixture;
    use crate::store::keyring;

    /// Behind the keyring and in front of the log: what was done is told as done.
    #[test]
    fn a_pepper_that_came_or_went_before_the_crash_is_told() {
        let fixture = Fixture::new();
        let intent = |what: &str, action: &str| {
            let event = audit::Event::new(action).field("what", what);
            audit::intend(&fixture.open(), event).unwrap();
        };
        let told = || {
            conclude_intents(&fixture.open_exclusive())
                .unwrap()
                .concat()
        };
        let old = fixture.open().store.keyring.peppers[0].id.clone();
        intent(&old, "key.retire");
        assert!(told().contains("had no effect"));
        intent("pepper", "key.rotate");

        let mut ctx = fixture.open_exclusive();
        // The test's clock stands still, and no two events have the same time.
        let behind = ctx.now() + chrono::TimeDelta::seconds(1);
        let newer = keyring::fresh_key(&ctx.random, "pep", behind).unwrap();
        ctx.store.keyring.peppers.push(newer);
        ctx.store.keyring.peppers.retain(|pepper| pepper.id != old);
        let folder = ctx.store.folder.clone();
        keyring::write(&folder, &mut ctx.store.keyring, &ctx.store.master).unwrap();
        drop(ctx);
        assert!(told().contains("had been finished"));
        intent(&old, "key.retire");
        assert!(told().contains("had been finished"));
    }

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

    #[test]
    fn a_run_of_lines_that_was_killed_is_told_with_what_it_wrote() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let seq = audit::intend(&ctx, audit::Event::new("audit.ingest")).unwrap();
        ctx.store
            .write(crate::store::Mode::Commit, |tx| {
                tx.note_progress(seq, 8_000)
            })
            .unwrap();
        drop(ctx);
        let ctx = fixture.open_exclusive();
        let notes = conclude_intents(&ctx).unwrap();
        assert!(notes[0].contains("run it again"), "{notes:?}");
        let entry = ctx.store.read(|tx| tx.entry(seq + 1)).unwrap().unwrap();
        let entry: serde_json::Value = serde_json::from_slice(&entry).unwrap();
        assert_eq!(entry["data"]["written"], 8_000);
        assert_eq!(
            (&entry["outcome"], &entry["intent"]),
            (&"failure".into(), &seq.into())
        );
    }
}

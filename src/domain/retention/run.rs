//! A run: each class in a transaction of its own, with one event. Run again, it finds nothing more.

use super::rule::{Rule, aged, rules};
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::domain::privacy::Class;
use crate::store::retention::{Deleted, RunRow};

/// Why the clock is not to be believed when it says what is old; and taking what went out of the write-ahead log.
pub use crate::domain::audit::redact::{doubt, scrub};

/// What a run did to one class.
#[derive(Debug)]
pub struct Ran {
    pub rule: Rule,
    /// What failed left everything of its class in place.
    pub outcome: Result<(Deleted, Option<u64>)>,
}

/// Runs every rule, or the one for a class. One class that fails stops no other.
pub fn run(ctx: &Context, only: Option<Class>) -> Result<Vec<Ran>> {
    let rules = ctx.store.read(rules)?;
    let chosen: Vec<Rule> = rules
        .into_iter()
        .filter(|rule| only.is_none_or(|class| class == rule.class))
        .collect();
    if let (Some(class), []) = (only, chosen.as_slice()) {
        return Err(
            Error::not_found(format!("there is no rule for `{}`", class.as_str()))
                .hint("add one with `optimactl retention rule add`"),
        );
    }
    let ran = chosen.into_iter().map(|rule| Ran {
        outcome: delete(ctx, &rule),
        rule,
    });
    Ok(ran.collect())
}

fn delete(ctx: &Context, rule: &Rule) -> Result<(Deleted, Option<u64>)> {
    let aged = aged(rule.class).map_err(Error::bug)?;
    let before = rule.cutoff(ctx.now());
    let event = Event::new("retention.run")
        .severity(Severity::Medium)
        .field("what", rule.class.as_str())
        .field("kept", rule.period.to_string())
        .field("until", seconds_text(before));
    let done = audit::change(ctx, event, |tx, event| {
        let deleted = tx.delete_aged(aged, before)?;
        event.set("count", deleted.rows);
        event.set("held", deleted.held);
        tx.note_run(
            rule.class.as_str(),
            RunRow {
                at: ctx.now(),
                deleted: deleted.rows,
                held: deleted.held,
            },
        )?;
        Ok(deleted)
    })?;
    Ok((done.value, done.event))
}

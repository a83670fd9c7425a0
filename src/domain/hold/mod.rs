//! Holds: what must not be deleted, by whom and how long. Every path that deletes asks [`require_free`] inside its own
//! transaction; nothing here deletes.

mod guard;
mod look;
mod requests;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use guard::{blocking, is_held, require_free};
pub use look::{Which, is_due, list, show};

use super::audit::{self, Batch, Changed, Event, Severity};
use super::context::Context;
use super::privacy::Class;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::store::Tx;
use crate::store::hold::HoldRow;

/// The longest basis and owner, in characters: both stand in every line of the rights journal.
const LONGEST: usize = 200;
/// The owner where none was named. No person: the rights journal keeps it for ever, and the event says who it was.
const OWNER: &str = "operator";

/// A hold as it is asked for.
#[derive(Clone, Debug)]
pub struct NewHold {
    /// The account by name, address or id; none: everybody.
    pub subject: Option<String>,
    pub classes: BTreeSet<Class>,
    /// Law and paragraph.
    pub basis: String,
    /// Which office answers for it; none: whoever operates the store.
    pub owner: Option<String>,
    pub review: Time,
    /// No review may lie beyond.
    pub ceiling: Time,
}

/// A hold that was placed or released, and the requests that wait for it or waited.
#[derive(Clone, Debug)]
pub struct Placed {
    pub hold: HoldRow,
    /// References.
    pub waiting: Vec<String>,
}

/// Places a hold. Open requests to erase the same person wait from then on.
pub fn place(ctx: &Context, new: &NewHold) -> Result<Changed<Placed>> {
    let basis = require_text("basis", &new.basis)?;
    let owner = new.owner.as_deref().unwrap_or(OWNER);
    let owner = require_text("owner", owner)?;
    if new.classes.is_empty() {
        return Err(Error::usage("it is not said what is to be held")
            .hint("name a class of data with `--class`, or `--class all`"));
    }
    require_review(ctx.now(), (new.review, new.ceiling))?;
    let event = Event::new("hold.place")
        .severity(Severity::Medium)
        .field("what", words(&new.classes))
        .field("due", seconds_text(new.review))
        .personal("basis", basis)
        .personal("owner", owner);
    audit::change(ctx, event, |tx, event| {
        let subject = match &new.subject {
            Some(named) => Some(find_account(tx, named)?),
            None => None,
        };
        let row = HoldRow {
            id: fresh_id(ctx, tx)?,
            subject: subject.as_ref().map(|(id, _)| id.clone()),
            name: subject.map(|(_, name)| name),
            classes: words(&new.classes),
            basis: basis.to_owned(),
            owner: owner.to_owned(),
            placed: ctx.now(),
            review: new.review,
            reviewed: None,
            released: None,
        };
        name_event(event, &row);
        tx.insert_hold(&row)?;
        let waiting = requests::hold_back(tx, &row)?;
        Ok(Placed { hold: row, waiting })
    })
}

/// Somebody looked and the hold is still needed: until when the next look is due.
pub fn review(ctx: &Context, id: &str, (next, ceiling): (Time, Time)) -> Result<Changed<HoldRow>> {
    require_review(ctx.now(), (next, ceiling))?;
    let event = Event::new("hold.review")
        .severity(Severity::Low)
        .field("due", seconds_text(next));
    audit::change(ctx, event, |tx, event| {
        let mut row = find_in_force(tx, id)?;
        name_event(event, &row);
        tx.review_hold(&row.id, next, ctx.now())?;
        row.review = next;
        row.reviewed = Some(ctx.now());
        Ok(row)
    })
}

/// Releases a hold. What waited for it and is held by nothing else may go on, by `then` in the same transaction; the
/// clock of a request never stood.
pub fn release_then(
    ctx: &Context,
    id: &str,
    then: impl FnOnce(&Tx<'_>, &mut Batch<'_>, &[String]) -> Result<()>,
) -> Result<Changed<Placed>> {
    let event = Event::new("hold.release").severity(Severity::Medium);
    audit::change_many(ctx, event, |tx, batch| {
        let mut row = find_in_force(tx, id)?;
        name_event(&mut batch.event, &row);
        batch.event.set("what", row.classes.clone());
        tx.release_hold(&row, ctx.now())?;
        row.released = Some(ctx.now());
        let waiting = requests::let_go(tx, &row)?;
        let event = batch.record(tx)?;
        then(tx, batch, &waiting)?;
        let value = Placed { hold: row, waiting };
        Ok(Changed { value, event })
    })
}

/// For tests in which nothing waits for the hold.
#[cfg(test)]
pub fn release(ctx: &Context, id: &str) -> Result<Changed<Placed>> {
    release_then(ctx, id, |_, _, _| Ok(()))
}

/// A hold for ever is none: somebody must look again.
fn require_review(now: Time, (review, ceiling): (Time, Time)) -> Result<()> {
    if review <= now {
        return Err(Error::usage("the next review lies in the past"));
    }
    if review <= ceiling {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the next review lies beyond {}",
        seconds_text(ceiling)
    ))
    .hint("review it then, and say again that it is needed; `holds.review` in the configuration is the longest time"))
}

fn require_text<'a>(what: &str, typed: &'a str) -> Result<&'a str> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Error::usage(format!("the {what} of a hold is empty")));
    }
    if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
        return Err(Error::usage(format!(
            "the {what} of a hold has at most {LONGEST} characters and no control characters"
        )));
    }
    Ok(text)
}

fn words(classes: &BTreeSet<Class>) -> Vec<String> {
    let mut words: Vec<String> = classes
        .iter()
        .map(|class| class.as_str().to_owned())
        .collect();
    words.sort_unstable();
    words
}

/// Id and name of the account; accounts stand above holds, so that it is looked up by itself.
fn find_account(tx: &Tx<'_>, named: &str) -> Result<(String, String)> {
    match tx.find_account(named)? {
        Some(row) => Ok((row.id, row.name)),
        None => Err(
            Error::not_found(format!("there is no account `{}`", safe(named)))
                .hint("see `optimactl account list`"),
        ),
    }
}

fn fresh_id(ctx: &Context, tx: &Tx<'_>) -> Result<String> {
    loop {
        let id = ctx.random.id("hld")?;
        if tx.hold(&id)?.is_none() {
            return Ok(id);
        }
    }
}

fn find(tx: &Tx<'_>, id: &str) -> Result<HoldRow> {
    tx.hold(id)?.ok_or_else(|| {
        Error::not_found(format!("there is no hold `{}`", safe(id)))
            .hint("see `optimactl hold list --all`")
    })
}

fn find_in_force(tx: &Tx<'_>, id: &str) -> Result<HoldRow> {
    let row = find(tx, id)?;
    match row.released {
        None => Ok(row),
        Some(at) => Err(Error::conflict(format!(
            "the hold {} was released on {}",
            row.id,
            seconds_text(at)
        ))
        .hint("place a new one with `optimactl hold place`")),
    }
}

fn name_event(event: &mut Event, row: &HoldRow) {
    event.set("hold", row.id.as_str());
    event.set_target(row.subject.as_ref().unwrap_or(&row.id));
}

//! Asking holders to change their passwords, one or a million of them: after an incident, or where the rules got
//! stricter. The password stays valid until the date.

use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::base::id::is_id;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::{Context, account, role};
use crate::store::Tx;

/// Up to so many accounts get an event each; beyond, one event tells of all.
const EACH: usize = 1000;

/// What is asked for.
pub struct Demand {
    pub by: Time,
    pub sessions: Sessions,
    /// How the accounts were chosen, for the event that tells of many.
    pub chosen: String,
}

/// What becomes of open sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sessions {
    Keep,
    Revoke,
}

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demanded {
    /// Accounts whose password must be changed by the date now.
    pub changed: u64,
    /// Those that had to change it by then or sooner already.
    pub already: u64,
    /// Those without a password.
    pub without: u64,
    /// Sessions that were revoked.
    pub sessions: usize,
    /// The last event.
    pub event: Option<u64>,
}

/// Asks the holders of `who` to change their passwords: all of them or none, and the last administrator stays.
pub fn require_change(ctx: &Context, who: &[String], demand: &Demand) -> Result<Demanded> {
    let event = Event::new("password.require-change")
        .severity(Severity::High)
        .field("until", seconds_text(demand.by));
    let each = who.len() <= EACH;
    audit::change_many(ctx, event, |tx, batch| {
        let now = ctx.now();
        let before = role::administrators(tx, now)?;
        let mut done = Demanded::default();
        for who in who {
            let id = id_of(tx, who)?;
            if each {
                batch.event.set_target(&id);
            }
            let changed = one(tx, &id, demand, (&mut done, now))?;
            if each {
                batch.event.set("changed", changed);
                done.event = batch.record(tx)?;
            }
        }
        if !each {
            batch.event.set("count", who.len());
            batch.event.set_personal("chosen", demand.chosen.as_str());
            batch.event.set("changed", done.changed);
            done.event = batch.record(tx)?;
        }
        role::guard(tx, now, before)?;
        Ok(done)
    })
}

/// What was chosen by a filter comes as an id: a million of them are not looked up by name again.
fn id_of(tx: &Tx<'_>, who: &str) -> Result<String> {
    if is_id("acc", who) {
        return Ok(who.to_owned());
    }
    Ok(account::find(tx, who)?.id)
}

fn one(tx: &Tx<'_>, id: &str, demand: &Demand, so_far: (&mut Demanded, Time)) -> Result<bool> {
    let (done, now) = so_far;
    if demand.sessions == Sessions::Revoke {
        done.sessions += tx.revoke_sessions(id, None, "password-changed", now)?;
    }
    if tx.require_change(id, demand.by)? {
        done.changed += 1;
        return Ok(true);
    }
    if tx.has_password(id)? {
        done.already += 1;
    } else {
        // An id that nobody has is a mistake; an account without a password has nothing to change.
        account::find(tx, id)?;
        done.without += 1;
    }
    Ok(false)
}

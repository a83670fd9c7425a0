//! What a platform tells: a sign-in that it keeps open, or that it saw one again. Told twice under one key, it
//! is one session; one that ended never opens again.

use std::net::IpAddr;

use chrono::TimeDelta;

use super::{State, digest};
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::crypto::secret::SecretText;
use crate::domain::account::{self, State as Standing};
use crate::domain::audit::{self, Batch, Event};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::session::SessionRow;

/// What is kept of a user agent, in bytes: a longer one must not keep a sign-in from being recorded.
const LONGEST_AGENT: usize = 1024;
/// By how much a platform's clock may be ahead.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// One sign-in, as it is told.
pub struct Told {
    /// Name, e-mail address or id.
    pub account: String,
    /// The platform's own name for the session.
    pub key: Option<SecretText>,
    pub ip: Option<IpAddr>,
    pub user_agent: Option<String>,
    /// When it was seen; none: now.
    pub time: Option<Time>,
    /// None: as long as the settings say, from its beginning.
    pub expires: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    /// It was known; what was seen of it is new.
    Seen,
    /// It was known and has ended: nothing changed.
    Ended(State),
}

/// The session that was meant.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub row: SessionRow,
    pub outcome: Outcome,
    pub event: Option<u64>,
}

/// What to do with a line that cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// Record nothing at all.
    Stop,
    Skip,
}

/// What became of one line of many.
#[derive(Debug)]
pub struct Line {
    pub number: usize,
    pub outcome: Result<Outcome>,
}

/// Records one sign-in. Only a new session is an event: what is seen again would flood the log.
pub fn record(ctx: &Context, told: &Told, ttl: Period) -> Result<Recorded> {
    audit::change_many(ctx, Event::new("session.record"), |tx, batch| {
        put(ctx, tx, batch, (told, ttl))
    })
}

/// Records many in one transaction. A line that is an error already is treated like one that cannot be recorded.
pub fn record_all(
    ctx: &Context,
    lines: Vec<(usize, Result<Told>)>,
    ttl: Period,
    on_error: OnError,
) -> Result<Vec<Line>> {
    audit::change_many(ctx, Event::new("session.record"), |tx, batch| {
        let mut done = vec![];
        for (number, told) in lines {
            let outcome = told
                .and_then(|told| put(ctx, tx, batch, (&told, ttl)))
                .map(|recorded| recorded.outcome);
            match outcome {
                Err(error) if on_error == OnError::Stop || !is_of_line(error.kind) => {
                    return Err(at_line(number, error));
                }
                outcome => done.push(Line { number, outcome }),
            }
        }
        Ok(done)
    })
}

/// Whether a failure is about what the line says. Anything else ends the whole.
const fn is_of_line(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Usage | Kind::NotFound | Kind::Barred | Kind::Conflict
    )
}

fn at_line(number: usize, mut error: Error) -> Error {
    error.message = format!("line {number}: {}", error.message);
    error
}

/// Writes one session; all its checks come before anything is written.
fn put(
    ctx: &Context,
    tx: &Tx<'_>,
    batch: &mut Batch<'_>,
    (told, ttl): (&Told, Period),
) -> Result<Recorded> {
    let now = ctx.now();
    let owner = account::find(tx, &told.account)?;
    batch.event.set_target(&owner.id);
    let seen = told.time.unwrap_or(now);
    if seen > now + AHEAD {
        return Err(Error::usage("the time of a session lies in the future"));
    }
    let expires = told.expires.unwrap_or_else(|| ttl.after(seen));
    if expires <= seen {
        return Err(Error::usage("a session ends after it begins"));
    }
    let key = told.key.as_ref().map(|key| digest(ctx, key)).transpose()?;
    let known = key
        .map(|key| tx.session_of_key(&key))
        .transpose()?
        .flatten();
    if let Some(row) = known {
        if row.account != owner.id {
            return Err(
                Error::conflict("the session with this key belongs to another account")
                    .hint("a platform gives every session a key of its own"),
            );
        }
        return see_again(tx, row, told, now);
    }
    if Standing::of(&owner, now) != Standing::Enabled {
        return Err(Error::new(
            Kind::Barred,
            format!(
                "the account `{}` is {}",
                safe(&owner.name),
                Standing::of(&owner, now).as_str()
            ),
        )
        .hint("do not open the session"));
    }
    let row = SessionRow {
        id: ctx.random.id("ses")?,
        account: owner.id,
        name: owner.name,
        ip: told.ip.map(|ip| ip.to_canonical().to_string()),
        user_agent: told.user_agent.as_deref().map(agent),
        created: seen,
        seen,
        expires,
        revoked: None,
        why: None,
    };
    tx.insert_session(&row, key.as_ref())?;
    if owner.last_sign_in.is_none_or(|last| last < seen) {
        tx.note_sign_in(&row.account, seen)?;
    }
    describe(&mut batch.event, &row);
    let event = batch.record(tx)?;
    Ok(Recorded {
        row,
        outcome: Outcome::New,
        event,
    })
}

fn describe(event: &mut Event, row: &SessionRow) {
    event.set("session", row.id.as_str());
    if let Some(ip) = &row.ip {
        event.set_personal("ip", ip.as_str());
    }
    if let Some(user_agent) = &row.user_agent {
        event.set_personal("user_agent", user_agent.as_str());
    }
}

/// A known session: what is told newly replaces what was known, unless it comes late.
fn see_again(tx: &Tx<'_>, mut row: SessionRow, told: &Told, now: Time) -> Result<Recorded> {
    let state = State::of(&row, now);
    if state != State::Open {
        return Ok(Recorded {
            row,
            outcome: Outcome::Ended(state),
            event: None,
        });
    }
    let seen = told.time.unwrap_or(now);
    if seen >= row.seen {
        row.seen = seen;
        row.ip = told.ip.map(|ip| ip.to_canonical().to_string()).or(row.ip);
        row.user_agent = told.user_agent.as_deref().map(agent).or(row.user_agent);
        row.expires = told.expires.unwrap_or(row.expires);
        tx.touch_session(&row)?;
    }
    Ok(Recorded {
        row,
        outcome: Outcome::Seen,
        event: None,
    })
}

/// A user agent as it is kept: bounded, control characters escaped, so that no reader of it can be steered.
fn agent(told: &str) -> String {
    let mut end = told.len().min(LONGEST_AGENT);
    while !told.is_char_boundary(end) {
        end -= 1;
    }
    safe(told.get(..end).unwrap_or_default())
}

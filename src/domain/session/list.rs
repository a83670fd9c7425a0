//! Looking at sessions. Addresses and programs are personal: every look is recorded before they are shown.

use super::State;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::filter::{self, Field, Filter, Form, Found};
use crate::store::account::Going;
use crate::store::session::{Behind, SessionRow};

/// What a list of sessions can show, and be filtered by.
pub const FIELDS: &[Field<SessionRow>] = &[
    of("id", Form::Text, |row, _| Found::Text(row.id.clone())),
    of("account", Form::Text, |row, _| {
        Found::Text(row.name.clone())
    }),
    of("account_id", Form::Text, |row, _| {
        Found::Text(row.account.clone())
    }),
    of(
        "state",
        Form::Word(&["open", "expired", "revoked"]),
        |row, now| Found::text(Some(State::of(row, now).as_str())),
    ),
    of("ip", Form::Text, |row, _| Found::text(row.ip.as_deref())),
    of("user_agent", Form::Text, |row, _| {
        Found::text(row.user_agent.as_deref())
    }),
    of("created", Form::Time, |row, _| {
        Found::time(row.created.into())
    }),
    of("seen", Form::Time, |row, _| Found::time(row.seen.into())),
    of("expires", Form::Time, |row, _| {
        Found::time(row.expires.into())
    }),
    of("revoked", Form::Time, |row, _| Found::time(row.revoked)),
    of("why", Form::Text, |row, _| Found::text(row.why.as_deref())),
];

const fn of(
    name: &'static str,
    form: Form,
    get: fn(&SessionRow, Time) -> Found,
) -> Field<SessionRow> {
    Field { name, form, get }
}

/// The field with this name.
pub fn field(name: &str) -> Result<&'static Field<SessionRow>> {
    filter::field(name, FIELDS)
}

/// What to list, newest first.
#[derive(Default)]
pub struct Query {
    /// Of this account only.
    pub account: Option<String>,
    pub filter: Option<Filter<SessionRow>>,
    /// As typed, for the event.
    pub typed: Option<String>,
    /// Also those that ended.
    pub ended: bool,
    /// Begin behind this session.
    pub after: Option<String>,
    pub limit: Option<u64>,
}

/// Hands over the sessions of a list. The look is recorded first, so that it is even when it breaks off.
pub fn each(
    ctx: &Context,
    query: &Query,
    see: impl FnMut(&SessionRow) -> Result<Going>,
) -> Result<()> {
    let mut event = Event::new("session.list");
    if let Some(typed) = &query.typed {
        event.set_personal("filter", typed.as_str());
    }
    audit::read(ctx, event, |tx, event| {
        if let Some(who) = &query.account {
            event.set_target(account::find(tx, who)?.id);
        }
        Ok(())
    })?;
    walk(ctx, query, see)
}

fn walk(
    ctx: &Context,
    query: &Query,
    mut see: impl FnMut(&SessionRow) -> Result<Going>,
) -> Result<()> {
    let mut left = query.limit.unwrap_or(u64::MAX);
    if left == 0 {
        return Ok(());
    }
    let now = ctx.now();
    ctx.store.read(|tx| {
        let account = match &query.account {
            Some(who) => Some(account::find(tx, who)?.id),
            None => None,
        };
        let behind = match &query.after {
            Some(id) => {
                let row = tx.session(id)?.ok_or_else(|| unknown(id))?;
                Behind::row(row.created, &row.id)
            }
            None => Behind::START,
        };
        tx.each_session(account.as_deref(), &behind, |row| {
            let wanted = (query.ended || State::of(&row, now) == State::Open)
                && query
                    .filter
                    .as_ref()
                    .is_none_or(|filter| filter.matches(&row));
            if !wanted {
                return Ok(Going::On);
            }
            left -= 1;
            match see(&row)? {
                Going::On if left > 0 => Ok(Going::On),
                _ => Ok(Going::Enough),
            }
        })
    })
}

/// The ids of the open sessions that a query matches, for a verb that asks before it acts.
pub fn pick(ctx: &Context, query: &Query) -> Result<Vec<String>> {
    let mut found = vec![];
    walk(ctx, query, |row| {
        found.push(row.id.clone());
        Ok(Going::On)
    })?;
    Ok(found)
}

pub(super) fn unknown(id: &str) -> Error {
    Error::not_found(format!("there is no session `{}`", safe(id)))
        .hint("see `optimactl session list --all`")
}

/// How many sessions of an account are open.
pub fn count_open(ctx: &Context, account: &str) -> Result<u64> {
    ctx.store
        .read(|tx| tx.count_open_sessions(account, ctx.now()))
}

/// Deletes the sessions that ended longer than `keep` ago: nobody needs to know for ever from where somebody
/// signed in (GDPR Art. 5(1)(e)).
pub fn purge(ctx: &Context, keep: Period) -> Result<Changed<usize>> {
    let event = Event::new("session.purge").severity(Severity::Low);
    audit::change(ctx, event, |tx, event| {
        let gone = tx.purge_sessions(keep.before(ctx.now()))?;
        event.set("count", gone);
        Ok(gone)
    })
}

//! Looking at sessions. Addresses and programs are personal: every look is recorded before they are shown.

use super::State;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::belongings::Belonging;
use crate::domain::context::Context;
use crate::domain::filter::{Field, Form, Found};
use crate::store::Tx;
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

impl Belonging for SessionRow {
    const LOOK: &'static str = "session.list";

    fn id(&self) -> &str {
        &self.id
    }

    fn created(&self) -> Time {
        self.created
    }

    fn is_live(&self, now: Time) -> bool {
        State::of(self, now) == State::Open
    }

    fn find(tx: &Tx<'_>, id: &str) -> Result<Self> {
        tx.session(id)?.ok_or_else(|| unknown(id))
    }

    fn each(
        tx: &Tx<'_>,
        account: Option<&str>,
        behind: &Behind,
        see: impl FnMut(Self) -> Result<Going>,
    ) -> Result<()> {
        tx.each_session(account, behind, see)
    }
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

/// What a purge deleted, and what it left because it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purged {
    pub gone: usize,
    pub held: usize,
}

/// Deletes the sessions that ended longer than `keep` ago: nobody needs to know for ever from where somebody
/// signed in (GDPR Art. 5(1)(e)). What is held stays.
pub fn purge(ctx: &Context, keep: Period) -> Result<Changed<Purged>> {
    let event = Event::new("session.purge").severity(Severity::Low);
    audit::change(ctx, event, |tx, event| {
        let (gone, held) = tx.purge_sessions(keep.before(ctx.now()))?;
        event.set("count", gone);
        if held > 0 {
            event.set("held", held);
        }
        Ok(Purged { gone, held })
    })
}

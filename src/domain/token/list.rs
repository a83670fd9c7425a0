//! Looking at tokens: which there are, what they are for, when they end. The tokens themselves nobody can see
//! again.

use super::{State, unknown};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::domain::account;
use crate::domain::audit::{self, Event};
use crate::domain::context::Context;
use crate::domain::filter::{self, Field, Filter, Form, Found};
use crate::store::account::Going;
use crate::store::session::Behind;
use crate::store::token::TokenRow;

/// What a list of tokens can show, and be filtered by.
pub const FIELDS: &[Field<TokenRow>] = &[
    of("id", Form::Text, |row, _| Found::Text(row.id.clone())),
    of("account", Form::Text, |row, _| {
        Found::Text(row.account_name.clone())
    }),
    of("account_id", Form::Text, |row, _| {
        Found::Text(row.account.clone())
    }),
    of("kind", Form::Word(&["person", "service"]), |row, _| {
        Found::Text(row.kind.clone())
    }),
    of("name", Form::Text, |row, _| Found::Text(row.name.clone())),
    of("scopes", Form::Text, |row, _| {
        Found::Many(row.scopes.clone())
    }),
    of(
        "state",
        Form::Word(&["active", "rotated", "expired", "revoked"]),
        |row, now| Found::text(Some(State::of(row, now).as_str())),
    ),
    of("created", Form::Time, |row, _| {
        Found::time(row.created.into())
    }),
    of("expires", Form::Time, |row, _| Found::time(row.expires)),
    of("last_used", Form::Time, |row, _| Found::time(row.last_used)),
    of("refused", Form::Time, |row, _| Found::time(row.refused)),
    of("replaced_by", Form::Text, |row, _| {
        Found::text(row.replaced_by.as_deref())
    }),
    of("revoked", Form::Time, |row, _| Found::time(row.revoked)),
    of("why", Form::Text, |row, _| Found::text(row.why.as_deref())),
];

const fn of(name: &'static str, form: Form, get: fn(&TokenRow, Time) -> Found) -> Field<TokenRow> {
    Field { name, form, get }
}

/// The field with this name.
pub fn field(name: &str) -> Result<&'static Field<TokenRow>> {
    filter::field(name, FIELDS)
}

/// What to list, newest first.
#[derive(Default)]
pub struct Query {
    /// Of this account only.
    pub account: Option<String>,
    pub filter: Option<Filter<TokenRow>>,
    /// As typed, for the event.
    pub typed: Option<String>,
    /// Also those that are expired or revoked.
    pub ended: bool,
    /// Begin behind this token.
    pub after: Option<String>,
    pub limit: Option<u64>,
}

/// Hands over the tokens of a list. The look is recorded first.
pub fn each(
    ctx: &Context,
    query: &Query,
    see: impl FnMut(&TokenRow) -> Result<Going>,
) -> Result<()> {
    let mut event = Event::new("token.list");
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
    mut see: impl FnMut(&TokenRow) -> Result<Going>,
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
                let row = tx.token(id)?.ok_or_else(|| unknown(id))?;
                Behind::row(row.created, &row.id)
            }
            None => Behind::START,
        };
        tx.each_token(account.as_deref(), &behind, |row| {
            let wanted = (query.ended || State::of(&row, now).works())
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

/// Id and name of the working tokens that a query matches, for a verb that asks before it acts.
pub fn pick(ctx: &Context, query: &Query) -> Result<Vec<String>> {
    let mut found = vec![];
    walk(ctx, query, |row| {
        found.push(row.id.clone());
        Ok(Going::On)
    })?;
    Ok(found)
}

/// A token with both ends of its chain.
#[derive(Clone, Debug)]
pub struct Shown {
    pub row: TokenRow,
    pub state: State,
    /// The token in whose place it stands.
    pub replaces: Option<String>,
}

/// Looks at one token.
pub fn show(ctx: &Context, id: &str) -> Result<Shown> {
    audit::read(ctx, Event::new("token.show"), |tx, event| {
        let row = tx.token(id)?.ok_or_else(|| unknown(id))?;
        event.set_target(&row.account);
        event.set("token", row.id.as_str());
        Ok(Shown {
            state: State::of(&row, ctx.now()),
            replaces: tx.token_before(&row.id)?,
            row,
        })
    })
}

/// How many tokens of an account work.
pub fn count_live(ctx: &Context, account: &str) -> Result<u64> {
    ctx.store
        .read(|tx| tx.count_live_tokens(account, ctx.now()))
}

/// The tokens that end within a period and have none in their place, the next first: what `status` tells.
pub fn expiring(ctx: &Context, within: Period) -> Result<Vec<TokenRow>> {
    let now = ctx.now();
    ctx.store
        .read(|tx| tx.tokens_ending(now, within.after(now)))
}

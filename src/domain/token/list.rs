//! Looking at tokens: which there are, what they are for, when they end. The tokens themselves nobody can see
//! again.

use super::{State, unknown};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::domain::audit::{self, Event};
use crate::domain::belongings::Belonging;
use crate::domain::context::Context;
use crate::domain::filter::{Field, Form, Found};
use crate::store::Tx;
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

impl Belonging for TokenRow {
    const LOOK: &'static str = "token.list";

    fn id(&self) -> &str {
        &self.id
    }

    fn created(&self) -> Time {
        self.created
    }

    fn is_live(&self, now: Time) -> bool {
        State::of(self, now).works()
    }

    fn find(tx: &Tx<'_>, id: &str) -> Result<Self> {
        tx.token(id)?.ok_or_else(|| unknown(id))
    }

    fn each(
        tx: &Tx<'_>,
        account: Option<&str>,
        behind: &Behind,
        see: impl FnMut(Self) -> Result<Going>,
    ) -> Result<()> {
        tx.each_token(account, behind, see)
    }
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

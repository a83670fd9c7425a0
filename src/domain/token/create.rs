//! Giving out a token.

use super::form::Secret;
use super::scope::{self, Scope};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::name::Label;
use crate::base::text::safe;
use crate::domain::account::{self, State as Standing};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::notice;
use crate::store::Tx;
use crate::store::account::{AccountKind, AccountRow};
use crate::store::token::TokenRow;

/// How many working tokens one account may have: a script that makes one at every run shall be noticed.
pub const MOST: u64 = 50;

/// When a token ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    At(Time),
    /// Only for services, and with a reason.
    Never,
}

impl Expiry {
    pub const fn time(self) -> Option<Time> {
        match self {
            Self::At(time) => Some(time),
            Self::Never => None,
        }
    }
}

pub struct NewToken {
    /// Name, e-mail address or id.
    pub account: String,
    pub name: Label,
    pub scopes: Vec<Scope>,
    pub expiry: Expiry,
}

/// A token that was given out.
pub struct Made {
    pub row: TokenRow,
    pub secret: Secret,
}

/// Makes a token. Its clear form is in the answer and nowhere else.
pub fn create(ctx: &Context, new: &NewToken) -> Result<Changed<Made>> {
    let event = Event::new("token.create").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let owner = account::find(tx, &new.account)?;
        event.set_target(&owner.id);
        may_have(&owner, new.expiry, ctx)?;
        if tx.count_live_tokens(&owner.id, now)? >= MOST {
            return Err(Error::refused(format!(
                "the account `{}` has {MOST} working tokens already",
                safe(&owner.name)
            ))
            .hint("revoke those that nobody needs: `optimactl token list`"));
        }
        if tx.has_token_named(&owner.id, new.name.as_str(), now)? {
            return Err(Error::conflict(format!(
                "the account `{}` has a working token `{}` already",
                safe(&owner.name),
                safe(new.name.as_str())
            ))
            .hint("replace it with `optimactl token rotate`, or take another name"));
        }
        let asked = (new.name.as_str(), scope::sorted(&new.scopes)?, new.expiry);
        let made = insert(ctx, tx, &owner, asked)?;
        describe(event, &made.row);
        Ok(made)
    })
}

/// Whether the account may get a token that ends then.
pub(super) fn may_have(owner: &AccountRow, expiry: Expiry, ctx: &Context) -> Result<()> {
    let standing = Standing::of(owner, ctx.now());
    if standing != Standing::Enabled {
        return Err(Error::refused(format!(
            "the account `{}` is {}",
            safe(&owner.name),
            standing.as_str()
        )));
    }
    if expiry != Expiry::Never {
        return Ok(());
    }
    if owner.kind == AccountKind::Person {
        return Err(Error::refused("a person's token cannot be without an end")
            .hint("give a period, or make an account with `--kind service` for a program"));
    }
    if ctx.caller.reason.is_none() {
        return Err(Error::refused("a token without an end needs a reason")
            .hint("give it with `--reason TEXT`"));
    }
    Ok(())
}

/// Writes a fresh token for an account, and tells a person.
pub(super) fn insert(
    ctx: &Context,
    tx: &Tx<'_>,
    owner: &AccountRow,
    (name, scopes, expiry): (&str, Vec<String>, Expiry),
) -> Result<Made> {
    let secret = Secret::new(&ctx.random)?;
    let row = TokenRow {
        id: ctx.random.id("tok")?,
        account: owner.id.clone(),
        account_name: owner.name.clone(),
        kind: owner.kind.as_str().to_owned(),
        name: name.to_owned(),
        scopes,
        created: ctx.now(),
        expires: expiry.time(),
        last_used: None,
        refused: None,
        replaced_by: None,
        revoked: None,
        why: None,
    };
    tx.insert_token(&row, &secret.digest())?;
    if owner.kind == AccountKind::Person {
        notice::queue(ctx, tx, &owner.id, notice::Kind::TokenNew)?;
    }
    Ok(Made { row, secret })
}

pub(super) fn describe(event: &mut Event, row: &TokenRow) {
    event.set("token", row.id.as_str());
    event.set("scopes", row.scopes.clone());
    event.set(
        "expires",
        row.expires.map_or("never".to_owned(), seconds_text),
    );
    event.set_personal("token_name", row.name.as_str());
}

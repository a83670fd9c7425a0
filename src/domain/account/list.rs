//! Looking at accounts: one, a filtered list, or those that a verb is for. Each look that shows personal values
//! is recorded before they are shown.

use super::State;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::domain::Context;
use crate::domain::audit::{self, Event};
use crate::domain::filter::{self, Field, Filter, Form, Found};
use crate::store::account::{AccountOrder, AccountRow, Going};

/// What a list of accounts can show, and be filtered by.
pub const FIELDS: &[Field<AccountRow>] = &[
    field("id", Form::Text, |row, _| Found::Text(row.id.clone())),
    field("name", Form::Text, |row, _| Found::Text(row.name.clone())),
    field("email", Form::Text, |row, _| {
        Found::text(row.email.as_deref())
    }),
    field("display_name", Form::Text, |row, _| {
        Found::text(row.display_name.as_deref())
    }),
    field("kind", Form::Word(&["person", "service"]), |row, _| {
        Found::text(Some(row.kind.as_str()))
    }),
    field("state", Form::Word(STATES), |row, now| {
        Found::text(Some(State::of(row, now).as_str()))
    }),
    field("roles", Form::Text, |row, _| Found::Many(row.roles.clone())),
    field("role", Form::Text, |row, _| Found::Many(row.roles.clone())),
    field("region", Form::Text, |row, _| {
        Found::text(row.region.as_deref())
    }),
    field(
        "password",
        Form::Word(&["set", "code", "none"]),
        |row, now| Found::text(Some(sign_in_way(row, now))),
    ),
    field("2fa", Form::Word(&["totp", "none"]), |row, _| {
        Found::text(Some(if row.factors > 0 { "totp" } else { "none" }))
    }),
    field("last_sign_in", Form::Time, |row, _| {
        Found::time(row.last_sign_in)
    }),
    field("last_login", Form::Time, |row, _| {
        Found::time(row.last_sign_in)
    }),
    field("created", Form::Time, |row, _| {
        Found::time(row.created.into())
    }),
    field("changed", Form::Time, |row, _| {
        Found::time(row.changed.into())
    }),
    field("expires", Form::Time, |row, _| Found::time(row.expires)),
    field("disabled", Form::Time, |row, _| Found::time(row.disabled)),
    field("locked_until", Form::Time, |row, now| {
        Found::time(row.locked_until.filter(|until| *until > now))
    }),
    field("removed", Form::Time, |row, _| Found::time(row.removed)),
];

/// Other words for fields, for filters: what is shown bears the second name.
const SAME: [(&str, &str); 2] = [("role", "roles"), ("last_login", "last_sign_in")];

/// The field with this name, under the one name that lists show.
pub fn shown_field(name: &str) -> Result<&'static Field<AccountRow>> {
    let named = filter::field(name, FIELDS)?;
    match SAME.iter().find(|(other, _)| *other == named.name) {
        Some((_, shown)) => filter::field(shown, FIELDS),
        None => Ok(named),
    }
}

/// Every field that a list can show, each once.
pub fn shown_fields() -> impl Iterator<Item = &'static Field<AccountRow>> {
    let once = |field: &&Field<AccountRow>| SAME.iter().all(|(other, _)| *other != field.name);
    FIELDS.iter().filter(once)
}

const STATES: &[&str] = &["enabled", "locked", "expired", "disabled", "removed"];

const fn field(
    name: &'static str,
    form: Form,
    get: fn(&AccountRow, Time) -> Found,
) -> Field<AccountRow> {
    Field { name, form, get }
}

/// `set`, `code` (an unused invitation or reset can set one), `none`.
fn sign_in_way(row: &AccountRow, now: Time) -> &'static str {
    match (row.password_set, row.code_until.filter(|end| *end > now)) {
        (Some(_), _) => "set",
        (None, Some(_)) => "code",
        (None, None) => "none",
    }
}

/// Whether removed accounts are in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Removed {
    #[default]
    Hidden,
    Included,
}

/// What to list.
#[derive(Default)]
pub struct Query {
    pub filter: Option<Filter<AccountRow>>,
    /// As typed, for the event.
    pub typed: Option<String>,
    pub order: AccountOrder,
    pub removed: Removed,
    /// Begin behind this account.
    pub after: Option<String>,
    pub limit: Option<u64>,
}

/// Hands over the accounts of a list. The look is recorded first, so that it is even when it breaks off.
pub fn each(
    ctx: &Context,
    query: &Query,
    mut see: impl FnMut(&AccountRow) -> Result<Going>,
) -> Result<()> {
    let mut event = Event::new("account.list");
    if let Some(typed) = &query.typed {
        event.set_personal("filter", typed.as_str());
    }
    audit::read(ctx, event, |_, _| Ok(()))?;
    let mut left = query.limit.unwrap_or(u64::MAX);
    if left == 0 {
        return Ok(());
    }
    ctx.store.read(|tx| {
        let mut skipped_to = match &query.after {
            Some(who) => Some(super::find(tx, who)?.id),
            None => None,
        };
        tx.each_account(query.order, |row| {
            if let Some(id) = &skipped_to {
                if *id == row.id {
                    skipped_to = None;
                }
                return Ok(Going::On);
            }
            if !wanted(query, &row) {
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

fn wanted(query: &Query, row: &AccountRow) -> bool {
    let visible = row.removed.is_none() || query.removed == Removed::Included;
    visible
        && query
            .filter
            .as_ref()
            .is_none_or(|filter| filter.matches(row))
}

/// Id and name of the accounts that a verb is for, at most `max` of them.
pub fn pick(ctx: &Context, query: &Query, max: Option<u64>) -> Result<Vec<(String, String)>> {
    let mut found = vec![];
    ctx.store.read(|tx| {
        tx.each_account(AccountOrder::Name, |row| {
            if wanted(query, &row) {
                found.push((row.id, row.name));
            }
            Ok(Going::On)
        })
    })?;
    let count = u64::try_from(found.len()).unwrap_or(u64::MAX);
    match max {
        Some(max) if count > max => Err(Error::refused(format!(
            "{count} accounts match, more than the {max} of `--max`"
        ))
        .hint("narrow the filter, or raise `--max`")),
        _ => Ok(found),
    }
}

/// One account as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    pub row: AccountRow,
    pub state: State,
    pub password: &'static str,
}

/// Looks at one account.
pub fn show(ctx: &Context, who: &str) -> Result<Shown> {
    audit::read(ctx, Event::new("account.show"), |tx, event| {
        let row = super::find(tx, who)?;
        event.set_target(&row.id);
        let now = ctx.now();
        let (state, password) = (State::of(&row, now), sign_in_way(&row, now));
        Ok(Shown {
            row,
            state,
            password,
        })
    })
}

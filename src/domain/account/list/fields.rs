//! What a list of accounts can show, and be filtered by.

use super::super::State;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::domain::filter::{self, Field, Form, Found};
use crate::store::account::{AccountRow, Listed};

pub const FIELDS: &[Field<Listed>] = &[
    field("id", Form::Text, |at, _| Found::Text(at.row.id.clone())),
    field("name", Form::Text, |at, _| Found::Text(at.row.name.clone())),
    field("email", Form::Text, |at, _| {
        Found::text(at.row.email.as_deref())
    }),
    field("display_name", Form::Text, |at, _| {
        Found::text(at.row.display_name.as_deref())
    }),
    field("kind", Form::Word(&["person", "service"]), |at, _| {
        Found::text(Some(at.row.kind.as_str()))
    }),
    field("state", Form::Word(STATES), |at, now| {
        Found::text(Some(State::of(&at.row, now).as_str()))
    }),
    field("roles", Form::Text, |at, _| {
        Found::Many(at.row.roles.clone())
    }),
    field("role", Form::Text, |at, _| {
        Found::Many(at.row.roles.clone())
    }),
    field("groups", Form::Text, |at, _| {
        Found::Many(at.row.groups.clone())
    }),
    field("group", Form::Text, |at, _| {
        Found::Many(at.row.groups.clone())
    }),
    field("region", Form::Text, |at, _| {
        Found::text(at.row.region.as_deref())
    }),
    field(
        "password",
        Form::Word(&["set", "code", "none"]),
        |at, now| Found::text(Some(sign_in_way(&at.row, now))),
    ),
    field("scheme", Form::Text, |at, _| Found::text(at.scheme)),
    field("require_change", Form::Time, |at, _| {
        Found::time(at.require_change)
    }),
    field("2fa", Form::Word(&["totp", "none"]), |at, _| {
        Found::text(Some(if at.row.factors > 0 { "totp" } else { "none" }))
    }),
    field("operator", Form::Number, |at, _| number(at.operator)),
    field("last_sign_in", Form::Time, |at, _| {
        Found::time(at.row.last_sign_in)
    }),
    field("last_login", Form::Time, |at, _| {
        Found::time(at.row.last_sign_in)
    }),
    field("created", Form::Time, |at, _| {
        Found::time(at.row.created.into())
    }),
    field("changed", Form::Time, |at, _| {
        Found::time(at.row.changed.into())
    }),
    field("imported", Form::Number, |at, _| number(at.row.imported)),
    field("expires", Form::Time, |at, _| Found::time(at.row.expires)),
    field("disabled", Form::Time, |at, _| Found::time(at.row.disabled)),
    field("locked_until", Form::Time, |at, now| {
        Found::time(at.row.locked_until.filter(|until| *until > now))
    }),
    field("removed", Form::Time, |at, _| Found::time(at.row.removed)),
];

/// Other words for fields, for filters: what is shown bears the second name.
const SAME: [(&str, &str); 3] = [
    ("role", "roles"),
    ("group", "groups"),
    ("last_login", "last_sign_in"),
];

const STATES: &[&str] = &[
    "enabled",
    "locked",
    "restricted",
    "expired",
    "disabled",
    "removed",
];

const fn field(name: &'static str, form: Form, get: fn(&Listed, Time) -> Found) -> Field<Listed> {
    Field { name, form, get }
}

fn number(number: Option<u64>) -> Found {
    let number = number.and_then(|number| i64::try_from(number).ok());
    number.map_or(Found::Nothing, Found::Number)
}

/// The field with this name, under the one name that lists show.
pub fn shown_field(name: &str) -> Result<&'static Field<Listed>> {
    let named = filter::field(name, FIELDS)?;
    match SAME.iter().find(|(other, _)| *other == named.name) {
        Some((_, shown)) => filter::field(shown, FIELDS),
        None => Ok(named),
    }
}

/// Every field that a list can show, each once.
pub fn shown_fields() -> impl Iterator<Item = &'static Field<Listed>> {
    let once = |field: &&Field<Listed>| SAME.iter().all(|(other, _)| *other != field.name);
    FIELDS.iter().filter(once)
}

/// `set`, `code` (an unused invitation or reset can set one), `none`.
pub(super) fn sign_in_way(row: &AccountRow, now: Time) -> &'static str {
    match (row.password_set, row.code_until.filter(|end| *end > now)) {
        (Some(_), _) => "set",
        (None, Some(_)) => "code",
        (None, None) => "none",
    }
}

//! Where a page of a list ends, as one word that the next call takes. It names the order, because the same place
//! means nothing in another one.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use crate::base::error::{Error, Result};
use crate::store::account::{AccountOrder, Direction, Place, PlaceKey, SortKey};

/// No name of an account holds a `:`, so this is never one.
const MARK: &str = "page:";

/// The orders, as they are typed.
const KEYS: [(&str, SortKey); 9] = [
    ("name", SortKey::Name),
    ("email", SortKey::Email),
    ("created", SortKey::Created),
    ("changed", SortKey::Changed),
    ("expires", SortKey::Expires),
    ("disabled", SortKey::Disabled),
    ("locked_until", SortKey::LockedUntil),
    ("removed", SortKey::Removed),
    ("last_sign_in", SortKey::LastSignIn),
];

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Text(String),
    Number(i64),
}

/// `last_sign_in`, `-created`, `created:desc`.
pub fn order(typed: &str) -> Result<AccountOrder> {
    let (name, direction) = match (typed.strip_prefix('-'), typed.split_once(':')) {
        (Some(name), _) | (None, Some((name, "desc"))) => (name, Direction::Descending),
        (None, Some((name, "asc"))) => (name, Direction::Ascending),
        (None, _) => (typed, Direction::Ascending),
    };
    let asked = match name.to_lowercase().replace('-', "_").as_str() {
        "last_login" => "last_sign_in".to_owned(),
        other => other.to_owned(),
    };
    let found = KEYS.iter().find(|(known, _)| *known == asked);
    let Some((_, by)) = found else {
        let names = KEYS.map(|(name, _)| name);
        let error = Error::usage(format!(
            "a list cannot be sorted by `{}`",
            crate::base::text::safe(typed)
        ));
        let near = crate::base::text::did_you_mean(&asked, names);
        return Err(error.hint(near.unwrap_or_else(|| {
            format!(
                "sort by {}; `-` before it or `:desc` behind it turns the order round",
                names.join(", ")
            )
        })));
    };
    Ok(AccountOrder { by: *by, direction })
}

/// The word for a place.
pub fn token(order: AccountOrder, place: &Place) -> Result<String> {
    let key = place.key.as_ref().map(|key| match key {
        PlaceKey::Text(text) => Key::Text(text.clone()),
        PlaceKey::Number(number) => Key::Number(*number),
    });
    let text = serde_json::to_vec(&(word(order), key, &place.id))
        .map_err(|error| Error::bug("a page does not serialize").because(error))?;
    Ok(format!("{MARK}{}", BASE64URL_NOPAD.encode(&text)))
}

/// The place that a word names; none: it is no such word, but an account.
pub(super) fn place(order: AccountOrder, typed: &str) -> Result<Option<Place>> {
    let Some(coded) = typed.strip_prefix(MARK) else {
        return Ok(None);
    };
    let damaged = || {
        Error::usage("the page after `--after` cannot be read")
            .hint("give `next` of the page before, whole, or the name of an account")
    };
    let bytes = BASE64URL_NOPAD
        .decode(coded.as_bytes())
        .map_err(|_| damaged())?;
    let (sorted, key, id): (String, Option<Key>, String) =
        serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    if sorted != word(order) {
        return Err(Error::usage(format!(
            "the page after `--after` belongs to a list that is sorted by `{}`",
            crate::base::text::safe(&sorted)
        ))
        .hint("give the same `--sort` and `--filter` as for the page before"));
    }
    let key = key.map(|key| match key {
        Key::Text(text) => PlaceKey::Text(text),
        Key::Number(number) => PlaceKey::Number(number),
    });
    Ok(Some(Place { key, id }))
}

fn word(order: AccountOrder) -> String {
    let name = KEYS
        .iter()
        .find(|(_, by)| *by == order.by)
        .map_or("name", |(name, _)| name);
    match order.direction {
        Direction::Ascending => name.to_owned(),
        Direction::Descending => format!("-{name}"),
    }
}

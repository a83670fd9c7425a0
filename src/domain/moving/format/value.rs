//! Single values of a row, under the rules of the store's own types: what is too long is refused before it is
//! looked at.

use super::draft::Keyed;
use super::fault::shown;
use super::when;
use crate::base::clock::Time;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::id::is_id;
use crate::base::name::{AccountName, Label, check_display_name};
use crate::base::text::folded;
use crate::store::account::AccountKind;

/// More roles or groups than that is no account.
const MOST_WORDS: usize = 100;

pub(super) fn name(value: &str) -> Result<Keyed> {
    let name = AccountName::new(cut(value, 512)?)?;
    let key = folded(name.as_str());
    if is_id("acc", &key) {
        return Err(Error::usage(format!(
            "`{}` has the form of an account's id and cannot be a name",
            shown(value)
        )));
    }
    Ok(Keyed {
        text: value.to_owned(),
        key,
    })
}

pub(super) fn email(value: &str) -> Result<Keyed> {
    let email = EmailAddress::new(cut(value, 254)?)?;
    let key = email.folded();
    // White space and quotes are refused there; what is not seen, here: it would make two of one address.
    if crate::base::text::safe(value) != value {
        return Err(Error::usage(format!(
            "`{}` is not an e-mail address: it contains a character that is not seen",
            shown(value)
        )));
    }
    Ok(Keyed {
        text: value.to_owned(),
        key,
    })
}

/// Refuses what is too long before it is looked at and shown.
fn cut(value: &str, most: usize) -> Result<&str> {
    if value.len() > most {
        return Err(Error::usage(format!(
            "`{}` is longer than {most} bytes",
            shown(value)
        )));
    }
    Ok(value)
}

pub(super) fn display_name(value: &str) -> Result<String> {
    let value = cut(value, 512)?;
    check_display_name(value)?;
    Ok(value.to_owned())
}

pub(super) fn kind(value: &str) -> Result<AccountKind> {
    match value.to_ascii_lowercase().as_str() {
        "person" | "user" => Ok(AccountKind::Person),
        "service" => Ok(AccountKind::Service),
        _ => Err(Error::usage(format!("`{}` is no kind", shown(value)))
            .hint("accepted: `person`, `service`")),
    }
}

pub(super) fn time(value: &str) -> Result<Time> {
    when::read(value).ok_or_else(|| {
        Error::usage(format!("`{}` is not a time", shown(value))).hint(
            "accepted: RFC 3339, `2026-03-05`, `2026-03-05 14:30:00` (UTC), seconds since 1970",
        )
    })
}

pub(super) fn truth(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "t" | "1" => Some(true),
        "false" | "no" | "n" | "f" | "0" => Some(false),
        _ => None,
    }
}

pub(super) fn not_truth(value: &str) -> Error {
    Error::usage(format!("`{}` is neither yes nor no", shown(value)))
        .hint("accepted: `true`, `false`, `yes`, `no`, `1`, `0`")
}

/// Adds names that are separated by spaces, commas, semicolons or bars.
pub(super) fn words(to: &mut Vec<String>, value: &str, what: &str) -> Result<()> {
    for word in value
        .split([' ', ',', ';', '|'])
        .filter(|word| !word.is_empty())
    {
        let label = Label::new(word, what)?;
        if to.iter().any(|known| known == label.as_str()) {
            continue;
        }
        if to.len() >= MOST_WORDS {
            return Err(Error::usage(format!("more than {MOST_WORDS} of them")));
        }
        to.push(label.as_str().to_owned());
    }
    Ok(())
}

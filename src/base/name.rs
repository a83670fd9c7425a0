//! Names that operators choose: accounts, roles, unlockers, stores.

use super::error::{Error, Result};
use super::text::{folded, safe};

/// An account's name: stored as given, unique by its folded form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName(String);

impl AccountName {
    pub fn new(text: &str) -> Result<Self> {
        check(text, "an account name").map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

/// A name to be shown and not to be found by: any text that shows what it is.
pub fn check_display_name(text: &str) -> Result<()> {
    if safe(text) == text {
        return Ok(());
    }
    Err(Error::usage(format!(
        "`{}` cannot be a display name: control characters and invisible ones are not allowed",
        safe(text)
    )))
}

/// A short name in lower-case ASCII: roles, unlockers, stores. Safe in a file name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    pub fn new(text: &str, what: &str) -> Result<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
        let first = text
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric());
        if first && text.len() <= 40 && text.chars().all(fits) {
            return Ok(Self(text.to_owned()));
        }
        Err(Error::usage(format!("`{}` cannot be {what}", safe(text)))
            .hint("use 1 to 40 of a–z, 0–9, `-` and `_`, a letter or digit first"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// At most 128 characters, no control or invisible ones, no `:` (other programs separate by it), no `-` or
/// space at the start.
fn check(text: &str, what: &str) -> Result<String> {
    let wrong = |why: &str| Error::usage(format!("`{}` cannot be {what}: {why}", safe(text)));
    if text.is_empty() {
        return Err(wrong("it is empty"));
    }
    if text.chars().count() > 128 {
        return Err(wrong("it is longer than 128 characters"));
    }
    if safe(text) != text || text.contains(':') {
        return Err(wrong(
            "control characters, invisible ones and `:` are not allowed",
        ));
    }
    if text.starts_with('-') || text.trim() != text {
        return Err(wrong(
            "it must not start with `-` or begin or end with a space",
        ));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_names_show_what_they_are() {
        assert!(check_display_name("Zoë: -Łuk 漢").is_ok());
        for hidden in ["a\u{1b}[2J", "a\u{ad}b", "a\nb", "a\u{e0041}"] {
            assert!(check_display_name(hidden).is_err(), "{hidden:?}");
        }
    }
}

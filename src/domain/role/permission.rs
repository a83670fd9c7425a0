//! Permissions: `noun.verb`, `noun.*`, `*`. Their form and what covers what; nothing is looked up here.

use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// A permission of the right form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission(String);

impl Permission {
    pub fn new(typed: &str) -> Result<Self> {
        if typed == "*" || is_path(typed.strip_suffix(".*").unwrap_or(typed), typed) {
            return Ok(Self(typed.to_owned()));
        }
        Err(
            Error::usage(format!("`{}` is not a permission", safe(typed)))
                .hint("write `noun.verb` such as `backup.restore`, `noun.*` for every verb, or `*` for all"),
        )
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Words of lower-case letters, digits and `-` between dots; at least two, unless `.*` follows.
fn is_path(path: &str, typed: &str) -> bool {
    let word = |word: &str| {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !word.is_empty() && word.chars().all(fits)
    };
    let wide = path.len() < typed.len();
    typed.len() <= 80 && path.split('.').all(word) && (wide || path.contains('.'))
}

/// Whether holding `held` permits `asked`.
pub(super) fn covers(held: &str, asked: &str) -> bool {
    if held == "*" || held == asked {
        return true;
    }
    held.strip_suffix('*')
        .is_some_and(|prefix| prefix.ends_with('.') && asked.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for good in [
            "*",
            "account.*",
            "account.create",
            "oauth.provider.add",
            "2fa.reset",
        ] {
            assert!(Permission::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "account",
            "account.",
            ".create",
            "Account.create",
            "a.*.b",
            "*.create",
            "a b.c",
            "**",
        ] {
            assert!(Permission::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_wildcard_covers_what_stands_below_it() {
        assert!(covers("*", "store.open"));
        assert!(covers("account.*", "account.create"));
        assert!(covers("oauth.*", "oauth.provider.add"));
        assert!(covers("account.*", "account.*"));
        assert!(!covers("account.*", "accounting.show"));
        assert!(!covers("account.*", "*"));
        assert!(!covers("account.show", "account.*"));
    }
}

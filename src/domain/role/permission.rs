//! Permissions: `noun.verb`, `noun.*`, `*`. Their form, which there are, and what covers what; no role is
//! looked up here.

use super::table::{NOUNS, Verbs};
use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, safe};

/// A permission that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission(String);

impl Permission {
    /// One that a role may get or that can be asked for; an unknown noun or verb is a usage error with close
    /// names.
    pub fn new(typed: &str) -> Result<Self> {
        let formed = Self::formed(typed)?;
        formed.require_known()?;
        Ok(formed)
    }

    /// One of the right form. What a role holds can be withdrawn even if there is no such verb any more.
    pub fn formed(typed: &str) -> Result<Self> {
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

    fn require_known(&self) -> Result<()> {
        let Some((noun, rest)) = self.0.split_once('.') else {
            return Ok(());
        };
        let Some((_, verbs)) = NOUNS.iter().find(|(known, _)| *known == noun) else {
            let near = did_you_mean(noun, NOUNS.iter().map(|(known, _)| *known));
            let all = || NOUNS.iter().map(|(known, _)| *known).collect::<Vec<_>>();
            return Err(Error::usage(format!(
                "there is no permission `{}`: no noun is `{noun}`",
                self.0
            ))
            .hint(near.unwrap_or_else(|| format!("nouns are {}", all().join(", ")))));
        };
        let Verbs::These(verbs) = verbs else {
            return Ok(());
        };
        if rest == "*" || verbs.iter().any(|verb| covers(rest, verb)) {
            return Ok(());
        }
        let whole: Vec<String> = verbs.iter().map(|verb| format!("{noun}.{verb}")).collect();
        let near = did_you_mean(&self.0, whole.iter().map(String::as_str));
        Err(Error::usage(format!("there is no permission `{}`", self.0))
            .hint(near.unwrap_or_else(|| format!("there are {}", whole.join(", ")))))
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
            "2fa.recovery.new",
            "2fa.recovery.*",
            "monitor.*",
            "monitor.anything",
        ] {
            assert!(Permission::new(good).is_ok(), "{good}");
        }
        for unknown in [
            "total.nonsense",
            "total.*",
            "account.crate",
            "account.create.all",
            "2fa.recover.*",
        ] {
            assert!(Permission::new(unknown).is_err(), "{unknown}");
            assert!(Permission::formed(unknown).is_ok(), "{unknown}");
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
    fn an_unknown_permission_suggests_close_ones() {
        let hint = |typed: &str| Permission::new(typed).unwrap_err().hint.unwrap();
        assert!(hint("acount.show").contains("`account`"));
        assert!(hint("account.shwo").contains("`account.show`"));
        assert!(hint("calendar.zzz").contains("calendar.show"));
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

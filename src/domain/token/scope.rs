//! Scopes: words that say what a token is for. What they mean is the platform's matter.

use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// How many one token may have.
const MOST: usize = 64;
const LONGEST: usize = 64;

/// A word such as `invoices:read` or `mail.*`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope(String);

impl Scope {
    pub fn new(typed: &str) -> Result<Self> {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let inner = |byte: u8| letter(byte) || b"._:/-".contains(&byte);
        let stem = typed.strip_suffix('*').unwrap_or(typed);
        let separated =
            stem.len() == typed.len() || stem.is_empty() || stem.ends_with(['.', ':', '/']);
        let starts = typed
            .bytes()
            .next()
            .is_some_and(|byte| letter(byte) || byte == b'*');
        if typed.len() <= LONGEST && starts && separated && stem.bytes().all(inner) {
            return Ok(Self(typed.to_owned()));
        }
        Err(Error::usage(format!("`{}` is no scope", safe(typed))).hint(
            "write small letters, digits, `.`, `_`, `:`, `/` and `-`, at most 64: `invoices:read`; `mail.*` and `*` cover more",
        ))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Sorted and each once, as they are stored.
pub(super) fn sorted(scopes: &[Scope]) -> Result<Vec<String>> {
    let mut words: Vec<String> = scopes.iter().map(|scope| scope.0.clone()).collect();
    words.sort();
    words.dedup();
    if words.len() > MOST {
        return Err(Error::usage(format!("a token has at most {MOST} scopes")));
    }
    Ok(words)
}

/// Whether one of `held` covers `asked`.
pub(super) fn covers(held: &[String], asked: &Scope) -> bool {
    held.iter().any(|held| match held.strip_suffix('*') {
        Some(stem) => asked.0.starts_with(stem),
        None => *held == asked.0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_words_and_a_star_covers_what_follows() {
        for bad in ["", "A", "a b", "a*", "a.*b", "-a", "ä", &"a".repeat(65)] {
            assert!(Scope::new(bad).is_err(), "{bad}");
        }
        let asked = |text: &str| Scope::new(text).unwrap();
        let held = ["mail.*".to_owned(), "invoices:read".to_owned()];
        assert!(covers(&held, &asked("mail.send")) && covers(&held, &asked("invoices:read")));
        assert!(!covers(&held, &asked("mailbox")) && !covers(&held, &asked("invoices:write")));
        assert!(!covers(&held, &asked("mail")) && !covers(&[], &asked("mail")));
        assert!(covers(&["*".to_owned()], &asked("mail")));
    }
}

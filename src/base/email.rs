//! An e-mail address as the store takes it.

use super::error::{Error, Result};
use super::text::{folded, safe};

/// An address whose form was checked once, at the border.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Accepts `local@domain` of at most 254 bytes (RFC 5321 §4.5.3.1, erratum 1690), without spaces or
    /// control characters. Whether anybody reads it, only a mail can tell.
    pub fn new(text: &str) -> Result<Self> {
        let wrong = |why: &str| {
            Err(Error::usage(format!(
                "`{}` is not an e-mail address: {why}",
                safe(text)
            )))
        };
        let Some((local, domain)) = text.rsplit_once('@') else {
            return wrong("it has no `@`");
        };
        if text.len() > 254 || local.len() > 64 {
            return wrong("it is too long (64 bytes before the `@`, 254 in all)");
        }
        if local.is_empty() || !domain.contains('.') && domain != "localhost" {
            return wrong("it needs a name, an `@` and a domain");
        }
        if text
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || "<>,;\"()".contains(c))
        {
            return wrong("it contains a space or a character that addresses do not have");
        }
        if domain
            .split('.')
            .any(|label| label.is_empty() || label.starts_with('-'))
        {
            return wrong("its domain has an empty part");
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which two addresses are the same.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for good in ["a@b.example", "mira+list@mail.example", "用户@例子.example"] {
            assert!(EmailAddress::new(good).is_ok(), "{good}");
        }
        for bad in [
            "", "a", "@b.c", "a@", "a@b..c", "a b@c.d", "a@b", "a\n@b.c", "<a@b.c>",
        ] {
            assert!(EmailAddress::new(bad).is_err(), "{bad:?}");
        }
    }
}

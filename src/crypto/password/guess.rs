//! The likely name of a hash that cannot be verified here. Looks at its form only, and never quotes it.

use crate::base::error::Error;

/// Beginnings that belong to one scheme.
const PREFIXES: [(&str, &str); 24] = [
    ("$P$", "phpass (WordPress)"),
    ("$H$", "phpass (phpBB)"),
    ("$wp$", "WordPress's bcrypt over HMAC"),
    ("$S$", "Drupal's SHA-512"),
    ("U$S$", "Drupal's SHA-512 over MD5"),
    ("$2$", "the first bcrypt, of 1999"),
    (
        "$2x$",
        "the faulty bcrypt of before 2011, which mistakes non-ASCII letters",
    ),
    ("$3$", "an NT hash"),
    ("$NT$", "an NT hash"),
    ("{NT}", "an NT hash"),
    ("{LANMAN}", "a LAN Manager hash"),
    ("$sha1$", "NetBSD's sha1-crypt"),
    ("$md5", "Sun's MD5"),
    ("$gy$", "gost-yescrypt"),
    ("$sm3", "sm3crypt"),
    ("$firescrypt$", "Firebase's scrypt"),
    ("SCRAM-SHA-", "a SCRAM verifier"),
    ("{SCRAM", "a SCRAM verifier"),
    ("sha512:", "a PBKDF2 with its own spelling"),
    ("AQAAAA", "ASP.NET Identity"),
    ("{CLEAR", "a password in plain text"),
    ("{PLAIN", "a password in plain text"),
    ("{SASL}", "a pointer to another server"),
    (
        "$wrapped$",
        "a wrapped hash of a store, which needs that store's pepper",
    ),
];

/// The refusal of a text that no verifier here understands.
pub(super) fn unknown(text: &str) -> Error {
    let error = match name(text) {
        Some(name) => Error::usage(format!(
            "this looks like {name}, which cannot be verified here"
        )),
        None => Error::usage("this is not a password hash that can be verified"),
    };
    error.hint(
        "accepted: argon2, bcrypt, PBKDF2, scrypt, yescrypt, SHA-crypt, md5-crypt, apr1 and the LDAP schemes; \
         give the others a new password with `optimactl password reset`",
    )
}

fn name(text: &str) -> Option<&'static str> {
    let known = PREFIXES.iter().find(|(prefix, _)| text.starts_with(prefix));
    if let Some((_, name)) = known {
        return Some(name);
    }
    let hexadecimal = |text: &str| text.bytes().all(|c| c.is_ascii_hexdigit());
    let crypt = |text: &str| {
        text.bytes()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'/'))
    };
    if let Some(rest) = text.strip_prefix('*')
        && rest.len() == 40
        && hexadecimal(rest)
    {
        return Some("MySQL's double SHA-1");
    }
    if let Some(rest) = text.strip_prefix("md5")
        && rest.len() == 32
        && hexadecimal(rest)
    {
        return Some("PostgreSQL's MD5");
    }
    if text.starts_with('_') && text.len() == 20 {
        return Some("BSDi's extended DES");
    }
    match text.len() {
        16 if hexadecimal(text) => Some("the old MySQL hash"),
        32 if hexadecimal(text) => Some("an unsalted MD5 or an NT hash"),
        40 if hexadecimal(text) => Some("an unsalted SHA-1"),
        64 if hexadecimal(text) => Some("an unsalted SHA-256"),
        128 if hexadecimal(text) => Some("an unsalted SHA-512"),
        13 if crypt(text) => Some("traditional DES"),
        1..=64 if !text.contains(['$', '{', ':']) => Some("a password in plain text"),
        _ => None,
    }
}

//! The scheme of a password hash by how its text begins: enough to list and search by, without reading its
//! parameters. Whether a hash can be verified is not decided here.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::base::error::Result;
use crate::base::text::folded;

/// How the texts begin that `crypto::password` writes, and the schemes as it names them.
const BEGINNINGS: [(&str, &str); 30] = [
    ("$argon2id$", "argon2id"),
    ("$argon2i$", "argon2i"),
    ("$argon2d$", "argon2d"),
    ("$wrapped$", "wrapped"),
    ("$2a$", "bcrypt"),
    ("$2b$", "bcrypt"),
    ("$2y$", "bcrypt"),
    ("$bcrypt-sha256$", "bcrypt-sha256"),
    ("bcrypt_sha256$", "bcrypt-sha256"),
    ("$pbkdf2$", "pbkdf2-sha1"),
    ("$pbkdf2-sha256$", "pbkdf2-sha256"),
    ("$pbkdf2-sha512$", "pbkdf2-sha512"),
    ("$scrypt$", "scrypt"),
    ("$y$", "yescrypt"),
    ("$5$", "sha256-crypt"),
    ("$6$", "sha512-crypt"),
    ("$1$", "md5-crypt"),
    ("$apr1$", "apr1"),
    ("{SHA}", "sha"),
    ("{SHA256}", "sha256"),
    ("{SHA384}", "sha384"),
    ("{SHA512}", "sha512"),
    ("{MD5}", "md5"),
    ("{SSHA}", "ssha"),
    ("{SSHA256}", "ssha256"),
    ("{SSHA384}", "ssha384"),
    ("{SSHA512}", "ssha512"),
    ("{SMD5}", "smd5"),
    ("md5$", "django-md5"),
    ("sha1$", "django-sha1"),
];

/// So many characters of a hash are in its index.
const INDEXED: usize = 10;

/// Lets statements fold texts and name schemes as the rules do. Nothing in the schema depends on them: a copy
/// opens with any SQLite.
pub fn add_functions(conn: &Connection) -> Result<()> {
    let pure = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function("folded", 1, pure, |context| {
        let text: Option<String> = context.get(0)?;
        Ok(text.map(|text| folded(&text)))
    })?;
    conn.create_scalar_function("scheme", 1, pure, |context| {
        let hash: Option<String> = context.get(0)?;
        Ok(hash.map(|hash| scheme(&hash)))
    })?;
    Ok(())
}

/// What is none of these.
const OTHER: &str = "other";

/// The scheme of a stored hash.
pub fn scheme(hash: &str) -> &'static str {
    BEGINNINGS
        .iter()
        .find(|(start, _)| hash.starts_with(start))
        .map_or(OTHER, |(_, scheme)| scheme)
}

/// How hashes of a scheme begin, as far as the index knows: others may begin alike.
pub(super) fn beginnings(scheme: &str) -> Vec<&'static str> {
    BEGINNINGS
        .iter()
        .filter(|(_, known)| *known == scheme)
        .map(|(start, _)| start.get(..INDEXED).unwrap_or(start))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::password::{Foreign, SCHEMES, parse, read_foreign};

    #[test]
    fn a_scheme_has_the_name_that_verifying_gives_it() {
        for text in [
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "bcrypt$$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "bcrypt_sha256$$2b$12$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "pbkdf2_sha256$1000000$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=",
            "{PBKDF2}4096$c2FsdA$SwB5AbdlSJq+rUnZJvch0GWkKcE",
            "{CRYPT}$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
            "$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/",
            "$1$abcdefgh$cHJi5PXp/ki/ktXzqlk6I1",
            "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
            "{MD5}X03MO1qnZdYdgyfeuILPmQ==",
        ] {
            let Foreign::Hash(stored) = read_foreign(text).unwrap() else {
                panic!("{text} is none");
            };
            assert_eq!(scheme(&stored), parse(&stored).unwrap().scheme(), "{text}");
        }
        for name in SCHEMES {
            assert!(
                !beginnings(name).is_empty(),
                "{name} cannot be searched for"
            );
        }
    }
}

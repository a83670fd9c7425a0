//! The scheme of a password hash by how its text begins: enough to list and search by, without reading its
//! parameters. Whether a hash can be verified is not decided here.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::base::error::Result;
use crate::base::text::folded;

/// Beginnings and their schemes; an earlier one wins.
const BEGINNINGS: [(&str, &str); 26] = [
    ("$argon2id$", "argon2id"),
    ("$argon2i$", "argon2i"),
    ("$argon2d$", "argon2d"),
    ("$2a$", "bcrypt"),
    ("$2b$", "bcrypt"),
    ("$2y$", "bcrypt"),
    ("$pbkdf2", "pbkdf2"),
    ("pbkdf2_", "pbkdf2"),
    ("{PBKDF2", "pbkdf2"),
    ("{PKCS5S2}", "pbkdf2"),
    ("$scrypt$", "scrypt"),
    ("scrypt$", "scrypt"),
    ("$7$", "scrypt"),
    ("$y$", "yescrypt"),
    ("$gy$", "yescrypt"),
    ("$5$", "sha256-crypt"),
    ("$6$", "sha512-crypt"),
    ("$1$", "md5-crypt"),
    ("$apr1$", "apr1"),
    ("$md5", "md5-crypt"),
    ("{SSHA}", "ssha"),
    ("{SSHA2", "ssha256"),
    ("{SSHA5", "ssha512"),
    ("{SHA}", "sha1"),
    ("{SMD5}", "smd5"),
    ("{MD5}", "md5"),
];

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

/// How hashes of a scheme begin; the index holds the first ten characters.
pub(super) fn beginnings(scheme: &str) -> Vec<&'static str> {
    BEGINNINGS
        .iter()
        .filter(|(_, known)| *known == scheme)
        .map(|(start, _)| *start)
        .collect()
}

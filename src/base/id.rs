//! Random ids with a prefix that tells what they name: `acc_…`, `req_…`, `s_…`.

use data_encoding::Specification;

use super::error::{Error, Result};

/// Crockford's alphabet, lower case: no `i`, `l`, `o`, `u`, so that ids survive being read aloud.
const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";

/// Writes random bytes as an id: 10 bytes give 16 characters.
pub fn id(prefix: &str, random: &[u8]) -> Result<String> {
    let mut spec = Specification::new();
    spec.symbols.push_str(ALPHABET);
    let encoding = spec
        .encoding()
        .map_err(|error| Error::bug("the id alphabet is broken").because(error))?;
    let whole = random.len() / 5 * 5;
    let bytes = random.get(..whole).unwrap_or(random);
    Ok(format!("{prefix}_{}", encoding.encode(bytes)))
}

/// Whether `text` has the form of an id with this prefix.
pub fn is_id(prefix: &str, text: &str) -> bool {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .is_some_and(|rest| rest.len() >= 8 && rest.chars().all(|c| ALPHABET.contains(c)))
}

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

/// An id that ascends with `number`, behind a random start: rows that are written in this order stand in it, too.
/// Of the start 40 bits count, of the number 40.
pub fn numbered(prefix: &str, start: u64, number: u64) -> String {
    let bits = (u128::from(start & LOW_40) << 40) | u128::from(number & LOW_40);
    let mut text = format!("{prefix}_");
    for group in (0..16_u32).rev() {
        let digit = usize::try_from((bits >> (5 * group)) & 31).unwrap_or_default();
        text.extend(ALPHABET.get(digit..=digit));
    }
    text
}

const LOW_40: u64 = (1 << 40) - 1;

/// The start and the number that [`numbered`] wrote.
pub fn number_of(id: &str) -> Option<(u64, u64)> {
    let (_, digits) = id
        .split_once('_')
        .filter(|(_, digits)| digits.len() == 16)?;
    let mut bits = 0_u128;
    for c in digits.chars() {
        bits = (bits << 5) | u128::try_from(ALPHABET.find(c)?).ok()?;
    }
    let half = |bits: u128| u64::try_from(bits & u128::from(LOW_40)).ok();
    Some((half(bits >> 40)?, half(bits)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_ids_ascend_and_are_read_back() {
        let (low, high) = (numbered("acc", 7, 9), numbered("acc", 7, 1 << 33));
        assert!(low < high && is_id("acc", &low));
        assert_eq!(low.len(), id("acc", &[1; 10]).unwrap().len());
        assert_eq!(number_of(&high), Some((7, 1 << 33)));
        assert_eq!(number_of("acc_short"), None);
    }
}

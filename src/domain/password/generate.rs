//! Passwords made here: from random bits, with their entropy said.

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::crypto::secret::SecretText;

/// Short words that are told apart by sound and sight, one a line: 6^4 of them.
const WORDS: &str = include_str!("words.txt");
/// log2 of their number, in thousandths and rounded down: 10.339.
const MILLIBITS_PER_WORD: u64 = 10_339;
/// Letters and digits that cannot be taken for one another.
const ALPHABET: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// log2 of the alphabet's 56 letters, in thousandths and rounded down: 5.807.
const MILLIBITS_PER_LETTER: u64 = 5807;
/// A syllable word is three consonants with a vowel between each: 16 bits, and sayable in most languages.
const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";
const MILLIBITS_PER_SYLLABLES: u64 = 16_000;

/// The form of a password to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipe<'a> {
    /// So many English words, with this between them.
    Words(u32, &'a str),
    /// So many words of syllables that mean nothing, with this between them.
    Syllables(u32, &'a str),
    /// Letters and digits.
    Characters(u32),
}

/// A new password and how many bits of chance are in it.
pub struct Generated {
    pub password: SecretText,
    pub bits: u64,
}

/// Makes a password. Less than 64 bits are refused: such a password could be guessed from its hash.
pub fn generate(random: &Random, recipe: Recipe<'_>) -> Result<Generated> {
    let (number, millibits) = match recipe {
        Recipe::Words(number @ 7..=64, _) => (number, MILLIBITS_PER_WORD),
        Recipe::Syllables(number @ 4..=64, _) => (number, MILLIBITS_PER_SYLLABLES),
        Recipe::Characters(number @ 15..=1024) => (number, MILLIBITS_PER_LETTER),
        Recipe::Words(..) => return Err(Error::usage("a password is made of 7 to 64 words")),
        Recipe::Syllables(..) => {
            return Err(Error::usage(
                "a password is made of 4 to 64 words of syllables",
            ));
        }
        Recipe::Characters(_) => {
            return Err(Error::usage("a password is made of 15 to 1024 characters"));
        }
    };
    let password = match recipe {
        Recipe::Words(number, between) => joined(number, between, || word(random))?,
        Recipe::Syllables(number, between) => joined(number, between, || syllables(random))?,
        Recipe::Characters(number) => {
            joined(number, "", || pick(random, ALPHABET).map(String::from))?
        }
    };
    Ok(Generated {
        password,
        bits: u64::from(number) * millibits / 1000,
    })
}

/// `number` pieces; the room is there from the start, so that no copy stays behind.
fn joined(
    number: u32,
    between: &str,
    mut piece: impl FnMut() -> Result<String>,
) -> Result<SecretText> {
    let mut text = String::with_capacity(64 * 32);
    for at in 0..number {
        if at > 0 {
            text.push_str(between);
        }
        text.push_str(&Zeroizing::new(piece()?));
    }
    Ok(SecretText::new(text))
}

fn word(random: &Random) -> Result<String> {
    let size = u32::try_from(WORDS.lines().count()).unwrap_or_default();
    let at = usize::try_from(random.below(size)?).unwrap_or_default();
    let word = WORDS.lines().nth(at).map(str::to_owned);
    word.ok_or_else(|| Error::bug("a word outside the list was drawn"))
}

fn syllables(random: &Random) -> Result<String> {
    [
        CONSONANTS.as_slice(),
        VOWELS,
        CONSONANTS,
        VOWELS,
        CONSONANTS,
    ]
    .into_iter()
    .map(|letters| pick(random, letters))
    .collect()
}

fn pick(random: &Random, letters: &[u8]) -> Result<char> {
    let size = u32::try_from(letters.len()).map_err(|_| Error::bug("an alphabet is too long"))?;
    let at = usize::try_from(random.below(size)?).unwrap_or_default();
    let letter = letters.get(at).copied();
    letter
        .map(char::from)
        .ok_or_else(|| Error::bug("a letter outside the alphabet was drawn"))
}

#[cfg(test)]
mod tests {
    use super::super::rules::{self, Policy, Subject};
    use super::*;

    #[test]
    fn entropy_is_what_was_drawn_and_the_rules_are_met() {
        let random = Random::system();
        let policy = Policy::new("nist-63b-4", &[]).unwrap();
        for (recipe, bits) in [
            (Recipe::Words(7, "-"), 72),
            (Recipe::Words(7, ""), 72),
            (Recipe::Syllables(5, "-"), 80),
            (Recipe::Syllables(4, " "), 64),
            (Recipe::Characters(20), 116),
            (Recipe::Characters(15), 87),
        ] {
            let made = generate(&random, recipe).unwrap();
            assert_eq!(made.bits, bits);
            let findings = rules::check(&policy, &Subject::ANYBODY, made.password.expose());
            assert!(findings.is_empty());
        }
        assert_eq!(ALPHABET.len(), 56);
        for refused in [
            Recipe::Words(6, "-"),
            Recipe::Words(65, "-"),
            Recipe::Syllables(3, "-"),
            Recipe::Characters(14),
            Recipe::Characters(1025),
        ] {
            assert!(generate(&random, refused).is_err(), "{refused:?}");
        }
        let longest = generate(&random, Recipe::Words(64, "-----")).unwrap();
        assert!(longest.password.expose().len() <= 1024);
    }

    #[test]
    fn the_words_are_plain_sorted_and_as_many_as_counted() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 1296);
        assert!(words.is_sorted_by(|a, b| a < b));
        for word in words {
            assert!((4..=9).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|letter| letter.is_ascii_lowercase()));
        }
        assert!((1296_f64.log2() - 10.339).abs() < 0.001);
    }

    #[test]
    fn every_word_is_as_likely_as_the_other() {
        let random = Random::seeded(b"words");
        let mut seen = std::collections::BTreeMap::<String, u32>::new();
        let draws = 64_800_u32;
        for _ in 0..draws {
            *seen.entry(word(&random).unwrap()).or_default() += 1;
        }
        assert_eq!(seen.len(), 1296);
        // Chi-squared with 1295 degrees of freedom: 1600 is more than six deviations away.
        let expected = f64::from(draws / 1296);
        let sum: f64 = seen
            .values()
            .map(|count| (f64::from(*count) - expected).powi(2) / expected)
            .sum();
        assert!(sum < 1600.0, "{sum}");
    }
}

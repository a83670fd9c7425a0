//! Passwords made here: from random bits, with their entropy said.

use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::crypto::secret::SecretText;

/// Letters and digits that cannot be taken for one another.
const ALPHABET: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// A word is three consonants with a vowel between each: 16 bits, and sayable in most languages.
const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";
const BITS_PER_WORD: u64 = 16;
/// log2 of the alphabet's 56 letters, in thousandths and rounded down: 5.807.
const MILLIBITS_PER_LETTER: u64 = 5807;

/// The form of a password to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// Sayable words with hyphens between them.
    Words(u32),
    /// Letters and digits.
    Characters(u32),
}

/// A new password and how many bits of chance are in it.
pub struct Generated {
    pub password: SecretText,
    pub bits: u64,
}

/// Makes a password. Less than 64 bits are refused: such a password could be guessed from its hash.
pub fn generate(random: &Random, recipe: Recipe) -> Result<Generated> {
    match recipe {
        Recipe::Words(count @ 4..=64) => Ok(Generated {
            password: words(random, count)?,
            bits: u64::from(count) * BITS_PER_WORD,
        }),
        Recipe::Characters(count @ 15..=1024) => Ok(Generated {
            password: characters(random, count)?,
            bits: u64::from(count) * MILLIBITS_PER_LETTER / 1000,
        }),
        Recipe::Words(_) => Err(Error::usage("a password is made of 4 to 64 words")),
        Recipe::Characters(_) => Err(Error::usage("a password is made of 15 to 1024 characters")),
    }
}

fn words(random: &Random, count: u32) -> Result<SecretText> {
    let mut text = String::with_capacity(64 * 6);
    for number in 0..count {
        if number > 0 {
            text.push('-');
        }
        for letters in [
            CONSONANTS.as_slice(),
            VOWELS,
            CONSONANTS,
            VOWELS,
            CONSONANTS,
        ] {
            text.push(pick(random, letters)?);
        }
    }
    Ok(SecretText::new(text))
}

fn characters(random: &Random, count: u32) -> Result<SecretText> {
    let mut text = String::with_capacity(1024);
    for _ in 0..count {
        text.push(pick(random, ALPHABET)?);
    }
    Ok(SecretText::new(text))
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
        for (recipe, bits, length) in [
            (Recipe::Words(5), 80, 29),
            (Recipe::Words(4), 64, 23),
            (Recipe::Characters(20), 116, 20),
            (Recipe::Characters(15), 87, 15),
        ] {
            let made = generate(&random, recipe).unwrap();
            assert_eq!(made.bits, bits);
            assert_eq!(made.password.expose().len(), length);
            let findings = rules::check(&policy, &Subject::ANYBODY, made.password.expose());
            assert!(findings.is_empty());
        }
        assert_eq!(ALPHABET.len(), 56);
        assert!(generate(&random, Recipe::Words(3)).is_err());
        assert!(generate(&random, Recipe::Characters(14)).is_err());
        assert!(generate(&random, Recipe::Characters(1025)).is_err());
    }
}

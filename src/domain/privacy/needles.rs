//! What identifies a person, looked for as words of their own. Addresses are looked for everywhere; names only where
//! people write, because they are words of other things, too.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use data_encoding::BASE64URL_NOPAD;
use regex::bytes;
use regex::{Match, Regex, RegexBuilder};

use crate::base::error::{Error, Result};
use crate::base::text::folded;

/// A shorter name counts only where it is all that stands there: it is part of too many words.
const SHORTEST: usize = 3;
/// Bytes that random ones equal once in 10^16 times, whatever their case.
const RARE: usize = 8;

/// Names and addresses of one person.
pub struct Needles {
    addresses: Words,
    names: Words,
    /// Those that no encrypted file holds by chance.
    rare: Vec<bytes::Regex>,
}

/// What was found of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Address,
    Name,
}

impl Needles {
    pub fn new<'a>(identifiers: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let mut texts: Vec<String> = identifiers
            .into_iter()
            .flat_map(|text| [folded(text.trim()), text.trim().to_lowercase()])
            .filter(|text| !text.is_empty())
            .collect();
        texts.sort_unstable();
        texts.dedup();
        let rare = texts.iter().filter(|text| text.len() >= RARE);
        let rare = rare.map(|text| {
            bytes::RegexBuilder::new(&regex::escape(text))
                .case_insensitive(true)
                .build()
                .map_err(too_long)
        });
        let rare = rare.collect::<Result<_>>()?;
        let (addresses, names) = texts.into_iter().partition(|text| text.contains('@'));
        Ok(Self {
            addresses: Words::new(addresses)?,
            names: Words::new(names)?,
            rare,
        })
    }

    /// Whether there is anything to look for.
    pub const fn is_empty(&self) -> bool {
        self.addresses.whole.is_empty() && self.names.whole.is_empty()
    }

    /// What of the person stands in a value, as a word of its own. Bytes that are no text are taken as a file's.
    pub fn find(&self, bytes: &[u8]) -> Option<Found> {
        let Ok(text) = std::str::from_utf8(bytes) else {
            return self.are_in_file(bytes).then_some(Found::Address);
        };
        if self.addresses.are_in_any_spelling(text) {
            return Some(Found::Address);
        }
        let is_named = self.names.are_in_any_spelling(text);
        is_named.then_some(Found::Name)
    }

    /// Whether an address stands in a value: where names are no mentions, they are not looked for.
    pub fn find_address(&self, bytes: &[u8]) -> bool {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.addresses.are_in_any_spelling(text),
            Err(_) => self.are_in_file(bytes),
        }
    }

    /// What stands in a disclosure of the audit log, which is base64url; `clear` is room that one call leaves the next.
    pub fn find_disclosed(&self, bytes: &[u8], clear: &mut Vec<u8>) -> Option<Found> {
        let length = BASE64URL_NOPAD.decode_len(bytes.len()).ok()?;
        clear.resize(length, 0);
        BASE64URL_NOPAD.decode_mut(bytes, clear).ok()?;
        self.find(clear)
    }

    /// Whether one of them stands in a file that may be encrypted: three letters stand in every megabyte of it.
    pub fn are_in_file(&self, bytes: &[u8]) -> bool {
        bytes.len() >= RARE && self.rare.iter().any(|one| one.is_match(bytes))
    }
}

/// Words of one kind.
struct Words {
    whole: Vec<String>,
    /// Those that are long enough to be looked for in longer texts.
    long: Vec<Regex>,
    /// Whether any of them may be there: one pass for all that have none.
    any: Option<Regex>,
    /// The same for texts in ASCII, which is what most are. Whatever has no letter of it is in none of them, and letters
    /// whose small form is ASCII stand among the words folded, too.
    plain: Option<AhoCorasick>,
}

impl Words {
    fn new(whole: Vec<String>) -> Result<Self> {
        let plain: Vec<&String> = whole
            .iter()
            .filter(|text| is_long(text) && text.is_ascii())
            .collect();
        let plain = (!plain.is_empty()).then(|| {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .kind(Some(AhoCorasickKind::DFA))
                .build(plain)
        });
        let long: Vec<String> = whole
            .iter()
            .filter(|text| is_long(text))
            .map(|text| regex::escape(text))
            .collect();
        let any = (!long.is_empty()).then(|| pattern(&long.join("|")));
        Ok(Self {
            any: any.transpose()?,
            plain: plain.transpose().map_err(too_many)?,
            long: long
                .iter()
                .map(|text| pattern(text))
                .collect::<Result<_>>()?,
            whole,
        })
    }

    /// Other spellings of the same letters (NFKC) are rare enough for the long way.
    fn are_in_any_spelling(&self, text: &str) -> bool {
        if text.is_ascii() {
            let may_be_in = || {
                self.plain
                    .as_ref()
                    .is_some_and(|plain| plain.is_match(text))
            };
            return self.are_all_of(text) || (may_be_in() && self.are_words_in(text));
        }
        let folded = folded(text);
        [text, &folded]
            .into_iter()
            .any(|text| self.are_all_of(text) || self.are_words_in(text))
    }

    fn are_all_of(&self, text: &str) -> bool {
        let trimmed = text.trim();
        self.whole
            .iter()
            .any(|whole| whole.len() == trimmed.len() && whole.eq_ignore_ascii_case(trimmed))
    }

    fn are_words_in(&self, text: &str) -> bool {
        let is_word = |found: Match<'_>| {
            let before = text.get(..found.start()).unwrap_or_default();
            let after = text.get(found.end()..).unwrap_or_default();
            !goes_on(before.chars().rev()) && !goes_on(after.chars())
        };
        self.any.as_ref().is_some_and(|any| any.is_match(text))
            && self.long.iter().any(|one| one.find_iter(text).any(is_word))
    }
}

/// Letters of scripts without spaces make a name with fewer of them.
fn is_long(text: &str) -> bool {
    let dense = text.chars().filter(|letter| is_dense(*letter)).count();
    text.chars().count() + dense >= SHORTEST
}

/// A letter of a script that has no upper and lower case, and mostly no spaces.
fn is_dense(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

fn pattern(text: &str) -> Result<Regex> {
    let built = RegexBuilder::new(text)
        .case_insensitive(true)
        .size_limit(1 << 20)
        .build();
    built.map_err(too_long)
}

fn too_long(error: regex::Error) -> Error {
    Error::usage("the person's names are too long to be looked for").because(error)
}

fn too_many(error: aho_corasick::BuildError) -> Error {
    Error::usage("the person's names are too long to be looked for").because(error)
}

/// Whether a word goes on there: `kim` is not in `kimono`, `kim@example.com` or `kim_lee`, and is in `kim.` at the
/// end of a sentence.
fn goes_on(mut next: impl Iterator<Item = char>) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() && !is_dense(letter);
    match next.next() {
        Some('.' | '-') => next.next().is_some_and(is_letter),
        Some(letter) => is_letter(letter) || "_@+%".contains(letter),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_parts_of_words_are_not() {
        let needles = Needles::new(["Kim", "kim@example.com", "Kim Lee", "Zoë", "李明"]).unwrap();
        for text in [
            "kim",
            "called KIM.",
            "\"kim\"",
            "Kim Leeson",
            "zoë",
            "ZOE\u{308} asks",
            "请李明来电话",
        ] {
            assert_eq!(needles.find(text.as_bytes()), Some(Found::Name), "{text}");
        }
        for text in [
            "mail to <Kim@Example.com>",
            "to kim@example.com.",
            "kim, kim@example.com",
        ] {
            assert_eq!(
                needles.find(text.as_bytes()),
                Some(Found::Address),
                "{text}"
            );
        }
        for text in [
            "kimono",
            "kim_lee",
            "kim@example.org",
            "a.kim@example.com",
            "kim@example.com.au",
            "jo-kim",
            "",
        ] {
            assert_eq!(needles.find(text.as_bytes()), None, "{text}");
        }
        let disclosed = BASE64URL_NOPAD.encode(br#"["salt","note","ask kim"]"#);
        assert_eq!(
            needles.find_disclosed(disclosed.as_bytes(), &mut vec![]),
            Some(Found::Name)
        );
        assert_eq!(needles.find_disclosed(b"ask kim", &mut vec![]), None);
    }

    #[test]
    fn a_short_name_counts_alone_and_chance_makes_none() {
        let needles = Needles::new(["Al", " "]).unwrap();
        assert_eq!(needles.find(b"AL"), Some(Found::Name));
        assert_eq!(needles.find(b"al dente"), None);
        let needles = Needles::new(["Kim", "kim@example.com"]).unwrap();
        assert_eq!(needles.find(b"\x93kim\xff"), None);
        assert!(needles.are_in_file(b"\x93Kim@example.com\xff"));
        assert!(Needles::new([" "]).unwrap().is_empty());
    }

    #[test]
    fn letters_that_only_fold_to_ascii_are_found_in_it() {
        // A long s and a Kelvin sign.
        let needles = Needles::new(["je\u{17f}\u{17f}e", "\u{212a}im Lee"]).unwrap();
        for text in [
            "by Jesse",
            "by je\u{17f}se",
            "kim lee",
            "\u{212a}IM LEE called",
        ] {
            assert_eq!(needles.find(text.as_bytes()), Some(Found::Name), "{text}");
        }
        assert_eq!(needles.find(b"jess"), None);
    }

    #[test]
    fn where_names_are_no_mentions_addresses_are_found_alone() {
        let needles = Needles::new(["Kim", "kim@example.com"]).unwrap();
        assert!(needles.find_address(b"from KIM@EXAMPLE.COM"));
        assert!(needles.find_address("von kim\u{ff20}example.com aus Köln".as_bytes()));
        assert!(needles.find_address(b"\xffkim@example.com\xff"));
        for text in ["Kim", "a.kim@example.com", "kim@example.org", "Köln"] {
            assert!(!needles.find_address(text.as_bytes()), "{text}");
        }
    }
}

//! Words that belong to the platform or the account, and passwords that are little more than them. Whole
//! passwords and their derivatives are refused, never a password for merely containing a word
//! (NIST SP 800-63B-4 §3.1.1.2).

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::common;
use super::rules::Subject;
use crate::base::text::folded;

/// What this program calls itself; nobody should sign in with it.
const OWN: &str = "optimactl";
/// Shorter words turn up in other words.
const SHORTEST_WORD: usize = 3;
/// This many characters besides such words make a password of its own.
const ENOUGH_BESIDES: usize = 8;

/// What is wrong with `password`, if it is built of such words.
pub(super) fn found(
    configured: &[String],
    subject: &Subject<'_>,
    password: &str,
) -> Option<String> {
    let words = words(configured, subject);
    let shown = plain(password);
    let unmasked = common::unmasked(&shown);
    // A one stands for an i or for an l.
    let other = common::unmasked(&shown.replace('1', "l"));
    [&shown, &unmasked, &other]
        .into_iter()
        .find_map(|form| built_of(&words, form))
}

/// A word and whose it is.
struct Word {
    text: String,
    of: &'static str,
}

fn words(configured: &[String], subject: &Subject<'_>) -> Vec<Word> {
    let platform = configured
        .iter()
        .map(String::as_str)
        .chain([OWN])
        .map(|text| (text, "the platform's name"));
    let account = [
        (subject.name, "the account's name"),
        (subject.email, "the e-mail address"),
        (subject.display_name, "the person's name"),
    ];
    let account = account
        .into_iter()
        .filter_map(|(text, of)| Some((text?, of)));
    let mut words: Vec<Word> = platform
        .chain(account)
        .flat_map(|(text, of)| derivatives(text).map(move |text| Word { text, of }))
        .filter(|word| word.text.chars().count() >= SHORTEST_WORD)
        .collect();
    // The longest first: `miralindqvist` before `mira`, so that nothing of it is left over.
    words.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
    words
}

/// The word as a whole and its parts: `m.lindqvist@mail.example` gives `mlindqvistmailexample`, `mlindqvist`,
/// `lindqvist`, `mail`, `example`; each also backwards.
fn derivatives(text: &str) -> impl Iterator<Item = String> {
    let text = folded(text);
    let mut forms = vec![plain(&text)];
    forms.extend(text.split('@').map(plain));
    forms.extend(text.split(|c: char| !c.is_alphanumeric()).map(plain));
    let backwards: Vec<String> = forms
        .iter()
        .map(|form| form.chars().rev().collect())
        .collect();
    forms.into_iter().chain(backwards)
}

/// Letters and digits only, folded, without accents: `Zoë` writes herself `zoe`.
fn plain(text: &str) -> String {
    folded(text)
        .nfd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .nfc()
        .collect()
}

fn built_of(words: &[Word], password: &str) -> Option<String> {
    let mut rest = password.to_owned();
    let mut first = None;
    for word in words {
        if rest.contains(&word.text) {
            rest = rest.replace(&word.text, "");
            first = first.or(Some(word.of));
        }
    }
    let of = first?;
    let little = rest.chars().count() < ENOUGH_BESIDES || common::weakness(&rest).is_some();
    little.then(|| format!("it is little more than {of}"))
}

#[cfg(test)]
mod tests {
    use super::super::rules::SecondFactor;
    use super::*;

    fn refused(password: &str) -> bool {
        let subject = Subject {
            id: None,
            name: Some("mira.lindqvist"),
            email: Some("mira@harbor.example"),
            display_name: Some("Mira Lindqvist"),
            factor: SecondFactor::Missing,
        };
        found(&["Optima Connect".to_owned()], &subject, password).is_some()
    }

    #[test]
    fn names_and_what_is_made_of_them_are_refused() {
        for password in [
            "mira.lindqvist!",
            "Mira-Lindqvist-2026",
            "tsivqdnil.arim!!",
            "M1r4.L1ndqv1st.2026",
            "mira@harbor.example",
            "OptimaConnect2026!",
            "0pt1m4-C0nn3ct-99",
            "Mira.1indqvi5t.Mira",
            "Mirä-Líndqvist-26",
            "mira.lindqvist.mira.lindqvist",
            "optimaconnect-password1",
            "optimactl optimactl",
        ] {
            assert!(refused(password), "{password}");
        }
    }

    #[test]
    fn a_word_inside_a_password_of_its_own_is_no_reason() {
        for password in [
            "mira walks seven geese home",
            "harbor lights at four",
            "goose lamp tin walks",
        ] {
            assert!(!refused(password), "{password}");
        }
    }
}

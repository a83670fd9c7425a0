//! The built-in blocklist: what everybody tries first, and passwords that are only a run or a repetition.

/// The commonest passwords as every published count shows them, folded. Facts, in no order that matters;
/// endings of digits and signs, doublings and letters masked by digits are taken off before the comparison,
/// so that one line stands for many passwords.
const COMMONEST: &str = include_str!("commonest.txt");

/// What neighbors on a keyboard, in the alphabet and in counting; both ways.
const RUNS: [&str; 9] = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "q1w2e3r4t5y6u7i8o9p0",
];
/// Fewer characters in a row are found in honest words, too.
const SHORTEST_RUN: usize = 5;

/// Digits and signs put around a common password: a year, a few exclamation marks.
const LONGEST_ENDING: usize = 8;

/// Why a password is one that everybody tries; it is folded here.
pub(super) fn weakness(password: &str) -> Option<&'static str> {
    let folded = crate::base::text::folded(password);
    let squeezed: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let unit = unit(&squeezed);
    if unit.chars().count() < squeezed.chars().count() && unit.chars().count() <= 8 {
        return Some("it repeats one short piece");
    }
    if only_runs(&squeezed) {
        return Some("it is a row of neighbors on the keyboard or in counting");
    }
    let trimmed = unit.trim_end_matches(|c: char| !c.is_alphabetic());
    let bare = trimmed.trim_start_matches(|c: char| !c.is_alphabetic());
    // What is longer than an ending is a password of its own.
    let besides = unit.chars().count() - bare.chars().count();
    let forms = if besides <= LONGEST_ENDING {
        [unit, trimmed, bare]
    } else {
        [unit; 3]
    };
    let known = forms
        .into_iter()
        .map(self::unit)
        .any(|form| is_common(form) || is_common(&unmasked(form)));
    known.then_some("it is one of the commonest passwords, or one with an ending")
}

fn is_common(word: &str) -> bool {
    !word.is_empty() && COMMONEST.lines().any(|line| line == word)
}

/// Letters in the place of the digits and signs that people write for them.
pub(super) fn unmasked(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' | '|' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            '8' => 'b',
            c => c,
        })
        .collect()
}

/// The shortest piece that the text is a whole repetition of: all of it, if it repeats nothing.
fn unit(text: &str) -> &str {
    let chars: Vec<char> = text.chars().collect();
    let repeats = |size: usize| {
        chars.len().is_multiple_of(size)
            && chars
                .iter()
                .zip(chars.iter().skip(size))
                .all(|(a, b)| a == b)
    };
    let size = (1..=chars.len() / 2).find(|size| repeats(*size));
    let end = size.and_then(|size| text.char_indices().nth(size));
    match end {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

/// Whether the text can be cut into runs without a rest: `12345qwertasdfg`.
fn only_runs(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let rest = chars.get(at..).unwrap_or_default();
        let longest = (SHORTEST_RUN..=rest.len())
            .take_while(|length| is_run(rest.get(..*length).unwrap_or_default()))
            .last();
        let Some(longest) = longest else {
            return false;
        };
        at += longest;
    }
    !chars.is_empty()
}

fn is_run(piece: &[char]) -> bool {
    let forward: String = piece.iter().collect();
    let backward: String = piece.iter().rev().collect();
    RUNS.iter()
        .any(|run| run.contains(&forward) || run.contains(&backward))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_is_found_in_its_disguises() {
        for weak in [
            "password",
            "Password1",
            "P@ssw0rd2026!",
            "passwordpassword",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "123456789012345",
            "qwertyuiopasdfgh",
            "1qaz2wsx3edc4rfv",
            "987654321098765",
            "letmeinletmein!!",
            "correct horse battery staple",
            "12345qwertasdfg",
        ] {
            assert!(weakness(weak).is_some(), "{weak}");
        }
    }

    #[test]
    fn honest_passwords_pass() {
        for fine in [
            "goose lamp tin walks",
            "Zoë keeps 14 geese",
            "kivut-dapol-rumis",
            "x7Gk2vQp9LmZt4Ra",
        ] {
            assert_eq!(weakness(fine), None, "{fine}");
        }
        assert_eq!(weakness(""), None);
    }

    #[test]
    fn the_list_is_folded_and_without_doubles() {
        let mut lines: Vec<&str> = COMMONEST.lines().collect();
        assert!(lines.len() > 300, "{}", lines.len());
        let count = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), count);
        for line in lines {
            assert_eq!(line, crate::base::text::folded(line));
            assert!(!line.is_empty() && !line.contains(' '));
        }
    }
}

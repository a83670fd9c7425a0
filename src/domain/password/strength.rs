//! Advice on how hard a password is to guess, by zxcvbn. Never a verdict: a least score would be one more rule of
//! complexity, which NIST SP 800-63B-4 §3.1.1.2 (5) forbids.

use super::rules::Subject;

/// zxcvbn works longer than linearly: what stands behind these characters only makes a password stronger.
const LOOKED_AT: usize = 100;

/// How hard a password seems to guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// 0 (guessed at once) to 4 (hard even with its hash).
    pub score: u8,
    /// Guesses that it would take, as a power of ten, rounded down.
    pub guesses_log10: u32,
    /// What makes it weak.
    pub warning: Option<String>,
    pub suggestions: Vec<String>,
}

/// Estimates without recording anything.
pub fn advice(subject: &Subject<'_>, password: &str) -> Advice {
    let looked: zeroize::Zeroizing<String> =
        zeroize::Zeroizing::new(password.chars().take(LOOKED_AT).collect());
    let words: Vec<&str> = [subject.name, subject.email, subject.display_name]
        .into_iter()
        .flatten()
        .collect();
    let found = zxcvbn::zxcvbn(&looked, &words);
    let feedback = found.feedback();
    let texts = feedback.map(|feedback| feedback.suggestions().iter().map(ToString::to_string));
    Advice {
        score: u8::from(found.score()),
        guesses_log10: found.guesses().max(1).ilog10(),
        warning: feedback
            .and_then(|feedback| feedback.warning())
            .map(|warning| warning.to_string()),
        suggestions: texts.into_iter().flatten().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_bounded_and_knows_the_account() {
        let weak = advice(&Subject::ANYBODY, "password1");
        assert!(weak.score < 2 && weak.warning.is_some());
        let strong = advice(&Subject::ANYBODY, "goose lamp tin walks at four");
        assert!(strong.score == 4 && strong.suggestions.is_empty());
        let named = Subject {
            name: Some("lindqvistharbor"),
            ..Subject::ANYBODY
        };
        assert!(advice(&named, "lindqvistharbor").guesses_log10 < 4);
        let long = "goose lamp tin walks ".repeat(50);
        assert!(advice(&Subject::ANYBODY, &long).score == 4);
    }
}

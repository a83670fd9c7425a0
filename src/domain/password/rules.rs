//! What a new password must meet, and the clause that says so. Pure rules: no store, no terminal.

use super::common;
use super::context_words;
use super::profile::Composition;
pub use super::profile::{Custom, Profile, RuleShown};
use crate::base::error::Result;
use crate::base::text::composed;

/// Whether a password may be set while a list of leaked passwords cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Corpora {
    /// No: what cannot be checked is not taken.
    #[default]
    Required,
    Optional,
}

/// The profile in use and the words of this platform.
#[derive(Clone, Debug)]
pub struct Policy {
    pub profile: Profile,
    /// The platform's names, as configured.
    pub words: Vec<String>,
    pub corpora: Corpora,
}

impl Policy {
    pub fn new(profile: &str, words: &[String]) -> Result<Self> {
        Self::configured(profile, words, &Custom::default())
    }

    /// With the numbers that a configuration gives for the profile `custom`.
    pub fn configured(profile: &str, words: &[String], custom: &Custom<'_>) -> Result<Self> {
        Ok(Self {
            profile: Profile::named(profile)?.with(custom)?,
            words: words.to_vec(),
            corpora: Corpora::Required,
        })
    }
}

/// Whether the account has a confirmed second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondFactor {
    Confirmed,
    Missing,
}

impl From<bool> for SecondFactor {
    fn from(confirmed: bool) -> Self {
        if confirmed {
            Self::Confirmed
        } else {
            Self::Missing
        }
    }
}

/// Whom a password is for: what it must not be made of, and how long it must be.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Of an account that exists: its earlier passwords are looked at where the rules ask for it.
    pub id: Option<&'a str>,
    pub name: Option<&'a str>,
    pub email: Option<&'a str>,
    pub display_name: Option<&'a str>,
    pub factor: SecondFactor,
}

impl Subject<'_> {
    /// Nobody in particular, signing in with the password alone.
    pub const ANYBODY: Self = Self {
        id: None,
        name: None,
        email: None,
        display_name: None,
        factor: SecondFactor::Missing,
    };
}

/// A rule that a password does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static str,
    pub clause: &'static str,
    /// What is wrong and what would be right, without the password.
    pub text: String,
}

impl Finding {
    pub fn line(&self) -> String {
        format!("{} ({}: {})", self.text, self.rule, self.clause)
    }
}

/// Whether a password that meets the rules does so only because of the second factor.
pub fn needs_factor(policy: &Policy, password: &str) -> bool {
    composed(password).chars().count() < policy.profile.alone
}

/// Every rule that `password` does not meet; none: it may be used.
pub fn check(policy: &Policy, subject: &Subject<'_>, password: &str) -> Vec<Finding> {
    let password = composed(password);
    let profile = &policy.profile;
    let found = [
        length(profile, subject.factor, &password),
        composition(profile, &password),
        common::weakness(&password).map(|text| Finding {
            rule: "blocklist",
            clause: profile.clauses.blocklist,
            text: text.to_owned(),
        }),
        context_words::found(&policy.words, subject, &password).map(|text| Finding {
            rule: "context",
            clause: profile.clauses.context,
            text,
        }),
    ];
    found.into_iter().flatten().collect()
}

fn length(profile: &Profile, factor: SecondFactor, password: &str) -> Option<Finding> {
    let length = password.chars().count();
    let (least, why) = match factor {
        SecondFactor::Confirmed => (profile.with_factor, "with a second factor"),
        SecondFactor::Missing => (profile.alone, "without a second factor"),
    };
    let longest = profile.longest;
    let (clause, text) = if length > longest {
        let text = format!(
            "it has {length} characters; at most {longest} are accepted, and none is cut off"
        );
        (profile.clauses.longest, text)
    } else if length < least {
        let text = format!("it has {length} characters; {why} at least {least} are needed");
        (profile.clauses.length, text)
    } else {
        return None;
    };
    Some(Finding {
        rule: "length",
        clause,
        text,
    })
}

fn composition(profile: &Profile, password: &str) -> Option<Finding> {
    let letters = password.chars().any(char::is_alphabetic);
    let digits = password.chars().any(char::is_numeric);
    if profile.composition == Composition::Free || (letters && digits) {
        return None;
    }
    Some(Finding {
        rule: "composition",
        clause: profile.clauses.composition,
        text: "it needs letters and digits".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(profile: &str) -> Policy {
        Policy::new(profile, &["optimaconnect".to_owned()]).unwrap()
    }

    fn rules(profile: &str, subject: &Subject<'_>, password: &str) -> Vec<&'static str> {
        check(&policy(profile), subject, password)
            .iter()
            .map(|finding| finding.rule)
            .collect()
    }

    fn mira(factor: SecondFactor) -> Subject<'static> {
        Subject {
            id: None,
            name: Some("mira.lindqvist"),
            email: Some("m.lindqvist@mail.example"),
            display_name: Some("Mira Lindqvist"),
            factor,
        }
    }

    #[test]
    fn length_counts_code_points_after_composition_and_follows_the_second_factor() {
        let alone = mira(SecondFactor::Missing);
        let with = mira(SecondFactor::Confirmed);
        assert_eq!(rules("nist-63b-4", &alone, "goose lamp tin"), ["length"]);
        assert!(rules("nist-63b-4", &alone, "goose lamp tins").is_empty());
        assert!(rules("nist-63b-4", &with, "goose ti").is_empty());
        assert_eq!(rules("nist-63b-4", &with, "goose t"), ["length"]);
        // Eight code points, seven of them after composition.
        assert_eq!(rules("nist-63b-4", &with, "goose e\u{301}"), ["length"]);
        assert!(rules("nist-63b-4", &alone, "漢字かな交じり文で十五文字以上だ").is_empty());
        let varied: String = ('\u{4e00}'..).take(1024).collect();
        assert!(rules("nist-63b-4", &alone, &varied).is_empty());
        assert_eq!(
            rules("nist-63b-4", &alone, &format!("{varied}x")),
            ["length"]
        );
    }

    #[test]
    fn no_profile_but_pci_asks_for_kinds_of_characters() {
        let alone = mira(SecondFactor::Missing);
        assert!(rules("asvs-5", &alone, "goose lamp tin walks").is_empty());
        assert_eq!(
            rules("pci-dss-4", &alone, "goose lamp tin walks"),
            ["composition"]
        );
        assert!(rules("pci-dss-4", &alone, "goose lamp tin 41").is_empty());
        assert!(Policy::new("nist", &[]).is_err());
    }

    #[test]
    fn every_rule_is_told_at_once_and_never_with_the_password() {
        let findings = check(
            &policy("nist-63b-4"),
            &mira(SecondFactor::Missing),
            "Password1",
        );
        assert_eq!(findings.len(), 2);
        for finding in findings {
            assert!(!finding.line().contains("assword1"));
            assert!(finding.clause.contains("63B-4"));
        }
    }
}

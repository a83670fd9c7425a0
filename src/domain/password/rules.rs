//! What a new password must meet, and the clause that says so. Pure rules: no store, no terminal.

use super::common;
use super::context_words;
use crate::base::error::{Error, Result};
use crate::base::text::{composed, did_you_mean, safe};

/// Length is counted in code points, and nothing is cut (NIST SP 800-63B-4 §3.1.1.2).
const LONGEST: usize = 1024;

/// A named set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    pub name: &'static str,
    /// Least length where the password is the only factor.
    alone: usize,
    /// Least length where a confirmed second factor is asked for, too.
    with_factor: usize,
    composition: Composition,
    length_clause: &'static str,
    blocklist_clause: &'static str,
    context_clause: &'static str,
}

/// Which kinds of characters a profile asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Composition {
    /// Any: 63B-4 forbids such rules.
    Free,
    LettersAndDigits,
}

const PROFILES: [Profile; 3] = [
    Profile {
        name: "nist-63b-4",
        alone: 15,
        with_factor: 8,
        composition: Composition::Free,
        length_clause: "NIST SP 800-63B-4 §3.1.1.2 (1)",
        blocklist_clause: "NIST SP 800-63B-4 §3.1.1.2, blocklist",
        context_clause: "NIST SP 800-63B-4 §3.1.1.2, blocklist (context-specific words)",
    },
    Profile {
        name: "asvs-5",
        alone: 15,
        with_factor: 8,
        composition: Composition::Free,
        length_clause: "OWASP ASVS 5.0 6.2.1",
        blocklist_clause: "OWASP ASVS 5.0 6.2.4",
        context_clause: "OWASP ASVS 5.0 6.2.11",
    },
    Profile {
        name: "pci-dss-4",
        alone: 12,
        with_factor: 12,
        composition: Composition::LettersAndDigits,
        length_clause: "PCI DSS 4.0.1 8.3.6",
        blocklist_clause: "NIST SP 800-63B-4 §3.1.1.2, blocklist",
        context_clause: "NIST SP 800-63B-4 §3.1.1.2, blocklist (context-specific words)",
    },
];

impl Profile {
    pub const STANDARD: Self = {
        let [first, ..] = PROFILES;
        first
    };

    pub fn named(name: &str) -> Result<Self> {
        let known = || PROFILES.iter().map(|profile| profile.name);
        if let Some(profile) = PROFILES.into_iter().find(|profile| profile.name == name) {
            return Ok(profile);
        }
        let error = Error::usage(format!("there is no password profile `{}`", safe(name)));
        Err(error.hint(did_you_mean(name, known()).unwrap_or_else(|| {
            let names: Vec<String> = known().map(|name| format!("`{name}`")).collect();
            format!("known are {}", names.join(", "))
        })))
    }
}

/// The profile in use and the words of this platform.
#[derive(Clone, Debug)]
pub struct Policy {
    pub profile: Profile,
    /// The platform's names, as configured.
    pub words: Vec<String>,
}

impl Policy {
    pub fn new(profile: &str, words: &[String]) -> Result<Self> {
        Ok(Self {
            profile: Profile::named(profile)?,
            words: words.to_vec(),
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
    pub name: Option<&'a str>,
    pub email: Option<&'a str>,
    pub display_name: Option<&'a str>,
    pub factor: SecondFactor,
}

impl Subject<'_> {
    /// Nobody in particular, signing in with the password alone.
    pub const ANYBODY: Self = Self {
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
            clause: profile.blocklist_clause,
            text: text.to_owned(),
        }),
        context_words::found(&policy.words, subject, &password).map(|text| Finding {
            rule: "context",
            clause: profile.context_clause,
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
    let text = if length > LONGEST {
        format!("it has {length} characters; at most {LONGEST} are accepted, and none is cut off")
    } else if length < least {
        format!("it has {length} characters; {why} at least {least} are needed")
    } else {
        return None;
    };
    Some(Finding {
        rule: "length",
        clause: profile.length_clause,
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
        clause: profile.length_clause,
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

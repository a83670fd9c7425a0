//! The named sets of rules for new passwords, each rule with the clause that asks for it. Values only; what holds
//! a password to them is `rules`.

use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, safe};

/// Length is counted in code points, and nothing is cut (NIST SP 800-63B-4 §3.1.1.2).
const LONGEST: usize = 1024;
/// At least this many characters must be allowed, whoever sets the rules (63B-4 §3.1.1.2 (3)).
const LEAST_LONGEST: i64 = 64;
/// No rules of one's own go below this (63B-4 §3.1.1.2 (1)).
const LEAST: i64 = 8;
/// Each earlier password costs a hash when one is set.
const LONGEST_HISTORY: i64 = 24;

/// A named set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    pub name: &'static str,
    /// Least length where the password is the only factor.
    pub(super) alone: usize,
    /// Least length where a confirmed second factor is asked for, too.
    pub(super) with_factor: usize,
    pub(super) longest: usize,
    pub(super) composition: Composition,
    /// How many passwords, the present one among them, a new one must differ from.
    pub(super) history: u32,
    pub(super) clauses: Clauses,
}

/// Who asks for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clauses {
    pub(super) length: &'static str,
    pub(super) longest: &'static str,
    pub(super) composition: &'static str,
    pub(super) blocklist: &'static str,
    pub(super) context: &'static str,
    pub(super) breach: &'static str,
    pub(super) history: &'static str,
    expiry: &'static str,
}

/// Which kinds of characters a profile asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Composition {
    /// Any: 63B-4 forbids such rules.
    Free,
    LettersAndDigits,
}

const NIST: Clauses = Clauses {
    length: "NIST SP 800-63B-4 §3.1.1.2 (1)",
    longest: "NIST SP 800-63B-4 §3.1.1.2 (3)",
    composition: "NIST SP 800-63B-4 §3.1.1.2 (5)",
    blocklist: "NIST SP 800-63B-4 §3.1.1.2, blocklist",
    context: "NIST SP 800-63B-4 §3.1.1.2, blocklist (context-specific words)",
    breach: "NIST SP 800-63B-4 §3.1.1.2, blocklist (breach corpuses)",
    history: "NIST SP 800-63B-4 asks for none",
    expiry: "NIST SP 800-63B-4 §3.1.1.2 (6)",
};

const PROFILES: [Profile; 4] = [
    Profile {
        name: "nist-63b-4",
        alone: 15,
        with_factor: 8,
        longest: LONGEST,
        composition: Composition::Free,
        history: 0,
        clauses: NIST,
    },
    Profile {
        name: "asvs-5",
        alone: 15,
        with_factor: 8,
        longest: LONGEST,
        composition: Composition::Free,
        history: 0,
        clauses: Clauses {
            length: "OWASP ASVS 5.0 6.2.1",
            longest: "OWASP ASVS 5.0 6.2.9",
            composition: "OWASP ASVS 5.0 6.2.5",
            blocklist: "OWASP ASVS 5.0 6.2.4",
            context: "OWASP ASVS 5.0 6.2.11",
            breach: "OWASP ASVS 5.0 6.2.12",
            history: "OWASP ASVS 5.0 asks for none",
            expiry: "OWASP ASVS 5.0 6.2.10",
        },
    },
    Profile {
        name: "pci-dss-4",
        alone: 12,
        with_factor: 12,
        longest: LONGEST,
        composition: Composition::LettersAndDigits,
        history: 4,
        clauses: Clauses {
            length: "PCI DSS 4.0.1 8.3.6",
            composition: "PCI DSS 4.0.1 8.3.6",
            history: "PCI DSS 4.0.1 8.3.7",
            expiry: "PCI DSS 4.0.1 8.3.9",
            ..NIST
        },
    },
    Profile {
        name: "custom",
        alone: 15,
        with_factor: 8,
        longest: LONGEST,
        composition: Composition::Free,
        history: 0,
        clauses: Clauses {
            length: "set by `password.min_length`, `password.min_length_with_2fa`",
            longest: "set by `password.max_length`",
            composition: "set by `password.composition`",
            history: "set by `password.history`",
            ..NIST
        },
    },
];

/// What a configuration says for the profile `custom`; the rest is as in `nist-63b-4`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Custom<'a> {
    pub min_length: Option<i64>,
    pub min_length_with_2fa: Option<i64>,
    pub max_length: Option<i64>,
    pub composition: Option<&'a str>,
    pub history: Option<i64>,
}

/// A rule as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleShown {
    pub rule: &'static str,
    pub text: String,
    pub clause: &'static str,
}

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

    /// The profile with the numbers of a configuration, which only `custom` takes.
    pub(super) fn with(self, custom: &Custom<'_>) -> Result<Self> {
        if *custom == Custom::default() {
            return Ok(self);
        }
        if self.name != "custom" {
            return Err(Error::usage(format!(
                "the configuration changes rules of the profile `{}`, which has its own",
                self.name
            ))
            .hint(format!(
                "take {} out, or set `password.profile` to `custom`",
                custom.named().join(", ")
            )));
        }
        let longest = bounded("max_length", custom.max_length, (LEAST_LONGEST, 1024))?;
        let longest = longest.unwrap_or(self.longest);
        let top = i64::try_from(longest).unwrap_or(LEAST_LONGEST);
        let alone = bounded("min_length", custom.min_length, (LEAST, top))?;
        let alone = alone.unwrap_or(self.alone);
        let both = bounded(
            "min_length_with_2fa",
            custom.min_length_with_2fa,
            (LEAST, top),
        )?;
        let history = bounded("history", custom.history, (0, LONGEST_HISTORY))?;
        Ok(Self {
            alone,
            with_factor: both.unwrap_or(self.with_factor.min(alone)),
            longest,
            composition: composition(custom.composition)?,
            history: u32::try_from(history.unwrap_or_default()).unwrap_or_default(),
            ..self
        })
    }

    /// Every rule with its value and its clause.
    pub fn rules(&self) -> Vec<RuleShown> {
        let rule = |rule, text: String, clause| RuleShown { rule, text, clause };
        let (alone, both, longest) = (self.alone, self.with_factor, self.longest);
        let length = format!("at least {alone} characters, {both} beside a second factor");
        let composition = match self.composition {
            Composition::Free => "any characters",
            Composition::LettersAndDigits => "letters and digits",
        };
        let history = match self.history {
            0 => "earlier passwords may be used again".to_owned(),
            n => format!("none of the last {n} passwords"),
        };
        let expiry = if self.clauses.expiry == NIST.expiry || self.history == 0 {
            "never by date, only on evidence of compromise"
        } else {
            "by date only where the password is the only factor and access is not analyzed"
        };
        let clauses = &self.clauses;
        vec![
            rule("length", length, clauses.length),
            rule(
                "longest",
                format!("at most {longest} characters, none is cut off"),
                clauses.longest,
            ),
            rule("composition", composition.to_owned(), clauses.composition),
            rule(
                "blocklist",
                "none of the commonest, no runs, no repetitions".to_owned(),
                clauses.blocklist,
            ),
            rule(
                "context",
                "little more than the platform's or the account's words is refused".to_owned(),
                clauses.context,
            ),
            rule(
                "breach",
                "none that stands in a list of leaked passwords in use".to_owned(),
                clauses.breach,
            ),
            rule("history", history, clauses.history),
            rule("expiry", expiry.to_owned(), clauses.expiry),
        ]
    }
}

impl Custom<'_> {
    /// The keys that are set.
    fn named(&self) -> Vec<String> {
        [
            ("min_length", self.min_length.is_some()),
            ("min_length_with_2fa", self.min_length_with_2fa.is_some()),
            ("max_length", self.max_length.is_some()),
            ("composition", self.composition.is_some()),
            ("history", self.history.is_some()),
        ]
        .into_iter()
        .filter(|(_, set)| *set)
        .map(|(name, _)| format!("`password.{name}`"))
        .collect()
    }
}

fn bounded(name: &str, value: Option<i64>, (least, most): (i64, i64)) -> Result<Option<usize>> {
    match value {
        Some(value) if !(least..=most).contains(&value) => Err(Error::usage(format!(
            "`password.{name}` is {value}; from {least} to {most} is possible"
        ))),
        value => Ok(value.and_then(|value| usize::try_from(value).ok())),
    }
}

fn composition(word: Option<&str>) -> Result<Composition> {
    match word {
        None | Some("any") => Ok(Composition::Free),
        Some("letters-and-digits") => Ok(Composition::LettersAndDigits),
        Some(other) => Err(Error::usage(format!(
            "`password.composition` is `{}`; `any` or `letters-and-digits` is possible",
            safe(other)
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom() -> Profile {
        Profile::named("custom").unwrap()
    }

    #[test]
    fn rules_of_ones_own_stay_within_bounds() {
        let made = |custom: Custom<'_>| self::custom().with(&custom);
        let set = Custom {
            min_length: Some(10),
            history: Some(3),
            composition: Some("letters-and-digits"),
            ..Custom::default()
        };
        let profile = made(set).unwrap();
        assert_eq!((profile.alone, profile.with_factor), (10, 8));
        assert_eq!(profile.history, 3);
        for wrong in [
            Custom {
                min_length: Some(7),
                ..set
            },
            Custom {
                min_length: Some(2000),
                ..set
            },
            Custom {
                min_length_with_2fa: Some(-1),
                ..set
            },
            Custom {
                max_length: Some(63),
                ..set
            },
            Custom {
                max_length: Some(64),
                min_length: Some(65),
                ..set
            },
            Custom {
                history: Some(25),
                ..set
            },
            Custom {
                composition: Some("upper"),
                ..set
            },
        ] {
            assert!(made(wrong).is_err(), "{wrong:?}");
        }
        let error = Profile::STANDARD.with(&set).unwrap_err();
        assert!(error.hint.unwrap().contains("`password.min_length`"));
    }

    #[test]
    fn every_rule_of_every_profile_has_its_clause() {
        for profile in PROFILES {
            assert_eq!(profile.rules().len(), 8);
            assert!(profile.rules().iter().all(|rule| !rule.clause.is_empty()));
        }
    }
}

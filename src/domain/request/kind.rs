//! What each type of request is: the law that knows it, the clock that runs, how sure one must be of who asks, and
//! what the answer is. One table, pure.

use super::words::{Law, Level, Type};
use crate::base::error::{Error, Result};

/// How fast the answer must come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A month, or 45 days.
    Usual,
    /// The same limit, but the processing stops with the next working day: GDPR Art. 7(3) lets consent be
    /// withdrawn at any time, Art. 21(1) and (3) leave no time to go on.
    AtOnce,
    /// 15 business days, never extended (11 CCR §§7026(f), 7027(g)).
    OptOut,
}

/// Whether it must be made sure who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proving {
    Needed,
    /// On reasonable doubt only (GDPR Art. 12(6)).
    OnDoubt,
    /// 11 CCR §7060(b): a business must not require it.
    Forbidden,
}

/// What the answer is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// A bundle that is built and delivered.
    Bundle,
    /// An erasure that is planned, approved and carried out.
    Erasure,
    /// Data that are put right.
    Correction,
    /// Something that is changed or stopped.
    Change,
    /// An explanation in words.
    Explanation,
}

/// Whether those who received the data must be told what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipients {
    Tell,
    Spare,
}

/// The row of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub law: Law,
    /// Where it stands.
    pub source: &'static str,
    /// The same right under the other law: one request can be both.
    pub twin: Option<Type>,
    /// What comes nearest under the other law where it is not the same.
    pub near: Option<Type>,
    pub pace: Pace,
    pub proving: Proving,
    pub product: Product,
    pub recipients: Recipients,
}

const GDPR: Facts = Facts {
    law: Law::Gdpr,
    source: "",
    twin: None,
    near: None,
    pace: Pace::Usual,
    proving: Proving::Needed,
    product: Product::Change,
    recipients: Recipients::Spare,
};
const CCPA: Facts = Facts {
    law: Law::Ccpa,
    ..GDPR
};

impl Type {
    #[expect(clippy::too_many_lines, reason = "one table, a row for each type")]
    pub const fn facts(self) -> Facts {
        match self {
            Self::Access => Facts {
                source: "GDPR Art. 15",
                twin: Some(Self::KnowSpecific),
                product: Product::Bundle,
                ..GDPR
            },
            Self::Portability => Facts {
                source: "GDPR Art. 20",
                near: Some(Self::KnowSpecific),
                product: Product::Bundle,
                ..GDPR
            },
            Self::Rectification => Facts {
                source: "GDPR Art. 16",
                twin: Some(Self::Correct),
                product: Product::Correction,
                recipients: Recipients::Tell,
                ..GDPR
            },
            Self::Erasure => Facts {
                source: "GDPR Art. 17",
                twin: Some(Self::Delete),
                product: Product::Erasure,
                recipients: Recipients::Tell,
                ..GDPR
            },
            Self::Restriction => Facts {
                source: "GDPR Art. 18",
                near: Some(Self::Limit),
                recipients: Recipients::Tell,
                ..GDPR
            },
            Self::Objection => Facts {
                source: "GDPR Art. 21",
                near: Some(Self::OptOut),
                pace: Pace::AtOnce,
                proving: Proving::OnDoubt,
                ..GDPR
            },
            Self::WithdrawConsent => Facts {
                source: "GDPR Art. 7(3)",
                near: Some(Self::OptOut),
                pace: Pace::AtOnce,
                proving: Proving::OnDoubt,
                ..GDPR
            },
            Self::HumanReview => Facts {
                source: "GDPR Art. 22(3)",
                product: Product::Explanation,
                ..GDPR
            },
            Self::KnowCategories => Facts {
                source: "Civ. Code §1798.110(a)(1)-(4)",
                near: Some(Self::Access),
                product: Product::Explanation,
                ..CCPA
            },
            Self::KnowSpecific => Facts {
                source: "Civ. Code §1798.110(a)(5)",
                twin: Some(Self::Access),
                product: Product::Bundle,
                ..CCPA
            },
            Self::Delete => Facts {
                source: "Civ. Code §1798.105",
                twin: Some(Self::Erasure),
                product: Product::Erasure,
                recipients: Recipients::Tell,
                ..CCPA
            },
            Self::Correct => Facts {
                source: "Civ. Code §1798.106",
                twin: Some(Self::Rectification),
                product: Product::Correction,
                recipients: Recipients::Tell,
                ..CCPA
            },
            Self::OptOut => Facts {
                source: "Civ. Code §1798.120",
                near: Some(Self::Objection),
                pace: Pace::OptOut,
                proving: Proving::Forbidden,
                recipients: Recipients::Tell,
                ..CCPA
            },
            Self::Limit => Facts {
                source: "Civ. Code §1798.121",
                near: Some(Self::Restriction),
                pace: Pace::OptOut,
                proving: Proving::Forbidden,
                recipients: Recipients::Tell,
                ..CCPA
            },
        }
    }

    /// Data that are said to be wrong cannot show who asks (11 CCR §7060(h)).
    pub const fn is_correction(self) -> bool {
        matches!(self.facts().product, Product::Correction)
    }

    /// How sure it must be who asks. Specific pieces want a reasonably high degree (11 CCR §7062(c)); for the rest a
    /// reasonable one is the least.
    pub const fn level(self, law: Law) -> Level {
        let is_copy = matches!(self, Self::Access | Self::KnowSpecific);
        if is_copy && law.has_ccpa() {
            Level::High
        } else {
            Level::Reasonable
        }
    }

    /// Whether requests of this type exist under this law; a refusal names the one that does.
    pub fn require_law(self, law: Law) -> Result<()> {
        let facts = self.facts();
        let own = facts.law;
        if law == own || (law == Law::Both && facts.twin.is_some()) {
            return Ok(());
        }
        let (word, other) = (self.as_str(), own.other());
        let instead = facts.twin.or(facts.near).map(Self::as_str);
        if law == Law::Both {
            let error = Error::usage(format!(
                "`{word}` is a request under the {} alone",
                own.name()
            ));
            return Err(match instead {
                Some(near) => error.hint(format!(
                    "open two: `--type {word} --law {}` and `--type {near} --law {}`",
                    own.as_str(),
                    other.as_str()
                )),
                None => error.hint(format!("give `--law {}`", own.as_str())),
            });
        }
        let act = if own == Law::Ccpa { " (CCPA)" } else { "" };
        let error = Error::usage(format!("`{word}` is a request under {}{act}", facts.source));
        Err(match instead {
            Some(near) => error.hint(format!("under the {} it is `--type {near}`", other.name())),
            None => error.hint(format!(
                "the {} knows none like it: give `--law {}`",
                other.name(),
                own.as_str()
            )),
        })
    }
}

impl Law {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gdpr => "GDPR",
            Self::Ccpa => "CCPA",
            Self::Both => "GDPR and the CCPA",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Gdpr => Self::Ccpa,
            Self::Ccpa => Self::Gdpr,
            Self::Both => Self::Both,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_one_law_and_the_other_laws_name_for_it() {
        for kind in Type::ALL {
            let facts = kind.facts();
            assert_ne!(facts.law, Law::Both, "{kind:?}");
            kind.require_law(facts.law).unwrap();
            assert_eq!(
                kind.require_law(Law::Both).is_ok(),
                facts.twin.is_some(),
                "{kind:?}"
            );
            let refused = kind.require_law(facts.law.other()).unwrap_err();
            assert!(refused.message.contains(facts.source), "{refused:?}");
            for other in [facts.twin, facts.near].into_iter().flatten() {
                assert_ne!(other.facts().law, facts.law);
                assert!(refused.hint.as_ref().unwrap().contains(other.as_str()));
            }
            if let Some(twin) = facts.twin {
                assert_eq!(twin.facts().twin, Some(*kind));
                assert_eq!(twin.facts().product, facts.product);
            }
        }
    }

    #[test]
    fn only_what_is_forbidden_to_verify_runs_on_fifteen_days() {
        for kind in Type::ALL {
            let facts = kind.facts();
            assert_eq!(
                facts.pace == Pace::OptOut,
                facts.proving == Proving::Forbidden,
                "{kind:?}"
            );
        }
        assert_eq!(Type::Access.level(Law::Gdpr), Level::Reasonable);
        assert_eq!(Type::Access.level(Law::Both), Level::High);
        assert_eq!(Type::Delete.level(Law::Ccpa), Level::Reasonable);
    }
}

//! The words of a choice: what somebody opted out of or objected to, and how it reached us.

use crate::base::error::{Error, Result};
use crate::base::text;
use crate::store::optout::ChoiceKind;

/// What is not to be done with somebody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    SaleSharing,
    Limit,
    DirectMarketing,
    LegitimateInterests,
}

impl What {
    pub const ALL: [Self; 4] = [
        Self::SaleSharing,
        Self::Limit,
        Self::DirectMarketing,
        Self::LegitimateInterests,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SaleSharing => "sale-sharing",
            Self::Limit => "limit",
            Self::DirectMarketing => "direct-marketing",
            Self::LegitimateInterests => "legitimate-interests",
        }
    }

    /// What ends, for the person.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::SaleSharing => "the sale and sharing of personal information",
            Self::Limit => "the use of sensitive personal information beyond what is necessary",
            Self::DirectMarketing => "the use of personal data for direct marketing",
            Self::LegitimateInterests => "processing on the ground of legitimate interests",
        }
    }

    /// Where the law has it.
    pub const fn law(self) -> &'static str {
        match self {
            Self::SaleSharing => "Civ. Code §1798.120, 11 CCR §7026",
            Self::Limit => "Civ. Code §1798.121, 11 CCR §7027",
            Self::DirectMarketing => "GDPR Art. 21(2)",
            Self::LegitimateInterests => "GDPR Art. 21(1)",
        }
    }

    pub fn kind(self) -> ChoiceKind {
        ChoiceKind::of(self.as_str())
    }

    pub fn parse(typed: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|word| word.as_str() == typed);
        found.ok_or_else(|| unknown("choice", typed, &Self::ALL.map(Self::as_str)))
    }
}

/// How a choice reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The person said so.
    Request,
    /// The browser did: Global Privacy Control (11 CCR §7025).
    Gpc,
    /// An authorized agent did (11 CCR §7063).
    Agent,
    /// Nobody asked; it was decided here.
    Operator,
}

impl Source {
    pub const ALL: [Self; 4] = [Self::Request, Self::Gpc, Self::Agent, Self::Operator];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Gpc => "gpc",
            Self::Agent => "agent",
            Self::Operator => "operator",
        }
    }

    pub fn parse(typed: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|word| word.as_str() == typed);
        found.ok_or_else(|| unknown("source", typed, &Self::ALL.map(Self::as_str)))
    }
}

fn unknown(what: &str, typed: &str, words: &[&str]) -> Error {
    let error = Error::usage(format!("there is no {what} `{}`", text::safe(typed)));
    match text::did_you_mean(typed, words.iter().copied()) {
        Some(near) => error.hint(near),
        None => error.hint(format!("choose one of {}", words.join(", "))),
    }
}

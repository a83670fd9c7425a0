//! What kind of data a field holds. It decides whether a person gets to read it.

use crate::base::error::{Error, Result};
use crate::base::text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Identity,
    Contact,
    Financial,
    Content,
    Activity,
    Location,
    Device,
    /// GDPR Art. 9 and 10.
    Special,
    Technical,
    /// Other people's (GDPR Art. 15(4)).
    Others,
    /// What no answer holds (11 CCR §7024(d)).
    Secret,
}

impl Category {
    pub const ALL: [Self; 11] = [
        Self::Identity,
        Self::Contact,
        Self::Financial,
        Self::Content,
        Self::Activity,
        Self::Location,
        Self::Device,
        Self::Special,
        Self::Technical,
        Self::Others,
        Self::Secret,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Financial => "financial",
            Self::Content => "content",
            Self::Activity => "activity",
            Self::Location => "location",
            Self::Device => "device",
            Self::Special => "special",
            Self::Technical => "technical",
            Self::Others => "others",
            Self::Secret => "secret",
        }
    }

    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Identity => "names, numbers and dates that say who somebody is",
            Self::Contact => "addresses, telephone numbers, e-mail",
            Self::Financial => "orders, invoices, payments",
            Self::Content => "what somebody wrote or uploaded",
            Self::Activity => "what somebody did, and when",
            Self::Location => "where somebody was",
            Self::Device => "devices, programs and network addresses",
            Self::Special => "health, beliefs, biometrics, convictions (GDPR Art. 9 and 10)",
            Self::Technical => "numbers and marks of the system itself",
            Self::Others => "data about other people: never handed out (GDPR Art. 15(4))",
            Self::Secret => {
                "passwords, keys, numbers of documents and cards: never handed out (11 CCR §7024(d))"
            }
        }
    }

    /// Whether the person gets to read it.
    pub const fn is_handed_out(self) -> bool {
        !matches!(self, Self::Others | Self::Secret)
    }

    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|one| one.as_str() == typed);
        found.ok_or_else(|| {
            let words = Self::ALL.map(Self::as_str);
            let error = Error::usage(format!(
                "there is no category `{}` of data",
                text::safe(typed)
            ));
            let near = text::did_you_mean(typed, words);
            let near = near.map_or(String::new(), |near| format!("{near}; "));
            error.hint(format!("{near}the categories are {}", words.join(", ")))
        })
    }
}

//! The classes of personal data. Holds and rules of retention name them; which tables they stand for is said here.

use std::collections::BTreeSet;

use crate::base::error::{Error, Result};
use crate::base::text;

/// A class of personal data in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Identity,
    Contact,
    Credentials,
    Access,
    Sessions,
    Activity,
    Notices,
    Requests,
    Consents,
    Sources,
}

impl Class {
    pub const ALL: [Self; 10] = [
        Self::Identity,
        Self::Contact,
        Self::Credentials,
        Self::Access,
        Self::Sessions,
        Self::Activity,
        Self::Notices,
        Self::Requests,
        Self::Consents,
        Self::Sources,
    ];

    /// What goes with an account's row. Requests are kept longer than their subject (11 CCR §7101), and the audit
    /// log has its own rules.
    pub const OF_ACCOUNT: [Self; 7] = [
        Self::Identity,
        Self::Contact,
        Self::Credentials,
        Self::Access,
        Self::Sessions,
        Self::Notices,
        Self::Consents,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Credentials => "credentials",
            Self::Access => "access",
            Self::Sessions => "sessions",
            Self::Activity => "activity",
            Self::Notices => "notices",
            Self::Requests => "requests",
            Self::Consents => "consents",
            Self::Sources => "sources",
        }
    }

    /// What belongs to it, for people.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Identity => "name, display name, kind and region of an account",
            Self::Contact => "e-mail address",
            Self::Credentials => "passwords, second factors, recovery codes and tokens",
            Self::Access => "roles, groups and the users of the operating system",
            Self::Sessions => "recorded sessions with address and program",
            Self::Activity => "personal values in the audit log",
            Self::Notices => "what accounts were told or are to be told",
            Self::Requests => "data requests, their steps and what was delivered",
            Self::Consents => "consents, objections and opt-outs",
            Self::Sources => "what the platform holds in the data sources of the configuration",
        }
    }

    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|class| class.as_str() == typed)
            .ok_or_else(|| {
                let error = Error::usage(format!("there is no data class `{}`", text::safe(typed)));
                let words = Self::ALL.map(Self::as_str);
                match text::did_you_mean(typed, words) {
                    Some(near) => error.hint(near),
                    None => error.hint(format!("the classes are {}", words.join(", "))),
                }
            })
    }

    /// The classes that were named, `all` being every one.
    pub fn parse_some(typed: &[String]) -> Result<BTreeSet<Self>> {
        if typed.iter().any(|word| word == "all") {
            return Ok(Self::ALL.into());
        }
        typed.iter().map(|word| Self::parse(word)).collect()
    }

    /// The fields of an account that can be put right and that none of these classes keeps.
    pub fn rectifiable_without(kept: &BTreeSet<Self>) -> Vec<&'static str> {
        let mut fields = vec![];
        if !kept.contains(&Self::Contact) {
            fields.push("email");
        }
        if !kept.contains(&Self::Identity) {
            fields.extend(["name", "display_name", "region"]);
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_and_a_wrong_one_names_the_nearest() {
        for class in Class::ALL {
            assert_eq!(Class::parse(class.as_str()).unwrap(), class);
        }
        let wrong = Class::parse("session").unwrap_err();
        assert!(wrong.hint.unwrap().contains("sessions"));
        let all = Class::parse_some(&["sessions".to_owned(), "all".to_owned()]).unwrap();
        assert_eq!(all.len(), Class::ALL.len());
    }
}

//! The words that a request is described by: kind, law, channel, how somebody was verified, why it was denied.
//! Closed lists, so that none of them can carry a person's data into the log.

use crate::base::error::{Error, Result};
use crate::base::text;

/// Makes a closed list with names, and reads it back.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($variant:ident = $text:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads what was typed.
            pub fn parse(typed: &str) -> Result<Self> {
                let found = Self::ALL.iter().find(|word| word.as_str() == typed);
                found.copied().ok_or_else(|| unknown($what, typed, &[$($text),+]))
            }

            /// Reads what a row of the store says.
            pub fn read(text: &str) -> Result<Self> {
                let found = Self::ALL.iter().find(|word| word.as_str() == text);
                found.copied().ok_or_else(|| Error::integrity(concat!("a request has an impossible ", $what)))
            }
        }
    };
}

words! {
    /// What is asked for.
    Type, "type": Access = "access", Portability = "portability"
}

words! {
    /// By which law it is answered. `both` is one request with two clocks.
    Law, "law": Gdpr = "gdpr", Ccpa = "ccpa", Both = "both"
}

words! {
    /// How it came in, or how the answer went out.
    Channel, "channel": Web = "web", Email = "email", Post = "post", Phone = "phone",
    InPerson = "in-person", Portal = "portal", Api = "api", Other = "other"
}

words! {
    /// How it was made sure who asks. That and how is kept, never a document.
    Method, "method": SignIn = "sign-in", TwoFactor = "two-factor", Email = "email",
    Document = "document", Declaration = "declaration", InPerson = "in-person", Agent = "agent"
}

words! {
    /// Why a request is denied, or met in part only.
    Code, "code": NoMatch = "no-match", InsufficientVerification = "insufficient-verification",
    SuspectedFraud = "suspected-fraud", ClaimNotCovered = "claim-not-covered",
    OutsideJurisdiction = "outside-jurisdiction", TooManyRequests = "too-many-requests",
    ManifestlyUnfounded = "manifestly-unfounded", LegalObligation = "legal-obligation",
    LegalClaims = "legal-claims", Expression = "expression", Security = "security",
    RightsOfOthers = "rights-of-others", Hold = "hold", NotHoldingData = "not-holding-data",
    Other = "other"
}

impl Type {
    /// Also by the CCPA's name: specific pieces of personal information (Civ. Code §1798.110(a)(5)) are what
    /// Art. 15(3) calls a copy.
    pub fn parse_any(typed: &str) -> Result<Self> {
        if typed == "know-specific" {
            return Ok(Self::Access);
        }
        Self::parse(typed)
    }
}

impl Law {
    pub const fn has_gdpr(self) -> bool {
        matches!(self, Self::Gdpr | Self::Both)
    }

    pub const fn has_ccpa(self) -> bool {
        matches!(self, Self::Ccpa | Self::Both)
    }
}

impl Code {
    /// The heading under which 11 CCR §7102 counts a denial.
    pub const fn bucket(self) -> &'static str {
        match self {
            Self::NoMatch | Self::InsufficientVerification | Self::SuspectedFraud => {
                "not-verifiable"
            }
            Self::OutsideJurisdiction => "not-a-consumer",
            Self::LegalObligation
            | Self::LegalClaims
            | Self::Expression
            | Self::Security
            | Self::RightsOfOthers
            | Self::Hold => "exempt",
            Self::ClaimNotCovered
            | Self::TooManyRequests
            | Self::ManifestlyUnfounded
            | Self::NotHoldingData
            | Self::Other => "other",
        }
    }
}

fn unknown(what: &str, typed: &str, known: &[&str]) -> Error {
    let error = Error::usage(format!(
        "`{}` is not a {what} of requests",
        text::safe(typed)
    ));
    match text::did_you_mean(typed, known.iter().copied()) {
        Some(near) => error.hint(near),
        None => error.hint(format!("accepted: {}", known.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_and_close_ones_offered() {
        for code in Code::ALL {
            assert_eq!(Code::parse(code.as_str()).unwrap(), *code);
            assert!(!code.bucket().is_empty());
        }
        assert_eq!(Type::parse_any("know-specific").unwrap(), Type::Access);
        assert!(
            Type::parse("acess")
                .unwrap_err()
                .hint
                .unwrap()
                .contains("`access`")
        );
        assert_eq!(
            Law::read("x").unwrap_err().kind,
            crate::base::error::Kind::Integrity
        );
    }
}

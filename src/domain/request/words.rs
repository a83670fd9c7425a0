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
    Type, "type": Access = "access", Portability = "portability", Rectification = "rectification",
    Erasure = "erasure", Restriction = "restriction", Objection = "objection",
    WithdrawConsent = "withdraw-consent", HumanReview = "human-review", KnowCategories = "know-categories",
    KnowSpecific = "know-specific", Delete = "delete", Correct = "correct", OptOut = "opt-out", Limit = "limit"
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
    /// A category of data: what is contested, and what was matched to make sure who asks. Never the data.
    Datum, "datum": Email = "email", Name = "name", AccountName = "account-name", Phone = "phone",
    Address = "address", BirthDate = "birth-date", Purchase = "purchase", Device = "device", Other = "other"
}

words! {
    /// How sure it is who asks (11 CCR §7062): reasonably, or to a reasonably high degree.
    Level, "level": Reasonable = "reasonable", High = "high"
}

words! {
    /// What an agent showed (11 CCR §7063; a mandate under the GDPR is a signed permission, too).
    AgentProof, "proof": SignedPermission = "signed-permission", PowerOfAttorney = "power-of-attorney"
}

words! {
    /// Why something that came in is no request of its own.
    Dismissal, "reason": Duplicate = "duplicate", Mistake = "mistake", NotARequest = "not-a-request", Spam = "spam"
}

words! {
    /// How the recipients of the data came to know (GDPR Art. 19, 11 CCR §§7022(b), 7023(c), 7026(f), 7027(g)).
    Telling, "way of telling": Told = "told", NoRecipients = "no-recipients", Impossible = "impossible",
    Disproportionate = "disproportionate"
}

words! {
    /// Who is not content with the answer.
    Appellant, "appellant": Person = "person", Authority = "authority"
}

words! {
    /// How it was made sure who asks. That and how is kept, never a document.
    Method, "method": SignIn = "sign-in", TwoFactor = "two-factor", Email = "email",
    DataPoints = "data-points", Document = "document", Declaration = "declaration", InPerson = "in-person",
    Agent = "agent"
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

impl Method {
    /// Whether somebody signed in to an account.
    pub const fn needs_account(self) -> bool {
        matches!(self, Self::SignIn | Self::TwoFactor)
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

/// Reads a list such as `email,name`, in which nothing is named twice.
pub fn data_list(typed: &[String]) -> Result<Vec<Datum>> {
    let mut found = vec![];
    for word in typed {
        let datum = Datum::parse(word)?;
        if found.contains(&datum) {
            return Err(Error::usage(format!("`{word}` is named twice")));
        }
        found.push(datum);
    }
    Ok(found)
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
        }
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

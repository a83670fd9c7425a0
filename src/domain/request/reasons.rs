//! Why a request is denied or met in part: under which law a reason exists, what the person is told, and how it is
//! counted. The operator adds the facts of the case.

use super::kind::{Pace, Product, Proving};
use super::words::{Code, Law, Type};
use crate::base::error::{Error, Result};

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

    /// A few words for a list.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::NoMatch => "nothing held matches what the person gave",
            Self::InsufficientVerification => "it could not be made sure who asks",
            Self::SuspectedFraud => "a documented belief that it is fraudulent",
            Self::ClaimNotCovered => "the law gives no such right in this case",
            Self::OutsideJurisdiction => "the law does not apply to the person",
            Self::TooManyRequests => "more often than the law allows",
            Self::ManifestlyUnfounded => "manifestly unfounded or excessive",
            Self::LegalObligation => "the law obliges to keep the data",
            Self::LegalClaims => "needed for legal claims",
            Self::Expression => "freedom of expression and information",
            Self::Security => "needed for security and integrity",
            Self::RightsOfOthers => "it would harm the rights of others",
            Self::Hold => "the data are under a legal hold",
            Self::NotHoldingData => "no data of the person are held",
            Self::Other => "another reason, told in the text",
        }
    }

    /// The paragraph for the person under one law. An article is named only for the right that it limits.
    pub fn paragraph(self, law: Law, kind: Type) -> &'static str {
        if let Some(text) = self.elsewhere(law, kind) {
            return text;
        }
        if law.has_gdpr() {
            self.gdpr()
        } else {
            self.ccpa()
        }
    }

    /// What is said where the article of the usual paragraph limits another right than the one that was asked for.
    fn elsewhere(self, law: Law, kind: Type) -> Option<&'static str> {
        let product = kind.facts().product;
        let is_erasure = product == Product::Erasure;
        let is_objection = kind == Type::Objection;
        Some(match self {
            Self::LegalObligation if !is_erasure && law.has_gdpr() => {
                "The law obliges us to process these data as we do; the reason below names it."
            }
            Self::LegalObligation if !is_erasure => {
                "We must do this to comply with a legal obligation (Civ. Code §1798.145(a)); the reason below names it."
            }
            Self::LegalClaims if is_objection => {
                "The data are needed to establish, exercise or defend legal claims (Art. 21(1) GDPR). We use them for nothing else meanwhile."
            }
            Self::LegalClaims if !is_erasure && law.has_gdpr() => {
                "The data are needed to establish, exercise or defend legal claims. We use them for nothing else meanwhile."
            }
            Self::Expression if !is_erasure => {
                "The data are needed to exercise the right of free speech and information."
            }
            Self::Security if is_objection => {
                "The data are needed to keep the service and its users secure (Art. 6(1)(f), Art. 21(1) GDPR). We use them for nothing else."
            }
            Self::Security if !is_erasure => {
                "The data are needed to keep the service and its users secure. We use them for nothing else."
            }
            Self::RightsOfOthers if product != Product::Bundle && law.has_gdpr() => {
                "What you ask for would adversely affect the rights and freedoms of other people."
            }
            Self::SuspectedFraud if kind.facts().pace != Pace::OptOut && !law.has_gdpr() => {
                "We have a good-faith, reasonable and documented belief that the request is fraudulent."
            }
            _ => return None,
        })
    }

    const fn gdpr(self) -> &'static str {
        match self {
            Self::NoMatch => {
                "We are not able to find you in our data with what you gave us (Art. 11(2) GDPR). If you can tell us more by which to find you, we will look again."
            }
            Self::InsufficientVerification => {
                "We have reasonable doubts about the identity of the person who made the request, and what we received did not settle them (Art. 12(6) GDPR). Without that we would risk to give your data to somebody else."
            }
            Self::SuspectedFraud => {
                "We have reason to believe that the request was not made by the person whom it concerns (Art. 12(6) GDPR)."
            }
            Self::ClaimNotCovered => {
                "The right that you invoke does not cover what you ask for, for the reason below."
            }
            Self::OutsideJurisdiction => {
                "The General Data Protection Regulation does not apply to this processing (Art. 3 GDPR)."
            }
            Self::TooManyRequests => {
                "The request repeats one that we answered a short time ago, and is for that reason excessive (Art. 12(5)(b) GDPR)."
            }
            Self::ManifestlyUnfounded => {
                "The request is manifestly unfounded or excessive (Art. 12(5)(b) GDPR); the reason below shows why."
            }
            Self::LegalObligation => {
                "The law obliges us to keep these data (Art. 17(3)(b) GDPR). We use them for nothing else, and delete them when the obligation ends."
            }
            Self::LegalClaims => {
                "The data are needed to establish, exercise or defend legal claims (Art. 17(3)(e) GDPR). We use them for nothing else meanwhile."
            }
            Self::Expression => {
                "The data are needed to exercise the right of freedom of expression and information (Art. 17(3)(a) GDPR)."
            }
            Self::Security => {
                "The data are needed to keep the service and its users secure, for legitimate grounds that override (Art. 17(1)(c) GDPR). We use them for nothing else."
            }
            Self::RightsOfOthers => {
                "What you ask for would adversely affect the rights and freedoms of other people (Art. 15(4), Art. 20(4) GDPR)."
            }
            Self::Hold => {
                "The data must be preserved for a proceeding for now (Art. 17(3)(b) and (e) GDPR). When that ends we take the request up again; you need not ask once more."
            }
            Self::NotHoldingData => "We hold no personal data about you.",
            Self::Other => "We do not act on the request, for the reason below.",
        }
    }

    const fn ccpa(self) -> &'static str {
        match self {
            Self::NoMatch => {
                "We could not match what you gave us with a consumer in our records (11 CCR §7062). Our privacy policy says which categories of personal information we collect."
            }
            Self::InsufficientVerification => {
                "We could not verify that you are the consumer whom the request concerns, to the degree that the law asks for (11 CCR §§7060 to 7062). Our privacy policy says which categories of personal information we collect."
            }
            Self::SuspectedFraud => {
                "We have a good-faith, reasonable and documented belief that the request is fraudulent (11 CCR §§7026(e), 7027(f))."
            }
            Self::ClaimNotCovered => {
                "The right that you invoke does not cover what you ask for, for the reason below."
            }
            Self::OutsideJurisdiction => {
                "The law gives this right to residents of California (Civ. Code §1798.140(i)); by what we know you are not one."
            }
            Self::TooManyRequests => {
                "We answered two such requests of yours within twelve months, which is as often as the law provides (Civ. Code §1798.130(b))."
            }
            Self::ManifestlyUnfounded => {
                "The request is manifestly unfounded or excessive (Civ. Code §1798.145(h)(3)); the reason below shows why."
            }
            Self::LegalObligation => {
                "We must keep this information to comply with a legal obligation (Civ. Code §1798.105(d)(8)). We use it for nothing else."
            }
            Self::LegalClaims => {
                "The information is needed to exercise or defend legal claims (Civ. Code §1798.145(a)). We use it for nothing else."
            }
            Self::Expression => {
                "The information is needed to exercise free speech (Civ. Code §1798.105(d)(4))."
            }
            Self::Security => {
                "The information is needed to help ensure security and integrity (Civ. Code §1798.105(d)(2)). We use it for nothing else."
            }
            Self::RightsOfOthers => {
                "What you ask for would adversely affect the rights and freedoms of other people (Civ. Code §1798.145(k))."
            }
            Self::Hold => {
                "The information must be preserved for a proceeding for now (Civ. Code §§1798.105(d)(8), 1798.145(a)). When that ends we take the request up again; you need not ask once more."
            }
            Self::NotHoldingData => "We hold no personal information about you.",
            Self::Other => "We do not act on the request, for the reason below.",
        }
    }

    /// Refuses a reason that the law does not know for this type.
    pub fn require_for(self, kind: Type, law: Law) -> Result<()> {
        let facts = kind.facts();
        if facts.proving == Proving::Forbidden
            && matches!(self, Self::InsufficientVerification | Self::NoMatch)
        {
            return Err(Error::refused(format!(
                "nobody needs to be verified for `{}` (11 CCR §7060(b)), so none can be denied for that",
                kind.as_str()
            ))
            .hint("carry it out; a documented belief that it is fraudulent is `--code suspected-fraud`"));
        }
        if facts.pace == Pace::OptOut && self == Self::TooManyRequests {
            return Err(Error::refused(format!(
                "`{}` has no limit of requests: Civ. Code §1798.130(b) counts requests to know",
                kind.as_str()
            ))
            .hint("carry it out: a repeated one changes nothing"));
        }
        let is_know = matches!(
            kind,
            Type::Access | Type::KnowSpecific | Type::KnowCategories
        );
        if self == Self::TooManyRequests && law.has_ccpa() && !is_know {
            return Err(Error::refused(format!(
                "`{}` has no limit of requests: Civ. Code §1798.130(b) counts requests to know",
                kind.as_str()
            ))
            .hint("one that is excessive is `manifestly-unfounded`; show why"));
        }
        if self == Self::Hold && facts.product != Product::Erasure {
            return Err(Error::refused(format!(
                "a hold keeps data from being deleted: it stands in no way of `{}`",
                kind.as_str()
            ))
            .hint("answer it, or give the reason with another code, such as `legal-claims`"));
        }
        // Art. 7(3) has none of the exceptions of Arts. 12 to 22.
        let is_about_whom = matches!(
            self,
            Self::NoMatch
                | Self::InsufficientVerification
                | Self::SuspectedFraud
                | Self::NotHoldingData
        );
        if kind == Type::WithdrawConsent && !is_about_whom {
            return Err(Error::refused(
                "a consent can be taken back at any time (GDPR Art. 7(3)): that is no reason against it",
            )
            .hint("end it with `optimactl consent withdraw`; other grounds for the same processing are another matter"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_bucket_and_a_paragraph_under_each_law() {
        for code in Code::ALL {
            assert!(
                ["not-verifiable", "not-a-consumer", "exempt", "other"].contains(&code.bucket())
            );
            for kind in Type::ALL {
                let law = kind.facts().law;
                let paragraph = code.paragraph(law, *kind);
                assert!(paragraph.ends_with('.'), "{code:?}");
                let foreign = if law == Law::Gdpr {
                    "Civ. Code"
                } else {
                    "GDPR"
                };
                assert!(!paragraph.contains(foreign), "{code:?}");
            }
            assert!(!code.meaning().is_empty());
        }
    }

    #[test]
    fn who_need_not_be_verified_cannot_be_denied_for_it() {
        for kind in [Type::OptOut, Type::Limit] {
            Code::InsufficientVerification
                .require_for(kind, Law::Ccpa)
                .unwrap_err();
            Code::SuspectedFraud.require_for(kind, Law::Ccpa).unwrap();
        }
        Code::InsufficientVerification
            .require_for(Type::Delete, Law::Ccpa)
            .unwrap();
    }

    #[test]
    fn no_letter_cites_what_limits_another_right() {
        let rights = [
            ("Art. 15(4)", Product::Bundle, None),
            ("Art. 17", Product::Erasure, None),
            ("1798.105", Product::Erasure, None),
            ("Art. 21(1)", Product::Change, Some(Type::Objection)),
            ("7026(e)", Product::Change, Some(Type::OptOut)),
        ];
        let mut asked = 0;
        for (code, kind) in Code::ALL
            .iter()
            .flat_map(|code| Type::ALL.iter().map(move |kind| (*code, *kind)))
        {
            for law in [Law::Gdpr, Law::Ccpa, Law::Both] {
                if kind.require_law(law).is_err() || code.require_for(kind, law).is_err() {
                    continue;
                }
                asked += 1;
                let one = if law == Law::Both { Law::Ccpa } else { law };
                let paragraph = code.paragraph(one, kind);
                for (article, product, only) in rights {
                    let is_foreign = kind.facts().product != product
                        || only.is_some_and(|only| only != kind && kind != Type::Limit);
                    assert!(
                        !(is_foreign && paragraph.contains(article)),
                        "{code:?} {kind:?} {law:?}: {paragraph}"
                    );
                }
            }
        }
        assert!(asked > 200, "{asked}");
    }

    #[test]
    fn a_consent_is_taken_back_without_a_reason_against_it_and_only_an_erasure_is_held() {
        for code in Code::ALL {
            let of = |kind, law| code.require_for(kind, law).is_ok();
            let is_about_whom = code.bucket() == "not-verifiable" || *code == Code::NotHoldingData;
            assert_eq!(of(Type::WithdrawConsent, Law::Gdpr), is_about_whom);
            assert_eq!(of(Type::Objection, Law::Gdpr), *code != Code::Hold);
            assert!(of(Type::Erasure, Law::Gdpr));
            assert_eq!(of(Type::Delete, Law::Ccpa), *code != Code::TooManyRequests);
        }
    }
}

//! A password that met the rules and was hashed: what a transaction needs, made before it opens.

use super::rules::{self, Policy, Subject};
use crate::base::error::{Error, Result};
use crate::crypto::password::{self, Foreign, Pepper, Stored};
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::store::keyring::Keyring;

/// What is said of a password that breaks a rule; the details name the rules.
const BREAKS_RULES: &str = "the password does not meet the rules";

/// Whether an act failed only because the password breaks rules: another one may be asked for.
pub fn breaks_rules(error: &Error) -> bool {
    error.message == BREAKS_RULES
}

/// A hash that may become an account's password.
pub struct Prepared {
    pub(super) hash: String,
    /// Long enough only together with a second factor.
    pub(super) needs_factor: bool,
}

impl Prepared {
    /// Holds `text` to the rules and hashes it. Takes as long as a hash takes: never inside a transaction.
    pub fn hash(
        ctx: &Context,
        policy: &Policy,
        subject: &Subject<'_>,
        text: &SecretText,
    ) -> Result<Self> {
        let findings = super::verdict::refusals(ctx, policy, subject, text)?;
        if !findings.is_empty() {
            let refusal = Error::refused(BREAKS_RULES)
                .hint("make one that does with `optimactl password generate`");
            return Err(findings
                .iter()
                .fold(refusal, |error, finding| error.detail(finding.line())));
        }
        Ok(Self {
            hash: hashed(ctx, text)?,
            needs_factor: rules::needs_factor(policy, text.expose()),
        })
    }

    /// Takes a hash that another program made; an unknown or excessive one is refused. How long its password
    /// is cannot be known.
    pub fn import(text: &str) -> Result<Self> {
        match password::read_foreign(text)? {
            Foreign::Hash(hash) => Ok(Self {
                hash,
                needs_factor: false,
            }),
            Foreign::Unusable => Err(Error::usage(
                "this says that no password opens the account; it is not a hash",
            )
            .hint("make the account without a password, or with `--invite`")),
        }
    }
}

/// A fresh hash at today's cost with the newest pepper.
pub(in crate::domain) fn hashed(ctx: &Context, text: &SecretText) -> Result<String> {
    let pepper = Keyring::newest(&ctx.store.keyring.peppers)?;
    let pepper = Pepper {
        id: &pepper.id,
        key: &pepper.key,
    };
    password::hash(
        text,
        &ctx.random.bytes()?,
        Some(pepper),
        ctx.effort.password,
    )
}

/// Whether a stored hash is what [`hashed`] would make today.
pub(in crate::domain) fn is_current(ctx: &Context, stored: &Stored) -> Result<bool> {
    let pepper = Keyring::newest(&ctx.store.keyring.peppers)?;
    Ok(stored.is_made_with(ctx.effort.password, &pepper.id))
}

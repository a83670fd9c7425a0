//! Notices: what accounts are to be told when something about how they sign in changed (NIST SP 800-63B-4
//! §4.6, OWASP ASVS 5.0 6.3.6). Queued with the change; sending is another matter.

use super::Context;
use crate::base::error::Result;
use crate::store::Tx;

/// What a notice is about. It carries nothing but this word: no secret, no link, no personal value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    PasswordChanged,
    PasswordReset,
    PasswordBreached,
    PasswordDisabled,
    FactorAdded,
    FactorRemoved,
    FactorReset,
    FactorDue,
    RecoveryCodesNew,
    RecoveryCodeUsed,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PasswordChanged => "password-changed",
            Self::PasswordReset => "password-reset",
            Self::PasswordBreached => "password-breached",
            Self::PasswordDisabled => "password-disabled",
            Self::FactorAdded => "2fa-added",
            Self::FactorRemoved => "2fa-removed",
            Self::FactorReset => "2fa-reset",
            Self::FactorDue => "2fa-due",
            Self::RecoveryCodesNew => "recovery-codes-new",
            Self::RecoveryCodeUsed => "recovery-code-used",
        }
    }
}

/// Queues a notice inside the transaction of the change that it tells of.
pub fn queue(ctx: &Context, tx: &Tx<'_>, account: &str, kind: Kind) -> Result<()> {
    let id = ctx.random.id("ntc")?;
    tx.queue_notice(&id, account, kind.as_str(), ctx.now())
}

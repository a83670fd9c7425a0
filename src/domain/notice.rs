//! Notices: what accounts are to be told when something about how they sign in changed (NIST SP 800-63B-4
//! §4.6, OWASP ASVS 5.0 6.3.6). Queued with the change; sending is another matter.

use super::Context;
use super::audit::{self, Changed, Event};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::store::Tx;
use crate::store::account::Going;
use crate::store::notice::NoticeRow;

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
    TokenNew,
}

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::PasswordChanged,
        Self::PasswordReset,
        Self::PasswordBreached,
        Self::PasswordDisabled,
        Self::FactorAdded,
        Self::FactorRemoved,
        Self::FactorReset,
        Self::FactorDue,
        Self::RecoveryCodesNew,
        Self::RecoveryCodeUsed,
        Self::TokenNew,
    ];

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
            Self::TokenNew => "token-new",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// What the holder reads: what happened and what to do if it was somebody else.
    pub const fn text(self) -> &'static str {
        match self {
            Self::PasswordChanged => {
                "Your password was changed. If this was not you, ask for a reset at once."
            }
            Self::PasswordReset => {
                "Somebody asked for a new password for your account. If this was not you, tell us; \
                 your present password stays valid until the code is used."
            }
            Self::PasswordBreached => {
                "Your password stands in a list of passwords that were stolen elsewhere. Choose another one."
            }
            Self::PasswordDisabled => {
                "Your password was disabled after too many wrong tries. Ask for a reset to sign in again."
            }
            Self::FactorAdded => {
                "A second factor was added to your account. If this was not you, tell us at once."
            }
            Self::FactorRemoved => {
                "A second factor was removed from your account. If this was not you, tell us at once."
            }
            Self::FactorReset => {
                "All second factors of your account were removed and its sessions ended. If you did not \
                 ask for it, tell us at once."
            }
            Self::TokenNew => {
                "A new API token was made for your account. If this was not you, tell us at once."
            }
            Self::FactorDue => {
                "Your account will soon need a second factor to sign in. Set one up before the deadline."
            }
            Self::RecoveryCodesNew => {
                "New recovery codes were made for your account; the old ones are void. If this was not \
                 you, tell us at once."
            }
            Self::RecoveryCodeUsed => {
                "A recovery code was used in place of your second factor. If this was not you, tell us at once."
            }
        }
    }
}

/// What became of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Queued,
    Sent,
    Dropped,
}

impl State {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Dropped => "dropped",
        }
    }
}

/// Queues a notice inside the transaction of the change that it tells of. Somebody whose data are only stored
/// (GDPR Art. 18(2)) is written nothing.
pub fn queue(ctx: &Context, tx: &Tx<'_>, account: &str, kind: Kind) -> Result<()> {
    if tx.restricted_since(account)?.is_some() {
        return Ok(());
    }
    let id = ctx.random.id("ntc")?;
    tx.queue_notice(&id, account, kind.as_str(), ctx.now())
}

/// Hands over notices, oldest first. The look is recorded first: names are personal.
pub fn each(
    ctx: &Context,
    state: Option<State>,
    since: Option<Time>,
    see: impl FnMut(NoticeRow) -> Result<Going>,
) -> Result<()> {
    audit::read(ctx, Event::new("notice.list"), |_, _| Ok(()))?;
    ctx.store
        .read(|tx| tx.each_notice(state.map(State::as_str), since, see))
}

/// Looks at one notice.
pub fn show(ctx: &Context, id: &str) -> Result<NoticeRow> {
    audit::read(ctx, Event::new("notice.show"), |tx, event| {
        let row = find(tx, id)?;
        event.set_target(&row.account);
        Ok(row)
    })
}

fn find(tx: &Tx<'_>, id: &str) -> Result<NoticeRow> {
    tx.notice(id)?.ok_or_else(|| {
        Error::not_found(format!("there is no notice `{}`", safe(id)))
            .hint("see `optimactl notice list`")
    })
}

/// Notes what became of queued notices: all of them or none. Gives how many were not noted so before; one
/// that was dropped and is now said to be sent, or the other way round, is a conflict.
pub fn mark(ctx: &Context, ids: &[String], as_state: State) -> Result<Changed<usize>> {
    let event = Event::new("notice.mark").field("state", as_state.as_str());
    audit::change(ctx, event, |tx, event| {
        let mut changed = 0;
        for id in ids {
            let row = find(tx, id)?;
            if row.state == as_state.as_str() {
                continue;
            }
            if row.state != State::Queued.as_str() {
                return Err(Error::conflict(format!(
                    "the notice `{}` is {} already",
                    safe(id),
                    row.state
                )));
            }
            tx.settle_notice(id, as_state.as_str(), ctx.now())?;
            changed += 1;
        }
        event.set("count", changed);
        Ok(changed)
    })
}

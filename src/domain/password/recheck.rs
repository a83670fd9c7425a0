//! Holding a password that was right against the lists of leaked ones, when they got newer than its last check.
//! A hit asks for a change (NIST SP 800-63B-4 §3.1.1.2: evidence of compromise). Never fails a sign-in.

use chrono::TimeDelta;

use super::corpus;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::audit::Event;
use crate::domain::notice;
use crate::store::Tx;
use crate::store::corpus::CorpusRow;
use crate::store::credential::PasswordRow;

/// What the lists say of one password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Recheck {
    /// There is no list, or none newer than the last check.
    NotDue,
    Clean,
    /// It may be used for so many more seconds.
    Leaked(u64),
    /// A list could not be read: the sign-in goes on, and its event says so.
    Unreadable,
}

/// Looks outside of any transaction, and only where a list is newer than the last look.
pub(in crate::domain) fn recheck(ctx: &Context, account: &str, text: &SecretText) -> Recheck {
    look(ctx, account, text).unwrap_or(Recheck::Unreadable)
}

fn look(ctx: &Context, account: &str, text: &SecretText) -> Result<Recheck> {
    let rows = corpus::in_use(ctx)?;
    let Some(fresh) = rows.iter().map(|row| row.fresh).max() else {
        return Ok(Recheck::NotDue);
    };
    let checked = ctx.store.read(|tx| tx.password_checked(account))?;
    if checked.is_some_and(|checked| checked >= fresh) {
        return Ok(Recheck::NotDue);
    }
    let mut grace: Option<u64> = None;
    for row in &rows {
        if corpus::times_in(std::slice::from_ref(row), text)?.is_some() {
            grace = Some(shorter(grace, row));
        }
    }
    Ok(grace.map_or(Recheck::Clean, Recheck::Leaked))
}

fn shorter(grace: Option<u64>, row: &CorpusRow) -> u64 {
    grace.map_or(row.grace, |grace| grace.min(row.grace))
}

impl Recheck {
    /// Writes down what was found, in the transaction of the sign-in; `password` is what it applies to.
    pub(in crate::domain) fn settle(
        self,
        ctx: &Context,
        tx: &Tx<'_>,
        event: &mut Event,
        of: (&str, &mut PasswordRow),
    ) -> Result<()> {
        let (account, password) = of;
        let now = ctx.now();
        match self {
            Self::NotDue => return Ok(()),
            Self::Unreadable => {
                event.set("corpus", "unreadable");
                return Ok(());
            }
            Self::Clean => {}
            Self::Leaked(seconds) => {
                event.set("corpus", "found");
                let by = after(now, seconds);
                tx.note_breached(account, now)?;
                if tx.require_change(account, by)? {
                    password.require_change = Some(by);
                    notice::queue(ctx, tx, account, notice::Kind::PasswordBreached)?;
                }
            }
        }
        tx.note_checked(account, password.version, now)
    }
}

fn after(now: Time, seconds: u64) -> Time {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    let grace = TimeDelta::try_seconds(seconds).unwrap_or_default();
    now.checked_add_signed(grace).unwrap_or(now)
}

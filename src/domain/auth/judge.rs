//! The second half of a sign-in: what the compared password means, written down with its event in one
//! transaction.

use super::{Candidate, Compared, Credentials};
use crate::base::clock::Time;
use crate::base::error::{Kind, Result};
use crate::domain::Context;
use crate::domain::account::State;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Outcome, Party, Severity};
use crate::domain::two_factor::{self, TypedCode, Verdict};
use crate::store::Tx;
use crate::store::account::AccountRow;

/// Why a sign-in was answered as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Ok,
    /// Unknown account, wrong password, held or disabled: nobody learns which.
    Rejected,
    /// The password was right; a code is needed, too.
    CodeNeeded,
    CodeRejected,
    Locked,
    Disabled,
    Expired,
    /// The password should have been changed by now.
    ChangeOverdue,
}

impl Reason {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Rejected => "rejected",
            Self::CodeNeeded => "code-needed",
            Self::CodeRejected => "code-rejected",
            Self::Locked => "locked",
            Self::Disabled => "disabled",
            Self::Expired => "expired",
            Self::ChangeOverdue => "change-overdue",
        }
    }

    /// None: it was accepted.
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Ok => None,
            Self::Rejected | Self::CodeNeeded | Self::CodeRejected => Some(Kind::Rejected),
            Self::Locked | Self::Disabled | Self::Expired | Self::ChangeOverdue => {
                Some(Kind::Barred)
            }
        }
    }
}

/// The answer to the program that asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub reason: Reason,
    pub must_change: bool,
    /// Until when signing in goes on without the change.
    pub grace_until: Option<Time>,
}

impl Answer {
    const fn of(reason: Reason) -> Self {
        Self {
            reason,
            must_change: false,
            grace_until: None,
        }
    }
}

pub(super) fn conclude(
    ctx: &Context,
    given: &Credentials,
    found: &Candidate,
    compared: &Compared,
) -> Result<Changed<Answer>> {
    let id = match &found.row {
        Some(row) => row.id.clone(),
        None => attempts::stranger(ctx, &given.account)?,
    };
    let event = Event::new("auth.login").actor(Party::Id(id));
    audit::change(ctx, event, |tx, event| {
        let answer = match (&found.row, compared.right) {
            (Some(row), true) => known(ctx, tx, event, (given, row, compared))?,
            (row, _) => {
                wrong(ctx, tx, event, (given, row.as_ref(), found))?;
                Answer::of(Reason::Rejected)
            }
        };
        if answer.reason.kind().is_some() {
            let told = std::mem::replace(event, Event::new(""));
            *event = told.outcome(Outcome::Failure).severity(Severity::Low);
            let why = if compared.failed {
                "failed"
            } else {
                answer.reason.as_str()
            };
            event.set("error", why);
        }
        Ok(answer)
    })
}

fn wrong(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &mut Event,
    of: (&Credentials, Option<&AccountRow>, &Candidate),
) -> Result<()> {
    let (given, row, found) = of;
    let name = row.map_or(given.account.as_str(), |row| row.name.as_str());
    let id = row.map(|row| row.id.as_str());
    if found.gate == attempts::Gate::Open {
        let failed = attempts::failed(ctx, tx, name, id, Authenticator::Password)?;
        event.set("failed", failed);
    }
    event.set(
        "state",
        match found.gate {
            attempts::Gate::Open => "wrong",
            attempts::Gate::Held => "held",
            attempts::Gate::Disabled => "disabled",
        },
    );
    Ok(())
}

/// The password was right. It is read again: it may have been changed while the hash ran.
fn known(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &mut Event,
    of: (&Credentials, &AccountRow, &Compared),
) -> Result<Answer> {
    let (given, before, compared) = of;
    let now = ctx.now();
    let row = tx.account(&before.id)?.filter(|row| row.removed.is_none());
    let (Some(row), Some(password)) = (row, tx.password(&before.id)?) else {
        return Ok(Answer::of(Reason::Rejected));
    };
    if compared.version != Some(password.version) {
        return Ok(Answer::of(Reason::Rejected));
    }
    attempts::forgive(ctx, tx, &row.name, Authenticator::Password)?;
    if let Some(fresh) = &compared.fresh_hash {
        tx.swap_hash(&row.id, &password.hash, fresh)?;
        event.set("changed", "hash");
    }
    let barred = match State::of(&row, now) {
        State::Enabled => None,
        State::Locked(_) => Some(Reason::Locked),
        State::Expired(_) => Some(Reason::Expired),
        State::Disabled(_) | State::Removed(_) => Some(Reason::Disabled),
    };
    if let Some(reason) = barred {
        return Ok(Answer::of(reason));
    }
    if let Some(reason) = second_factor(ctx, tx, event, (given, &row))? {
        return Ok(Answer::of(reason));
    }
    let overdue = password.require_change.is_some_and(|by| by <= now);
    if !overdue {
        tx.note_sign_in(&row.id, now)?;
    }
    Ok(Answer {
        reason: if overdue {
            Reason::ChangeOverdue
        } else {
            Reason::Ok
        },
        must_change: password.require_change.is_some(),
        grace_until: password.require_change,
    })
}

/// Why the second factor does not let this sign-in pass; none if it does, or if there is none.
fn second_factor(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &mut Event,
    of: (&Credentials, &AccountRow),
) -> Result<Option<Reason>> {
    let (given, row) = of;
    if row.factors == 0 {
        return Ok(None);
    }
    let Some(code) = &given.code else {
        return Ok(Some(Reason::CodeNeeded));
    };
    let verdict = two_factor::accept(ctx, tx, row, &TypedCode::read(code.expose()))?;
    two_factor::describe(event, &verdict);
    Ok(match verdict {
        Verdict::Accepted(_) => None,
        Verdict::Rejected(_) => Some(Reason::CodeRejected),
    })
}

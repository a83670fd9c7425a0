//! The second half of a sign-in: what the compared password means, written down with its event in one
//! transaction.

use super::{Candidate, Compared, Credentials};
use crate::base::clock::Time;
use crate::base::error::{Kind, Result};
use crate::domain::Context;
use crate::domain::account::State;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Outcome, Party, Severity};
use crate::domain::notice;
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
    /// The account's data are only stored (GDPR Art. 18).
    Restricted,
    /// The password should have been changed by now.
    ChangeOverdue,
    /// A second factor should have been bound by now.
    FactorRequired,
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
            Self::Restricted => "restricted",
            Self::ChangeOverdue => "change-overdue",
            Self::FactorRequired => "factor-required",
        }
    }

    /// None: it was accepted.
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Ok => None,
            Self::Rejected | Self::CodeNeeded | Self::CodeRejected => Some(Kind::Rejected),
            Self::Locked
            | Self::Disabled
            | Self::Expired
            | Self::Restricted
            | Self::ChangeOverdue
            | Self::FactorRequired => Some(Kind::Barred),
        }
    }
}

/// The answer to the program that asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub reason: Reason,
    pub must_change: bool,
    /// Until when signing in goes on as things are: the earliest of what is due.
    pub grace_until: Option<Time>,
    /// What is due then.
    pub grace_for: Option<Grace>,
    /// Recovery codes that are left, where a code was accepted.
    pub recovery_left: Option<usize>,
}

/// What somebody must do to go on signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grace {
    PasswordChange,
    SecondFactor,
}

impl Grace {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PasswordChange => "password-change",
            Self::SecondFactor => "second-factor",
        }
    }
}

impl Answer {
    const fn of(reason: Reason) -> Self {
        Self {
            reason,
            must_change: false,
            grace_until: None,
            grace_for: None,
            recovery_left: None,
        }
    }
}

pub(super) fn conclude(
    ctx: &Context,
    given: &Credentials,
    found: &Candidate,
    compared: &Compared,
) -> Result<Changed<Answer>> {
    let event = login(ctx, given, found)?;
    audit::change(ctx, event, |tx, event| {
        decide(ctx, tx, event, (given, found, compared))
    })
}

/// The event of a sign-in, before it is known how it ends.
pub(super) fn login(ctx: &Context, given: &Credentials, found: &Candidate) -> Result<Event> {
    let id = match &found.row {
        Some(row) => row.id.clone(),
        None => attempts::stranger(ctx, &given.account)?,
    };
    Ok(Event::new("auth.login").actor(Party::Id(id)))
}

/// Judges inside the caller's transaction, which appends the event.
pub(super) fn decide(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &mut Event,
    of: (&Credentials, &Candidate, &Compared),
) -> Result<Answer> {
    let (given, found, compared) = of;
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
        if let (Some(id), true) = (id, failed >= attempts::LIMIT) {
            disabled(ctx, tx, id)?;
        }
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

/// The limit of failures is reached: an event of its own, and the holder is told, unless that is still to be done
/// from an earlier time. Beyond the burst one guess runs at a time: it is reached once.
fn disabled(ctx: &Context, tx: &Tx<'_>, id: &str) -> Result<()> {
    let kind = notice::Kind::PasswordDisabled;
    if !tx.notice_waits(id, kind.as_str())? {
        notice::queue(ctx, tx, id, kind)?;
    }
    let event = Event::new("auth.disable")
        .severity(Severity::High)
        .target(id)
        .field("count", attempts::LIMIT);
    audit::append(ctx, tx, &event).map(drop)
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
    let (Some(row), Some(mut password)) = (row, tx.password(&before.id)?) else {
        return Ok(Answer::of(Reason::Rejected));
    };
    if compared.version != Some(password.version) {
        return Ok(Answer::of(Reason::Rejected));
    }
    attempts::forgive(ctx, tx, &row.name, Authenticator::Password)?;
    let of = (row.id.as_str(), &mut password);
    compared.leak.settle(ctx, tx, event, of)?;
    if let Some(fresh) = &compared.fresh_hash {
        tx.swap_hash(&row.id, &password.hash, fresh)?;
        event.set("changed", "hash");
    }
    let barred = match State::of(&row, now) {
        State::Enabled => None,
        State::Locked(_) => Some(Reason::Locked),
        State::Restricted(_) => Some(Reason::Restricted),
        State::Expired(_) => Some(Reason::Expired),
        State::Disabled(_) | State::Removed(_) => Some(Reason::Disabled),
    };
    if let Some(reason) = barred {
        return Ok(Answer::of(reason));
    }
    let recovery_left = match second_factor(ctx, tx, event, (given, &row))? {
        Ok(left) => left,
        Err(reason) => return Ok(Answer::of(reason)),
    };
    // Somebody without a factor who must have one by now, or by some day.
    let factor_by = match two_factor::due(ctx, tx, &row)? {
        two_factor::Due::No => None,
        two_factor::Due::By(deadline) => Some((deadline, Grace::SecondFactor)),
        two_factor::Due::Overdue => return Ok(Answer::of(Reason::FactorRequired)),
    };
    let change_by = password.require_change;
    let overdue = change_by.is_some_and(|by| by <= now);
    if !overdue {
        tx.note_sign_in(&row.id, now)?;
    }
    let change = change_by.map(|by| (by, Grace::PasswordChange));
    let grace = change
        .into_iter()
        .chain(factor_by)
        .min_by_key(|(by, _)| *by);
    Ok(Answer {
        reason: if overdue {
            Reason::ChangeOverdue
        } else {
            Reason::Ok
        },
        must_change: change_by.is_some(),
        grace_until: grace.map(|(by, _)| by),
        grace_for: grace.map(|(_, what)| what),
        recovery_left,
    })
}

/// Why the second factor does not let this sign-in pass; else the recovery codes that are left, if a code was
/// asked for.
fn second_factor(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &mut Event,
    of: (&Credentials, &AccountRow),
) -> Result<std::result::Result<Option<usize>, Reason>> {
    let (given, row) = of;
    if row.factors == 0 {
        return Ok(Ok(None));
    }
    let Some(code) = &given.code else {
        return Ok(Err(Reason::CodeNeeded));
    };
    let verdict = two_factor::accept(ctx, tx, row, &TypedCode::read(code.expose()))?;
    two_factor::describe(event, &verdict);
    Ok(match verdict {
        Verdict::Accepted(accepted) => Ok(Some(accepted.left)),
        Verdict::Rejected(_) => Err(Reason::CodeRejected),
    })
}

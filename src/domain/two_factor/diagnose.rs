//! Why a code is not accepted: a wrong clock, a code that was used, another factor. Uses nothing up; but it
//! tells more than a check does, so every try counts under the same counter, and a held one is not looked at.

use super::accept::{TypedCode, unix};
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::crypto::otp::{self, OtpSecret};
use crate::crypto::secret::SecretText;
use crate::domain::attempts::{self, Gate};
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::domain::{Context, account};
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::factor::FactorRow;

/// How far from now a code is looked for, in seconds.
pub const REACH: u64 = 3600;

/// A factor as it is named to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub label: Option<String>,
}

/// What a code is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It would be accepted.
    Good(Named),
    /// It, or a newer one, was used; the newest used one began at this time.
    Used(Named, Time),
    /// It belongs to a factor that is still pending.
    Pending(Named),
    /// The app's clock is at least and at most this many seconds ahead (negative: behind).
    Drift(Named, i64, i64),
    /// An unused recovery code with this number: it would be accepted.
    RecoveryGood(u64),
    /// A recovery code that was used then.
    RecoveryUsed(u64, Time),
    /// A recovery code with another number than the one that was typed.
    RecoveryMisnumbered(u64),
    /// Like a recovery code, but none of the present set.
    RecoveryUnknown,
    /// Not as many digits as any factor's code, or no digits.
    Misshapen,
    /// No code of any factor within [`REACH`].
    Unknown,
    /// The account has no factor.
    NoFactor,
    /// Not looked at: tries come too fast.
    Held,
    /// Not looked at: too many failures, until a factor is bound again.
    Disabled,
}

impl Finding {
    pub const fn would_be_accepted(&self) -> bool {
        matches!(self, Self::Good(_) | Self::RecoveryGood(_))
    }

    /// The word for programs and the log.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Good(_) => "good",
            Self::Used(..) => "used",
            Self::Pending(_) => "pending",
            Self::Drift(..) => "drift",
            Self::RecoveryGood(_) => "recovery-good",
            Self::RecoveryUsed(..) => "recovery-used",
            Self::RecoveryMisnumbered(_) => "recovery-misnumbered",
            Self::RecoveryUnknown => "recovery-unknown",
            Self::Misshapen => "misshapen",
            Self::Unknown => "unknown",
            Self::NoFactor => "no-factor",
            Self::Held => "held",
            Self::Disabled => "disabled",
        }
    }
}

/// What was found, and whose code it was.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    pub account: String,
    pub name: String,
    pub finding: Finding,
    pub event: Option<u64>,
}

/// Looks at one code of an account. Counted like a check, and recorded.
pub fn diagnose(ctx: &Context, who: &str, code: &str) -> Result<Diagnosis> {
    let code = TypedCode::read(code);
    let event = Event::new("2fa.diagnose").severity(Severity::Medium);
    let done = audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        let finding = counted(ctx, tx, &row, &code)?;
        event.set("state", finding.as_str());
        if !finding.would_be_accepted() {
            let told = std::mem::replace(event, Event::new(""));
            *event = told.outcome(Outcome::Failure);
        }
        Ok((row, finding))
    })?;
    let (row, finding) = done.value;
    Ok(Diagnosis {
        account: row.id,
        name: row.name,
        finding,
        event: done.event,
    })
}

fn counted(ctx: &Context, tx: &Tx<'_>, row: &AccountRow, code: &TypedCode) -> Result<Finding> {
    let of = code.authenticator();
    match attempts::count(ctx, tx, &row.name, Some(&row.id), of)? {
        Gate::Open => {}
        Gate::Held => return Ok(Finding::Held),
        Gate::Disabled => return Ok(Finding::Disabled),
    }
    let finding = match code {
        TypedCode::Totp(code) => totp(ctx, tx, row, code)?,
        TypedCode::Recovery { number, digest } => recovery(tx, row, (*number, digest))?,
    };
    if finding.would_be_accepted() {
        attempts::forgive(ctx, tx, &row.name, of)?;
    } else {
        attempts::failed(ctx, tx, &row.name, Some(&row.id), of)?;
    }
    Ok(finding)
}

fn totp(ctx: &Context, tx: &Tx<'_>, row: &AccountRow, code: &SecretText) -> Result<Finding> {
    let factors = tx.factors(&row.id)?;
    if factors.is_empty() {
        return Ok(Finding::NoFactor);
    }
    let digits = code.expose();
    let is_shaped = |factor: &FactorRow| {
        usize::from(factor.scheme.digits()) == digits.len()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !factors.iter().any(is_shaped) {
        return Ok(Finding::Misshapen);
    }
    let now = unix(ctx)?;
    let mut found: Option<Finding> = None;
    for factor in &factors {
        let Some(finding) = of_factor(factor, code, now)? else {
            continue;
        };
        // A code that would be accepted is one, whatever else it looks like.
        if finding.would_be_accepted() {
            return Ok(finding);
        }
        found = match found {
            Some(first) if !matches!(first, Finding::Drift(..)) => Some(first),
            _ => Some(finding),
        };
    }
    Ok(found.unwrap_or(Finding::Unknown))
}

fn of_factor(factor: &FactorRow, code: &SecretText, now: u64) -> Result<Option<Finding>> {
    let secret = OtpSecret::new(factor.secret.to_vec())?;
    let scheme = factor.scheme;
    let named = Named {
        id: factor.id.clone(),
        label: factor.label.clone(),
    };
    let Some(step) = otp::nearest_step(&secret, scheme, code.expose(), (now, REACH)) else {
        return Ok(None);
    };
    if scheme.step(now).abs_diff(step) > 1 {
        // The app's clock stood somewhere within the step.
        let at = |unix: u64| i64::try_from(unix).unwrap_or(i64::MAX);
        let ahead = at(scheme.start(step)) - at(now);
        let last = ahead + i64::from(scheme.period()) - 1;
        return Ok(Some(Finding::Drift(named, ahead, last)));
    }
    if factor.confirmed.is_none() {
        return Ok(Some(Finding::Pending(named)));
    }
    Ok(Some(match factor.last_step {
        Some(last) if last >= step => Finding::Used(named, time(scheme.start(last))?),
        _ => Finding::Good(named),
    }))
}

fn time(unix: u64) -> Result<Time> {
    clock::from_micros(
        i64::try_from(unix)
            .unwrap_or(i64::MAX)
            .saturating_mul(1_000_000),
    )
}

fn recovery(
    tx: &Tx<'_>,
    row: &AccountRow,
    (typed, digest): (Option<u64>, &[u8; 32]),
) -> Result<Finding> {
    let Some((number, used)) = tx.recovery_with(&row.id, digest)? else {
        return Ok(Finding::RecoveryUnknown);
    };
    Ok(match (used, typed) {
        (Some(used), _) => Finding::RecoveryUsed(number, used),
        (None, Some(typed)) if typed != number => Finding::RecoveryMisnumbered(number),
        (None, _) => Finding::RecoveryGood(number),
    })
}

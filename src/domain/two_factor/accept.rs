//! Accepting a code: counted first, compared, and used up by a statement that only one process can win.

use super::recovery::LENGTH;
use crate::base::error::{Error, Result};
use crate::crypto::otp::{self, OtpSecret};
use crate::crypto::seal::sha256;
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::account::State;
use crate::domain::attempts::{self, Authenticator, Gate};
use crate::domain::audit::{self, Changed, Event, Outcome, Party, Severity};
use crate::domain::notice;
use crate::domain::password::plain;
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::factor::FactorRow;

/// A code as somebody typed it: spaces and hyphens do not matter. A recovery code is taken wherever a code is.
pub(in crate::domain) enum TypedCode {
    Totp(SecretText),
    Recovery {
        number: Option<u64>,
        digest: [u8; 32],
    },
}

impl TypedCode {
    pub(in crate::domain) fn read(text: &str) -> Self {
        let code = plain(text);
        let typed = code.expose();
        let numbered = typed.get(..2).zip(typed.get(2..));
        let (number, rest) = if let Some((number, rest)) = numbered
            && rest.len() == LENGTH
        {
            (number.parse().ok(), rest)
        } else {
            (None, typed)
        };
        if rest.len() == LENGTH {
            let digest = sha256(rest.as_bytes());
            return Self::Recovery { number, digest };
        }
        Self::Totp(code)
    }

    pub(super) const fn authenticator(&self) -> Authenticator {
        match self {
            Self::Totp(_) => Authenticator::Totp,
            Self::Recovery { .. } => Authenticator::Recovery,
        }
    }
}

/// What was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// The id of the factor.
    Totp(String),
    /// The number of the code.
    Recovery(u64),
}

/// An accepted code, and how many recovery codes are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub means: Means,
    pub left: usize,
}

/// How a code was taken. Why it was not is for the audit log; a caller learns only that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Accepted(Accepted),
    Rejected(&'static str),
}

/// Takes one code of an account. Everything happens in the caller's transaction, which must be committed
/// whatever the verdict: the count and the used-up code are in it.
pub(in crate::domain) fn accept(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &AccountRow,
    code: &TypedCode,
) -> Result<Verdict> {
    let of = code.authenticator();
    match attempts::count(ctx, tx, &row.name, Some(&row.id), of)? {
        Gate::Open => {}
        Gate::Held => return Ok(Verdict::Rejected("held")),
        Gate::Disabled => return Ok(Verdict::Rejected("disabled")),
    }
    let taken = match code {
        TypedCode::Totp(code) => totp(ctx, tx, &row.id, code)?,
        TypedCode::Recovery { number, digest } => {
            let used = tx.use_recovery(&row.id, *number, digest, ctx.now())?;
            if used.is_some() {
                notice::queue(ctx, tx, &row.id, notice::Kind::RecoveryCodeUsed)?;
            }
            used.map(Means::Recovery).ok_or("wrong")
        }
    };
    match taken {
        Ok(means) => {
            attempts::forgive(ctx, tx, &row.name, of)?;
            let left = tx.recovery(&row.id)?;
            let left = left.iter().filter(|code| code.used.is_none()).count();
            Ok(Verdict::Accepted(Accepted { means, left }))
        }
        Err(why) => {
            attempts::failed(ctx, tx, &row.name, Some(&row.id), of)?;
            Ok(Verdict::Rejected(why))
        }
    }
}

fn totp(
    ctx: &Context,
    tx: &Tx<'_>,
    account: &str,
    code: &SecretText,
) -> Result<std::result::Result<Means, &'static str>> {
    let mut why = "wrong";
    for factor in tx.factors(account)? {
        if factor.confirmed.is_none() {
            continue;
        }
        let Some(step) = step_of(ctx, &factor, code)? else {
            continue;
        };
        if tx.use_step(&factor.id, step)? {
            return Ok(Ok(Means::Totp(factor.id)));
        }
        why = "used";
    }
    Ok(Err(why))
}

/// How many digits at the end of `typed` are the account's code. Where its factors differ, those that are a code
/// right now, else the fewest. Uses nothing up, counts nothing and tells nobody: the code is judged later.
pub(in crate::domain) fn digits_at_end(
    ctx: &Context,
    tx: &Tx<'_>,
    account: &str,
    typed: &str,
) -> Result<usize> {
    let mut fewest = None;
    for factor in tx.factors(account)? {
        if factor.confirmed.is_none() {
            continue;
        }
        let digits = usize::from(factor.scheme.digits());
        let code = typed.len().checked_sub(digits);
        if let Some(code) = code.and_then(|at| typed.get(at..))
            && step_of(ctx, &factor, &SecretText::new(code.to_owned()))?.is_some()
        {
            return Ok(digits);
        }
        fewest = fewest.map_or(Some(digits), |known: usize| Some(known.min(digits)));
    }
    Ok(fewest.unwrap_or(usize::from(otp::Scheme::STANDARD.digits())))
}

/// The step that a code belongs to now, if it is one of this factor's.
pub(super) fn step_of(ctx: &Context, factor: &FactorRow, code: &SecretText) -> Result<Option<u64>> {
    let secret = OtpSecret::new(factor.secret.to_vec())?;
    let unix = unix(ctx)?;
    Ok(otp::matched_step(
        &secret,
        factor.scheme,
        code.expose(),
        unix,
    ))
}

/// Seconds since 1970.
pub(super) fn unix(ctx: &Context) -> Result<u64> {
    u64::try_from(ctx.now().timestamp())
        .map_err(|_| Error::failed("the machine's clock stands before 1970"))
}

/// Checks a code for an account by itself. An unknown account is answered like a wrong code.
pub fn verify(ctx: &Context, who: &str, code: &str) -> Result<Changed<Verdict>> {
    let code = TypedCode::read(code);
    let event = Event::new("2fa.verify");
    audit::change(ctx, event, |tx, event| {
        let found = tx.find_account(who)?;
        let verdict = if let Some(row) = found.filter(|row| row.removed.is_none()) {
            let told = std::mem::replace(event, Event::new(""));
            *event = told.actor(Party::Id(row.id.clone())).target(&row.id);
            match State::of(&row, ctx.now()) {
                State::Enabled => accept(ctx, tx, &row, &code)?,
                _ => Verdict::Rejected("barred"),
            }
        } else {
            attempts::count(ctx, tx, who, None, code.authenticator())?;
            Verdict::Rejected("unknown")
        };
        describe(event, &verdict);
        Ok(verdict)
    })
}

/// Writes into the event how a code was taken.
pub(in crate::domain) fn describe(event: &mut Event, verdict: &Verdict) {
    match verdict {
        Verdict::Accepted(accepted) => match &accepted.means {
            Means::Totp(factor) => {
                event.set("method", "totp");
                event.set("factor", factor.as_str());
            }
            Means::Recovery(number) => {
                event.set("method", "recovery");
                event.set("number", *number);
                event.set("left", accepted.left);
            }
        },
        Verdict::Rejected(why) => {
            event.set("state", *why);
            let told = std::mem::replace(event, Event::new(""));
            *event = told.outcome(Outcome::Failure).severity(Severity::Low);
        }
    }
}

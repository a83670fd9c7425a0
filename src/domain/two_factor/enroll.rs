//! Enrolling a factor: pending until a first code shows that the app has the secret; that code counts as used.

use chrono::TimeDelta;
use zeroize::Zeroizing;

use super::accept::step_of;
use super::recovery::RecoverySet;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::crypto::otp::{self, OtpSecret, Scheme};
use crate::crypto::secret::SecretText;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Party, Severity};
use crate::domain::password::{Code, plain, refuse_removed};
use crate::domain::{Context, account, notice};
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::factor::FactorRow;

/// Factors that one account may have.
pub(super) const MOST_FACTORS: usize = 10;
/// How long a factor waits for its first code, in minutes.
const PENDING_MINUTES: i64 = 60;

/// Whose factor it will be.
pub enum Whose<'a> {
    Account(&'a str),
    /// Of the account that this code was given out for: its holder has no other way.
    Code(Code),
}

/// A factor that is asked for.
pub struct NewFactor<'a> {
    pub whose: Whose<'a>,
    pub issuer: &'a str,
    /// What its holder calls it.
    pub label: Option<String>,
}

/// A pending factor, with what the app must be given.
pub struct Enrollment {
    pub factor: String,
    pub account: String,
    pub name: String,
    pub uri: SecretText,
    pub secret: SecretText,
    /// Whether an earlier one that was never confirmed went for it: there are never two pending.
    pub replaced: bool,
    /// Factors that are active and stay so.
    pub active: u64,
    /// Until when it waits for its first code.
    pub until: Time,
}

/// A factor that became active. Codes come with the first one only: they stand for the account.
pub struct Confirmed {
    pub factor: String,
    pub account: String,
    pub name: String,
    pub recovery: Option<RecoverySet>,
}

/// Makes a secret for an account. An earlier one that was never confirmed is dropped.
pub fn enroll(ctx: &Context, new: &NewFactor<'_>) -> Result<Changed<Enrollment>> {
    // 160 bits (RFC 4226 §4, R6).
    let bytes = Zeroizing::new(ctx.random.bytes::<20>()?.to_vec());
    let id = ctx.random.id("fac")?;
    let now = ctx.now();
    let event = Event::new("2fa.enroll").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let (row, enroll_code) = holder(tx, &new.whose, now)?;
        event.set_target(&row.id);
        event.set("factor", id.as_str());
        if enroll_code.is_some() {
            let told = std::mem::replace(event, Event::new(""));
            *event = told
                .actor(Party::Id(row.id.clone()))
                .field("method", "code");
        }
        refuse_removed(&row)?;
        let secret = OtpSecret::new(bytes.to_vec())?;
        let uri = otp::uri(&secret, Scheme::STANDARD, new.issuer, &row.name)?;
        let replaced = make_room(tx, &row, new.label.as_deref())?;
        if let Some(label) = &new.label {
            event.set_personal("label", label.as_str());
        }
        let factor = FactorRow {
            label: new.label.clone(),
            enroll_code,
            ..FactorRow::pending(id.clone(), bytes, now)
        };
        tx.insert_factor(&row.id, &factor)?;
        Ok(Enrollment {
            factor: id,
            account: row.id,
            name: row.name,
            uri,
            secret: secret.typed(),
            replaced,
            active: row.factors,
            until: now + TimeDelta::minutes(PENDING_MINUTES),
        })
    })
}

/// The account, and the digest of the code that named it. Every code that is not valid gets the same answer.
fn holder(tx: &Tx<'_>, whose: &Whose<'_>, now: Time) -> Result<(AccountRow, Option<[u8; 32]>)> {
    let code = match whose {
        Whose::Account(who) => return Ok((account::find(tx, who)?, None)),
        Whose::Code(code) => code.digest(),
    };
    let id = tx.account_of_enroll_code(&code, now)?;
    let row = id.map(|id| tx.account(&id)).transpose()?.flatten();
    match row.filter(|row| row.removed.is_none()) {
        Some(row) => Ok((row, Some(code))),
        None => Err(code_rejected()),
    }
}

fn code_rejected() -> Error {
    Error::new(Kind::Rejected, "the enrollment code was not accepted")
        .hint("a code works once and for a limited time: ask for a new one (`optimactl 2fa reset`)")
}

/// Drops what is pending, and refuses one factor too many, or a label twice. Whether something was dropped.
fn make_room(tx: &Tx<'_>, row: &AccountRow, label: Option<&str>) -> Result<bool> {
    let mut replaced = false;
    let factors = tx.factors(&row.id)?;
    for old in &factors {
        if old.confirmed.is_none() {
            tx.remove_factor(&old.id)?;
            replaced = true;
        }
    }
    let active = || factors.iter().filter(|factor| factor.confirmed.is_some());
    let name = safe(&row.name);
    if active().count() >= MOST_FACTORS {
        return Err(Error::refused(format!(
            "`{name}` has {MOST_FACTORS} second factors, the most"
        ))
        .hint(format!(
            "remove one first: `optimactl 2fa remove {name} FACTOR`"
        )));
    }
    let same = |factor: &FactorRow| label.is_some() && factor.label.as_deref() == label;
    if active().any(same) {
        return Err(
            Error::conflict(format!("`{name}` has a factor with this label already"))
                .hint("choose another `--label`"),
        );
    }
    Ok(replaced)
}

/// Before this time a pending factor was made too long ago to be confirmed.
pub(super) fn stale(now: Time) -> Time {
    now - TimeDelta::minutes(PENDING_MINUTES)
}

/// Refuses where there is no factor to confirm: told before a code is asked for, and recorded like the
/// confirming that it is.
pub fn require_pending(ctx: &Context, who: &str) -> Result<()> {
    let looked = ctx.store.read(|tx| {
        let row = account::find(tx, who)?;
        let factors = tx.factors(&row.id)?;
        pending(&row, &factors, ctx.now()).map(drop)
    });
    match looked {
        Ok(()) => Ok(()),
        Err(error) => {
            let event = Event::new("2fa.confirm").severity(Severity::Medium);
            audit::change(ctx, event, |_, _| Err(error)).map(|_: Changed<()>| ())
        }
    }
}

fn pending<'a>(row: &AccountRow, factors: &'a [FactorRow], now: Time) -> Result<&'a FactorRow> {
    let name = safe(&row.name);
    if let Some(factor) = factors.iter().find(|factor| factor.confirmed.is_none()) {
        if factor.created >= stale(now) {
            return Ok(factor);
        }
        return Err(Error::conflict(format!(
            "the pending factor of `{name}` waited longer than an hour for its first code"
        ))
        .hint("start again with `optimactl 2fa enroll`"));
    }
    let active = if row.factors > 0 {
        "; what it has is confirmed already"
    } else {
        ""
    };
    Err(
        Error::conflict(format!("`{name}` has no factor to confirm{active}"))
            .hint("start with `optimactl 2fa enroll`"),
    )
}

/// Makes the pending factor active with its first code.
pub fn confirm(ctx: &Context, who: &str, code: &str) -> Result<Changed<Confirmed>> {
    let code = plain(code);
    let set = RecoverySet::new(&ctx.random)?;
    let event = Event::new("2fa.confirm").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        refuse_removed(&row)?;
        let factors = tx.factors(&row.id)?;
        let factor = pending(&row, &factors, ctx.now())?;
        event.set("factor", factor.id.as_str());
        let step = step_of(ctx, factor, &code)?.ok_or_else(wrong)?;
        if let Some(digest) = &factor.enroll_code
            && !tx.use_enroll_code(digest, ctx.now())?
        {
            return Err(code_rejected());
        }
        if !tx.confirm_factor(&factor.id, step, ctx.now())? {
            return Err(Error::conflict("the factor was confirmed meanwhile"));
        }
        // A code that was given out for this account has done its work, whoever confirmed.
        tx.void_enroll_codes(&row.id)?;
        tx.lift_factor_bar(&row.id)?;
        notice::queue(ctx, tx, &row.id, notice::Kind::FactorAdded)?;
        attempts::forgive(ctx, tx, &row.name, Authenticator::Totp)?;
        let first = row.factors == 0;
        if first {
            set.keep(ctx, tx, &row.id)?;
            attempts::forgive(ctx, tx, &row.name, Authenticator::Recovery)?;
        }
        Ok(Confirmed {
            factor: factor.id.clone(),
            account: row.id,
            name: row.name,
            recovery: first.then_some(set),
        })
    })
}

fn wrong() -> Error {
    Error::new(
        Kind::Rejected,
        "the code was not accepted; the factor stays pending",
    )
    .hint("compare the clocks of the phone and of this machine, then try the next code")
}

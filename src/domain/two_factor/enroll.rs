//! Enrolling a factor: pending until a first code shows that the app has the secret; that code counts as used.

use zeroize::Zeroizing;

use super::accept::step_of;
use super::recovery::RecoverySet;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::crypto::otp::{self, OtpSecret};
use crate::crypto::secret::SecretText;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::password::{plain, refuse_removed};
use crate::domain::{Context, account};
use crate::store::account::AccountRow;
use crate::store::factor::FactorRow;

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
}

/// A factor that became active. Codes come with the first one only: they stand for the account.
pub struct Confirmed {
    pub factor: String,
    pub account: String,
    pub name: String,
    pub recovery: Option<RecoverySet>,
}

/// Makes a secret for an account. An earlier one that was never confirmed is dropped.
pub fn enroll(ctx: &Context, who: &str, issuer: &str) -> Result<Changed<Enrollment>> {
    // 160 bits (RFC 4226 §4, R6).
    let bytes = Zeroizing::new(ctx.random.bytes::<20>()?.to_vec());
    let id = ctx.random.id("fac")?;
    let now = ctx.now();
    let event = Event::new("2fa.enroll").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        event.set("factor", id.as_str());
        refuse_removed(&row)?;
        let secret = OtpSecret::new(bytes.to_vec())?;
        let uri = otp::uri(&secret, issuer, &row.name)?;
        let mut replaced = false;
        for old in tx.factors(&row.id)? {
            if old.confirmed.is_none() {
                tx.remove_factor(&old.id)?;
                replaced = true;
            }
        }
        let factor = FactorRow {
            id: id.clone(),
            secret: bytes,
            created: now,
            confirmed: None,
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
        })
    })
}

/// Refuses where there is no factor to confirm: told before a code is asked for, and recorded like the
/// confirming that it is.
pub fn require_pending(ctx: &Context, who: &str) -> Result<()> {
    let looked = ctx.store.read(|tx| {
        let row = account::find(tx, who)?;
        let factors = tx.factors(&row.id)?;
        pending(&row, &factors).map(drop)
    });
    match looked {
        Ok(()) => Ok(()),
        Err(error) => {
            let event = Event::new("2fa.confirm").severity(Severity::Medium);
            audit::change(ctx, event, |_, _| Err(error)).map(|_: Changed<()>| ())
        }
    }
}

fn pending<'a>(row: &AccountRow, factors: &'a [FactorRow]) -> Result<&'a FactorRow> {
    if let Some(factor) = factors.iter().find(|factor| factor.confirmed.is_none()) {
        return Ok(factor);
    }
    let name = safe(&row.name);
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
        let factor = pending(&row, &factors)?;
        event.set("factor", factor.id.as_str());
        let step = step_of(ctx, factor, &code)?.ok_or_else(wrong)?;
        if !tx.confirm_factor(&factor.id, step, ctx.now())? {
            return Err(Error::conflict("the factor was confirmed meanwhile"));
        }
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

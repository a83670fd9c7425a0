//! Recovery codes: ten, numbered, 120 bits each, kept as digests, each good for one sign-in.

use data_encoding::BASE32_NOPAD;
use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::crypto::seal::sha256;
use crate::crypto::secret::SecretText;
use crate::domain::attempts::{self, Authenticator};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::notice;
use crate::domain::password::{grouped, refuse_removed};
use crate::domain::{Context, account};
use crate::store::Tx;
use crate::store::factor::RecoveryRow;

/// Codes in a set.
const CODES: u32 = 10;
/// Random bytes of a code: 120 bits, so many that a plain digest may be kept (ASVS 5.0 6.5.2).
const BYTES: usize = 15;
/// Characters of a code, without its number.
pub(super) const LENGTH: usize = 24;
/// With fewer left, a new set is offered.
pub const OFFER_BELOW: usize = 3;

/// New codes, as they are shown once: `01-ABCD-…`.
pub struct RecoverySet {
    pub codes: Vec<SecretText>,
    digests: Vec<[u8; 32]>,
}

impl RecoverySet {
    pub fn new(random: &Random) -> Result<Self> {
        let mut set = Self {
            codes: vec![],
            digests: vec![],
        };
        for number in 1..=CODES {
            let bytes = Zeroizing::new(random.bytes::<BYTES>()?);
            let code = SecretText::new(BASE32_NOPAD.encode(bytes.as_slice()));
            set.digests.push(sha256(code.expose().as_bytes()));
            let shown = grouped(code.expose());
            set.codes
                .push(SecretText::new(format!("{number:02}-{}", shown.expose())));
        }
        Ok(set)
    }

    pub(super) fn keep(&self, ctx: &Context, tx: &Tx<'_>, account: &str) -> Result<()> {
        tx.replace_recovery(account, &self.digests, ctx.now())
    }
}

/// A new set in the place of the old one.
pub fn new_set(ctx: &Context, who: &str) -> Result<Changed<(String, RecoverySet)>> {
    let set = RecoverySet::new(&ctx.random)?;
    let event = Event::new("2fa.recovery-new").severity(Severity::Medium);
    audit::change(ctx, event, |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        refuse_removed(&row)?;
        if row.factors == 0 {
            return Err(Error::refused(format!(
                "`{}` has no second factor that recovery codes could stand in for",
                row.name
            ))
            .hint("enroll one with `optimactl 2fa enroll`"));
        }
        set.keep(ctx, tx, &row.id)?;
        attempts::forgive(ctx, tx, &row.name, Authenticator::Recovery)?;
        notice::queue(ctx, tx, &row.id, notice::Kind::RecoveryCodesNew)?;
        Ok((row.name, set))
    })
}

/// Which codes of an account's set are used. The codes themselves nobody can read.
pub fn recovery(ctx: &Context, who: &str) -> Result<(String, Vec<RecoveryRow>)> {
    audit::read(ctx, Event::new("2fa.recovery-status"), |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        let codes = tx.recovery(&row.id)?;
        Ok((row.name, codes))
    })
}

//! Second factors: enrolling, confirming, accepting a code once, recovery codes, losing a factor. Draws nothing
//! and prints nothing.

mod accept;
mod enroll;
mod lose;
mod recovery;
#[cfg(test)]
mod tests;

pub use accept::{Accepted, Means, Verdict, verify};
pub(in crate::domain) use accept::{TypedCode, accept, describe};
pub use enroll::{Confirmed, Enrollment, confirm, enroll, require_pending};
pub use lose::{Lost, remove, reset};
pub use recovery::{OFFER_BELOW, RecoverySet, new_set, recovery};

use super::Context;
use super::account;
use super::audit::{self, Event};
use crate::base::error::Result;
use crate::store::factor::{FactorCount, FactorRow};

/// How the second factor of one account stands.
pub struct Status {
    pub count: FactorCount,
    pub factors: Vec<FactorRow>,
}

/// One account's factors. Names are personal: the look is recorded.
pub fn status(ctx: &Context, who: &str) -> Result<Status> {
    audit::read(ctx, Event::new("2fa.status"), |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        let counts = tx.factor_counts(Some(&row.id))?;
        let count = counts.into_iter().next();
        Ok(Status {
            count: count.ok_or_else(|| gone(&row.name))?,
            factors: tx.factors(&row.id)?,
        })
    })
}

fn gone(name: &str) -> crate::base::error::Error {
    crate::base::error::Error::not_found(format!("`{name}` is removed"))
        .hint("bring it back with `optimactl account restore`")
}

/// Who has what: every account that is not removed.
pub fn status_of_all(ctx: &Context) -> Result<Vec<FactorCount>> {
    audit::read(ctx, Event::new("2fa.status"), |tx, event| {
        let counts = tx.factor_counts(None)?;
        event.set("accounts", counts.len());
        Ok(counts)
    })
}

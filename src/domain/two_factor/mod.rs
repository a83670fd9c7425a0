//! Second factors: enrolling, confirming, accepting a code once, recovery codes, losing a factor, taking factors
//! over from elsewhere, and who must have one. Draws nothing and prints nothing.

mod accept;
mod diagnose;
mod enforce;
mod enroll;
pub mod import;
mod label;
mod lose;
pub mod policy;
mod recovery;
mod status;
#[cfg(test)]
mod tests;

pub use accept::{Accepted, Means, Verdict, verify};
pub(in crate::domain) use accept::{TypedCode, accept, describe, digits_at_end};
pub use diagnose::{Diagnosis, Finding, Named, REACH, diagnose};
pub use enforce::{Enforced, enforce};
pub use enroll::{Confirmed, Enrollment, NewFactor, Whose, confirm, enroll, require_pending};
pub use label::label;
pub use lose::{Lost, WasReset, remove, reset};
pub(in crate::domain) use policy::{Due, due};
pub use recovery::{OFFER_BELOW, RecoverySet, new_set, recovery};
pub use status::{Standing, Status, Wanted, Which, each_status, status};

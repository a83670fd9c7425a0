//! Witnesses without a network: they sign a checkpoint by file, and the store takes their line in. What a witness
//! signs needs no store; what counts as enough of them is the configuration's to say.

mod add;
#[cfg(test)]
mod key_tests;
pub mod outside;
mod policy;
mod sign;
#[cfg(test)]
mod tests;

pub(in crate::domain::audit) use add::SKEW;
pub use add::{Added, add, checked, cosigned, newest};
pub use policy::Policy;
pub use sign::{Ask, Seen, Signed, State, sign};

/// The event of a cosignature that was taken in.
pub const ACTION: &str = "audit.witness";

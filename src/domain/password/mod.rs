//! Passwords: what a new one must meet, setting, resetting and redeeming. Hashing happens here, always before
//! a transaction opens; checking a sign-in is `auth`'s.

mod calibrate;
mod code;
mod common;
mod context_words;
mod generate;
mod prepare;
mod redeem;
mod report;
mod reset;
pub mod rules;
mod set;
#[cfg(test)]
mod tests;
mod upgrade;

pub use calibrate::{Calibration, Measured, calibrate};
pub use code::Code;
pub(in crate::domain) use code::{grouped, plain};
pub use generate::{Generated, Recipe, generate};
pub use prepare::{Prepared, breaks_rules};
pub(in crate::domain) use prepare::{hashed, is_current};
pub use redeem::redeem;
pub(in crate::domain) use report::stored;
pub use report::{Group, Report, Strength, report};
pub use reset::{Given, LONGEST_TTL, STANDARD_TTL, invite, reset};
pub use rules::{Finding, Policy, SecondFactor, Subject};
pub(in crate::domain) use set::refuse_removed;
pub use set::{Setter, WasSet, import_hash, set, set_initial};

pub use upgrade::{Which, Wrapped, to_wrap, upgrade};

use crate::store::account::AccountRow;

impl<'a> Subject<'a> {
    /// The holder of an account that exists.
    pub fn of(row: &'a AccountRow) -> Self {
        Self {
            name: Some(&row.name),
            email: row.email.as_deref(),
            display_name: row.display_name.as_deref(),
            factor: SecondFactor::from(row.factors > 0),
        }
    }
}

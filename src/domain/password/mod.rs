//! Passwords: what a new one must meet, setting, resetting and redeeming. Hashing happens here, always before
//! a transaction opens; checking a sign-in is `auth`'s.

mod calibrate;
mod code;
mod common;
mod context_words;
pub mod corpus;
mod generate;
mod history;
mod prepare;
mod profile;
mod recheck;
mod redeem;
mod report;
mod require_change;
mod reset;
pub mod rules;
mod set;
mod strength;
#[cfg(test)]
mod tests;
mod upgrade;
mod verdict;

pub use calibrate::{Calibration, Measured, calibrate};
pub use code::Code;
pub(in crate::domain) use code::{grouped, plain};
pub use generate::{Generated, Recipe, generate};
pub use prepare::{Prepared, breaks_rules};
pub(in crate::domain) use prepare::{hashed, is_current};
pub(in crate::domain) use recheck::{Recheck, recheck};
pub use redeem::redeem;
pub(in crate::domain) use report::stored;
pub use report::{Group, Report, Strength, report};
pub use require_change::{Demand, Demanded, Sessions, require_change};
pub use reset::{Given, LONGEST_INVITE, LONGEST_TTL, STANDARD_TTL, invite, reset};
pub use rules::{Corpora, Custom, Finding, Policy, RuleShown, SecondFactor, Subject};
pub(in crate::domain) use set::refuse_removed;
pub use set::{Setter, WasSet, import_hash, set, set_initial};
pub use strength::{Advice, advice};
pub use verdict::findings;

pub use upgrade::{Which, Wrapped, to_wrap, upgrade};

use crate::store::account::AccountRow;

impl<'a> Subject<'a> {
    /// The holder of an account that exists.
    pub fn of(row: &'a AccountRow) -> Self {
        Self {
            id: Some(&row.id),
            name: Some(&row.name),
            email: row.email.as_deref(),
            display_name: row.display_name.as_deref(),
            factor: SecondFactor::from(row.factors > 0),
        }
    }
}

//! How many people take part in erasing somebody: a fact of the store, and no setting of whoever runs a command. That it
//! is more again stands in the rights journal.

use super::journal::Act;
use super::tx::Tx;
use crate::base::error::{Error, Result};

const APPROVERS: &str = "approvers";

impl Tx<'_> {
    /// How many; none where nobody ever said.
    pub fn approvers(&self) -> Result<Option<u32>> {
        let Some(text) = self.meta(APPROVERS)? else {
            return Ok(None);
        };
        let number = text.parse().map_err(|_| {
            Error::integrity("the store's own note of how many approve an erasure is unreadable")
        })?;
        Ok(Some(number))
    }

    /// Sets it. More than before is a restriction, which a restore keeps; fewer takes that back.
    pub fn set_approvers(&self, before: u32, number: u32) -> Result<()> {
        self.set_meta(APPROVERS, &number.to_string())?;
        if number > before {
            self.restrict(None, Act::Approvers { least: number });
        } else {
            self.lift(None, &Act::Approvers { least: before })?;
        }
        Ok(())
    }

    /// Applies a line: never fewer than it says. Where nobody ever said, it is as many already.
    pub(super) fn raise_approvers(&self, least: u32) -> Result<bool> {
        let lower = self.approvers()?.is_some_and(|number| number < least);
        if lower {
            self.set_meta(APPROVERS, &least.to_string())?;
        }
        Ok(lower)
    }
}

//! Rows that would bring back what a person had put right (11 CCR §7023(k)): the wrong value is known by its keyed digest
//! alone, and the row is turned away.

use super::Desk;
use super::refused::{put_right, was_theirs};
use crate::base::error::Result;
use crate::domain::account::rectified::{digest, statements};
use crate::domain::moving::format::{Fault, Row};
use crate::store::account::AccountRow;

impl Desk<'_> {
    /// A row that would make an account anew under a name that was wrong of somebody who is here. An address alone says
    /// nothing: where it was wrong, it may be the one of whom the row is about.
    pub(super) fn comes_back(&self, row: &Row) -> Result<Option<Box<Fault>>> {
        if !self.rectified || self.tx.id_named(&row.name.key)?.is_some() {
            return Ok(None);
        }
        let digest = digest(self.ctx, "name", &row.name.key)?;
        let account = self.tx.was_rectified("name", &digest, None)?;
        Ok(account.map(|account| Box::new(was_theirs(row, &account))))
    }

    /// A row that would write a wrong value over the right one.
    pub(super) fn writes_over(
        &self,
        row: &Row,
        (old, new): (&AccountRow, &AccountRow),
    ) -> Result<Option<Box<Fault>>> {
        if !self.rectified {
            return Ok(None);
        }
        for (field, before, after) in statements(old, new) {
            let Some(after) = after.filter(|after| before != Some(after)) else {
                continue;
            };
            let digest = digest(self.ctx, field, after)?;
            if self
                .tx
                .was_rectified(field, &digest, Some(&old.id))?
                .is_some()
            {
                return Ok(Some(Box::new(put_right(row, field, &old.id))));
            }
        }
        Ok(None)
    }
}

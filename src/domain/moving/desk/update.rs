//! Changing an account that is there already to what a file tells of it.

use super::{Desk, taken};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::domain::account::choices;
use crate::domain::moving::format::{Bar, Fault, Field, Row, change_by};
use crate::domain::{notice, role};
use crate::store::account::AccountRow;
use crate::store::credential::NewPassword;

impl Desk<'_> {
    /// Writes over an account what the file tells of it. Its password is replaced, and roles are added, only where
    /// the map or the plan names them.
    pub(super) fn update(
        &mut self,
        row: &Row,
        old: &AccountRow,
    ) -> Result<Result<&'static str, Box<Fault>>> {
        if let Some(email) = &row.email
            && let Some(other) = self.tx.id_with_email(&email.key)?
            && other != old.id
        {
            return Ok(Err(Box::new(taken(row, "email", &email.text, &other))));
        }
        if self.before.is_none() {
            self.before = Some(role::administrators(self.tx, self.now)?);
        }
        let new = told(row, old);
        if let Some(fault) = self.writes_over(row, (old, &new))? {
            return Ok(Err(fault));
        }
        let mut changed = new != *old;
        if changed {
            if old.expires.is_none() && new.expires.is_some_and(|end| end > self.now) {
                role::guard_end(self.tx, self.now, &old.id)?;
            }
            self.tx.update_account(&new, self.now)?;
            choices::follow(self.ctx, self.tx, (old, &new))?;
            self.sign_out(&new, old)?;
        }
        self.tally.factors_kept += u64::from(!row.factors.is_empty());
        if let Some(last) = row
            .last_sign_in
            .filter(|last| old.last_sign_in.is_none_or(|known| known < *last))
        {
            self.tx.set_last_sign_in(&old.id, last)?;
            changed = true;
        }
        changed |= self.grant(&old.id, row)?;
        changed |= self.replace_password(row, old)?;
        if !changed {
            self.tally.unchanged += 1;
            return Ok(Ok("unchanged"));
        }
        self.tally.updated += 1;
        Ok(Ok("updated"))
    }

    /// Whom the file keeps out is signed out, too, as by `account disable` and `account lock`.
    fn sign_out(&self, new: &AccountRow, old: &AccountRow) -> Result<()> {
        let locked =
            |row: &AccountRow| row.locked_until.is_some_and(|until: Time| until > self.now);
        let why = if new.disabled.is_some() && old.disabled.is_none() {
            "disabled"
        } else if locked(new) && !locked(old) {
            "locked"
        } else {
            return Ok(());
        };
        self.tx.revoke_sessions(&old.id, None, why, self.now)?;
        Ok(())
    }

    fn replace_password(&mut self, row: &Row, old: &AccountRow) -> Result<bool> {
        let Some(hash) = &row.hash else {
            return Ok(false);
        };
        if !self.asks_for(Field::Hash) {
            self.tally.hashes_left += 1;
            return Ok(false);
        }
        if self
            .tx
            .password(&old.id)?
            .is_some_and(|known| known.hash == hash.text)
        {
            return Ok(false);
        }
        let new = NewPassword {
            hash: &hash.text,
            require_change: row.require_change,
            needs_factor: false,
        };
        self.tx.put_password(&old.id, &new, self.now)?;
        self.tx
            .revoke_sessions(&old.id, None, "imported", self.now)?;
        notice::queue(self.ctx, self.tx, &old.id, notice::Kind::PasswordChanged)?;
        *self.tally.schemes.entry(hash.scheme).or_default() += 1;
        self.tally.weak += u64::from(hash.weak);
        self.tally.demanded(row, change_by(self.plan.options.now));
        Ok(true)
    }
}

/// The account as the row tells of it; what it does not tell stays.
fn told(row: &Row, old: &AccountRow) -> AccountRow {
    let mut new = old.clone();
    row.name.text.clone_into(&mut new.name);
    new.email = row
        .email
        .as_ref()
        .map(|email| email.text.clone())
        .or(new.email);
    new.display_name = row.display_name.clone().or(new.display_name);
    new.kind = row.kind.unwrap_or(new.kind);
    new.region = row.region.clone().or(new.region);
    new.expires = row.expires.or(new.expires);
    new.locked_until = row.locked_until.or(new.locked_until);
    new.lock_reason = row.lock_reason.clone().or(new.lock_reason);
    new.disabled = match row.bar {
        // Since when it is disabled already stays true.
        Some(Bar::Disabled(since)) => new.disabled.or(Some(since)),
        Some(Bar::Enabled) => None,
        None => new.disabled,
    };
    new
}

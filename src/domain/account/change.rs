//! Changing what an account says about itself: name, address, kind, region, expiry.

use super::each::{Did, Scope, alter, one};
use super::region::Region;
use crate::base::clock::{Time, seconds_text};
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::name::AccountName;
use crate::base::text::{folded, safe};
use crate::domain::Context;
use crate::domain::audit::{Batch, Event, Severity};
use crate::domain::hold;
use crate::domain::privacy::Class;
use crate::domain::role;
use crate::store::Tx;
use crate::store::account::{AccountKind, AccountRow};

/// New values; what is not named stays.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    pub name: Option<AccountName>,
    pub email: Option<EmailAddress>,
    pub display_name: Option<String>,
    pub kind: Option<AccountKind>,
    pub region: Option<Region>,
    /// May lie in the past: the account is expired at once.
    pub expires: Option<Time>,
    pub clear: Vec<Clear>,
}

/// A value that can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clear {
    Email,
    DisplayName,
    Region,
    Expires,
}

impl Edit {
    fn check(&self) -> Result<()> {
        match &self.display_name {
            Some(text) => crate::base::name::check_display_name(text),
            None => Ok(()),
        }
    }

    pub(super) fn applied(&self, old: &AccountRow) -> AccountRow {
        let mut row = old.clone();
        for clear in &self.clear {
            match clear {
                Clear::Email => row.email = None,
                Clear::DisplayName => row.display_name = None,
                Clear::Region => row.region = None,
                Clear::Expires => row.expires = None,
            }
        }
        if let Some(name) = &self.name {
            name.as_str().clone_into(&mut row.name);
        }
        if let Some(email) = &self.email {
            row.email = Some(email.as_str().to_owned());
        }
        if let Some(region) = &self.region {
            row.region = Some(region.as_str().to_owned());
        }
        row.display_name = self.display_name.clone().or(row.display_name);
        row.kind = self.kind.unwrap_or(row.kind);
        row.expires = self.expires.or(row.expires);
        row
    }
}

/// Changes one account. The last administrator stays.
pub fn change(ctx: &Context, who: &str, edit: &Edit) -> Result<Vec<Did>> {
    edit.check()?;
    let event = Event::new("account.change").severity(Severity::Low);
    let who = [who.to_owned()];
    alter(ctx, event, &who, Scope::Present, |tx, row, event, now| {
        edited(tx, (row, event), (edit, now))?;
        Ok(false)
    })
}

/// The same inside a transaction that is under way, with what `note` notes of old and new.
pub(in crate::domain) fn change_within(
    ctx: &Context,
    (tx, batch): (&Tx<'_>, &mut Batch<'_>),
    (who, edit): (&str, &Edit),
    note: impl FnOnce(&AccountRow, &AccountRow) -> Result<()>,
) -> Result<Did> {
    edit.check()?;
    let now = ctx.now();
    let before = role::administrators(tx, now)?;
    let did = one(ctx, (tx, batch), (who, Scope::Present), |row, event| {
        let old = row.clone();
        edited(tx, (row, event), (edit, now))?;
        note(&old, row)?;
        Ok(false)
    })?;
    role::guard(tx, now, before)?;
    Ok(did)
}

fn edited(
    tx: &Tx<'_>,
    (row, event): (&mut AccountRow, &mut Event),
    (edit, now): (&Edit, Time),
) -> Result<()> {
    let new = edit.applied(row);
    taken(tx, &new)?;
    require_free(tx, row, edit)?;
    tell(row, &new, event);
    if new.expires.is_some_and(|end| end > now) && row.expires.is_none() {
        role::guard_end(tx, now, &row.id)?;
    }
    *row = new;
    Ok(())
}

/// What is taken away is deleted; what is replaced stays in the audit log.
fn require_free(tx: &Tx<'_>, row: &AccountRow, edit: &Edit) -> Result<()> {
    let classes = edit.clear.iter().filter_map(|clear| match clear {
        Clear::Email => Some(Class::Contact),
        Clear::DisplayName | Clear::Region => Some(Class::Identity),
        Clear::Expires => None,
    });
    let classes: Vec<Class> = classes.collect();
    hold::require_free(tx, Some(&row.id), &classes)
}

/// Says in the event which fields change (clear), and from what to what (personal).
fn tell(old: &AccountRow, new: &AccountRow, event: &mut Event) {
    let texts = |row: &AccountRow| {
        [
            ("name", Some(row.name.clone())),
            ("email", row.email.clone()),
            ("display_name", row.display_name.clone()),
            ("kind", Some(row.kind.as_str().to_owned())),
            ("region", row.region.clone()),
            ("expires", row.expires.map(seconds_text)),
        ]
    };
    let mut what = vec![];
    for ((field, before), (_, after)) in texts(old).into_iter().zip(texts(new)) {
        if before == after {
            continue;
        }
        what.push(field);
        event.set_personal(&format!("{field}_before"), before);
        event.set_personal(field, after);
    }
    event.set("what", what);
}

/// Refuses a name or address that finds another account already, by name or by address: who types it must not
/// reach somebody else.
pub(super) fn taken(tx: &Tx<'_>, row: &AccountRow) -> Result<()> {
    let keys = [Some(&row.name), row.email.as_ref()];
    for text in keys.into_iter().flatten() {
        let key = folded(text);
        for found in [tx.account_named(&key)?, tx.account_with_email(&key)?]
            .into_iter()
            .flatten()
        {
            if found.id == row.id {
                continue;
            }
            let removed = if found.removed.is_some() {
                "a removed"
            } else {
                "another"
            };
            let error = Error::conflict(format!("`{}` belongs to {removed} account", safe(text)));
            return Err(error.hint(format!("see `optimactl account show {}`", found.id)));
        }
    }
    Ok(())
}

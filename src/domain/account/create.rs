//! Making an account. How it signs in is set by the caller's closure, in the same transaction.

use super::change::{Edit, taken};
use super::region::Region;
use crate::base::clock::Time;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::id::is_id;
use crate::base::name::AccountName;
use crate::base::text::safe;
use crate::domain::Context;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::role;
use crate::store::Tx;
use crate::store::account::{AccountKind, AccountRow};

/// An account to be.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub name: AccountName,
    pub email: Option<EmailAddress>,
    pub display_name: Option<String>,
    pub kind: AccountKind,
    pub region: Option<Region>,
    pub expires: Option<Time>,
    pub roles: Vec<String>,
}

/// What to do when there is an account with this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfExists {
    Fail,
    Skip,
    /// Write what is given over it, and add the roles; its credentials stay.
    Update,
}

/// The account, and how it came about.
#[derive(Clone, Debug)]
pub enum Made {
    New(AccountRow),
    Updated(AccountRow),
    Skipped(AccountRow),
}

impl Made {
    pub const fn row(&self) -> &AccountRow {
        match self {
            Self::New(row) | Self::Updated(row) | Self::Skipped(row) => row,
        }
    }
}

/// Makes an account; `credential` gives it what it signs in with. The last administrator stays.
pub fn create(
    ctx: &Context,
    new: &NewAccount,
    if_exists: IfExists,
    credential: impl FnOnce(&Tx<'_>, &AccountRow, &mut Event) -> Result<()>,
) -> Result<Changed<Made>> {
    if is_id("acc", &new.name.folded()) {
        return Err(Error::usage(format!(
            "`{}` has the form of an account's id and cannot be a name",
            safe(new.name.as_str())
        )));
    }
    if let Some(text) = &new.display_name {
        crate::base::name::check_display_name(text)?;
    }
    audit::change(ctx, event(new), |tx, event| {
        let Some(old) = tx.account_named(&new.name.folded())? else {
            let row = insert(ctx, tx, new)?;
            event.set_target(&row.id);
            credential(tx, &row, event)?;
            return Ok(Made::New(super::find(tx, &row.id)?));
        };
        event.set_target(&old.id);
        if old.removed.is_some() || if_exists == IfExists::Fail {
            return Err(exists(&old));
        }
        if if_exists == IfExists::Skip {
            event.set("changed", false);
            return Ok(Made::Skipped(old));
        }
        let changed = update(ctx, tx, new, &old)?;
        event.set("changed", changed);
        Ok(Made::Updated(super::find(tx, &old.id)?))
    })
}

fn event(new: &NewAccount) -> Event {
    let severity = if new.roles.is_empty() {
        Severity::Low
    } else {
        Severity::Medium
    };
    let mut event = Event::new("account.create")
        .severity(severity)
        .field("kind", new.kind.as_str())
        .field("roles", new.roles.clone())
        .personal("name", new.name.as_str());
    let texts = [
        ("email", new.email.as_ref().map(EmailAddress::as_str)),
        ("display_name", new.display_name.as_deref()),
        ("region", new.region.as_ref().map(Region::as_str)),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            event.set_personal(field, text);
        }
    }
    event
}

fn insert(ctx: &Context, tx: &Tx<'_>, new: &NewAccount) -> Result<AccountRow> {
    let now = ctx.now();
    let row = AccountRow {
        id: ctx.random.id("acc")?,
        name: new.name.as_str().to_owned(),
        email: new.email.as_ref().map(|email| email.as_str().to_owned()),
        display_name: new.display_name.clone(),
        kind: new.kind,
        region: new.region.as_ref().map(|region| region.as_str().to_owned()),
        created: now,
        changed: now,
        expires: new.expires,
        disabled: None,
        locked_until: None,
        lock_reason: None,
        removed: None,
        restricted: None,
        last_sign_in: None,
        version: 1,
        imported: None,
        roles: vec![],
        groups: vec![],
        password_set: None,
        code_until: None,
        factors: 0,
    };
    taken(tx, &row)?;
    tx.insert_account(&row)?;
    grant_all(tx, new, &row.id, now)?;
    super::find(tx, &row.id)
}

fn update(ctx: &Context, tx: &Tx<'_>, new: &NewAccount, old: &AccountRow) -> Result<bool> {
    let now = ctx.now();
    let before = role::administrators(tx, now)?;
    let edit = Edit {
        name: None,
        email: new.email.clone(),
        display_name: new.display_name.clone(),
        kind: Some(new.kind),
        region: new.region.clone(),
        expires: new.expires,
        clear: vec![],
    };
    let row = edit.applied(old);
    if row.expires.is_some_and(|end| end > now) && old.expires.is_none() {
        role::guard_end(tx, now, &old.id)?;
    }
    if row != *old {
        taken(tx, &row)?;
        tx.update_account(&row, now)?;
    }
    let granted = grant_all(tx, new, &old.id, now)?;
    role::guard(tx, now, before)?;
    Ok(row != *old || granted)
}

fn grant_all(tx: &Tx<'_>, new: &NewAccount, id: &str, now: Time) -> Result<bool> {
    let mut granted = false;
    for name in &new.roles {
        let role = role::find(tx, name)?;
        granted |= tx.grant_role(id, &role.name, now)?;
    }
    Ok(granted)
}

fn exists(old: &AccountRow) -> Error {
    let name = safe(&old.name);
    if old.removed.is_some() {
        return Error::conflict(format!("the name `{name}` belongs to a removed account")).hint(
            format!("bring it back with `optimactl account restore {}`", old.id),
        );
    }
    Error::conflict(format!("there is an account `{name}` already"))
        .hint("choose another name, or `--if-exists skip` or `--if-exists update`")
}

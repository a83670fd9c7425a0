//! Binding users of the operating system to accounts.

use super::gate::shown;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::account::{self, State};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::{Context, role};
use crate::store::Tx;
use crate::store::account::AccountRow;
use crate::store::operator::OperatorRow;

/// A user of the operating system, as this machine names it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    pub uid: u32,
    pub login: Option<String>,
}

/// An account that acts for a user, and whether that is new.
#[derive(Clone, Debug)]
pub struct Bound {
    pub account: AccountRow,
    pub changed: bool,
}

/// Binds a user to an account: what the user does is the account's from now on.
pub fn bind(ctx: &Context, who: &str, user: &Binding) -> Result<Changed<Bound>> {
    let mut event = Event::new("operator.bind")
        .severity(Severity::High)
        .personal("uid", user.uid);
    if let Some(login) = &user.login {
        event.set_personal("login", login.as_str());
    }
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let account = account::find(tx, who)?;
        event.set_target(&account.id);
        if account.removed.is_some() {
            return Err(Error::refused(format!(
                "the account `{}` is removed",
                safe(&account.name)
            ))
            .hint(format!(
                "bring it back with `optimactl account restore {}`",
                account.id
            )));
        }
        let row = OperatorRow {
            uid: user.uid,
            login: user.login.clone(),
            account: account.id.clone(),
            bound: now,
        };
        let changed = match tx.operator(user.uid)? {
            Some(old) if old.account != row.account => return Err(taken(user)),
            old => old.is_none_or(|old| old.login != row.login),
        };
        if changed {
            tx.bind_operator(&row)?;
        }
        event.set("changed", changed);
        Ok(Bound { account, changed })
    })
}

fn taken(user: &Binding) -> Error {
    Error::conflict(format!(
        "{} is bound to another account already",
        shown(user.uid, user.login.as_deref())
    ))
    .hint(format!(
        "see `optimactl role operator list`, and unbind it first with `optimactl role operator unbind --uid {}`",
        user.uid
    ))
}

/// Which bindings are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    User(u32),
    /// Every one of this account.
    Account(String),
}

/// Takes bindings away; gives them. The last operator who can administer stays while operators are enforced.
pub fn unbind(ctx: &Context, which: &Which) -> Result<Changed<Vec<OperatorRow>>> {
    let event = Event::new("operator.unbind").severity(Severity::High);
    audit::change(ctx, event, |tx, event| {
        let now = ctx.now();
        let rows = meant(tx, which, event)?;
        let before = role::administrators(tx, now)?;
        for row in &rows {
            event.set_target(&row.account);
            tx.unbind_operator(row.uid)?;
        }
        let uids: Vec<u32> = rows.iter().map(|row| row.uid).collect();
        event.set_personal("uid", uids);
        role::guard(tx, now, before)?;
        Ok(rows)
    })
}

fn meant(tx: &Tx<'_>, which: &Which, event: &mut Event) -> Result<Vec<OperatorRow>> {
    let (rows, none) = match which {
        Which::User(uid) => (
            tx.operator(*uid)?.into_iter().collect(),
            format!("no account is bound to uid {uid}"),
        ),
        Which::Account(who) => {
            let row = account::find(tx, who)?;
            event.set_target(&row.id);
            (
                tx.operators(Some(&row.id))?,
                format!("`{}` is bound to no user", safe(&row.name)),
            )
        }
    };
    if rows.is_empty() {
        return Err(Error::not_found(none).hint("see `optimactl role operator list`"));
    }
    Ok(rows)
}

/// An operator as it is listed.
#[derive(Clone, Debug)]
pub struct Listed {
    pub row: OperatorRow,
    pub account: AccountRow,
    pub state: State,
}

/// Every operator, by number of the user.
pub fn list(ctx: &Context) -> Result<Vec<Listed>> {
    audit::read(ctx, Event::new("operator.list"), |tx, event| {
        let mut listed = vec![];
        for row in tx.operators(None)? {
            let account = account::find(tx, &row.account)?;
            let state = State::of(&account, ctx.now());
            listed.push(Listed {
                row,
                account,
                state,
            });
        }
        event.set("count", listed.len());
        Ok(listed)
    })
}

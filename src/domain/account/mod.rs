//! Accounts: finding one, its state, and every change of it. Rules only; rows are written by `store::account`.

mod bar;
mod change;
pub(in crate::domain) mod choices;
mod create;
mod each;
mod grant;
mod history;
mod list;
mod permitted;
pub(in crate::domain) mod rectified;
mod region;
mod state;
mod sweep;
#[cfg(test)]
mod tests;

pub use bar::{Lock, disable, enable, lock, remove, restore, unlock};
pub(in crate::domain) use change::change_within;
pub use change::{Clear, Edit, change};
pub use create::{IfExists, Made, NewAccount, create};
pub(in crate::domain) use each::alter_after;
pub use each::{Did, Scope};
pub use grant::{grant, revoke};
pub use history::{Happened, history};
pub(in crate::domain) use list::walk;
pub use list::{
    FIELDS, Filter, Picks, Query, Removed, Shown, count, each, each_with, order, pick, show,
    shown_field, shown_fields, token,
};
pub use permitted::{Considered, Verdict, permitted};
pub(in crate::domain) use permitted::{considered, permitting};
pub use region::Region;
pub use state::State;
pub use sweep::{Done, Idle, Sweep, Why, dormant, sweep};

use crate::base::error::{Error, Result};
use crate::base::text;
use crate::store::Tx;
use crate::store::account::AccountRow;

/// For how many days a removed account can be restored; then it is purged.
pub const KEPT_DAYS: u32 = 30;

/// How many names on each side of a mistyped one are compared with it.
const REACH: u32 = 500;

/// The account that `who` names by id, name or e-mail address; removed ones, too. Where there is none, close
/// names are suggested.
pub fn find(tx: &Tx<'_>, who: &str) -> Result<AccountRow> {
    if let Some(row) = tx.find_account(who)? {
        return Ok(row);
    }
    let error = Error::not_found(format!("there is no account `{}`", text::safe(who)));
    let near = tx.names_near(who, REACH)?;
    let hint = text::did_you_mean(who, near.iter().map(String::as_str));
    Err(error.hint(hint.unwrap_or_else(|| "see `optimactl account list`".to_owned())))
}

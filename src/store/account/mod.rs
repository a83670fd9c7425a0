//! Rows of accounts. Every look reads the roles and what an account can sign in with along, so that no rule
//! needs a second query; nothing is decided here.

mod condition;
mod driver;
mod held;
mod list;
mod rights;
mod scheme;
#[cfg(test)]
mod tests;
mod way;

use rusqlite::{Row, params};

use super::audit::{signed, unsigned};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::folded;

pub use condition::{Ask, Column, Compare, Condition};
pub use held::HeldRole;
pub use list::{AccountOrder, Direction, FoundAccount, Listed, Listing, Place, PlaceKey, SortKey};
pub(super) use scheme::add_functions;
pub use scheme::scheme;

/// Whether a person or a program signs in with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountKind {
    #[default]
    Person,
    Service,
}

impl AccountKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Service => "service",
        }
    }
}

/// An account with its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub display_name: Option<String>,
    pub kind: AccountKind,
    /// ISO 3166-1 alpha-2.
    pub region: Option<String>,
    pub created: Time,
    pub changed: Time,
    pub expires: Option<Time>,
    /// Since when.
    pub disabled: Option<Time>,
    pub locked_until: Option<Time>,
    pub lock_reason: Option<String>,
    /// Since when; purged after 30 days.
    pub removed: Option<Time>,
    /// Since when its data are only stored.
    pub restricted: Option<Time>,
    pub last_sign_in: Option<Time>,
    /// Counts changes.
    pub version: u64,
    /// The event of the import that made it; none: it was made one by one.
    pub imported: Option<u64>,
    /// By itself or through a group; sorted by name.
    pub roles: Vec<String>,
    /// Sorted by name.
    pub groups: Vec<String>,
    /// When its password was set; none if it has none.
    pub password_set: Option<Time>,
    /// Until when an unused invitation or reset code can set one.
    pub code_until: Option<Time>,
    /// Confirmed second factors.
    pub factors: u64,
}

macro_rules! select {
    ($($rest:literal)*) => {
        concat!(
            "SELECT a.id, a.name, a.email, a.display_name, a.kind, a.region, a.created, a.changed, a.expires,
             a.disabled, a.locked_until, a.lock_reason, a.removed, a.last_sign_in, a.version,
             (SELECT group_concat(role, ' ') FROM
                (SELECT r.role FROM account_role r WHERE r.account = a.id
                 UNION SELECT g.role FROM group_member m CROSS JOIN group_role g ON g.\"group\" = m.\"group\"
                 WHERE m.member = a.id ORDER BY role)),
             (SELECT set_at FROM password p WHERE p.account = a.id),
             (SELECT max(expires) FROM password_code c WHERE c.account = a.id AND c.used IS NULL),
             (SELECT count(*) FROM factor f WHERE f.account = a.id AND f.confirmed IS NOT NULL),
             a.imported,
             (SELECT group_concat(\"group\", ' ') FROM
                (SELECT \"group\" FROM group_member g WHERE g.member = a.id ORDER BY \"group\")),
             (SELECT since FROM restriction x WHERE x.account = a.id)
             FROM account a ",
            $($rest),*
        )
    };
}

/// The columns as SQLite gives them.
fn read(row: &Row<'_>) -> Result<AccountRow> {
    let when = |column: usize| -> Result<Option<Time>> {
        let micros: Option<i64> = row.get(column)?;
        micros.map(clock::from_micros).transpose()
    };
    let at = |column: usize| -> Result<Time> { clock::from_micros(row.get(column)?) };
    let kind: String = row.get(4)?;
    let imported: Option<i64> = row.get(19)?;
    Ok(AccountRow {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.get(2)?,
        display_name: row.get(3)?,
        kind: match kind.as_str() {
            "service" => AccountKind::Service,
            _ => AccountKind::Person,
        },
        region: row.get(5)?,
        created: at(6)?,
        changed: at(7)?,
        expires: when(8)?,
        disabled: when(9)?,
        locked_until: when(10)?,
        lock_reason: row.get(11)?,
        removed: when(12)?,
        restricted: when(21)?,
        last_sign_in: when(13)?,
        version: unsigned(row.get(14)?)?,
        imported: imported.map(unsigned).transpose()?,
        roles: words(row, 15)?,
        groups: words(row, 20)?,
        password_set: when(16)?,
        code_until: when(17)?,
        factors: unsigned(row.get(18)?)?,
    })
}

/// Names without spaces, joined by them.
fn words(row: &Row<'_>, column: usize) -> Result<Vec<String>> {
    let joined: Option<String> = row.get(column)?;
    let joined = joined.unwrap_or_default();
    Ok(joined.split_whitespace().map(str::to_owned).collect())
}

impl Tx<'_> {
    pub fn account(&self, id: &str) -> Result<Option<AccountRow>> {
        self.one_account(select!("WHERE a.id = ?1"), id)
    }

    /// Finds an account by id, by name, or by e-mail address, in this order.
    pub fn find_account(&self, who: &str) -> Result<Option<AccountRow>> {
        if let Some(row) = self.account(who)? {
            return Ok(Some(row));
        }
        let key = folded(who);
        match self.account_named(&key)? {
            Some(row) => Ok(Some(row)),
            None => self.account_with_email(&key),
        }
    }

    pub fn account_named(&self, name_folded: &str) -> Result<Option<AccountRow>> {
        self.one_account(select!("WHERE a.name_folded = ?1"), name_folded)
    }

    pub fn account_with_email(&self, email_folded: &str) -> Result<Option<AccountRow>> {
        self.one_account(select!("WHERE a.email_folded = ?1"), email_folded)
    }

    fn one_account(&self, sql: &str, key: &str) -> Result<Option<AccountRow>> {
        let mut statement = self.conn().prepare_cached(sql)?;
        let mut rows = statement.query([key])?;
        rows.next()?.map(read).transpose()
    }

    /// Up to `reach` names on each side of `who` in their order: where a mistyped name is looked for.
    pub fn names_near(&self, who: &str, reach: u32) -> Result<Vec<String>> {
        let key = folded(who);
        let mut names = vec![];
        for sql in [
            "SELECT name FROM account WHERE name_folded >= ?1 AND removed IS NULL
             ORDER BY name_folded LIMIT ?2",
            "SELECT name FROM account WHERE name_folded < ?1 AND removed IS NULL
             ORDER BY name_folded DESC LIMIT ?2",
        ] {
            let mut statement = self.conn().prepare_cached(sql)?;
            let found = statement.query_map(params![key, reach], |row| row.get(0))?;
            names.extend(found.collect::<Result<Vec<String>, _>>()?);
        }
        Ok(names)
    }

    /// How many accounts there are, without the removed ones.
    pub fn count_accounts(&self) -> Result<u64> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT count(*) FROM account WHERE removed IS NULL")?;
        unsigned(statement.query_row([], |row| row.get(0))?)
    }

    /// Writes a new account; a taken name or address is a conflict.
    pub fn insert_account(&self, row: &AccountRow) -> Result<()> {
        let written = self
            .conn()
            .prepare_cached(
                "INSERT INTO account VALUES
                 (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)",
            )?
            .execute(params![
                row.id,
                row.name,
                folded(&row.name),
                row.email,
                row.email.as_deref().map(folded),
                row.display_name,
                row.kind.as_str(),
                row.region,
                row.created.timestamp_micros(),
                row.changed.timestamp_micros(),
                micros(row.expires),
                micros(row.disabled),
                micros(row.locked_until),
                row.lock_reason,
                micros(row.removed),
                micros(row.last_sign_in),
                signed(row.version)?,
                row.imported.map(signed).transpose()?,
            ])
            .map_err(Error::from);
        written.map(drop).map_err(taken)
    }

    /// Writes what `row` says over the account with its id, and counts the change. Roles are granted apart;
    /// the last sign-in has its own way, too.
    pub fn update_account(&self, row: &AccountRow, now: Time) -> Result<()> {
        self.note_bars(row, now)?;
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE account SET name = ?2, name_folded = ?3, email = ?4, email_folded = ?5,
                 display_name = ?6, kind = ?7, region = ?8, expires = ?9, disabled = ?10,
                 locked_until = ?11, lock_reason = ?12, removed = ?13, changed = ?14,
                 version = version + 1 WHERE id = ?1 AND version = ?15",
            )?
            .execute(params![
                row.id,
                row.name,
                folded(&row.name),
                row.email,
                row.email.as_deref().map(folded),
                row.display_name,
                row.kind.as_str(),
                row.region,
                micros(row.expires),
                micros(row.disabled),
                micros(row.locked_until),
                row.lock_reason,
                micros(row.removed),
                now.timestamp_micros(),
                signed(row.version)?,
            ])
            .map_err(Error::from)
            .map_err(taken)?;
        if changed == 1 {
            return Ok(());
        }
        Err(Error::conflict("the account changed meanwhile").hint("look at it and try again"))
    }

    /// Remembers when an account was last signed in with; no change in the sense of its version.
    pub fn set_last_sign_in(&self, id: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE account SET last_sign_in = ?2 WHERE id = ?1")?
            .execute(params![id, now.timestamp_micros()])?;
        Ok(())
    }

    /// The roles of an account, sorted.
    pub fn roles_of(&self, account: &str) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT role FROM account_role WHERE account = ?1 ORDER BY role")?;
        let rows = statement.query_map([account], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Whether a walk over rows goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    On,
    Enough,
}

fn micros(time: Option<Time>) -> Option<i64> {
    time.map(|time| time.timestamp_micros())
}

/// A second row with the same name or address.
fn taken(error: Error) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    Error::conflict("another account has this name or e-mail address")
}

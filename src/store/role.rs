//! Rows of roles: what they permit and who holds them. What a permission means is decided in `domain::role`.

use rusqlite::{Row, params};

use super::audit::unsigned;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Kind, Result};

/// A role with what it permits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRow {
    pub name: String,
    pub description: String,
    pub created: Time,
    /// Sorted.
    pub permissions: Vec<String>,
    /// Accounts that hold it, removed ones included.
    pub holders: u64,
}

const SELECT: &str = "SELECT r.name, r.description, r.created,
    (SELECT group_concat(permission, ' ') FROM
        (SELECT permission FROM role_permission p WHERE p.role = r.name ORDER BY permission)),
    (SELECT count(*) FROM account_role h WHERE h.role = r.name)
    FROM role r WHERE ?1 IS NULL OR r.name = ?1 ORDER BY r.name";

fn read(row: &Row<'_>) -> Result<RoleRow> {
    let permissions: Option<String> = row.get(3)?;
    Ok(RoleRow {
        name: row.get(0)?,
        description: row.get(1)?,
        created: clock::from_micros(row.get(2)?)?,
        permissions: permissions
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        holders: unsigned(row.get(4)?)?,
    })
}

impl Tx<'_> {
    pub fn insert_role(&self, name: &str, description: &str, now: Time) -> Result<()> {
        let written = self
            .conn()
            .prepare_cached("INSERT INTO role VALUES (?1, ?2, ?3)")?
            .execute(params![name, description, now.timestamp_micros()])
            .map_err(Error::from);
        match written {
            Err(error) if error.kind == Kind::Conflict => {
                Err(Error::conflict(format!("there is a role `{name}` already")))
            }
            other => other.map(drop),
        }
    }

    pub fn role(&self, name: &str) -> Result<Option<RoleRow>> {
        Ok(self.roles_like(Some(name))?.pop())
    }

    /// Every role, by name.
    pub fn roles(&self) -> Result<Vec<RoleRow>> {
        self.roles_like(None)
    }

    fn roles_like(&self, name: Option<&str>) -> Result<Vec<RoleRow>> {
        let mut statement = self.conn().prepare_cached(SELECT)?;
        let mut rows = statement.query([name])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Removes a role from its holders and then itself; gives the ids of those who held it.
    pub fn remove_role(&self, name: &str) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("DELETE FROM account_role WHERE role = ?1 RETURNING account")?;
        let rows = statement.query_map([name], |row| row.get(0))?;
        let holders = rows.collect::<Result<Vec<String>, _>>()?;
        self.conn()
            .prepare_cached("DELETE FROM role WHERE name = ?1")?
            .execute([name])?;
        Ok(holders)
    }

    /// Whether it was not permitted before.
    pub fn permit(&self, role: &str, permission: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO role_permission VALUES (?1, ?2)")?
            .execute([role, permission])?;
        Ok(rows > 0)
    }

    /// Whether it was permitted before.
    pub fn withdraw(&self, role: &str, permission: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM role_permission WHERE role = ?1 AND permission = ?2")?
            .execute([role, permission])?;
        Ok(rows > 0)
    }

    /// Whether the account did not hold it before.
    pub fn grant_role(&self, account: &str, role: &str, now: Time) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("INSERT INTO account_role VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
            .execute(params![account, role, now.timestamp_micros()])?;
        Ok(rows > 0)
    }

    /// Whether the account held it.
    pub fn revoke_role(&self, account: &str, role: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM account_role WHERE account = ?1 AND role = ?2")?
            .execute([account, role])?;
        Ok(rows > 0)
    }

    /// Names of the accounts that hold a role and are not removed, at most `limit`.
    pub fn holders(&self, role: &str, limit: u32) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT name FROM account JOIN account_role ON account = id
             WHERE role = ?1 AND removed IS NULL ORDER BY name_folded LIMIT ?2",
        )?;
        let rows = statement.query_map(params![role, limit], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

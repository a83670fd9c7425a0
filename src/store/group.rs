//! Rows of groups: who belongs to them and which roles they hold. What follows from that is decided above.

use rusqlite::{Row, params};

use super::audit::unsigned;
use super::journal::{Act, Duty};
use super::role::words;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Kind, Result};

/// A group with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    pub name: String,
    pub description: String,
    pub created: Time,
    /// Sorted.
    pub roles: Vec<String>,
    /// Accounts in it, removed ones included.
    pub members: u64,
}

const SELECT: &str = "SELECT g.name, g.description, g.created,
    (SELECT group_concat(role, ' ') FROM
        (SELECT role FROM group_role r WHERE r.\"group\" = g.name ORDER BY role)),
    (SELECT count(*) FROM group_member m WHERE m.\"group\" = g.name)
    FROM account_group g WHERE ?1 IS NULL OR g.name = ?1 ORDER BY g.name";

fn read(row: &Row<'_>) -> Result<GroupRow> {
    Ok(GroupRow {
        name: row.get(0)?,
        description: row.get(1)?,
        created: clock::from_micros(row.get(2)?)?,
        roles: words(row, 3)?,
        members: unsigned(row.get(4)?)?,
    })
}

impl Tx<'_> {
    pub fn insert_group(&self, name: &str, description: &str, now: Time) -> Result<()> {
        let written = self
            .conn()
            .prepare_cached("INSERT INTO account_group VALUES (?1, ?2, ?3)")?
            .execute(params![name, description, now.timestamp_micros()])
            .map_err(Error::from);
        match written {
            Err(error) if error.kind == Kind::Conflict => Err(Error::conflict(format!(
                "there is a group `{name}` already"
            ))),
            other => other.map(drop),
        }
    }

    pub fn group(&self, name: &str) -> Result<Option<GroupRow>> {
        Ok(self.groups_like(Some(name))?.pop())
    }

    /// Every group, by name.
    pub fn groups(&self) -> Result<Vec<GroupRow>> {
        self.groups_like(None)
    }

    fn groups_like(&self, name: Option<&str>) -> Result<Vec<GroupRow>> {
        let mut statement = self.conn().prepare_cached(SELECT)?;
        let mut rows = statement.query([name])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Lets a group's members go and removes it; gives their ids.
    pub fn remove_group(&self, name: &str) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("DELETE FROM group_member WHERE \"group\" = ?1 RETURNING member")?;
        let rows = statement.query_map([name], |row| row.get(0))?;
        let members = rows.collect::<Result<Vec<String>, _>>()?;
        self.conn()
            .prepare_cached("DELETE FROM account_group WHERE name = ?1")?
            .execute([name])?;
        self.restrict(None, Act::RoleRemoval(Duty::group(name)));
        Ok(members)
    }

    /// Whether the account was not in it before.
    pub fn join_group(&self, account: &str, group: &str, now: Time) -> Result<bool> {
        let sql = "INSERT INTO group_member VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        let new = self.conn().prepare_cached(sql)?.execute(params![
            account,
            group,
            now.timestamp_micros()
        ])?;
        self.given(new > 0, account, Duty::group(group))
    }

    /// Whether the account was in it.
    pub fn leave_group(&self, account: &str, group: &str) -> Result<bool> {
        let sql = "DELETE FROM group_member WHERE member = ?1 AND \"group\" = ?2";
        let gone = self.conn().prepare_cached(sql)?.execute([account, group])?;
        Ok(self.taken(gone > 0, account, Duty::group(group)))
    }

    /// Names of the accounts in a group that are not removed, at most `limit`.
    pub fn members(&self, group: &str, limit: u32) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT name FROM account JOIN group_member ON member = id
             WHERE \"group\" = ?1 AND removed IS NULL ORDER BY name_folded LIMIT ?2",
        )?;
        let rows = statement.query_map(params![group, limit], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether the group did not hold it before.
    pub fn grant_group_role(&self, group: &str, role: &str, now: Time) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("INSERT INTO group_role VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
            .execute(params![group, role, now.timestamp_micros()])?;
        if rows > 0 {
            let duty = Duty::role(role).of_group(group);
            self.lift(None, &Act::RoleRemoval(duty))?;
        }
        Ok(rows > 0)
    }

    /// Whether the group held it.
    pub fn revoke_group_role(&self, group: &str, role: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM group_role WHERE \"group\" = ?1 AND role = ?2")?
            .execute([group, role])?;
        if rows > 0 {
            let duty = Duty::role(role).of_group(group);
            self.restrict(None, Act::RoleRemoval(duty));
        }
        Ok(rows > 0)
    }
}

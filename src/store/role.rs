//! Rows of roles: what they permit and who holds them. What a permission means is decided in `domain::role`.

use rusqlite::{Row, params};

use super::audit::unsigned;
use super::journal::{Act, Duty};
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
    /// Groups that hold it, by name.
    pub groups: Vec<String>,
}

/// An account that holds a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderRow {
    pub name: String,
    /// The group that it holds the role through; none: by itself.
    pub group: Option<String>,
}

/// How many accounts can administer a store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdministratorCounts {
    /// Those that can sign in now.
    pub able: u64,
    /// Operators that can act now and have a second factor.
    pub operators: u64,
}

/// The accounts that hold a role, by themselves or through a group, removed ones included.
macro_rules! held_by {
    ($begin:literal, $end:literal) => {
        concat!(
            $begin,
            "SELECT account FROM account_role WHERE role = ?1 UNION
             SELECT m.member FROM group_role g CROSS JOIN group_member m ON m.\"group\" = g.\"group\"
             WHERE g.role = ?1",
            $end
        )
    };
}

const SELECT: &str = "SELECT r.name, r.description, r.created,
    (SELECT group_concat(permission, ' ') FROM
        (SELECT permission FROM role_permission p WHERE p.role = r.name ORDER BY permission)),
    (SELECT group_concat(\"group\", ' ') FROM
        (SELECT \"group\" FROM group_role g WHERE g.role = r.name ORDER BY \"group\"))
    FROM role r WHERE ?1 IS NULL OR r.name = ?1 ORDER BY r.name";

macro_rules! administrators {
    ($rest:literal) => {
        concat!(
            "WITH holder (account) AS (
                SELECT h.account FROM role_permission p CROSS JOIN account_role h ON h.role = p.role
                WHERE p.permission = '*'
                UNION
                SELECT m.member FROM role_permission p CROSS JOIN group_role g ON g.role = p.role
                CROSS JOIN group_member m ON m.\"group\" = g.\"group\" WHERE p.permission = '*'),
            able (id, expires, factors, signs_in) AS (
                SELECT a.id, a.expires,
                (SELECT count(*) FROM factor f WHERE f.account = a.id AND f.confirmed IS NOT NULL),
                EXISTS (SELECT 1 FROM password w WHERE w.account = a.id
                        AND (w.require_change IS NULL OR w.require_change > ?1))
                FROM holder CROSS JOIN account a ON a.id = holder.account
                WHERE a.removed IS NULL AND a.disabled IS NULL
                AND (a.locked_until IS NULL OR a.locked_until <= ?1)
                AND (a.expires IS NULL OR a.expires > ?1)
                AND NOT EXISTS (SELECT 1 FROM restriction x WHERE x.account = a.id)
                AND NOT EXISTS (SELECT 1 FROM factor_deadline d
                                WHERE d.account = a.id AND d.barred IS NOT NULL)) ",
            $rest
        )
    };
}

/// Who holds `*`, and whether that account can act or sign in at `?1`. Begins at the few roles, not at the
/// many accounts. A code that could set a password does not count: nobody knows whether its holder ever uses
/// it.
const ADMINISTRATORS: &str = administrators!(
    "SELECT count(CASE WHEN signs_in THEN 1 END),
            count(CASE WHEN factors > 0 AND EXISTS
                (SELECT 1 FROM operator o WHERE o.account = able.id) THEN 1 END)
     FROM able"
);

/// Whether `?2` is the only one who can sign in and never expires.
const LAST_LASTING: &str = administrators!(
    "SELECT coalesce(max(id) = ?2 AND count(*) = 1, 0)
     FROM able WHERE signs_in AND expires IS NULL"
);

fn read(row: &Row<'_>) -> Result<RoleRow> {
    Ok(RoleRow {
        name: row.get(0)?,
        description: row.get(1)?,
        created: clock::from_micros(row.get(2)?)?,
        permissions: words(row, 3)?,
        groups: words(row, 4)?,
    })
}

/// Names without spaces, joined by them.
pub(super) fn words(row: &Row<'_>, column: usize) -> Result<Vec<String>> {
    let joined: Option<String> = row.get(column)?;
    let joined = joined.unwrap_or_default();
    Ok(joined.split_whitespace().map(str::to_owned).collect())
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

    /// How many accounts hold a role, removed ones included. Walks over all of them: not for a look at the role.
    pub fn count_holders(&self, role: &str) -> Result<u64> {
        let mut statement = self
            .conn()
            .prepare_cached(held_by!("SELECT count(*) FROM (", ")"))?;
        unsigned(statement.query_row([role], |row| row.get(0))?)
    }

    /// Removes a role from accounts and groups and then itself; gives the ids of the accounts that held it.
    pub fn remove_role(&self, name: &str) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached(held_by!("", " ORDER BY account"))?;
        let rows = statement.query_map([name], |row| row.get(0))?;
        let holders = rows.collect::<Result<Vec<String>, _>>()?;
        for sql in [
            "DELETE FROM account_role WHERE role = ?1",
            "DELETE FROM group_role WHERE role = ?1",
            "DELETE FROM role WHERE name = ?1",
        ] {
            self.conn().prepare_cached(sql)?.execute([name])?;
        }
        // A role of this name that is made later is another one: nothing lifts this.
        self.restrict(None, Act::RoleRemoval(Duty::role(name)));
        Ok(holders)
    }

    /// Whether it was not permitted before.
    pub fn permit(&self, role: &str, permission: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO role_permission VALUES (?1, ?2)")?
            .execute([role, permission])?;
        let duty = Duty::role(role).permission(permission);
        self.lift(None, &Act::RoleRemoval(duty))?;
        Ok(rows > 0)
    }

    /// Whether it was permitted before.
    pub fn withdraw(&self, role: &str, permission: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM role_permission WHERE role = ?1 AND permission = ?2")?
            .execute([role, permission])?;
        if rows > 0 {
            let duty = Duty::role(role).permission(permission);
            self.restrict(None, Act::RoleRemoval(duty));
        }
        Ok(rows > 0)
    }

    /// Whether the account did not hold it before.
    pub fn grant_role(&self, account: &str, role: &str, now: Time) -> Result<bool> {
        let sql = "INSERT INTO account_role VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        let new = self.conn().prepare_cached(sql)?.execute(params![
            account,
            role,
            now.timestamp_micros()
        ])?;
        self.given(new > 0, account, Duty::role(role))
    }

    /// Whether the account held it.
    pub fn revoke_role(&self, account: &str, role: &str) -> Result<bool> {
        let sql = "DELETE FROM account_role WHERE account = ?1 AND role = ?2";
        let gone = self.conn().prepare_cached(sql)?.execute([account, role])?;
        Ok(self.taken(gone > 0, account, Duty::role(role)))
    }

    /// What is given back is not taken again by a restore.
    pub(super) fn given(&self, new: bool, account: &str, duty: Duty) -> Result<bool> {
        if new {
            self.lift(Some(account), &Act::RoleRemoval(duty))?;
        }
        Ok(new)
    }

    /// What was taken is taken again by a restore.
    pub(super) fn taken(&self, gone: bool, account: &str, duty: Duty) -> bool {
        if gone {
            self.restrict(Some(account), Act::RoleRemoval(duty));
        }
        gone
    }

    /// The accounts that hold a role and are not removed, by name, at most `limit` rows; an account stands
    /// once for each way in which it holds it.
    pub fn holders(&self, role: &str, limit: u32) -> Result<Vec<HolderRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT a.name, h.via FROM account a JOIN (
                SELECT account, NULL AS via FROM account_role WHERE role = ?1
                UNION ALL
                SELECT m.member, m.\"group\" FROM group_role g
                JOIN group_member m ON m.\"group\" = g.\"group\" WHERE g.role = ?1) h ON h.account = a.id
             WHERE a.removed IS NULL ORDER BY a.name_folded, h.via LIMIT ?2",
        )?;
        let rows = statement.query_map(params![role, limit], |row| {
            Ok(HolderRow {
                name: row.get(0)?,
                group: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How an account holds its roles: each with the group that it holds it through, or none.
    pub fn held_by(&self, account: &str) -> Result<Vec<(String, Option<String>)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT role, NULL AS via FROM account_role WHERE account = ?1
             UNION ALL
             SELECT g.role, g.\"group\" FROM group_member m JOIN group_role g ON g.\"group\" = m.\"group\"
             WHERE m.member = ?1 ORDER BY 1, 2",
        )?;
        let rows = statement.query_map([account], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many accounts hold a role with the permission `*` and can use it at `now`.
    pub fn count_administrators(&self, now: Time) -> Result<AdministratorCounts> {
        let mut statement = self.conn().prepare_cached(ADMINISTRATORS)?;
        let (able, operators) = statement.query_row([now.timestamp_micros()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(AdministratorCounts {
            able: unsigned(able)?,
            operators: unsigned(operators)?,
        })
    }

    /// Whether an account is the only one that can administer and never expires.
    pub fn is_last_lasting(&self, now: Time, account: &str) -> Result<bool> {
        let mut statement = self.conn().prepare_cached(LAST_LASTING)?;
        Ok(statement.query_row(params![now.timestamp_micros(), account], |row| row.get(0))?)
    }
}

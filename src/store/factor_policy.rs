//! Rows of the rules that require a second factor, and of the deadlines that follow from them. Works on sets:
//! an account that no rule is for costs nothing.

use rusqlite::{OptionalExtension, Row, params};

use super::account::Going;
use super::audit::{signed, unsigned};
use super::journal::{Act, Factor};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// A rule: holders of this role need a second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyRow {
    pub role: String,
    pub from: Time,
    pub grace_days: u64,
    pub created: Time,
}

/// By when one account must have a second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineRow {
    pub account: String,
    pub name: String,
    /// Whose rule set it; of those that apply now, if none is written yet.
    pub role: String,
    pub deadline: Time,
    /// Whether it is written, or only follows from the rules.
    pub written: bool,
    pub extended: Option<Time>,
    pub warned: Option<Time>,
    pub barred: Option<Time>,
    /// Whether the account holds a role that permits everything.
    pub administers: bool,
}

/// Whom a rule is for: people that are not removed.
const PEOPLE: &str = "a.removed IS NULL AND a.kind = 'person'";
const MICROS_OF_DAY: i64 = 86_400_000_000;

/// Signing in without a factor is barred.
const BARRED: Act = Act::FactorChange {
    what: Factor::Barred,
    factor: None,
};

/// Whether account `a` holds the role of `p`, by itself or through a group. Not by a view of all
/// who hold roles: tied to an outer row, SQLite would collect the roles of every account first.
macro_rules! holds {
    () => {
        "(EXISTS (SELECT 1 FROM account_role x WHERE x.account = a.id AND x.role = p.role)
          OR EXISTS (SELECT 1 FROM group_member m JOIN group_role g ON g.\"group\" = m.\"group\"
                     WHERE m.member = a.id AND g.role = p.role))"
    };
}
const HOLDS: &str = holds!();

/// Columns of [`DeadlineRow`], over `d` (deadline) and `a` (account).
macro_rules! due {
    ($($rest:literal)*) => {
        concat!(
            "SELECT a.id, a.name, d.role, d.deadline, 1, d.extended, d.warned, d.barred,
             EXISTS (SELECT 1 FROM role_permission p WHERE p.permission = '*'
                     AND ", holds!(), ")
             FROM factor_deadline d JOIN account a ON a.id = d.account
             WHERE a.removed IS NULL AND a.kind = 'person'
             AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.account = a.id AND f.confirmed IS NOT NULL)
             AND EXISTS (SELECT 1 FROM factor_policy p
                         WHERE ", holds!(), ") ",
            $($rest),*
        )
    };
}

impl Tx<'_> {
    /// Writes a rule over the one that the role had.
    pub fn put_factor_policy(&self, row: &PolicyRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR REPLACE INTO factor_policy VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                row.role,
                row.from.timestamp_micros(),
                signed(row.grace_days)?,
                row.created.timestamp_micros()
            ])?;
        Ok(())
    }

    pub fn factor_policies(&self) -> Result<Vec<PolicyRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT role, from_time, grace_days, created FROM factor_policy ORDER BY role",
        )?;
        let rows = statement.query_map([], |row| Ok(read_policy(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Removes a rule, and the deadlines that it set where no other rule applies. Whether there was one.
    pub fn remove_factor_policy(&self, role: &str) -> Result<bool> {
        let removed = self
            .conn()
            .prepare_cached("DELETE FROM factor_policy WHERE role = ?1")?
            .execute([role])?;
        self.conn()
            .prepare_cached(
                "DELETE FROM factor_deadline WHERE role = ?1 AND account NOT IN (SELECT account FROM ruled)",
            )?
            .execute([role])?;
        Ok(removed == 1)
    }

    /// How many accounts a role's rule is for.
    pub fn count_ruled(&self, role: &str) -> Result<u64> {
        let sql = format!(
            "SELECT count(DISTINCT r.account) FROM ruled r JOIN account a ON a.id = r.account
             WHERE r.role = ?1 AND {PEOPLE}"
        );
        unsigned(
            self.conn()
                .prepare_cached(&sql)?
                .query_row([role], |row| row.get(0))?,
        )
    }

    /// Writes the deadline of every account that a rule is for and that has none: the earliest of what its
    /// rules give. Gives how many were written.
    pub fn write_deadlines(&self, now: Time) -> Result<usize> {
        let sql = format!(
            // SQLite takes `role` from the row that has the least deadline.
            "INSERT INTO factor_deadline (account, deadline, role, written)
             SELECT r.account, min(max(?1, r.from_time) + r.grace_days * {MICROS_OF_DAY}), r.role, ?1
             FROM ruled r JOIN account a ON a.id = r.account
             WHERE {PEOPLE}
             AND NOT EXISTS (SELECT 1 FROM factor_deadline d WHERE d.account = r.account)
             GROUP BY r.account"
        );
        Ok(self
            .conn()
            .prepare_cached(&sql)?
            .execute([now.timestamp_micros()])?)
    }

    /// Writes the deadline of one account, if a rule is for it and it has none.
    pub fn write_deadline(&self, account: &str, now: Time) -> Result<()> {
        let sql = format!(
            "INSERT OR IGNORE INTO factor_deadline (account, deadline, role, written)
             SELECT a.id, min(max(?2, p.from_time) + p.grace_days * {MICROS_OF_DAY}), p.role, ?2
             FROM account a JOIN factor_policy p
             ON {HOLDS}
             WHERE a.id = ?1 AND {PEOPLE} GROUP BY a.id"
        );
        self.conn()
            .prepare_cached(&sql)?
            .execute(params![account, now.timestamp_micros()])?;
        Ok(())
    }

    /// The deadline of an account that a rule is for and that has no second factor.
    pub fn factor_due(&self, account: &str) -> Result<Option<DeadlineRow>> {
        let mut statement = self.conn().prepare_cached(due!("AND a.id = ?1"))?;
        let row = statement
            .query_row([account], |row| Ok(read_deadline(row)))
            .optional()?;
        row.transpose()
    }

    /// The deadline of an account as it is written, whether a rule is for it now or not.
    pub fn factor_deadline(&self, account: &str) -> Result<Option<(Time, Option<Time>)>> {
        let found: Option<(i64, Option<i64>)> = self
            .conn()
            .prepare_cached("SELECT deadline, barred FROM factor_deadline WHERE account = ?1")?
            .query_row([account], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((deadline, barred)) = found else {
            return Ok(None);
        };
        let barred = barred.map(clock::from_micros).transpose()?;
        Ok(Some((clock::from_micros(deadline)?, barred)))
    }

    /// Moves a deadline; a bar is taken back if it now lies ahead.
    pub fn move_deadline(&self, account: &str, to: Time, now: Time) -> Result<()> {
        if to > now {
            self.lift(Some(account), &BARRED)?;
        }
        self.conn()
            .prepare_cached(
                "UPDATE factor_deadline SET deadline = ?2, extended = ?3,
                 barred = CASE WHEN ?2 > ?3 THEN NULL ELSE barred END WHERE account = ?1",
            )?
            .execute(params![
                account,
                to.timestamp_micros(),
                now.timestamp_micros()
            ])?;
        Ok(())
    }

    /// A factor was bound: nothing is barred any longer.
    pub fn lift_factor_bar(&self, account: &str) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE factor_deadline SET barred = NULL WHERE account = ?1 AND barred IS NOT NULL")?
            .execute([account])?;
        self.lift(Some(account), &BARRED)
    }

    pub fn mark_barred(&self, account: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE factor_deadline SET barred = ?2 WHERE account = ?1")?
            .execute(params![account, now.timestamp_micros()])?;
        self.restrict(Some(account), BARRED);
        Ok(())
    }

    pub fn mark_warned(&self, account: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE factor_deadline SET warned = ?2 WHERE account = ?1")?
            .execute(params![account, now.timestamp_micros()])?;
        Ok(())
    }

    /// Up to `limit` accounts behind `after` whose deadline has passed and that are not barred yet.
    pub fn overdue(&self, after: &str, now: Time, limit: u32) -> Result<Vec<DeadlineRow>> {
        let sql = due!(
            "AND d.deadline <= ?2 AND d.barred IS NULL AND d.account > ?1
                        ORDER BY d.account LIMIT ?3"
        );
        let mut statement = self.conn().prepare_cached(sql)?;
        let bound = params![after, now.timestamp_micros(), limit];
        let rows = statement.query_map(bound, |row| Ok(read_deadline(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Up to `limit` accounts behind `after` whose holders are to be warned: with the deadline at most
    /// `days` ahead, and no warning since it came that near.
    pub fn to_be_warned(
        &self,
        after: &str,
        now: Time,
        (days, limit): (i64, u32),
    ) -> Result<Vec<DeadlineRow>> {
        let sql = due!(
            "AND d.deadline > ?2 AND d.deadline <= ?2 + ?3
                        AND (d.warned IS NULL OR d.warned < d.deadline - ?3) AND d.account > ?1
                        ORDER BY d.account LIMIT ?4"
        );
        let mut statement = self.conn().prepare_cached(sql)?;
        let bound = params![after, now.timestamp_micros(), days * MICROS_OF_DAY, limit];
        let rows = statement.query_map(bound, |row| Ok(read_deadline(row)))?;
        rows.map(|row| row?).collect()
    }

    /// Hands over everybody who still needs a factor, the most urgent first, also those whose deadline is not
    /// written yet.
    pub fn each_due(
        &self,
        now: Time,
        mut see: impl FnMut(DeadlineRow) -> Result<Going>,
    ) -> Result<()> {
        let sql = format!(
            "{} UNION ALL
             SELECT a.id, a.name, r.role, min(max(?1, r.from_time) + r.grace_days * {MICROS_OF_DAY}), 0,
             NULL, NULL, NULL,
             EXISTS (SELECT 1 FROM role_permission p WHERE p.permission = '*'
                     AND {HOLDS})
             FROM ruled r JOIN account a ON a.id = r.account
             WHERE {PEOPLE}
             AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.account = a.id AND f.confirmed IS NOT NULL)
             AND NOT EXISTS (SELECT 1 FROM factor_deadline d WHERE d.account = r.account)
             GROUP BY r.account ORDER BY 4, 2",
            due!()
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([now.timestamp_micros()])?;
        while let Some(row) = rows.next()? {
            if see(read_deadline(row)?)? == Going::Enough {
                break;
            }
        }
        Ok(())
    }

    /// The administrator whom a passed deadline does not bar, because nobody else could administer: none if
    /// somebody else can, being able to sign in and having a factor or time left. Otherwise it is the one who
    /// signed in last.
    pub fn spared_administrator(&self, now: Time) -> Result<Option<String>> {
        let mut statement = self.conn().prepare_cached(concat!(
            "SELECT a.id, NOT (a.kind = 'person'
                AND NOT EXISTS (SELECT 1 FROM factor f WHERE f.account = a.id AND f.confirmed IS NOT NULL)
                AND EXISTS (SELECT 1 FROM factor_deadline d WHERE d.account = a.id AND d.deadline <= ?1)
                AND EXISTS (SELECT 1 FROM factor_policy p
                            WHERE ",
            holds!(),
            ")) AS free
             FROM account a
             WHERE a.id IN (SELECT r.account FROM role_permission p JOIN account_role r ON r.role = p.role
                            WHERE p.permission = '*'
                            UNION
                            SELECT m.member FROM role_permission p JOIN group_role g ON g.role = p.role
                            JOIN group_member m ON m.\"group\" = g.\"group\" WHERE p.permission = '*')
             AND a.removed IS NULL AND a.disabled IS NULL
             AND (a.locked_until IS NULL OR a.locked_until <= ?1)
             AND (a.expires IS NULL OR a.expires > ?1)
             AND NOT EXISTS (SELECT 1 FROM restriction x WHERE x.account = a.id)
             AND EXISTS (SELECT 1 FROM password w WHERE w.account = a.id
                         AND (w.require_change IS NULL OR w.require_change > ?1))
             ORDER BY free DESC, a.last_sign_in DESC, a.name_folded LIMIT 1",
        ))?;
        let first: Option<(String, bool)> = statement
            .query_row([now.timestamp_micros()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        Ok(first.filter(|(_, free)| !free).map(|(id, _)| id))
    }
}

fn read_policy(row: &Row<'_>) -> Result<PolicyRow> {
    Ok(PolicyRow {
        role: row.get(0)?,
        from: clock::from_micros(row.get(1)?)?,
        grace_days: unsigned(row.get(2)?)?,
        created: clock::from_micros(row.get(3)?)?,
    })
}

fn read_deadline(row: &Row<'_>) -> Result<DeadlineRow> {
    let when = |column: usize| -> Result<Option<Time>> {
        let micros: Option<i64> = row.get(column)?;
        micros.map(clock::from_micros).transpose()
    };
    Ok(DeadlineRow {
        account: row.get(0)?,
        name: row.get(1)?,
        role: row.get(2)?,
        deadline: clock::from_micros(row.get(3)?)?,
        written: row.get(4)?,
        extended: when(5)?,
        warned: when(6)?,
        barred: when(7)?,
        administers: row.get(8)?,
    })
}

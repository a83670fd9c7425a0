//! Rules of retention, and the deletions that follow them. What is held is left out by every statement: a hold on
//! everybody is a row without a subject, and nothing is `NOT IN` a set with a null. So is all of a restricted account,
//! whose data are only stored (GDPR Art. 18(2)).

use rusqlite::{OptionalExtension as _, params};

use super::audit::{signed, unsigned};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// What is deleted by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aged {
    /// Removed accounts with all that is theirs.
    Accounts,
    Credentials,
    Sessions,
    Notices,
    Requests,
    Consents,
}

/// How many rows went, and how many of their age stay because they are held or restricted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    pub rows: u64,
    pub held: u64,
}

/// A rule as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    pub class: String,
    pub period: String,
    pub basis: String,
    pub added: Time,
}

/// The last run of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunRow {
    pub at: Time,
    pub deleted: u64,
    pub held: u64,
}

/// One table of a kind: which of its rows are old enough, and which of them may go.
struct Part {
    table: &'static str,
    old: &'static str,
    free: &'static str,
}

const FREE_CREDENTIALS: &str =
    "account NOT IN (SELECT subject FROM held WHERE class = 'credentials')
    AND account NOT IN (SELECT account FROM restriction)";

impl Aged {
    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Accounts => &[Part {
                table: "account",
                old: "removed < ?1",
                // The subject of an open request stays until it is answered.
                free: "id NOT IN (SELECT subject FROM held WHERE class IN
                       ('identity', 'contact', 'credentials', 'access', 'sessions', 'notices', 'consents'))
                       AND NOT EXISTS (SELECT 1 FROM restriction x WHERE x.account = account.id)
                       AND NOT EXISTS (SELECT 1 FROM request r WHERE r.account = account.id AND r.closed IS NULL)",
            }],
            Self::Credentials => &[
                Part {
                    table: "token",
                    old: "(revoked < ?1 OR expires < ?1)",
                    free: FREE_CREDENTIALS,
                },
                Part {
                    table: "password_code",
                    old: "(used < ?1 OR expires < ?1)",
                    free: FREE_CREDENTIALS,
                },
                Part {
                    table: "enroll_code",
                    old: "(used < ?1 OR expires < ?1)",
                    free: FREE_CREDENTIALS,
                },
            ],
            Self::Sessions => &[Part {
                table: "session",
                old: "(revoked < ?1 OR expires < ?1)",
                free: "account NOT IN (SELECT subject FROM held WHERE class = 'sessions')
                       AND account NOT IN (SELECT account FROM restriction)",
            }],
            Self::Notices => &[Part {
                table: "notice",
                old: "settled < ?1",
                free: "account NOT IN (SELECT subject FROM held WHERE class = 'notices')
                       AND account NOT IN (SELECT account FROM restriction)",
            }],
            // A request by address alone has no account, and is held with everybody's.
            Self::Requests => &[Part {
                table: "request",
                old: "closed < ?1",
                // What is left of an erasure waits with its request for the end of the hold.
                free: "coalesce(account, '') NOT IN (SELECT subject FROM held WHERE class = 'requests')
                       AND coalesce(account, '') NOT IN (SELECT account FROM restriction)
                       AND ',' || flags || ',' NOT LIKE '%,held,%'",
            }],
            Self::Consents => &[
                Part {
                    table: "consent",
                    old: "ended < ?1",
                    free: "account NOT IN (SELECT subject FROM held WHERE class = 'consents')
                       AND account NOT IN (SELECT account FROM restriction)",
                },
                Part {
                    table: "optout",
                    old: "cleared < ?1",
                    free: "coalesce(account, '') NOT IN (SELECT subject FROM held WHERE class = 'consents')
                       AND coalesce(account, '') NOT IN (SELECT account FROM restriction)",
                },
            ],
        }
    }
}

impl Tx<'_> {
    /// Deletes what is older than `before` and not held.
    pub fn delete_aged(&self, aged: Aged, before: Time) -> Result<Deleted> {
        let due = self.count_aged(aged, before)?;
        let before = before.timestamp_micros();
        if aged == Aged::Requests {
            self.delete_under_requests(before)?;
        }
        for part in aged.parts() {
            let sql = format!(
                "DELETE FROM {} WHERE {} AND {}",
                part.table, part.old, part.free
            );
            self.conn().prepare_cached(&sql)?.execute([before])?;
        }
        Ok(due)
    }

    /// What would be deleted, and what would stay.
    pub fn count_aged(&self, aged: Aged, before: Time) -> Result<Deleted> {
        let before = before.timestamp_micros();
        let mut found = Deleted::default();
        for part in aged.parts() {
            let sql = format!(
                "SELECT count(*), count(CASE WHEN {} THEN 1 END) FROM {} WHERE {}",
                part.free, part.table, part.old
            );
            let mut statement = self.conn().prepare_cached(&sql)?;
            let (all, free): (i64, i64) =
                statement.query_row([before], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found.rows += unsigned(free)?;
            found.held += unsigned(all - free)?;
        }
        Ok(found)
    }

    /// Deletes what belongs to requests that go: whatever tables refer to them.
    fn delete_under_requests(&self, before: i64) -> Result<()> {
        let mut children = self.conn().prepare_cached(
            "SELECT s.name, f.\"from\" FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f
             WHERE s.type = 'table' AND f.\"table\" = 'request'",
        )?;
        let rows = children.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let found: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
        for part in Aged::Requests.parts() {
            for (table, column) in &found {
                let sql = format!(
                    "DELETE FROM \"{table}\" WHERE \"{column}\" IN (SELECT id FROM request WHERE {} AND {})",
                    part.old, part.free
                );
                self.conn().prepare_cached(&sql)?.execute([before])?;
            }
        }
        Ok(())
    }

    pub fn insert_rule(&self, rule: &RuleRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO retention_rule VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                rule.class,
                rule.period,
                rule.basis,
                rule.added.timestamp_micros()
            ])?;
        Ok(())
    }

    /// Removes a rule; whether there was one.
    pub fn remove_rule(&self, class: &str) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached("DELETE FROM retention_rule WHERE class = ?1")?
            .execute([class])?;
        Ok(rows > 0)
    }

    pub fn rules(&self) -> Result<Vec<RuleRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT class, period, basis, added FROM retention_rule ORDER BY class",
        )?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(RuleRow {
                class: row.get(0)?,
                period: row.get(1)?,
                basis: row.get(2)?,
                added: clock::from_micros(row.get(3)?)?,
            });
        }
        Ok(found)
    }

    /// Remembers what a run of a class did.
    pub fn note_run(&self, class: &str, run: RunRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO retention_run VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET at = ?2, deleted = ?3, held = ?4",
            )?
            .execute(params![
                class,
                run.at.timestamp_micros(),
                signed(run.deleted)?,
                signed(run.held)?
            ])?;
        Ok(())
    }

    pub fn last_run(&self, class: &str) -> Result<Option<RunRow>> {
        let found: Option<(i64, i64, i64)> = self
            .conn()
            .prepare_cached("SELECT at, deleted, held FROM retention_run WHERE class = ?1")?
            .query_row([class], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((at, deleted, held)) = found else {
            return Ok(None);
        };
        Ok(Some(RunRow {
            at: clock::from_micros(at)?,
            deleted: unsigned(deleted)?,
            held: unsigned(held)?,
        }))
    }
}

//! What the store holds about one person's ways in: sessions, tokens, groups, duties, notices. The same
//! allow-list as in `subject`: no digest, key or secret is ever selected.

use super::request::{time, time_if};
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

/// A session without the platform's key.
#[derive(Clone, Debug)]
pub struct SessionFacts {
    pub ip: Option<String>,
    pub user_agent: Option<String>,
    pub created: Time,
    pub seen: Time,
    pub expires: Time,
    pub revoked: Option<Time>,
    pub why: Option<String>,
}

/// A token without the token.
#[derive(Clone, Debug)]
pub struct TokenFacts {
    pub name: String,
    pub scopes: String,
    pub created: Time,
    pub expires: Option<Time>,
    pub last_used: Option<Time>,
    pub refused: Option<Time>,
    pub revoked: Option<Time>,
    pub why: Option<String>,
}

/// By when a second factor was asked for.
#[derive(Clone, Debug)]
pub struct DeadlineFacts {
    pub role: String,
    pub written: Time,
    pub deadline: Time,
    pub extended: Option<Time>,
    pub warned: Option<Time>,
    pub barred: Option<Time>,
}

/// A notice: its kind and what became of it.
#[derive(Clone, Debug)]
pub struct NoticeFacts {
    pub kind: String,
    pub created: Time,
    pub state: String,
    pub settled: Option<Time>,
}

/// A hold without its owner and basis, which are free text of staff.
#[derive(Clone, Debug)]
pub struct HoldFacts {
    /// None: everybody is held, this person too.
    pub subject: Option<String>,
    /// Words of data classes, with spaces between them.
    pub classes: String,
    pub placed: Time,
    pub review: Time,
    pub reviewed: Option<Time>,
    pub released: Option<Time>,
}

impl Tx<'_> {
    pub fn subject_sessions(&self, account: &str) -> Result<Vec<SessionFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT ip, user_agent, created, seen, expires, revoked, why FROM session
             WHERE account = ?1 ORDER BY created, id",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(SessionFacts {
                ip: row.get("ip")?,
                user_agent: row.get("user_agent")?,
                created: time(row, "created")?,
                seen: time(row, "seen")?,
                expires: time(row, "expires")?,
                revoked: time_if(row, "revoked")?,
                why: row.get("why")?,
            });
        }
        Ok(found)
    }

    pub fn subject_tokens(&self, account: &str) -> Result<Vec<TokenFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT name, scopes, created, expires, last_used, refused, revoked, why FROM token
             WHERE account = ?1 ORDER BY created, id",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(TokenFacts {
                name: row.get("name")?,
                scopes: row.get("scopes")?,
                created: time(row, "created")?,
                expires: time_if(row, "expires")?,
                last_used: time_if(row, "last_used")?,
                refused: time_if(row, "refused")?,
                revoked: time_if(row, "revoked")?,
                why: row.get("why")?,
            });
        }
        Ok(found)
    }

    /// Groups with the day on which the account was put into them.
    pub fn subject_groups(&self, account: &str) -> Result<Vec<(String, Time)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT \"group\", added FROM group_member WHERE member = ?1 ORDER BY \"group\"",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push((row.get("group")?, time(row, "added")?));
        }
        Ok(found)
    }

    /// The users of the machine as whom the account acts, and since when.
    pub fn subject_operators(&self, account: &str) -> Result<Vec<(u32, Time)>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT uid, bound FROM operator WHERE account = ?1 ORDER BY uid")?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push((row.get("uid")?, time(row, "bound")?));
        }
        Ok(found)
    }

    pub fn subject_deadline(&self, account: &str) -> Result<Option<DeadlineFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT role, written, deadline, extended, warned, barred FROM factor_deadline
             WHERE account = ?1",
        )?;
        let mut rows = statement.query([account])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(DeadlineFacts {
            role: row.get("role")?,
            written: time(row, "written")?,
            deadline: time(row, "deadline")?,
            extended: time_if(row, "extended")?,
            warned: time_if(row, "warned")?,
            barred: time_if(row, "barred")?,
        }))
    }

    pub fn subject_notices(&self, account: &str) -> Result<Vec<NoticeFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT kind, created, state, settled FROM notice WHERE account = ?1
             ORDER BY created, id",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(NoticeFacts {
                kind: row.get("kind")?,
                created: time(row, "created")?,
                state: row.get("state")?,
                settled: time_if(row, "settled")?,
            });
        }
        Ok(found)
    }

    /// The ground and begin of a restriction in force.
    pub fn subject_restriction(&self, account: &str) -> Result<Option<(String, Time)>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT ground, since FROM restriction WHERE account = ?1")?;
        let mut rows = statement.query([account])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some((row.get("ground")?, time(row, "since")?)))
    }

    /// Holds on the person, released ones too, and those in force on everybody.
    pub fn subject_holds(&self, account: &str) -> Result<Vec<HoldFacts>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT subject, placed, review, reviewed, released,
                    (SELECT coalesce(group_concat(class, ' '), '') FROM
                        (SELECT class FROM hold_class WHERE hold_class.hold = hold.id ORDER BY class)) AS classes
             FROM hold WHERE subject = ?1 OR (subject IS NULL AND released IS NULL)
             ORDER BY placed, id",
        )?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(HoldFacts {
                subject: row.get("subject")?,
                classes: row.get("classes")?,
                placed: time(row, "placed")?,
                review: time(row, "review")?,
                reviewed: time_if(row, "reviewed")?,
                released: time_if(row, "released")?,
            });
        }
        Ok(found)
    }
}

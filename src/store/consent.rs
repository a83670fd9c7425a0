//! Rows of consents and of the texts that were consented to. A withdrawal stands in the rights journal.

use rusqlite::{OptionalExtension as _, Row, params};

use super::audit::unsigned;
use super::journal::Act;
use super::request::{time, time_if};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// A version of what people are asked to consent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentText {
    pub purpose: String,
    pub version: String,
    /// In lower-case hex.
    pub sha256: String,
    pub text: String,
    pub added: Time,
}

/// A consent with the digest of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRow {
    pub id: String,
    pub account: String,
    pub name: String,
    pub purpose: String,
    pub version: String,
    pub sha256: String,
    pub source: String,
    pub given: Time,
    /// None: in force.
    pub ended: Option<Time>,
    /// `withdrawn` or `replaced`.
    pub why: Option<String>,
    /// Where it was withdrawn.
    pub through: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.account, a.name, c.purpose, c.version, t.sha256, c.source, c.given, c.ended, c.why,
             c.through FROM consent c JOIN account a ON a.id = c.account
             JOIN consent_text t ON t.purpose = c.purpose AND t.version = c.version ",
            $rest
        )
    };
}

impl Tx<'_> {
    pub fn insert_consent_text(&self, text: &ConsentText) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO consent_text VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                text.purpose,
                text.version,
                text.sha256,
                text.text,
                text.added.timestamp_micros()
            ])?;
        Ok(())
    }

    pub fn consent_text(&self, purpose: &str, version: &str) -> Result<Option<ConsentText>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT sha256, text, added FROM consent_text WHERE purpose = ?1 AND version = ?2",
        )?;
        let found: Option<(String, String, i64)> = statement
            .query_row([purpose, version], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((sha256, text, added)) = found else {
            return Ok(None);
        };
        Ok(Some(ConsentText {
            purpose: purpose.to_owned(),
            version: version.to_owned(),
            sha256,
            text,
            added: clock::from_micros(added)?,
        }))
    }

    pub fn insert_consent(&self, row: &ConsentRow) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO consent (id, account, purpose, version, source, given)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                row.id,
                row.account,
                row.purpose,
                row.version,
                row.source,
                row.given.timestamp_micros()
            ])?;
        Ok(())
    }

    /// A newer text was consented to in its place.
    pub fn replace_consent(&self, id: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached(
                "UPDATE consent SET ended = ?2, why = 'replaced' WHERE id = ?1 AND ended IS NULL",
            )?
            .execute(params![id, now.timestamp_micros()])?;
        Ok(())
    }

    /// Ends the consents of an account for a purpose by its wish, with a line of the journal; gives how many. Where the
    /// clock went back meanwhile they end when the newest was given: a time before it would end nothing.
    pub fn withdraw_consents(
        &self,
        (account, purpose): (&str, &str),
        through: &str,
        now: Time,
    ) -> Result<usize> {
        let newest: Option<i64> = self
            .conn()
            .prepare_cached(
                "SELECT max(given) FROM consent WHERE account = ?1 AND purpose = ?2 AND ended IS NULL",
            )?
            .query_row([account, purpose], |row| row.get(0))?;
        let ended = now.timestamp_micros().max(newest.unwrap_or_default());
        let rows = self.end_consents((account, purpose), through, ended)?;
        self.restrict(
            Some(account),
            Act::Withdrawal {
                purpose: purpose.to_owned(),
                through: through.to_owned(),
                ended,
            },
        );
        Ok(rows)
    }

    pub(super) fn end_consents(
        &self,
        (account, purpose): (&str, &str),
        through: &str,
        ended: i64,
    ) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached(
                "UPDATE consent SET ended = ?3, why = 'withdrawn', through = ?4
                 WHERE account = ?1 AND purpose = ?2 AND ended IS NULL AND given <= ?3",
            )?
            .execute(params![account, purpose, ended, through])?)
    }

    pub fn consent(&self, id: &str) -> Result<Option<ConsentRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE c.id = ?1"))?;
        let row = statement.query_row([id], |row| Ok(read(row))).optional()?;
        row.transpose()
    }

    /// What an account consented to, ended ones too, the newest first.
    pub fn consents_of(&self, account: &str) -> Result<Vec<ConsentRow>> {
        let mut statement = self
            .conn()
            .prepare_cached(select!("WHERE c.account = ?1 ORDER BY c.given DESC, c.id"))?;
        let mut rows = statement.query([account])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// How many consents are in force, and how many there are with those that ended.
    pub fn count_consents(&self) -> Result<(u64, u64)> {
        let sql = "SELECT count(*) - count(ended), count(*) FROM consent";
        let mut statement = self.conn().prepare_cached(sql)?;
        let (in_force, all) = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((unsigned(in_force)?, unsigned(all)?))
    }

    /// Hands over every consent, ended ones too, the newest first.
    pub fn each_consent(&self, mut see: impl FnMut(ConsentRow) -> Result<()>) -> Result<()> {
        let mut statement = self
            .conn()
            .prepare_cached(select!("ORDER BY c.given DESC, c.id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            see(read(row)?)?;
        }
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<ConsentRow> {
    Ok(ConsentRow {
        id: row.get("id")?,
        account: row.get("account")?,
        name: row.get("name")?,
        purpose: row.get("purpose")?,
        version: row.get("version")?,
        sha256: row.get("sha256")?,
        source: row.get("source")?,
        given: time(row, "given")?,
        ended: time_if(row, "ended")?,
        why: row.get("why")?,
        through: row.get("through")?,
    })
}

//! Rows of objections and opt-outs, of people with an account and without. Each stands in the rights journal; an
//! address is here only as a keyed digest.

use data_encoding::BASE64URL_NOPAD;
use rusqlite::{OptionalExtension as _, Row, params};

use super::journal::{Act, Choice};
use super::request::{time, time_if};
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

/// What the journal calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    Objection,
    OptOut,
}

impl ChoiceKind {
    /// By the word of what was chosen.
    pub fn of(what: &str) -> Self {
        match what {
            "sale-sharing" | "limit" => Self::OptOut,
            _ => Self::Objection,
        }
    }
}

/// An objection or opt-out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptoutRow {
    pub id: String,
    pub account: Option<String>,
    /// The account's name, while it is there.
    pub name: Option<String>,
    pub digest: Option<Vec<u8>>,
    pub what: String,
    pub source: String,
    pub channel: String,
    pub received: Time,
    pub honored: Time,
    /// None: in force.
    pub cleared: Option<Time>,
}

impl OptoutRow {
    fn choice(&self) -> Choice {
        Choice {
            id: self.id.clone(),
            what: self.what.clone(),
            source: self.source.clone(),
            channel: self.channel.clone(),
            received: self.received.timestamp_micros(),
            account: self.account.clone(),
            digest: self
                .digest
                .as_deref()
                .map(|bytes| BASE64URL_NOPAD.encode(bytes)),
        }
    }
}

/// Whose choices are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Chooser<'a> {
    pub account: Option<&'a str>,
    pub digest: Option<&'a [u8]>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.account, a.name, o.digest, o.what, o.source, o.channel, o.received, o.honored,
             o.cleared FROM optout o LEFT JOIN account a ON a.id = o.account ",
            $rest
        )
    };
}

impl Tx<'_> {
    /// Writes a choice, and its line of the journal.
    pub fn insert_optout(&self, row: &OptoutRow, kind: ChoiceKind) -> Result<()> {
        let choice = row.choice();
        self.write_optout(&choice, row.honored.timestamp_micros())?;
        self.restrict(None, act(kind, choice));
        Ok(())
    }

    /// Writes the row alone, unless it is there; whether it was not.
    pub(super) fn write_optout(&self, choice: &Choice, honored: i64) -> Result<bool> {
        let digest = choice.digest.as_deref();
        let digest = digest.and_then(|text| BASE64URL_NOPAD.decode(text.as_bytes()).ok());
        let rows = self
            .conn()
            .prepare_cached(
                "INSERT OR IGNORE INTO optout VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)",
            )?
            .execute(params![
                choice.id,
                choice.account,
                digest,
                choice.what,
                choice.source,
                choice.channel,
                choice.received,
                honored
            ])?;
        Ok(rows > 0)
    }

    /// Ends a choice by its maker's wish, and lifts its line.
    pub fn clear_optout(&self, row: &OptoutRow, kind: ChoiceKind, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE optout SET cleared = ?2 WHERE id = ?1")?
            .execute(params![row.id, now.timestamp_micros()])?;
        self.lift(None, &act(kind, row.choice()))
    }

    pub fn optout(&self, id: &str) -> Result<Option<OptoutRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE o.id = ?1"))?;
        let row = statement.query_row([id], |row| Ok(read(row))).optional()?;
        row.transpose()
    }

    /// Every choice, cleared ones too, the newest first.
    pub fn optouts(&self) -> Result<Vec<OptoutRow>> {
        let mut statement = self
            .conn()
            .prepare_cached(select!("ORDER BY o.received DESC, o.id"))?;
        let rows = statement.query([])?;
        collect(rows)
    }

    /// What somebody chose, found by account or by address; cleared ones too, the newest first.
    pub fn optouts_of(&self, who: Chooser<'_>) -> Result<Vec<OptoutRow>> {
        let mut statement = self.conn().prepare_cached(select!(
            "WHERE o.id IN (SELECT id FROM optout WHERE account = ?1 UNION SELECT id FROM optout WHERE digest = ?2)
             ORDER BY o.received DESC, o.id"
        ))?;
        let rows = statement.query(params![who.account, who.digest])?;
        collect(rows)
    }
}

fn act(kind: ChoiceKind, choice: Choice) -> Act {
    match kind {
        ChoiceKind::Objection => Act::Objection(choice),
        ChoiceKind::OptOut => Act::OptOut(choice),
    }
}

fn collect(mut rows: rusqlite::Rows<'_>) -> Result<Vec<OptoutRow>> {
    let mut found = vec![];
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<OptoutRow> {
    Ok(OptoutRow {
        id: row.get("id")?,
        account: row.get("account")?,
        name: row.get("name")?,
        digest: row.get("digest")?,
        what: row.get("what")?,
        source: row.get("source")?,
        channel: row.get("channel")?,
        received: time(row, "received")?,
        honored: time(row, "honored")?,
        cleared: time_if(row, "cleared")?,
    })
}

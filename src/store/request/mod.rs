//! Rows of requests; their steps, questions and bundles in `work`. What may follow what is decided in
//! `domain::request`.

mod source_run;
mod work;

use rusqlite::{Row, params};

pub use source_run::SourceRunRow;
pub use work::{BundleRow, PauseRow, StepRow};

use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};

/// A row of `request`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestRow {
    pub id: String,
    pub reference: String,
    pub account: Option<String>,
    pub email: Option<String>,
    pub email_digest: Option<Vec<u8>>,
    pub kind: String,
    pub law: String,
    pub state: String,
    pub code: Option<String>,
    pub text: Option<String>,
    pub received: Time,
    pub zone: String,
    pub calendar: String,
    pub channel: String,
    pub opened: Time,
    pub acknowledged: Option<Time>,
    pub verified: Option<Time>,
    pub verified_how: Option<String>,
    pub extended: Option<Time>,
    pub built: Option<Time>,
    pub delivered: Option<Time>,
    pub closed: Option<Time>,
    pub flags: String,
    /// What is said to be wrong, as words of a closed list.
    pub contested: Option<String>,
    /// Who asks for somebody else.
    pub agent: Option<String>,
    pub agent_proof: Option<String>,
    pub level: Option<String>,
    /// Where the clocks were started again.
    pub clock_from: Option<Time>,
    pub outcome: Option<String>,
    /// When it was closed for the first time.
    pub answered: Option<Time>,
    pub fee: Option<String>,
    pub duplicate_of: Option<String>,
    pub foreign_id: Option<String>,
}

const COLUMNS: &str = "id, reference, account, email, email_digest, type, law, state, code, text, received,
    zone, calendar, channel, opened, acknowledged, verified, verified_how, extended, built, delivered, closed,
    flags, contested, agent, agent_proof, level, clock_from, outcome, answered, fee, duplicate_of, foreign_id";

pub(in crate::store) fn time(row: &Row<'_>, column: &str) -> Result<Time> {
    clock::from_micros(row.get(column)?)
}

pub(in crate::store) fn time_if(row: &Row<'_>, column: &str) -> Result<Option<Time>> {
    let micros: Option<i64> = row.get(column)?;
    micros.map(clock::from_micros).transpose()
}

fn micros(time: Option<Time>) -> Option<i64> {
    time.map(|time| time.timestamp_micros())
}

fn request(row: &Row<'_>) -> Result<RequestRow> {
    Ok(RequestRow {
        id: row.get("id")?,
        reference: row.get("reference")?,
        account: row.get("account")?,
        email: row.get("email")?,
        email_digest: row.get("email_digest")?,
        kind: row.get("type")?,
        law: row.get("law")?,
        state: row.get("state")?,
        code: row.get("code")?,
        text: row.get("text")?,
        received: time(row, "received")?,
        zone: row.get("zone")?,
        calendar: row.get("calendar")?,
        channel: row.get("channel")?,
        opened: time(row, "opened")?,
        acknowledged: time_if(row, "acknowledged")?,
        verified: time_if(row, "verified")?,
        verified_how: row.get("verified_how")?,
        extended: time_if(row, "extended")?,
        built: time_if(row, "built")?,
        delivered: time_if(row, "delivered")?,
        closed: time_if(row, "closed")?,
        flags: row.get("flags")?,
        contested: row.get("contested")?,
        agent: row.get("agent")?,
        agent_proof: row.get("agent_proof")?,
        level: row.get("level")?,
        clock_from: time_if(row, "clock_from")?,
        outcome: row.get("outcome")?,
        answered: time_if(row, "answered")?,
        fee: row.get("fee")?,
        duplicate_of: row.get("duplicate_of")?,
        foreign_id: row.get("foreign_id")?,
    })
}

impl Tx<'_> {
    /// The highest number given in a year (`R-2026-0007` is 7).
    pub fn last_reference(&self, year: i32) -> Result<u32> {
        let mut statement = self.conn().prepare_cached(
            "SELECT coalesce(max(CAST(substr(reference, length(?1) + 1) AS INTEGER)), 0)
             FROM request WHERE reference >= ?1 AND reference < ?2",
        )?;
        // `.` follows `-`: the year's references are one stretch of the index.
        let range = [format!("R-{year}-"), format!("R-{year}.")];
        Ok(statement.query_row(range, |row| row.get(0))?)
    }

    pub fn insert_request(&self, row: &RequestRow) -> Result<()> {
        let sql = format!(
            "INSERT INTO request ({COLUMNS})
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,
                     ?24,?25,?26,?27,?28,?29,?30,?31,?32,?33)"
        );
        self.conn().prepare_cached(&sql)?.execute(params![
            row.id,
            row.reference,
            row.account,
            row.email,
            row.email_digest,
            row.kind,
            row.law,
            row.state,
            row.code,
            row.text,
            row.received.timestamp_micros(),
            row.zone,
            row.calendar,
            row.channel,
            row.opened.timestamp_micros(),
            micros(row.acknowledged),
            micros(row.verified),
            row.verified_how,
            micros(row.extended),
            micros(row.built),
            micros(row.delivered),
            micros(row.closed),
            row.flags,
            row.contested,
            row.agent,
            row.agent_proof,
            row.level,
            micros(row.clock_from),
            row.outcome,
            micros(row.answered),
            row.fee,
            row.duplicate_of,
            row.foreign_id,
        ])?;
        Ok(())
    }

    /// Writes what steps change; who asked for what, when and by which law never does.
    pub fn update_request(&self, row: &RequestRow) -> Result<()> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE request SET account = ?2, email = ?3, state = ?4, code = ?5, text = ?6,
                     acknowledged = ?7, verified = ?8, verified_how = ?9, extended = ?10, built = ?11,
                     delivered = ?12, closed = ?13, flags = ?14, agent = ?15, agent_proof = ?16, level = ?17,
                     clock_from = ?18, outcome = ?19, answered = ?20, fee = ?21, duplicate_of = ?22
                 WHERE id = ?1",
            )?
            .execute(params![
                row.id,
                row.account,
                row.email,
                row.state,
                row.code,
                row.text,
                micros(row.acknowledged),
                micros(row.verified),
                row.verified_how,
                micros(row.extended),
                micros(row.built),
                micros(row.delivered),
                micros(row.closed),
                row.flags,
                row.agent,
                row.agent_proof,
                row.level,
                micros(row.clock_from),
                row.outcome,
                micros(row.answered),
                row.fee,
                row.duplicate_of,
            ])?;
        if changed == 1 {
            return Ok(());
        }
        Err(Error::bug("a request vanished while it was changed"))
    }

    /// By reference or id.
    pub fn request(&self, named: &str) -> Result<Option<RequestRow>> {
        let sql = format!("SELECT {COLUMNS} FROM request WHERE reference = ?1 OR id = ?1");
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([named])?;
        rows.next()?.map(request).transpose()
    }

    /// Every request, the earliest received first.
    pub fn requests(&self) -> Result<Vec<RequestRow>> {
        let sql = format!("SELECT {COLUMNS} FROM request ORDER BY received, reference");
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(request(row)?);
        }
        Ok(found)
    }

    /// The requests that are not closed, the earliest received first.
    pub fn open_requests(&self) -> Result<Vec<RequestRow>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM request WHERE closed IS NULL ORDER BY received, reference"
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(request(row)?);
        }
        Ok(found)
    }

    /// Those that carry a flag, a word of a closed list; the earliest received first.
    pub fn flagged_requests(&self, flag: &str) -> Result<Vec<RequestRow>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM request WHERE instr(',' || flags || ',', ',' || ?1 || ',') > 0
             ORDER BY received, reference"
        );
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([flag])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(request(row)?);
        }
        Ok(found)
    }

    /// The ids of those that were put aside because this one answers them, too.
    pub fn duplicates_of(&self, reference: &str) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT id FROM request WHERE duplicate_of = ?1 AND state = 'dismissed' ORDER BY received, reference",
        )?;
        let rows = statement.query_map([reference], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// By the id that it had in the register that it was imported from.
    pub fn request_of_foreign(&self, id: &str) -> Result<Option<RequestRow>> {
        let sql = format!("SELECT {COLUMNS} FROM request WHERE foreign_id = ?1");
        let mut statement = self.conn().prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(request).transpose()
    }
}

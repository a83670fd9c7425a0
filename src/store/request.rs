//! Rows of requests, their steps and their bundles. What may follow what is decided in `domain::request`.

use rusqlite::{Row, params};

use super::audit::signed;
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};

/// A row of `request`.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// A row of `request_step`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    pub number: i64,
    pub at: Time,
    pub step: String,
    pub state: String,
    pub note: Option<String>,
    pub event: i64,
}

/// A row of `bundle`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleRow {
    pub number: u32,
    pub built: Time,
    pub file: String,
    pub bytes: u64,
    pub file_sha256: String,
    pub manifest_sha256: String,
    pub recipient: String,
    pub channel: Option<String>,
    pub delivered: Option<Time>,
}

/// A row of `request_pause`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PauseRow {
    pub number: u32,
    /// `identity` or `clarify`.
    pub kind: String,
    /// Civil dates in the request's zone.
    pub asked: String,
    pub answered: Option<String>,
}

const COLUMNS: &str = "id, reference, account, email, email_digest, type, law, state, code, text, received,
    zone, calendar, channel, opened, acknowledged, verified, verified_how, extended, built, delivered, closed,
    flags";

pub(super) fn time(row: &Row<'_>, column: &str) -> Result<Time> {
    clock::from_micros(row.get(column)?)
}

pub(super) fn time_if(row: &Row<'_>, column: &str) -> Result<Option<Time>> {
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
    })
}

impl Tx<'_> {
    /// The highest number given in a year (`R-2026-0007` is 7).
    pub fn last_reference(&self, year: i32) -> Result<u32> {
        let mut statement = self.conn().prepare_cached(
            "SELECT coalesce(max(CAST(substr(reference, length(?1) + 1) AS INTEGER)), 0)
             FROM request WHERE substr(reference, 1, length(?1)) = ?1",
        )?;
        Ok(statement.query_row([format!("R-{year}-")], |row| row.get(0))?)
    }

    pub fn insert_request(&self, row: &RequestRow) -> Result<()> {
        let sql = format!(
            "INSERT INTO request ({COLUMNS})
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23)"
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
                     delivered = ?12, closed = ?13, flags = ?14
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

    pub fn insert_step(&self, request: &str, step: &StepRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO request_step VALUES (?1,?2,?3,?4,?5,?6,?7)")?
            .execute(params![
                request,
                step.number,
                step.at.timestamp_micros(),
                step.step,
                step.state,
                step.note,
                step.event
            ])?;
        Ok(())
    }

    pub fn steps(&self, request: &str) -> Result<Vec<StepRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, at, step, state, note, event FROM request_step
             WHERE request = ?1 ORDER BY number",
        )?;
        let mut rows = statement.query([request])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(StepRow {
                number: row.get("number")?,
                at: time(row, "at")?,
                step: row.get("step")?,
                state: row.get("state")?,
                note: row.get("note")?,
                event: row.get("event")?,
            });
        }
        Ok(found)
    }

    /// The questions that stopped the clock.
    pub fn pauses(&self, request: &str) -> Result<Vec<PauseRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, kind, asked, answered FROM request_pause WHERE request = ?1
             ORDER BY number",
        )?;
        let rows = statement.query_map([request], |row| {
            Ok(PauseRow {
                number: row.get(0)?,
                kind: row.get(1)?,
                asked: row.get(2)?,
                answered: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A question that was asked, with the number of the next one.
    pub fn insert_pause(&self, request: &str, kind: &str, asked: &str) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO request_pause (request, number, kind, asked)
                 SELECT ?1, 1 + count(*), ?2, ?3 FROM request_pause WHERE request = ?1",
            )?
            .execute(params![request, kind, asked])?;
        Ok(())
    }

    pub fn answer_pause(&self, request: &str, number: u32, answered: &str) -> Result<()> {
        self.conn()
            .prepare_cached(
                "UPDATE request_pause SET answered = ?3
                 WHERE request = ?1 AND number = ?2 AND answered IS NULL",
            )?
            .execute(params![request, number, answered])?;
        Ok(())
    }

    pub fn insert_bundle(&self, request: &str, row: &BundleRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO bundle VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?
            .execute(params![
                request,
                row.number,
                row.built.timestamp_micros(),
                row.file,
                signed(row.bytes)?,
                row.file_sha256,
                row.manifest_sha256,
                row.recipient,
                row.channel,
                micros(row.delivered),
            ])?;
        Ok(())
    }

    /// Records that a bundle went out.
    pub fn deliver_bundle(
        &self,
        request: &str,
        number: u32,
        channel: &str,
        now: Time,
    ) -> Result<()> {
        self.conn()
            .prepare_cached(
                "UPDATE bundle SET channel = ?3, delivered = ?4 WHERE request = ?1 AND number = ?2",
            )?
            .execute(params![request, number, channel, now.timestamp_micros()])?;
        Ok(())
    }

    pub fn bundles(&self, request: &str) -> Result<Vec<BundleRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, built, file, bytes, file_sha256, manifest_sha256, recipient, channel, delivered
             FROM bundle WHERE request = ?1 ORDER BY number",
        )?;
        let mut rows = statement.query([request])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(BundleRow {
                number: row.get("number")?,
                built: time(row, "built")?,
                file: row.get("file")?,
                bytes: super::audit::unsigned(row.get("bytes")?)?,
                file_sha256: row.get("file_sha256")?,
                manifest_sha256: row.get("manifest_sha256")?,
                recipient: row.get("recipient")?,
                channel: row.get("channel")?,
                delivered: time_if(row, "delivered")?,
            });
        }
        Ok(found)
    }
}

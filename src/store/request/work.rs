//! What belongs to a request: its steps, the questions that stopped its clock, and its bundles.

use rusqlite::{Row, params};

use super::{micros, time, time_if};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::audit::{signed, unsigned};

/// A row of `request_step`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    pub number: i64,
    pub at: Time,
    pub step: String,
    pub state: String,
    pub note: Option<String>,
    pub event: i64,
    /// Who took it; none where that is not known.
    pub operator: Option<String>,
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

impl Tx<'_> {
    pub fn insert_step(&self, request: &str, step: &StepRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO request_step VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?
            .execute(params![
                request,
                step.number,
                step.at.timestamp_micros(),
                step.step,
                step.state,
                step.note,
                step.event,
                step.operator,
            ])?;
        Ok(())
    }

    pub fn steps(&self, request: &str) -> Result<Vec<StepRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, at, step, state, note, event, operator FROM request_step
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
                operator: row.get("operator")?,
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

    /// The bundle with this digest of its file, and the reference of its request.
    pub fn bundle_of_file(&self, sha256: &str) -> Result<Option<(String, BundleRow)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT r.reference, b.number, b.built, b.file, b.bytes, b.file_sha256, b.manifest_sha256,
                    b.recipient, b.channel, b.delivered
             FROM bundle b JOIN request r ON r.id = b.request WHERE b.file_sha256 = ?1",
        )?;
        let mut rows = statement.query([sha256])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some((row.get("reference")?, bundle(row)?)))
    }

    /// The bundles after which no step of this name was taken, with the ids of their requests.
    pub fn bundles_not_discarded(&self, step: &str) -> Result<Vec<(String, BundleRow)>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT request, number, built, file, bytes, file_sha256, manifest_sha256, recipient, channel, delivered
             FROM bundle b WHERE NOT EXISTS
                (SELECT 1 FROM request_step s WHERE s.request = b.request AND s.step = ?1 AND s.at >= b.built)
             ORDER BY built",
        )?;
        let mut rows = statement.query([step])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push((row.get("request")?, bundle(row)?));
        }
        Ok(found)
    }

    pub fn bundles(&self, request: &str) -> Result<Vec<BundleRow>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT number, built, file, bytes, file_sha256, manifest_sha256, recipient, channel, delivered
             FROM bundle WHERE request = ?1 ORDER BY number",
        )?;
        let mut rows = statement.query([request])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(bundle(row)?);
        }
        Ok(found)
    }
}

fn bundle(row: &Row<'_>) -> Result<BundleRow> {
    Ok(BundleRow {
        number: row.get("number")?,
        built: time(row, "built")?,
        file: row.get("file")?,
        bytes: unsigned(row.get("bytes")?)?,
        file_sha256: row.get("file_sha256")?,
        manifest_sha256: row.get("manifest_sha256")?,
        recipient: row.get("recipient")?,
        channel: row.get("channel")?,
        delivered: time_if(row, "delivered")?,
    })
}

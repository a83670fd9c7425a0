//! Rows of what vouches for the log from outside: cosignatures of witnesses, anchors.

use rusqlite::{Row, params};

use super::{CheckpointRow, signed, unsigned};
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::store::tx::Tx;

/// A cosignature as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CosignatureRow {
    /// The event that took it in.
    pub seq: u64,
    pub epoch: String,
    pub size: u64,
    pub key: String,
    pub line: String,
    pub signed: Time,
}

/// Something that left the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorRow {
    pub seq: u64,
    pub epoch: String,
    pub size: u64,
    pub kind: String,
    pub made: Time,
    pub note: String,
    pub query: Option<Vec<u8>>,
    pub answered: Option<u64>,
    pub response: Option<Vec<u8>>,
    pub stamped: Option<Time>,
}

const ANCHORS: &str =
    "SELECT seq, epoch, size, kind, made, note, query, answered, response, stamped FROM anchor";
const COSIGNATURES: &str = "SELECT seq, epoch, size, key, line, signed FROM cosignature";

impl Tx<'_> {
    pub fn insert_cosignature(&self, row: &CosignatureRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO cosignature VALUES (?1,?2,?3,?4,?5,?6)")?
            .execute(params![
                signed(row.seq)?,
                row.epoch,
                signed(row.size)?,
                row.key,
                row.line,
                row.signed.timestamp_micros()
            ])?;
        Ok(())
    }

    /// Every cosignature in the order in which they came, one after the other.
    pub fn each_cosignature(
        &self,
        take: &mut dyn FnMut(CosignatureRow) -> Result<()>,
    ) -> Result<()> {
        self.try_each_cosignature(&mut |_, row| take(row?))
    }

    /// The same with the rows' numbers: one that cannot be read is not the end.
    pub fn try_each_cosignature(
        &self,
        take: &mut dyn FnMut(i64, Result<CosignatureRow>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self
            .conn()
            .prepare_cached(&format!("{COSIGNATURES} ORDER BY seq"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, cosignature(row))?;
        }
        Ok(())
    }

    pub fn cosignatures_of(&self, epoch: &str, size: u64) -> Result<Vec<CosignatureRow>> {
        let mut statement = self.conn().prepare_cached(&format!(
            "{COSIGNATURES} WHERE epoch = ?1 AND size = ?2 ORDER BY seq"
        ))?;
        let mut rows = statement.query(params![epoch, signed(size)?])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(cosignature(row)?);
        }
        Ok(found)
    }

    /// Those of a history that cover most, the largest first.
    pub fn newest_cosignatures(&self, epoch: &str, most: usize) -> Result<Vec<CosignatureRow>> {
        let mut statement = self.conn().prepare_cached(&format!(
            "{COSIGNATURES} WHERE epoch = ?1 ORDER BY size DESC, seq DESC LIMIT ?2"
        ))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![epoch, most])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(cosignature(row)?);
        }
        Ok(found)
    }

    pub fn checkpoint_of(&self, epoch: &str, size: u64) -> Result<Option<CheckpointRow>> {
        let rows = self.checkpoints_between(size.saturating_sub(1), size)?;
        Ok(rows.into_iter().find(|row| row.epoch == epoch))
    }

    pub fn insert_anchor(&self, row: &AnchorRow) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO anchor VALUES (?1,?2,?3,?4,?5,?6,?7,NULL,NULL,NULL)")?
            .execute(params![
                signed(row.seq)?,
                row.epoch,
                signed(row.size)?,
                row.kind,
                row.made.timestamp_micros(),
                row.note,
                row.query
            ])?;
        Ok(())
    }

    /// Puts the response beside its request; whether none was there before.
    pub fn answer_anchor(&self, seq: u64, answer: (u64, Time), response: &[u8]) -> Result<bool> {
        let (answered, stamped) = answer;
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE anchor SET answered = ?2, response = ?3, stamped = ?4
                 WHERE seq = ?1 AND response IS NULL",
            )?
            .execute(params![
                signed(seq)?,
                signed(answered)?,
                response,
                stamped.timestamp_micros()
            ])?;
        Ok(changed == 1)
    }

    /// Every anchor, oldest first.
    pub fn each_anchor(&self, take: &mut dyn FnMut(AnchorRow) -> Result<()>) -> Result<()> {
        self.try_each_anchor(&mut |_, row| take(row?))
    }

    /// The same with the rows' numbers: one that cannot be read is not the end.
    pub fn try_each_anchor(
        &self,
        take: &mut dyn FnMut(i64, Result<AnchorRow>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self
            .conn()
            .prepare_cached(&format!("{ANCHORS} ORDER BY seq"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, anchor(row))?;
        }
        Ok(())
    }

    /// Those of a history that cover most, the largest first.
    pub fn newest_anchors(&self, epoch: &str, most: usize) -> Result<Vec<AnchorRow>> {
        let mut statement = self.conn().prepare_cached(&format!(
            "{ANCHORS} WHERE epoch = ?1 AND (kind <> 'rfc3161' OR answered IS NOT NULL)
             ORDER BY size DESC, seq DESC LIMIT ?2"
        ))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![epoch, most])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(anchor(row)?);
        }
        Ok(found)
    }
}

fn cosignature(row: &Row<'_>) -> Result<CosignatureRow> {
    Ok(CosignatureRow {
        seq: unsigned(row.get(0)?)?,
        epoch: row.get(1)?,
        size: unsigned(row.get(2)?)?,
        key: row.get(3)?,
        line: row.get(4)?,
        signed: clock::from_micros(row.get(5)?)?,
    })
}

fn anchor(row: &Row<'_>) -> Result<AnchorRow> {
    let answered: Option<i64> = row.get(7)?;
    let stamped: Option<i64> = row.get(9)?;
    Ok(AnchorRow {
        seq: unsigned(row.get(0)?)?,
        epoch: row.get(1)?,
        size: unsigned(row.get(2)?)?,
        kind: row.get(3)?,
        made: clock::from_micros(row.get(4)?)?,
        note: row.get(5)?,
        query: row.get(6)?,
        answered: answered.map(unsigned).transpose()?,
        response: row.get(8)?,
        stamped: stamped.map(clock::from_micros).transpose()?,
    })
}

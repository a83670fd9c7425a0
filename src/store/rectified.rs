//! Rows of values that were put right: keyed digests of what was wrong, so that it is known when it comes back. Each
//! stands in the rights journal beside the right value.

use data_encoding::BASE64URL_NOPAD;
use rusqlite::{OptionalExtension as _, params};

use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

/// A value that was put right.
#[derive(Clone, Debug)]
pub struct RectifiedRow<'a> {
    pub account: &'a str,
    pub field: &'static str,
    /// Of the value that was wrong.
    pub digest: Vec<u8>,
    pub at: Time,
    pub request: Option<&'a str>,
}

impl Tx<'_> {
    /// Remembers that a value was put right, with its line of the journal behind which the right one is sealed.
    pub fn put_rectified(&self, row: &RectifiedRow<'_>, right: &str) -> Result<()> {
        let at = row.at.timestamp_micros();
        self.write_rectified((row.account, row.field), &row.digest, (at, row.request))?;
        let former = BASE64URL_NOPAD.encode(&row.digest);
        self.note_rectified((row.account, row.field), right, former);
        Ok(())
    }

    pub(super) fn write_rectified(
        &self,
        (account, field): (&str, &str),
        digest: &[u8],
        (at, request): (i64, Option<&str>),
    ) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached(
                "INSERT INTO rectified (account, field, digest, at, request) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET at = excluded.at, request = coalesce(excluded.request, request)
                 WHERE at < excluded.at",
            )?
            .execute(params![account, field, digest, at, request])?;
        Ok(rows > 0)
    }

    /// Which fields were put right for a request.
    pub fn rectified_by(&self, request: &str) -> Result<Vec<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT DISTINCT field FROM rectified WHERE request = ?1 ORDER BY field",
        )?;
        let rows = statement.query_map([request], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether anything was ever put right: without, nothing needs to be compared.
    pub fn has_rectified(&self) -> Result<bool> {
        let mut statement = self.conn().prepare_cached("SELECT 1 FROM rectified")?;
        Ok(statement.exists([])?)
    }

    /// Whose value this was until it was put right; of one account only where that is named.
    pub fn was_rectified(
        &self,
        field: &str,
        digest: &[u8],
        account: Option<&str>,
    ) -> Result<Option<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT account FROM rectified WHERE field = ?1 AND digest = ?2 AND account = coalesce(?3, account)",
        )?;
        Ok(statement
            .query_row(params![field, digest, account], |row| row.get(0))
            .optional()?)
    }
}

//! Rows of notices: what accounts are to be told. Which words are sent, and how, is decided elsewhere.

use rusqlite::params;

use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

impl Tx<'_> {
    /// Queues a notice of this kind for an account.
    pub fn queue_notice(&self, id: &str, account: &str, kind: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO notice VALUES (?1, ?2, ?3, ?4, 'queued', NULL)")?
            .execute(params![id, account, kind, now.timestamp_micros()])?;
        Ok(())
    }
}

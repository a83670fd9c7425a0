//! Rows of sessions.

use rusqlite::params;

use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

impl Tx<'_> {
    /// Revokes every open session of an account but `except`; gives how many there were.
    pub fn revoke_sessions(
        &self,
        account: &str,
        except: Option<&str>,
        why: &str,
        now: Time,
    ) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached(
                "UPDATE session SET revoked = ?3, why = ?4
                 WHERE account = ?1 AND revoked IS NULL AND (?2 IS NULL OR id <> ?2)",
            )?
            .execute(params![account, except, now.timestamp_micros(), why])?)
    }
}

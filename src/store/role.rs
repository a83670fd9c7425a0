//! Roles: what they permit and who holds them.

use rusqlite::params;

use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

impl Tx<'_> {
    pub fn insert_role(&self, name: &str, description: &str, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT INTO role VALUES (?1, ?2, ?3)")?
            .execute(params![name, description, now.timestamp_micros()])?;
        Ok(())
    }

    pub fn permit(&self, role: &str, permission: &str) -> Result<()> {
        self.conn()
            .prepare_cached("INSERT OR IGNORE INTO role_permission VALUES (?1, ?2)")?
            .execute([role, permission])?;
        Ok(())
    }
}

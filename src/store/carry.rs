//! What goes from a live database into the one that takes its place: the whole audit log, what was used up,
//! what is counted, and the catalog of backups. Which of it may go is decided above.

use zeroize::Zeroizing;

use super::audit::signed;
use super::open::{self, Store};
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};

/// Tables of the audit log that are taken over whole. `event` is final: only what is new is added to it.
pub(in crate::store) const LOG: [&str; 13] = [
    "dictionary",
    "disclosure",
    "pseudonym",
    "event_key",
    "told_key",
    "tree",
    "tile",
    "zone",
    "checkpoint",
    "cosignature",
    "anchor",
    "open_intent",
    "ingest_key",
];
/// Tables that tell what this store did, not what it was told.
const OWN: [&str; 2] = ["backup", "unlocker_use"];

impl Store {
    /// Puts the live database beside the staged one that this is, for reading.
    pub fn attach_live(&self) -> Result<()> {
        let path = self.folder.live().database();
        let key = open::key_text(&self.keyring.data_key()?.key);
        let from = Zeroizing::new(format!(
            "file:{}?mode=ro&cipher=aegis&key={}",
            open::escaped(&path)?,
            *key
        ));
        self.conn()
            .execute("ATTACH DATABASE ?1 AS live", [from.as_str()])
            .map(drop)
            .map_err(|_| Error::integrity("the live database does not open a second time"))
    }

    pub fn detach_live(&self) -> Result<()> {
        self.conn().flush_prepared_statement_cache();
        Ok(self.conn().execute_batch("DETACH DATABASE live")?)
    }
}

impl Tx<'_> {
    /// Takes over the log of the live database, of which the first `own` events are here.
    pub fn carry_log(&self, own: u64) -> Result<()> {
        for table in LOG {
            self.take_over(table)?;
        }
        self.conn().execute(
            "INSERT INTO main.event SELECT * FROM live.event WHERE seq >= ?1",
            [signed(own)?],
        )?;
        // The log's own facts go with it.
        self.conn().execute_batch(
            "INSERT INTO main.meta SELECT key, value FROM live.meta
             WHERE key IN ('epoch', 'pruned') OR key LIKE 'generation/%'
             ON CONFLICT DO UPDATE SET value = excluded.value",
        )?;
        // What was pruned since does not come back with the image.
        self.remove_events_below(self.first_kept()?).map(drop)
    }

    fn take_over(&self, table: &str) -> Result<()> {
        Ok(self.conn().execute_batch(&format!(
            "DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM live.{table};"
        ))?)
    }

    /// Nothing that was used up works again, nothing that was counted is forgotten; the store knows every
    /// backup that it made.
    pub fn carry_uses(&self, now: Time) -> Result<()> {
        for table in OWN {
            self.take_over(table)?;
        }
        let now = now.timestamp_micros();
        let conn = self.conn();
        conn.execute_batch(
            "UPDATE main.factor SET last_step = max(last_step, coalesce(
                 (SELECT l.last_step FROM live.factor l WHERE l.id = factor.id), last_step));
             DELETE FROM main.attempt;
             INSERT INTO main.attempt (digest, account, failed, held, last, free)
                 SELECT digest, (SELECT id FROM main.account WHERE id = l.account), failed, held, last, free
                 FROM live.attempt l;",
        )?;
        conn.execute(
            "UPDATE main.recovery_code SET used = ?1 WHERE used IS NULL AND NOT EXISTS (
                 SELECT 1 FROM live.recovery_code l
                 WHERE l.account = recovery_code.account AND l.digest = recovery_code.digest
                   AND l.used IS NULL)",
            [now],
        )?;
        // Who was told once is not told again.
        conn.execute(
            "UPDATE main.notice SET state = 'dropped', settled = ?1 WHERE state = 'queued'
                 AND id NOT IN (SELECT id FROM live.notice WHERE state = 'queued')",
            [now],
        )?;
        Ok(())
    }

    /// What was used since is not known: a code of now and of the next step may have been, so none of them
    /// counts. Older ones never did.
    pub fn skip_steps(&self, now: Time) -> Result<()> {
        self.conn().execute(
            "UPDATE factor SET last_step = max(last_step, ?1 / period + 1)",
            [now.timestamp()],
        )?;
        Ok(())
    }

    /// Ends sessions and codes of every kind that an image holds open; answers how many of each.
    pub fn void_open(&self, now: Time) -> Result<(usize, usize)> {
        let micros = now.timestamp_micros();
        let sessions = self.conn().execute(
            "UPDATE session SET revoked = ?1, why = 'restored' WHERE revoked IS NULL AND expires > ?1",
            [micros],
        )?;
        let codes = ["enroll_code", "password_code"].map(|table| {
            let void = format!("UPDATE {table} SET used = ?1 WHERE used IS NULL");
            self.conn().execute(&void, [micros])
        });
        let [enroll, password] = codes;
        Ok((sessions, enroll? + password?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_the_log_is_taken_over() {
        let files = [
            include_str!("schema/0001_audit.sql"),
            include_str!("schema/0004_ingest.sql"),
            include_str!("schema/0004_witness.sql"),
            include_str!("schema/0005_told.sql"),
        ];
        let tables = files
            .iter()
            .flat_map(|sql| sql.lines())
            .filter_map(|line| line.strip_prefix("CREATE TABLE "));
        for table in tables.map(|line| line.trim_end_matches(" (")) {
            assert!(table == "event" || LOG.contains(&table), "{table}");
        }
    }
}

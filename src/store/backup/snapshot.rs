//! One instant of the store, read through a connection of its own while others go on writing.

use std::time::Duration;

use super::length;
use super::pipe::{BLOCK, Block, Pool};
use crate::base::error::{Error, Kind, Result};
use crate::store::open::{self, Store};
use crate::store::tx::Tx;

/// A consistent view of the whole database.
pub struct Snapshot<'a> {
    tx: Tx<'a>,
    pub pages: u64,
    pub page_size: u32,
    pub schema: u32,
}

/// The priority of whoever reads a snapshot, as `nice` counts it.
const BEHIND: i32 = 10;

/// Whoever works with the store meanwhile goes first: all that this thread does and starts from here on has a lower
/// priority. On an idle machine it takes as long as ever.
fn step_back() {
    if rustix::process::getpriority_process(None).is_ok_and(|now| now < BEHIND) {
        rustix::process::setpriority_process(None, BEHIND).ok();
    }
}

impl Store {
    /// Runs `act` on one instant of the store. Meanwhile everybody, this process too, may go on writing.
    pub fn snapshot<T>(&self, act: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        step_back();
        let data = self.keyring.data_key()?;
        let conn = open::connect_known(&self.folder.database(), data, self.holder.wait)?;
        let tx = Tx::look(&conn)?;
        // The first row read fixes the instant.
        tx.require_meta("store_id")?;
        let number = |pragma: &str| -> Result<u32> {
            Ok(tx.conn().query_row(pragma, [], |row| row.get(0))?)
        };
        let snapshot = Snapshot {
            pages: u64::from(number("PRAGMA page_count")?),
            page_size: number("PRAGMA page_size")?,
            schema: number("PRAGMA user_version")?,
            tx,
        };
        act(&snapshot)
    }

    /// Folds the write-ahead log into the database, as far as that needs no waiting for others.
    pub fn fold_log(&self) -> Result<()> {
        self.conn().busy_timeout(Duration::ZERO)?;
        let folded = self
            .conn()
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        self.conn().busy_timeout(self.holder.wait)?;
        match folded.map_err(Error::from) {
            // Somebody reads or writes: a later one folds it.
            Err(busy) if busy.kind == Kind::StoreLocked => Ok(()),
            other => other,
        }
    }
}

impl Snapshot<'_> {
    pub const fn tx(&self) -> &Tx<'_> {
        &self.tx
    }

    pub fn bytes(&self) -> u64 {
        self.pages.saturating_mul(u64::from(self.page_size))
    }

    /// Hands out every page in order, several at a time; their number must be what the header says.
    pub(super) fn each_block(&self, mut take: impl FnMut(Block) -> Result<()>) -> Result<()> {
        let mut statement = self
            .tx
            .conn()
            .prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno")?;
        let mut rows = statement.query([])?;
        let mut pool = Pool::default();
        let mut block = pool.take();
        let mut bytes = 0;
        while let Some(row) = rows.next()? {
            let page = row
                .get_ref(0)?
                .as_blob()
                .map_err(|_| Error::integrity("a page of the store is missing"))?;
            block.extend_from_slice(page);
            bytes += length(page.len());
            if block.len() >= BLOCK {
                take(pool.lend(std::mem::take(&mut block)))?;
                block = pool.take();
                block.clear();
            }
        }
        if !block.is_empty() {
            take(pool.lend(block))?;
        }
        if bytes == self.bytes() {
            return Ok(());
        }
        Err(Error::integrity(format!(
            "the store gave {bytes} bytes, but its header says {} pages",
            self.pages
        )))
    }

    /// Hands out single pages.
    pub(super) fn each_of(
        &self,
        numbers: impl Iterator<Item = u64>,
        mut take: impl FnMut(&[u8]) -> Result<()>,
    ) -> Result<()> {
        let missing = || Error::integrity("a page of the store is missing");
        let mut statement = self
            .tx
            .conn()
            .prepare("SELECT data FROM sqlite_dbpage WHERE pgno = ?1")?;
        for number in numbers {
            let number = i64::try_from(number).map_err(|_| missing())?;
            let mut rows = statement.query([number])?;
            let row = rows.next()?.ok_or_else(missing)?;
            take(row.get_ref(0)?.as_blob().map_err(|_| missing())?)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_reads_a_snapshot_steps_behind_the_others_for_good() {
        let behind = std::thread::spawn(|| {
            step_back();
            let now = rustix::process::getpriority_process(None).unwrap();
            step_back();
            (now, rustix::process::getpriority_process(None).unwrap())
        });
        let (now, again) = behind.join().unwrap();
        assert!(now >= BEHIND, "{now}");
        assert_eq!(again, now);
    }
}

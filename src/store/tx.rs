//! Transactions: what a change happens in, and how a dry run undoes it.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::journal::Collected;
use super::open::Store;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};

/// Whether a change stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Commit,
    /// Rules and row changes run and are rolled back.
    DryRun,
}

/// An open transaction. Only this floor reaches the connection in it.
pub struct Tx<'a> {
    inner: Transaction<'a>,
    collected: Collected,
}

impl<'a> Tx<'a> {
    /// A consistent view over a connection of its own, for work that outlasts a transaction of the store.
    pub(super) fn look(conn: &'a Connection) -> Result<Self> {
        Self::new(conn, TransactionBehavior::Deferred)
    }

    /// The only writer, until it ends.
    pub(super) fn begin(store: &'a Store) -> Result<Self> {
        Self::new(store.conn(), TransactionBehavior::Immediate)
    }

    fn new(conn: &'a Connection, behavior: TransactionBehavior) -> Result<Self> {
        Ok(Self {
            inner: Transaction::new_unchecked(conn, behavior)?,
            collected: Collected::default(),
        })
    }
}

impl Tx<'_> {
    pub(super) fn conn(&self) -> &Connection {
        &self.inner
    }

    pub(super) const fn collected(&self) -> &Collected {
        &self.collected
    }

    /// A fact about the store.
    pub fn meta(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    pub fn set_meta(&self, key: &str, value: &str) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2",
            )?
            .execute(params![key, value])?;
        Ok(())
    }

    pub fn remove_meta(&self, key: &str) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM meta WHERE key = ?1")?
            .execute([key])?;
        Ok(())
    }

    /// The last day on which each unlocker opened the store.
    pub fn unlocker_uses(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT name, day FROM unlocker_use")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A fact that every store has.
    pub fn require_meta(&self, key: &str) -> Result<String> {
        self.meta(key)?
            .ok_or_else(|| Error::integrity(format!("the store lacks its own `{key}`")))
    }
}

impl Store {
    /// Many writes follow: more pages stay in memory, and the write-ahead log is taken over less often.
    pub fn expect_many(&self) -> Result<()> {
        // KiB where it is negative; pages of 4 KiB.
        self.conn().pragma_update(None, "cache_size", -64 * 1024)?;
        Ok(self
            .conn()
            .pragma_update(None, "wal_autocheckpoint", 16_000)?)
    }

    /// Runs `act` in one write transaction: all of it happens or nothing. What it takes from somebody stands in
    /// the rights journal before it is committed.
    pub fn write<T>(&self, mode: Mode, act: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let tx = Tx::begin(self)?;
        if mode == Mode::DryRun {
            let value = act(&tx)?;
            tx.inner.rollback()?;
            return Ok(value);
        }
        if self.settles() {
            self.settle(&tx)?;
        }
        let value = act(&tx)?;
        let appended = self.append_lines(&tx)?;
        let Err(error) = tx.inner.commit() else {
            if let Some((_, end)) = appended {
                self.push_journal(&end);
            }
            return Ok(value);
        };
        let error = Error::from(error);
        match appended {
            Some((before, _)) if error.kind == Kind::NoSpace => self.retract_lines(&before)?,
            Some(_) => {
                return Err(error.detail(
                    "what it was to restrict stands in the rights journal: the next command applies it, and gives nothing back",
                ));
            }
            None => {}
        }
        Err(error)
    }

    /// Remembers the newest keyring, and on which day this unlocker was last used; writes when that changed.
    pub fn note_use(&self, now: Time) -> Result<()> {
        let day = now.format("%Y-%m-%d").to_string();
        let known: Option<String> = self
            .conn()
            .prepare_cached("SELECT day FROM unlocker_use WHERE name = ?1")?
            .query_row([&self.slot], |row| row.get(0))
            .optional()?;
        let generation = self.keyring.generation.to_string();
        let seen = self.read(|tx| tx.meta(&self.generation_key()))?;
        if seen.as_ref() != Some(&generation) {
            self.conn()
                .prepare_cached(
                    "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2",
                )?
                .execute([&self.generation_key(), &generation])?;
        }
        if known.as_ref() == Some(&day) {
            return Ok(());
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO unlocker_use VALUES (?1, ?2) ON CONFLICT DO UPDATE SET day = ?2",
            )?
            .execute([&self.slot, &day])?;
        Ok(())
    }

    /// Runs `look` on one consistent snapshot.
    pub fn read<T>(&self, look: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let tx = Tx::look(self.conn())?;
        let value = look(&tx)?;
        tx.inner.rollback()?;
        Ok(value)
    }
}

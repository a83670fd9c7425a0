//! Opening the store: lock, keyring, repair of what a crash left, database, canary.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use data_encoding::HEXLOWER;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::check::RESTORE;
use super::folder::Folder;
use super::journal::Journal;
use super::keyring::{DataKey, HEAD_BYTES, Keyring, Master};
use super::lock::{self, Holder, Lock, Sharing};
use super::slot::{self, Unlocker};
use super::{migrate, replace};
use crate::base::error::{Error, Result};
use crate::crypto::secret::Key;

/// The cipher's salt, with which a database file begins.
const SALT_BYTES: usize = 16;

/// Which schemas are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Schema {
    Current,
    /// Also an older one, to migrate it.
    Known,
}

/// An open store: its keys, its connection and the lock that it is held by.
pub struct Store {
    pub folder: Folder,
    pub keyring: Keyring,
    pub master: Master,
    /// The unlocker that opened it.
    pub slot: String,
    /// What was odd or was finished at opening; for standard error.
    pub warnings: Vec<String>,
    pub holder: Holder,
    schema: Schema,
    // Dropped in this order: the connection closes before the lock goes.
    conn: Connection,
    lock: Lock,
}

impl Store {
    pub(super) const fn conn(&self) -> &Connection {
        &self.conn
    }

    /// Opens the store for ordinary work, under the shared lock.
    pub fn open(folder: &Folder, unlockers: &[Unlocker], holder: &Holder) -> Result<Self> {
        folder.require_store()?;
        let lock = lock::acquire(folder, Sharing::Shared, holder)?;
        let unlocked = slot::unlock(folder, unlockers)?;
        if replace::unfinished(folder, &unlocked.keyring) {
            drop(lock);
            let notes = repair(folder, unlockers, holder)?;
            let mut store = Self::open(folder, unlockers, holder)?;
            store.warnings.extend(notes);
            return Ok(store);
        }
        Self::finish(folder, unlocked, (holder, lock), Schema::Current)
    }

    /// Opens the store to look at it: what a crash left half done is told and left as it is.
    pub fn look(folder: &Folder, unlockers: &[Unlocker], holder: &Holder) -> Result<Self> {
        folder.require_store()?;
        let lock = lock::acquire(folder, Sharing::Shared, holder)?;
        let unlocked = slot::unlock(folder, unlockers)?;
        if replace::unfinished(folder, &unlocked.keyring) {
            return Err(Error::failed("a crash cut short what was replacing keys or database")
                .hint("the next command that works in the store finishes or undoes it: `optimactl store check`"));
        }
        Self::finish(folder, unlocked, (holder, lock), Schema::Current)
    }

    /// Opens the store alone: for replacement and what changes keys.
    pub fn open_exclusive(
        folder: &Folder,
        unlockers: &[Unlocker],
        holder: &Holder,
    ) -> Result<Self> {
        folder.require_store()?;
        let lock = lock::acquire(folder, Sharing::Exclusive, holder)?;
        Self::open_under(lock, folder, unlockers, holder)
    }

    /// Opens the store under a lock that is held exclusively already.
    pub fn open_under(
        lock: Lock,
        folder: &Folder,
        unlockers: &[Unlocker],
        holder: &Holder,
    ) -> Result<Self> {
        Self::open_alone(folder, unlockers, (holder, lock), Schema::Current)
    }

    /// Opens the store alone, with any schema that this program knows: for its migration.
    pub fn open_to_migrate(
        folder: &Folder,
        unlockers: &[Unlocker],
        holder: &Holder,
    ) -> Result<Self> {
        folder.require_store()?;
        let lock = lock::acquire(folder, Sharing::Exclusive, holder)?;
        Self::open_alone(folder, unlockers, (holder, lock), Schema::Known)
    }

    fn open_alone(
        folder: &Folder,
        unlockers: &[Unlocker],
        held: (&Holder, Lock),
        schema: Schema,
    ) -> Result<Self> {
        let mut unlocked = slot::unlock(folder, unlockers)?;
        let notes = replace::repair(folder, &mut unlocked.keyring, &unlocked.master)?;
        let mut store = Self::finish(folder, unlocked, held, schema)?;
        store.warnings.extend(notes);
        Ok(store)
    }

    /// Opens a store that is being made, whose master identity is at hand; one that comes out of a backup may
    /// have an older schema.
    pub fn open_with_master(folder: &Folder, master: &Master, holder: &Holder) -> Result<Self> {
        let lock = lock::acquire(folder, Sharing::Exclusive, holder)?;
        let unlocked = slot::with_master(folder, master)?;
        Self::finish(folder, unlocked, (holder, lock), Schema::Known)
    }

    fn finish(
        folder: &Folder,
        unlocked: slot::Unlocked,
        (holder, lock): (&Holder, Lock),
        schema: Schema,
    ) -> Result<Self> {
        let data = unlocked.keyring.data_key()?;
        check_head(folder, data)?;
        let conn = connect_known(&folder.database(), data, holder.wait)?;
        let store = Self {
            folder: folder.clone(),
            keyring: unlocked.keyring,
            master: unlocked.master,
            slot: unlocked.slot,
            warnings: unlocked.oddities,
            holder: holder.clone(),
            schema,
            conn,
            lock,
        };
        match schema {
            Schema::Current => migrate::require_current(&store.conn)?,
            Schema::Known => migrate::require_known(migrate::version(&store.conn)?)?,
        }
        store.require_own()?;
        store.require_wal()?;
        Ok(store)
    }

    /// A replacement that was given up may have left the rollback journal on, in which a reader and a writer
    /// exclude each other.
    fn require_wal(&self) -> Result<()> {
        let mode: String = self
            .conn
            .query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        if mode != "wal" {
            self.conn
                .query_row("PRAGMA journal_mode=WAL", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// The database must be this store's, and the journal must reach as far as it knows.
    fn require_own(&self) -> Result<()> {
        let (canary, id) =
            self.read(|tx| Ok((tx.require_meta("canary")?, tx.require_meta("store_id")?)))?;
        if canary != "optimactl" || id != self.keyring.store_id {
            return Err(Error::integrity(
                "the database does not belong to this keyring",
            ));
        }
        self.require_newest_keyring()?;
        self.require_journal()
    }

    /// Whether a writer applies what a crash left in the journal: not while an older image is made a store of
    /// today, which a restore does with care.
    pub(super) fn settles(&self) -> bool {
        self.schema == Schema::Current
    }

    /// An older keyring that was put back would bring removed unlockers back with it.
    fn require_newest_keyring(&self) -> Result<()> {
        let seen = self.read(|tx| tx.meta(&self.generation_key()))?;
        match seen.and_then(|seen| seen.parse::<u64>().ok()) {
            Some(seen) if seen > self.keyring.generation => Err(Error::integrity(
                "the keyring is older than the one that this store saw last: it was put back",
            )
            .hint("who had an unlocker then may open the store now: compare `optimactl key list` with what you know")),
            _ => Ok(()),
        }
    }

    /// A restored store begins a new epoch, and counts its keyrings anew.
    pub(super) fn generation_key(&self) -> String {
        format!("generation/{}", self.keyring.epoch)
    }

    /// The rights journal, read and verified from its first line to its last.
    pub fn journal(&self) -> Result<Journal> {
        let journal = Journal::open(&self.folder.journal(), &self.keyring)?;
        self.require_journal()?;
        Ok(journal)
    }

    /// A store whose database is staged beside the live one; see [`super::replace`].
    pub(super) fn staged(
        folder: &Folder,
        (unlocked, conn): (slot::Unlocked, Connection),
        (holder, lock): (Holder, Lock),
    ) -> Self {
        Self {
            folder: folder.staged(),
            keyring: unlocked.keyring,
            master: unlocked.master,
            slot: unlocked.slot,
            warnings: vec![],
            schema: Schema::Known,
            holder,
            conn,
            lock,
        }
    }

    /// What opened it and what holds it; the connection is handed over by itself.
    pub(super) fn into_unlocked(self) -> (slot::Unlocked, Connection, (Folder, Holder, Lock)) {
        let unlocked = slot::Unlocked {
            keyring: self.keyring,
            master: self.master,
            slot: self.slot,
            oddities: vec![],
        };
        (unlocked, self.conn, (self.folder, self.holder, self.lock))
    }

    /// A database connection and lock taken apart for the replacement primitive.
    pub(super) fn into_parts(self) -> (Lock, Folder, Keyring, Master, Connection) {
        (self.lock, self.folder, self.keyring, self.master, self.conn)
    }
}

/// Finishes or undoes what a crash left, alone, and says what it did.
fn repair(folder: &Folder, unlockers: &[Unlocker], holder: &Holder) -> Result<Vec<String>> {
    let _lock = lock::acquire(folder, Sharing::Exclusive, holder)?;
    let mut unlocked = slot::unlock(folder, unlockers)?;
    replace::repair(folder, &mut unlocked.keyring, &unlocked.master)
}

/// Opens a database file with its key and every pragma that the store relies on.
pub(super) fn connect(path: &Path, key: &Key, wait: Duration) -> Result<Connection> {
    connect_with(path, &key_text(key), wait)
}

/// The same for a file that the keyring knows. The salt in its first bytes is given with the key: the cipher would
/// draw another one if it could not read them, and write that into the first page.
pub(super) fn connect_known(path: &Path, data: &DataKey, wait: Duration) -> Result<Connection> {
    let salt = data.head.get(..SALT_BYTES).unwrap_or_default();
    let text = Zeroizing::new(format!("{}{}", *key_text(&data.key), HEXLOWER.encode(salt)));
    connect_with(path, &text, wait)
}

/// Makes an empty database file under a key.
pub(super) fn create(path: &Path, key: &Key) -> Result<Connection> {
    super::file::create_new(path).map(drop)?;
    let conn = connect(path, key, Duration::ZERO)?;
    conn.query_row("PRAGMA journal_mode=WAL", [], |_| Ok(()))?;
    Ok(conn)
}

fn connect_with(path: &Path, key: &str, wait: Duration) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that opens connections"
    )]
    let conn = Connection::open_with_flags(path, flags)?;
    set_key(&conn, key)?;
    conn.busy_timeout(wait)?;
    conn.execute_batch(
        "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;
         PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON;",
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Plans do not depend on values: otherwise many a statement that is kept ready would be planned anew at each use.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    super::account::add_functions(&conn)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// The statement is built here and nowhere else, wiped, and never part of an error.
fn set_key(conn: &Connection, key: &str) -> Result<()> {
    let pragma = Zeroizing::new(format!("PRAGMA cipher='aegis'; PRAGMA key='{key}';"));
    conn.execute_batch(&pragma)
        .map_err(|_| Error::integrity("the store's key was not taken"))
}

/// `raw:` and 64 hex digits: a key as it is, without derivation.
pub(super) fn key_text(key: &Key) -> Zeroizing<String> {
    let hex = Zeroizing::new(HEXLOWER.encode(key.expose()));
    Zeroizing::new(format!("raw:{}", *hex))
}

/// A path inside a `file:` URI.
pub(super) fn escaped(path: &Path) -> Result<String> {
    let path = path
        .to_str()
        .ok_or_else(|| Error::usage("the store's path is not UTF-8"))?;
    Ok(path
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02x}"),
        })
        .collect())
}

/// The first bytes of a database file, as long as no connection of this process is open: a plain open and
/// close would drop SQLite's POSIX locks.
pub(super) fn read_head(path: &Path) -> Result<[u8; HEAD_BYTES]> {
    let mut head = [0; HEAD_BYTES];
    File::open(path)
        .and_then(|mut file| file.read_exact(&mut head))
        .map_err(|error| {
            Error::integrity("the database cannot be read")
                .because(error)
                .hint(RESTORE)
        })?;
    Ok(head)
}

/// Bytes 18 and 19 tell the journal mode and change with it; all others are fixed for the file's life.
pub(super) fn same_head(a: &[u8; HEAD_BYTES], b: &[u8; HEAD_BYTES]) -> bool {
    let mode_fits = |head: &[u8; HEAD_BYTES]| matches!(head.get(18..20), Some([1, 1] | [2, 2]));
    let fixed = |head: &[u8; HEAD_BYTES]| {
        let mut fixed = *head;
        for byte in fixed.iter_mut().skip(18).take(2) {
            *byte = 0;
        }
        fixed
    };
    mode_fits(a) && mode_fits(b) && fixed(a) == fixed(b)
}

fn check_head(folder: &Folder, data: &DataKey) -> Result<()> {
    if same_head(&read_head(&folder.database())?, &data.head) {
        return Ok(());
    }
    Err(
        Error::integrity("the database's first bytes are not those that the keyring knows").hint(
            "another file was put in its place, or it was damaged: see `optimactl backup list`",
        ),
    )
}

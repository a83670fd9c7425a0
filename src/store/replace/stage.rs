//! A database that is to take the live one's place, worked in under its own name beside it: built, filled and
//! checked while the live one is as it was. Decides nothing about what goes into it.

use std::path::Path;
use std::time::Duration;

use super::kept::{self, Kept};
use super::{remove_new, require_alone, swap};
use crate::base::clock::{Time, file_text};
use crate::base::error::Result;
use crate::crypto::secret::Key;
use crate::store::folder::Folder;
use crate::store::keyring::{DataKey, HEAD_BYTES};
use crate::store::lock::{self, Holder, Lock, Sharing};
use crate::store::open::{self, Store};
use crate::store::slot::{self, Unlocked, Unlocker};
use crate::store::{file, keyring};

/// A live store that is about to lose its database: its keys and its lock, without a connection.
pub struct Live {
    folder: Folder,
    pub unlocked: Unlocked,
    holder: Holder,
    lock: Lock,
}

impl Live {
    /// Ends the connection of a store that is held alone. Refuses while anybody else is connected.
    pub fn of(store: Store) -> Result<Self> {
        require_alone(store.conn())?;
        let (unlocked, conn, (folder, holder, lock)) = store.into_unlocked();
        drop(conn);
        Ok(Self {
            folder,
            unlocked,
            holder,
            lock,
        })
    }

    /// A store whose keys open and whose database does not.
    pub fn keys_alone(folder: &Folder, unlockers: &[Unlocker], holder: &Holder) -> Result<Self> {
        let lock = lock::acquire(folder, Sharing::Exclusive, holder)?;
        kept::settle(folder)?;
        Ok(Self {
            unlocked: slot::unlock(folder, unlockers)?,
            folder: folder.clone(),
            holder: holder.clone(),
            lock,
        })
    }

    /// A store that has lost its keys, with those that it gets.
    pub fn keyless(folder: &Folder, unlocked: Unlocked, holder: &Holder) -> Result<Self> {
        folder.require_owner()?;
        folder.require_no_links()?;
        let lock = lock::acquire(folder, Sharing::Exclusive, holder)?;
        kept::settle(folder)?;
        Ok(Self {
            unlocked,
            folder: folder.clone(),
            holder: holder.clone(),
            lock,
        })
    }

    pub const fn folder(&self) -> &Folder {
        &self.folder
    }
}

/// Lets `build` write the new database under `key`, and opens it as a store. After a failure nothing of it
/// stays; the live database returns to WAL mode at its next open.
pub fn stage<T>(
    live: Live,
    key: Key,
    now: Time,
    build: impl FnOnce(&Path, &Key) -> Result<T>,
) -> Result<(Store, T)> {
    let new = live.folder.new_database();
    remove_new(&live.folder)?;
    let opened = build(&new, &key).and_then(|built| {
        let conn = open::connect(&new, &key, Duration::ZERO)?;
        // One file, so that one rename moves all of it.
        conn.query_row("PRAGMA journal_mode=DELETE", [], |_| Ok(()))?;
        Ok((built, conn))
    });
    let (answer, conn) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            remove_new(&live.folder)?;
            return Err(error);
        }
    };
    let mut unlocked = live.unlocked;
    unlocked.keyring.pending = Some(DataKey {
        key,
        // Known once the file is closed.
        head: [0; HEAD_BYTES],
        created: now,
    });
    let held = (live.holder, live.lock);
    Ok((Store::staged(&live.folder, (unlocked, conn), held), answer))
}

/// Gives a staged database up.
pub fn give_up(staged: Store) -> Result<()> {
    let (_lock, folder, _, _, conn) = staged.into_parts();
    drop(conn);
    remove_new(&folder)
}

/// The staged database takes the live one's place, which is kept in `replaced-TIME` with the keys that open it.
/// `epoch` is the live one's: until the rename the keyring speaks of it. `undoes`: what is put back by this.
pub fn put_in_place(
    staged: Store,
    epoch: &str,
    now: Time,
    undoes: Option<&Kept>,
) -> Result<(Lock, String)> {
    let (lock, folder, mut keyring, master, conn) = staged.into_parts();
    drop(conn);
    let folder = folder.live();
    let Some(mut data) = keyring.pending.take() else {
        return Err(crate::base::error::Error::bug("nothing is staged"));
    };
    let prepared = (|| {
        let new = folder.new_database();
        let written = std::fs::File::open(&new)
            .map_err(|error| crate::base::error::Error::io("open", &new, &error))?;
        file::sync(&written, &new)?;
        drop(written);
        data.head = open::read_head(&new)?;
        epoch.clone_into(&mut keyring.epoch);
        let sealed = keyring::sealed(&keyring, &master, keyring::Extent::Full)?;
        kept::prepare(&folder, (&keyring, &sealed), &file_text(now), undoes)
    })();
    let name = match prepared {
        Ok(name) => name,
        Err(error) => {
            remove_new(&folder)?;
            kept::settle(&folder)?;
            return Err(error);
        }
    };
    // After the rename the next open finishes what fails here; before it, it undoes.
    swap(&folder, &mut keyring, &master, data)?;
    Ok((lock, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Kind;
    use crate::domain::fixture::{Fixture, holder};

    #[test]
    fn an_idle_connection_is_noticed() {
        let fixture = Fixture::new();
        let store = Store::open_exclusive(&fixture.folder, &fixture.unlockers, &holder()).unwrap();
        // Somebody who knows the key and not the lock.
        let key = &store.keyring.data_key().unwrap().key;
        let idle = open::connect(&fixture.folder.database(), key, Duration::ZERO).unwrap();
        idle.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0))
            .unwrap();
        store.conn().busy_timeout(Duration::ZERO).unwrap();
        let refused = Live::of(store).err().unwrap();
        assert_eq!(refused.kind, Kind::StoreLocked);
        drop(idle);
        fixture.open().store.check_rebuilt().unwrap();
    }

    #[test]
    fn a_copy_that_is_given_up_leaves_nothing() {
        let fixture = Fixture::new();
        let ctx = fixture.open_exclusive();
        let (key, now) = (Key::random(&ctx.random).unwrap(), ctx.now());
        let live = Live::of(ctx.store).unwrap();
        let old = live.folder().database();
        let data = live.unlocked.keyring.data_key().unwrap();
        let conn = open::connect(&old, &data.key, Duration::ZERO).unwrap();
        let build = |path: &Path, key: &Key| super::super::vacuum_into(&conn, path, key);
        let (staged, ()) = stage(live, key, now, build).unwrap();
        assert!(fixture.folder.new_database().exists());
        drop(conn);
        give_up(staged).unwrap();
        assert!(!fixture.folder.new_database().exists());
        fixture.open();
    }
}

//! Databases that a restore replaced: each in a folder of its own inside the store's, with the keyring and the
//! slots that open it, until somebody discards it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDateTime;
use rusqlite::Connection;

use super::{tree_of, vacuum_into};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::secret::Key;
use crate::store::folder::Folder;
use crate::store::keyring::Keyring;
use crate::store::slot::{self, Unlocker};
use crate::store::{check, create, file, open};

const PREFIX: &str = "replaced-";
const PARTIAL: &str = ".partial";
/// What is on its way out: it counts no more, and whoever finds it removes the rest.
const DISCARDED: &str = ".discarded";
/// In what an undo prepares: the name of the folder whose database is put back.
const UNDOES: &str = "undoes";

/// A replaced database that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name of its folder: `replaced-TIME`.
    pub name: String,
    pub replaced: Time,
    pub bytes: u64,
}

impl Kept {
    /// What a person types to name it.
    pub fn time(&self) -> &str {
        self.name.strip_prefix(PREFIX).unwrap_or(&self.name)
    }
}

/// Everything that is kept, newest first.
pub fn list(folder: &Folder) -> Result<Vec<Kept>> {
    let mut found: Vec<Kept> = names(folder)?
        .into_iter()
        .filter_map(|name| {
            let path = folder.path().join(&name);
            let time = name.strip_prefix(PREFIX)?.get(..16)?;
            let replaced = NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%SZ").ok()?;
            Some(Kept {
                bytes: bytes(&path),
                replaced: replaced.and_utc(),
                name,
            })
        })
        .collect();
    found.retain(|kept| !kept.name.ends_with(PARTIAL) && !kept.name.ends_with(DISCARDED));
    // Within one second the later one has the longer name.
    found.sort_by(|a, b| {
        (b.replaced, b.name.len(), &b.name).cmp(&(a.replaced, a.name.len(), &a.name))
    });
    Ok(found)
}

/// Unlockers that open a replaced database and the live store no more, by name.
pub fn former_unlockers(folder: &Folder, kept: &Kept, keyring: &Keyring) -> Vec<String> {
    let inner = Folder::new(folder.path().join(&kept.name));
    let entries = fs::read_dir(inner.slots()).into_iter().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.ends_with(".identity.age"))
        .filter_map(|name| name.strip_suffix(".age").map(str::to_owned))
        .filter(|name| keyring.slots.iter().all(|slot| slot.name != *name))
        .collect();
    names.sort();
    names
}

fn names(folder: &Folder) -> Result<Vec<String>> {
    let path = folder.path();
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
        other => other.map_err(|error| Error::io("list", path, &error))?,
    };
    Ok(entries
        .filter_map(std::result::Result::ok)
        // A link could lead what is removed here elsewhere.
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with(PREFIX))
        .collect())
}

fn bytes(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let lengths = entries.filter_map(|entry| Some(entry.ok()?.metadata().ok()?.len()));
    lengths.sum()
}

/// Puts keyring, slots and a second name of the live database into a folder that is not final yet; answers the
/// name that it will have. What an undo puts back is kept no more once this is.
pub(super) fn prepare(
    folder: &Folder,
    (keyring, sealed): (&Keyring, &[u8]),
    time: &str,
    undoes: Option<&Kept>,
) -> Result<String> {
    let taken = names(folder)?;
    // A clock that was set back must not make this one look older: an undo takes the newest.
    let before = list(folder)?;
    let before = before.first().and_then(|kept| kept.time().get(..16));
    let time = before.map_or(time, |before| before.max(time));
    let name = (1_u32..10_000)
        .map(|n| match n {
            1 => format!("{PREFIX}{time}"),
            n => format!("{PREFIX}{time}-{n}"),
        })
        .find(|name| !taken.contains(name))
        .ok_or_else(|| Error::bug("no name is left"))?;
    let path = folder.path().join(format!("{name}{PARTIAL}"));
    let inner = Folder::new(&path);
    file::make_folder(&inner.slots())?;
    if let Some(back) = undoes {
        file::write_atomic(&path.join(UNDOES), back.name.as_bytes())?;
    }
    file::write_atomic(&inner.keyring(), sealed)?;
    for entry in &keyring.slots {
        for (from, _) in slot::files(folder, entry) {
            // A slot that is missing opens nothing here either.
            let (Ok(slot), Some(name)) = (file::read_regular(&from, 1 << 20), from.file_name())
            else {
                continue;
            };
            file::write_atomic(&inner.slots().join(name), &slot)?;
        }
    }
    // A -wal that could not be folded in holds a part of it.
    for end in ["", "-wal"] {
        let from = file::beside(&folder.database(), end);
        let to = file::beside(&inner.database(), end);
        match fs::hard_link(&from, &to) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::io("link", &from, &error).hint(
                    "the store's file system must know hard links; restore to another with `--to DIR`",
                ));
            }
            _ => {}
        }
    }
    file::sync_folder(&path)?;
    file::sync_folder(folder.path())?;
    Ok(name)
}

pub(super) fn unfinished(folder: &Folder) -> bool {
    let is_left = |name: &String| name.ends_with(PARTIAL) || name.ends_with(DISCARDED);
    names(folder).is_ok_and(|names| names.iter().any(is_left))
}

/// What was found half done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Settled {
    /// What was replaced got its name.
    pub named: bool,
    /// The rest of what was discarded went.
    pub cleared: bool,
}

/// What was prepared gets its name if its database is no longer the live one; else it goes.
pub(super) fn settle(folder: &Folder) -> Result<Settled> {
    let place = |path: &Path| path.metadata().ok().map(|meta| (meta.dev(), meta.ino()));
    let mut settled = Settled::default();
    for name in names(folder)? {
        let path = folder.path().join(&name);
        if name.ends_with(DISCARDED) {
            create::clear(&path)?;
            settled.cleared = true;
        }
        let Some(last) = name.strip_suffix(PARTIAL) else {
            continue;
        };
        let own = place(&Folder::new(&path).database());
        if own.is_some() && own != place(&folder.database()) {
            end_undo(folder, &path)?;
            let to = folder.path().join(last);
            fs::rename(&path, &to).map_err(|error| Error::io("rename", &path, &error))?;
            settled.named = true;
        } else {
            create::clear(&path)?;
        }
        file::sync_folder(folder.path())?;
    }
    Ok(settled)
}

/// What an undo has put back is the live database again, and is kept no more.
fn end_undo(folder: &Folder, prepared: &Path) -> Result<()> {
    let note = prepared.join(UNDOES);
    if !note.exists() {
        return Ok(());
    }
    let name = String::from_utf8(file::read_regular(&note, 256)?.to_vec()).unwrap_or_default();
    if list(folder)?.iter().any(|kept| kept.name == name) {
        discard_named(folder, &name)?;
    }
    file::remove_if_there(&note)?;
    file::sync_folder(prepared)
}

/// A kept database, open to be read.
pub struct Opened {
    conn: Connection,
    /// The tree that it ends with.
    pub size: u64,
    /// The store's name at that time.
    pub name: String,
    /// Size of the file.
    pub bytes: u64,
}

/// Opens what is kept with an unlocker of its time.
pub fn open(folder: &Folder, kept: &Kept, unlockers: &[Unlocker]) -> Result<Opened> {
    let inner = Folder::new(folder.path().join(&kept.name));
    let unlocked = slot::unlock(&inner, unlockers)?;
    let data = unlocked.keyring.data_key()?;
    if !open::same_head(&open::read_head(&inner.database())?, &data.head) {
        return Err(Error::integrity(format!(
            "the database in `{}` is not the one that its keyring knows",
            kept.name
        )));
    }
    let conn = open::connect_known(&inner.database(), data, Duration::ZERO)?;
    check::read_every_page(&conn).map_err(|error| {
        Error::integrity(format!(
            "the database in `{}` is damaged and cannot be put back",
            kept.name
        ))
        .because(error)
        .hint("remove it with `optimactl backup discard-replaced`")
    })?;
    let (size, _) = tree_of(&conn)?;
    Ok(Opened {
        size: u64::try_from(size).unwrap_or(0),
        name: unlocked.keyring.name,
        bytes: kept.bytes,
        conn,
    })
}

impl Opened {
    /// Its log's tree, to be compared with another.
    pub fn frontier(&self) -> Result<Vec<u8>> {
        Ok(tree_of(&self.conn)?.1)
    }

    /// Writes it anew under another key.
    pub fn copy(&self, to: &Path, key: &Key) -> Result<()> {
        vacuum_into(&self.conn, to, key)?;
        file::adopt(to)?;
        let written = fs::File::open(to).map_err(|error| Error::io("open", to, &error))?;
        file::sync(&written, to)?;
        drop(written);
        let copy = open::connect(to, key, Duration::ZERO)?;
        check::read_every_page(&copy)?;
        if tree_of(&copy)? == tree_of(&self.conn)? {
            return Ok(());
        }
        Err(Error::integrity(
            "the copy of the database does not hold the same audit log",
        ))
    }
}

/// Removes what is kept.
pub fn discard(folder: &Folder, kept: &Kept) -> Result<()> {
    discard_named(folder, &kept.name)
}

/// Its name first, so that nobody takes what is left for something that could be put back; then its keyring,
/// without which the rest opens for nobody.
fn discard_named(folder: &Folder, name: &str) -> Result<()> {
    let path = folder.path().join(name);
    let going = folder.path().join(format!("{name}{DISCARDED}"));
    fs::rename(&path, &going).map_err(|error| Error::io("rename", &path, &error))?;
    file::sync_folder(folder.path())?;
    file::remove_if_there(&Folder::new(&going).keyring())?;
    file::sync_folder(&going)?;
    create::clear(&going)?;
    file::sync_folder(folder.path())
}

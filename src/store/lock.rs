//! Who may touch the store now: an advisory lock on a file that is never replaced, and a note of each holder
//! for the one who has to wait.

use std::fs::{self, File, TryLockError};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::file;
use super::folder::Folder;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};

/// Shared while a command works; exclusive for replacement, repair and migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    Shared,
    Exclusive,
}

/// What a holder tells those who wait.
#[derive(Clone, Debug)]
pub struct Holder {
    pub command: String,
    pub since: Time,
    /// How long to wait for others.
    pub wait: Duration,
}

/// A held lock; dropping it lets go.
pub struct Lock {
    file: File,
    note: PathBuf,
}

/// Takes the lock, waiting up to `holder.wait`; then fails with 11 and names who holds it.
pub fn acquire(folder: &Folder, sharing: Sharing, holder: &Holder) -> Result<Lock> {
    let path = folder.lock();
    let mut file = file::open_lock(&path)?;
    let patience = Instant::now();
    let mut wish = None;
    loop {
        let tried = match sharing {
            Sharing::Shared => file.try_lock_shared(),
            Sharing::Exclusive => file.try_lock(),
        };
        match tried {
            Ok(()) if file::is_at(&file, &path) => break,
            // A construction that was given up took its lock file with it.
            Ok(()) => file = file::open_lock(&path)?,
            Err(TryLockError::WouldBlock) if patience.elapsed() < holder.wait => {
                if sharing == Sharing::Exclusive && wish.is_none() {
                    wish = announce(folder);
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => return Err(locked(folder)),
            Err(TryLockError::Error(error)) => return Err(Error::io("lock", &path, &error)),
        }
    }
    let note = write_note(folder, sharing, holder);
    Ok(Lock { file, note })
}

/// Says that somebody waits to be alone: a lock on the folder of the notes, which the kernel takes back whatever
/// becomes of this process. Only long-lived commands look at it; a second one who waits need not say it again.
fn announce(folder: &Folder) -> Option<File> {
    let notes = File::open(folder.holders()).ok()?;
    notes.try_lock().ok()?;
    Some(notes)
}

/// Whether somebody waits to be alone with the store: a long-lived command lets go then.
pub fn is_awaited(folder: &Folder) -> bool {
    let notes = File::open(folder.holders());
    notes.is_ok_and(|notes| matches!(notes.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

impl Drop for Lock {
    fn drop(&mut self) {
        fs::remove_file(&self.note).ok();
        self.file.unlock().ok();
    }
}

/// Notes are help for people; the lock itself is the kernel's. So one that cannot be written (a full disk, two
/// threads of one process) is passed over.
fn write_note(folder: &Folder, sharing: Sharing, holder: &Holder) -> PathBuf {
    let note = folder.holders().join(std::process::id().to_string());
    let text = format!(
        "{}\t{sharing:?}\t{}\n",
        seconds_text(holder.since),
        holder.command
    );
    file::make_folder(&folder.holders())
        .and_then(|()| file::remove_if_there(&note))
        .and_then(|()| file::create_new(&note))
        .map(|mut target| std::io::Write::write_all(&mut target, text.as_bytes()))
        .ok();
    note
}

fn locked(folder: &Folder) -> Error {
    let mut error = Error::new(Kind::StoreLocked, "another process holds the store")
        .hint("wait longer with `--wait 5m`, or let that process finish");
    for (pid, note) in living_holders(folder) {
        error = error.detail(format!(
            "pid {pid}: {}",
            crate::base::text::safe(note.trim_end())
        ));
    }
    error
}

/// The notes of processes that still run; those of dead ones are swept away.
fn living_holders(folder: &Folder) -> Vec<(u32, String)> {
    let Ok(entries) = fs::read_dir(folder.holders()) else {
        return vec![];
    };
    let mut living = vec![];
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let pid = path
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.parse().ok());
        let Some(pid) = pid else { continue };
        if PathBuf::from(format!("/proc/{pid}")).exists() {
            living.push((
                pid,
                fs::read_to_string(&path)
                    .unwrap_or_default()
                    .replace('\t', " "),
            ));
        } else {
            fs::remove_file(&path).ok();
        }
    }
    living.sort_unstable();
    living
}

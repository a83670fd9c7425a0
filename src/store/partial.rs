//! A file on its way: written under a name that no other run has, and renamed when it is whole. Never touches what
//! another living run writes.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::file::{self, Existing};
use crate::base::error::{Error, Kind, Result};

/// Names are tried until one is free: two machines or containers may share a folder and a process number.
const TRIES: u32 = 100;

/// A file beside its place. Dropped without [`Partial::place`], it goes away.
#[derive(Debug)]
pub struct Partial {
    at: PathBuf,
    to: PathBuf,
    /// Shares the lock of the file that is written: it says that its maker lives, and ends with it.
    held: File,
}

impl Partial {
    /// Creates `to.PROCESS.NUMBER.partial` with mode 0600. What dead runs left beside `to` goes away.
    pub fn create(to: &Path) -> Result<(Self, File)> {
        sweep(to);
        let failed = |error: &io::Error| Error::io("create", to, error);
        for _ in 0..TRIES {
            let at = file::beside(to, &unique());
            let file = match fresh(&at) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                other => other.map_err(|error| failed(&error))?,
            };
            // A file system without locks keeps leftovers: nobody can tell there that their maker is dead.
            if matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock))
                || !file::is_at(&file, &at)
            {
                continue;
            }
            file::adopt_file(&file, &at)?;
            let held = file.try_clone().map_err(|error| failed(&error))?;
            let to = to.to_owned();
            return Ok((Self { at, to, held }, file));
        }
        Err(
            Error::conflict(format!("no free name is left beside `{}`", to.display()))
                .hint("remove the files in its folder whose names end with `.partial`"),
        )
    }

    /// Renames into place. With [`Existing::Refuse`] a file that was made meanwhile is never replaced.
    pub fn place(self, existing: Existing) -> Result<()> {
        if !file::is_at(&self.held, &self.at) {
            return Err(Error::conflict(format!(
                "`{}` was removed while it was written",
                self.at.display()
            ))
            .hint("nothing was replaced: run it again"));
        }
        match existing {
            Existing::Refuse => {
                file::rename_new(&self.at, &self.to).map_err(|error| match error.kind {
                    Kind::Conflict => taken(&self.to),
                    _ => error,
                })
            }
            Existing::Replace => fs::rename(&self.at, &self.to)
                .map_err(|error| Error::io("rename", &self.at, &error))
                .and_then(|()| file::sync_parent(&self.to)),
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // Once it is placed, or if somebody took its name, nothing here is ours.
        if file::is_at(&self.held, &self.at) {
            fs::remove_file(&self.at).ok();
        }
    }
}

/// That a file is there already, and how to say that it may go.
pub(super) fn taken(path: &Path) -> Error {
    Error::conflict(format!("`{}` already exists", path.display()))
        .hint("choose another name, or replace it with `--overwrite`")
}

fn unique() -> String {
    static MADE: AtomicU64 = AtomicU64::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    format!(".{}.{number}.partial", std::process::id())
}

fn fresh(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).read(true).create_new(true).mode(0o600);
    options.open(path)
}

/// Removes what runs that were killed left beside `to`. Only a file that has such a name and whose lock is free:
/// a living maker holds it, in whatever container it lives.
fn sweep(to: &Path) {
    let Some(name) = to.file_name().and_then(|name| name.to_str()) else {
        return;
    };
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let found = entry.file_name();
        if found.to_str().is_some_and(|found| is_of(found, name)) {
            remove_dead(&entry.path());
        }
    }
}

/// Whether this is `NAME.PROCESS.NUMBER.partial`.
fn is_of(found: &str, name: &str) -> bool {
    let Some(numbers) = found
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('.'))
        .and_then(|rest| rest.strip_suffix(".partial"))
    else {
        return false;
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers
        .split_once('.')
        .is_some_and(|(process, number)| is_number(process) && is_number(number))
}

fn remove_dead(path: &Path) {
    let Ok(left) = file::open_regular(OpenOptions::new().read(true), path) else {
        return;
    };
    if left.try_lock().is_ok() && file::is_at(&left, path) {
        fs::remove_file(path).ok();
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn two_runs_with_one_output_never_meet() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out");
        let (first, mut one) = Partial::create(&to).unwrap();
        let (second, mut other) = Partial::create(&to).unwrap();
        one.write_all(b"one").unwrap();
        other.write_all(b"oth").unwrap();
        assert_eq!(names(folder.path()).len(), 2);
        first.place(Existing::Replace).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"one");
        drop(second);
        assert_eq!(names(folder.path()), ["out"]);
        assert_eq!(fs::read(&to).unwrap(), b"one");
    }

    #[test]
    fn a_file_made_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out");
        let (partial, _file) = Partial::create(&to).unwrap();
        fs::write(&to, "precious").unwrap();
        let error = partial.place(Existing::Refuse).unwrap_err();
        assert_eq!(error.kind, Kind::Conflict);
        assert_eq!(fs::read(&to).unwrap(), b"precious");
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[test]
    fn only_what_a_dead_run_left_goes_away() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out");
        let beside = |name: &str| folder.path().join(name);
        for name in [
            "out.1.2.partial",
            "out.partial",
            "out.a.2.partial",
            "other.1.2.partial",
        ] {
            fs::write(beside(name), "x").unwrap();
        }
        let living = fresh(&beside("out.3.4.partial")).unwrap();
        living.try_lock().unwrap();
        drop(Partial::create(&to).unwrap());
        assert_eq!(
            names(folder.path()),
            [
                "other.1.2.partial",
                "out.3.4.partial",
                "out.a.2.partial",
                "out.partial"
            ]
        );
    }

    #[test]
    fn a_name_that_somebody_else_took_is_neither_placed_nor_removed() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out");
        let (partial, _file) = Partial::create(&to).unwrap();
        fs::remove_file(&partial.at).unwrap();
        fs::write(&partial.at, "another's").unwrap();
        let at = partial.at.clone();
        assert_eq!(
            partial.place(Existing::Replace).unwrap_err().kind,
            Kind::Conflict
        );
        assert_eq!(fs::read(at).unwrap(), b"another's");
        assert!(!to.exists());
    }
}

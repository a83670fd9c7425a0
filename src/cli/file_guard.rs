//! Which files this program trusts: configuration, hooks, identities, passphrases. Looks at owner and mode;
//! decides nothing about their content.

use std::fs::{File, Metadata};
use std::io::Read;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};

const OTHERS_WRITE: u32 = 0o022;
const OTHERS_ANY: u32 = 0o077;

/// Refuses a file that somebody else could change: it and its folder belong to root or to the effective user
/// and are writable by nobody else.
pub(crate) fn unchangeable_by_others(path: &Path) -> Result<()> {
    // A link is no better than the place that it leads to.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // Everybody may write there, and nothing of it stays: `--config /dev/null` is no configuration.
    let meta = metadata(path)?;
    if path == Path::new("/dev/null") && meta.file_type().is_char_device() {
        return Ok(());
    }
    owned_and_unwritable(path, &meta)?;
    let folder = folder_of(path);
    owned_and_unwritable(&folder, &metadata(&folder)?)
}

/// Refuses a secret file that somebody else could read or change.
pub(crate) fn secret(path: &Path) -> Result<()> {
    let meta = metadata(path)?;
    // A pipe or descriptor (`/dev/fd/3`) has no mode worth a look.
    if !meta.is_file() {
        return Ok(());
    }
    unchangeable_by_others(path)?;
    unreadable_by_others(path, &meta)
}

/// The weaker rule for a password somebody hands over once: private, wherever it lies.
pub(crate) fn private(path: &Path) -> Result<()> {
    let meta = metadata(path)?;
    if meta.is_file() {
        unreadable_by_others(path, &meta)
    } else {
        Ok(())
    }
}

fn unreadable_by_others(path: &Path, meta: &Metadata) -> Result<()> {
    if meta.mode() & OTHERS_ANY == 0 {
        return Ok(());
    }
    let shown = path.display();
    Err(Error::refused(format!("others can read `{shown}`"))
        .hint(format!("run `chmod 600 {shown}`")))
}

fn owned_and_unwritable(path: &Path, meta: &Metadata) -> Result<()> {
    let shown = path.display();
    let own = rustix::process::geteuid().as_raw();
    if meta.uid() != 0 && meta.uid() != own {
        return Err(Error::refused(format!(
            "`{shown}` belongs to somebody else (uid {})",
            meta.uid()
        ))
        .hint(format!("run `chown {own} {shown}`")));
    }
    if meta.mode() & OTHERS_WRITE != 0 {
        return Err(Error::refused(format!("others can change `{shown}`"))
            .hint(format!("run `chmod go-w {shown}`")));
    }
    Ok(())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn metadata(path: &Path) -> Result<Metadata> {
    std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::not_found(format!("there is no file `{}`", path.display()))
        }
        _ => Error::io("look at", path, &error),
    })
}

/// Reads a text of at most `limit` bytes from a file.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<Zeroizing<String>> {
    let file = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    bounded(file, limit, &format!("`{}`", path.display()))
}

/// Reads at most `limit` bytes from a file, whatever they are.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    let file = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    let room = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room.saturating_add(1)));
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io("read", path, &error))?;
    if bytes.len() > room {
        let shown = path.display();
        return Err(Error::usage(format!(
            "`{shown}` is longer than {limit} bytes"
        )));
    }
    Ok(bytes)
}

/// The same for files that may be large: room is made as it is needed, and no more than that.
pub(crate) fn bounded_growing(
    from: impl Read,
    limit: u64,
    name: &str,
) -> Result<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(vec![]);
    from.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::failed(format!("cannot read {name}")).because(error))?;
    text_of(&bytes, limit, name)
}

/// Reads a text of at most `limit` bytes; `name` says from where. NUL and invalid UTF-8 are refused. The
/// buffer is as large as it can get from the start, so that no copy of a secret stays behind.
pub(crate) fn bounded(from: impl Read, limit: u64, name: &str) -> Result<Zeroizing<String>> {
    let room = usize::try_from(limit)
        .unwrap_or(usize::MAX)
        .saturating_add(1);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    from.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::failed(format!("cannot read {name}")).because(error))?;
    text_of(&bytes, limit, name)
}

fn text_of(bytes: &[u8], limit: u64, name: &str) -> Result<Zeroizing<String>> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(Error::usage(format!("{name} is longer than {limit} bytes")));
    }
    if bytes.contains(&0) {
        return Err(Error::usage(format!("{name} contains a NUL byte")));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Error::usage(format!("{name} is not UTF-8 text"))),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::base::error::Kind;

    fn refused(text: &[u8], limit: u64) -> Option<Kind> {
        bounded(text, limit, "it").err().map(|error| error.kind)
    }

    #[test]
    fn texts_are_bounded_and_clean() {
        assert_eq!(refused(b"1234", 4), None);
        assert_eq!(refused(b"12345", 4), Some(Kind::Usage));
        assert_eq!(refused(b"1\x002", 4), Some(Kind::Usage));
        assert_eq!(refused(b"\xff", 4), Some(Kind::Usage));
    }

    #[test]
    fn nothing_in_dev_null_can_be_changed() {
        unchangeable_by_others(Path::new("/dev/null")).unwrap();
        assert!(unchangeable_by_others(Path::new("/dev/zero")).is_err());
    }

    #[test]
    fn a_secret_that_others_can_read_is_refused_with_the_chmod() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        assert_eq!(private(&path).unwrap_err().kind, Kind::NotFound);
        std::fs::OpenOptions::new()
            .create_new(true)
            .write(true)
            .open(&path)
            .unwrap();
        let mode = |mode| {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        mode(0o640);
        let error = secret(&path).unwrap_err();
        assert_eq!(error.kind, Kind::Refused);
        assert!(error.hint.is_some_and(|hint| hint.contains("chmod 600")));
        mode(0o600);
        assert!(secret(&path).is_ok());
    }
}

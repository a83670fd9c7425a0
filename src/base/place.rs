//! A place where backups lie: named files that are written once and read as streams. Folders, buckets and folders
//! of another machine are places; what the files mean is not known here.

use std::io::{Read, Write};
use std::ops::Range;

use super::clock::Time;
use super::error::{Error, Result};

/// A file at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub bytes: u64,
}

/// Names are relative to the place, with `/` between folders (`recovery/keyring-3.age`) and never `..`. Whatever
/// lies there may have been written by somebody else: nothing that is read is trusted.
pub trait Place: Send + Sync {
    /// How the catalog and people know it: an absolute path, `s3://BUCKET/PREFIX`, `sftp://USER@HOST/PATH`.
    fn name(&self) -> &str;

    /// The files right in `folder` (empty for the place itself), sorted by name; none when the folder is not there.
    /// A listing that was cut short is an error, never a shorter list.
    fn list(&self, folder: &str) -> Result<Vec<Entry>>;

    /// Reads one file from its beginning; a missing one is [`Kind::NotFound`](super::error::Kind::NotFound).
    fn open(&self, name: &str) -> Result<Box<dyn Read + Send>>;

    /// Begins a new file. Until it is published it does not count, and dropped before that it goes away.
    fn create(&self, name: &str) -> Result<Box<dyn Upload>>;

    /// Removes a file; that it is not there is fine. A place that only takes files refuses
    /// ([`Kind::Refused`](super::error::Kind::Refused)).
    fn remove(&self, name: &str) -> Result<()>;

    /// Whether it only takes files: what lies there is neither removed nor renamed.
    fn is_append_only(&self) -> bool {
        false
    }

    /// Until when the place itself refuses to remove a file, where it tells.
    fn locked_until(&self, _name: &str) -> Result<Option<Time>> {
        Ok(None)
    }

    /// Gives a file another name, never in the place of one that is there.
    fn rename(&self, from: &str, to: &str) -> Result<()>;

    /// Bytes that may still be written, where the place can tell.
    fn free(&self) -> Result<Option<u64>>;
}

/// A file that is being written.
pub trait Upload: Write + Send {
    /// Everything written so far is there for good, and [`reopen`](Self::reopen) reads it back.
    fn seal(&mut self) -> Result<()>;

    /// Reads what was sealed from where it lies, not from memory.
    fn reopen(&self) -> Result<Box<dyn Read + Send>>;

    /// Reads it while it is still being written; none where only what was sealed can be read.
    fn follow(&self) -> Result<Option<Box<dyn Behind>>> {
        Ok(None)
    }

    /// Gives it its name. One that is there already is [`Kind::Conflict`](super::error::Kind::Conflict).
    fn publish(self: Box<Self>) -> Result<()>;
}

/// Reads a file behind the one who writes it.
pub trait Behind: Read + Send {
    /// What was written there, up to whole mebibytes or to its end, is read from where it lies, not from memory.
    fn settle(&mut self, bytes: &Range<u64>) -> Result<()>;
}

/// Reads a small file whole; a larger one than `limit` bytes is damage.
pub fn read(place: &dyn Place, name: &str, limit: u64) -> Result<zeroize::Zeroizing<Vec<u8>>> {
    let mut bytes = zeroize::Zeroizing::new(vec![]);
    let read = place
        .open(name)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes);
    read.map_err(|error| cut(place, name, error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(Error::integrity(format!(
            "`{}` at `{}` is larger than it can be",
            name,
            place.name()
        )));
    }
    Ok(bytes)
}

/// Writes a small file whole and gives it its name.
pub fn write_new(place: &dyn Place, name: &str, bytes: &[u8]) -> Result<()> {
    let mut upload = place.create(name)?;
    upload
        .write_all(bytes)
        .map_err(|error| cut(place, name, error))?;
    upload.seal()?;
    upload.publish()
}

/// A stream from or to a file of a place that broke off.
pub fn cut(place: &dyn Place, name: &str, error: std::io::Error) -> Error {
    Error::stream(
        format!("cannot transfer `{name}` at `{}`", place.name()),
        error,
    )
}

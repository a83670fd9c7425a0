//! Lists of leaked passwords: files outside the store, and the rows that say which are in use. Read only; nothing
//! of a password leaves this room.

mod build;
mod line;
mod look;
mod plain;
mod ranges;
mod rows;
mod scan;
mod sorted;
#[cfg(test)]
mod speed_tests;
#[cfg(test)]
mod tests;

pub use build::{Built, build};
pub use look::kind_of;
pub use rows::CorpusRow;
pub use scan::{Scanned, scan};

use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use crate::base::error::{Error, Result};
use crate::crypto::leaked::Fingerprint;

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One file of `SHA1:COUNT`, in order.
    Sorted,
    /// A folder of files `00000` to `FFFFF`.
    Ranges,
    /// Passwords as they are; a short list.
    Plain,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sorted => "sorted",
            Self::Ranges => "ranges",
            Self::Plain => "plain",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Sorted, Self::Ranges, Self::Plain]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

/// How large a list is and when it was last written: another value means another content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub bytes: u64,
    /// Microseconds since 1970.
    pub changed: i64,
}

/// The mode bits that let others write.
const OTHERS_WRITE: u32 = 0o022;

/// Opens a file of a list. What took its place since it was added must not make sign-ins wait: a pipe without a
/// writer does not block, and only a file is read.
fn open(path: &Path) -> Result<File> {
    let flags = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    let opened = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let file = opened.map_err(|error| Error::io("open", path, &error))?;
    let meta = file
        .metadata()
        .map_err(|error| Error::io("look at", path, &error))?;
    if !meta.is_file() {
        return Err(Error::failed(format!("`{}` is no file", path.display())));
    }
    // Whoever can change a list can let leaked passwords through, or have good ones refused.
    if meta.mode() & OTHERS_WRITE != 0 {
        return Err(
            Error::refused(format!("others can change `{}`", path.display()))
                .hint("take the right from them: `chmod go-w FILE`"),
        );
    }
    Ok(file)
}

/// Reads a short file whole; none: it is longer than that.
fn read_whole(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    let mut bytes = vec![];
    open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io("read", path, &error))?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= most);
    Ok(fits.then_some(bytes))
}

/// How often a list says that `password` was seen; 0 = it is not there.
pub fn times(path: &Path, kind: Kind, password: &str) -> Result<u64> {
    match kind {
        Kind::Plain => plain::times(path, password),
        _ => fingerprint_times(path, kind, &Fingerprint::of(password)),
    }
}

fn fingerprint_times(path: &Path, kind: Kind, print: &Fingerprint) -> Result<u64> {
    match kind {
        Kind::Sorted => sorted::Sorted::open(path)?.times(print.digits()),
        Kind::Ranges => ranges::times(path, print.digits()),
        Kind::Plain => Ok(0),
    }
}

/// Whether a list can be trusted: samples of it are sound, and it knows the password that every list knows. A
/// plain list may be an organization's own and need not know it.
pub fn self_test(path: &Path, kind: Kind) -> Result<()> {
    look::sample(path, kind)?;
    if kind != Kind::Plain && fingerprint_times(path, kind, &Fingerprint::known())? == 0 {
        return Err(Error::refused(
            "the self-test failed: the fingerprint of \"password\" is not in it",
        )
        .hint("use a list that is complete, or make one with `optimactl password corpus build`"));
    }
    Ok(())
}

/// The stamp of a list. Of a folder: its own and that of the file that the self-test reads.
pub fn stamp(path: &Path, kind: Kind) -> Result<Stamp> {
    let look =
        |path: &Path| std::fs::metadata(path).map_err(|error| Error::io("look at", path, &error));
    let micros = |meta: &std::fs::Metadata| {
        meta.mtime()
            .saturating_mul(1_000_000)
            .saturating_add(meta.mtime_nsec() / 1000)
    };
    let own = look(path)?;
    if kind != Kind::Ranges {
        return Ok(Stamp {
            bytes: own.len(),
            changed: micros(&own),
        });
    }
    let known = Fingerprint::known();
    let range = known.digits().get(..5).unwrap_or_default();
    let file = look(&ranges::file_of(path, range)?)?;
    Ok(Stamp {
        bytes: file.len(),
        changed: micros(&own).max(micros(&file)),
    })
}

//! Where backups can go: what was configured about a place, read into its kind and opened. Which files lie there is
//! not known here.

pub mod check;
mod url;

use std::io::Read;
use std::path::PathBuf;

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::place::{Entry, Place, Upload};
use crate::remote::s3::{self, Bucket};
use crate::remote::sftp::{self, Remote};
use crate::store::backup::Local;

pub use url::Url;

/// A place as it was configured. It may hold the key to it.
pub struct PlaceSpec {
    pub at: At,
    /// Nothing is ever removed or renamed there.
    pub append_only: bool,
}

pub enum At {
    /// A folder of this machine; absolute.
    Folder(PathBuf),
    S3 {
        bucket: String,
        prefix: String,
        access: Box<s3::Access>,
        lock: Option<s3::Lock>,
    },
    Sftp {
        access: sftp::Access,
        path: String,
    },
}

impl At {
    /// As people and the catalog know it.
    pub fn name(&self) -> String {
        match self {
            Self::Folder(path) => path.display().to_string(),
            Self::S3 { bucket, prefix, .. } => Url::S3 {
                bucket: bucket.clone(),
                prefix: prefix.clone(),
            }
            .to_string(),
            Self::Sftp { access, path } => Url::Sftp {
                user: access.user.clone(),
                host: access.host.clone(),
                port: access.port,
                path: path.clone(),
            }
            .to_string(),
        }
    }

    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Folder(_) => "folder",
            Self::S3 { .. } => "s3",
            Self::Sftp { .. } => "sftp",
        }
    }

    /// What its files are locked with.
    pub const fn lock(&self) -> Option<s3::Lock> {
        match self {
            Self::S3 { lock, .. } => *lock,
            _ => None,
        }
    }
}

/// A place that was reached.
enum Opened {
    Folder(Local),
    S3(Bucket),
    Sftp(Remote),
}

impl Opened {
    fn new(at: At) -> Result<Self> {
        let name = at.name();
        Ok(match at {
            At::Folder(path) => Self::Folder(Local::at(&path)?),
            At::S3 {
                bucket,
                prefix,
                access,
                lock,
            } => Self::S3(Bucket::new(&bucket, &prefix, *access, lock)?),
            At::Sftp { access, path } => Self::Sftp(Remote::connect(&access, &path, name)?),
        })
    }

    fn place(&self) -> &dyn Place {
        match self {
            Self::Folder(local) => local,
            Self::S3(bucket) => bucket,
            Self::Sftp(remote) => remote,
        }
    }
}

/// Opens a place: a folder is looked at, SFTP connects, object storage is asked at the first file.
pub fn open(spec: PlaceSpec) -> Result<Box<dyn Place>> {
    let place: Box<dyn Place> = match Opened::new(spec.at)? {
        Opened::Folder(local) => Box::new(local),
        Opened::S3(bucket) => Box::new(bucket),
        Opened::Sftp(remote) => Box::new(remote),
    };
    if spec.append_only {
        return Ok(keeping(place));
    }
    Ok(place)
}

/// The same place, of which nothing is removed.
pub fn keeping(place: Box<dyn Place>) -> Box<dyn Place> {
    Box::new(AppendOnly(place))
}

/// A place that only takes files: what is there stays, whoever asks.
struct AppendOnly(Box<dyn Place>);

impl AppendOnly {
    fn refused(&self, name: &str) -> Error {
        Error::refused(format!("`{name}` stays at `{}`", self.name()))
            .because("the target is `append_only`: nothing is removed or renamed there")
    }
}

impl Place for AppendOnly {
    fn name(&self) -> &str {
        self.0.name()
    }

    fn list(&self, folder: &str) -> Result<Vec<Entry>> {
        self.0.list(folder)
    }

    fn open(&self, name: &str) -> Result<Box<dyn Read + Send>> {
        self.0.open(name)
    }

    fn create(&self, name: &str) -> Result<Box<dyn Upload>> {
        self.0.create(name)
    }

    fn is_append_only(&self) -> bool {
        true
    }

    fn locked_until(&self, name: &str) -> Result<Option<Time>> {
        self.0.locked_until(name)
    }

    fn remove(&self, name: &str) -> Result<()> {
        Err(self.refused(name))
    }

    fn rename(&self, from: &str, _: &str) -> Result<()> {
        Err(self.refused(from))
    }

    fn free(&self) -> Result<Option<u64>> {
        self.0.free()
    }
}

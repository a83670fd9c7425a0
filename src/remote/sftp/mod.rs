//! A place in a folder of another machine, through the system's `ssh` and its SFTP subsystem: files are written
//! beside their name, made durable, and take the name only when nobody has it.

mod folder;
pub mod packet;
mod session;
mod stream;

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::clock::Clock;
use crate::base::error::{Error, Result};
use crate::base::place::{Entry, Place, Upload};
use crate::crypto::random::Random;

use folder::{FSYNC, Folder};
use packet::{Answer, Request, strange};
use session::Session;
pub use session::{Access, SILENCE};
use stream::SftpUpload;

const PARTIAL: &str = ".partial";
/// A partial file that nobody has touched for this long is what a dead run left.
const STALE_SECONDS: i64 = 24 * 60 * 60;

pub struct Remote {
    folder: Arc<Folder>,
    swept: AtomicBool,
}

impl Remote {
    /// Connects. `path` is absolute, or relative to the account's home.
    pub fn connect(access: &Access, path: &str, name: String) -> Result<Self> {
        let session = Session::open(access, &name)?;
        let folder = Folder {
            session,
            name,
            path: path.to_owned(),
        };
        Ok(Self {
            folder: Arc::new(folder),
            swept: AtomicBool::new(false),
        })
    }

    /// Whether the server can be told to bring a file to the disk.
    pub fn is_durable(&self) -> bool {
        self.folder.session.can(FSYNC)
    }

    /// Whether the server itself refuses another file in the place of this one.
    pub fn keeps(&self, name: &str) -> Result<bool> {
        let other = format!("{name}.other{PARTIAL}");
        let open = Request::new(packet::OPEN)
            .text(&self.folder.at(&other))
            .number(packet::WRITE_NEW)
            .mode(0o600);
        let handle = self.folder.handle("write", &other, &open)?;
        self.folder.close(&handle)?;
        let rename = Request::new(packet::RENAME)
            .text(&self.folder.at(&other))
            .text(&self.folder.at(name));
        let answer = self.folder.session.ask(&rename)?;
        self.folder.remove(&other)?;
        Ok(!matches!(
            answer,
            Answer::Status {
                code: packet::OK,
                ..
            }
        ))
    }

    /// Removes what dead runs left in a folder; that it does not work stops no backup.
    fn sweep(&self, folder: &str) -> Result<()> {
        let now = Clock::machine().now().timestamp();
        for (name, attributes) in self.folder.entries(folder)? {
            let stale = attributes
                .modified
                .is_some_and(|at| i64::from(at) < now - STALE_SECONDS);
            if name.ends_with(PARTIAL) && stale {
                let slash = if folder.is_empty() { "" } else { "/" };
                self.folder.remove(&format!("{folder}{slash}{name}"))?;
            }
        }
        Ok(())
    }
}

impl Place for Remote {
    fn name(&self) -> &str {
        &self.folder.name
    }

    fn list(&self, folder: &str) -> Result<Vec<Entry>> {
        let mut found = vec![];
        for (name, attributes) in self.folder.entries(folder)? {
            if name.ends_with(PARTIAL) || !attributes.is_file() {
                continue;
            }
            let bytes = attributes
                .bytes
                .ok_or_else(|| strange("a file without its length"))?;
            found.push(Entry { name, bytes });
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn open(&self, name: &str) -> Result<Box<dyn Read + Send>> {
        Ok(Box::new(Folder::read(&self.folder, name)?))
    }

    fn create(&self, name: &str) -> Result<Box<dyn Upload>> {
        let inner = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        if !self.swept.swap(true, Ordering::Relaxed) {
            self.sweep(inner).ok();
        }
        self.folder.make_folders(name)?;
        if self.folder.about(name)?.is_some() {
            return Err(Error::conflict(format!(
                "there is a `{name}` at `{}` already",
                self.name()
            )));
        }
        let partial = format!("{name}.{}{PARTIAL}", Random::system().id("w")?);
        let open = Request::new(packet::OPEN)
            .text(&self.folder.at(&partial))
            .number(packet::WRITE_NEW)
            .mode(0o600);
        let handle = match self.folder.session.ask(&open)? {
            Answer::Handle(handle) => handle,
            other => return Err(self.folder.not_written(name, other)),
        };
        Ok(Box::new(SftpUpload::new(
            Arc::clone(&self.folder),
            name,
            partial,
            handle,
        )))
    }

    fn remove(&self, name: &str) -> Result<()> {
        self.folder.remove(name)
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        self.folder.make_folders(to)?;
        self.folder.rename_new(from, to)
    }

    fn free(&self) -> Result<Option<u64>> {
        self.folder.free()
    }
}

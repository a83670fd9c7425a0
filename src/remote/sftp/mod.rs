//! A place in a folder of another machine, through the system's `ssh` and its SFTP subsystem: files are written
//! beside their name, made durable, and take the name only when nobody has it.

pub mod packet;
mod session;
mod stream;

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::clock::Clock;
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{Entry, Place, Upload};
use crate::crypto::random::Random;
use crate::remote::quoted;

use packet::{Answer, Attributes, Named, Request, strange};
pub use session::Access;
use session::Session;
use stream::{Download, SftpUpload};

const PARTIAL: &str = ".partial";
/// A partial file that nobody has touched for this long is what a dead run left.
const STALE_SECONDS: i64 = 24 * 60 * 60;
/// No folder of backups holds more.
const ENTRIES: usize = 200_000;
const FSYNC: &str = "fsync@openssh.com";
const STATVFS: &str = "statvfs@openssh.com";
/// Less than this is a full disk.
const NOTHING_LEFT: u64 = 1 << 20;

/// A folder behind one connection.
struct Folder {
    session: Session,
    name: String,
    path: String,
}

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

impl Folder {
    fn at(&self, name: &str) -> Vec<u8> {
        let slash = if name.is_empty() || self.path.ends_with('/') {
            ""
        } else {
            "/"
        };
        format!("{}{slash}{name}", self.path).into_bytes()
    }

    /// What an answer that is no success means.
    fn failure(&self, verb: &str, name: &str, answer: Answer) -> Error {
        let Answer::Status { code, message } = answer else {
            return strange("an answer of another kind");
        };
        let name = quoted(name);
        match code {
            packet::NO_SUCH_FILE => {
                Error::not_found(format!("there is no `{name}` at `{}`", self.name))
            }
            packet::DENIED => Error::new(
                Kind::Remote,
                format!("`{}` does not let this account {verb} `{name}`", self.name),
            )
            .because(message),
            code => Error::new(
                Kind::Remote,
                format!("`{}` cannot {verb} `{name}`", self.name),
            )
            .because(format!("status {code}, {message}")),
        }
    }

    /// The protocol has no word for a full disk.
    fn not_written(&self, name: &str, answer: Answer) -> Error {
        let failure = self.failure("write", name, answer);
        match self.free() {
            Ok(Some(free)) if free < NOTHING_LEFT => Error {
                kind: Kind::NoSpace,
                ..failure
            }
            .because("its disk is full")
            .hint("free space there and run it again"),
            _ => failure,
        }
    }

    fn done(&self, verb: &str, name: &str, request: &Request) -> Result<()> {
        match self.session.ask(request)? {
            Answer::Status {
                code: packet::OK, ..
            } => Ok(()),
            other => Err(self.failure(verb, name, other)),
        }
    }

    fn handle(&self, verb: &str, name: &str, request: &Request) -> Result<Vec<u8>> {
        match self.session.ask(request)? {
            Answer::Handle(handle) => Ok(handle),
            other => Err(self.failure(verb, name, other)),
        }
    }

    fn close(&self, handle: &[u8]) -> Result<()> {
        self.done("close", "", &Request::new(packet::CLOSE).text(handle))
    }

    fn about(&self, name: &str) -> Result<Option<Attributes>> {
        match self
            .session
            .ask(&Request::new(packet::LSTAT).text(&self.at(name)))?
        {
            Answer::Attributes(attributes) => Ok(Some(attributes)),
            Answer::Status {
                code: packet::NO_SUCH_FILE,
                ..
            } => Ok(None),
            other => Err(self.failure("look at", name, other)),
        }
    }

    /// What lies in a folder, and nothing when it is not there.
    fn entries(&self, folder: &str) -> Result<Vec<(String, Attributes)>> {
        let open = Request::new(packet::OPENDIR).text(&self.at(folder));
        let handle = match self.session.ask(&open)? {
            Answer::Handle(handle) => handle,
            Answer::Status {
                code: packet::NO_SUCH_FILE,
                ..
            } => return Ok(vec![]),
            other => return Err(self.failure("list", folder, other)),
        };
        let found = self.listed(folder, &handle);
        self.close(&handle).ok();
        found
    }

    fn listed(&self, folder: &str, handle: &[u8]) -> Result<Vec<(String, Attributes)>> {
        let mut found = vec![];
        loop {
            match self
                .session
                .ask(&Request::new(packet::READDIR).text(handle))?
            {
                Answer::Names(names) if names.is_empty() => {
                    return Err(strange("a listing that does not go on"));
                }
                Answer::Names(names) => found.extend(names.into_iter().filter_map(entry)),
                Answer::Status {
                    code: packet::EOF, ..
                } => return Ok(found),
                other => return Err(self.failure("list", folder, other)),
            }
            if found.len() > ENTRIES {
                return Err(strange("a listing without an end"));
            }
        }
    }

    fn read(folder: &Arc<Self>, name: &str) -> Result<Download> {
        let length = folder.about(name)?.and_then(|about| about.bytes);
        let open = Request::new(packet::OPEN)
            .text(&folder.at(name))
            .number(packet::READABLE)
            .number(0);
        let handle = folder.handle("open", name, &open)?;
        let length = length.ok_or_else(|| strange("a file without its length"))?;
        Ok(Download::new(Arc::clone(folder), name, handle, length))
    }

    /// Makes the folder that a name lies in, and those above it.
    fn make_folders(&self, name: &str) -> Result<()> {
        let inner = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let whole = String::from_utf8_lossy(&self.at(inner)).into_owned();
        if self.about(inner)?.is_some() {
            return Ok(());
        }
        let ends = whole
            .match_indices('/')
            .map(|(at, _)| at)
            .chain([whole.len()]);
        for end in ends {
            let Some(path) = whole.get(..end).filter(|path| !path.is_empty()) else {
                continue;
            };
            // That it is there already and that it cannot be made are one answer: the file's own tells.
            self.session.ask(
                &Request::new(packet::MKDIR)
                    .text(path.as_bytes())
                    .mode(0o700),
            )?;
        }
        Ok(())
    }

    /// Brings a file to the disk, where the server can.
    fn sync(&self, handle: &[u8], name: &str) -> Result<()> {
        if !self.session.can(FSYNC) {
            return Ok(());
        }
        let request = Request::new(packet::EXTENDED)
            .text(FSYNC.as_bytes())
            .text(handle);
        match self.session.ask(&request)? {
            Answer::Status {
                code: packet::OK, ..
            } => Ok(()),
            other => Err(self.not_written(name, other)),
        }
    }

    /// Version 3 leaves open what a rename does to a name that is taken; OpenSSH makes a second link, which fails
    /// then. A look before it keeps the promise with other servers, but for a moment.
    fn rename_new(&self, from: &str, to: &str) -> Result<()> {
        let taken = || Error::conflict(format!("there is a `{to}` at `{}` already", self.name));
        if self.about(to)?.is_some() {
            return Err(taken());
        }
        let request = Request::new(packet::RENAME)
            .text(&self.at(from))
            .text(&self.at(to));
        match self.session.ask(&request)? {
            Answer::Status {
                code: packet::OK, ..
            } => Ok(()),
            other if self.about(to)?.is_some() => {
                Err(taken().because(self.failure("rename", from, other)))
            }
            other => Err(self.failure("rename", from, other)),
        }
    }

    fn remove(&self, name: &str) -> Result<()> {
        match self
            .session
            .ask(&Request::new(packet::REMOVE).text(&self.at(name)))?
        {
            Answer::Status {
                code: packet::OK | packet::NO_SUCH_FILE,
                ..
            } => Ok(()),
            Answer::Status {
                code: packet::DENIED,
                message,
            } => Err(
                Error::refused(format!("`{}` does not remove `{name}`", self.name))
                    .because(message),
            ),
            other => Err(self.failure("remove", name, other)),
        }
    }

    fn free(&self) -> Result<Option<u64>> {
        if !self.session.can(STATVFS) {
            return Ok(None);
        }
        let request = Request::new(packet::EXTENDED)
            .text(STATVFS.as_bytes())
            .text(&self.at(""));
        let Answer::Extended(numbers) = self.session.ask(&request)? else {
            return Ok(None);
        };
        let mut fields = packet::Fields(&numbers);
        // f_bsize, f_frsize, f_blocks, f_bfree, f_bavail: OpenSSH's PROTOCOL file, section 4.6.
        let [_, unit, _, _, available] = [
            fields.long()?,
            fields.long()?,
            fields.long()?,
            fields.long()?,
            fields.long()?,
        ];
        Ok(Some(unit.saturating_mul(available)))
    }
}

/// A name that can be one here; others do not count.
fn entry(named: Named) -> Option<(String, Attributes)> {
    let name = String::from_utf8(named.name).ok()?;
    let plain = !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\0']);
    plain.then_some((name, named.attributes))
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

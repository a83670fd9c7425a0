//! One folder of an SFTP server: what is asked for and what the answers mean. Streams and places stand above it.

use std::sync::Arc;

use crate::base::error::{Error, Kind, Result};
use crate::remote::quoted;

use super::packet::{self, Answer, Attributes, Named, Request, strange};
use super::session::Session;
use super::stream::Download;

/// No folder of backups holds more.
const ENTRIES: usize = 200_000;
pub(super) const FSYNC: &str = "fsync@openssh.com";
const STATVFS: &str = "statvfs@openssh.com";
/// Less than this is a full disk.
const NOTHING_LEFT: u64 = 1 << 20;

/// A folder behind one connection.
pub(super) struct Folder {
    pub(super) session: Session,
    pub(super) name: String,
    pub(super) path: String,
}

impl Folder {
    pub(super) fn at(&self, name: &str) -> Vec<u8> {
        let slash = if name.is_empty() || self.path.ends_with('/') {
            ""
        } else {
            "/"
        };
        format!("{}{slash}{name}", self.path).into_bytes()
    }

    /// What an answer that is no success means.
    pub(super) fn failure(&self, verb: &str, name: &str, answer: Answer) -> Error {
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
    pub(super) fn not_written(&self, name: &str, answer: Answer) -> Error {
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

    pub(super) fn handle(&self, verb: &str, name: &str, request: &Request) -> Result<Vec<u8>> {
        match self.session.ask(request)? {
            Answer::Handle(handle) => Ok(handle),
            other => Err(self.failure(verb, name, other)),
        }
    }

    pub(super) fn close(&self, handle: &[u8]) -> Result<()> {
        self.done("close", "", &Request::new(packet::CLOSE).text(handle))
    }

    pub(super) fn about(&self, name: &str) -> Result<Option<Attributes>> {
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
    pub(super) fn entries(&self, folder: &str) -> Result<Vec<(String, Attributes)>> {
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
        let (mut found, mut told) = (vec![], 0_usize);
        loop {
            match self
                .session
                .ask(&Request::new(packet::READDIR).text(handle))?
            {
                Answer::Names(names) if names.is_empty() => {
                    return Err(strange("a listing that does not go on"));
                }
                Answer::Names(names) => {
                    told = told.saturating_add(names.len());
                    found.extend(names.into_iter().filter_map(entry));
                }
                Answer::Status {
                    code: packet::EOF, ..
                } => return Ok(found),
                other => return Err(self.failure("list", folder, other)),
            }
            if told > ENTRIES {
                return Err(strange("a listing without an end"));
            }
        }
    }

    pub(super) fn read(folder: &Arc<Self>, name: &str) -> Result<Download> {
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
    pub(super) fn make_folders(&self, name: &str) -> Result<()> {
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
    pub(super) fn sync(&self, handle: &[u8], name: &str) -> Result<()> {
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
    pub(super) fn rename_new(&self, from: &str, to: &str) -> Result<()> {
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

    pub(super) fn remove(&self, name: &str) -> Result<()> {
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

    pub(super) fn free(&self) -> Result<Option<u64>> {
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

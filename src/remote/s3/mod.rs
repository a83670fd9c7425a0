//! A place in S3-compatible object storage: a bucket and a prefix in it. Files are objects of one PUT or many parts,
//! written once; nothing is known of what they mean.

pub mod answers;
mod client;
pub mod credentials;
mod download;
pub mod list;
mod parts;
mod sign;
mod upload;

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::clock::{self, Clock, Time};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{Entry, Place, Upload};
use crate::remote::quoted;

pub use client::{Access, SILENCE};
use client::{Call, Client, Reply};
pub use sign::AccessKey;

/// What is told of a legal hold, which has no date.
const NO_END: &str = "9999-12-31T00:00:00Z";
/// A copy in one request ends here.
const COPY_LIMIT: u64 = 5 << 30;

/// How long what is written stays locked, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    pub mode: LockMode,
    pub days: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockMode {
    /// Who has the permission for it can end the lock.
    Governance,
    /// Nobody can.
    Compliance,
}

impl LockMode {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Governance => "governance",
            Self::Compliance => "compliance",
        }
    }
}

/// What a bucket says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Yes,
    No,
    /// It does not know the question, or the key may not ask.
    Unknown,
}

pub struct Bucket {
    client: Arc<Client>,
    /// Ends with a slash, or is empty.
    prefix: String,
    lock: Option<Lock>,
    swept: AtomicBool,
}

impl Bucket {
    /// Reaches for nothing yet. `prefix` has no slash at its ends.
    pub fn new(bucket: &str, prefix: &str, access: Access, lock: Option<Lock>) -> Result<Self> {
        let slash = if prefix.is_empty() { "" } else { "/" };
        let name = format!("s3://{bucket}{slash}{prefix}");
        Ok(Self {
            client: Arc::new(Client::new(bucket, name, access)?),
            prefix: format!("{prefix}{slash}"),
            lock,
            swept: AtomicBool::new(false),
        })
    }

    /// Whether the bucket can lock objects.
    pub fn locks(&self) -> Result<Told> {
        let reply = self
            .client
            .send(&Call::new("GET", "").ask("object-lock", ""))?;
        if reply.status() == 200 {
            let document = reply.xml("ObjectLockConfiguration")?;
            return Ok(match document.get("ObjectLockEnabled") {
                Some("Enabled") => Told::Yes,
                _ => Told::No,
            });
        }
        let denial = Client::denial(reply);
        Ok(match denial.code.as_str() {
            "ObjectLockConfigurationNotFoundError" => Told::No,
            _ => Told::Unknown,
        })
    }

    /// How the bucket locks what is put there without anybody asking for it.
    pub fn locks_by_default(&self) -> Result<Option<String>> {
        let call = Call::new("GET", "").ask("object-lock", "");
        let reply = self.client.send(&call)?;
        if reply.status() != 200 {
            return Ok(None);
        }
        let document = reply.xml("ObjectLockConfiguration")?;
        let rule = document.all("Rule").next();
        let Some(rule) = rule.and_then(|rule| rule.all("DefaultRetention").next()) else {
            return Ok(None);
        };
        let mode = rule.get("Mode").unwrap_or("unknown").to_ascii_lowercase();
        let time = ["Days", "Years"].iter().find_map(|unit| {
            let number = rule.get(unit).filter(|number| !number.is_empty())?;
            Some(format!(" for {number} {}", unit.to_ascii_lowercase()))
        });
        Ok(Some(quoted(&format!("{mode}{}", time.unwrap_or_default()))))
    }

    /// Tries whether files may be written, and leaves none: an upload in parts that is ended before its end.
    pub fn rehearse(&self, name: &str) -> Result<()> {
        let key = self.key(name);
        let mut upload = upload::S3Upload::new(Arc::clone(&self.client), key, None)?;
        upload.begin_early(b"probe")
    }

    /// Whether the server itself refuses another file in the place of this one. One that does not is told so by
    /// what lies there afterwards.
    pub fn keeps(&self, name: &str) -> Result<bool> {
        let key = self.key(name);
        let call = Call::new("PUT", &key)
            .checked(b"another")
            .header("if-none-match", "*");
        let reply = self.client.send(&call)?;
        match reply.status() {
            409 | 412 => Ok(true),
            // It does not look at the condition. Where versions are kept, this one would come to light again.
            200 => {
                if let Some(version) = reply.header("x-amz-version-id") {
                    delete(&self.client, &key, Some(version))?.ok();
                }
                Ok(false)
            }
            501 => Ok(false),
            _ => Err(self.client.error("take a file", &Client::denial(reply))),
        }
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn lacks(&self, name: &str) -> Error {
        Error::not_found(format!("there is no `{name}` at `{}`", self.client.name()))
    }

    /// What is said about a file, if it is there.
    fn head(&self, name: &str) -> Result<Option<Reply>> {
        let reply = head(&self.client, &self.key(name))?;
        match reply.status() {
            200 => Ok(Some(reply)),
            404 => Ok(None),
            _ => Err(self.client.error("look at a file", &Client::denial(reply))),
        }
    }

    /// Why a file cannot be removed before its time.
    fn locked(reply: &Reply) -> Option<String> {
        if is_held(reply) {
            return Some("it is under a legal hold".to_owned());
        }
        let time = retained(reply)?;
        (time > Clock::machine().now())
            .then(|| format!("it is locked until {}", clock::seconds_text(time)))
    }

    fn refused(&self, name: &str, why: impl std::fmt::Display) -> Error {
        Error::refused(format!("`{}` does not remove `{name}`", self.client.name())).because(why)
    }
}

/// Somebody forbade to remove it until they allow it again.
fn is_held(reply: &Reply) -> bool {
    reply.header("x-amz-object-lock-legal-hold") == Some("ON")
}

fn retained(reply: &Reply) -> Option<Time> {
    let until = reply.header("x-amz-object-lock-retain-until-date")?;
    clock::parse(until).ok()
}

/// Asks about an object; errors of the server are the caller's.
fn head(client: &Client, key: &str) -> Result<Reply> {
    client.send(&Call::new("HEAD", key))
}

/// Removes an object for good where versions are kept and this key may do so; else it is hidden by a mark.
fn delete(
    client: &Client,
    key: &str,
    version: Option<&str>,
) -> Result<std::result::Result<(), client::Denial>> {
    if let Some(version) = version.filter(|version| *version != "null") {
        let reply = client.send(&Call::new("DELETE", key).ask("versionId", version))?;
        if matches!(reply.status(), 200..300 | 404) {
            return Ok(Ok(()));
        }
        let denial = Client::denial(reply);
        let text = format!("{denial}").to_ascii_lowercase();
        // A mark over a locked version would pass for its removal.
        if denial.status != 403 || text.contains("lock") || text.contains("worm") {
            return Ok(Err(denial));
        }
    }
    let reply = client.send(&Call::new("DELETE", key))?;
    if matches!(reply.status(), 200..300 | 404) {
        return Ok(Ok(()));
    }
    Ok(Err(Client::denial(reply)))
}

impl Place for Bucket {
    fn name(&self) -> &str {
        self.client.name()
    }

    fn list(&self, folder: &str) -> Result<Vec<Entry>> {
        let slash = if folder.is_empty() { "" } else { "/" };
        list::list(&self.client, &format!("{}{folder}{slash}", self.prefix))
    }

    fn open(&self, name: &str) -> Result<Box<dyn Read + Send>> {
        match download::open(&self.client, &self.key(name))? {
            Some(download) => Ok(Box::new(download)),
            None => Err(self.lacks(name)),
        }
    }

    fn create(&self, name: &str) -> Result<Box<dyn Upload>> {
        if !self.swept.swap(true, Ordering::Relaxed) {
            list::sweep(&self.client, &self.prefix);
        }
        let upload = upload::S3Upload::new(Arc::clone(&self.client), self.key(name), self.lock)?;
        Ok(Box::new(upload))
    }

    fn locked_until(&self, name: &str) -> Result<Option<Time>> {
        let Some(about) = self.head(name)? else {
            return Ok(None);
        };
        if is_held(&about) {
            return clock::parse(NO_END).map(Some);
        }
        Ok(retained(&about))
    }

    fn remove(&self, name: &str) -> Result<()> {
        let Some(about) = self.head(name)? else {
            return Ok(());
        };
        if let Some(why) = Self::locked(&about) {
            return Err(self.refused(name, why));
        }
        match delete(
            &self.client,
            &self.key(name),
            about.header("x-amz-version-id"),
        )? {
            Ok(()) => Ok(()),
            Err(denial) if matches!(denial.status, 400..409) => Err(self.refused(name, denial)),
            Err(denial) => Err(self.client.error("remove a file", &denial)),
        }
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        let Some(about) = self.head(from)? else {
            return Err(self.lacks(from));
        };
        if self.head(to)?.is_some() {
            return Err(taken(&self.client, to));
        }
        let bytes = about
            .header("content-length")
            .and_then(|text| text.parse().ok());
        if bytes.is_none_or(|bytes: u64| bytes > COPY_LIMIT) {
            return Err(Error::new(
                Kind::Remote,
                format!(
                    "`{from}` is too large to be copied within `{}`",
                    self.name()
                ),
            ));
        }
        let bucket_and_key = format!("{}/{}", self.bucket(), sign::encoded_path(&self.key(from)));
        let key = self.key(to);
        let call = Call::new("PUT", &key)
            .header("x-amz-copy-source", bucket_and_key)
            .header("if-none-match", "*");
        let reply = self.client.succeed("copy a file", &call)?;
        // The status is sent before the work is done: only the document says how it ended.
        reply.xml("CopyObjectResult")?;
        self.remove(from)
    }

    fn free(&self) -> Result<Option<u64>> {
        Ok(None)
    }
}

impl Bucket {
    fn bucket(&self) -> &str {
        let rest = self.client.name().trim_start_matches("s3://");
        rest.split('/').next().unwrap_or(rest)
    }
}

fn taken(client: &Client, name: &str) -> Error {
    Error::conflict(format!(
        "there is a `{name}` at `{}` already",
        client.name()
    ))
}

//! Writes an object: one request while it is small, else in parts, one on its way while the next is filled. The name
//! is taken when the upload is sealed, and never from a file that is there.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;
use std::thread::JoinHandle;

use chrono::TimeDelta;

use crate::base::clock::{self, Clock};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::Upload;
use crate::crypto::random::Random;
use crate::remote::patience;

use super::answers::{self, Element, escaped, strange};
use super::client::{Call, Client, Reply, is_passing_code};
use super::parts::{MOST_PARTS, part_size};
use super::{Lock, LockMode, delete, download, head, taken};

const NAMESPACE: &str = "http://s3.amazonaws.com/doc/2006-03-01/";
/// Whose object it is: after a lost answer it tells ours from another's.
const MARK: &str = "x-amz-meta-upload";

struct Part {
    etag: String,
    sum: String,
}

enum State {
    Filling,
    /// It lies under its name.
    Sealed {
        version: Option<String>,
    },
    /// It stays there.
    Published,
}

pub(super) struct S3Upload {
    client: Arc<Client>,
    key: String,
    lock: Option<Lock>,
    mark: String,
    buffer: Vec<u8>,
    /// The upload's id, once there is more than one part.
    id: Option<String>,
    parts: Vec<Part>,
    sending: Option<JoinHandle<Result<Part>>>,
    state: State,
}

impl S3Upload {
    pub(super) fn new(client: Arc<Client>, key: String, lock: Option<Lock>) -> Result<Self> {
        // Known before the first byte is sent; a key that may not look finds it out at the end.
        if head(&client, &key)?.status() == 200 {
            return Err(taken(&client, &key));
        }
        Ok(Self {
            client,
            key,
            lock,
            mark: Random::system().id("up")?,
            buffer: vec![],
            id: None,
            parts: vec![],
            sending: None,
            state: State::Filling,
        })
    }

    /// Sends a part although there is room in it; dropped behind that, nothing stays.
    pub(super) fn begin_early(&mut self, bytes: &[u8]) -> Result<()> {
        self.buffer.extend_from_slice(bytes);
        self.send_part()?;
        self.settle()
    }

    /// The headers that say what the new object is.
    fn described<'a>(&self, call: Call<'a>) -> Call<'a> {
        let call = call
            .header("content-type", "application/octet-stream")
            .header(MARK, &self.mark);
        let Some((mode, until)) = self.lock_words() else {
            return call;
        };
        call.header("x-amz-object-lock-mode", mode)
            .header("x-amz-object-lock-retain-until-date", until)
    }

    /// How S3 writes the lock that is asked for, counted from now.
    fn lock_words(&self) -> Option<(&'static str, String)> {
        let lock = self.lock?;
        let until = Clock::machine().now() + TimeDelta::days(i64::from(lock.days));
        let mode = match lock.mode {
            LockMode::Governance => "GOVERNANCE",
            LockMode::Compliance => "COMPLIANCE",
        };
        Some((mode, clock::seconds_text(until)))
    }

    /// Some servers leave the lock of an upload in parts aside: then it is set on the finished object.
    fn ensure_locked(&self) -> Result<()> {
        let Some((mode, until)) = self.lock_words() else {
            return Ok(());
        };
        if head(&self.client, &self.key)?
            .header("x-amz-object-lock-mode")
            .is_some()
        {
            return Ok(());
        }
        let body = format!(
            "<Retention xmlns=\"{NAMESPACE}\"><Mode>{mode}</Mode><RetainUntilDate>{until}</RetainUntilDate></Retention>"
        );
        let call = Call::new("PUT", &self.key)
            .ask("retention", "")
            .checked(body.as_bytes());
        self.client.succeed("lock a file", &call).map(drop)
    }

    /// Waits for the part on its way.
    fn settle(&mut self) -> Result<()> {
        let Some(sending) = self.sending.take() else {
            return Ok(());
        };
        let part = sending
            .join()
            .map_err(|_| Error::bug("sending a part failed"))??;
        self.parts.push(part);
        Ok(())
    }

    /// Sends what is in the buffer as the next part, once the one before has arrived.
    fn send_part(&mut self) -> Result<()> {
        self.settle()?;
        let number = self.next_number();
        if number > MOST_PARTS {
            return Err(Error::failed(format!(
                "`{}` is larger than object storage takes",
                self.key
            )));
        }
        if self.id.is_none() {
            self.id = Some(self.begin()?);
        }
        let (client, key) = (Arc::clone(&self.client), self.key.clone());
        let id = self.id.clone().unwrap_or_default();
        let bytes = std::mem::take(&mut self.buffer);
        self.sending = Some(std::thread::spawn(move || {
            send_part(&client, &key, (&id, number), &bytes)
        }));
        Ok(())
    }

    fn next_number(&self) -> u32 {
        let sent = self.parts.len() + usize::from(self.sending.is_some());
        u32::try_from(sent).unwrap_or(u32::MAX).saturating_add(1)
    }

    fn begin(&self) -> Result<String> {
        let call = Call::new("POST", &self.key)
            .ask("uploads", "")
            .header("x-amz-checksum-algorithm", "SHA256");
        let reply = self
            .client
            .succeed("begin an upload", &self.described(call))?;
        let answer = reply.xml("InitiateMultipartUploadResult")?;
        Ok(answer.need("UploadId")?.to_owned())
    }

    fn complete(&self, id: &str) -> Result<Reply> {
        let mut body = format!("<CompleteMultipartUpload xmlns=\"{NAMESPACE}\">");
        for (number, part) in (1_u32..).zip(&self.parts) {
            write!(
                body,
                "<Part><ChecksumSHA256>{}</ChecksumSHA256><ETag>{}</ETag><PartNumber>{number}</PartNumber></Part>",
                part.sum,
                escaped(&part.etag)
            )
            .ok();
        }
        body.push_str("</CompleteMultipartUpload>");
        let call = Call::new("POST", &self.key)
            .ask("uploadId", id)
            .header("content-type", "application/xml")
            .body(body.as_bytes());
        self.once_only(call)
    }

    fn put(&self) -> Result<Reply> {
        let call = self
            .described(Call::new("PUT", &self.key))
            .checked(&self.buffer);
        self.once_only(call)
    }

    /// Sends the request that takes the name, so that a name that is taken stays as it is.
    fn once_only(&self, call: Call<'_>) -> Result<Reply> {
        let mut call = call.header("if-none-match", "*");
        let reply = self.client.send(&call)?;
        // A server that does not know the condition says so; that nobody is there was seen before.
        if reply.status() != 501 {
            return Ok(reply);
        }
        if head(&self.client, &self.key)?.status() != 404 {
            return Err(taken(&self.client, &self.key));
        }
        call.headers.retain(|(name, _)| *name != "if-none-match");
        self.client.send(&call)
    }

    /// Puts the parts together. The status is sent before the work is done: a failure, and one that passes, comes
    /// under a success, and an answer that breaks off may belong to either.
    fn put_together(&self, id: &str) -> Result<Option<String>> {
        let mut tried = 0;
        loop {
            tried += 1;
            let mut reply = self.complete(id)?;
            reply.repeated |= tried > 1;
            if reply.status() != 200 {
                return self.concluded(reply);
            }
            let version = version(&reply);
            let answer = reply.text().and_then(|text| answers::parse(&text));
            let last = tried == patience::TRIES;
            match answer {
                // Servers disagree on how the name goes on; a failure is called `Error`.
                Ok(answer) if answer.name.starts_with("CompleteMultipartUpload") => {
                    return Ok(version);
                }
                Ok(answer) if last || !answer.get("Code").is_some_and(is_passing_code) => {
                    return Err(self.not_completed(&answer));
                }
                Err(error) if last => return Err(error),
                _ => patience::pause(tried, None),
            }
        }
    }

    /// What a reply to the request that takes the name means. After a lost answer it may be about our own object.
    fn concluded(&self, reply: Reply) -> Result<Option<String>> {
        if reply.status() == 200 {
            return Ok(version(&reply));
        }
        if reply.repeated && matches!(reply.status(), 404 | 409 | 412) {
            let about = head(&self.client, &self.key)?;
            if about.status() == 200 && about.header(MARK) == Some(&self.mark) {
                return Ok(version(&about));
            }
        }
        match Client::denial(reply) {
            denial if matches!(denial.status, 409 | 412) => {
                Err(taken(&self.client, &self.key).because(denial))
            }
            denial => Err(self.client.error("keep a file", &denial)),
        }
    }

    fn not_completed(&self, answer: &Element) -> Error {
        let code = answer.get("Code").unwrap_or("unknown");
        if code == "PreconditionFailed" || code == "ConditionalRequestConflict" {
            return taken(&self.client, &self.key);
        }
        Error::new(
            Kind::Remote,
            format!("`{}` does not put a file together", self.client.name()),
        )
        .because(super::super::quoted(code))
    }

    fn try_seal(&mut self) -> Result<()> {
        let version = if self.id.is_some() {
            if !self.buffer.is_empty() {
                self.send_part()?;
            }
            self.settle()?;
            let id = self.id.clone().unwrap_or_default();
            self.put_together(&id)?
        } else {
            self.concluded(self.put()?)?
        };
        self.buffer = vec![];
        self.state = State::Sealed { version };
        self.ensure_locked()
    }
}

fn version(reply: &Reply) -> Option<String> {
    reply.header("x-amz-version-id").map(str::to_owned)
}

fn send_part(client: &Client, key: &str, (id, number): (&str, u32), bytes: &[u8]) -> Result<Part> {
    let call = Call::new("PUT", key)
        .ask("partNumber", number)
        .ask("uploadId", id)
        .checked(bytes);
    let sum = call
        .headers
        .iter()
        .find(|(name, _)| *name == "x-amz-checksum-sha256");
    let sum = sum.map(|(_, value)| value.clone()).unwrap_or_default();
    let reply = client.succeed("take a part of a file", &call)?;
    if reply
        .header("x-amz-checksum-sha256")
        .is_some_and(|told| told != sum)
    {
        return Err(strange("another checksum than that of the part"));
    }
    let etag = reply
        .header("etag")
        .ok_or_else(|| strange("a part without its mark"))?;
    Ok(Part {
        etag: etag.to_owned(),
        sum,
    })
}

impl Write for S3Upload {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !matches!(self.state, State::Filling) {
            return Err(Error::bug("a sealed upload was written to").into());
        }
        let size = part_size(self.next_number());
        let room = size.saturating_sub(self.buffer.len());
        let taken = bytes.get(..room.min(bytes.len())).unwrap_or_default();
        self.buffer.extend_from_slice(taken);
        if self.buffer.len() >= size {
            self.send_part()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Upload for S3Upload {
    fn seal(&mut self) -> Result<()> {
        match self.state {
            State::Filling => self.try_seal(),
            State::Sealed { .. } | State::Published => Ok(()),
        }
    }

    fn reopen(&self) -> Result<Box<dyn io::Read + Send>> {
        match download::open(&self.client, &self.key)? {
            Some(download) => Ok(Box::new(download)),
            None => Err(Error::new(
                Kind::Remote,
                format!(
                    "`{}` is not at `{}` after it was written",
                    self.key,
                    self.client.name()
                ),
            )),
        }
    }

    fn publish(mut self: Box<Self>) -> Result<()> {
        self.seal()?;
        self.state = State::Published;
        Ok(())
    }
}

impl Drop for S3Upload {
    /// What was not published goes away, as far as the server lets it.
    fn drop(&mut self) {
        if let Some(sending) = self.sending.take() {
            sending.join().ok();
        }
        match &self.state {
            State::Published => {}
            State::Sealed { version } => {
                delete(&self.client, &self.key, version.as_deref()).ok();
            }
            State::Filling => {
                if let Some(id) = &self.id {
                    self.client
                        .send(&Call::new("DELETE", &self.key).ask("uploadId", id))
                        .ok();
                }
            }
        }
    }
}

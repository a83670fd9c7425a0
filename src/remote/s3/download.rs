//! Reads an object as a stream: its whole length or an error, and on from where it was when the connection drops.

use std::io::{self, Read};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use ureq::BodyReader;

use crate::base::error::{Error, Kind, Result};
use crate::remote::{patience, quoted};

use super::answers::strange;
use super::client::{Call, Client, Reply};

pub(super) struct Download {
    client: Arc<Client>,
    key: String,
    etag: Option<String>,
    length: u64,
    read: u64,
    body: Option<BodyReader<'static>>,
    /// Drops since the last byte that came.
    drops: u32,
    sum: Option<(Sha256, String)>,
}

/// Begins to read; nothing when there is no such object.
pub(super) fn open(client: &Arc<Client>, key: &str) -> Result<Option<Download>> {
    let call = Call::new("GET", key).header("x-amz-checksum-mode", "ENABLED");
    let reply = client.send(&call)?;
    match reply.status() {
        200 => {}
        404 => {
            let denial = Client::denial(reply);
            if denial.code == "NoSuchBucket" {
                return Err(client.error("give a file", &denial));
            }
            return Ok(None);
        }
        _ => return Err(client.error("give a file", &Client::denial(reply))),
    }
    let length = reply
        .header("content-length")
        .and_then(|text| text.parse().ok());
    let length = length.ok_or_else(|| strange("a file without its length"))?;
    // Of objects in parts it is one over the sums of the parts, and ends with their number.
    let sum = reply
        .header("x-amz-checksum-sha256")
        .filter(|sum| !sum.contains('-'));
    Ok(Some(Download {
        client: Arc::clone(client),
        key: key.to_owned(),
        etag: reply.header("etag").map(str::to_owned),
        length,
        read: 0,
        drops: 0,
        sum: sum.map(|sum| (Sha256::new(), sum.to_owned())),
        body: Some(body(reply)),
    }))
}

fn body(reply: Reply) -> BodyReader<'static> {
    let (_, body) = reply.response.into_parts();
    body.into_with_config().limit(u64::MAX).reader()
}

impl Download {
    /// Asks for the rest, of the same object.
    fn resume(&mut self) -> Result<BodyReader<'static>> {
        let mut call = Call::new("GET", &self.key).header("range", format!("bytes={}-", self.read));
        if let Some(etag) = &self.etag {
            call = call.header("if-match", etag);
        }
        let reply = self.client.send(&call)?;
        match reply.status() {
            206 => {}
            412 => {
                return Err(Error::new(
                    Kind::Remote,
                    format!("`{}` was replaced while it was read", self.key),
                ));
            }
            200 => return Err(strange("the server does not go on in the middle of a file")),
            _ => {
                return Err(self
                    .client
                    .error("give the rest of a file", &Client::denial(reply)));
            }
        }
        let wanted = format!(
            "bytes {}-{}/{}",
            self.read,
            self.length.saturating_sub(1),
            self.length
        );
        let range = reply.header("content-range");
        let same = self.etag.is_none() || reply.header("etag") == self.etag.as_deref();
        if range != Some(&wanted) || !same {
            return Err(strange("another part of the file than asked for"));
        }
        Ok(body(reply))
    }

    /// One read; a connection that ended early is opened again.
    fn step(&mut self, buffer: &mut [u8]) -> Result<usize> {
        loop {
            let mut body = match self.body.take() {
                Some(body) => body,
                None => self.resume()?,
            };
            let cause = match body.read(buffer) {
                Ok(0) => "the connection ended early".to_owned(),
                Ok(count) => {
                    self.body = Some(body);
                    self.drops = 0;
                    return Ok(count);
                }
                Err(error) => error.to_string(),
            };
            self.drops += 1;
            if self.drops >= patience::TRIES {
                return Err(Error::new(
                    Kind::Remote,
                    format!(
                        "`{}` at `{}` was cut off at byte {} of {}",
                        self.key,
                        self.client.name(),
                        self.read,
                        self.length
                    ),
                )
                .because(quoted(&cause)));
            }
            patience::pause(self.drops, None);
        }
    }

    fn finish(&mut self) -> Result<()> {
        let Some((sum, wanted)) = self.sum.take() else {
            return Ok(());
        };
        if data_encoding::BASE64.encode(&sum.finalize()) == wanted {
            return Ok(());
        }
        Err(Error::integrity(format!(
            "`{}` at `{}` is not what was stored there",
            self.key,
            self.client.name()
        ))
        .because("the server's checksum is another"))
    }
}

impl Read for Download {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.length.saturating_sub(self.read);
        let room = usize::try_from(left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let Some(buffer) = buffer.get_mut(..room).filter(|buffer| !buffer.is_empty()) else {
            if left == 0 {
                self.finish()?;
            }
            return Ok(0);
        };
        let count = self.step(buffer)?;
        self.read = self
            .read
            .saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        if let (Some((sum, _)), Some(bytes)) = (&mut self.sum, buffer.get(..count)) {
            sum.update(bytes);
        }
        Ok(count)
    }
}

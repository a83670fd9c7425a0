//! The packets of SFTP version 3 (draft-ietf-secsh-filexfer-02): written and read with limits. Sends nothing.

use crate::base::error::{Error, Kind, Result};
use crate::remote::quoted;

/// What OpenSSH sends and takes at most.
pub(super) const LARGEST: usize = 256 << 10;

pub(super) const INIT: u8 = 1;
pub(super) const VERSION: u8 = 2;
pub(super) const OPEN: u8 = 3;
pub(super) const CLOSE: u8 = 4;
pub(super) const READ: u8 = 5;
pub(super) const WRITE: u8 = 6;
pub(super) const LSTAT: u8 = 7;
pub(super) const OPENDIR: u8 = 11;
pub(super) const READDIR: u8 = 12;
pub(super) const REMOVE: u8 = 13;
pub(super) const MKDIR: u8 = 14;
pub(super) const RENAME: u8 = 18;
const STATUS: u8 = 101;
const HANDLE: u8 = 102;
const DATA: u8 = 103;
const NAME: u8 = 104;
const ATTRS: u8 = 105;
pub(super) const EXTENDED: u8 = 200;
const EXTENDED_REPLY: u8 = 201;

/// The codes of `SSH_FXP_STATUS` that mean something here.
pub(super) const OK: u32 = 0;
pub(super) const EOF: u32 = 1;
pub(super) const NO_SUCH_FILE: u32 = 2;
pub(super) const DENIED: u32 = 3;

pub(super) const READABLE: u32 = 1;
/// Write, create, and fail when it is there.
pub(super) const WRITE_NEW: u32 = 2 | 8 | 32;

/// A request that is being written.
pub(super) struct Request(Vec<u8>);

impl Request {
    pub(super) fn new(kind: u8) -> Self {
        Self(vec![kind])
    }

    pub(super) fn number(mut self, number: u32) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    pub(super) fn long(mut self, number: u64) -> Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    pub(super) fn text(self, bytes: &[u8]) -> Self {
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let mut written = self.number(length);
        written.0.extend_from_slice(bytes);
        written
    }

    /// Attributes that say the permissions and nothing else.
    pub(super) fn mode(self, mode: u32) -> Self {
        self.number(4).number(mode)
    }

    /// With its length in front and its number behind the kind.
    pub(super) fn framed(&self, id: Option<u32>) -> Vec<u8> {
        let id = id.map(u32::to_be_bytes);
        let id: &[u8] = id.as_ref().map_or(&[], |id| id);
        let length = u32::try_from(self.0.len() + id.len()).unwrap_or(u32::MAX);
        let (kind, rest) = self.0.split_at_checked(1).unwrap_or((&[], &[]));
        [&length.to_be_bytes(), kind, id, rest].concat()
    }
}

/// What came back for one request.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Status {
        code: u32,
        message: String,
    },
    Handle(Vec<u8>),
    Data(Vec<u8>),
    Names(Vec<Named>),
    Attributes(Attributes),
    /// The numbers of an extended reply.
    Extended(Vec<u8>),
}

#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub(super) name: Vec<u8>,
    pub(super) attributes: Attributes,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    pub(super) bytes: Option<u64>,
    pub(super) mode: Option<u32>,
    /// Seconds since 1970.
    pub(super) modified: Option<u32>,
}

impl Attributes {
    /// Whether it is an ordinary file, as far as was told (`S_IFMT`).
    pub(super) fn is_file(&self) -> bool {
        self.mode.is_none_or(|mode| mode & 0o170_000 == 0o100_000)
    }
}

pub(super) fn strange(what: &str) -> Error {
    Error::new(
        Kind::Remote,
        "the SFTP server's answer is not as it must be",
    )
    .because(quoted(what))
}

/// Bytes that are read from the front.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or_else(|| strange("it ends early"))?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?.first().copied().unwrap_or_default())
    }

    pub(super) fn number(&mut self) -> Result<u32> {
        let bytes = <[u8; 4]>::try_from(self.take(4)?);
        Ok(u32::from_be_bytes(
            bytes.map_err(|_| strange("it ends early"))?,
        ))
    }

    pub(super) fn long(&mut self) -> Result<u64> {
        let (high, low) = (u64::from(self.number()?), u64::from(self.number()?));
        Ok(high << 32 | low)
    }

    pub(super) fn text(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(usize::try_from(length).unwrap_or(usize::MAX))
    }

    fn attributes(&mut self) -> Result<Attributes> {
        let flags = self.number()?;
        let mut read = Attributes::default();
        if flags & 1 != 0 {
            read.bytes = Some(self.long()?);
        }
        if flags & 2 != 0 {
            self.long()?;
        }
        if flags & 4 != 0 {
            read.mode = Some(self.number()?);
        }
        if flags & 8 != 0 {
            self.number()?;
            read.modified = Some(self.number()?);
        }
        if flags & 0x8000_0000 != 0 {
            for _ in 0..self.number()? {
                self.text()?;
                self.text()?;
            }
        }
        Ok(read)
    }
}

/// Reads one answer, without its length: the request's number and what it says.
pub fn parse(bytes: &[u8]) -> Result<(u32, Answer)> {
    let mut fields = Fields(bytes);
    let kind = fields.byte()?;
    let id = fields.number()?;
    let answer = match kind {
        STATUS => Answer::Status {
            code: fields.number()?,
            // Servers of the earliest drafts leave the text out.
            message: quoted(&String::from_utf8_lossy(fields.text().unwrap_or_default())),
        },
        HANDLE => Answer::Handle(fields.text()?.to_vec()),
        DATA => Answer::Data(fields.text()?.to_vec()),
        NAME => {
            let mut names = vec![];
            // Room is made for what is there, not for what the number says.
            for _ in 0..fields.number()? {
                let name = fields.text()?.to_vec();
                fields.text()?;
                names.push(Named {
                    name,
                    attributes: fields.attributes()?,
                });
            }
            Answer::Names(names)
        }
        ATTRS => Answer::Attributes(fields.attributes()?),
        EXTENDED_REPLY => Answer::Extended(fields.0.to_vec()),
        kind => return Err(strange(&format!("a packet of kind {kind}"))),
    };
    Ok((id, answer))
}

/// Reads the server's greeting: the names of what it does beyond version 3.
pub fn greeting(bytes: &[u8]) -> Result<Vec<String>> {
    let mut fields = Fields(bytes);
    if fields.byte()? != VERSION || fields.number()? < 3 {
        return Err(strange("it does not speak version 3"));
    }
    let mut extensions = vec![];
    while !fields.0.is_empty() {
        extensions.push(String::from_utf8_lossy(fields.text()?).into_owned());
        fields.text()?;
    }
    Ok(extensions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_read_as_written_and_torn_ones_refused() {
        let written = Request::new(NAME)
            .number(1)
            .text(b"a.json")
            .text(b"-rw")
            .number(1 | 4 | 8)
            .long(7)
            .number(0o100_600)
            .number(1)
            .number(2);
        let framed = written.framed(Some(9));
        let bytes = &framed[4..];
        assert_eq!(
            usize::try_from(u32::from_be_bytes(framed[..4].try_into().unwrap())).unwrap(),
            bytes.len()
        );
        let (id, answer) = parse(bytes).unwrap();
        let attributes = Attributes {
            bytes: Some(7),
            mode: Some(0o100_600),
            modified: Some(2),
        };
        assert_eq!(
            (id, answer),
            (
                9,
                Answer::Names(vec![Named {
                    name: b"a.json".to_vec(),
                    attributes
                }])
            )
        );
        for end in 0..bytes.len() {
            assert!(parse(&bytes[..end]).is_err(), "{end}");
        }
        assert!(parse(&[NAME, 0, 0, 0, 1, 255, 255, 255, 255]).is_err());
        assert!(parse(&[99, 0, 0, 0, 1]).is_err());
        assert_eq!(
            greeting(&[VERSION, 0, 0, 0, 3]).unwrap(),
            Vec::<String>::new()
        );
        assert!(greeting(&[VERSION, 0, 0, 0, 2]).is_err());
    }
}

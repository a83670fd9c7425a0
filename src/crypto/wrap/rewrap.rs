//! New recipients for an encrypted file by writing its header anew: the payload stays what it is, byte for byte.
//! Whoever could open the old file still can; only the new one is closed to them.

use std::io::{BufRead, BufReader, Read, Write};

use age_core::format::{FileKey, Stanza};
use age_core::primitives::hkdf;
use age_core::secrecy::ExposeSecret as _;
use data_encoding::BASE64_NOPAD;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::recipient::wrap_key;
use super::stanza::{self, Reading};
use super::{Identity, Recipient, decrypt_error, io_error, no_match};
use crate::base::error::{Error, Result};
use crate::crypto::secret::{Key, same};

const VERSION: &str = "age-encryption.org/v1";
/// The longest header that is read, in bytes: a recipient takes about 100, a post-quantum one about 1,600.
const LIMIT: usize = 1 << 18;
/// A line of arguments; the longest known has 1,500 characters.
const LINE: u64 = 1 << 13;
const BLOCK: usize = 1 << 16;

/// Copies an age file from `input` to `output` under a header for `recipients`; returns the bytes written. No
/// matching identity is [`Kind::WrongKey`](crate::base::error::Kind::WrongKey), a header that does not fit its
/// digest is damage. The payload is not looked at.
pub fn rewrap_header(
    identities: &[Identity],
    recipients: &[Recipient],
    input: impl Read,
    output: &mut impl Write,
) -> Result<u64> {
    let mut input = BufReader::with_capacity(BLOCK, input);
    let header = Header::read(&mut input)?;
    let key = header.open(identities)?;
    let fresh = sealed(recipients, &key)?;
    let failed = |error: &_| io_error("the file could not be copied", error);
    output.write_all(&fresh).map_err(|error| failed(&error))?;
    let copied = std::io::copy(&mut input, output).map_err(|error| failed(&error))?;
    Ok(copied.saturating_add(u64::try_from(fresh.len()).unwrap_or(u64::MAX)))
}

/// A header as it was read.
struct Header {
    stanzas: Vec<Stanza>,
    /// Everything that the digest covers: up to and with the three dashes.
    covered: Vec<u8>,
    mac: Vec<u8>,
}

impl Header {
    fn read(input: &mut impl BufRead) -> Result<Self> {
        let mut lines = Lines { input, text: vec![] };
        if lines.next()? != VERSION.as_bytes() {
            return Err(damaged("it is no age file of version 1"));
        }
        let mut stanzas = vec![];
        loop {
            let line = lines.next()?;
            if let Some(mac) = line.strip_prefix(b"--- ") {
                let mac = BASE64_NOPAD.decode(mac).map_err(|_| damaged("its digest"))?;
                let end = lines.text.len().saturating_sub(line.len() + 1) + 3;
                lines.text.truncate(end);
                return Ok(Self {
                    stanzas,
                    covered: lines.text,
                    mac,
                });
            }
            let mut stanza = Reading::begin(&line).ok_or_else(|| damaged("a line of its header"))?;
            while !stanza
                .body(&lines.next()?)
                .ok_or_else(|| damaged("a line of its header"))?
            {}
            stanzas.push(stanza.end());
        }
    }

    /// The file key, if one of the identities fits and nobody changed the header.
    fn open(&self, identities: &[Identity]) -> Result<FileKey> {
        let key = identities
            .iter()
            .find_map(|identity| identity.inner().unwrap_stanzas(&self.stanzas))
            .ok_or_else(no_match)?
            .map_err(decrypt_error)?;
        if same(&mac(&key, &self.covered)?, &self.mac) {
            return Ok(key);
        }
        Err(damaged("its digest does not fit"))
    }
}

fn damaged(why: &str) -> Error {
    Error::integrity("an encrypted file is damaged").because(why)
}

/// The digest at the end of a header: HMAC-SHA256 under a key that HKDF derives from the file key.
fn mac(key: &FileKey, header: &[u8]) -> Result<[u8; 32]> {
    let key = Key::new(hkdf(&[], b"header", key.expose_secret()));
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose())
        .map_err(|error| Error::bug("HMAC refused its key").because(error))?;
    mac.update(header);
    Ok(mac.finalize().into_bytes().into())
}

fn sealed(recipients: &[Recipient], key: &FileKey) -> Result<Vec<u8>> {
    let (stanzas, _) = wrap_key(recipients, key)?;
    let mut text = format!("{VERSION}\n").into_bytes();
    for stanza in &stanzas {
        stanza::write(&mut text, stanza);
    }
    text.extend_from_slice(b"---");
    let mac = mac(key, &text)?;
    text.extend_from_slice(format!(" {}\n", BASE64_NOPAD.encode(&mac)).as_bytes());
    Ok(text)
}

/// Lines with a bound on each and on all together.
struct Lines<'a, R> {
    input: &'a mut R,
    text: Vec<u8>,
}

impl<R: BufRead> Lines<'_, R> {
    /// The next line without its line feed.
    fn next(&mut self) -> Result<Vec<u8>> {
        let mut line = vec![];
        self.input
            .by_ref()
            .take(LINE)
            .read_until(b'\n', &mut line)
            .map_err(|error| io_error("an encrypted file could not be read", &error))?;
        self.text.extend_from_slice(&line);
        if self.text.len() > LIMIT {
            return Err(damaged("its header is longer than any real one"));
        }
        match line.pop() {
            Some(b'\n') => Ok(line),
            _ => Err(damaged("its header is cut, or a line is too long")),
        }
    }
}

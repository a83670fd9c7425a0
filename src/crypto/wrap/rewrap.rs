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
use super::{Identity, Recipient, decrypt_error, no_match};
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
    output: &mut (impl Write + ?Sized),
) -> Result<u64> {
    let mut input = BufReader::with_capacity(BLOCK, input);
    let header = Header::read(&mut input)?;
    let key = header.open(identities)?;
    let fresh = sealed(recipients, &key)?;
    let failed = |error| Error::stream("the file could not be copied", error);
    output.write_all(&fresh).map_err(failed)?;
    let copied = std::io::copy(&mut input, output).map_err(failed)?;
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
        let mut lines = Lines {
            input,
            text: vec![],
        };
        if lines.next()? != VERSION.as_bytes() {
            return Err(damaged("it is no age file of version 1"));
        }
        let mut stanzas = vec![];
        loop {
            let line = lines.next()?;
            if let Some(mac) = line.strip_prefix(b"--- ") {
                let mac = BASE64_NOPAD
                    .decode(mac)
                    .map_err(|_| damaged("its digest"))?;
                let end = lines.text.len().saturating_sub(line.len() + 1) + 3;
                lines.text.truncate(end);
                return Ok(Self {
                    stanzas,
                    covered: lines.text,
                    mac,
                });
            }
            let mut stanza =
                Reading::begin(&line).ok_or_else(|| damaged("a line of its header"))?;
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
            .map_err(|error| Error::stream("an encrypted file could not be read", error))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Kind;
    use crate::crypto::secret::SecretText;
    use crate::crypto::wrap::{decrypt, encrypt, new_identity, parse_identities};

    type Pair = (Vec<Identity>, Recipient);

    fn pair() -> Pair {
        let (secret, recipient) = new_identity().unwrap();
        (parse_identities(&secret, "test").unwrap(), recipient)
    }

    fn rewrapped(from: &Pair, to: &[Recipient], file: &[u8]) -> Result<Vec<u8>> {
        let mut out = vec![];
        let bytes = rewrap_header(&from.0, to, file, &mut out)?;
        assert_eq!(bytes, u64::try_from(out.len()).unwrap());
        Ok(out)
    }

    #[test]
    fn the_new_recipient_opens_it_and_the_dropped_one_does_not() {
        let (old, new) = (pair(), pair());
        let clear = vec![7; 200_000];
        let file = encrypt(std::slice::from_ref(&old.1), &clear).unwrap();
        let fresh = rewrapped(&old, &[new.1.clone(), pair().1], &file).unwrap();
        assert_eq!(*decrypt(&new.0, &fresh).unwrap(), clear);
        assert_eq!(decrypt(&old.0, &fresh).err().unwrap().kind, Kind::WrongKey);
        assert_eq!(
            rewrapped(&pair(), &[new.1], &file).err().unwrap().kind,
            Kind::WrongKey
        );
        // The payload is the same bytes, so a third one can follow.
        assert!(file.ends_with(&fresh[fresh.len() - clear.len()..]));
    }

    /// The example of a recipient and a file that stock `age` made.
    #[test]
    fn a_file_of_stock_age_is_rewrapped() {
        let secret = SecretText::new(STOCK_IDENTITY.to_owned());
        let (old, new) = (parse_identities(&secret, "test").unwrap(), pair());
        let file = data_encoding::BASE64.decode(STOCK_FILE.as_bytes()).unwrap();
        assert_eq!(*decrypt(&old, &file).unwrap(), b"hello");
        let mut out = vec![];
        rewrap_header(
            &old,
            std::slice::from_ref(&new.1),
            file.as_slice(),
            &mut out,
        )
        .unwrap();
        assert_eq!(*decrypt(&new.0, &out).unwrap(), b"hello");
    }

    #[test]
    fn every_changed_byte_of_a_header_is_noticed() {
        let (old, new) = (pair(), pair());
        let file = encrypt(std::slice::from_ref(&old.1), b"x").unwrap();
        let header = file.windows(4).position(|bytes| bytes == b"--- ").unwrap() + 48;
        for at in 0..header {
            for bit in [1, 0x20] {
                let mut changed = file.clone();
                changed[at] ^= bit;
                let error = rewrapped(&old, std::slice::from_ref(&new.1), &changed)
                    .err()
                    .unwrap();
                assert!(
                    [Kind::Integrity, Kind::WrongKey].contains(&error.kind),
                    "byte {at}"
                );
            }
        }
        for end in 0..header {
            assert!(rewrapped(&old, std::slice::from_ref(&new.1), &file[..end]).is_err());
        }
    }

    #[test]
    fn a_header_without_an_end_is_given_up() {
        let flood = std::io::repeat(b'a');
        let error = rewrap_header(&[], &[], flood, &mut vec![]).err().unwrap();
        assert_eq!(error.kind, Kind::Integrity);
        let begin = b"age-encryption.org/v1\n".as_slice();
        let stanzas = "-> X\nAAAA\n".repeat(100_000);
        let error = rewrap_header(&[], &[], begin.chain(stanzas.as_bytes()), &mut vec![]);
        assert_eq!(error.err().unwrap().kind, Kind::Integrity);
    }

    const STOCK_IDENTITY: &str =
        "AGE-SECRET-KEY-1SDRZE0YYNYMNL33JDKRLU7VUXVSE6G6A0Q7796T6LNPNLNLVQ6FQV22P65";
    const STOCK_FILE: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBHMkVmY2dBMGZJdkhHd25KMkNDVTEyNTNUWnZSRzJaYW1nUkE1dnBOZVdZClhxNCtVdHZ3ZGUvd2R2b1VQSCthSXA1SHg4eGtwQ21LdHRoSEQ5eXdlNmMKLT4gWDI1NTE5IHdzZlFkTGVQc201NFdmRnBtR1pNQ2MwMVMvcVYraUxXSWZULzJ6aWoza2cKVmU0UWRDalNEeGN0SHNITC9WU3BXYkRHMTlzZnFyRUg5ZmVDclF2eFY1UQotLS0gZkhyMXExSkZWYzF6Y3dxeXZWc3NYdEd2LzhNRHZ3NEpkZG5RdkFEcmM0bwp22Di0GfqXGBVPtINm68iGrUBj+fks69oNAOo5TWv9QpEbWH2Q";
}

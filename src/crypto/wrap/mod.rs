//! age (age-encryption.org/v1): what every key, slot and backup is wrapped in, so that stock `age` opens it.

mod identity;
pub mod plugin;
mod recipient;
mod rewrap;
mod stanza;

use std::io::{self, Read, Write};
use std::str::FromStr;

pub use identity::{Identity, IdentityFile, Protected, parse_identities, read_identities};
pub use recipient::{Recipient, fingerprint};
pub use rewrap::rewrap_header;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor};
use zeroize::Zeroizing;

use super::secret::SecretText;
use crate::base::error::{Error, Kind, Result};

const NO_MATCH: &str = "no given identity opens this file";
/// How hard a passphrase is to try: 2^WORK scrypt iterations, about a second.
const WORK: u8 = 18;
/// The most that a passphrase-encrypted file of a person may ask for, as in stock `age`: 4 GiB of memory.
const MAX_WORK: u8 = 22;
/// The most that a slot may ask for, which this program made: 1 GiB. Those beside backups are tried one after the
/// other, before anything tells who put them there.
const MAX_SLOT_WORK: u8 = 20;

/// A new X25519 identity: the secret line and its recipient.
pub fn new_identity() -> Result<(SecretText, Recipient)> {
    let identity = age::x25519::Identity::generate();
    let recipient = Recipient::parse(&identity.to_public().to_string())?;
    Ok((
        SecretText::new(identity.to_string().expose_secret().to_owned()),
        recipient,
    ))
}

/// The recipient of a native identity line.
pub fn recipient_of(secret: &SecretText) -> Result<Recipient> {
    let identity = age::x25519::Identity::from_str(secret.expose())
        .map_err(|why| Error::integrity("a slot does not hold an identity").because(why))?;
    Recipient::parse(&identity.to_public().to_string())
}

/// A writer that encrypts to every recipient; [`finish`](StreamWriter::finish) it, or the file is cut.
pub type StreamWriter<W> = age::stream::StreamWriter<W>;

pub fn encrypt_stream<W: Write>(recipients: &[Recipient], output: W) -> Result<StreamWriter<W>> {
    Encryptor::with_recipients(recipients.iter().map(Recipient::inner))
        .map_err(recipient::encrypt_error)?
        .wrap_output(output)
        .map_err(|error| io_error("encryption could not begin", &error))
}

pub fn encrypt(recipients: &[Recipient], clear: &[u8]) -> Result<Vec<u8>> {
    finish(encrypt_stream(recipients, vec![])?, clear)
}

/// Encrypts with a passphrase (scrypt), as `age -p` does.
pub fn encrypt_with_passphrase(
    passphrase: &SecretText,
    work: Work,
    clear: &[u8],
) -> Result<Vec<u8>> {
    let writer = encrypt_stream_with_passphrase(passphrase, work, vec![])?;
    finish(writer, clear)
}

/// A writer that encrypts with a passphrase; [`finish`](StreamWriter::finish) it, or the file is cut.
pub fn encrypt_stream_with_passphrase<W: Write>(
    passphrase: &SecretText,
    work: Work,
    output: W,
) -> Result<StreamWriter<W>> {
    let secret = SecretString::from(passphrase.expose().to_owned());
    let mut recipient = age::scrypt::Recipient::new(secret);
    recipient.set_work_factor(match work {
        Work::Standard => WORK,
        Work::Cheap => 2,
    });
    let recipient: &dyn age::Recipient = &recipient;
    Encryptor::with_recipients(std::iter::once(recipient))
        .map_err(|error| Error::bug("scrypt recipient refused").because(error))?
        .wrap_output(output)
        .map_err(|error| io_error("encryption could not begin", &error))
}

/// How much work a passphrase costs; the cheap one is for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Standard,
    Cheap,
}

fn finish(mut writer: StreamWriter<Vec<u8>>, clear: &[u8]) -> Result<Vec<u8>> {
    writer
        .write_all(clear)
        .and_then(|()| writer.finish())
        .map_err(|error| io_error("encryption failed", &error))
}

/// A reader of the clear text. No matching identity is [`Kind::WrongKey`], anything else is damage.
pub fn decrypt_stream<'a, R: Read + 'a>(
    identities: &'a [Identity],
    input: R,
) -> Result<age::stream::StreamReader<R>> {
    let decryptor = Decryptor::new(input).map_err(decrypt_error)?;
    let identities = identities.iter().map(Identity::inner);
    decryptor.decrypt(identities).map_err(decrypt_error)
}

/// The same where another identity may fit: none when these do not.
pub fn try_decrypt(identities: &[Identity], sealed: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>> {
    match decrypt(identities, sealed) {
        Ok(clear) => Ok(Some(clear)),
        Err(error) if error.kind == Kind::WrongKey && error.message == NO_MATCH => Ok(None),
        Err(error) => Err(error),
    }
}

pub fn decrypt(identities: &[Identity], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    read_all(decrypt_stream(identities, sealed)?)
}

/// A reader of the clear text of a file that was encrypted with a passphrase.
pub fn decrypt_stream_with_passphrase<R: Read>(
    passphrase: &SecretText,
    input: R,
) -> Result<age::stream::StreamReader<R>> {
    stream_by_passphrase(passphrase, input, MAX_WORK)
}

/// Opens a file that was encrypted with a passphrase.
pub fn decrypt_with_passphrase(
    passphrase: &SecretText,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    by_passphrase(passphrase, sealed, MAX_WORK)
}

/// The same for the identity of a slot.
pub fn decrypt_slot_with_passphrase(
    passphrase: &SecretText,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    by_passphrase(passphrase, sealed, MAX_SLOT_WORK)
}

fn by_passphrase(passphrase: &SecretText, sealed: &[u8], most: u8) -> Result<Zeroizing<Vec<u8>>> {
    read_all(stream_by_passphrase(passphrase, sealed, most)?)
}

fn stream_by_passphrase<R: Read>(
    passphrase: &SecretText,
    sealed: R,
    most: u8,
) -> Result<age::stream::StreamReader<R>> {
    let mut identity =
        age::scrypt::Identity::new(SecretString::from(passphrase.expose().to_owned()));
    identity.set_max_work_factor(most);
    let identity: &dyn age::Identity = &identity;
    let decryptor = Decryptor::new(sealed).map_err(decrypt_error)?;
    decryptor
        .decrypt(std::iter::once(identity))
        .map_err(|error| match error {
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                Error::new(Kind::WrongKey, "the passphrase does not open this file")
            }
            other => decrypt_error(other),
        })
}

fn read_all(mut reader: impl Read) -> Result<Zeroizing<Vec<u8>>> {
    let mut clear = Zeroizing::new(vec![]);
    reader
        .read_to_end(&mut clear)
        .map_err(|error| Error::integrity("an encrypted file is damaged or cut").because(error))?;
    Ok(clear)
}

fn no_match() -> Error {
    Error::new(Kind::WrongKey, NO_MATCH)
}

fn decrypt_error(error: DecryptError) -> Error {
    match error {
        DecryptError::NoMatchingKeys => no_match(),
        DecryptError::ExcessiveWork { .. } => {
            Error::integrity("a passphrase-encrypted file asks for excessive work")
        }
        // What a plugin ran into is carried through as it is.
        DecryptError::Io(why) => match why.downcast::<Error>() {
            Ok(error) => error,
            Err(why) if why.kind() == io::ErrorKind::UnexpectedEof => {
                Error::integrity("an encrypted file is damaged").because(why)
            }
            Err(why) => io_error("an encrypted file could not be read", &why),
        },
        other => Error::integrity("an encrypted file is damaged").because(other),
    }
}

fn io_error(message: &str, error: &io::Error) -> Error {
    let kind = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Kind::NoSpace,
        _ => Kind::Failed,
    };
    Error::new(kind, message).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_wrapped_opens_for_its_identity_only() {
        let (secret, recipient) = new_identity().unwrap();
        let (other, _) = new_identity().unwrap();
        let sealed = encrypt(std::slice::from_ref(&recipient), b"key").unwrap();
        let mine = parse_identities(&secret, "test").unwrap();
        let others = parse_identities(&other, "test").unwrap();
        assert_eq!(decrypt(&mine, &sealed).unwrap().as_slice(), b"key");
        assert_eq!(
            decrypt(&others, &sealed).err().unwrap().kind,
            Kind::WrongKey
        );
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(decrypt(&mine, &changed).is_err(), "byte {at}");
        }
    }

    #[test]
    fn passphrases() {
        let right = SecretText::new("correct horse".into());
        let sealed = encrypt_with_passphrase(&right, Work::Cheap, b"x").unwrap();
        assert_eq!(
            decrypt_with_passphrase(&right, &sealed).unwrap().as_slice(),
            b"x"
        );
        let wrong = SecretText::new("battery".into());
        assert_eq!(
            decrypt_with_passphrase(&wrong, &sealed).err().unwrap().kind,
            Kind::WrongKey
        );
        // Refused before any work is done.
        let text = String::from_utf8_lossy(&sealed).into_owned();
        let line = text.lines().nth(1).unwrap();
        let asks = |work: &str| {
            let (rest, _) = line.rsplit_once(' ').unwrap();
            let body = sealed.get(text.find(line).unwrap() + line.len()..).unwrap();
            let head = format!("age-encryption.org/v1\n{rest} {work}");
            decrypt_slot_with_passphrase(&right, &[head.as_bytes(), body].concat()).err()
        };
        assert_eq!(asks("21").unwrap().kind, Kind::Integrity);
        assert!(decrypt_slot_with_passphrase(&right, &sealed).is_ok());
    }

    #[test]
    fn recipients_are_told_from_identities() {
        let (secret, _) = new_identity().unwrap();
        assert!(Recipient::parse(secret.expose()).is_err());
        assert!(Recipient::parse("age1nonsense").is_err());
    }
}

//! age (age-encryption.org/v1): what every key, slot and backup is wrapped in, so that stock `age` opens it.

use std::io::{self, Read, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor};
use zeroize::Zeroizing;

use super::secret::SecretText;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;

/// How hard a passphrase is to try: 2^WORK scrypt iterations, about a second.
const WORK: u8 = 18;
/// The most that a passphrase-encrypted file may ask for.
const MAX_WORK: u8 = 22;

/// Somebody who can be encrypted to: `age1…`, `ssh-ed25519 …` or `ssh-rsa …`.
#[derive(Clone)]
pub struct Recipient {
    text: String,
    kind: RecipientKind,
}

#[derive(Clone)]
enum RecipientKind {
    Native(age::x25519::Recipient),
    Ssh(age::ssh::Recipient),
}

impl Recipient {
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if text.starts_with("AGE-SECRET-KEY-") {
            return Err(Error::usage("this is a secret identity, not a recipient")
                .hint("give the `age1…` line that stands in the identity file as its public key"));
        }
        let kind = if text.starts_with("ssh-") {
            age::ssh::Recipient::from_str(text)
                .ok()
                .map(RecipientKind::Ssh)
        } else {
            age::x25519::Recipient::from_str(text)
                .ok()
                .map(RecipientKind::Native)
        };
        let Some(kind) = kind else {
            return Err(Error::usage(format!("`{}` is not a recipient", safe(text)))
                .hint("accepted: `age1…`, `ssh-ed25519 AAAA…`, `ssh-rsa AAAA…`"));
        };
        // The comment of an ssh key names a person or a machine: it is dropped.
        let text = text
            .split_whitespace()
            .take(2)
            .collect::<Vec<_>>()
            .join(" ");
        Ok(Self { text, kind })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// `age` or `ssh`.
    pub const fn kind(&self) -> &'static str {
        match self.kind {
            RecipientKind::Native(_) => "age",
            RecipientKind::Ssh(_) => "ssh",
        }
    }

    /// The first 16 hex digits of SHA-256 over the recipient's text: short, and tells keys apart.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.text)
    }

    fn inner(&self) -> &dyn age::Recipient {
        match &self.kind {
            RecipientKind::Native(recipient) => recipient,
            RecipientKind::Ssh(recipient) => recipient,
        }
    }
}

pub fn fingerprint(recipient: &str) -> String {
    let digest = super::seal::sha256(recipient.as_bytes());
    data_encoding::HEXLOWER.encode(digest.get(..8).unwrap_or_default())
}

/// The secret half: what opens files.
pub struct Identity(Box<dyn age::Identity + Send + Sync>);

impl Identity {
    fn inner(&self) -> &dyn age::Identity {
        self.0.as_ref()
    }
}

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

/// Reads an identity file: `AGE-SECRET-KEY-1…` lines with comments, or one OpenSSH private key without a
/// passphrase.
pub fn parse_identities(file: &SecretText, origin: &str) -> Result<Vec<Identity>> {
    let text = file.expose();
    if text.trim_start().starts_with("-----BEGIN") && !text.contains("AGE ENCRYPTED FILE") {
        return parse_ssh(text, origin).map(|identity| vec![identity]);
    }
    let mut identities = vec![];
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let identity = age::x25519::Identity::from_str(line).map_err(|why| {
            Error::usage(format!("line {number} of {origin} is not an age identity"))
                .because(why)
                .hint("an identity file holds lines that start with `AGE-SECRET-KEY-1`")
        })?;
        identities.push(Identity(Box::new(identity)));
    }
    if identities.is_empty() {
        return Err(Error::usage(format!("{origin} holds no identity")));
    }
    Ok(identities)
}

fn parse_ssh(text: &str, origin: &str) -> Result<Identity> {
    let wrong = |why: &str| Error::usage(format!("the ssh key in {origin} cannot be used: {why}"));
    match age::ssh::Identity::from_buffer(text.as_bytes(), None) {
        Ok(identity @ age::ssh::Identity::Unencrypted(_)) => Ok(Identity(Box::new(identity))),
        Ok(age::ssh::Identity::Encrypted(_)) => Err(wrong("it is protected by a passphrase")),
        Ok(age::ssh::Identity::Unsupported(_)) => {
            Err(wrong("its type is not ssh-ed25519 or ssh-rsa"))
        }
        Err(error) => Err(wrong("it does not parse").because(error)),
    }
}

/// A writer that encrypts to every recipient; [`finish`](StreamWriter::finish) it, or the file is cut.
pub type StreamWriter<W> = age::stream::StreamWriter<W>;

pub fn encrypt_stream<W: Write>(recipients: &[Recipient], output: W) -> Result<StreamWriter<W>> {
    Encryptor::with_recipients(recipients.iter().map(Recipient::inner))
        .map_err(|error| Error::usage("these recipients cannot be used").because(error))?
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
    let decryptor = Decryptor::new(input).map_err(|error| decrypt_error(&error))?;
    let identities = identities.iter().map(Identity::inner);
    decryptor
        .decrypt(identities)
        .map_err(|error| decrypt_error(&error))
}

pub fn decrypt(identities: &[Identity], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    read_all(decrypt_stream(identities, sealed)?)
}

/// Opens a file that was encrypted with a passphrase.
pub fn decrypt_with_passphrase(
    passphrase: &SecretText,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    let mut identity =
        age::scrypt::Identity::new(SecretString::from(passphrase.expose().to_owned()));
    identity.set_max_work_factor(MAX_WORK);
    let identity: &dyn age::Identity = &identity;
    let decryptor = Decryptor::new(sealed).map_err(|error| decrypt_error(&error))?;
    let reader = decryptor
        .decrypt(std::iter::once(identity))
        .map_err(|error| match error {
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                Error::new(Kind::WrongKey, "the passphrase does not open this file")
            }
            other => decrypt_error(&other),
        })?;
    read_all(reader)
}

fn read_all(mut reader: impl Read) -> Result<Zeroizing<Vec<u8>>> {
    let mut clear = Zeroizing::new(vec![]);
    reader
        .read_to_end(&mut clear)
        .map_err(|error| Error::integrity("an encrypted file is damaged or cut").because(error))?;
    Ok(clear)
}

fn decrypt_error(error: &DecryptError) -> Error {
    match error {
        DecryptError::NoMatchingKeys => {
            Error::new(Kind::WrongKey, "no given identity opens this file")
        }
        DecryptError::ExcessiveWork { .. } => {
            Error::integrity("a passphrase-encrypted file asks for excessive work")
        }
        DecryptError::Io(why) if why.kind() != io::ErrorKind::UnexpectedEof => {
            io_error("an encrypted file could not be read", why)
        }
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
    }

    #[test]
    fn recipients_are_told_from_identities() {
        let (secret, _) = new_identity().unwrap();
        assert!(Recipient::parse(secret.expose()).is_err());
        assert!(Recipient::parse("age1nonsense").is_err());
    }
}

//! The secret halves: identity files of age, of its plugins and of ssh, protected by a passphrase or not.

use std::io::Read as _;
use std::str::FromStr;

use age::secrecy::SecretString;
use zeroize::Zeroizing;

use super::plugin;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::SecretText;

const ARMOR: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const MAGIC: &[u8] = b"age-encryption.org/";

/// The secret half of a recipient: what opens files.
pub struct Identity(Half);

enum Half {
    Here(Box<dyn age::Identity + Send + Sync>),
    Plugin(plugin::Identity),
}

impl Identity {
    fn here(identity: impl age::Identity + Send + Sync + 'static) -> Self {
        Self(Half::Here(Box::new(identity)))
    }

    /// Whether a plugin does the work, which may ask for a PIN or a touch.
    pub const fn may_ask(&self) -> bool {
        matches!(self.0, Half::Plugin(_))
    }

    pub(super) fn inner(&self) -> &dyn age::Identity {
        match &self.0 {
            Half::Here(identity) => identity.as_ref(),
            Half::Plugin(identity) => identity,
        }
    }
}

/// What an identity file holds.
pub enum IdentityFile {
    Open(Vec<Identity>),
    /// It wants its passphrase first.
    Protected(Protected),
}

/// An identity file under a passphrase: `age -p`, or OpenSSH's own.
pub struct Protected {
    inside: Inside,
    origin: String,
}

enum Inside {
    Age(Zeroizing<Vec<u8>>),
    Ssh(Box<age::ssh::Identity>),
}

impl Protected {
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A wrong passphrase is [`Kind::WrongKey`].
    pub fn open(&self, passphrase: &SecretText) -> Result<Vec<Identity>> {
        let wrong = || {
            let why = format!("the passphrase does not open {}", self.origin);
            Error::new(Kind::WrongKey, why)
        };
        match &self.inside {
            Inside::Age(sealed) => {
                let clear = super::decrypt_with_passphrase(passphrase, sealed).map_err(
                    |error| match error.kind {
                        Kind::WrongKey => wrong(),
                        _ => error.detail(self.origin.clone()),
                    },
                )?;
                match read_identities(&clear, &self.origin)? {
                    IdentityFile::Open(identities) => Ok(identities),
                    IdentityFile::Protected(_) => Err(twice(&self.origin)),
                }
            }
            Inside::Ssh(identity) => {
                let age::ssh::Identity::Encrypted(key) = identity.as_ref() else {
                    return Err(Error::bug("an open ssh key was kept as a protected one"));
                };
                let secret = SecretString::from(passphrase.expose().to_owned());
                let key = key.decrypt(secret).map_err(|_| wrong())?;
                Ok(vec![Identity::here(age::ssh::Identity::from(key))])
            }
        }
    }
}

fn twice(origin: &str) -> Error {
    Error::usage(format!("{origin} is encrypted twice"))
}

/// Reads an identity file: lines of `AGE-SECRET-KEY-1…` and `AGE-PLUGIN-NAME-1…` with comments, an OpenSSH
/// private key, or either of them under a passphrase.
pub fn read_identities(bytes: &[u8], origin: &str) -> Result<IdentityFile> {
    if bytes.starts_with(MAGIC) {
        return Ok(protected(bytes.to_vec().into(), origin));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| {
        Error::usage(format!("{origin} is not text"))
            .hint("an identity file is UTF-8 text, or a file that `age -p` made")
    })?;
    // What an editor of another system put in front; line ends are trimmed below.
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with(ARMOR) {
        return Ok(protected(dearmored(text, origin)?, origin));
    }
    if text.starts_with("-----BEGIN") {
        return ssh(text, origin);
    }
    lines(text, origin).map(IdentityFile::Open)
}

fn protected(sealed: Zeroizing<Vec<u8>>, origin: &str) -> IdentityFile {
    IdentityFile::Protected(Protected {
        inside: Inside::Age(sealed),
        origin: origin.to_owned(),
    })
}

fn dearmored(text: &str, origin: &str) -> Result<Zeroizing<Vec<u8>>> {
    let mut sealed = Zeroizing::new(vec![]);
    age::armor::ArmoredReader::new(text.as_bytes())
        .read_to_end(&mut sealed)
        .map_err(|error| Error::usage(format!("{origin} is damaged")).because(error))?;
    Ok(sealed)
}

/// The same where a passphrase has no place.
pub fn parse_identities(file: &SecretText, origin: &str) -> Result<Vec<Identity>> {
    match read_identities(file.expose().as_bytes(), origin)? {
        IdentityFile::Open(identities) => Ok(identities),
        IdentityFile::Protected(_) => Err(Error::usage(format!(
            "{origin} is protected by a passphrase"
        ))),
    }
}

fn lines(text: &str, origin: &str) -> Result<Vec<Identity>> {
    let mut identities = vec![];
    let mut plugins: Vec<plugin::Identity> = vec![];
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(identity) = plugin::Identity::parse(line) {
            plugin::gather(&mut plugins, identity);
            continue;
        }
        let identity = age::x25519::Identity::from_str(line).map_err(|why| {
            let error = Error::usage(format!("line {number} of {origin} is not an age identity"));
            error.because(why).hint(instead(line))
        })?;
        identities.push(Identity::here(identity));
    }
    // Keys on this machine are tried before those that somebody has to touch.
    identities.extend(
        plugins
            .into_iter()
            .map(|plugin| Identity(Half::Plugin(plugin))),
    );
    if identities.is_empty() {
        return Err(Error::usage(format!("{origin} holds no identity")));
    }
    Ok(identities)
}

/// What was probably meant. The line itself may be a secret with a typing error and is never shown.
fn instead(line: &str) -> &'static str {
    if line.starts_with("AGE-SECRET-KEY-PQ-1") {
        return "post-quantum identities open through their plugin: let `age-plugin-pq` turn this one into \
                an `AGE-PLUGIN-PQ-1…` line";
    }
    if line.starts_with("ssh-") {
        return "this is a public key: give the private key file; one that only an ssh-agent holds cannot \
                decrypt";
    }
    if line.starts_with("age1") {
        return "this is a recipient, the public half: give the identity file";
    }
    "an identity file holds lines that start with `AGE-SECRET-KEY-1` or `AGE-PLUGIN-`"
}

fn ssh(text: &str, origin: &str) -> Result<IdentityFile> {
    let wrong = |why: &str| Error::usage(format!("the ssh key in {origin} cannot be used: {why}"));
    // The parser knows Unix line ends only.
    let text = Zeroizing::new(format!("{}\n", text.replace("\r\n", "\n")));
    match age::ssh::Identity::from_buffer(text.as_bytes(), None) {
        Ok(identity @ age::ssh::Identity::Unencrypted(_)) => {
            Ok(IdentityFile::Open(vec![Identity::here(identity)]))
        }
        Ok(identity @ age::ssh::Identity::Encrypted(_)) => Ok(IdentityFile::Protected(Protected {
            inside: Inside::Ssh(Box::new(identity)),
            origin: origin.to_owned(),
        })),
        Ok(age::ssh::Identity::Unsupported(why)) => Err(unsupported(&why, wrong)),
        Err(error) => Err(wrong("it does not parse").because(error)),
    }
}

fn unsupported(why: &age::ssh::UnsupportedKey, wrong: impl Fn(&str) -> Error) -> Error {
    use age::ssh::UnsupportedKey::{EncryptedPem, EncryptedSsh, Hardware, Type};
    match why {
        EncryptedPem => wrong("its old PEM encryption is too weak")
            .hint("write it anew with `ssh-keygen -p -f FILE`"),
        EncryptedSsh(_) => wrong("its passphrase uses a cipher that is not known")
            .hint("write it anew with `ssh-keygen -p -Z aes256-ctr -f FILE`"),
        Hardware(_) => wrong("it lives in a security key, which signs and does not decrypt")
            .hint("make an age identity in the security key with an age plugin"),
        Type(_) => wrong("its type is not ssh-ed25519 or ssh-rsa"),
    }
}

//! age plugins (security keys, TPM, post-quantum keys): our half of their protocol. The process, whether it may be
//! trusted, and the questions that it asks are the host's: this file starts nothing and asks nobody.

use std::collections::HashSet;
use std::io;
use std::sync::{Mutex, OnceLock, PoisonError};

use age::{DecryptError, EncryptError};
use age_core::format::{FileKey, Stanza};
use age_core::primitives::bech32_decode;
use age_core::secrecy::ExposeSecret as _;
use data_encoding::BASE64_NOPAD;
use zeroize::{Zeroize as _, Zeroizing};

use super::stanza::{self, Reading, stanza};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::crypto::seal::sha256;
use crate::crypto::secret::SecretText;

/// The most that a plugin may say in one conversation.
const MOST: usize = 1000;

/// What runs plugins and carries their questions to a person.
pub trait Host: Send + Sync {
    /// Starts `age-plugin-NAME --age-plugin=MACHINE`.
    fn start(&self, plugin: &str, machine: &str) -> Result<Box<dyn Session>>;
    fn say(&self, plugin: &str, text: &str);
    fn ask(&self, plugin: &str, text: &str, echo: Echo) -> Result<SecretText>;
    fn choose(&self, plugin: &str, text: &str, options: [&str; 2]) -> Result<bool>;
}

/// Whether what is typed may be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Echo {
    Shown,
    Hidden,
}

/// A plugin that runs. Dropped, it ends.
pub trait Session {
    fn send(&mut self, bytes: &[u8]) -> Result<()>;
    /// The next line without its line feed; bounded in time and length.
    fn line(&mut self) -> Result<Zeroizing<Vec<u8>>>;
}

static HOST: OnceLock<Box<dyn Host>> = OnceLock::new();

/// Names what runs plugins, once per process. Without it recipients and identities of plugins are refused.
pub fn install(host: Box<dyn Host>) {
    HOST.set(host).ok();
}

fn host() -> Result<&'static dyn Host> {
    HOST.get().map(Box::as_ref).ok_or_else(|| {
        Error::refused("plugins cannot be used here")
            .hint("give an identity file or a passphrase that needs no plugin")
    })
}

/// Letters, digits and `+-._`: never a path.
fn valid(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte);
    !name.is_empty() && name.bytes().all(plain) && !name.starts_with('.')
}

/// The part of a bech32 text before its data.
fn human_part(text: &str) -> Option<String> {
    bech32_decode(text, |_| (), |_| Ok(()), |hrp, _| Ok(hrp.to_string())).ok()
}

/// `age1NAME1…`.
#[derive(Clone)]
pub(super) struct Recipient {
    name: String,
    text: String,
}

impl Recipient {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let part = human_part(text)?;
        let name = part.strip_prefix("age1").filter(|name| valid(name))?;
        Some(Self {
            name: name.to_owned(),
            text: text.to_owned(),
        })
    }

    pub(super) fn plugin(&self) -> &str {
        &self.name
    }

    fn wrap(&self, key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>)> {
        let opening = [
            stanza("add-recipient", &[&self.text], &[]),
            stanza("extension-labels", &[], &[]),
            stanza("wrap-file-key", &[], key.expose_secret()),
            stanza("done", &[], &[]),
        ];
        let (mut stanzas, mut labels) = (vec![], HashSet::new());
        let told = converse(&self.name, "recipient-v1", opening, |mut command| {
            match (command.tag.as_str(), command.args.len()) {
                ("recipient-stanza", 2..) if command.args.first().is_some_and(|n| n == "0") => {
                    command.args.remove(0);
                    command.tag = command.args.remove(0);
                    stanzas.push(command);
                    true
                }
                ("labels", _) => {
                    labels = command.args.into_iter().collect();
                    true
                }
                _ => false,
            }
        })?;
        match told.failure(&self.name, Kind::Failed) {
            Some(error) => Err(error),
            None if stanzas.is_empty() => Err(Error::failed(format!(
                "`{}` wrapped nothing",
                program(&self.name)
            ))),
            None => Ok((stanzas, labels)),
        }
    }
}

impl age::Recipient for Recipient {
    fn wrap_file_key(&self, key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        self.wrap(key)
            .map_err(|error| EncryptError::Io(io::Error::other(error)))
    }
}

/// The identities `AGE-PLUGIN-NAME-1…` of one plugin: one conversation for all of them.
pub(super) struct Identity {
    name: String,
    lines: Vec<SecretText>,
    /// What it opened already, by the header: a command that opens the same file again asks for no second PIN.
    opened: Mutex<Vec<Opened>>,
}

/// SHA-256 of a header's stanzas, and the file key that they gave, if they were for this identity.
type Opened = ([u8; 32], Option<Zeroizing<[u8; 16]>>);

impl Identity {
    pub(super) fn parse(line: &str) -> Option<Self> {
        let part = human_part(line)?.to_ascii_uppercase();
        let name = part.strip_prefix("AGE-PLUGIN-")?.strip_suffix('-')?;
        valid(name).then(|| Self {
            name: name.to_ascii_lowercase(),
            lines: vec![SecretText::new(line.to_owned())],
            opened: Mutex::default(),
        })
    }

    fn unwrap(&self, stanzas: &[Stanza]) -> Result<Option<FileKey>> {
        let mut text = vec![];
        for stanza in stanzas {
            stanza::write(&mut text, stanza);
        }
        let header = sha256(&text);
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let known = opened.iter().find(|(known, _)| *known == header);
        let key = if let Some((_, key)) = known {
            key.clone()
        } else {
            let key = self.ask(stanzas)?;
            opened.push((header, key.clone()));
            key
        };
        Ok(key.map(|key| FileKey::init_with_mut(|bytes| bytes.copy_from_slice(key.as_slice()))))
    }

    fn ask(&self, stanzas: &[Stanza]) -> Result<Option<Zeroizing<[u8; 16]>>> {
        let mut opening: Vec<Stanza> = self
            .lines
            .iter()
            .map(|line| stanza("add-identity", &[line.expose()], &[]))
            .collect();
        opening.extend(stanzas.iter().map(|theirs| {
            let mut args = vec!["0", &theirs.tag];
            args.extend(theirs.args.iter().map(String::as_str));
            stanza("recipient-stanza", &args, &theirs.body)
        }));
        opening.push(stanza("done", &[], &[]));
        let mut key = None;
        let told = converse(&self.name, "identity-v1", opening, |mut command| {
            let ours = command.tag == "file-key" && command.args == ["0"] && key.is_none();
            if ours && let Ok(bytes) = <[u8; 16]>::try_from(command.body.as_slice()) {
                key = Some(Zeroizing::new(bytes));
            }
            command.body.zeroize();
            ours
        })
        .map_err(|mut error| {
            // Whatever kept it from answering: this unlocker opens nothing.
            if error.kind == Kind::Failed {
                error.kind = Kind::WrongKey;
            }
            error
        })?;
        match (key, told.failure(&self.name, Kind::WrongKey)) {
            (Some(key), _) => Ok(Some(key)),
            (None, Some(error)) => Err(error),
            (None, None) => Ok(None),
        }
    }
}

impl age::Identity for Identity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        self.unwrap_stanzas(std::slice::from_ref(stanza))
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, DecryptError>> {
        self.unwrap(stanzas)
            .map_err(|error| DecryptError::Io(io::Error::other(error)))
            .transpose()
    }
}

/// Puts an identity to those of the same plugin.
pub(super) fn gather(plugins: &mut Vec<Identity>, mut identity: Identity) {
    match plugins.iter_mut().find(|known| known.name == identity.name) {
        Some(known) => known.lines.append(&mut identity.lines),
        None => plugins.push(identity),
    }
}

fn program(name: &str) -> String {
    format!("age-plugin-{name}")
}

/// What a plugin complained about, and an answer that nobody could give it.
#[derive(Default)]
struct Told {
    errors: Vec<String>,
    unanswered: Option<Error>,
}

impl Told {
    fn failure(self, name: &str, kind: Kind) -> Option<Error> {
        if let Some(error) = self.unanswered {
            return Some(error);
        }
        let first = self.errors.first()?;
        Some(Error::new(kind, format!("`{}` did not do it", program(name))).because(first))
    }
}

/// One conversation: all that we have to say, then the plugin's commands until it is done. `take` is given
/// what is not a question; it tells whether it understood.
fn converse(
    name: &str,
    machine: &str,
    opening: impl IntoIterator<Item = Stanza>,
    mut take: impl FnMut(Stanza) -> bool,
) -> Result<Told> {
    let host = host()?;
    let mut session = host.start(name, machine)?;
    let mut text = Zeroizing::new(vec![]);
    for mut said in opening {
        stanza::write(&mut text, &said);
        said.body.zeroize();
    }
    session.send(&text)?;
    let mut told = Told::default();
    for _ in 0..MOST {
        let command = next(name, session.as_mut())?;
        let tag = command.tag.clone();
        let reply = match tag.as_str() {
            "done" => return Ok(told),
            "error" => {
                told.errors.push(shown(&command));
                stanza("ok", &[], &[])
            }
            "msg" | "confirm" | "request-public" | "request-secret" => {
                question(host, name, &command).unwrap_or_else(|error| {
                    told.unanswered = told.unanswered.take().or(Some(error));
                    stanza("fail", &[], &[])
                })
            }
            _ if take(command) => stanza("ok", &[], &[]),
            _ => stanza("unsupported", &[], &[]),
        };
        let mut text = Zeroizing::new(vec![]);
        stanza::write(&mut text, &reply);
        session.send(&text)?;
    }
    Err(Error::failed(format!(
        "`{}` does not come to an end",
        program(name)
    )))
}

fn shown(command: &Stanza) -> String {
    safe(&String::from_utf8_lossy(&command.body))
}

fn question(host: &dyn Host, name: &str, command: &Stanza) -> Result<Stanza> {
    let text = shown(command);
    let echo = match command.tag.as_str() {
        "msg" => {
            host.say(name, &text);
            return Ok(stanza("ok", &[], &[]));
        }
        "confirm" => {
            let option = |number| label(command, number);
            let (yes, no) = (option(0), option(1));
            let options = [
                yes.as_deref().unwrap_or("yes"),
                no.as_deref().unwrap_or("no"),
            ];
            let answer = host.choose(name, &text, options)?;
            return Ok(stanza("ok", &[if answer { "yes" } else { "no" }], &[]));
        }
        "request-public" => Echo::Shown,
        _ => Echo::Hidden,
    };
    let answer = host.ask(name, &text, echo)?;
    Ok(stanza("ok", &[], answer.expose().as_bytes()))
}

/// An answer's name, which is sent as base64.
fn label(command: &Stanza, number: usize) -> Option<String> {
    let bytes = BASE64_NOPAD
        .decode(command.args.get(number)?.as_bytes())
        .ok()?;
    Some(safe(&String::from_utf8_lossy(&bytes)))
}

fn next(name: &str, session: &mut dyn Session) -> Result<Stanza> {
    let broken = || {
        Error::failed(format!(
            "`{}` does not speak as a plugin does",
            program(name)
        ))
    };
    let mut reading = Reading::begin(&session.line()?).ok_or_else(broken)?;
    while !reading.body(&session.line()?).ok_or_else(broken)? {}
    Ok(reading.end())
}

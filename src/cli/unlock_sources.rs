//! Where unlockers are, and reading them. Gives raw text; what it opens is decided in `crypto` and `store`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::remote::leash::{Complaints, Leash};

use super::context::StdinGuard;
use super::secret_input::{FILE_LIMIT, LIMIT, without_newline};
use super::settings::Origin;
use super::ui::Ui;
use super::{file_guard, plugins};

/// A place that holds an unlocker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UnlockerSource {
    IdentityFile(PathBuf, Origin),
    PassphraseFile(PathBuf, Origin),
    PassphraseStdin(Origin),
    PassphraseCommand(Vec<String>, Origin),
}

/// What such a place gave. Without `Debug`: it is secret.
pub(crate) enum RawUnlocker {
    /// An identity file: age or ssh, encrypted with a passphrase or not.
    Identity {
        bytes: Zeroizing<Vec<u8>>,
    },
    Passphrase(Zeroizing<String>),
}

impl UnlockerSource {
    pub(crate) const fn origin(&self) -> &Origin {
        match self {
            Self::IdentityFile(_, origin)
            | Self::PassphraseFile(_, origin)
            | Self::PassphraseStdin(origin)
            | Self::PassphraseCommand(_, origin) => origin,
        }
    }

    /// How messages name it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::IdentityFile(path, _) => format!("identity file `{}`", path.display()),
            Self::PassphraseFile(path, _) => format!("passphrase file `{}`", path.display()),
            Self::PassphraseStdin(_) => "passphrase on standard input".to_owned(),
            Self::PassphraseCommand(..) => "`unlock.passphrase_command`".to_owned(),
        }
    }

    /// `wait` bounds how long a command may be silent.
    pub(crate) fn read(
        &self,
        stdin: &mut StdinGuard,
        (ui, wait): (&Ui, Duration),
    ) -> Result<RawUnlocker> {
        match self {
            Self::IdentityFile(path, origin) => {
                guard(path, origin)?;
                let bytes = file_guard::read_bytes(path, FILE_LIMIT)?;
                Ok(RawUnlocker::Identity { bytes })
            }
            Self::PassphraseFile(path, origin) => {
                guard(path, origin)?;
                passphrase(file_guard::read_text(path, FILE_LIMIT)?, &self.name())
            }
            Self::PassphraseStdin(_) => {
                let input = stdin.take("--passphrase-file -")?;
                passphrase(
                    file_guard::bounded(input, LIMIT, "standard input")?,
                    &self.name(),
                )
            }
            Self::PassphraseCommand(words, _) => {
                passphrase(printed_by(words, (ui, wait))?, &self.name())
            }
        }
    }
}

/// systemd mounts credentials read-only for the service alone; their folder need not be the user's.
fn guard(path: &Path, origin: &Origin) -> Result<()> {
    match origin {
        Origin::Credential => Ok(()),
        _ => file_guard::secret(path),
    }
}

fn passphrase(text: Zeroizing<String>, name: &str) -> Result<RawUnlocker> {
    let text = without_newline(text);
    if text.is_empty() {
        return Err(Error::usage(format!("the {name} is empty")));
    }
    Ok(RawUnlocker::Passphrase(text))
}

/// Runs the command without a shell; what it prints is the passphrase, what it complains about is shown. One
/// that says nothing for too long is ended: a cron job must not hang for ever.
fn printed_by(words: &[String], (ui, wait): (&Ui, Duration)) -> Result<Zeroizing<String>> {
    let Some((program, arguments)) = words.split_first() else {
        return Err(Error::usage("`unlock.passphrase_command` is empty"));
    };
    let none = |error: Error| {
        let mut whole = Error::failed("`unlock.passphrase_command` gave no passphrase");
        whole.hint.clone_from(&error.hint);
        whole.because(error)
    };
    let mut command = Command::new(program);
    command.args(arguments);
    let manner = plugins::manner(wait, Complaints::Shown, ui);
    let mut leash = Leash::start(command, program, manner).map_err(none)?;
    leash.close();
    let limit = usize::try_from(LIMIT).unwrap_or(usize::MAX);
    let mut bytes = Zeroizing::new(Vec::with_capacity(limit * 4));
    while bytes.len() <= limit
        && let Some(line) = leash.line().map_err(none)?
    {
        bytes.extend_from_slice(&line);
    }
    let text = file_guard::bounded(bytes.as_slice(), LIMIT, "what it printed")?;
    if leash.end().map_err(none)? {
        return Ok(text);
    }
    Err(none(leash.failed("ended with an error")))
}

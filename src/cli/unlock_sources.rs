//! Where unlockers are, and reading them. Gives raw text; what it opens is decided in `crypto` and `store`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};

use super::context::StdinGuard;
use super::file_guard;
use super::secret_input::{FILE_LIMIT, LIMIT, without_newline};
use super::settings::Origin;

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
    /// The text of an identity file: age or ssh, encrypted with a passphrase or not.
    Identity {
        text: Zeroizing<String>,
        path: PathBuf,
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

    pub(crate) fn read(&self, stdin: &mut StdinGuard) -> Result<RawUnlocker> {
        match self {
            Self::IdentityFile(path, origin) => {
                guard(path, origin)?;
                let text = file_guard::read_text(path, FILE_LIMIT)?;
                Ok(RawUnlocker::Identity {
                    text,
                    path: path.clone(),
                })
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
            Self::PassphraseCommand(words, _) => passphrase(printed_by(words)?, &self.name()),
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

/// Runs the command without a shell; what it prints is the passphrase, what it complains about is shown.
fn printed_by(words: &[String]) -> Result<Zeroizing<String>> {
    let Some((program, arguments)) = words.split_first() else {
        return Err(Error::usage("`unlock.passphrase_command` is empty"));
    };
    let broken = |cause: String| {
        Error::failed("`unlock.passphrase_command` gave no passphrase").because(cause)
    };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| broken(format!("cannot run `{program}`: {error}")))?;
    let output = child
        .stdout
        .take()
        .ok_or_else(|| Error::bug("a piped child has no output"))?;
    let text = file_guard::bounded(output, LIMIT, "what it printed");
    let status = child.wait().map_err(|error| broken(error.to_string()))?;
    if !status.success() {
        return Err(broken(format!("`{program}` ended with {status}")));
    }
    text
}

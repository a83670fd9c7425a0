//! Secrets handed over by flags: standard input, a file, a descriptor. Never a value on the command line or in
//! the environment, where other processes and shell histories can read it.

use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;

use super::context::Context;
use super::{ask, file_guard};

/// The longest secret from standard input or a descriptor, in bytes.
pub(crate) const LIMIT: u64 = 4 * 1024;
/// The longest secret file (identity files carry comments and several keys), in bytes.
pub(crate) const FILE_LIMIT: u64 = 64 * 1024;

/// Flags that hand over a password.
#[derive(Args, Clone, Default)]
#[group(multiple = false)]
pub(crate) struct PasswordInput {
    /// Read the password from standard input
    #[arg(id = "password-stdin", long = "password-stdin")]
    pub(crate) stdin: bool,
    /// Read the password from this file
    #[arg(id = "password-file", long = "password-file", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Read the password from this open descriptor
    #[arg(id = "password-fd", long = "password-fd", value_name = "N")]
    pub(crate) descriptor: Option<u16>,
}

/// Flags that hand over a one-time or recovery code.
#[derive(Args, Clone, Default)]
#[group(multiple = false)]
pub(crate) struct CodeInput {
    /// Read the code from standard input
    #[arg(id = "code-stdin", long = "code-stdin")]
    pub(crate) stdin: bool,
    /// Read the code from this file
    #[arg(id = "code-file", long = "code-file", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Read the code from this open descriptor
    #[arg(id = "code-fd", long = "code-fd", value_name = "N")]
    pub(crate) descriptor: Option<u16>,
}

/// Flags that hand over a token or client secret.
#[derive(Args, Clone, Default)]
#[group(multiple = false)]
pub(crate) struct TokenInput {
    /// Read the token from standard input
    #[arg(id = "token-stdin", long = "token-stdin")]
    pub(crate) stdin: bool,
    /// Read the token from this file
    #[arg(id = "token-file", long = "token-file", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Read the token from this open descriptor
    #[arg(id = "token-fd", long = "token-fd", value_name = "N")]
    pub(crate) descriptor: Option<u16>,
}

/// One of the groups above, or a command's own flags, in a common form. `name` is the flags' prefix.
pub(crate) struct SecretFlags<'a> {
    pub(crate) name: &'static str,
    pub(crate) stdin: Stdin,
    pub(crate) file: Option<&'a Path>,
    pub(crate) descriptor: Option<u16>,
}

/// Whether `--NAME-stdin` was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stdin {
    Named,
    Unused,
}

impl From<bool> for Stdin {
    fn from(named: bool) -> Self {
        if named { Self::Named } else { Self::Unused }
    }
}

impl PasswordInput {
    pub(crate) fn flags(&self) -> SecretFlags<'_> {
        let file = self.file.as_deref();
        SecretFlags {
            name: "password",
            stdin: self.stdin.into(),
            file,
            descriptor: self.descriptor,
        }
    }
}

impl CodeInput {
    pub(crate) fn flags(&self) -> SecretFlags<'_> {
        let file = self.file.as_deref();
        SecretFlags {
            name: "code",
            stdin: self.stdin.into(),
            file,
            descriptor: self.descriptor,
        }
    }
}

impl TokenInput {
    pub(crate) fn flags(&self) -> SecretFlags<'_> {
        let file = self.file.as_deref();
        SecretFlags {
            name: "token",
            stdin: self.stdin.into(),
            file,
            descriptor: self.descriptor,
        }
    }
}

impl SecretFlags<'_> {
    /// The secret that the flags name; none if no flag was given.
    pub(crate) fn given(&self, ctx: &mut Context) -> Result<Option<Zeroizing<String>>> {
        let name = self.name;
        let text = match (self.stdin, self.file, self.descriptor) {
            (Stdin::Named, ..) => {
                let input = ctx.stdin.take(&format!("--{name}-stdin"))?;
                file_guard::bounded(input, LIMIT, "standard input")?
            }
            (_, Some(path), _) => {
                file_guard::private(path)?;
                file_guard::read_text(path, FILE_LIMIT)?
            }
            (_, _, Some(0)) => {
                let input = ctx.stdin.take(&format!("--{name}-fd 0"))?;
                file_guard::bounded(input, LIMIT, "standard input")?
            }
            (_, _, Some(number)) => from_descriptor(number)?,
            _ => return Ok(None),
        };
        Ok(Some(without_newline(text)))
    }

    /// The secret from the flags, else asked for once; refused where nobody can be asked.
    pub(crate) fn read(&self, ctx: &mut Context, prompt: &str) -> Result<Zeroizing<String>> {
        match self.given(ctx)? {
            Some(secret) => Ok(secret),
            None => ask::secret_by(ctx, prompt, &self.wanted().each_ref().map(String::as_str)),
        }
    }

    /// A new secret from the flags, else asked for twice.
    pub(crate) fn read_new(&self, ctx: &mut Context, prompt: &str) -> Result<Zeroizing<String>> {
        match self.given(ctx)? {
            Some(secret) => Ok(secret),
            None => ask::new_secret(ctx, prompt, &self.wanted().each_ref().map(String::as_str)),
        }
    }

    /// The flags that would have given it.
    fn wanted(&self) -> [String; 3] {
        ["stdin", "file FILE", "fd N"].map(|way| format!("--{}-{way}", self.name))
    }
}

/// A descriptor is opened again by its name in `/dev/fd`: taking over a number would need `unsafe`.
fn from_descriptor(number: u16) -> Result<Zeroizing<String>> {
    let path = PathBuf::from(format!("/dev/fd/{number}"));
    if !path.exists() {
        return Err(Error::usage(format!("descriptor {number} is not open")));
    }
    file_guard::read_text(&path, LIMIT)
}

/// Removes exactly one trailing newline: editors and `echo` add one; a second would be part of the secret.
pub(crate) fn without_newline(mut text: Zeroizing<String>) -> Zeroizing<String> {
    if text.ends_with('\n') {
        text.pop();
    }
    text
}

/// A new passphrase for a store from a file. Whoever gets the store's files can try passphrases for ever, so it
/// must not be short.
pub(crate) fn new_passphrase(path: &Path) -> Result<SecretText> {
    file_guard::private(path)?;
    let text = without_newline(file_guard::read_text(path, LIMIT)?);
    if text.chars().count() < 12 {
        return Err(
            Error::refused("the new passphrase has fewer than 12 characters")
                .hint("whoever gets the files can try for ever: take six random words"),
        );
    }
    Ok(SecretText::new(text.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::context::StdinGuard;

    #[test]
    fn one_newline_is_removed_and_nothing_else() {
        let plain = |text: &str| without_newline(Zeroizing::new(text.to_owned())).to_string();
        assert_eq!(plain("pass \n"), "pass ");
        assert_eq!(plain("pass\n\n"), "pass\n");
        assert_eq!(plain("pass\r\n"), "pass\r");
    }

    #[test]
    fn standard_input_has_one_reader() {
        let mut guard = StdinGuard::default();
        drop(guard.take("--password-stdin").unwrap());
        let error = guard.take("--passphrase-file -").err().unwrap();
        assert!(
            error.message.contains("--password-stdin")
                && error.message.contains("--passphrase-file -")
        );
    }
}

//! Completion: the scripts, and the candidates they ask for. Reads no configuration, asks nothing, and stays
//! silent when it cannot help. The only file that knows `clap_complete`, whose dynamic part is not stable yet.

use std::ffi::OsString;

use clap::ValueEnum;
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};

use crate::base::error::{Error, Result};

/// The variable by which a completion script asks for candidates.
const ASKED_BY: &str = "COMPLETE";
const NAME: &str = "optimactl";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShellName {
    Bash,
    Zsh,
    Fish,
}

impl ShellName {
    const fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
        }
    }

    const fn generator(self) -> Shell {
        match self {
            Self::Bash => Shell::Bash,
            Self::Zsh => Shell::Zsh,
            Self::Fish => Shell::Fish,
        }
    }
}

/// Answers a completion script, if one asks; a normal start costs one look at the environment.
pub(crate) fn answered(words: &[OsString]) -> bool {
    let folder = std::env::current_dir().ok();
    CompleteEnv::with_factory(super::command)
        .var(ASKED_BY)
        .try_complete(words.iter().cloned(), folder.as_deref())
        .unwrap_or(true)
}

/// The short script that asks the program for candidates at every press of TAB.
pub(crate) fn dynamic_script(shell: ShellName) -> Result<String> {
    let shells = Shells::builtins();
    let mut script = vec![];
    let broken = |cause: String| Error::bug("the completion script cannot be made").because(cause);
    let completer = shells
        .completer(shell.name())
        .ok_or_else(|| broken(format!("`{}` is unknown", shell.name())))?;
    completer
        .write_registration(ASKED_BY, NAME, NAME, NAME, &mut script)
        .map_err(|error| broken(error.to_string()))?;
    String::from_utf8(script).map_err(|error| broken(error.to_string()))
}

/// The script that knows all commands and flags by itself, for packagers.
pub(crate) fn static_script(shell: ShellName) -> Result<String> {
    let mut script = vec![];
    clap_complete::generate(shell.generator(), &mut super::command(), NAME, &mut script);
    String::from_utf8(script)
        .map_err(|error| Error::bug("the completion script is not text").because(error))
}

//! What every command gets: settings, the terminal, the clock, and the store once it asks for it. No globals;
//! what is shared travels in here.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::clock::Clock;
use crate::base::error::{Error, Kind, Result};
use crate::domain::operator::Asked;
use crate::store::file::Existing;
use crate::store::slot::Unlocker;

use super::global::GlobalArgs;
use super::overheard::Overheard;
use super::render::{self, Answer, Change};
use super::settings::Settings;
use super::stream::Stream;
use super::ui::Ui;

/// How a command ended that gave its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exit(u8);

impl Exit {
    pub(crate) const OK: Self = Self(0);

    /// Finished, but with something to tell the caller: findings, a partial result, a rejected credential.
    pub(crate) const fn with(kind: Kind) -> Self {
        Self(kind.exit())
    }

    /// A code that a foreign protocol asks for (`auth checkpassword`).
    pub(crate) const fn foreign(code: u8) -> Self {
        Self(code)
    }

    pub(crate) const fn code(self) -> u8 {
        self.0
    }
}

/// Standard input, which one reader of a command may take.
#[derive(Default)]
pub(crate) struct StdinGuard {
    taken_by: Option<String>,
}

impl StdinGuard {
    /// Hands out standard input to `flag`; a second reader is a usage error that names both.
    pub(crate) fn take(&mut self, flag: &str) -> Result<io::StdinLock<'static>> {
        if let Some(first) = &self.taken_by {
            return Err(Error::usage(format!(
                "`{first}` and `{flag}` cannot both read standard input"
            ))
            .hint("give one of them a file"));
        }
        self.taken_by = Some(flag.to_owned());
        Ok(io::stdin().lock())
    }
}

/// Where an artifact goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
}

pub(crate) struct Context {
    pub(crate) flags: GlobalArgs,
    pub(crate) settings: Settings,
    pub(crate) ui: Ui,
    pub(crate) clock: Clock,
    pub(crate) stdin: StdinGuard,
    /// What was read to open the store; kept, because standard input is read once and a command may open
    /// the store again after a question.
    pub(super) unlockers: Option<Vec<Unlocker>>,
    /// What the command line asks for: operators need a permission for it.
    pub(super) asked: Asked,
    /// Whether the operator gave a fresh code to this command.
    pub(super) proven: bool,
    /// What the process was started with, for a program that takes its place.
    pub(crate) inherited: Inherited,
    /// The answer, for whoever reports on the run.
    pub(crate) overheard: Overheard,
    /// Warnings about the store that were told already.
    pub(super) warned: RefCell<BTreeSet<String>>,
}

/// Limits that were tightened at the start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inherited {
    pub(crate) umask: rustix::fs::Mode,
    pub(crate) core: rustix::process::Rlimit,
}

/// How the command began: what it asks for, and what it was started with.
pub(crate) struct Beginning {
    pub(crate) asked: Asked,
    pub(crate) inherited: Inherited,
}

impl Context {
    pub(crate) fn new(flags: GlobalArgs, settings: Settings, ui: Ui, began: Beginning) -> Self {
        let clock = settings.clock();
        Self {
            flags,
            settings,
            ui,
            clock,
            stdin: StdinGuard::default(),
            unlockers: None,
            asked: began.asked,
            proven: false,
            inherited: began.inherited,
            overheard: Overheard::default(),
            warned: RefCell::default(),
        }
    }

    /// Writes the answer in the format asked for.
    pub(crate) fn answer<A: Answer>(&self, answer: &A) -> Result<Exit> {
        self.overheard.hear(answer)?;
        let text = render::answer(answer, &self.ui)?;
        self.ui.answer(&text)?;
        Ok(Exit::OK)
    }

    /// Writes the answer, and ends with the code of `kind` where there is one.
    pub(crate) fn answer_with<A: Answer>(&self, answer: &A, kind: Option<Kind>) -> Result<Exit> {
        self.answer(answer)?;
        Ok(kind.map_or(Exit::OK, Exit::with))
    }

    /// A try at a secret is always counted and recorded: one that is not would be a way to guess unseen.
    pub(crate) fn refuse_dry_run(&self, what: &str) -> Result<()> {
        if !self.flags.dry_run {
            return Ok(());
        }
        Err(Error::usage(format!(
            "`{what}` has no `--dry-run`: a try at a secret is always counted and recorded"
        ))
        .hint("run it without `--dry-run`"))
    }

    /// The start of what a changing command answers; `schema` like `account-create`, `sentence` for people
    /// (in the conditional under `--dry-run`).
    pub(crate) fn change(&self, schema: &'static str, sentence: impl Into<String>) -> Change {
        Change {
            dry_run: self.flags.dry_run,
            ..Change::new(schema, sentence)
        }
    }

    /// What becomes of a file that has the name of one to be written.
    pub(crate) const fn existing(&self) -> Existing {
        if self.flags.overwrite {
            Existing::Replace
        } else {
            Existing::Refuse
        }
    }

    /// A writer for answers too long to hold: listings of the log, exports.
    pub(crate) fn stream(&self, schema: &'static str, header: &[&str]) -> Result<Stream> {
        Stream::open(&self.ui, schema, header)
    }

    /// Where this artifact goes, refused early if a file is there already. Without `--output` it is
    /// `fallback` (none: the flag is required).
    pub(crate) fn target(&self, fallback: Option<&Path>) -> Result<Target> {
        let Some(path) = self.flags.output.as_deref().or(fallback) else {
            return Err(Error::usage("it is not said where the file goes")
                .hint("name it with `--output FILE`, or `--output -` for standard output"));
        };
        if path.as_os_str() == "-" {
            return Ok(Target::Stdout);
        }
        // A device or a pipe would become a file of that name.
        if path.symlink_metadata().is_ok() && !path.is_file() && !path.is_dir() {
            return Err(Error::new(
                Kind::Conflict,
                format!("`{}` is no regular file", path.display()),
            )
            .hint("write to standard output with `--output -`, and redirect that"));
        }
        if path.is_file() && !self.flags.overwrite {
            return Err(Error::new(
                Kind::Conflict,
                format!("`{}` exists already", path.display()),
            )
            .hint("replace it with `--overwrite`"));
        }
        Ok(Target::File(path.to_owned()))
    }
}

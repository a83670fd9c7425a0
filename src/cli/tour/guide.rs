//! Runs the commands of the tour: the program itself, in a folder of its own, with nothing of the user's
//! settings around it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::base::clock::{Clock, Time};
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::cli::context::Context;
use crate::cli::global::Format;
use crate::cli::ui::{self, Loudness};
use crate::crypto::secret::SecretText;
use crate::crypto::wrap;
use crate::domain;
use crate::store::Store;
use crate::store::folder::Folder;
use crate::store::slot::Unlocker;

/// Lines of an answer that are shown; longer ones are cut, and say so.
const LINES: usize = 16;

/// Somebody who shows the way.
pub(super) struct Guide {
    dir: PathBuf,
    program: PathBuf,
    speaks: bool,
    steps: usize,
    clock: Clock,
}

/// One command to show.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    pub(super) words: &'a [&'a str],
    /// What is typed or piped into it.
    pub(super) input: Option<&'a str>,
    /// The exit code that is meant.
    pub(super) exit: i32,
}

impl<'a> Step<'a> {
    pub(super) const fn of(words: &'a [&'a str]) -> Self {
        Self {
            words,
            input: None,
            exit: 0,
        }
    }

    pub(super) const fn input(self, text: &'a str) -> Self {
        Self {
            input: Some(text),
            ..self
        }
    }

    pub(super) const fn exits(self, exit: i32) -> Self {
        Self { exit, ..self }
    }
}

impl Guide {
    pub(super) fn new(dir: &Path, ctx: &Context) -> Result<Self> {
        let program = std::env::current_exe()
            .map_err(|error| Error::failed("this program cannot find itself").because(error))?;
        let speaks = ctx.ui.format() == Format::Text && ctx.ui.loudness() != Loudness::Quiet;
        Ok(Self {
            dir: dir.to_owned(),
            program,
            speaks,
            steps: 0,
            clock: ctx.settings.clock(),
        })
    }

    pub(super) const fn steps(&self) -> usize {
        self.steps
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// The time that the commands see.
    pub(super) fn now(&self) -> Time {
        self.clock.now()
    }

    /// A heading.
    pub(super) fn chapter(&self, title: &str) -> Result<()> {
        self.say(&format!(
            "\n── {title} {}",
            "─".repeat(74_usize.saturating_sub(title.chars().count()))
        ))
    }

    pub(super) fn say(&self, line: &str) -> Result<()> {
        if self.speaks {
            ui::artifact(&format!("{line}\n"))
        } else {
            Ok(())
        }
    }

    /// Runs a step and shows its line and its answer; an exit code that was not meant ends the tour.
    pub(super) fn show(&mut self, step: Step<'_>) -> Result<String> {
        let shown: Vec<String> = step.words.iter().map(|word| quoted(word)).collect();
        let piped = step
            .input
            .map(|input| format!("printf '%s' {} | ", quoted(input)))
            .unwrap_or_default();
        self.say(&format!("\n$ {piped}optimactl {}", shown.join(" ")))?;
        let answer = self.run(step)?;
        let lines: Vec<&str> = answer.lines().collect();
        for line in lines.iter().take(LINES) {
            self.say(line)?;
        }
        if lines.len() > LINES {
            self.say(&format!("  … {} more lines", lines.len() - LINES))?;
        }
        if step.exit != 0 {
            self.say(&format!("(exit code {}, as meant)", step.exit))?;
        }
        Ok(answer)
    }

    /// Runs a step without showing it, for a value that the next one needs.
    pub(super) fn run(&mut self, step: Step<'_>) -> Result<String> {
        self.steps += 1;
        let output = self.spawn(&self.program, step.words, step.input)?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.code() == Some(step.exit) {
            return Ok(if text.is_empty() { said } else { text });
        }
        Err(Error::failed(format!(
            "a step of the tour failed: optimactl {}",
            step.words.join(" ")
        ))
        .because(format!("{} with: {}", output.status, safe(said.trim()))))
    }

    /// Runs a stock tool through the shell and shows it; one that is not installed is named and passed over.
    pub(super) fn stock(&mut self, tools: &[&str], line: &str) -> Result<()> {
        for tool in tools {
            if self
                .spawn(
                    Path::new("sh"),
                    &["-c", &format!("command -v {tool}")],
                    None,
                )?
                .status
                .success()
            {
                continue;
            }
            return self.say(&format!(
                "\n$ {line}\n(passed over: {tool} is not installed)"
            ));
        }
        self.say(&format!("\n$ {line}"))?;
        self.steps += 1;
        let output = self.spawn(Path::new("sh"), &["-c", line], None)?;
        if !output.status.success() {
            return Err(Error::failed(format!("a step of the tour failed: {line}"))
                .because(safe(String::from_utf8_lossy(&output.stderr).trim())));
        }
        self.say(String::from_utf8_lossy(&output.stdout).trim_end())
    }

    fn spawn(&self, program: &Path, words: &[&str], input: Option<&str>) -> Result<Output> {
        let failed = |error| Error::failed("a step of the tour cannot be run").because(error);
        let mut command = Command::new(program);
        command
            .args(words)
            .current_dir(&self.dir)
            .env("OPTIMACTL_STORE", self.path("store"))
            .env("OPTIMACTL_CONFIG", self.path("config.toml"))
            .env("OPTIMACTL_IDENTITY", self.path("identity.txt"))
            .env("HOME", &self.dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error: std::io::Error| failed(error))?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program that wants no input closes it; its exit code tells whether that was right.
            stdin.write_all(input.unwrap_or_default().as_bytes()).ok();
        }
        child.wait_with_output().map_err(failed)
    }

    /// The tour's store, opened in this process.
    pub(super) fn open(&self, ctx: &Context) -> Result<domain::Context> {
        let folder = Folder::new(self.path("store"));
        let identity = crate::cli::file_guard::read_text(&self.path("identity.txt"), 1 << 16)?;
        let identity = SecretText::new(identity.to_string());
        let unlocker = Unlocker::Identities {
            identities: wrap::parse_identities(&identity, "the tour's identity")?,
            origin: "the tour's identity".to_owned(),
        };
        let store = Store::open(&folder, &[unlocker], &ctx.holder()?)?;
        ctx.around(store)
    }
}

/// The word as a shell would need it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,>".contains(c);
    if !word.is_empty() && word.chars().all(plain) && !word.contains('>') {
        return word.to_owned();
    }
    format!("'{}'", word.trim_end().replace('\'', "'\\''"))
}

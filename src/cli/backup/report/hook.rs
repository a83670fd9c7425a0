//! Runs a program of the administrator's: checked like the configuration that names it, never through a shell,
//! never without an end.

use std::io::{self, Write as _};
use std::os::fd::AsFd as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::base::error::{Error, Result};
use crate::cli::file_guard;
use crate::remote::leash::UNLOCKING;

use super::facts::Facts;

/// How long a program that was asked to end may take for it.
const FAREWELL: Duration = Duration::from_secs(3);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A program and its arguments.
pub(super) struct Hook {
    words: Vec<String>,
    /// The flag or setting that names it.
    named_by: &'static str,
}

impl Hook {
    /// Refuses what somebody else could have put there.
    pub(super) fn new(words: &[String], named_by: &'static str) -> Result<Option<Self>> {
        let Some(program) = words.first() else {
            return Ok(None);
        };
        let path = Path::new(program);
        require_folder(path, named_by)?;
        file_guard::unchangeable_by_others(path)?;
        Ok(Some(Self {
            words: words.to_vec(),
            named_by,
        }))
    }

    /// Runs it to its end, or ends it after `patience`.
    pub(super) fn run(&self, facts: &Facts<'_>, patience: Duration) -> Result<()> {
        let mut child = self.start(facts)?;
        let status = ended_within(&mut child, patience).map_err(|error| self.broken(error))?;
        match status {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(self.broken(status)),
            None => Err(self.broken(format!("it was not done after {} s", patience.as_secs()))),
        }
    }

    fn broken(&self, why: impl std::fmt::Display) -> Error {
        let program = self.words.first().map_or("", String::as_str);
        let program = crate::base::text::safe(program);
        Error::failed(format!("`{}` failed", self.named_by)).because(format!("`{program}`: {why}"))
    }

    fn start(&self, facts: &Facts<'_>) -> Result<Child> {
        let Some((program, arguments)) = self.words.split_first() else {
            return Err(Error::bug("a program without a name"));
        };
        let mut command = Command::new(program);
        for name in UNLOCKING {
            command.env_remove(name);
        }
        // Its output is no part of the answer.
        let aside = io::stderr().as_fd().try_clone_to_owned();
        command
            .args(arguments)
            .envs(facts.variables())
            .stdin(Stdio::piped())
            .stdout(aside.map_or_else(|_| Stdio::null(), Stdio::from));
        let mut child = command.spawn().map_err(|error| self.broken(error))?;
        if let Some(mut input) = child.stdin.take() {
            let text = facts.json().to_string() + "\n";
            // In a thread, and its failure is nothing: a program need not read its input.
            std::thread::spawn(move || input.write_all(text.as_bytes()).ok());
        }
        Ok(child)
    }
}

/// What is found by a search path could be somebody else's.
pub(super) fn require_folder(program: &Path, named_by: &str) -> Result<()> {
    if program.is_absolute() {
        return Ok(());
    }
    Err(Error::usage(format!(
        "`{named_by}` names the program `{}` without its folder",
        crate::base::text::safe(&program.to_string_lossy())
    ))
    .hint("give its absolute path"))
}

fn ended_within(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    if let Some(status) = wait(child, patience)? {
        return Ok(Some(status));
    }
    // By its own id: it is still our child, so the id is nobody else's.
    let pid = rustix::process::Pid::from_child(child);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).ok();
    if wait(child, FAREWELL)?.is_none() {
        child.kill()?;
        child.wait()?;
    }
    Ok(None)
}

fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        let ended = child.try_wait()?;
        if ended.is_some() || begun.elapsed() >= patience {
            return Ok(ended);
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

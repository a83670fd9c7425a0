//! age plugins as programs: where they are found, whether they may be trusted with a secret, and their questions
//! to the person at the terminal. What is said to them is `crypto`'s.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::plugin::{self, Echo, Host, Session};
use crate::remote::leash::{Circle, Complaints, Leash, Manner};

use super::context::Context;
use super::ui::Ui;
use super::{ask, file_guard};

/// Makes plugins usable in this process, as the settings say.
pub(super) fn install(ctx: &Context) {
    let settings = &ctx.settings;
    let named = settings.list("unlock.plugin_path");
    plugin::install(Box::new(Plugins {
        folders: match named {
            [] => settings.environment().program_folders(),
            named => named.iter().map(PathBuf::from).collect(),
        },
        wait: settings.text("unlock.wait").map(str::to_owned),
        sealed: settings.environment().is_sealed(),
        no_input: ctx.flags.no_input,
        ui: ctx.ui.clone(),
    }));
}

/// How long a program that unlocks may be silent.
pub(crate) fn wait(text: Option<&str>) -> Result<Duration> {
    let text = text.unwrap_or("1m");
    let wait: Period = text.parse()?;
    wait.as_duration()
        .filter(|wait| !wait.is_zero() && *wait <= Duration::from_hours(1))
        .ok_or_else(|| {
            Error::usage(format!("`unlock.wait` is `{text}`"))
                .hint("give seconds or minutes, at most an hour: `unlock.wait = \"2m\"`")
        })
}

/// How programs that unlock are treated: who sits at the terminal is told what is waited for.
pub(super) fn manner(wait: Duration, complaints: Complaints, ui: &Ui) -> Manner {
    let ui = ui.clone();
    Manner {
        wait,
        setting: "unlock.wait",
        complaints,
        circle: Circle::Program,
        slow: Some(Box::new(move |text| {
            ui.warn(&format!("{text}: it may want a touch or a device"));
        })),
    }
}

struct Plugins {
    folders: Vec<PathBuf>,
    /// `unlock.wait`, read when it is needed.
    wait: Option<String>,
    /// Started by a stranger's program: nothing of the environment is passed on.
    sealed: bool,
    no_input: bool,
    ui: Ui,
}

impl Plugins {
    /// The first in the folders. It is handed our secrets: one that others can change is refused, not passed
    /// over.
    fn find(&self, program: &str) -> Result<PathBuf> {
        let found = self
            .folders
            .iter()
            .map(|folder| folder.join(program))
            .find(|path| path.is_file());
        let Some(path) = found else {
            let mut error = Error::refused(format!("there is no plugin `{program}`")).hint(
                "install it, or name its folder in `unlock.plugin_path` of the configuration",
            );
            for folder in &self.folders {
                error = error.detail(format!("looked in `{}`", folder.display()));
            }
            return Err(error);
        };
        let path = path
            .canonicalize()
            .map_err(|error| Error::io("resolve", &path, &error))?;
        file_guard::unchangeable_by_others(&path)?;
        Ok(path)
    }

    fn asked(&self, plugin: &str, text: &str) -> Result<String> {
        let what = format!("age-plugin-{plugin}: {text}");
        if !self.no_input && ask::terminal() {
            return Ok(what);
        }
        let why = if self.no_input {
            "`--no-input` forbids to ask"
        } else {
            "there is no terminal to ask on"
        };
        Err(
            Error::refused(format!("`age-plugin-{plugin}` asks `{text}`, and {why}"))
                .hint("run it at a terminal, or give another unlocker with `--identity FILE`"),
        )
    }
}

impl Host for Plugins {
    fn start(&self, plugin: &str, machine: &str) -> Result<Box<dyn Session>> {
        let program = format!("age-plugin-{plugin}");
        let mut command = Command::new(self.find(&program)?);
        if self.sealed {
            command.env_clear().env("PATH", "/usr/bin:/bin");
        }
        command
            .arg(format!("--age-plugin={machine}"))
            .current_dir("/")
            // It would print what is said, file keys too.
            .env_remove("AGEDEBUG");
        let wait = wait(self.wait.as_deref())?;
        let leash = Leash::start(command, &program, manner(wait, Complaints::Kept, &self.ui))?;
        Ok(Box::new(Conversation(leash)))
    }

    fn say(&self, plugin: &str, text: &str) {
        self.ui.warn(&format!("age-plugin-{plugin}: {text}"));
    }

    fn ask(&self, plugin: &str, text: &str, echo: Echo) -> Result<SecretText> {
        let prompt = self.asked(plugin, text)?;
        let typed = match echo {
            Echo::Hidden => ask::hidden(&prompt)?,
            Echo::Shown => Zeroizing::new(ask::line(&prompt)?),
        };
        Ok(SecretText::new(typed.to_string()))
    }

    fn choose(&self, plugin: &str, text: &str, [yes, no]: [&str; 2]) -> Result<bool> {
        let what = self.asked(plugin, text)?;
        self.ui.before_question(&what);
        let typed = ask::line(&format!("1) {yes}  2) {no}"))?;
        Ok(typed.trim() == "1" || typed.trim().eq_ignore_ascii_case(yes))
    }
}

struct Conversation(Leash);

impl Session for Conversation {
    fn send(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.send(bytes);
        Ok(())
    }

    fn line(&mut self) -> Result<Zeroizing<Vec<u8>>> {
        let mut line = self
            .0
            .line()?
            .ok_or_else(|| self.0.failed("ended in the middle of the conversation"))?;
        if line.pop() != Some(b'\n') {
            return Err(self
                .0
                .failed("ended in the middle of a line, or the line is too long"));
        }
        Ok(line)
    }
}

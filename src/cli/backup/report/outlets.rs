//! Who is told: the program, the metrics, the dead-man service; read and checked before the work begins.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::base::error::{Error, Result};
use crate::cli::settings::Settings;
use crate::store::backup::BackupRow;

use super::Reporting;
use super::facts::{Facts, Run};
use super::heartbeat::Heartbeat;
use super::hook::Hook;
use super::metrics;

/// For a program, where the setting is not to be understood.
const HOOK_PATIENCE: Duration = Duration::from_mins(5);

/// How long telling may take.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    /// At most this for a program; none: as configured.
    hook: Option<Duration>,
    tries: u32,
    ping: Duration,
}

impl Patience {
    pub(super) const fn usual() -> Self {
        Self {
            hook: None,
            tries: 3,
            ping: Duration::from_secs(10),
        }
    }

    /// Whoever ends a process does not wait long.
    pub(super) const fn hurried() -> Self {
        Self {
            hook: Some(Duration::from_secs(20)),
            tries: 1,
            ping: Duration::from_secs(5),
        }
    }
}

/// Something that could not be told.
pub(super) struct Trouble {
    pub(super) text: String,
    /// It makes a good run a partial one.
    pub(super) is_grave: bool,
}

impl Trouble {
    /// Somebody who cannot be told at all.
    fn refused(error: &Error) -> Self {
        let hint = error.hint.as_deref();
        Self {
            text: hint.map_or_else(|| error.to_string(), |hint| format!("{error} ({hint})")),
            is_grave: true,
        }
    }
}

#[derive(Default)]
pub(super) struct Outlets {
    on_success: Option<Hook>,
    on_failure: Option<Hook>,
    hook_patience: Duration,
    heartbeat: Option<Heartbeat>,
    metrics: Option<Metrics>,
}

struct Metrics {
    path: PathBuf,
    /// Targets that backups go to today; empty: all that are known.
    targets: Vec<String>,
}

impl Outlets {
    /// Everything that can be used, and what is wrong with the rest: that is told to the others.
    pub(super) fn of(command: &str, told: &Reporting, settings: &Settings) -> (Self, Vec<Trouble>) {
        let mut refusals = vec![];
        let mut kept = |error: Error| refusals.push(Trouble::refused(&error));
        let mut outlets = Self {
            hook_patience: HOOK_PATIENCE,
            ..Self::default()
        };
        let hook = |flag: &Option<PathBuf>, flag_name, setting| match flag {
            Some(path) => path
                .to_str()
                .ok_or_else(|| Error::usage(format!("`{flag_name}` is not UTF-8")))
                .and_then(|path| Hook::new(&[path.to_owned()], flag_name)),
            None => Hook::new(settings.list(setting), setting),
        };
        match hook(&told.on_success, "--on-success", "backup.on_success") {
            Ok(found) => outlets.on_success = found,
            Err(error) => kept(error),
        }
        match hook(&told.on_failure, "--on-failure", "backup.on_failure") {
            Ok(found) => outlets.on_failure = found,
            Err(error) => kept(error),
        }
        match patience(settings) {
            Ok(period) => outlets.hook_patience = period,
            Err(error) => kept(error),
        }
        let file = settings.text("backup.heartbeat_file").map(Path::new);
        match file.map(|path| Heartbeat::read(path, command)).transpose() {
            Ok(found) => outlets.heartbeat = found.flatten(),
            Err(error) => kept(error),
        }
        match metrics_file(settings) {
            Ok(found) => outlets.metrics = found,
            Err(error) => kept(error),
        }
        (outlets, refusals)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.on_success.is_none()
            && self.on_failure.is_none()
            && self.heartbeat.is_none()
            && self.metrics.is_none()
    }

    pub(super) const fn wants_catalog(&self) -> bool {
        self.metrics.is_some()
    }

    pub(super) fn start(&self, run: &Run) {
        if let Some(heartbeat) = &self.heartbeat {
            heartbeat.start(run, Patience::usual().ping);
        }
    }

    /// Tells everybody. The program comes first: what becomes of it belongs to the end that the others hear of.
    pub(super) fn tell(
        &self,
        mut facts: Facts<'_>,
        catalog: Option<&[BackupRow]>,
        patience: Patience,
    ) -> Vec<Trouble> {
        let mut troubles = vec![];
        let hook = if facts.is_success() {
            &self.on_success
        } else {
            &self.on_failure
        };
        if let Some(hook) = hook
            && let Err(error) = hook.run(&facts, patience.hook.unwrap_or(self.hook_patience))
        {
            troubles.push(Trouble {
                text: error.to_string(),
                is_grave: true,
            });
            if facts.is_success() {
                facts.ended.exit = crate::base::error::Kind::Partial.exit();
            }
        }
        let mut slight = |what: &str, told: Result<()>| {
            if let Err(error) = told {
                troubles.push(Trouble {
                    text: format!("{what}: {error}"),
                    is_grave: false,
                });
            }
        };
        if let Some(to) = &self.metrics {
            let written = metrics::write(&to.path, &facts, catalog, &to.targets);
            slight("the metrics were not written", written);
        }
        if let Some(heartbeat) = &self.heartbeat {
            let sent = heartbeat.end(&facts, patience.tries, patience.ping);
            slight("the dead-man service was not reached", sent);
        }
        troubles
    }
}

fn patience(settings: &Settings) -> Result<Duration> {
    let period = settings.period("backup.hook_timeout")?;
    period.as_duration().ok_or_else(|| {
        Error::usage("`backup.hook_timeout` is too long")
            .hint("give seconds, minutes or hours: `5m`")
    })
}

fn metrics_file(settings: &Settings) -> Result<Option<Metrics>> {
    let Some(path) = settings.text("backup.metrics_file") else {
        return Ok(None);
    };
    let path = PathBuf::from(path);
    // The collector reads files of this name alone.
    if path.extension().is_none_or(|ending| ending != "prom") {
        return Err(
            Error::usage("the name in `backup.metrics_file` does not end in `.prom`")
                .hint("the textfile collector reads no other files"),
        );
    }
    Ok(Some(Metrics {
        path,
        targets: settings.list("backup.to").to_vec(),
    }))
}

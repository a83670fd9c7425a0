//! What is set, and where it was set: flags > environment > file > defaults. The only room that reads the
//! environment. Holds nothing secret, only the places where secrets are.

mod environment;
mod file;
pub(crate) mod keys;
mod pam;
pub(crate) mod sources;
mod table;
pub(crate) mod targets;
mod unlockers;
mod value;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::base::clock::Clock;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::crypto::password::Cost;

use super::global::GlobalArgs;
pub(crate) use environment::Environment;
use keys::{KEYS, Value};
pub(crate) use pam::PamVariables;
use sources::Sources;
use targets::Targets;

/// Where root's configuration lives, and everybody's when there is none at home.
const SYSTEM_CONFIG: &str = "/etc/optimactl/config.toml";
const SYSTEM_STORE: &str = "/var/lib/optimactl";

/// Which configuration a command reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Flag, environment, home, then `/etc`.
    Usual,
    /// Only flags and `/etc/optimactl/config.toml`: commands that other programs run on behalf of strangers.
    System,
    /// None: help, completion, `config template`.
    Nothing,
}

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Flag(&'static str),
    Environment(&'static str),
    File(PathBuf),
    Credential,
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "flag {name}"),
            Self::Environment(name) => write!(f, "environment {name}"),
            Self::File(path) => write!(f, "file {}", path.display()),
            Self::Credential => f.write_str("environment CREDENTIALS_DIRECTORY"),
            Self::Default => f.write_str("default"),
        }
    }
}

pub(crate) struct Settings {
    values: BTreeMap<&'static str, (Value, Origin)>,
    flags: GlobalArgs,
    environment: Environment,
    file: Option<PathBuf>,
    targets: Targets,
    sources: Sources,
}

impl Settings {
    pub(crate) fn load(
        flags: &GlobalArgs,
        environment: Environment,
        source: Source,
    ) -> Result<Self> {
        let values = keys::defaults();
        let mut settings = Self {
            values,
            flags: flags.clone(),
            environment,
            file: None,
            targets: Targets::new(),
            sources: Sources::new(),
        };
        if let Some(path) = settings.find_file(source)? {
            let written = file::read(&path)?;
            settings.targets = written.targets;
            settings.sources = written.sources;
            for (name, value) in written.keys {
                settings
                    .values
                    .insert(name, (value, Origin::File(path.clone())));
            }
            settings.file = Some(path);
        }
        if source != Source::Nothing {
            settings.overlay();
        }
        Ok(settings)
    }

    /// The file to read: one that was named must exist, the usual places may be empty.
    fn find_file(&self, source: Source) -> Result<Option<PathBuf>> {
        let system = PathBuf::from(SYSTEM_CONFIG);
        let named = match source {
            Source::Nothing => return Ok(None),
            // A flag was written by the administrator, where the program is called.
            Source::System if self.flags.config.is_none() => {
                return Ok(system.exists().then_some(system));
            }
            Source::System | Source::Usual => self
                .flags
                .config
                .clone()
                .or_else(|| self.environment.config.clone()),
        };
        if let Some(named) = named {
            if !named.exists() {
                return Err(Error::not_found(format!(
                    "there is no configuration at `{}`",
                    named.display()
                ))
                .hint("see `optimactl config template` for one to start from"));
            }
            return Ok(Some(named));
        }
        let own = if self.environment.is_root {
            None
        } else {
            self.environment.config_home()
        };
        let own = own.map(|home| home.join("optimactl/config.toml"));
        Ok(own.into_iter().chain([system]).find(|path| path.exists()))
    }

    /// Lays flags and environment over what the file says.
    fn overlay(&mut self) {
        let flag =
            |value: &Option<PathBuf>, name| value.clone().map(|path| (path, Origin::Flag(name)));
        let store = flag(&self.flags.store, "--store").or_else(|| {
            let path = self.environment.store.clone()?;
            Some((path, Origin::Environment("OPTIMACTL_STORE")))
        });
        if let Some((path, origin)) = store {
            self.values
                .insert("store.path", (Value::of_path(&path), origin));
        }
        let identity = match self.flags.identity.as_slice() {
            [] => self
                .environment
                .identity
                .clone()
                .map(|path| (vec![path], Origin::Environment("OPTIMACTL_IDENTITY"))),
            named => Some((named.to_vec(), Origin::Flag("--identity"))),
        };
        if let Some((paths, origin)) = identity {
            self.values
                .insert("unlock.identity", (Value::of_paths(&paths), origin));
        }
        if let Some((path, origin)) = flag(&self.flags.passphrase_file, "--passphrase-file") {
            self.values
                .insert("unlock.passphrase_file", (Value::of_path(&path), origin));
        }
        if self.flags.utc {
            self.values
                .insert("output.utc", (Value::Flag(true), Origin::Flag("--utc")));
        }
    }

    /// The store's folder. A name that is no text would be read as another folder's.
    pub(crate) fn store_path(&self) -> Result<PathBuf> {
        let named = self.flags.store.as_ref();
        let named = named.or(self.environment.store.as_ref());
        let path = match named {
            Some(path) => path.clone(),
            None => self.usual_store_path()?,
        };
        if path.to_str().is_some() {
            return Ok(path);
        }
        Err(Error::usage(format!(
            "the store's path `{}` is not UTF-8",
            path.display()
        ))
        .hint("give the folder a name in UTF-8"))
    }

    fn usual_store_path(&self) -> Result<PathBuf> {
        if let Some(path) = self.text("store.path") {
            return Ok(PathBuf::from(path));
        }
        if self.environment.is_root {
            return Ok(PathBuf::from(SYSTEM_STORE));
        }
        self.environment
            .data_home()
            .map(|home| home.join("optimactl"))
            .ok_or_else(|| {
                Error::usage("there is no home folder to look for a store in")
                    .hint("name the store with `--store DIR`")
            })
    }

    /// A text or a path; absent when it is not set.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.values.get(name) {
            Some((Value::Text(text), _)) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    pub(crate) fn list(&self, name: &str) -> &[String] {
        match self.values.get(name) {
            Some((Value::List(items), _)) => items,
            _ => &[],
        }
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        match self.values.get(name) {
            Some((Value::Number(number), _)) => Some(*number),
            _ => None,
        }
    }

    /// What hashing a password shall cost, where it is configured; less than the OWASP minimum and more than
    /// this program verifies is refused.
    pub(crate) fn password_cost(&self) -> Result<Option<Cost>> {
        const NAMES: [&str; 3] = ["password.memory_kib", "password.passes", "password.lanes"];
        if NAMES
            .iter()
            .all(|name| *self.origin(name) == Origin::Default)
        {
            return Ok(None);
        }
        let [memory, passes, lanes] = NAMES.map(|name| {
            self.number(name)
                .and_then(|number| u32::try_from(number).ok())
        });
        let cost = memory
            .zip(passes)
            .zip(lanes)
            .map(|((memory, passes), lanes)| Cost {
                memory,
                passes,
                lanes,
            });
        let Some(cost) = cost.filter(|cost| cost.is_enough() && cost.check().is_ok()) else {
            return Err(Error::usage(
                "`password.memory_kib`, `password.passes` and `password.lanes` are weaker than the OWASP \
                 minimum, or more than is allowed",
            )
            .hint(
                "at least 19456 KiB with 2 passes or 47104 KiB with 1, at most 1048576 KiB, 32 passes and \
                 16 lanes; find good ones with `optimactl password calibrate`",
            ));
        };
        Ok(Some(cost))
    }

    /// A period such as `30d`.
    pub(crate) fn period(&self, name: &str) -> Result<Period> {
        let typed = self.text(name).unwrap_or_default();
        typed.parse().map_err(|error: Error| {
            Error::usage(format!("the setting `{name}` is no period")).because(error)
        })
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        matches!(self.values.get(name), Some((Value::Flag(true), _)))
    }

    pub(crate) fn origin(&self, name: &str) -> &Origin {
        self.values
            .get(name)
            .map_or(&Origin::Default, |(_, origin)| origin)
    }

    /// Every key with its value as text and its origin, in the order of the table.
    pub(crate) fn all(&self) -> Vec<(String, String, String)> {
        let known = KEYS.iter().filter_map(|key| {
            let (value, origin) = self.values.get(key.name)?;
            let shown = match (key.name, self.store_path()) {
                ("store.path", Ok(path)) => path.display().to_string(),
                _ => value.to_string(),
            };
            Some((key.name.to_owned(), shown, origin.to_string()))
        });
        let origin = self.file.clone().map_or(Origin::Default, Origin::File);
        let tables = targets::flat(&self.targets).chain(sources::flat(&self.sources));
        let tables = tables.map(|(name, value)| (name, value, origin.to_string()));
        known.chain(tables).collect()
    }

    /// The tables `[target.NAME]`.
    pub(crate) const fn targets(&self) -> &Targets {
        &self.targets
    }

    /// The tables `[source.NAME]`.
    pub(crate) const fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The configuration file that was read.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    pub(crate) const fn environment(&self) -> &Environment {
        &self.environment
    }

    pub(crate) fn clock(&self) -> Clock {
        self.environment.clock()
    }
}

#[cfg(test)]
mod tests;

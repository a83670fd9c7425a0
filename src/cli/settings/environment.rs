//! Reads the environment, once. Everything below works from this value, so that tests and the house rules can
//! see what the program depends on.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::base::clock::Clock;
use crate::crypto::random::Random;
use crate::domain::Effort;

#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was said outside"
)]
pub(crate) struct Environment {
    pub(crate) store: Option<PathBuf>,
    pub(crate) config: Option<PathBuf>,
    pub(crate) identity: Option<PathBuf>,
    /// systemd's folder of credentials for this service.
    pub(crate) credentials: Option<PathBuf>,
    pub(crate) home: Option<PathBuf>,
    pub(crate) is_root: bool,
    /// Nothing was taken from the environment, and nothing started may inherit it.
    pub(super) sealed: bool,
    /// The person behind `sudo`.
    pub(crate) sudo_uid: Option<u32>,
    pub(super) xdg_config: Option<PathBuf>,
    pub(super) xdg_data: Option<PathBuf>,
    pub(super) no_color: bool,
    pub(super) force_color: bool,
    #[cfg(feature = "test-hooks")]
    pub(crate) hooks: TestHooks,
}

/// What the tests fix. Release builds do not contain it.
#[cfg(feature = "test-hooks")]
#[derive(Clone, Debug, Default)]
pub(crate) struct TestHooks {
    pub(crate) time: Option<crate::base::clock::Time>,
    pub(crate) seed: Option<u64>,
    /// Cheap password hashing.
    pub(crate) cheap: bool,
    /// The real uid.
    pub(crate) uid: Option<u32>,
}

impl Environment {
    pub(crate) fn read() -> Self {
        let path = |name| variable(name).map(PathBuf::from);
        // XDG Base Directory Specification: relative paths in these variables are ignored.
        let absolute = |name| path(name).filter(|path| path.is_absolute());
        let says = |name, word: &str| variable(name).is_some_and(|value| value == word);
        Self {
            store: path("OPTIMACTL_STORE"),
            config: path("OPTIMACTL_CONFIG"),
            identity: path("OPTIMACTL_IDENTITY"),
            credentials: absolute("CREDENTIALS_DIRECTORY"),
            home: absolute("HOME").or_else(home_of_user),
            is_root: rustix::process::geteuid().is_root(),
            sealed: false,
            sudo_uid: variable("SUDO_UID").and_then(|uid| uid.into_string().ok()?.parse().ok()),
            xdg_config: absolute("XDG_CONFIG_HOME"),
            xdg_data: absolute("XDG_DATA_HOME"),
            no_color: variable("NO_COLOR").is_some()
                || says("TERM", "dumb")
                || says("CLICOLOR", "0"),
            force_color: variable("CLICOLOR_FORCE").is_some_and(|value| value != "0"),
            #[cfg(feature = "test-hooks")]
            hooks: TestHooks::read(),
        }
    }

    /// For commands that a stranger's program starts: whoever calls a setuid program chooses its environment, so
    /// nothing of it is taken.
    pub(crate) fn sealed() -> Self {
        Self {
            sealed: true,
            is_root: rustix::process::geteuid().is_root(),
            #[cfg(feature = "test-hooks")]
            hooks: TestHooks::read(),
            ..Self::default()
        }
    }

    /// The folders in which programs are looked for: absolute ones only, because a relative one is wherever the
    /// command was started.
    pub(crate) fn program_folders(&self) -> Vec<PathBuf> {
        let path = variable("PATH").filter(|_| !self.sealed);
        let path = path.unwrap_or_else(|| "/usr/local/bin:/usr/bin:/bin".into());
        std::env::split_paths(&path)
            .filter(|folder| folder.is_absolute())
            .collect()
    }

    pub(crate) const fn is_sealed(&self) -> bool {
        self.sealed
    }

    pub(crate) fn config_home(&self) -> Option<PathBuf> {
        self.xdg_config
            .clone()
            .or_else(|| Some(self.home.as_ref()?.join(".config")))
    }

    pub(crate) fn data_home(&self) -> Option<PathBuf> {
        self.xdg_data
            .clone()
            .or_else(|| Some(self.home.as_ref()?.join(".local/share")))
    }

    /// `NO_COLOR` is the stronger wish (no-color.org).
    pub(crate) const fn forces_color(&self) -> bool {
        self.force_color && !self.no_color
    }

    pub(crate) const fn refuses_color(&self) -> bool {
        self.no_color
    }

    #[cfg_attr(
        not(feature = "test-hooks"),
        expect(clippy::unused_self, reason = "only the tests fix the clock")
    )]
    /// Where randomness comes from. A test's seed is mixed with the command line, so that two commands of one
    /// test do not draw the same ids.
    pub(crate) fn random(&self) -> Random {
        #[cfg(feature = "test-hooks")]
        if let Some(seed) = self.hooks.seed {
            let words: Vec<String> = std::env::args_os()
                .map(|word| word.to_string_lossy().into_owned())
                .collect();
            return Random::seeded(format!("{seed}\n{}", words.join("\n")).as_bytes());
        }
        Random::system()
    }

    /// How hard hashes and passphrases are to try, where nobody configured it.
    pub(crate) fn effort(&self) -> Effort {
        #[cfg(feature = "test-hooks")]
        if self.hooks.cheap {
            return Effort::CHEAP;
        }
        Effort::STANDARD
    }

    #[cfg_attr(
        not(feature = "test-hooks"),
        expect(
            clippy::unused_self,
            reason = "only the tests choose who runs the program"
        )
    )]
    /// The user who started this process: not the one whose rights it has.
    pub(crate) fn uid(&self) -> u32 {
        #[cfg(feature = "test-hooks")]
        if let Some(uid) = self.hooks.uid {
            return uid;
        }
        rustix::process::getuid().as_raw()
    }

    pub(crate) fn clock(&self) -> Clock {
        #[cfg(feature = "test-hooks")]
        if let Some(time) = self.hooks.time {
            return Clock::fixed(time);
        }
        Clock::machine()
    }
}

#[cfg(feature = "test-hooks")]
impl TestHooks {
    fn read() -> Self {
        let text = |name| variable(name).and_then(|value| value.into_string().ok());
        Self {
            time: text("OPTIMACTL_TEST_TIME")
                .and_then(|text| crate::base::clock::parse(&text).ok()),
            seed: text("OPTIMACTL_TEST_SEED").and_then(|text| text.parse().ok()),
            cheap: text("OPTIMACTL_TEST_CHEAP").is_some_and(|text| text == "1"),
            uid: text("OPTIMACTL_TEST_UID").and_then(|text| text.parse().ok()),
        }
    }
}

/// A variable that is set and not empty.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the environment"
)]
pub(super) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The home folder that `/etc/passwd` gives this user: cron and services often come without HOME.
fn home_of_user() -> Option<PathBuf> {
    let uid = rustix::process::getuid().as_raw().to_string();
    let table = std::fs::read_to_string("/etc/passwd").ok()?;
    home_in(&table, &uid)
}

/// passwd(5): `name:password:uid:gid:comment:home:shell`.
fn home_in(table: &str, uid: &str) -> Option<PathBuf> {
    let entry = table
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>());
    let home = entry
        .filter(|fields| fields.get(2) == Some(&uid))
        .find_map(|fields| fields.get(5).copied())?;
    Some(PathBuf::from(home)).filter(|path| path.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passwd_entry_gives_a_home() {
        let table =
            "root:x:0:0:root:/root:/bin/sh\nmira:x:1000:1000::/home/mira:/bin/sh\nbad:x:7\n";
        assert_eq!(home_in(table, "1000"), Some(PathBuf::from("/home/mira")));
        assert_eq!(home_in(table, "7"), None);
    }
}

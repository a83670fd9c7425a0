//! What every operation gets first: the open store, the clock, randomness, and who asked.

use crate::base::clock::{Clock, Time};
use crate::crypto::password::Cost;
use crate::crypto::random::Random;
use crate::crypto::wrap::Work;
use crate::store::{Mode, Store};

/// Who runs the command, how it came in, and why.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// `name(uid)@host`, or `uid@host` without a login name, of the real person, behind `sudo` too.
    pub name: String,
    pub via: Via,
    /// Free text for the event; kept as a disclosure, because people write names into it.
    pub reason: Option<String>,
    pub ticket: Option<String>,
}

/// The way a command was started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Via {
    #[default]
    Terminal,
    /// Without a terminal: cron, a timer, a script.
    Batch,
    Pam,
}

impl Via {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Batch => "batch",
            Self::Pam => "pam",
        }
    }
}

/// How hard hashes and passphrases are to try; tests take the cheap ones.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    pub password: Cost,
    pub passphrase: Work,
}

impl Effort {
    pub const STANDARD: Self = Self {
        password: Cost::STANDARD,
        passphrase: Work::Standard,
    };
    pub const CHEAP: Self = Self {
        password: Cost::CHEAP,
        passphrase: Work::Cheap,
    };
}

/// The surroundings of an operation.
pub struct Context {
    pub store: Store,
    pub clock: Clock,
    pub random: Random,
    pub caller: Caller,
    pub mode: Mode,
    pub effort: Effort,
}

impl Context {
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    pub fn dry_run(&self) -> bool {
        self.mode == Mode::DryRun
    }
}

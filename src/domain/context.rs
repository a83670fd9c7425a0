//! What every operation gets first: the open store, the clock, randomness, and who asked.

use crate::base::clock::{Clock, Time};
use crate::crypto::password::Cost;
use crate::crypto::random::Random;
use crate::crypto::wrap::Work;
use crate::store::operator::OperatorRow;
use crate::store::{Mode, Store};

/// Who runs the command, how it came in, and why.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// `name(uid)@host`, or `uid@host` without a login name, of the real person, behind `sudo` too.
    pub name: String,
    /// The same person as a number; none where a library acts by itself.
    pub user: Option<OsUser>,
    pub via: Via,
    /// Free text for the event; kept as a disclosure, because people write names into it.
    pub reason: Option<String>,
    pub ticket: Option<String>,
}

/// A user of the operating system: the real person, behind `sudo` too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OsUser {
    pub uid: u32,
    /// What this machine calls the number now.
    pub login: Option<String>,
    pub reach: Reach,
}

/// What a user can do to the store's files without this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// As far as is known nothing: `sudo` gave the right to run this command.
    Command,
    /// Everything: it is root itself, or the files are its own.
    Files,
}

impl OsUser {
    /// Whether it is still the user that was bound. A number that has another name now was given to somebody
    /// else.
    pub fn is(&self, bound: &OperatorRow) -> bool {
        self.uid == bound.uid && self.login == bound.login
    }
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

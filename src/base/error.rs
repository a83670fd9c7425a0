//! The one error type: its kind decides the exit code and the code in JSON.

use std::fmt;
use std::io;
use std::path::Path;

use crate::base::text::safe;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, in the terms a script can act on.
///
/// One row of the exit-code table in `optimactl-exit-codes(7)` each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Failed,
    Usage,
    Partial,
    Findings,
    Refused,
    Rejected,
    Barred,
    NoStore,
    StoreLocked,
    WrongKey,
    Integrity,
    NotFound,
    Conflict,
    Remote,
    NoSpace,
    Bug,
    Interrupted,
    Terminated,
}

impl Kind {
    /// Every kind, in the order of the exit-code table.
    pub const ALL: [Self; 18] = [
        Self::Failed,
        Self::Usage,
        Self::Partial,
        Self::Findings,
        Self::Refused,
        Self::Rejected,
        Self::Barred,
        Self::NoStore,
        Self::StoreLocked,
        Self::WrongKey,
        Self::Integrity,
        Self::NotFound,
        Self::Conflict,
        Self::Remote,
        Self::NoSpace,
        Self::Bug,
        Self::Interrupted,
        Self::Terminated,
    ];

    /// The process exit status, the code in JSON errors, and one line of meaning.
    pub const fn row(self) -> (u8, &'static str, &'static str) {
        match self {
            Self::Failed => (
                1,
                "failed",
                "it did not work, for a reason without its own code",
            ),
            Self::Usage => (
                2,
                "usage",
                "the command line or a value on it is wrong; nothing was done",
            ),
            Self::Partial => (
                3,
                "partial",
                "finished, but part of it failed; the report names each",
            ),
            Self::Findings => (4, "findings", "a check found something to do"),
            Self::Refused => (
                5,
                "refused",
                "a rule forbids it, or a needed answer was missing without a terminal",
            ),
            Self::Rejected => (6, "rejected", "a credential was not accepted"),
            Self::Barred => (7, "barred", "the account is locked, disabled or expired"),
            Self::NoStore => (10, "no-store", "there is no store here"),
            Self::StoreLocked => (11, "store-locked", "another process holds the store"),
            Self::WrongKey => (12, "wrong-key", "no given unlocker opens a slot"),
            Self::Integrity => (13, "integrity", "data is damaged or was tampered with"),
            Self::NotFound => (14, "not-found", "the named thing does not exist"),
            Self::Conflict => (15, "conflict", "it already exists, or changed meanwhile"),
            Self::Remote => (
                16,
                "remote",
                "the other side failed or could not be reached",
            ),
            Self::NoSpace => (17, "no-space", "the disk is full; nothing was changed"),
            Self::Bug => (70, "bug", "an internal error; please report it"),
            Self::Interrupted => (130, "interrupted", "Ctrl-C; nothing half done"),
            Self::Terminated => (143, "terminated", "SIGTERM or SIGHUP; nothing half done"),
        }
    }

    pub const fn exit(self) -> u8 {
        self.row().0
    }

    pub const fn code(self) -> &'static str {
        self.row().1
    }
}

/// A failure: what failed, why, and what to do about it.
///
/// Never carries a secret or a personal value: it is printed, logged and pasted into tickets.
pub struct Error {
    pub kind: Kind,
    pub message: String,
    pub causes: Vec<String>,
    pub hint: Option<String>,
    /// Single findings of one failure (a file and line, a rule), for `details` in JSON.
    pub details: Vec<String>,
}

impl Error {
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            causes: vec![],
            hint: None,
            details: vec![],
        }
    }

    /// Adds a cause, and the causes behind it.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    /// Says what to do; a command or flag in it stands between backticks and exists.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.details.push(detail.into());
        self
    }

    pub fn failed(message: impl Into<String>) -> Self {
        Self::new(Kind::Failed, message)
    }

    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Kind::Refused, message)
    }

    pub fn integrity(message: impl Into<String>) -> Self {
        Self::new(Kind::Integrity, message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, message)
    }

    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(Kind::Conflict, message)
    }

    /// Something that cannot happen did: a defect of this program, never of its user.
    pub fn bug(message: impl Into<String>) -> Self {
        Self::new(Kind::Bug, message)
    }

    /// A failed file operation: `verb` says what was tried ("read", "write", "rename").
    pub fn io(verb: &str, path: &Path, error: &io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Kind::NoSpace,
            _ => Kind::Failed,
        };
        let failure = Self::new(kind, format!("cannot {verb} `{}`", path.display())).because(error);
        match kind {
            Kind::NoSpace => failure.hint("free space on that file system and run it again"),
            _ => failure,
        }
    }

    /// One answer for several failures, each with the name of what failed: the first one's, and the others below it.
    pub fn first_of(failures: impl IntoIterator<Item = (String, Self)>) -> Option<Self> {
        let mut failures = failures.into_iter();
        let (_, first) = failures.next()?;
        Some(failures.fold(first, |first, (name, error)| {
            first.detail(format!("`{}`: {error}", safe(&name)))
        }))
    }

    /// A failure of a stream: what its other end said where that was one of ours, else the system's words.
    pub fn stream(message: impl Into<String>, error: io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(told) => told,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
                ) =>
            {
                Self::new(Kind::NoSpace, message)
                    .because(error)
                    .hint("free space there and run it again")
            }
            Err(error) => Self::failed(message).because(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.causes
            .iter()
            .try_for_each(|cause| write!(f, ": {cause}"))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {self}", self.kind.code())
    }
}

impl std::error::Error for Error {}

/// Through a stream: [`Error::stream`] takes it out again.
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        Self::other(error)
    }
}

/// Turns any foreign error into ours, saying what failed.
pub trait Context<T> {
    fn or_fail(self, kind: Kind, message: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn or_fail(self, kind: Kind, message: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Error::new(kind, message()).because(error))
    }
}

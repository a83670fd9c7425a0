//! Read-only checks of a store and its surroundings, each with the command that mends what it found. What
//! cannot be looked at is a finding, too.

mod backups;
mod bundles;
mod inside;
mod outside;

pub use bundles::bundles;
pub use inside::inside;
pub use outside::outside;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Ok,
    /// Worth knowing; nothing that must be mended today.
    Note,
    Warn,
    Fail,
    /// Damage or tampering.
    Damage,
}

impl Level {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::Damage => "damage",
        }
    }
}

/// What one check saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub check: &'static str,
    pub level: Level,
    pub text: String,
    /// The command that mends it.
    pub mend: Option<String>,
}

impl Finding {
    fn ok(check: &'static str, text: impl Into<String>) -> Self {
        Self {
            check,
            level: Level::Ok,
            text: text.into(),
            mend: None,
        }
    }

    fn warn(check: &'static str, text: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            check,
            level: Level::Warn,
            text: text.into(),
            mend: Some(mend.into()),
        }
    }

    fn note(check: &'static str, text: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            level: Level::Note,
            ..Self::warn(check, text, mend)
        }
    }

    fn fail(check: &'static str, text: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            check,
            level: Level::Fail,
            text: text.into(),
            mend: Some(mend.into()),
        }
    }

    /// A store that does not open is a finding with the reason and what to do.
    pub fn unopened(error: &crate::base::error::Error) -> Self {
        let level = match error.kind {
            crate::base::error::Kind::Integrity => Level::Damage,
            _ => Level::Fail,
        };
        Self {
            check: "opens",
            level,
            text: error.to_string(),
            mend: error.hint.clone(),
        }
    }
}

//! What `pam_exec` tells in variables. Nothing else is read from the environment of a program that PAM starts.

use super::environment::variable;

/// The longest value that is kept, in characters: what a stranger's program says goes into the log.
const LONGEST: usize = 256;

/// The variables of `pam_exec(8)`. Empty where one is missing.
pub(crate) struct PamVariables {
    pub(crate) user: String,
    /// `auth`, `account`, `password`, `open_session` or `close_session`.
    pub(crate) kind: String,
    pub(crate) service: String,
    pub(crate) host: String,
    pub(crate) terminal: String,
    /// Who asked for it: with `su` and `sudo`, the one who calls them.
    pub(crate) remote_user: String,
}

impl PamVariables {
    pub(crate) fn read() -> Self {
        let text = |name: &str| {
            let value = variable(name).unwrap_or_default();
            let value = value.to_string_lossy();
            value.chars().take(LONGEST).collect()
        };
        Self {
            // A name that is too long must not become another, shorter one.
            user: variable("PAM_USER")
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            kind: text("PAM_TYPE"),
            service: text("PAM_SERVICE"),
            host: text("PAM_RHOST"),
            terminal: text("PAM_TTY"),
            remote_user: text("PAM_RUSER"),
        }
    }
}

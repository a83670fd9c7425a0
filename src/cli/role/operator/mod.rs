//! `role operator`: users of the operating system that accounts are bound to, and whether only they may act.

pub(crate) mod bind;
pub(crate) mod enforce;
pub(crate) mod list;
pub(crate) mod unbind;

use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::os_user;
use crate::domain::operator::Binding;

/// Bind users of the operating system to accounts, and let only them act
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Bind(bind::Args),
    List(list::Args),
    Unbind(unbind::Args),
    Enforce(enforce::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Bind(args) => bind::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Unbind(args) => unbind::run(args, ctx),
            Self::Enforce(args) => enforce::run(args, ctx),
        }
    }
}

/// A user of the operating system.
#[derive(clap::Args, Clone)]
#[group(required = false, multiple = false)]
pub(crate) struct UserFlags {
    /// The user by name, as `/etc/passwd` has it
    #[arg(long, value_name = "NAME")]
    os_user: Option<String>,
    /// The user by number
    #[arg(long, value_name = "N")]
    uid: Option<u32>,
}

impl UserFlags {
    /// The user that was named; none if no flag was given.
    fn read(&self) -> Result<Option<Binding>> {
        let uid = match (&self.os_user, self.uid) {
            (Some(name), _) => os_user::uid_of(name).ok_or_else(|| {
                Error::not_found(format!("`/etc/passwd` has no user `{}`", safe(name)))
                    .hint("for a user from a directory service give the number that `id -u` prints: `--uid N`")
            })?,
            (None, Some(uid)) => uid,
            (None, None) => return Ok(None),
        };
        // The system uses the highest number for "no user".
        if uid == u32::MAX {
            return Err(Error::usage(format!("{uid} is no user's number")));
        }
        Ok(Some(Binding {
            uid,
            login: os_user::login_of(uid),
        }))
    }
}

/// `uid 1000 (dana)`.
fn shown(uid: u32, login: Option<&str>) -> String {
    login.map_or_else(
        || format!("uid {uid}"),
        |login| format!("uid {uid} ({})", safe(login)),
    )
}

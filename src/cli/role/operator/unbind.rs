//! `role operator unbind`: an account acts for a user no longer.

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::operator::{self, Which};

use super::{UserFlags, shown};

const EXAMPLES: [Example; 1] = [Example {
    what: "A user left the machine",
    line: "optimactl role operator unbind --uid 60001",
}];

/// Unbind a user, or every user of an account
///
/// While operators are enforced, the last one who can administer the store stays.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role operator bind", "optimactl role operator list"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT", conflicts_with_all = ["os_user", "uid"])]
    account: Option<String>,
    #[command(flatten)]
    user: UserFlags,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let which = match (&args.account, args.user.uid) {
        (Some(account), _) => Which::Account(account.clone()),
        // A user who is gone has no name any more: the number is enough.
        (None, Some(uid)) => Which::User(uid),
        (None, None) => Which::User(
            args.user
                .read()?
                .ok_or_else(|| {
                    Error::usage("it is not said whom to unbind")
                        .hint("name an account, `--os-user NAME` or `--uid N`")
                })?
                .uid,
        ),
    };
    let core = ctx.open()?;
    let gone = operator::unbind(&core, &which)?;
    let users: Vec<String> = gone
        .value
        .iter()
        .map(|row| shown(row.uid, row.login.as_deref()))
        .collect();
    let verb = if ctx.flags.dry_run {
        "Would unbind"
    } else {
        "Unbound"
    };
    let uids: Vec<u32> = gone.value.iter().map(|row| row.uid).collect();
    let change = ctx
        .change(
            "role-operator-unbind",
            format!("{verb} {}", users.join(", ")),
        )
        .event(gone.event)
        .with("uids", uids);
    ctx.answer(&change)
}

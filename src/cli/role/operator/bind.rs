//! `role operator bind`: an account acts for a user of the operating system.

use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::operator;

use super::{UserFlags, shown};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "What the user with the number 1000 does is from now on done by an account",
        line: "optimactl role operator bind mira --uid 1000",
    },
    Example {
        what: "Let cron jobs of root act by an account of their own",
        line: "optimactl account create cron-bot --kind service --role support --no-password && optimactl role operator bind cron-bot --os-user root",
    },
];

/// Bind a user of the operating system to an account
///
/// The audit log then names the account as the actor. Behind `sudo`, the user is who ran it; cron jobs of root are
/// uid 0. An account can act for several users, a user has one account. The user's name is kept: if the number
/// has another name later, it is somebody else until it is bound again.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role operator list", "optimactl role operator enforce"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    #[command(flatten)]
    user: UserFlags,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let user = args.user.read()?.ok_or_else(|| {
        Error::usage("it is not said which user")
            .hint("name one with `--os-user NAME` or `--uid N`")
    })?;
    let core = ctx.open()?;
    let bound = operator::bind(&core, &args.account, &user)?;
    let name = safe(&bound.value.account.name);
    let who = shown(user.uid, user.login.as_deref());
    let sentence = match (bound.value.changed, ctx.flags.dry_run) {
        (false, _) => format!("`{name}` acts for {who} already"),
        (true, false) => format!("`{name}` acts for {who} from now on"),
        (true, true) => format!("`{name}` would act for {who}"),
    };
    let change = ctx
        .change("role-operator-bind", sentence)
        .id(bound.value.account.id)
        .event(bound.event)
        .with("uid", user.uid)
        .with("os_user", user.login)
        .with("changed", bound.value.changed);
    ctx.answer(&change)
}

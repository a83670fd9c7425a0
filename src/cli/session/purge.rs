//! `session purge`: forgets sessions that ended long ago.

use crate::base::error::Result;
use crate::base::period::Period;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::session;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Forget what ended longer ago than `session.keep` says, every night from cron",
        line: "optimactl session purge",
    },
    Example {
        what: "See how much a shorter time would delete",
        line: "optimactl session purge --older-than 30d --dry-run",
    },
];

/// Delete sessions that ended long ago
///
/// A session that expired or was revoked longer ago than `session.keep` (90 days by default) is deleted with its
/// address and program. Open ones stay, and so do those that `hold list` or `restriction list` keeps.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl session list", "optimactl-cron(7)"],
))]
pub(crate) struct Args {
    /// How long ago it must have ended (`session.keep` by default)
    #[arg(long, value_name = "PERIOD")]
    older_than: Option<Period>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let keep = match args.older_than {
        Some(period) => period,
        None => ctx.settings.period("session.keep")?,
    };
    let core = ctx.open()?;
    let done = session::purge(&core, keep)?;
    let verb = if ctx.flags.dry_run {
        "Would delete"
    } else {
        "Deleted"
    };
    let sessions = |n: usize| count(i128::try_from(n).unwrap_or(i128::MAX), "session");
    let many = sessions(done.value.gone);
    let held = match done.value.held {
        0 => String::new(),
        held => format!(
            "; left {} that a hold or a restriction keeps",
            sessions(held)
        ),
    };
    let sentence = format!("{verb} {many} that ended longer ago than {keep}{held}");
    ctx.answer(
        &ctx.change("session-purge", sentence)
            .event(done.event)
            .with("count", done.value.gone)
            .with("held", done.value.held),
    )
}

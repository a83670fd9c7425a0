//! `notice mark`: a platform's own mailer says what it sent.

use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::notice::{self, State};

const EXAMPLES: [Example; 1] = [Example {
    what: "Note that a notice was sent",
    line: "optimactl notice list | tail -n 1 | cut -f 1 | xargs optimactl notice mark --sent",
}];

/// Note that queued notices were sent, or will not be
///
/// All of them or none. A notice that is noted so already stays and counts as done; one that was noted
/// otherwise is a conflict.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl notice list"],
))]
#[command(group = clap::ArgGroup::new("as").required(true))]
pub(crate) struct Args {
    /// The notices (`ntc_…`)
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    /// They were sent
    #[arg(long, group = "as")]
    sent: bool,
    /// They will not be sent
    #[arg(long, group = "as")]
    dropped: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let state = if args.sent {
        State::Sent
    } else {
        State::Dropped
    };
    let core = ctx.open()?;
    let done = notice::mark(&core, &args.ids, state)?;
    let verb = if ctx.flags.dry_run {
        "Would note"
    } else {
        "Noted"
    };
    let changed = i128::try_from(done.value).unwrap_or_default();
    let already = args.ids.len().saturating_sub(done.value);
    let tail = if already > 0 {
        format!("; {already} noted so already")
    } else {
        String::new()
    };
    let sentence = format!(
        "{verb} {} as {}{tail}",
        count(changed, "notice"),
        state.as_str()
    );
    ctx.answer(
        &ctx.change("notice-mark", sentence)
            .event(done.event)
            .with("state", state.as_str())
            .with("changed", done.value),
    )
}

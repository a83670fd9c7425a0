//! `hold release`: what was held may be deleted again.

use crate::base::error::{Kind, Result};
use crate::base::text::safe;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

const EXAMPLES: [Example; 1] = [Example {
    what: "The dispute is over",
    line: "optimactl hold release hld_f1rj109hyrvk4zp4 --reason 'settled' --yes",
}];

/// Release a hold
///
/// Tells which requests waited for it and may go on; an erasure that was closed in part or denied because of it is open
/// again, to be planned and approved anew. Nothing is deleted by this. Another hold on the same data still
/// holds. A reason is needed; it is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound, Kind::Conflict]].concat(),
    &["optimactl hold show", "optimactl request list"],
))]
pub(crate) struct Args {
    /// The hold's id
    #[arg(value_name = "HOLD")]
    id: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if ctx.flags.reason.is_none() {
        ctx.flags.reason = Some(ask::reason(ctx)?);
    }
    ask::confirm(
        ctx,
        &format!(
            "This lets the data of hold {} be deleted again",
            safe(&args.id)
        ),
    )?;
    let core = ctx.open()?;
    let released = request::release(&core, &args.id)?;
    drop(core);
    let (done, again) = (released.placed, released.reopened);
    let waiting = &done.value.waiting;
    let verb = if ctx.flags.dry_run {
        "Would release"
    } else {
        "Released"
    };
    let mut sentence = format!("{verb} {}", done.value.hold.id);
    if !waiting.is_empty() {
        sentence.push_str("; waited for it: ");
        sentence.push_str(&waiting.join(", "));
    }
    if !again.is_empty() {
        sentence.push_str("; to be planned again: ");
        sentence.push_str(&again.join(", "));
    }
    ctx.answer(
        &ctx.change("hold-release", sentence)
            .id(done.value.hold.id.as_str())
            .event(done.event)
            .with("account", done.value.hold.subject.clone())
            .with("waiting", waiting.clone())
            .with("reopened", again),
    )
}

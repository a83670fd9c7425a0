//! `hold review`: somebody looked, and it is still needed.

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::hold;

const EXAMPLES: [Example; 1] = [Example {
    what: "The dispute goes on: look again in three months",
    line: "optimactl hold review hld_f1rj109hyrvk4zp4 --next 3mo",
}];

/// Record that a hold is still needed
///
/// The next review is at most `holds.review` ahead (6 months). What is needed no longer is ended with `hold release`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound, Kind::Conflict]].concat(),
    &["optimactl hold list", "optimactl hold release"],
))]
pub(crate) struct Args {
    /// The hold's id
    #[arg(value_name = "HOLD")]
    id: String,
    /// When somebody must look again: a date, RFC 3339, or a period from now; `holds.review` ahead if not given
    #[arg(long, value_name = "TIME")]
    next: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let next = super::next_review(ctx, args.next.as_deref())?;
    let core = ctx.open()?;
    let done = hold::review(&core, &args.id, next)?;
    drop(core);
    let verb = if ctx.flags.dry_run {
        "would stay"
    } else {
        "stays"
    };
    let sentence = format!(
        "{} {verb}; next review by {}",
        done.value.id,
        seconds_text(done.value.review)
    );
    ctx.answer(
        &ctx.change("hold-review", sentence)
            .id(done.value.id.as_str())
            .event(done.event)
            .with("review", seconds_text(done.value.review)),
    )
}

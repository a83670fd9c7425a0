//! `request start`: somebody works on it.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

const EXAMPLES: [Example; 1] = [Example {
    what: "Somebody works on it",
    line: "optimactl request start R-2026-0002",
}];

/// Record that somebody works on a request
///
/// Not needed: building, planning and telling recipients say the same. It shows the others that it is taken.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request show", "optimactl request fulfil"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::start(&core, &args.request)?;
    drop(core);
    let verb = shared::tense(ctx, "Began", "Would begin");
    let sentence = format!("{verb} the work on {}", changed.value.reference);
    ctx.answer(&shared::stepped(ctx, "request-start", sentence, &changed))
}

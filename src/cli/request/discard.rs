//! `request discard`: the files of a request's bundles are gone.

use super::shared;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::keeping;

const EXAMPLES: [Example; 1] = [Example {
    what: "The person has the bundle, and its file was deleted",
    line: "optimactl request discard R-2026-0004",
}];

/// Record that the files of a request's bundles were deleted
///
/// A bundle holds everything about a person. Its file is outside the store: delete it wherever it lies, then say so
/// here. After `bundle.keep` (30 days unless configured) `request due` and `doctor` ask for it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request deliver", "optimactl request due"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = keeping::discard(&core, &args.request)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let reference = &changed.value.reference;
    let sentence = format!("{verb} that no file of the bundles of {reference} is left");
    ctx.answer(&shared::stepped(ctx, "request-discard", sentence, &changed))
}

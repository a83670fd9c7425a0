//! `request decide`: whether an answer stands.

use super::letter::{self, Told};
use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, Decision};

const EXAMPLES: [Example; 1] = [Example {
    what: "The answer stands",
    line: "optimactl request decide R-2026-0011 --uphold --text 'The invoice must be kept for ten years.'",
}];

/// Decide about an appeal, and print what the person must be told
///
/// An answer that stands closes the request again. One that does not begins anew, with new clocks from today, and with a new
/// verification where there was none.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("decision").required(true).args(["uphold", "reverse"]))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request appeal", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// The answer stands
    #[arg(long)]
    uphold: bool,
    /// The answer does not stand
    #[arg(long)]
    reverse: bool,
    /// Why, in plain words for the person
    #[arg(long, value_name = "TEXT")]
    text: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let decision = if args.reverse {
        Decision::Reversed
    } else {
        Decision::Upheld
    };
    let core = ctx.open()?;
    let changed = request::decide(&core, &args.request, (decision, &args.text))?;
    drop(core);
    let verb = shared::tense(ctx, "Decided", "Would decide");
    let row = &changed.value;
    let sentence = format!("{verb} about {}: {}", row.reference, row.state);
    let letter = letter::decided(ctx, row, args.text.trim())?;
    ctx.answer(&Told {
        change: shared::stepped(ctx, "request-decide", sentence, &changed),
        letter,
    })
}

//! `request deny`: closed without an answer, with the reason that the person is told.

use super::letter::{self, Told};
use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Code};

const EXAMPLES: [Example; 1] = [Example {
    what: "Nobody could be sure who asks",
    line: "optimactl request deny R-2026-0001 --code insufficient-verification --text 'We could not confirm that you hold this account.'",
}];

/// Deny a request, and print what the person must be told
///
/// The letter holds the reason's own paragraph, your text, and where the person can turn: under the GDPR the right to
/// complain and to go to court. Who need not be verified (`opt-out`, `limit`) cannot be denied for that. The month in
/// which a refusal must go out under the GDPR is never extended. An erasure that is denied with `hold` is taken up again
/// when the hold ends.
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
    /// Why
    #[arg(long, value_name = "CODE", value_parser = shared::codes())]
    code: String,
    /// Why, in plain words for the person
    #[arg(long, value_name = "TEXT")]
    text: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let code = Code::parse(&args.code)?;
    let open = ctx.open()?;
    let changed = request::deny(&open, &args.request, code, &args.text)?;
    drop(open);
    let verb = shared::tense(ctx, "Denied", "Would deny");
    let row = &changed.value;
    let late = if row.flags.contains("late") {
        ", late"
    } else {
        ""
    };
    let sentence = format!("{verb} {} ({}{late})", row.reference, code.as_str());
    let letter = letter::refused(ctx, row)?;
    ctx.answer(&Told {
        change: shared::stepped(ctx, "request-deny", sentence, &changed)
            .with("code", code.as_str())
            .with("bucket", code.bucket()),
        letter,
    })
}

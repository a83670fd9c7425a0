//! `request resume`: the answer to a question came.

use chrono::NaiveDate;

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "The answer came today",
        line: "optimactl request resume R-2026-0005",
    },
    Example {
        what: "It came on an earlier day",
        line: "optimactl request resume R-2026-0005 --answered 2026-11-22",
    },
];

/// Record that the answer to a question came
///
/// Ends every open question: the days between it and the answer are added under the GDPR.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request suspend", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// The day on which the answer came, in the request's time zone; today if not given
    #[arg(long, value_name = "DATE")]
    answered: Option<NaiveDate>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::resume(&core, &args.request, args.answered)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let sentence = format!("{verb} the answer for {}", changed.value.reference);
    ctx.answer(&shared::stepped(ctx, "request-resume", sentence, &changed))
}

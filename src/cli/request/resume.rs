//! `request resume`: the answer to a question came.

use chrono::NaiveDate;

use super::shared;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, Answered};

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
/// Ends the open question: the days between it and the answer are added under the GDPR. One that is never answered adds
/// nothing.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request suspend", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// The day on which the answer came, in the request's time zone; today if not given
    #[arg(long, value_name = "DATE")]
    answered: Option<NaiveDate>,
    /// Which question was answered, where two are open
    #[arg(long, value_name = "KIND", value_parser = ["identity", "clarify"])]
    question: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let what = match args.question.as_deref() {
        Some("identity") => Answered::Identity,
        Some(_) => Answered::Clarify,
        None => Answered::Only,
    };
    let changed = request::resume(&core, &args.request, (what, args.answered))?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let sentence = format!("{verb} the answer for {}", changed.value.reference);
    ctx.answer(&shared::stepped(ctx, "request-resume", sentence, &changed))
}

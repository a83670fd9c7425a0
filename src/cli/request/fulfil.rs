//! `request fulfil`: answered; the request is closed.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Code};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "The person has the answer",
        line: "optimactl request fulfil R-2026-0004",
    },
    Example {
        what: "A part of the answer was withheld",
        line: "optimactl request fulfil R-2026-0004 --partial rights-of-others --text 'Two messages name other people'",
    },
];

/// Close a request that is answered
///
/// The address that it came from is removed; the record stays.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request deliver", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// Why a part was withheld
    #[arg(long, value_name = "CODE", value_parser = shared::codes(), requires = "text")]
    partial: Option<String>,
    /// What the person was told about the part that was withheld
    #[arg(long, value_name = "TEXT", requires = "partial")]
    text: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let code = args.partial.as_deref().map(Code::parse).transpose()?;
    let withheld = code.zip(args.text.as_deref());
    let open = ctx.open()?;
    let changed = request::fulfil(&open, &args.request, withheld)?;
    drop(open);
    let verb = shared::tense(ctx, "Closed", "Would close");
    let row = &changed.value;
    let late = if row.flags.contains("late") {
        ", late"
    } else {
        ""
    };
    let sentence = format!("{verb} {} as {}{late}", row.reference, row.state);
    ctx.answer(&shared::stepped(ctx, "request-fulfil", sentence, &changed))
}

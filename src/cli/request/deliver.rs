//! `request deliver`: the newest bundle went out.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Channel};

const EXAMPLES: [Example; 1] = [Example {
    what: "The bundle was put into the person's download area",
    line: "optimactl request deliver R-2026-0003 --channel portal",
}];

/// Record that the newest bundle went out
///
/// Send a passphrase on another way than the file.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request build", "optimactl request fulfil"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// How the bundle went out
    #[arg(long, value_name = "CHANNEL", value_parser = shared::channels())]
    channel: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::deliver(&core, &args.request, Channel::parse(&args.channel)?)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let reference = &changed.value.reference;
    let sentence = format!(
        "{verb} that the bundle of {reference} went out ({})",
        args.channel
    );
    ctx.answer(&shared::stepped(ctx, "request-deliver", sentence, &changed))
}

//! `request appeal`: somebody is not content with the answer.

use super::shared::{self, Said};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Appellant};

const EXAMPLES: [Example; 1] = [Example {
    what: "The person wrote that the answer is wrong",
    line: "optimactl request appeal R-2026-0010 --channel email",
}];

/// Record that somebody is not content with the answer
///
/// The request is open again until it is decided about. Neither law sets a time for it; it runs here like a new request,
/// counted from today.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request decide", "optimactl request show"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    said: Said,
    /// Who is not content: the person, or a supervisory authority
    #[arg(long, value_name = "WHO", value_parser = ["person", "authority"], default_value = "person")]
    by: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let by = Appellant::parse(&args.by)?;
    let core = ctx.open()?;
    let changed = request::appeal(&core, &args.said.request, (by, args.said.channel()?))?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let sentence = format!("{verb} the appeal about {}", changed.value.reference);
    ctx.answer(&shared::stepped(ctx, "request-appeal", sentence, &changed))
}

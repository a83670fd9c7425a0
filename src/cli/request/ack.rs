//! `request ack`: receipt was confirmed to the person.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Channel};

const EXAMPLES: [Example; 1] = [Example {
    what: "Receipt was confirmed by mail",
    line: "optimactl request ack R-2026-0001 --channel email",
}];

/// Record that receipt was confirmed
///
/// The CCPA wants it within 10 business days, with how you verify who asks and when the answer comes; the GDPR
/// does not ask for it, but people do.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request verify", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// How the confirmation went out
    #[arg(long, value_name = "CHANNEL", value_parser = shared::channels(), default_value = "email")]
    channel: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::ack(&core, &args.request, Channel::parse(&args.channel)?)?;
    drop(core);
    let verb = shared::tense(ctx, "Confirmed", "Would confirm");
    let sentence = format!("{verb} receipt of {}", changed.value.reference);
    ctx.answer(&shared::stepped(ctx, "request-ack", sentence, &changed))
}

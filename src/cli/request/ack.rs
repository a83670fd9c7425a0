//! `request ack`: receipt was confirmed to the person.

use super::shared::{self, Said};
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

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
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request verify", "optimactl request show"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    said: Said,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::ack(&core, &args.said.request, args.said.channel()?)?;
    drop(core);
    let verb = shared::tense(ctx, "Confirmed", "Would confirm");
    let sentence = format!("{verb} receipt of {}", changed.value.reference);
    ctx.answer(&shared::stepped(ctx, "request-ack", sentence, &changed))
}

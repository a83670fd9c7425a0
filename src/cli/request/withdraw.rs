//! `request withdraw`: the person takes the request back.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Channel};

const EXAMPLES: [Example; 1] = [Example {
    what: "The person wrote that it is no longer needed",
    line: "optimactl request withdraw R-2026-0001 --channel email",
}];

/// Close a request that the person took back
///
/// The record stays, as for every request (11 CCR §7101: 24 months); the address goes.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request list", "optimactl request deny"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// How the person said so
    #[arg(long, value_name = "CHANNEL", value_parser = shared::channels(), default_value = "email")]
    channel: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::withdraw(&core, &args.request, Channel::parse(&args.channel)?)?;
    drop(core);
    let verb = shared::tense(ctx, "Closed", "Would close");
    let sentence = format!("{verb} {} as withdrawn", changed.value.reference);
    ctx.answer(&shared::stepped(
        ctx,
        "request-withdraw",
        sentence,
        &changed,
    ))
}

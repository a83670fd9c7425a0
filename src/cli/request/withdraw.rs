//! `request withdraw`: the person takes the request back.

use super::shared::{self, Said};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

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
    #[command(flatten)]
    said: Said,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let changed = request::withdraw(&core, &args.said.request, args.said.channel()?)?;
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

//! `request verify`: it is certain who asks.

use chrono::NaiveDate;

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, Proof, words::Method};

const EXAMPLES: [Example; 1] = [Example {
    what: "The person signed in again to confirm the request",
    line: "optimactl request verify R-2026-0001 --method sign-in",
}];

/// Record that it is certain who asks
///
/// Only that and how is kept, never a document. Ask for no more than is needed: whoever signs in to the
/// account is verified.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request build", "optimactl request deny"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// How it was made sure
    #[arg(long, value_name = "METHOD", value_parser = shared::methods())]
    method: String,
    /// Whose account it turned out to be, where the request named none
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
    /// The day on which the proof came, where you had to ask for it; today if not given
    #[arg(long, value_name = "DATE")]
    answered: Option<NaiveDate>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let method = Method::parse(&args.method)?;
    let proof = Proof {
        method,
        account: args.account.as_deref(),
        came: args.answered,
    };
    let changed = request::verify(&core, &args.request, proof)?;
    drop(core);
    let verb = shared::tense(ctx, "Verified", "Would verify");
    let sentence = format!("{verb} who asks in {}", changed.value.reference);
    if changed.value.account.is_none() {
        ctx.ui
            .warn("no account belongs to this request: the bundle will say that none was found");
    }
    ctx.answer(&shared::stepped(ctx, "request-verify", sentence, &changed))
}

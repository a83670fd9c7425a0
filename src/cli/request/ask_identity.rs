//! `request ask-identity`: who asks is not certain, and the person was asked to show it.

use super::shared::{self, Said};
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

const EXAMPLES: [Example; 1] = [Example {
    what: "An unknown address asks for somebody's data",
    line: "optimactl request ask-identity R-2026-0001 --channel email",
}];

/// Record that the person was asked who they are
///
/// Only where there is reasonable doubt (GDPR Art. 12(6)), and for no more than is needed. Under the GDPR the days until
/// the answer are added if you asked within 3 days of receipt; the CCPA's clock runs on. `request verify` ends the wait.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request verify", "optimactl request deny"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    said: Said,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let asked = request::ask_identity(&core, &args.said.request, args.said.channel()?)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let sentence = format!(
        "{verb} that {} waits for proof of identity",
        asked.value.row.reference
    );
    shared::paused(ctx, "request-ask-identity", sentence, asked)
}

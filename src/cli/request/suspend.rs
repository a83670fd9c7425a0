//! `request suspend`: the person was asked what is meant.

use super::shared::{self, Said};
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

const EXAMPLES: [Example; 1] = [Example {
    what: "The person may mean one of many things",
    line: "optimactl request suspend R-2026-0001 --channel email",
}];

/// Record that the person was asked what they mean
///
/// Where you hold a large quantity of data about somebody, you may ask what the request is about (GDPR Recital 63). The
/// days until the answer are added if you asked within 3 days of receipt. Under the CCPA nothing stands still: refused.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request resume", "optimactl request extend"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    said: Said,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let asked = request::suspend(&core, &args.said.request, args.said.channel()?)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let sentence = format!(
        "{verb} that {} waits for an answer",
        asked.value.row.reference
    );
    shared::paused(ctx, "request-suspend", sentence, asked)
}

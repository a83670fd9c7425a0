//! `request agent`: what an agent showed.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::AgentProof};

const EXAMPLES: [Example; 1] = [Example {
    what: "The agent sent the person's signed permission",
    line: "optimactl request agent R-2026-0006 --proof signed-permission",
}];

/// Record what an agent showed
///
/// That and which kind is kept, never the paper. With a power of attorney the agent stands for the person; with a signed
/// permission you may still ask the person to verify themselves, or to confirm it (11 CCR §7063).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request open", "optimactl request verify"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// What was shown
    #[arg(long, value_name = "PROOF", value_parser = shared::proofs())]
    proof: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let proof = AgentProof::parse(&args.proof)?;
    let changed = request::agent(&core, &args.request, proof)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let sentence = format!(
        "{verb} the agent's {} for {}",
        proof.as_str(),
        changed.value.reference
    );
    ctx.answer(&shared::stepped(ctx, "request-agent", sentence, &changed))
}

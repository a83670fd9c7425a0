//! `request approve`: an erasure may be carried out.

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request;

const EXAMPLES: [Example; 1] = [Example {
    what: "Approve what somebody else planned",
    line: "optimactl request approve R-2026-0008",
}];

/// Approve an erasure that was planned
///
/// Where two take part, as usual, it takes somebody who neither opened nor planned it and whom it is not about. Where one
/// is enough (`optimactl request approvers`) anyone permitted may, and the certificate says that nobody else looked.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request plan", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let approvers = request::approvers(&core)?;
    let changed = request::approve(&core, &args.request)?;
    drop(core);
    let verb = shared::tense(ctx, "Approved", "Would approve");
    let sentence = format!(
        "{verb} {} ({})",
        changed.value.reference,
        approvers.as_str()
    );
    let change = shared::stepped(ctx, "request-approve", sentence, &changed)
        .with("approval", approvers.as_str());
    ctx.answer(&change)
}

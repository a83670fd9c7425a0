//! `2fa policy remove`: takes a rule back.

use crate::base::error::Result;
use crate::base::text::safe;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::two_factor::policy;

const EXAMPLES: [Example; 1] = [Example {
    what: "Require no factor of a role any longer",
    line: "optimactl 2fa policy remove support --yes",
}];

/// Require no second factor of a role any longer
///
/// Deadlines that the rule set go, too, unless another rule asks for a factor; a rule that is set later starts
/// anew for those accounts.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa policy show", "optimactl 2fa policy set"],
))]
pub(crate) struct Args {
    /// The role
    #[arg(value_name = "ROLE")]
    role: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let role = safe(&args.role);
    ask::confirm(
        ctx,
        &format!("Those who hold `{role}` will sign in without a second factor again."),
    )?;
    let core = ctx.open()?;
    let done = policy::remove_rule(&core, &args.role)?;
    let verb = if ctx.flags.dry_run {
        "Would no longer require"
    } else {
        "No longer requires"
    };
    ctx.answer(
        &ctx.change(
            "2fa-policy-remove",
            format!("{verb} a second factor of `{role}`"),
        )
        .id(args.role.as_str())
        .event(done.event),
    )
}
